"""Markdown becomes blocks: CommonMark with pipe tables and footnotes, and what PDF converters make of them.

Converters write `<sup>12</sup>` for a footnote mark and tabs for table columns. That is put right here, so that
readers never meet it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from mandate_data.documents.document import Block, BlockKind, LeftOut, Mark, Text, count_words, row_of
from mandate_data.documents.drawn_tables import drawn_tables, rows_of
from mandate_data.documents.html_in_markdown import CELL, HtmlBlocks, parts_words
from mandate_data.documents.html_tags import COMMENT, INSTRUCTION, VOID, not_shown, read_tag, said_in
from mandate_data.documents.html_unshown import Unshown
from mandate_data.documents.line_breaks import SOFT_HYPHEN, before_next_line, has_no_blank
from mandate_data.documents.markdown_drawn import words_of_drawn
from mandate_data.documents.markdown_tokens import markdown_tokens
from mandate_data.documents.printed_words import PrintedWords
from mandate_data.documents.raised_marks import kept_raised, raised_marks
from mandate_data.documents.text_tables import doubtful_cells
from mandate_data.typography import without_unseen

TABLE = re.compile(r"</?(?:table|t[rdh])\b", re.IGNORECASE)
BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)
"""A line that shows nothing; where it has other signs than blanks, Markdown's parser takes it for text."""
CELL_END = "\0"  # behind a cell of a table within a paragraph
UNDEFINED_MARK = re.compile(r"\[\^(\w{1,4}|[*†‡§]{1,4})\]")


def parse_markdown(text: str) -> tuple[list[Block], list[LeftOut]]:
    """The blocks of a Markdown text, in reading order, footnotes where their definitions stand; what is left out."""
    tokens, left_out = markdown_tokens(BLANK.sub("", text))
    blocks = list(_blocks(tokens, left_out))
    return blocks, sorted(left_out, key=lambda one: one.line)


def picture_gaps(text: str) -> frozenset[int]:
    """Line numbers that follow three or more blank lines, or any at the beginning: where a picture was dropped."""
    gaps, blank = set(), 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            if blank >= 3 or number == blank + 1 > 1:
                gaps.add(number)
            blank = 0
        else:
            blank += 1
    return frozenset(gaps)


@dataclass(slots=True)
class _Cell:
    """The HTML of which the cell of a table is open between two pieces."""

    html: HtmlBlocks | None = None


def _blocks(tokens: Sequence[Token], left_out: list[LeftOut]) -> Iterator[Block]:
    """The blocks; those between two pieces of HTML that stand in a cell of a table are its text."""
    cell = _Cell()
    for block in _blocks_and_html(tokens, left_out, cell):
        if cell.html is not None and block.kind != "footnote":
            cell.html.insert(block)
        else:
            yield block


def _goes_on(tokens: Sequence[Token]) -> list[bool]:
    """For each token whether the first tag of a table in the HTML behind it is one within a table."""
    ahead, found = False, list[bool]()
    for token in reversed(tokens):
        found.append(ahead)
        if token.type == "html_block" and (tag := TABLE.search(token.content)):
            ahead = tag[0].lower() != "<table"
    return found[::-1]


def _blocks_and_html(tokens: Sequence[Token], left_out: list[LeftOut], cell: _Cell) -> Iterator[Block]:
    group = quotes = notes = 0
    note, label, level = "", "", 0
    lists: list[int] = []  # groups of the lists that are open, the innermost last
    begins_item = in_cell = False
    row: list[Block] = []
    for token, goes_on in zip(tokens, _goes_on(tokens), strict=True):
        match token.type:
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "bullet_list_open" | "ordered_list_open":
                group += 1
                lists.append(group)
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "table_open":
                group += 1
            case "list_item_open":
                begins_item = True
                label = token.info + token.markup if token.info else ""
            case "list_item_close":
                begins_item = False
            case "footnote_reference_open":
                note, notes = str(token.meta["label"]), notes + 1
            case "footnote_reference_close":
                note = ""
            case "th_open" | "td_open":
                in_cell = True
            case "th_close" | "td_close":
                in_cell = False
            case "tr_open":
                row = []
            case "tr_close":
                yield row_of(row, group, bool(quotes))
            case "code_block" | "fence" if token.map:
                # Indented by chance or on purpose, it is text, and what it says must not be lost.
                first = token.map[0] + (1 if token.type == "code_block" else 2)
                found = list(_code(token.content.rstrip("\n").split("\n"), first, group, left_out))
                group = max([group, *(block.group for block in found)])
                yield from found
            case "html_block" if token.map:
                html = cell.html or HtmlBlocks(group, bool(quotes))
                html.read(token.content, token.map[0] + 1)
                cell.html = html if html.in_cell and goes_on else None
                if cell.html is None:
                    read = html.end()
                    group = max(group, html.group)
                    left_out += html.left_out
                    yield from (_as_footnote(block) if block.kind == "paragraph" else block for block in read)
            case "inline" if token.map:
                token.children = _shown(token.children or [], token.map[0] + 1, left_out)
                kind: BlockKind = "heading" if level else "footnote" if note else "item" if begins_item else "paragraph"
                if in_cell:
                    row.append(_inline(token, "row", group))
                elif kind == "paragraph" and _is_tabbed(token):
                    group += 1
                    yield from (row_of(cells, group, bool(quotes)) for cells in _tabbed_rows(token, group))
                else:
                    block = replace(
                        _inline(token, kind, lists[-1] if kind == "item" else notes if kind == "footnote" else 0),
                        level=len(lists) - 1 if kind == "item" else level,
                        number=note,
                        label=label if kind == "item" else "",
                        boxed=bool(quotes) or (kind == "paragraph" and _is_emphasised(token)),
                    )
                    begins_item = begins_item and kind != "item"
                    yield _as_footnote(block) if kind == "paragraph" else block


def _shown(children: Sequence[Token], line: int, left_out: list[LeftOut]) -> list[Token]:
    """What of the tokens of a paragraph is text; comments, hidden text, and what is said in attributes is left out."""
    shown: list[Token] = []
    unshown = Unshown()

    def leave_out(called: str, text: str) -> None:
        if words := count_words(text):
            left_out.append(LeftOut(called, words, line=line))

    for child in children:
        line += child.type in ("softbreak", "hardbreak")
        tag = read_tag(child.content) if child.type == "html_inline" else None
        if child.type == "html_inline" and tag is None:
            leave_out(COMMENT if child.content.startswith("<!--") else INSTRUCTION, child.content)
        for called, text in said_in(tag.name, tag.attributes) if tag else _said_in(child):
            leave_out(called, text)
        if not unshown and tag and not tag.ends and tag.name not in VOID:
            if what := not_shown(tag.name, tag.attributes):
                unshown.begin(tag.name, what, line)
        elif unshown and tag and not tag.ends:
            unshown.open(tag.name)
        elif unshown and tag and unshown.close(tag.name) and not unshown:
            left_out += unshown.end()
            continue
        if not unshown or child.type in ("softbreak", "hardbreak"):
            shown.append(child)
        if unshown and not tag:
            unshown.add(child.content or " ")
    left_out += unshown.end()  # nothing ends it
    return shown


def _said_in(child: Token) -> Iterator[tuple[str, str]]:
    """What the attributes of a link or an image say, each text after what it is called."""
    if child.type == "image":
        yield "the description of an image", child.content
    if child.type in ("image", "link_open") and child.attrGet("title"):
        yield f"the title of {'an image' if child.type == 'image' else 'a link'}", str(child.attrGet("title"))


def _code(lines: Sequence[str], first: int, group: int, left_out: list[LeftOut]) -> Iterator[Block]:
    """The text of code, of which tables are drawn in with signs are rows; `first` is the number of its first line."""
    words, done = PrintedWords(lines), 0
    tables = drawn_tables(lines)
    for table in tables:
        group += 1
        yield from _code_text(lines, done, table.first, first)
        yield from rows_of(table, lines, words, group, first)
        done = table.last
    left_out += doubtful_cells(tables, first - 1)
    if done < len(lines) or not tables:
        yield from _code_text(lines, done, len(lines), first, not tables)


def _code_text(lines: Sequence[str], begin: int, end: int, first: int, always: bool = False) -> Iterator[Block]:
    pieces = [piece for line in lines[begin:end] for piece in _line(line)]
    if always or any(text for _, text in pieces):
        yield _assemble(pieces[:-1], first + begin, "paragraph", 0)


def _line(text: str) -> list[tuple[str, str]]:
    return [("text", text.strip()), ("break", "")]


def _is_tabbed(token: Token) -> bool:
    """Most lines are set in columns; one that isn't is a row of one cell."""
    lines = token.content.split("\n")
    return sum("\t" in line for line in lines) * 2 > len(lines)


def _is_emphasised(token: Token) -> bool:
    """Set wholly in italics or bold: a name under a quotation, or a pull quote."""
    children = token.children or []
    return any(child.type in ("em_open", "strong_open") for child in children) and all(
        child.level or child.nesting or not child.content.strip() for child in children
    )


def _inline(token: Token, kind: BlockKind, group: int) -> Block:
    assert token.map is not None
    pieces = list(_pieces(token.children or []))
    return _assemble(pieces, token.map[0] + 1, kind, group, words_of_drawn(token))


def _pieces(children: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """(what, text) pairs: plain `text`, a footnote `mark`, a line `break` or a `space`."""
    superscript: list[str] | None = None
    before = ""  # the text so far
    for child in children:
        match child.type:
            case "softbreak" | "hardbreak":
                before += " "
                yield "break", ""
            case "footnote_ref":
                yield "mark", str(child.meta["label"])
            case "html_inline":
                tag = child.content.lower()
                if tag == "<sup>":
                    superscript = []
                elif tag == "</sup>" and superscript is not None:
                    raised, superscript = "".join(superscript), None
                    numbers = raised_marks(before, raised)
                    kept = "" if numbers else kept_raised(before, raised)
                    before += kept
                    yield from [("mark", number) for number in numbers] or [("text", kept)]
                    if numbers and raised[-1:].isspace():
                        before += " "
                        yield "space", ""
                elif (read := read_tag(tag)) and parts_words(read.name):
                    # A table within a paragraph: one cell is behind another.
                    cell = read.name in CELL and not read.ends and before.rstrip(" ").endswith(CELL_END)
                    before += CELL_END if read.name in CELL and read.ends else " "
                    yield "space", ""
                    if cell:
                        yield "text", "| "
            case "text" | "code_inline" if superscript is not None:
                superscript.append(child.content)
            case "text" | "code_inline":
                before += child.content
                rest = child.content
                while match := UNDEFINED_MARK.search(rest):
                    yield "text", rest[: match.start()]
                    yield "mark", match.group(1)
                    rest = rest[match.end() :]
                yield "text", rest
            case _:
                pass  # emphasis and links: their text comes as tokens of its own
    if superscript is not None:  # nothing closed it
        yield "text", "".join(superscript)


def _assemble(
    pieces: Sequence[tuple[str, str]], line: int, kind: BlockKind, group: int, words: PrintedWords | None = None
) -> Block:
    """The block of these pieces; `words` are those of a text whose lines end within words, as those of narrow cells."""
    value = ""
    starts = [(0, line)]
    marks: list[Mark] = []
    ended = False  # a line of the text has ended, and nothing stands behind it yet
    for what, text in pieces:
        if what == "break":
            line, ended, value = line + 1, True, value.rstrip()
            if words is None:
                value = _behind_line(value)
                starts.append((len(value), line))
            continue
        if what == "mark":
            marks.append(Mark(len(value), text))
        elif what == "space":
            value += "" if not value or value.endswith(" ") else " "
        else:
            text = without_unseen(text)
            if ended and words is not None and text.strip():
                value = before_next_line(value, text.lstrip(), words)
                starts.append((len(value), line))
            elif ended and value.endswith(" ") and has_no_blank(value[:-1], text.lstrip()):
                value = value[:-1]
                starts[-1] = (len(value), line)
            value += text.lstrip() if not value or value.endswith(" ") else text
        ended = ended and (not text.strip() if what == "text" else words is not None)
    return Block(kind=kind, text=Text(value.rstrip(), tuple(starts)), marks=tuple(marks), group=group)


def _behind_line(value: str) -> str:
    """The text up to the end of a line, as the next line goes on: behind a blank, or in the word that is broken."""
    return value.removesuffix(SOFT_HYPHEN) if not value or value.endswith(SOFT_HYPHEN) else f"{value} "


def _as_footnote(block: Block) -> Block:
    """A paragraph that begins with its footnote number is that footnote."""
    if block.marks and block.marks[0].offset == 0:
        return replace(block, kind="footnote", number=block.marks[0].number, marks=block.marks[1:])
    return block


def _tabbed_rows(token: Token, group: int) -> Iterator[list[Block]]:
    assert token.map is not None
    line = token.map[0] + 1
    cells: list[list[tuple[str, str]]] = [[]]
    for what, text in [*_pieces(token.children or []), ("break", "")]:
        if what == "break":
            yield [_assemble(cell, line, "row", group) for cell in cells]
            line += 1
            cells = [[]]
        else:
            first, *others = text.split("\t") if what == "text" else [text]
            cells[-1].append((what, first))
            cells += [[("text", other)] for other in others]
