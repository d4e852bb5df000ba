"""Finding the rows of bare numbers under a heading such as "General Assembly resolutions"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice

from mandate_data.citations.bodies import table
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.layout import PLAIN, Layout
from mandate_data.citations.reading.prepared_text import Linear, PreparedText
from mandate_data.citations.reading.sentences import WALL
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.cell_lines import MOST_LINES, cell_rows, numbers_in_lines
from mandate_data.citations.resolutions.document_heads import DocumentHeads
from mandate_data.citations.resolutions.numbering import symbol_of
from mandate_data.citations.resolutions.resolution_numbers import numbers_at
from mandate_data.citations.resolutions.resolution_references import of_organ, resolution_reference
from mandate_data.citations.resolutions.table_headings import (
    AROUND,
    EDGE,
    MARK,
    MOST_CELLS,
    ROW,
    RULE,
    Column,
    Heading,
    adopting_issuer,
    cells_of,
    heading_lines,
    is_of_the_one_above,
    read_heading,
)
from mandate_data.citations.resolutions.unnamed_kinds import kind_of

"""Characters that a heading may have beside the organ and its "resolutions"."""
_WITHOUT, _WITHOUT_IN_CONTENTS = 3, 8
"""Lines without a number after which a table has ended, or one of contents: titles run over several lines."""
_CELL_BEGINS = rf"[\n|][\s|*\xa4-]{{0,8}}{MARK}(?:E?S-)?"
_FIRST_ROW = re.compile(rf"{_CELL_BEGINS}\d{{1,4}}(?![\d.]|\s*\n)")
"""The first line or cell that may begin with the number of a resolution: no paragraph, no page."""


@cache
def _may_have_rows() -> Linear:
    """What such a cell begins with: most texts have none, and RE2 leaps from line to line."""
    return Linear(rf"{_CELL_BEGINS}[0-9]{{1,4}}(?:[^0-9.]|\z)")


_ARTICLE = 4
"""Characters that a cell may have beside the name of an organ: `The`."""
_LINE_FEED = 10
_TITLE = re.compile(r"\.\s+[^\W\d]")
_CELL_ENDS = re.compile(r"[ \t\r\n|.,;)]|$")


def table_rows(
    text: PreparedText, organs: Organs, layout: Layout = PLAIN, known: Sequence[Reference] = ()
) -> list[Reference]:
    """The resolutions or decisions whose bare numbers begin the lines after a heading that names their organ, or the
    cells below it.

    A table ends at the next heading, or after three lines that begin with no number. What is `known` already may tell
    whose the first number is below a heading that does not say so.
    """
    data, plain = _lines(text, layout)
    near = _may_have_rows().search_at(data)
    first = _FIRST_ROW.search(plain, near) if near is not None else None
    if first is None:
        return []
    alone = numbers_in_lines(text, plain, data, first.start())
    begin = _lines_before(plain, plain.rfind("\n", 0, first.start() + 1), MOST_LINES if alone else _WITHOUT)
    heads = DocumentHeads(text)
    lines = heading_lines(text.words).spans(data, begin, len(data))
    headings = [heading for start, end in lines if (heading := read_heading(text, organs, heads, start, end))]
    found: list[Reference] = []
    told: Reference | None = None
    for index, heading in enumerate(headings):
        above = headings[index - 1] if index else None
        if above is not None and is_of_the_one_above(plain, above, heading):
            headings[index] = heading = heading._replace(columns=above.columns)
        elif above is not None and heading.unnamed is not None and above.columns and above.columns[0].cell is None:
            column = above.columns[0]._replace(kind=heading.unnamed, titled=True)
            headings[index] = heading = heading._replace(columns=[column])
        limit = headings[index + 1].start if index + 1 < len(headings) else len(plain)
        part = bisect_right(layout.parts, heading.start)
        limit = min([limit, *layout.parts[part : part + 1]])
        if not heading.columns and heading.unnamed is not None:
            told = _first_row(known, heading)
            columns = [_column_of(told)] if told is not None else []
            headings[index] = heading = heading._replace(columns=columns)
        elif heading.unnamed is None:
            told = None
        if heading.columns:
            rows = _rows(text, organs, plain, heading, limit)
            found += _like(told, rows) if told is not None else rows
    if not alone:
        return found
    return sorted([*found, *cell_rows(text, plain, headings, alone)], key=lambda one: one.start)


def _first_row(known: Sequence[Reference], heading: Heading) -> Reference | None:
    """The first row below a heading, if its number was read with the word in the heading: `Resolutions`, and `7/1` in
    the next line."""
    place = bisect_left(known, heading.start, key=lambda one: one.start)
    row = known[place] if place < len(known) else None
    if row is None or row.start >= heading.end or row.end <= heading.end or row.symbol is None:
        return None
    return row if row.organ is not None and table().adopts(row.organ) and "/" in row.text else None


def _column_of(row: Reference) -> Column:
    return Column(row.organ or "", "RES" if row.kind == "resolution" else "DEC", titled=True)


def _like(row: Reference, rows: Iterable[Reference]) -> Iterator[Reference]:
    """The rows whose numbers are of the session of the first one."""
    session = row.text.rpartition("/")[0].split()[-1]
    return (one for one in rows if one.text.partition("/")[0] == session)


def _lines(text: PreparedText, layout: Layout) -> tuple[bytes, str]:
    """The plain text in which each piece of a document, and each printed line that may be a row, begins a line, and
    notes are blank; it is as long."""
    wall = WALL.encode()
    if wall not in text.data and not layout.lines:
        return text.data, text.plain
    lines = bytearray(text.data.replace(wall, b"\n"))
    for place in layout.lines:
        if lines[place - 1 : place] == b" " and ROW.match(text.plain, place):
            lines[place - 1] = _LINE_FEED
    for start, end in layout.notes:
        lines[start:end] = b" " * (end - start)
    return bytes(lines), lines.decode("latin-1")


def _lines_before(plain: str, position: int, most: int) -> int:
    """Where the first of the lines begins that may be the heading of a row after the line break at `position`."""
    lines = 0
    while lines < most and position > 0:
        begins = plain.rfind("\n", 0, position) + 1
        lines += bool(plain[begins:position].strip(RULE))
        position = begins - 1
    return position + 1


def _rows(text: PreparedText, organs: Organs, plain: str, heading: Heading, limit: int) -> Iterator[Reference]:
    """The rows below a heading, in which lines are parted as in `plain`."""
    position, without = heading.end, 0
    most = _WITHOUT_IN_CONTENTS if heading.columns[0].contents else _WITHOUT
    while position < limit and without < most:
        line_end = plain.find("\n", position + 1, limit)
        line_end = limit if line_end < 0 else line_end
        if not plain[position:line_end].strip(RULE):
            position = line_end
            continue
        found = False
        for column, start, end in _places(text, organs, plain, heading, position + 1, line_end):
            for reference in _row(text, plain, column, start, end):
                found = True
                yield reference
        without = 0 if found else without + 1
        position = line_end


def _places(
    text: PreparedText, organs: Organs, plain: str, heading: Heading, start: int, end: int
) -> Iterator[tuple[Column, int, int]]:
    """Where the numbers of each column may be in a line, and whose they are."""
    if heading.columns[0].cell is None:
        yield heading.columns[0], start, end
        return
    edge = EDGE.match(plain, start, end) if heading.edged else None
    cells = list(islice(cells_of(plain, edge.end() if edge else start, end), MOST_CELLS))
    for column in heading.columns:
        if column.cell is None or column.cell >= len(cells):
            continue
        organ = column.organ or _organ_of_row(text, organs, cells[: column.cell]) or adopting_issuer(text)
        if organ:
            yield column._replace(organ=organ), *cells[column.cell]


def _organ_of_row(text: PreparedText, organs: Organs, cells: Sequence[tuple[int, int]]) -> str | None:
    """The organ that one of the cells is the name of: `The General Assembly | 60/1`."""
    for start, end in cells:
        said = text.plain[start:end].strip(AROUND)
        if said and not said[0].isdigit():
            for one in organs.within(start, end):
                if not one.weak and not one.generic and len(said) - (one.end - one.start) <= _ARTICLE:
                    return one.slug
    return None


def _row(text: PreparedText, plain: str, column: Column, start: int, end: int) -> Iterator[Reference]:
    """The numbers with which a line or a cell begins."""
    row = ROW.match(plain, start, end)
    if row is None:
        return
    has_symbols, begins = table().adopts(column.organ), row.end()
    for number in (number for group in numbers_at(plain[begins:end], 0, text.words) for number in group):
        if number.bare:
            continue
        kind = column.kind or kind_of(column.organ, number)
        symbol = symbol_of(kind, column.organ, number)
        first, last = begins + number.start, begins + number.end
        if not _CELL_ENDS.match(plain, last) or (symbol is None and has_symbols):
            continue
        if column.titled and (not _TITLE.match(text.raw, last, end) or text.raw[last:end].lstrip(" .\t")[:1].islower()):
            continue
        placed = number._replace(start=first, end=last)
        yield resolution_reference(text, kind, placed, of_organ(column.organ, symbol))
