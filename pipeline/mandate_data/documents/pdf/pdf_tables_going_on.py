"""The rows with which a table without rules goes on that ended the page before: its columns are where they were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, Piece, lines_of_pieces
from mandate_data.documents.pdf.pdf_row_runs import BEGINS, common_places, follows, is_aligned
from mandate_data.documents.pdf.pdf_strip_rows import StripRow, row_of, strip_rows
from mandate_data.documents.pdf.pdf_strips import Strip
from mandate_data.documents.pdf.pdf_tables import Table

HEADS = 2  # rows of running heads above a table that goes on
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
            end = place + 1
            while end < len(rows) and follows(rows[end - 1], rows[end], ()) and goes_on(rows[end]):
                end += 1
            return rows[place:end]
    return []


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
