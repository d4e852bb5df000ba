"""Tables of numbers without rules: known by the places at which numbers of several lines end, in whatever order drawn.

The gap between two numbers may be as narrow as one between words; what stands left of them are labels.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_figure_blocks import (
    Block,
    beside,
    blocks_of,
    first_lines,
    known_rails,
    single_blocks,
)
from mandate_data.documents.pdf.pdf_figure_columns import (
    Columns,
    FigureRow,
    columns_of,
    row_of_figures,
    spans_of,
    with_texts,
)
from mandate_data.documents.pdf.pdf_figure_heads import HeadLine, extents_of, head_line, head_of
from mandate_data.documents.pdf.pdf_figure_rows import TableLine, rows_of_lines
from mandate_data.documents.pdf.pdf_figures import FEWEST, FEWEST_PLACES, Figure, Rails, figures_of, lines_of_figures
from mandate_data.documents.pdf.pdf_gutters import GUTTER, MARKER, Span
from mandate_data.documents.pdf.pdf_lines import lines_of, rows_of
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.pdf.pdf_words import Word

MOST_COLUMNS = 4  # of a page, at the ends of which tables may be cut
ABOVE = 15.0  # of the size: so far above a table its head may begin
HEAD = 6.0  # of the size: the height of a head
LONG_LABEL = 4  # words, on average, and half begin in small letters: lines of text beside a table
WORDS_OF_TEXT = 3  # of a line, on average
WIDER = 1.5  # than the other gaps of its line: one before a number that is alone
PART = 0.5  # of the size: what parts cells of which only the middles are known
MOST_EVEN = 0.3  # of the rows have gaps that are all alike, as lines of text have
MOST_STRANGE = 0.25  # of the numbers stand below no other
LEADER = "...."


class FigureTable(NamedTuple):
    """A table, the words that it takes, and where its numbers end."""

    table: Table
    words: frozenset[Word]
    rails: Rails


def figure_tables(
    words: Sequence[Word], rules: Sequence[Edge], number: int, before: Table | None = None
) -> list[FigureTable]:
    """The tables of numbers among the words of a page, given in the order of the file.

    `rules` are its horizontal rules, `number` is that of the page, `before` a table that may go on from the one before.
    """
    figures = figures_of(words)
    if len(figures) < FEWEST_PLACES:
        return []
    page = _Page(words, rules, number)
    found: list[FigureTable] = []
    lines: Sequence[Sequence[Figure]] = lines_of_figures(figures)
    known = known_rails(before)
    found += page.tables_of(first_lines(lines, known) if known else ())
    lines = _without(lines, found)
    found += page.tables_of([*blocks_of(lines, centred=False), *blocks_of(lines, centred=True)])
    lines = _without(lines, found)
    lowest = sorted(found, key=lambda one: -one.table.top)[:MOST_COLUMNS]
    found += page.tables_of(block for table in lowest for block in beside(lines, table.rails))
    lines = _without(lines, found)
    return [*found, *page.tables_of(single_blocks(lines, words))]


def _without(lines: Sequence[Sequence[Figure]], found: Sequence[FigureTable]) -> Sequence[Sequence[Figure]]:
    """The lines without the numbers that are in tables."""
    if not found:
        return lines
    taken = {word for table in found for word in table.words}
    left = ([one for one in line if one.words[0] not in taken] for line in lines)
    return [line for line in left if line]


@dataclass(frozen=True)
class _Page:
    """The page whose tables are found: its words in the order of the file, its horizontal rules, its number."""

    words: Sequence[Word]
    rules: Sequence[Edge]
    number: int

    @cached_property
    def feet(self) -> tuple[list[float], list[int]]:
        """The feet of all words from top to bottom, and the place of each word in the file."""
        places = sorted(range(len(self.words)), key=lambda place: self.words[place].bottom)
        return [self.words[place].bottom for place in places], places

    def tables_of(self, blocks: Iterable[Block]) -> list[FigureTable]:
        """The tables that these lines of numbers are; of two that share words, the one with more."""
        tables = [table for block in blocks if (table := self._table(block)) is not None]
        found: list[FigureTable] = []
        taken: set[Word] = set()
        for table in sorted(tables, key=lambda one: -len(one.words)):
            if taken.isdisjoint(table.words):
                found.append(table)
                taken |= table.words
        return found

    def _table(self, block: Block) -> FigureTable | None:
        rows = [row_of_figures(row, block.rails) for row in rows_of(self._own_words(block))]
        best = _longest(rows, block)
        if best is None:
            return None
        columns, lines = best
        inside = {word for line in lines for cell in line.cells.values() for word in cell}
        left = min(word.x0 for word in inside)
        size = max(word.size for word in inside)
        top = lines[0].top
        near = self._level(top - ABOVE * size, top + size)
        others = [word for word in map(self.words.__getitem__, near) if word not in inside]
        head, above = head_of(others, columns, lines, left, size)
        found = [*_head_rows(head), *_merged([*above, *lines], self.rules)]
        cells = tuple(
            tuple(tuple(lines_of(row.get(column, []), self.number)) for column in range(columns.width)) for row in found
        )
        taken = frozenset(word for row in found for cell in row.values() for word in cell)
        top = min(word.top for word in taken)
        return FigureTable(Table(self.number, self.number, top, cells), taken, columns.rails)

    def _own_words(self, block: Block) -> list[Word]:
        """The words of the table: those drawn with its numbers, at their heights, and others between them."""
        words = self.words
        first, last = block.lines[0][0], block.lines[-1][0]
        top, bottom = first.bottom - 0.7 * first.size, last.bottom + 0.3 * last.size
        figures = [one for line in block.lines for one in line if block.rails.of(one) is not None]
        places = [one.place for one in figures]
        begin, end = min(places), max(places) + 1
        near = self._level(top - HEAD * first.size, bottom)  # the head of a column is drawn before its numbers
        drawn_near = set(near)
        while begin - 1 in drawn_near:
            begin -= 1
        while end in drawn_near:
            end += 1
        right = max(one.x1 for one in figures)
        if _is_text_beside(words[max(places) + 1 : end], last.bottom - last.size, right):
            end = max(places) + 1
        level = [place for place in near if words[place].bottom >= top]
        own = [words[place] for place in level if begin <= place < end]
        left, right = min(word.x0 for word in own), max(word.x1 for word in own)
        for place in level:
            word = words[place]
            if not begin <= place < end and word.x0 < right and word.x1 > left:
                own.append(word)
        return own

    def _level(self, top: float, bottom: float) -> list[int]:
        """The places in the file of the words whose feet are at these heights, in their order."""
        feet, places = self.feet
        return sorted(places[bisect_left(feet, top) : bisect_right(feet, bottom)])


def _merged(lines: Sequence[TableLine], rules: Sequence[Edge]) -> Iterator[dict[int, list[Word]]]:
    for group in rows_of_lines(lines, rules):
        cells: dict[int, list[Word]] = {}
        for line in group:
            for column, words in line.cells.items():
                cells.setdefault(column, []).extend(words)
        yield cells


def _head_rows(head: Sequence[HeadLine]) -> list[dict[int, list[Word]]]:
    """The rows of a head: the lines of its cells are together, but for those with cells over several columns."""
    rows: list[tuple[bool, dict[int, list[Word]]]] = []
    for line in head:
        if rows and rows[-1][0] == line.spans and not (line.spans and len(line.cells) > 1 and len(rows[-1][1]) > 1):
            for column, words in line.cells.items():
                rows[-1][1].setdefault(column, []).extend(words)
        else:
            rows.append((line.spans, {column: list(words) for column, words in line.cells.items()}))
    return [cells for _, cells in rows]


def _is_text_beside(words: Sequence[Word], bottom: float, right: float) -> bool:
    """Whether words that were drawn behind the last number are lines of text on the right of the table, from higher up
    on."""
    beside = [word for word in words if word.x0 > right]
    lines = len({word.bottom for word in beside})
    return bool(beside) and beside[0].bottom < bottom and len(beside) >= WORDS_OF_TEXT * lines


def _longest(rows: Sequence[FigureRow], block: Block) -> tuple[Columns, list[TableLine]] | None:
    """The columns and lines of the longest table among these rows."""
    rails = block.rails
    fewest = min(FEWEST_PLACES, rails.width)
    numbered = [row for row in rows if len(row.cells) >= fewest]
    if (spans := spans_of(numbered, rails.width)) is None:
        return None
    if (columns := _overlapping(numbered, spans)) != rails.columns and len(rails.places) == rails.width:
        rails = rails._replace(columns=columns)
        rows = [row_of_figures(row.words, rails) for row in rows]
        numbered = [row for row in rows if len(row.cells) >= fewest]
        if (spans := spans_of(numbered, rails.width)) is None:
            return None
    told = [with_texts(row, spans, rails) for row in rows]
    full = [row for row in told if len(row.cells) >= fewest]
    if _are_text(full) or (rails.width == 1 and not _are_labelled(full)) or (rails.centred and not _are_apart(full)):
        return None
    found = columns_of(full, spans, rails)
    numbers = [line for row in full if (line := _line(row, found, {})) is not None]
    extents = extents_of(numbers)
    if not extents:
        return None
    best: list[TableLine] = []
    run: list[TableLine] = []
    for row in told:
        line = _line(row, found, extents)
        if line is None:
            best, run = max(best, _trimmed(run), key=_numbers), []
        else:
            run.append(line)
    best = max(best, _trimmed(run), key=_numbers)
    unlabelled = 2 * sum(bool(row.label) for row in full) < len(full)
    least = 1 if block.known else FEWEST if rails.width == 1 or unlabelled else FEWEST_PLACES
    return (found, best) if _numbers(best) >= least else None


def _overlapping(rows: Sequence[FigureRow], spans: Sequence[Span]) -> tuple[int, ...]:
    """The column of each place: two whose numbers would overlap, and that no row has both of, are one."""
    columns = [0]
    for place in range(1, len(spans)):
        over = spans[place][0] < spans[place - 1][1]
        both = any(place in row.cells and place - 1 in row.cells for row in rows)
        columns.append(columns[-1] + (both or not over))
    return tuple(columns)


def _are_text(rows: Sequence[FigureRow]) -> bool:
    """Whether rows are lines of text: their words are as far from each other as all are in a line, most of their
    numbers stand below none, dots lead to them, or their labels read on, as text does beside a table."""
    even = sum(row.is_even for row in rows)
    strange = sum(any(map(str.isdigit, word.text)) for row in rows for words in row.texts.values() for word in words)
    dotted = sum(any(word.text.endswith(LEADER) for word in row.words) for row in rows)
    single = sum(word.text == "." for row in rows for word in row.words)
    if even > MOST_EVEN * len(rows) or strange > MOST_STRANGE * sum(len(row.cells) for row in rows):
        return True
    labels = [row.label for row in rows if row.label]
    small = sum(label[0].text[0].islower() for label in labels)
    reads_on = bool(labels) and sum(map(len, labels)) >= LONG_LABEL * len(labels) and 2 * small >= len(labels)
    return reads_on or dotted > 0 or single > len(rows)


def _are_apart(rows: Sequence[FigureRow]) -> bool:
    """Whether wide gaps part the cells of all rows, which have no words between their numbers."""
    for row in rows:
        cells = sorted([*row.cells.values(), *row.texts.values()], key=lambda words: words[0].x0)
        if any(0 < region < max(row.cells) for region in row.texts):
            return False
        least = PART * row.size
        if any(right[0].x0 - left[-1].x1 < least for left, right in pairwise(cells)):
            return False
    return True


def _are_labelled(rows: Sequence[FigureRow]) -> bool:
    """Whether single numbers have labels before them, further away than words are from each other, and few of these
    begin with a number, as contents do."""
    wide = marked = 0
    for row in rows:
        label = row.label
        if not label or 0 not in row.cells or len(row.texts) > 1:
            return False
        gap = row.cells[0][0].x0 - label[-1].x1
        widest = max((right.x0 - left.x1 for left, right in pairwise(label)), default=0.0)
        wide += gap >= GUTTER * row.size and gap > WIDER * widest
        marked += MARKER.fullmatch(label[0].text) is not None
    return len(rows) >= FEWEST and 2 * wide >= len(rows) and 2 * marked < len(rows)


def _numbers(lines: Sequence[TableLine]) -> int:
    return sum(line.figures > 0 for line in lines)


def _trimmed(lines: Sequence[TableLine]) -> list[TableLine]:
    """The lines from the first with numbers to the last."""
    places = [place for place, line in enumerate(lines) if line.figures]
    return list(lines[places[0] : places[-1] + 1]) if places else []


def _line(row: FigureRow, columns: Columns, extents: Mapping[int, Span]) -> TableLine | None:
    """A row as a line of the table; None if its words stand in no columns."""
    cells = columns.cells_of(row)
    if row.cells and cells is not None:
        return TableLine(cells, row.top, row.bottom, len(row.cells))
    if cells is not None and list(row.texts) == [0]:
        return TableLine(cells, row.top, row.bottom)
    head = head_line(row.words, columns, extents) if extents else None
    return None if head is None else TableLine(head.cells, row.top, row.bottom, len(row.cells), is_head=True)
