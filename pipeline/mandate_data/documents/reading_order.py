"""A text that comes in chunks, in the order in which the cells of its drawn tables are read; places lead back to it.

Only tables that break cells at the ends of lines are changed, and rows of printed columns that break a symbol.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mandate_data.documents.broken_rows import ENDS_SO, broken_rows
from mandate_data.documents.document import LeftOut
from mandate_data.documents.drawn_lines import Piece, may_have_tables, uncontained
from mandate_data.documents.drawn_tables import drawn_tables
from mandate_data.documents.framed_tables import Table
from mandate_data.documents.line_breaks import BROKEN_UNSPACED
from mandate_data.documents.text_columns import PAGE_END, columns_of
from mandate_data.documents.text_tables import doubtful_cells

LONGEST = 1 << 22
"""Characters that are held back at most until a paragraph ends."""
HYPHENS = ("-", "\u2010")  # how a word goes on behind the end of a line is told there
GAPS = ("\n\n", "\n\r\n")


class _Stretch(NamedTuple):
    """Characters that stand together in both texts: where, on which lines, counted from 0, and how many."""

    start: int
    line: int
    origin: int
    origin_line: int
    length: int


class ReadingOrder:
    """The chunks of a text in reading order; `doubtful` are the tables that may be read wrongly."""

    def __init__(self, chunks: Iterable[str]) -> None:
        self.doubtful: list[LeftOut] = []
        self._chunks = chunks
        self._stretches: list[_Stretch] = []
        self._kept: list[tuple[int, str]] = []  # where tables begin in the text as it was, and their text
        self._size = self._lines = self._origin = self._origin_lines = 0

    def __iter__(self) -> Iterator[str]:
        held = ""
        for chunk in self._chunks:
            held += chunk
            end = max(map(held.rfind, GAPS)) + 1 if len(held) < LONGEST else len(held)
            if end > 0:
                yield self._read(held[:end])
                held = held[end:]
        if held:
            yield self._read(held)

    @property
    def is_changed(self) -> bool:
        """Whether any of it was read in another order so far."""
        return bool(self._kept)

    def place(self, offset: int) -> int:
        """Where the character at an offset stands in the text as it was."""
        found = self._stretch(offset)
        return found.origin + min(offset - found.start, max(found.length - 1, 0))

    def line(self, offset: int, line: int) -> int:
        """The line, from 1, in the text as it was, of a character at an offset that is on a line here, from 1."""
        found = self._stretch(offset)
        return found.origin_line + line - found.line

    def text(self, start: int, end: int, usual: str) -> str:
        """What stands between two places of the text as it was; what is `usual`, if it isn't all in one table."""
        index = bisect_right(self._kept, start, key=lambda one: one[0]) - 1
        begin, text = self._kept[index] if index >= 0 else (0, "")
        return text[start - begin : end - begin] if end - begin <= len(text) and index >= 0 else usual

    def _stretch(self, offset: int) -> _Stretch:
        index = bisect_right(self._stretches, offset, key=lambda one: one.start) - 1
        return self._stretches[max(index, 0)]

    def _read(self, text: str) -> str:
        tables = _tables(text)
        if not tables:
            self._take(text)
            return text
        lines = text.split("\n")
        pieces: list[str] = []
        ends = [0]
        for line in lines:
            ends.append(ends[-1] + len(line) + 1)
        done = 0
        begin, begin_line = self._origin, self._origin_lines
        for table, sign in tables:
            self.doubtful += doubtful_cells([table], begin_line)
            if not any(len(cell) > 1 for row in table.rows for cell in row):
                continue
            pieces.append(self._take(text[ends[done] : ends[table.first]]))
            for row in table.rows:
                pieces += self._row(row, lines, ends, sign, begin, begin_line)
            last = min(ends[table.last], len(text))
            self._kept.append((begin + ends[table.first], text[ends[table.first] : last]))
            self._origin, self._origin_lines, done = begin + last, begin_line + table.last, table.last
        pieces.append(self._take(text[min(ends[done], len(text)) :]))
        return "".join(pieces)

    def _row(
        self, row: list[list[Piece]], lines: list[str], ends: list[int], sign: str, begin: int, begin_line: int
    ) -> Iterator[str]:
        """A row in one line, cell by cell."""
        for number, cell in enumerate(row):
            before = ""
            for piece in cell:
                if before:
                    yield self._add("\n" if before.endswith(HYPHENS) else "" if BROKEN_UNSPACED.search(before) else " ")
                before = lines[piece.line][piece.start : piece.end]
                self._origin, self._origin_lines = begin + ends[piece.line] + piece.start, begin_line + piece.line
                yield self._take(before)
            yield self._add(sign if number + 1 < len(row) else "\n")

    def _take(self, text: str) -> str:
        """Go on with a text as it was."""
        breaks = text.count("\n")
        self._stretches.append(_Stretch(self._size, self._lines, self._origin, self._origin_lines, len(text)))
        self._size, self._lines = self._size + len(text), self._lines + breaks
        self._origin, self._origin_lines = self._origin + len(text), self._origin_lines + breaks
        return text

    def _add(self, sign: str) -> str:
        """Go on with a sign that isn't in the text."""
        if sign:
            self._stretches.append(_Stretch(self._size, self._lines, max(self._origin - 1, 0), self._origin_lines, 0))
            self._size, self._lines = self._size + len(sign), self._lines + sign.count("\n")
        return sign


def _tables(text: str) -> list[tuple[Table, str]]:
    """The tables of a text, and the broken rows of its columns, from top to bottom, and what parts their cells."""
    broken = ENDS_SO.search(text) is not None
    if not broken and not may_have_tables(text):
        return []
    lines = text.split("\n")
    drawn = drawn_tables([uncontained(line) for line in lines]) if may_have_tables(text) else []
    tables = [(table, " | ") for table in drawn]
    covered = {number for table, _ in tables for number in range(table.first, table.last)}
    if broken:
        for first, last in _pages(lines):
            page = [line.replace(PAGE_END, " ") for line in lines[first:last]]
            if any(ENDS_SO.search(line) for line in page):
                for row in broken_rows(page, columns_of(page)):
                    if covered.isdisjoint(range(row.first + first, row.last + first)):
                        tables.append((_moved(row, first), "   "))
    return sorted(tables, key=lambda one: one[0].first)


def _pages(lines: list[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for number in [*(number for number, line in enumerate(lines) if PAGE_END in line and number), len(lines)]:
        yield first, number
        first = number


def _moved(table: Table, by: int) -> Table:
    rows = [[[piece._replace(line=piece.line + by) for piece in cell] for cell in row] for row in table.rows]
    return table._replace(first=table.first + by, last=table.last + by, rows=rows)
