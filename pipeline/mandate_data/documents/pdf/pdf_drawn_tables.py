"""Tables whose cells were drawn one after the other, each with all of its lines: known by where the pen went up again.

So typesetters draw tables. The gap between a cell that is full and the next one may be as narrow as that between words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice, pairwise

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_level_tables import levels_of
from mandate_data.documents.pdf.pdf_lines import line_of, lines_of
from mandate_data.documents.pdf.pdf_pieces import SAME_PLACE, Piece, channels_of, lines_of_pieces, parted_at, pieces_of
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.pdf.pdf_unruled_tables import MARKER
from mandate_data.documents.pdf.pdf_words import Word

FEWEST_ROWS = 3
FEWEST_CELLS = 2  # of a row that gaps as narrow as between words part: more
FEWEST_RULED = 2  # rows between rules
FAR = 15  # pieces between two at which the pen went up: they are of two tables
MOST_LINES = 12  # of a cell: more are text in columns
APART = 1.8  # of the size: what is so much further below begins a row
OVERLAP = 0.3  # of the size: rows share no more of their height
MOST_SINGLE = 2  # rows of one cell, one after the other, within a table
WORDY = 3  # letters of a word, which half of the cells have, but formulas don't
HEADS = 2  # rows of running heads above a table that goes on
NEAR_RULE = 1.5  # of the size: a rule above or below a table is no further away
LEVEL_OF_RULE = 1.5  # points by which a rule may cut into the height of the lines that it parts
RAGGED = 3.0  # points
ALIKE = 0.8  # of the rows without a head have a cell at the place of a column


@dataclass(slots=True)
class _Row:
    """Cells by column, each the pieces of its lines; `broken`: they are no row of a table; `loose`: a cell that no more
    than a gap between words parts does not begin where its column does, `stray`: another does not."""

    cells: dict[int, list[Piece]] = field(default_factory=dict)
    column: int = -1
    broken: bool = False
    across: bool = False
    loose: bool = False
    stray: bool = False

    @property
    def pieces(self) -> list[Piece]:
        return [piece for cell in self.cells.values() for piece in cell]

    @property
    def top(self) -> float:
        return min([piece.top for piece in self.pieces])

    @property
    def bottom(self) -> float:
        return max([piece.bottom for piece in self.pieces])

    @property
    def texts(self) -> dict[int, str]:
        """The text of each cell."""
        return {
            column: " ".join(line.text for line in lines_of([word for piece in cell for word in piece.words], 0))
            for column, cell in self.cells.items()
        }

    @property
    def ups(self) -> int:
        return sum([cell[0].move == "up" for cell in self.cells.values()])

    @property
    def is_solid(self) -> bool:
        """Whether it has several cells that more than a gap between words parts, or three where columns begin."""
        return not self.broken and (self.is_parted or (len(self.cells) > FEWEST_CELLS and not self.loose))

    @property
    def is_parted(self) -> bool:
        """Whether more than a gap between words parts some of its cells."""
        return any(cell[0].move in ("up", "gap") for cell in list(self.cells.values())[1:])


def drawn_tables(
    words: Sequence[Word], rules: Sequence[Edge], number: int, before: Table | None = None
) -> tuple[list[Table], list[Word], int]:
    """The tables among the words of a page, given in the order of the file; the other words; and how many lines among
    these may be rows whose columns are not sure.

    `rules` are its horizontal rules, `number` is that of the page, `before` a table that may go on from the one before.
    """
    pieces = list(pieces_of(words))
    found: list[list[_Row]] = []
    taken: set[Word] = set()

    def take(rows: list[_Row] | None) -> None:
        own = {word for row in rows or () for piece in row.pieces for word in piece.words}
        if rows and taken.isdisjoint(own):  # each word is in one table
            found.append(rows)
            taken.update(own)

    if before is not None:
        take(_going_on(pieces, before, rules))
        pieces = [piece for piece in pieces if piece.words[0] not in taken]
    ups = [place for place, piece in enumerate(pieces) if piece.move == "up"]
    for group in _groups(ups):
        begins = _places([pieces[place].x0 for place in group], 2)
        if not begins or pieces[group[0]].words[0] in taken:
            continue
        take(_table_rows(pieces, begins, pieces[group[0]], rules))
    left = [piece for piece in pieces if piece.words[0] not in taken] if taken else pieces
    doubtful = 0
    for level in levels_of(left):
        begin = max(0, left.index(level.lines[0][0]) - FAR)
        near = list(_rows(left[begin:], level.begins, rules)) if level.is_sure else []
        rows = _run(near, level.lines[0][1])
        lines = max((_lines(cell) for row in rows for cell in row.cells.values()), default=0)
        if not (rows and lines > 1 and _is_table(rows, len(level.begins), rules, 0)):
            rows = [_Row(cells) for cells in level.rows()] if level.is_sure else []
            rows = rows if rows and (level.is_narrow or _are_ruled(rows, rules)) else []
            doubtful += 0 if level.is_sure else len(level.lines)
        take(rows)
    tables = [_table(rows, number) for rows in found]
    return tables, [word for word in words if word not in taken] if taken else list(words), doubtful


def _going_on(pieces: Sequence[Piece], before: Table, rules: Sequence[Edge]) -> list[_Row]:
    """The rows with which a table goes on that ended the page before: its head is printed again, or they begin the page
    and each of their cells begins where a column did."""
    starts = [
        min((row[column][0].x0 for row in before.rows if row[column]), default=0.0) for column in _columns(before)
    ]
    if sorted(starts) != starts:
        return []
    following = _rows(pieces, starts[1:], rules)
    rows = list(islice(following, HEADS + 1))
    head = {column: [line.text for line in cell] for column, cell in enumerate(before.rows[0]) if cell}
    for place, row in enumerate(rows):
        parted = _parted_head(row, head) if len(head) > 1 else []
        if parted or (len(starts) > 2 and row.is_parted and _goes_on(row, starts)):
            rows = [*rows[:place], *(parted or [row]), *rows[place + 1 :], *following]
            end = place + 1
            while end < len(rows) and _follows(rows[end - 1], rows[end], ()) and _goes_on(rows[end], starts):
                end += 1
            return rows[place:end]
    return []


def _parted_head(row: _Row, head: Mapping[int, Sequence[str]]) -> list[_Row]:
    """A row that is a head printed again, and what stands close below it in some columns; nothing for other rows."""
    lines = {column: lines_of_pieces(cell) for column, cell in row.cells.items()}
    firsts = {column: cell[: len(head.get(column, ()))] for column, cell in lines.items()}
    upper = _Row({column: [piece for line in cell for piece in line] for column, cell in firsts.items() if cell})
    if upper.texts != {column: " ".join(texts) for column, texts in head.items()}:
        return []
    rests = {column: cell[len(head[column]) :] for column, cell in lines.items() if column in head}
    lower = _Row({column: [piece for line in cell for piece in line] for column, cell in rests.items() if cell})
    return [upper, lower] if lower.cells else [upper]


def _columns(table: Table) -> range:
    return range(len(table.rows[0]))


def _goes_on(row: _Row, starts: Sequence[float]) -> bool:
    """Whether each cell of a row begins where its column does, and no line of it reaches into the next."""
    fits = all(_fits(piece, starts[1:]) for piece in row.pieces)
    return fits and all(abs(cell[0].x0 - starts[column]) <= SAME_PLACE for column, cell in row.cells.items())


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
    pieces: Sequence[Piece], begins: Sequence[float], seed: Piece, rules: Sequence[Edge]
) -> list[_Row] | None:
    """The rows of the table in which the `seed` begins a cell; None if there is no such table."""
    run = _run(list(_rows(pieces, begins, rules)), seed)
    more = _more_begins(run, begins) if run else []
    if more:
        begins = sorted([*begins, *more])
        run = _run(list(_rows(pieces, begins, rules)), seed)
    ups = 1 if run and _are_ruled(run, rules) else 2
    return run if run and _is_table(run, len(begins), rules, ups) else None


def _rows(pieces: Sequence[Piece], begins: Sequence[float], rules: Sequence[Edge]) -> Iterator[_Row]:
    """The rows that all pieces of a page make whose cells begin in columns that begin there."""
    row = _Row()
    last: Piece | None = None
    for piece in _fitting(pieces, begins):
        column = _column(piece, begins)
        across = not _fits(piece, begins) and column == 0
        aligned = column > 0 and abs(piece.x0 - begins[column - 1]) <= SAME_PLACE
        apart = last is not None and column == row.column and _are_apart(last, piece, rules)
        goes_on = column == row.column and piece.move in ("down", "gap") and not apart
        next_cell = column > row.column and (piece.move in ("up", "gap", "near") or aligned)
        if row.cells and (across or row.across or not (goes_on or next_cell)):
            row.broken = row.broken or piece.move == "back" or (column == row.column and piece.move == "up")
            yield row
            row = _Row(broken=piece.move == "back")
        row.across = across
        row.loose = row.loose or (piece.move == "near" and not aligned)
        row.stray = row.stray or (column > row.column >= 0 and not aligned)
        row.column = column
        row.cells.setdefault(column, []).append(piece)
        last = piece
    if row.cells:
        yield row


def _fitting(pieces: Sequence[Piece], begins: Sequence[float]) -> Iterator[Piece]:
    """The pieces, line by line; they are parted where columns begin if each part then fits its column."""
    line: list[Piece] = []
    for piece in pieces:
        if line and piece.move != "gap":
            yield from _parted(line, begins)
            line = []
        line.append(piece)
    yield from _parted(line, begins)


def _parted(line: Sequence[Piece], begins: Sequence[float]) -> Sequence[Piece]:
    if all(_fits(piece, begins) for piece in line):
        return line
    parted = parted_at(line, begins)
    return parted if all(_fits(piece, begins) for piece in parted) else line


def _column(piece: Piece, begins: Sequence[float]) -> int:
    return bisect_right(begins, piece.x0 + SAME_PLACE)


def _fits(piece: Piece, begins: Sequence[float]) -> bool:
    column = _column(piece, begins)
    return column == len(begins) or piece.x1 <= begins[column]


def _are_apart(upper: Piece, lower: Piece, rules: Sequence[Edge]) -> bool:
    """Whether a line that is below another in one column begins a row of its own."""
    if lower.bottom - upper.bottom > APART * max(upper.size, lower.size):
        return True
    middle = (upper.bottom - LEVEL_OF_RULE, lower.top + LEVEL_OF_RULE)
    return any(middle[0] <= rule <= middle[1] and left < lower.x1 and right > lower.x0 for rule, left, right in rules)


def _run(rows: Sequence[_Row], seed: Piece) -> list[_Row]:
    """The rows, one below the other, around the one in which the `seed` begins a cell."""
    place = next(
        (
            index
            for index, row in enumerate(rows)
            if any(piece.words[0] == seed.words[0] for piece in row.pieces) and row.is_solid
        ),
        None,
    )
    if place is None:
        return []
    first = last = place
    for index in range(place - 1, -1, -1):
        row = rows[index]
        if not _follows(row, rows[index + 1], rows[index + 1 : first]) or (row.is_solid and not row.is_parted):
            break
        if row.stray and index + 1 < first:
            break  # a running head above the title of a table
        first = index if row.is_solid else first
    for index in range(place + 1, len(rows)):
        if not _follows(rows[index - 1], rows[index], rows[last + 1 : index]):
            break
        last = index if rows[index].is_solid else last
    run = list(rows[first : last + 1])
    run[0] = _without_text_above(run[0])
    return run


def _follows(upper: _Row, lower: _Row, between: Sequence[_Row]) -> bool:
    """Whether two rows may be of one table; `between` are those of one cell since the last that has several."""
    if upper.broken or lower.broken or len(between) > MOST_SINGLE or sum(row.across for row in between) > 1:
        return False
    size = max(upper.pieces[0].size, lower.pieces[0].size)
    return -OVERLAP * size <= lower.top - upper.bottom <= 3 * size


def _without_text_above(row: _Row) -> _Row:
    """A first row without the lines above it that its first cell seems to have."""
    column = min(row.cells)
    top = min([piece.top for other, cell in row.cells.items() if other != column for piece in cell])
    cell = row.cells[column]
    kept = [piece for piece in cell if piece.bottom > top + OVERLAP * piece.size]
    return _Row({**row.cells, column: kept}, row.column) if kept else row


def _more_begins(run: Sequence[_Row], begins: Sequence[float]) -> list[float]:
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


def _is_table(run: Sequence[_Row], columns: int, rules: Sequence[Edge], ups: int) -> bool:
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


def _are_ruled(run: Sequence[_Row], rules: Sequence[Edge]) -> bool:
    """Whether a rule is drawn close above the first row and below the last."""
    reach = NEAR_RULE * run[0].pieces[0].size
    above = any(run[0].top - reach <= rule[0] <= run[0].top + OVERLAP * reach for rule in rules)
    return above and any(run[-1].bottom - OVERLAP * reach <= rule[0] <= run[-1].bottom + reach for rule in rules)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _lines(cell: Sequence[Piece]) -> int:
    return len(list(groupby(cell, lambda piece: round(piece.bottom))))


def _table(rows: Sequence[_Row], number: int) -> Table:
    width = max(max(row.cells) for row in rows) + 1
    cells = [
        tuple(
            tuple(lines_of([word for piece in row.cells.get(column, ()) for word in piece.words], number))
            for column in range(width)
        )
        for row in rows
    ]
    return Table(number, number, min(row.top for row in rows), tuple(cells))
