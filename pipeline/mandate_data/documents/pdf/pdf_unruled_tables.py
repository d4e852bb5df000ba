"""Tables without vertical rules: rows whose cells stand in columns, which gutters part."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_gutters import MARKER, Span, size_of
from mandate_data.documents.pdf.pdf_lines import Line, Row, line_of
from mandate_data.documents.pdf.pdf_runs import FEWEST_ROWS
from mandate_data.documents.pdf.pdf_tables import Table

WIDE = 1.5  # of the size: a gap that no line of running text has
SHORT = 15  # characters of a number in a column
MORE_ROWS = 6  # through which a gutter runs that is not as wide
MORE_WHOLE = 4  # lines with a cell in each column
NEAR = 0.5  # points by which lines of rows may be nearer to each other than others
MOST_ENTRIES = 0.7  # of the lines with a first cell
WIDER = 1.25  # of the usual distance: a new row of a table


def table_of(
    parted: Sequence[dict[int, Row]], count: int, rules: Sequence[float], number: int
) -> tuple[Table | None, int]:
    """The table of `count` columns that these rows make, given by column, and how many of them; none where the first
    column holds no more than bullets or numbers. `rules` are the heights of the rules on the page of this `number`."""
    cells = [{column: line_of(words, number) for column, words in row.items()} for row in parted]
    while len(cells[-1]) == 1 and _is_apart(cells):
        cells.pop()  # it begins what comes after the table
    rows = cells[:-1] if _is_apart(cells) else cells  # the last may be the foot of a page
    if all(MARKER.fullmatch(row[0].text) for row in rows if 0 in row):
        return None, 0
    top = min(line.top for row in cells for line in row.values())
    return Table(number, number, top, tuple(_table_rows(cells, count, rules))), len(cells)


def in_columns(row: Row, gutters: Sequence[Span]) -> dict[int, Row]:
    """The words of a row by the column that they stand in."""
    columns: dict[int, Row] = {}
    ends = [gutter[1] - 0.1 for gutter in gutters]  # from left to right
    for word in row:
        columns.setdefault(bisect_right(ends, word.x0), []).append(word)
    return columns


def _are_aligned(rows: Sequence[dict[int, Row]]) -> bool:
    """Whether the columns of a few rows begin at the same place each, or end so and are short as numbers are.

    Justified lines of few words have wide gaps, too, but not in the same places.
    """
    for column in {column for row in rows for column in row} - {0}:
        cells = [row[column] for row in rows if column in row]
        begins = [min(word.x0 for word in cell) for cell in cells]
        short = all(sum(len(word.text) for word in cell) <= SHORT for cell in cells)
        if max(begins) - min(begins) > size_of(cells[0]) and not short:
            return False
    return True


def makes_table(run: Sequence[Row], parted: Sequence[dict[int, Row]], gutters: Sequence[Span]) -> bool:
    """Whether gutters part as many rows as show that they are no accident of justified lines."""
    several = [columns for columns in parted if len(columns) > 1]
    wide = all(right - left >= WIDE * size_of(run[0]) for left, right in gutters)
    enough = len(several) >= (FEWEST_ROWS - 1 if wide else MORE_ROWS) and len(run) >= FEWEST_ROWS
    return enough and (len(several) > FEWEST_ROWS or _are_aligned(several))


def _is_apart(cells: Sequence[dict[int, Line]]) -> bool:
    """Whether the last row is further from the others than they are from each other."""
    bottoms = [max(line.bottom for line in row.values()) for row in cells]
    distances = [lower - upper for upper, lower in pairwise(bottoms)]
    return len(distances) > 1 and distances[-1] > WIDER * min(distances[:-1])


def _table_rows(
    cells: Sequence[dict[int, Line]], width: int, rules: Sequence[float]
) -> Iterator[tuple[tuple[Line, ...], ...]]:
    """Rows of cells: a row begins behind a rule or a wider gap, and with each line that has a first cell where all
    lines are as far apart, or where these lines are entries of their own."""
    bottoms = [max(line.bottom for line in row.values()) for row in cells]
    distances = [round(lower - upper, 1) for upper, lower in pairwise(bottoms)]
    usual = min(distances)
    even = max(distances) <= usual * WIDER
    first = [row[0] for row in cells if 0 in row]
    room = max((line.x1 for line in first), default=0.0) - min((line.x0 for line in first), default=0.0)
    begins = [0]
    for index, row in enumerate(cells[1:], 1):
        above, below = bottoms[index - 1], min(line.top for line in row.values())
        if distances[index - 1] > usual * WIDER or any(above - 1 <= rule <= below + 1 for rule in rules):
            begins.append(index)
    for begin, end in pairwise([*begins, len(cells)]):
        block = cells[begin:end]
        begun = _lines_with_first_cell(block) if even else _entries(block, width, room)
        for one, other in pairwise(sorted({0, *begun, len(block)})):
            yield _table_row(block[one:other], width)


def _lines_with_first_cell(block: Sequence[dict[int, Line]]) -> list[int]:
    """The lines that have a first cell; one with nothing else that begins with a small letter goes on with the line
    above."""
    return [
        place
        for place, row in enumerate(block)
        if 0 in row and not (place and len(row) == 1 and 0 in block[place - 1] and row[0].text[0].islower())
    ]


def _entries(block: Sequence[dict[int, Line]], width: int, room: float) -> list[int]:
    """The lines of a block that begin a row each; none where most of those with a first cell may go on with the one
    above, whose first cell had no room for its first word in a column as wide as `room`. Lines with a cell in each
    column are entries if there are many: the cells of one row seldom have as many lines as each other."""
    first = _lines_with_first_cell(block)
    whole = [place for place in first if len(block[place]) == width and not any(map(_is_rest, block[place].values()))]
    entries = [place for place in first if _begins_anew(block, place, room)]
    if len(entries) >= FEWEST_ROWS and len(entries) >= MOST_ENTRIES * len(first):
        near = min(_distance(block, place) for place in entries if place) - NEAR
        return sorted({*entries, *(place for place in whole if place and _distance(block, place) >= near)})
    return whole if len(whole) >= MORE_WHOLE and len(whole) >= MOST_ENTRIES * len(first) else []


def _distance(block: Sequence[dict[int, Line]], place: int) -> float:
    """How far a line is below the one above."""
    upper, lower = (max(line.bottom for line in block[one].values()) for one in (place - 1, place))
    return lower - upper


def _begins_anew(block: Sequence[dict[int, Line]], place: int, room: float) -> bool:
    row, above = block[place], block[place - 1] if place else {}
    if len(row) < 2 or any(map(_is_rest, row.values())):
        return False
    return 0 not in above or above[0].x1 - above[0].x0 + _width_of_first_word(row[0]) + row[0].size <= room


def _is_rest(line: Line) -> bool:
    return line.text[0].islower() or line.text[0] == "("


def _width_of_first_word(line: Line) -> float:
    return (line.x1 - line.x0) * len(line.text.split()[0]) / len(line.text)


def _table_row(lines: Sequence[dict[int, Line]], width: int) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(row[column] for row in lines if column in row) for column in range(width))
