"""The rows with which a table without rules goes on that ended the page before: its columns are where they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, Piece, lines_of_pieces
from mandate_data.documents.pdf.pdf_row_runs import BEGINS, common_places, follows, is_aligned
from mandate_data.documents.pdf.pdf_strip_rows import OVERLAP, StripRow, row_of, strip_rows
from mandate_data.documents.pdf.pdf_strips import Strip
from mandate_data.documents.pdf.pdf_tables import Table

HEADS = 2  # rows of running heads above a table that goes on
NEAR = 0.5  # points by which rows may be nearer to each other than others
FEWEST_COLUMNS = 3  # of a table whose head is not printed again


def rows_going_on(pieces: Sequence[Piece], before: Table, rules: Sequence[Edge]) -> list[StripRow]:
    """The rows, among the pieces of a page, that go on with the table `before`: its head is printed again, or they
    begin the page and each of their cells is aligned as its column was."""
    columns = [[line for row in before.rows for line in row[column][:1]] for column in range(len(before.rows[0]))]
    places = [common_places(column) for column in columns]
    strips = [_strip(before, column, places[column]) for column in range(1, len(columns))]
    if any(strip.right < strip.left for strip in strips) or strips != sorted(strips):
        return []

    def fits(piece: Piece, column: int) -> bool:
        return is_aligned(piece, places[column])

    def goes_on(row: StripRow) -> bool:
        return not row.across and all(fits(cell[0], column) for column, cell in row.cells.items())

    following = strip_rows(pieces, strips, rules, fits)
    rows = list(islice(following, HEADS + 1))
    head = {column: [line.text for line in cell] for column, cell in enumerate(before.rows[0]) if cell}
    for place, row in enumerate(rows):
        parted = _parted_head(row, head) if len(head) > 1 else []
        if parted or (len(columns) >= FEWEST_COLUMNS and row.is_solid and row.is_parted and goes_on(row)):
            rows = [*rows[:place], *(parted or [row]), *rows[place + 1 :], *following]
            first = place + len(parted)
            if rows[first:]:
                rows[first : first + 1] = _parted_rest(rows[first], _distance_of_rows(before))
            end = place + 1
            while end < len(rows) and follows(rows[end - 1], rows[end], ()) and goes_on(rows[end]):
                end += 1
            return rows[place:end]
    return []


def _distance_of_rows(table: Table) -> float:
    """How far rows are from each other, at least: from the last line of one to the first of the next."""
    firsts = [min(cell[0].bottom for cell in row if cell) for row in table.rows if any(row)]
    lasts = [max(cell[-1].bottom for cell in row if cell) for row in table.rows if any(row)]
    distances = [first - last for last, first in zip(lasts, firsts[1:], strict=False) if first > last]
    return min(distances, default=float("inf"))


def _parted_rest(row: StripRow, distance: float) -> list[StripRow]:
    """A row without the first lines of its first cell that are as far from the next as rows are, and above all other
    cells; and before it these, which are the rest of the row before."""
    column, *others = row.cells
    lines, top = row.cells[column], min((row.cells[other][0].top for other in others), default=row.top)
    for place, (upper, lower) in enumerate(pairwise(lines), 1):
        if upper.bottom <= top + upper.size * OVERLAP and lower.bottom - upper.bottom >= distance - NEAR:
            return [row_of({column: lines[:place]}), row_of({**row.cells, column: lines[place:]})]
    return [row]


def _strip(before: Table, column: int, places: Mapping[int, float]) -> Strip:
    """What is free between a column and the one before it: no more than parts two words where its cells begin at one
    place, as others may be longer than those above."""
    begin = min((line.x0 for row in before.rows for line in row[column]), default=0.0)
    end = max((line.x1 for row in before.rows for line in row[column - 1]), default=begin)
    size = max(line.size for row in before.rows for cell in row for line in cell)
    return Strip(begin - LEAST_GAP * size if BEGINS in places else end, begin)


def _parted_head(row: StripRow, head: Mapping[int, Sequence[str]]) -> list[StripRow]:
    """A row that is a head printed again, and what stands close below it in some columns; nothing for other rows."""
    lines = {column: lines_of_pieces(cell) for column, cell in row.cells.items()}
    firsts = {column: cell[: len(head.get(column, ()))] for column, cell in lines.items()}
    upper = row_of({column: [piece for line in cell for piece in line] for column, cell in firsts.items() if cell})
    if upper.texts != {column: " ".join(texts) for column, texts in head.items()}:
        return []
    rests = {column: cell[len(head[column]) :] for column, cell in lines.items() if column in head}
    lower = row_of({column: [piece for line in cell for piece in line] for column, cell in rests.items() if cell})
    return [upper, lower] if lower.cells else [upper]
