"""Hard-wrapped text becomes blocks: paragraphs between empty lines, and pages as `pdftotext -layout` writes them.

Empty lines, numbers of paragraphs and short lines end paragraphs; a form feed ends a page, whose running head, foot and
page number are left out and counted; the notes at its end are told by their numbers and their marks in its text. Text
in two columns is read one after the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from mandate_data.documents.document import Block, BlockKind, LeftOut, Mark, Text, count_words, row_of
from mandate_data.documents.line_breaks import ABBREVIATED, before_next_line
from mandate_data.documents.page_breaks import join_broken
from mandate_data.documents.printed_words import PrintedWords
from mandate_data.documents.text_columns import PAGE_END, columns_of

EDGE = 3
"""Lines at the top and at the foot of a page that may be a running head or a page number."""
FEW = 8  # notes that may be missing before one
NEAR = 3  # characters by which the labels of notes may be set in differently
OFTEN = 0.3  # of the pages have a running head: left and right pages may have two
PAGE_NUMBER = re.compile(r"[-–—\[(]?\s*(?:[Pp]age\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\s*[-–—\])]?")
FIGURES = re.compile(r"\d{1,9}")
SENTENCE = re.compile(r"(?:\S+ ){3,}\S*[^\W\d_]\S*[.!?]$")
LABEL = re.compile(r"\d{1,3}")
NOTE = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3}))\s+(\S.*)")
BEGINS = re.compile(r"(?:\d{1,3}\.|[IVX]{1,6}\.|[A-Z]\.|\([a-z]{1,4}\)|\(\d{1,3}\)|[-–•*])\s+\S")
LISTED = re.compile(r"(?:\(?(?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,3})\)|[a-z]\.|\d{1,3}\.)\s")
ITEM = re.compile(r"[-–•*]\s+")
NUMBERED_HEADING = re.compile(r"(?:[IVX]{1,6}|[A-Z])\.\s+[A-Z]")
ENDED = re.compile(r"[.!?:;][”\"’')\]]*\d{0,3}$")
OPEN = re.compile(r".{60}[^\W\d_][,-]?$")  # so a paragraph ends that goes on
APART = re.compile(r"\s{3,}")
COLUMNS = re.compile(r"\s{3,}|\s*\.{4,}\s*")
LONGEST_PRINTED = 250  # characters of a line
SHORT = 0.75  # of the usual width: a line that was ended on purpose
LONGEST_HEADING = 100
HEADING = re.compile(r"(?!.*[.;:,?!’”\d-](?:\[\d{1,3}\])?$)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: its number from 1, its page, its text, how far it is set in and how far it reaches."""

    number: int
    page: int
    text: str
    indent: int
    width: int
    after_gap: bool = False


@dataclass(slots=True)
class _Open:
    """A block being put together."""

    kind: BlockKind
    number: str = ""
    level: int = 0
    value: str = ""
    starts: list[tuple[int, int]] = field(default_factory=list)

    def add(self, text: str, line: int, words: PrintedWords) -> None:
        self.value = before_next_line(self.value, text, words)
        self.starts.append((len(self.value), line))
        self.value += " ".join(text.split())

    def block(self) -> Block:
        text = Text(self.value, tuple(self.starts))
        return Block(self.kind, text, level=self.level, number=self.number)


def is_printed(lines: Sequence[str]) -> bool:
    """Whether the lines are printed pages, or wrapped paragraphs with empty lines between them."""
    if any(PAGE_END in line for line in lines):
        return True
    if any(len(line) > LONGEST_PRINTED for line in lines):
        return False  # each line holds a paragraph
    gaps = continued = touching = 0
    before, empty = "", False
    for line in lines:
        text = line.strip()
        if line and not text:
            return False  # a line of blanks: a dump that has an empty line after every printed one
        if text and before:
            gaps += empty
            continued += empty and _goes_on(before, text)
            touching += not empty and not (LABEL.fullmatch(text) or LABEL.fullmatch(before))
        before, empty = text or before, not text
    return gaps > 0 and (continued * 5 <= gaps or touching > gaps)


def _goes_on(before: str, text: str) -> bool:
    """Whether a line goes on behind an empty one: a clause that begins with a mark or a capital is one of a list."""
    if LISTED.match(text):
        return False
    return (
        before.endswith("-")
        or (text[0].islower() and before[-1] not in ";:")
        or (before[-1] == "," and text[0].isdigit())
    )


def parse_printed(lines: Sequence[str]) -> tuple[list[Block], list[LeftOut]]:
    """The blocks of hard-wrapped text, the notes of each page after its text; running heads are left out."""
    printed = _lines(lines)
    pages = [list(page) for _, page in groupby(printed, key=lambda line: line.page)]
    edges = _furniture(pages)
    pages = [_with_labels([line for line in page if line.number not in edges]) for page in pages]
    left_out = []
    if count := sum(count_words(line.text) for line in printed if line.number in edges):
        left_out.append(LeftOut("running heads, feet and page numbers", count))
    width = _usual_width(printed)
    columns = [column for page in pages for column in _columns(page)]
    words = PrintedWords(line.text for column in columns for line in column)
    blocks: list[Block] = []
    expected = 1
    for page in columns:
        place = _first_note(page, expected)
        notes = list(_notes(page[place:], words))
        numbers = [note.number for note in notes]
        found = _marked(list(_blocks(page[:place], width, words)), numbers)
        _append(blocks, found)
        blocks += [note.block() for note in notes]
        expected = int(numbers[-1]) + 1 if numbers else expected
    return _grouped(blocks), left_out


def _append(blocks: list[Block], page: Sequence[Block]) -> None:
    """Add the blocks of a page, the first to the last of the page before if that goes on there."""
    last = next((index for index in reversed(range(len(blocks))) if blocks[index].kind != "footnote"), None)
    if last is not None and page and OPEN.search(blocks[last].text.value) and not BEGINS.match(page[0].text.value):
        joined = join_broken([blocks[last], page[0]])
        if len(joined) == 1:
            blocks[last], page = joined[0], page[1:]
    blocks += page


def _lines(lines: Sequence[str]) -> list[_Line]:
    found: list[_Line] = []
    page, gap = 1, True
    for number, line in enumerate(lines, 1):
        page += line.count(PAGE_END)
        text = line.replace(PAGE_END, "").rstrip()
        if text.strip():
            found.append(
                _Line(number, page, text.strip(), len(text) - len(text.lstrip()), len(text), gap or PAGE_END in line)
            )
        gap = not text.strip()
    return found


def _columns(page: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines of a page, in runs that are read one after the other: where text stands in columns, each of them."""
    printed = [" " * line.indent + line.text for line in page]
    done, width = 0, max(map(len, printed), default=0)
    for region in columns_of(printed):
        yield list(page[done : region.first])
        lines = list(zip(page[region.first : region.last], printed[region.first : region.last], strict=True))
        yield _column([(line, text[: region.place].rstrip()) for line, text in lines], width)
        yield _column([(line, text[region.place :]) for line, text in lines], width)
        done = region.last
    yield list(page[done:])


def _column(lines: Sequence[tuple[_Line, str]], width: int) -> list[_Line]:
    """The lines of a column, as if it were as wide as the page; an empty one is a gap, unless all are so far apart."""
    places = [index for index, (_, text) in enumerate(lines) if text.strip()]
    usual = min((lower - upper for upper, lower in pairwise(places)), default=1)
    widest = max((len(text) for _, text in lines), default=1)
    column: list[_Line] = []
    for index, (line, text) in enumerate(lines):
        if text.strip():
            gap = line.after_gap or (bool(column) and index - places[len(column) - 1] > usual)
            begin = len(text) - len(text.lstrip())
            column.append(
                replace(line, text=text.strip(), indent=begin, width=len(text) * width // widest, after_gap=gap)
            )
    return column


def _with_labels(page: Sequence[_Line]) -> list[_Line]:
    """The lines of a page, in which a raised number that has a line of its own begins the line below it."""
    joined: list[_Line] = []
    for line in page:
        label = joined[-1] if joined else None
        apart = label is not None and (label.after_gap or label.indent < line.indent)
        if label is not None and apart and LABEL.fullmatch(label.text) and not line.after_gap:
            joined[-1] = replace(line, text=f"{label.text} {line.text}", indent=label.indent, after_gap=True)
        else:
            joined.append(line)
    return joined


def _usual_width(lines: Sequence[_Line]) -> int:
    """The width that a tenth of all lines reach."""
    widths = sorted(line.width for line in lines)
    return widths[len(widths) * 9 // 10] if widths else 0


def _furniture(pages: Sequence[Sequence[_Line]]) -> frozenset[int]:
    """The numbers of lines at the edges of pages that say the same on several, or are a page number."""
    if len(pages) < 2:
        return frozenset()
    on: Counter[tuple[str, int]] = Counter()
    for page in pages:
        on.update({form for line in [*page[:EDGE], *page[-EDGE:]] for form in _forms(line)})
    enough = max(2, OFTEN * len(pages))
    found: set[int] = set()
    for page in pages:
        edge: set[int] = set()
        for inwards in (page[:EDGE], page[: -EDGE - 1 : -1]):
            for line in inwards:
                if not PAGE_NUMBER.fullmatch(line.text) and all(on[form] < enough for form in _forms(line)):
                    break
                edge.add(line.number)
        # Text that is alike on all pages is no head: a page without any other has a head and a foot at most.
        found |= edge if len(edge) < len(page) else {page[0].number, page[-1].number}
    return frozenset(found)


def _forms(line: _Line) -> Iterator[tuple[str, int]]:
    """What the line has in common with those of other pages: all of it, or all but a number that counts the pages.

    A sentence has none.
    """
    text = " ".join(line.text.split())
    if SENTENCE.search(text):
        return
    yield text, 0
    columns = [" ".join(column.split()) for column in APART.split(line.text)]
    if len(columns) > 1:  # left and right pages print them the other way round
        mirrored = sorted(columns, key=lambda column: (PAGE_NUMBER.fullmatch(column) is not None, column))
        yield from _numbered("   ".join(mirrored), line.page)
    yield from _numbered(text, line.page)


def _numbered(text: str, page: int) -> Iterator[tuple[str, int]]:
    for number in FIGURES.finditer(text):
        yield f"{text[: number.start()]}#{text[number.end() :]}", int(number[0]) - page


def _first_note(page: Sequence[_Line], expected: int) -> int:
    """Where the notes of a page begin: at the number that is expected or a little more.

    The text before has its mark, or those of two notes after it: a mark may stand on the page before.
    """
    for place, line in enumerate(page):
        if not place or not (line.after_gap or line.indent < page[place - 1].indent):
            continue
        found = NOTE.fullmatch(line.text)
        number = int(found[1] or found[2]) if found else 0
        if not expected <= number < expected + FEW:
            continue
        text = " ".join(one.text for one in page[:place])
        marked = [number for number in range(number, number + FEW) if any(_mark_places(text, str(number)))]
        if number in marked or len(marked) > 1:
            return place
    return len(page)


def _notes(lines: Sequence[_Line], words: PrintedWords) -> Iterator[_Open]:
    note: _Open | None = None
    for line in lines:
        found = NOTE.fullmatch(line.text)
        number = int(found[1] or found[2]) if found else 0
        last = int(note.number) if note is not None else 0
        apart = line.after_gap or line.indent <= lines[0].indent + NEAR
        if found and (note is None or number == last + 1 or (apart and last < number < last + FEW)):
            if note is not None:
                yield note
            note = _Open("footnote", number=str(number))
            note.add(found[3], line.number, words)
        elif note is not None:
            note.add(line.text, line.number, words)
    if note is not None:
        yield note


def _mark_places(text: str, number: str) -> Iterator[tuple[int, int]]:
    """Where a mark may stand in a text: close behind a word or its punctuation."""
    mark = rf"(?<=[^\W\d_]|[.,;:)\]”\"’'])( ?)(?:\[{number}\]|{number})(?=\s|$|[,;:.)](?:\s|$))"
    for found in re.finditer(mark, text):
        before = text[: found.start()]
        if found[1] and (before[-1:].isalpha() or ABBREVIATED.search(before)):
            continue  # "article 5", "para. 4"
        yield found.span()


def _marked(blocks: Sequence[Block], numbers: Sequence[str]) -> list[Block]:
    """The blocks, in which the marks of these notes are marks; each note has one, and they come in order."""
    marked = list(blocks)
    begin = offset = 0
    for number in numbers:
        for index in range(begin, len(marked)):
            value = marked[index].text.value
            places = (one for one in _mark_places(value, number) if index > begin or one[0] >= offset)
            if place := next(places, None):
                marked[index] = _without(marked[index], *place, number)
                begin, offset = index, place[0]
                break
    return marked


def _without(block: Block, start: int, end: int, number: str) -> Block:
    def moved(place: int) -> int:
        return place if place <= start else max(start, place - (end - start))

    value = block.text.value
    return replace(
        block,
        text=Text(value[:start] + value[end:], tuple((moved(offset), line) for offset, line in block.text.starts)),
        marks=(*block.marks, Mark(start, number)),
    )


def _blocks(lines: Sequence[_Line], width: int, words: PrintedWords) -> Iterator[Block]:
    """The paragraphs, headings, items and rows of a page."""
    open_block: _Open | None = None
    last: _Line | None = None
    listed = sum(line.text.startswith("* ") for line in lines) > 1  # one star alone marks a note
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        cells = _cells(line, last, following)
        begins = (
            open_block is None
            or last is None
            or line.after_gap
            or bool(cells)
            or BEGINS.match(line.text) is not None
            or (last.width < SHORT * width and ENDED.search(last.text) is not None)
            or open_block.kind == "heading"
        )
        if begins:
            if open_block is not None:
                yield open_block.block()
            open_block = None
        if cells:
            yield _row(cells, line.number)
        elif open_block is None:
            heading = _is_heading(line, following, width)
            item = ITEM.match(line.text) if listed or line.text[0] != "*" else None
            open_block = _Open("heading" if heading else "item" if item else "paragraph")
            open_block.level = 0 if not heading else 1 if NUMBERED_HEADING.match(line.text) else 2
            open_block.add(line.text[item.end() :] if item and not heading else line.text, line.number, words)
        else:
            open_block.add(line.text, line.number, words)
        last = line
    if open_block is not None:
        yield open_block.block()


def _is_heading(line: _Line, following: _Line | None, width: int) -> bool:
    """A short line without a full stop that nothing continues."""
    ends = following is None or following.after_gap or BEGINS.match(following.text) is not None
    goes_on = following is not None and not following.text[0].isupper()
    alone = ends or (NUMBERED_HEADING.match(line.text) is not None and not goes_on)
    return (
        alone
        and len(line.text) <= LONGEST_HEADING
        and line.width < max(SHORT * width, 1) + 1
        and line.text[0].isupper()
        and HEADING.match(line.text) is not None
    )


def _cells(line: _Line, last: _Line | None, following: _Line | None) -> list[str]:
    """The cells of a line that is set in columns, as its neighbour is, or whose columns dots join; else none."""
    cells = COLUMNS.split(line.text)
    if len(cells) < 2:
        return []
    dotted = re.search(r"\.{4,}", line.text) is not None
    beside = any(one is not None and len(COLUMNS.split(one.text)) == len(cells) for one in (last, following))
    return cells if dotted or (beside and not BEGINS.match(line.text)) else []


def _row(cells: Sequence[str], line: int) -> Block:
    row = row_of([Block("row", Text(" ".join(cell.split()), ((0, line),))) for cell in cells])
    return replace(row, text=Text(row.text.value, ((0, line),)))


def _grouped(blocks: Sequence[Block]) -> list[Block]:
    """The same blocks; items and rows that follow one another have a group of their own."""
    grouped: list[Block] = []
    group = 0
    last: BlockKind | None = None
    for block in blocks:
        if block.kind in ("item", "row"):
            group += block.kind != last
            block = replace(block, group=group)
        grouped.append(block)
        last = last if block.kind == "footnote" else block.kind
    return grouped
