"""Markdown becomes blocks: CommonMark with pipe tables and footnotes, and what PDF converters make of them.

Converters write `<sup>12</sup>` for a footnote mark and tabs for table columns. That is put right here, so that
readers never meet it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from pipeline.documents.model import Block, BlockKind, Mark, Text

SUPERSCRIPT_NOTE = re.compile(r"^\d{1,3}$")
UNDEFINED_MARK = re.compile(r"\[\^(\w{1,4})\]")


def parse_markdown(text: str) -> list[Block]:
    """The blocks of a Markdown text, in reading order, footnotes where their definitions stand."""
    parser = MarkdownIt("commonmark").enable("table").use(footnote_plugin, inline=False)
    # The plugin moves notes to the end; here they stay on their own lines.
    parser.core.ruler.disable("footnote_tail")
    return list(_blocks(parser.parse(text)))


def picture_gaps(text: str) -> frozenset[int]:
    """Line numbers that follow three or more blank lines: where a converter dropped a picture."""
    gaps, blank = set(), 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            if blank >= 3 or number == blank + 1:
                gaps.add(number)
            blank = 0
        else:
            blank += 1
    return frozenset(gaps)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    group = quotes = 0
    note, level = "", 0
    in_item = in_cell = False
    row: list[Block] = []
    for token in tokens:
        match token.type:
            case "heading_open":
                level = int(token.tag[1])
            case "heading_close":
                level = 0
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "bullet_list_open" | "ordered_list_open" | "table_open":
                group += 1
            case "list_item_open":
                in_item = True
            case "list_item_close":
                in_item = False
            case "footnote_reference_open":
                note = str(token.meta["label"])
            case "footnote_reference_close":
                note = ""
            case "th_open" | "td_open":
                in_cell = True
            case "th_close" | "td_close":
                in_cell = False
            case "tr_open":
                row = []
            case "tr_close":
                yield _row(row, group, bool(quotes))
            case "inline" if token.map:
                kind: BlockKind = "heading" if level else "footnote" if note else "item" if in_item else "paragraph"
                if in_cell:
                    row.append(_inline(token, "row", group))
                elif kind == "paragraph" and _is_tabbed(token):
                    group += 1
                    yield from (_row(cells, group, bool(quotes)) for cells in _tabbed_rows(token, group))
                else:
                    block = replace(
                        _inline(token, kind, group if kind == "item" else 0),
                        level=level,
                        number=note,
                        boxed=bool(quotes) or (kind == "paragraph" and _is_emphasised(token)),
                    )
                    yield _as_footnote(block) if kind == "paragraph" else block


def _is_tabbed(token: Token) -> bool:
    return all("\t" in line for line in token.content.split("\n"))


def _is_emphasised(token: Token) -> bool:
    """Set wholly in italics or bold: a name under a quotation, or a pull quote."""
    children = token.children or []
    return len(children) > 2 and children[0].type in ("em_open", "strong_open") and children[-1].nesting == -1


def _inline(token: Token, kind: BlockKind, group: int) -> Block:
    assert token.map is not None
    pieces = list(_pieces(token.children or []))
    return _assemble(pieces, token.map[0] + 1, kind, group)


def _pieces(children: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """(what, text) pairs: plain `text`, a footnote `mark`, or a line `break`."""
    superscript: list[str] | None = None
    for child in children:
        match child.type:
            case "softbreak" | "hardbreak":
                yield "break", ""
            case "footnote_ref":
                yield "mark", str(child.meta["label"])
            case "html_inline":
                tag = child.content.lower()
                if tag == "<sup>":
                    superscript = []
                elif tag == "</sup>" and superscript is not None:
                    raised = "".join(superscript).strip()
                    superscript = None
                    yield ("mark" if SUPERSCRIPT_NOTE.match(raised) else "text"), raised
            case "text" | "code_inline" if superscript is not None:
                superscript.append(child.content)
            case "text" | "code_inline":
                rest = child.content
                while found := UNDEFINED_MARK.search(rest):
                    yield "text", rest[: found.start()]
                    yield "mark", found.group(1)
                    rest = rest[found.end() :]
                yield "text", rest
            case _:
                pass  # emphasis and links: their text comes as tokens of its own


def _assemble(pieces: Sequence[tuple[str, str]], line: int, kind: BlockKind, group: int) -> Block:
    value = ""
    starts = [(0, line)]
    marks: list[Mark] = []
    for what, text in pieces:
        if what == "break":
            line += 1
            value = value.rstrip() + " "
            starts.append((len(value), line))
        elif what == "mark":
            marks.append(Mark(len(value), text))
        else:
            value += text.lstrip() if not value else text
    return Block(kind=kind, text=Text(value.rstrip(), tuple(starts)), marks=tuple(marks), group=group)


def _as_footnote(block: Block) -> Block:
    """A paragraph that begins with its footnote number is that footnote."""
    if block.marks and block.marks[0].offset == 0:
        return replace(block, kind="footnote", number=block.marks[0].number, marks=block.marks[1:])
    return block


def _row(cells: Sequence[Block], group: int, boxed: bool) -> Block:
    value, starts = "", []
    for cell in cells:
        value += " | " if value else ""
        starts += [(len(value) + offset, line) for offset, line in cell.text.starts]
        value += cell.text.value
    return Block(
        kind="row",
        text=Text(value, tuple(starts)),
        cells=tuple(cell.text for cell in cells),
        group=group,
        boxed=boxed,
    )


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
