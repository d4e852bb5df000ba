"""Tables without rules whose cells the order of drawing tells: those that go on from the page before, those of cells
with several lines, and those whose rows are lines."""

from __future__ import annotations

from collections.abc import Sequence

from mandate_data.documents.pdf.pdf_cell_tables import cell_tables, rows_around
from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_level_tables import Level, levels_of
from mandate_data.documents.pdf.pdf_line_rows import rows_of_line_order
from mandate_data.documents.pdf.pdf_pieces import Piece, pieces_of
from mandate_data.documents.pdf.pdf_stacked_tables import stacked_parts
from mandate_data.documents.pdf.pdf_strip_rows import OVERLAP, StripRow, row_of
from mandate_data.documents.pdf.pdf_strips import Strip
from mandate_data.documents.pdf.pdf_tables import Table, lines_of_cell
from mandate_data.documents.pdf.pdf_tables_going_on import rows_going_on
from mandate_data.documents.pdf.pdf_words import Word

NEAR_RULE = 1.5  # of the size: a rule above or below a table is no further away


def drawn_tables(
    words: Sequence[Word], rules: Sequence[Edge], number: int, before: Table | None = None
) -> tuple[list[Table], list[Word], int]:
    """The tables among the words of a page, given in the order of the file; the other words; and how many lines among
    these may be rows whose columns are not sure.

    `rules` are its horizontal rules, `number` is that of the page, `before` a table that may go on from the one before.
    """
    pieces = list(pieces_of(words))
    found: list[Sequence[StripRow]] = []
    taken: set[Word] = set()
    doubtful = 0

    def take(rows: Sequence[StripRow]) -> None:
        own = {word for row in rows for piece in row.pieces for word in piece.words}
        if rows and taken.isdisjoint(own):  # each word is in one table
            found.append(rows)
            taken.update(own)

    if before is not None:
        take(rows_going_on(pieces, before, rules))
        pieces = [piece for piece in pieces if piece.words[0] not in taken]
    width = 0 if before is None else len(before.rows[0])
    for part in stacked_parts(pieces):
        for cells in cell_tables(part.pieces, rules, width):
            take(cells.rows)
            doubtful += cells.doubtful
        width = 0
        if part.rows and all(part.pieces[place].words[0] not in taken for place in part.rows):
            stacked = rows_around(part.pieces, part.strips, rules, part.rows[0], part.rows[-1], is_stacked=True)
            take(stacked.rows if stacked else [])
            doubtful += stacked.doubtful if stacked else 0
        left = [piece for piece in part.pieces if piece.words[0] not in taken]
        places = {id(piece): place for place, piece in enumerate(left)}
        for level in levels_of(left):
            if level.lines[0][0].words[0] in taken:
                continue
            span = places[id(level.lines[0][0])], places[id(level.lines[-1][-1])]
            rows, unsure = _rows_of_level(level, left, span, rules)
            take(rows)
            doubtful += unsure
    tables = [_table(rows, number) for rows in found]
    return tables, [word for word in words if word not in taken] if taken else list(words), doubtful


def _rows_of_level(
    level: Level, pieces: Sequence[Piece], span: tuple[int, int], rules: Sequence[Edge]
) -> tuple[Sequence[StripRow], int]:
    """The rows of lines that may be a table, none where they are not sure to be one; and of how many lines the columns,
    or the row, are not sure. They are among pieces, from the first to the last place of a `span`."""
    if not level.is_sure:
        return [], len(level.lines)
    strips = [Strip(channel.left, channel.right) for channel in level.channels]
    if table := rows_around(pieces, strips, rules, *span):
        return table.rows, table.doubtful
    if not (level.is_narrow or _are_ruled(level, rules)):
        return [], 0
    if span[1] - span[0] >= sum(map(len, level.lines)):  # lines of some cell are between them
        return [], len(level.lines)
    joined, is_sure = rows_of_line_order(level.rows())
    return list(map(row_of, joined)), 0 if is_sure else len(level.lines)


def _are_ruled(level: Level, rules: Sequence[Edge]) -> bool:
    """Whether a rule is drawn close above the first line and below the last."""
    first, last = level.lines[0], level.lines[-1]
    top, bottom = min(piece.top for piece in first), max(piece.bottom for piece in last)
    reach = NEAR_RULE * first[0].size
    above = any(top - reach <= rule[0] <= top + OVERLAP * reach for rule in rules)
    return above and any(bottom - OVERLAP * reach <= rule[0] <= bottom + reach for rule in rules)


def _table(rows: Sequence[StripRow], number: int) -> Table:
    width = max(max(row.cells) for row in rows) + 1
    cells = [
        tuple(
            tuple(lines_of_cell([word for piece in row.cells.get(column, ()) for word in piece.words], number))
            for column in range(width)
        )
        for row in rows
    ]
    return Table(number, number, min(row.top for row in rows), tuple(cells))
