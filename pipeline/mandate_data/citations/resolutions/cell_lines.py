"""Finding the numbers of tables that have each cell in a line of its own, as an extraction left them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from mandate_data.citations.bodies import table
from mandate_data.citations.reading.prepared_text import Linear, PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.numbering import symbol_of
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.resolutions.resolution_numbers import number_at
from mandate_data.citations.resolutions.resolution_references import of_organ, resolution_reference
from mandate_data.citations.resolutions.table_headings import Announced, Heading, names_only_a_kind
from mandate_data.citations.resolutions.unnamed_kinds import kind_of
from mandate_data.citations.symbols.symbols import read

_REACH = 4000
"""How far before a table the symbol of its document stands."""
_HEAD = 300
"""So long is the head of a table, cell by cell, below its heading."""
_ROW = 800
"""So long is a row."""
MOST_LINES = 14
"""Lines between a heading and the first number."""
_FIGURE = re.compile(r"\d")
_TITLE = re.compile(r"\s*[\"'(]?([^\W\d_])[^\n]*[^\W\d_]")


@cache
def _numbers_alone() -> Linear:
    """A number that is all that its line has."""
    return Linear(r"\n[ \t]*(?:E?S-)?[0-9]{1,4}/[1-9][0-9]{0,2}[ \t]*[A-Z]?\.?[ \t]*\n")


class _Table(NamedTuple):
    """A table that has begun: whose numbers and of which kind they are, and its last row."""

    organ: str
    kind: Announced
    last: Number


def numbers_in_lines(text: PreparedText, plain: str, data: bytes, begin: int) -> list[Number]:
    """The numbers from `begin` on that are all their line has, with a title in the next one."""
    found = []
    for start, end in _numbers_alone().spans(data, begin, len(data)):
        place = start + len(plain[start:end]) - len(plain[start:end].lstrip())
        number = number_at(plain, place, text.words)
        if number is None or number.session is None or plain[number.end : end].strip(" \t\n."):
            continue
        title = _TITLE.match(text.raw, end - 1)
        if title is not None and not (text.words.capitals and text.raw[title.start(1)].islower()):
            found.append(number)
    return found


def cell_rows(
    text: PreparedText, plain: str, headings: Sequence[Heading], numbers: Sequence[Number]
) -> Iterator[Reference]:
    """The resolutions or decisions of such tables: of one session, each number higher than the one before. A number
    alone is not a table."""
    announcing = [one for one in headings if one.columns or one.unnamed is not None]
    starts = [one.start for one in announcing]
    begun: _Table | None = None
    before: _Table | None = None
    rows: list[Reference] = []
    for number in numbers:
        place = bisect_left(starts, number.start)
        above = announcing[place - 1] if place else None
        if begun is not None and not _goes_on(text, begun, number, above):
            begun = None
        if begun is None:
            yield from rows if len(rows) > 1 else ()
            begun, rows = _begins(plain, number, above, before), []
        if begun is None:
            continue
        kind = begun.kind or kind_of(begun.organ, number)
        symbol = symbol_of(kind, begun.organ, number)
        if symbol is None:
            begun = None
            continue
        begun = before = begun._replace(last=number)
        rows.append(resolution_reference(text, kind, number, of_organ(begun.organ, symbol)))
    yield from rows if len(rows) > 1 else ()


def _goes_on(text: PreparedText, begun: _Table, number: Number, above: Heading | None) -> bool:
    """Whether a number is that of the next row: a heading of another kind begins another table."""
    if number.session != begun.last.session or number.number <= begun.last.number:
        return False
    if number.start - begun.last.end > _ROW:
        return False
    if above is None or above.start < begun.last.end:
        return True
    announced = above.columns[0].kind if above.columns else above.unnamed
    return announced == begun.kind or not names_only_a_kind(text, above)


def _begins(plain: str, number: Number, above: Heading | None, before: _Table | None) -> _Table | None:
    """The table whose first row a number is in, right below the cells of its head; one without an organ is of that of
    the table `before`, if that is of the same session."""
    if above is None or number.start - above.end > _HEAD:
        return None
    head = plain[above.end : number.start]
    if _FIGURE.search(head) or len(head.split("\n")) > 2 * MOST_LINES:
        return None
    named = above.columns[0].organ if above.columns and above.columns[0].cell is None else None
    if named is None and above.unnamed is not None:
        same = before is not None and before.last.session == number.session
        named = before.organ if before is not None and same else _of_the_document(plain, number)
    if named is None or not table().adopts(named):
        return None
    announced = above.columns[0].kind if above.columns else above.unnamed
    return _Table(named, announced or "", number)


def _of_the_document(plain: str, number: Number) -> str | None:
    """The organ whose document of the same session or year is named last: `E/2008/INF/2`."""
    printed = re.compile(rf"(?<![\w/.])[A-Z]{{1,5}}(?:/[A-Z][A-Z.\d]*)?/{re.escape(number.session or '')}/[\w./-]*\w")
    symbols = printed.findall(plain, max(0, number.start - _REACH), number.start)
    found = read(symbols[-1]) if symbols else None
    return found.body if found is not None and table().adopts(found.body) else None
