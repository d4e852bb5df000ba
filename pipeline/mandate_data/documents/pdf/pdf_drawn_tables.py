"""Tables whose cells were drawn one after the other, each with all of its lines: known by where the pen went up again.

So typesetters draw tables. The gap between a cell that is full and the next one may be as narrow as that between words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice, pairwise

from mandate_data.documents.pdf.pdf_cell_tables import cell_tables
from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_drawn_rows import OVERLAP, DrawnRow, fits, follows, rows_around, rows_in
from mandate_data.documents.pdf.pdf_gutters import MARKER
from mandate_data.documents.pdf.pdf_level_tables import levels_of
from mandate_data.documents.pdf.pdf_line_rows import rows_of_line_order
from mandate_data.documents.pdf.pdf_lines import line_of
from mandate_data.documents.pdf.pdf_pieces import SAME_PLACE, Piece, channels_of, lines_of_pieces, pieces_of
from mandate_data.documents.pdf.pdf_tables import Table, lines_of_cell
from mandate_data.documents.pdf.pdf_words import Word

FEWEST_ROWS = 3
FEWEST_RULED = 2  # rows between rules
FAR = 15  # pieces between two at which the pen went up: they are of two tables
MOST_LINES = 12  # of a cell: more are text in columns
WORDY = 3  # letters of a word, which half of the cells have, but formulas don't
HEADS = 2  # rows of running heads above a table that goes on
NEAR_RULE = 1.5  # of the size: a rule above or below a table is no further away
RAGGED = 3.0  # points
ALIKE = 0.8  # of the rows without a head have a cell at the place of a column


def drawn_tables(
    words: Sequence[Word], rules: Sequence[Edge], number: int, before: Table | None = None
) -> tuple[list[Table], list[Word], int]:
    """The tables among the words of a page, given in the order of the file; the other words; and how many lines among
    these may be rows whose columns are not sure.

    `rules` are its horizontal rules, `number` is that of the page, `before` a table that may go on from the one before.
    """
    pieces = list(pieces_of(words))
    found: list[list[DrawnRow]] = []
    taken: set[Word] = set()

    def take(rows: list[DrawnRow]) -> None:
        own = {word for row in rows for piece in row.pieces for word in piece.words}
        if rows and taken.isdisjoint(own):  # each word is in one table
            found.append(rows)
            taken.update(own)

    if before is not None:
        take(_going_on(pieces, before, rules))
        pieces = [piece for piece in pieces if piece.words[0] not in taken]
    doubtful = 0
    for cells in cell_tables(pieces, rules, 0 if before is None else len(_columns(before))):
        take([DrawnRow(row.cells) for row in cells.rows])
        doubtful += cells.doubtful
    pieces = [piece for piece in pieces if piece.words[0] not in taken]
    refused: tuple[list[float], set[Word]] = ([], set())  # rows with these columns that are no table
    ups = [place for place, piece in enumerate(pieces) if piece.move == "up"]
    for group in _groups(ups):
        begins, seed = _places([pieces[place].x0 for place in group], 2), pieces[group[0]].words[0]
        if not begins or seed in taken or (begins == refused[0] and seed in refused[1]):
            continue
        run, is_table = _table_rows(pieces, begins, group[0], rules)
        if is_table:
            take(run)
        else:
            refused = begins, {piece.words[0] for row in run for piece in row.pieces}
    left = [piece for piece in pieces if piece.words[0] not in taken] if taken else pieces
    for level in levels_of(left):
        place = left.index(level.lines[0][0])
        rows = rows_around(left, place + 1, level.begins, rules, max(0, place - FAR)) if level.is_sure else []
        deepest = max((_lines(cell) for row in rows for cell in row.cells.values()), default=0)
        if not (rows and deepest > 1 and _is_table(rows, len(level.begins), rules, 0)):
            lines = [DrawnRow(cells) for cells in level.rows()] if level.is_sure else []
            joined, sure = rows_of_line_order([row.cells for row in lines]) if lines else ([], False)
            rows = list(map(DrawnRow, joined)) if lines and (level.is_narrow or _are_ruled(lines, rules)) else []
            doubtful += 0 if rows and sure else len(level.lines) if rows or not level.is_sure else 0
        take(rows)
    tables = [_table(rows, number) for rows in found]
    return tables, [word for word in words if word not in taken] if taken else list(words), doubtful


def _going_on(pieces: Sequence[Piece], before: Table, rules: Sequence[Edge]) -> list[DrawnRow]:
    """The rows with which a table goes on that ended the page before: its head is printed again, or they begin the page
    and each of their cells begins where a column did."""
    starts = [
        min((row[column][0].x0 for row in before.rows if row[column]), default=0.0) for column in _columns(before)
    ]
    if sorted(starts) != starts:
        return []
    following = rows_in(pieces, starts[1:], rules)
    rows = list(islice(following, HEADS + 1))
    head = {column: [line.text for line in cell] for column, cell in enumerate(before.rows[0]) if cell}
    for place, row in enumerate(rows):
        parted = _parted_head(row, head) if len(head) > 1 else []
        if parted or (len(starts) > 2 and row.is_parted and _goes_on(row, starts)):
            rows = [*rows[:place], *(parted or [row]), *rows[place + 1 :], *following]
            end = place + 1
            while end < len(rows) and follows(rows[end - 1], rows[end], ()) and _goes_on(rows[end], starts):
                end += 1
            return rows[place:end]
    return []


def _parted_head(row: DrawnRow, head: Mapping[int, Sequence[str]]) -> list[DrawnRow]:
    """A row that is a head printed again, and what stands close below it in some columns; nothing for other rows."""
    lines = {column: lines_of_pieces(cell) for column, cell in row.cells.items()}
    firsts = {column: cell[: len(head.get(column, ()))] for column, cell in lines.items()}
    upper = DrawnRow({column: [piece for line in cell for piece in line] for column, cell in firsts.items() if cell})
    if upper.texts != {column: " ".join(texts) for column, texts in head.items()}:
        return []
    rests = {column: cell[len(head[column]) :] for column, cell in lines.items() if column in head}
    lower = DrawnRow({column: [piece for line in cell for piece in line] for column, cell in rests.items() if cell})
    return [upper, lower] if lower.cells else [upper]


def _columns(table: Table) -> range:
    return range(len(table.rows[0]))


def _goes_on(row: DrawnRow, starts: Sequence[float]) -> bool:
    """Whether each cell of a row begins where its column does, and no line of it reaches into the next."""
    inside = all(fits(piece, starts[1:]) for piece in row.pieces)
    return inside and all(abs(cell[0].x0 - starts[column]) <= SAME_PLACE for column, cell in row.cells.items())


def _groups(ups: Sequence[int]) -> Iterator[list[int]]:
    """The places of pieces to which the pen went up, with those near each other together."""
    ends = [0, *(place for place, (one, other) in enumerate(pairwise(ups), 1) if other - one > FAR), len(ups)]
    yield from (list(ups[begin:end]) for begin, end in pairwise(ends) if end - begin > 1)


def _places(begins: Sequence[float], least: int) -> list[float]:
    """The places that `least` or more have in common, from left to right."""
    places: list[list[float]] = []
    for begin in sorted(begins):
        if places and begin - places[-1][0] <= SAME_PLACE:
            places[-1].append(begin)
        else:
            places.append([begin])
    return [one[0] for one in places if len(one) >= least]


def _table_rows(
    pieces: Sequence[Piece], begins: Sequence[float], place: int, rules: Sequence[Edge]
) -> tuple[list[DrawnRow], bool]:
    """The rows in which the piece at a place begins a cell, and whether they are a table."""
    run = rows_around(pieces, place, begins, rules)
    more = _more_begins(run, begins) if run else []
    if more:
        begins = sorted([*begins, *more])
        run = rows_around(pieces, place, begins, rules)
    ups = 1 if run and _are_ruled(run, rules) else 2
    return run, bool(run) and _is_table(run, len(begins), rules, ups)


def _more_begins(run: Sequence[DrawnRow], begins: Sequence[float]) -> list[float]:
    """Where further columns begin, all cells before which have one line: between cells of the head, or in most rows."""
    more: list[float] = []
    for column in range(len(begins) + 1):
        cells = [row.cells[column] for row in run if column in row.cells]
        lines = [line for cell in cells for line in lines_of_pieces(cell)]
        head = run[0].cells.get(column, [])
        for channel in channels_of(lines) if lines else ():
            behind = [piece for line in lines for piece in line[1:] if piece.x0 >= channel.right - SAME_PLACE]
            headed = any(
                left.x1 <= channel.left + SAME_PLACE and piece.x0 >= channel.right - SAME_PLACE
                for left, piece in pairwise(head)
                if piece.move == "gap"
            )
            often = len(channel.gaps) >= max(FEWEST_ROWS, ALIKE * len(cells))
            if headed or (often and _are_ragged(behind)):
                more.append(channel.right)
    return more


def _are_ragged(pieces: Sequence[Piece]) -> bool:
    """Whether these may be cells of a column: the last words of justified lines end at one place."""
    ends = [piece.x1 for piece in pieces]
    numbers = not any(_letters(word.text) for piece in pieces for word in piece.words)
    return numbers or max(ends) - min(ends) > RAGGED


def _is_table(run: Sequence[DrawnRow], columns: int, rules: Sequence[Edge], ups: int) -> bool:
    """Whether rows are a table, in at least so many of which the pen went up."""
    solid = [row for row in run if row.is_solid]
    fewest = FEWEST_RULED if _are_ruled(run, rules) else FEWEST_ROWS
    if len(solid) < fewest or sum(row.ups > 0 for row in solid) < ups:
        return False
    used = [sum(column in row.cells for row in solid) for column in range(columns + 1)]
    cells = [cell for row in run for cell in row.cells.values()]
    wordy = sum(any(_letters(word.text) >= WORDY for piece in cell for word in piece.words) for cell in cells)
    first = [row.cells[0][0] for row in run if 0 in row.cells]
    return (
        2 * min(used) >= len(solid)
        and 2 * wordy >= len(cells)
        and max(_lines(cell) for cell in cells) <= MOST_LINES
        and not all(MARKER.fullmatch(line_of(list(piece.words), 0).text) for piece in first)
    )


def _are_ruled(run: Sequence[DrawnRow], rules: Sequence[Edge]) -> bool:
    """Whether a rule is drawn close above the first row and below the last."""
    reach = NEAR_RULE * run[0].pieces[0].size
    above = any(run[0].top - reach <= rule[0] <= run[0].top + OVERLAP * reach for rule in rules)
    return above and any(run[-1].bottom - OVERLAP * reach <= rule[0] <= run[-1].bottom + reach for rule in rules)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _lines(cell: Sequence[Piece]) -> int:
    return len(list(groupby(cell, lambda piece: round(piece.bottom))))


def _table(rows: Sequence[DrawnRow], number: int) -> Table:
    width = max(max(row.cells) for row in rows) + 1
    cells = [
        tuple(
            tuple(lines_of_cell([word for piece in row.cells.get(column, ()) for word in piece.words], number))
            for column in range(width)
        )
        for row in rows
    ]
    return Table(number, number, min(row.top for row in rows), tuple(cells))
