"""The rows that the words of a page make if columns begin at some places: cells drawn one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_lines import lines_of
from mandate_data.documents.pdf.pdf_pieces import SAME_PLACE, Piece, parted_at

FEWEST_CELLS = 2  # of a row that gaps as narrow as between words part: more
APART = 1.8  # of the size: what is so much further below begins a row
OVERLAP = 0.3  # of the size: rows share no more of their height
MOST_SINGLE = 2  # rows of one cell, one after the other, within a table
LEVEL_OF_RULE = 1.5  # points by which a rule may cut into the height of the lines that it parts
REACH = 60  # pieces on either side of one that are looked at first


@dataclass(slots=True)
class DrawnRow:
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


def rows_in(pieces: Sequence[Piece], begins: Sequence[float], rules: Sequence[Edge]) -> Iterator[DrawnRow]:
    """The rows that all pieces of a page make whose cells begin in columns that begin there."""
    row = DrawnRow()
    last: Piece | None = None
    for piece in _fitting(pieces, begins):
        column = _column(piece, begins)
        across = not fits(piece, begins) and column == 0
        aligned = column > 0 and abs(piece.x0 - begins[column - 1]) <= SAME_PLACE
        apart = last is not None and column == row.column and _are_apart(last, piece, rules)
        goes_on = column == row.column and piece.move in ("down", "gap") and not apart
        next_cell = column > row.column and (piece.move in ("up", "gap", "near") or aligned)
        if row.cells and (across or row.across or not (goes_on or next_cell)):
            row.broken = row.broken or piece.move == "back" or (column == row.column and piece.move == "up")
            yield row
            row = DrawnRow(broken=piece.move == "back")
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
    if all(fits(piece, begins) for piece in line):
        return line
    parted = parted_at(line, begins)
    return parted if all(fits(piece, begins) for piece in parted) else line


def _column(piece: Piece, begins: Sequence[float]) -> int:
    return bisect_right(begins, piece.x0 + SAME_PLACE)


def fits(piece: Piece, begins: Sequence[float]) -> bool:
    column = _column(piece, begins)
    return column == len(begins) or piece.x1 <= begins[column]


def _are_apart(upper: Piece, lower: Piece, rules: Sequence[Edge]) -> bool:
    """Whether a line that is below another in one column begins a row of its own."""
    if lower.bottom - upper.bottom > APART * max(upper.size, lower.size):
        return True
    middle = (upper.bottom - LEVEL_OF_RULE, lower.top + LEVEL_OF_RULE)
    return any(middle[0] <= rule <= middle[1] and left < lower.x1 and right > lower.x0 for rule, left, right in rules)


def rows_around(
    pieces: Sequence[Piece], place: int, begins: Sequence[float], rules: Sequence[Edge], above: int | None = None
) -> list[DrawnRow]:
    """The rows, one below the other, around the one in which the piece at a place begins a cell; no more of the pieces
    are looked at than tell where they end. They begin with the piece `above` at most, if that is given."""
    reach = REACH
    while True:
        first = max(0, place - reach) if above is None else above
        while above is None and first and pieces[first].move == "gap":
            first -= 1
        last = min(place + reach, len(pieces))
        while last < len(pieces) and pieces[last].move == "gap":
            last += 1
        run, top, foot = _run(list(rows_in(pieces[first:last], begins, rules)), pieces[place])
        if (top or first == (above or 0)) and (foot or last == len(pieces)):
            return run
        reach *= 4


def _run(rows: Sequence[DrawnRow], seed: Piece) -> tuple[list[DrawnRow], bool, bool]:
    """The rows, one below the other, around the one in which the `seed` begins a cell; and whether it is told by rows
    other than the first and the last, which may go on, where they end above and below."""
    place = next(
        (index for index, row in enumerate(rows) if any(piece.words[0] == seed.words[0] for piece in row.pieces)), -1
    )
    top, foot = place > 0, 0 <= place < len(rows) - 1
    if place < 0 or not rows[place].is_solid:
        return [], top, foot
    first = last = place
    for index in range(place - 1, -1, -1):
        row, top = rows[index], index > 0
        if not follows(row, rows[index + 1], rows[index + 1 : first]) or (row.is_solid and not row.is_parted):
            break
        if row.stray and index + 1 < first:
            break  # a running head above the title of a table
        first = index if row.is_solid else first
    else:
        top = False
    for index in range(place + 1, len(rows)):
        foot = index < len(rows) - 1
        if not follows(rows[index - 1], rows[index], rows[last + 1 : index]):
            break
        last = index if rows[index].is_solid else last
    else:
        foot = False
    run = list(rows[first : last + 1])
    run[0] = _without_text_above(run[0])
    return run, top, foot


def follows(upper: DrawnRow, lower: DrawnRow, between: Sequence[DrawnRow]) -> bool:
    """Whether two rows may be of one table; `between` are those of one cell since the last that has several."""
    if upper.broken or lower.broken or len(between) > MOST_SINGLE or sum(row.across for row in between) > 1:
        return False
    size = max(upper.pieces[0].size, lower.pieces[0].size)
    return -OVERLAP * size <= lower.top - upper.bottom <= 3 * size


def _without_text_above(row: DrawnRow) -> DrawnRow:
    """A first row without the lines above it that its first cell seems to have."""
    column = min(row.cells)
    top = min([piece.top for other, cell in row.cells.items() if other != column for piece in cell])
    cell = row.cells[column]
    kept = [piece for piece in cell if piece.bottom > top + OVERLAP * piece.size]
    return DrawnRow({**row.cells, column: kept}, row.column) if kept else row
