"""Where a table without rules ends and another begins right below it: the columns of their rows are not the same.

What is free between two columns of one is covered by a cell in several rows of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_gutters import MARKER
from mandate_data.documents.pdf.pdf_lines import line_of
from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, MOST, SAME_PLACE, Piece
from mandate_data.documents.pdf.pdf_strips import Strip, merged

FEWEST = 2  # rows of either table that tell its columns from those of the other
LOOKED_AT = 4  # rows of either table, at most
WHOLE = 0.6  # of the rows of a table have a cell in each column
JUSTIFIED = 1.25  # times as wide as the narrowest gap of its line is the widest of a justified one
WIDEST = 2.0  # of the size: a gap between words of justified lines
MOST_CELLS = 30  # of a row
HEADS = 3  # rows, at most, that may be of either table and are told by where their cells begin


class Part(NamedTuple):
    """Pieces of a page; where another table is above or below theirs, the places among them at which its rows begin,
    and what is free between its columns."""

    pieces: Sequence[Piece]
    rows: Sequence[int] = ()
    strips: Sequence[Strip] = ()


@dataclass(slots=True)
class _Row:
    """The cells of a row, from left to right, each the pieces of its lines; the place of its first piece among those of
    the page; and its height."""

    cells: list[list[Piece]]
    begin: int
    top: float
    bottom: float

    def add(self, piece: Piece) -> None:
        """Put a piece into the row: into a cell of its own, or the last that it is not left of; those behind were
        none."""
        self.top, self.bottom = min(self.top, piece.top), max(self.bottom, piece.bottom)
        if piece.move in ("up", "gap"):
            self.cells.append([piece])
            return
        while len(self.cells) > 2 and piece.x0 < max([one.x1 for one in self.cells[-2]]):
            behind = self.cells.pop()
            self.cells[-1] += behind
        self.cells[-1].append(piece)

    def goes_on(self, piece: Piece) -> bool:
        """Whether a piece is of the row of the one before it: another cell, or a line of one behind the first."""
        last = self.cells[-1]
        if piece.move in ("up", "gap"):
            return piece.x0 >= max([one.x1 for one in last]) and piece.bottom > self.top and piece.top < self.bottom
        first_end = max([one.x1 for one in self.cells[0]])
        return piece.move == "down" and piece.x0 >= first_end and piece.top < last[-1].bottom + piece.size

    @property
    def pieces(self) -> list[Piece]:
        return [piece for cell in self.cells for piece in cell]

    @property
    def has_cells(self) -> bool:
        """Whether these may be cells: not the words of a justified line, whose gaps are alike; and none begins above
        the one before it, as the next column of text does, though neither their middles nor their feet are level."""
        gaps = [strip.right - strip.left for strip, _ in self.gaps()]
        limit = min(JUSTIFIED * min(gaps, default=0.0), WIDEST * self.size)
        alike = len(gaps) > 1 and len(self.pieces) == len(self.cells) and max(gaps) < limit
        if alike or len(self.cells) > MOST_CELLS:
            return False
        spans = [(min(one.top for one in cell), max(one.bottom for one in cell)) for cell in self.cells]
        return all(
            other[0] > one[0] - self.size
            or abs(other[1] - one[1]) < self.size
            or abs(sum(other) - sum(one)) < 2 * self.size
            for one, other in pairwise(spans)
        )

    @property
    def size(self) -> float:
        return self.cells[0][0].size

    def gaps(self) -> Iterator[tuple[Strip, list[Piece]]]:
        """What is free between two cells, with the latter."""
        for one, other in pairwise(self.cells):
            left, right = max([piece.x1 for piece in one]), min([piece.x0 for piece in other])
            if right - left >= LEAST_GAP * other[0].size:
                yield Strip(left, right), other

    def over(self, strip: Strip) -> Piece | None:
        """A line of a cell that reaches over a strip."""
        return next((piece for piece in self.pieces if piece.x0 <= strip.left and piece.x1 >= strip.right), None)


def stacked_parts(pieces: Sequence[Piece]) -> list[Part]:
    """The pieces of a page, given in the order of the file, parted where a table begins right below another."""
    rows = list(_rows(pieces))
    starts: list[int] = []  # indices of rows with which a table begins
    begin = 0
    for index in range(1, len(rows) - FEWEST + 1):
        if rows[index].top < rows[index - 1].top:
            begin = index  # in the next column of text
        upper = rows[max(begin, index - LOOKED_AT) : index]
        other = _first_of_another(upper, _downwards(rows[index : index + LOOKED_AT]))
        if other is not None:
            begin += _first_row(rows[begin:], index + other - begin)
            starts.append(begin)
    if not starts:
        return [Part(pieces)]
    places = [0, *(rows[start].begin for start in starts), len(pieces)]
    own = [rows[one:other] for one, other in pairwise([0, *starts, len(rows)])]
    return [_part(pieces[one:other], one, several) for (one, other), several in zip(pairwise(places), own, strict=True)]


def _part(pieces: Sequence[Piece], begin: int, rows: Sequence[_Row]) -> Part:
    return Part(pieces, [row.begin - begin for row in rows], _strips(rows)) if _are_table(rows) else Part(pieces)


def _strips(rows: Sequence[_Row]) -> list[Strip]:
    """What is free between the columns of a table."""
    return merged(strip for row in rows for strip, _ in row.gaps())


def _are_table(rows: Sequence[_Row]) -> bool:
    """Whether most rows have a cell in each column, few cells begin within a sentence, and some of the first are no
    bullets or numbers of a list."""
    strips = _strips(rows)
    if all(MARKER.fullmatch(line_of(list(row.cells[0][0].words), 0).text) for row in rows):
        return False
    whole = sum(all(_keeps(row, strip) for strip in strips) for row in rows)
    begins = [cell[0].words[0].text[0] for row in rows for cell in row.cells]
    return whole >= max(FEWEST, WHOLE * len(rows)) and 2 * sum(map(str.islower, begins)) < len(begins)


def _keeps(row: _Row, strip: Strip) -> bool:
    """Whether a row has a gap where columns have one, be it as narrow as one between words."""
    line = row.over(strip)
    words = line.words[1:] if line is not None else ()
    narrow = any(abs(word.x0 - strip.right) <= SAME_PLACE for word in words)
    return narrow or any(_overlap(strip, gap) for gap, _ in row.gaps())


def _downwards(rows: Sequence[_Row]) -> Sequence[_Row]:
    """The rows up to the first that is above the one before."""
    end = next((place for place, (one, other) in enumerate(pairwise(rows), 1) if other.top < one.top), len(rows))
    return rows[:end]


def _rows(pieces: Sequence[Piece]) -> Iterator[_Row]:
    """The rows of several cells, in the order of the file, whatever their columns are."""
    row: _Row | None = None
    for place, piece in enumerate(pieces):
        if row is not None and row.goes_on(piece):
            row.add(piece)
            continue
        if row is not None and row.has_cells:
            yield row
        row = None
        first = _cell_before(pieces, place) if piece.move in ("up", "gap") else place
        if first < place:
            cell = list(pieces[first:place])
            row = _Row([cell], first, min(one.top for one in cell), max(one.bottom for one in cell))
            row.add(piece)
    if row is not None and row.has_cells:
        yield row


def _cell_before(pieces: Sequence[Piece], place: int) -> int:
    """The place of the first of the pieces that are one cell left of the one at a place, and on its height."""
    turn = pieces[place]
    first = place
    while first and pieces[first - 1].x1 <= turn.x0 and pieces[first - 1].bottom > turn.top:
        first -= 1
        if pieces[first].move in ("up", "back", "gap"):
            break
    return first


def _first_of_another(upper: Sequence[_Row], lower: Sequence[_Row]) -> int | None:
    """The index of a lower row that is of another table than the upper rows: cells of some rows cover what is free
    between two columns of the nearest of the others. None where they may be of one table."""
    if min(len(upper), len(lower)) < FEWEST:
        return None
    if any(_is_covered(strip, upper) for strip in _shared(lower[:FEWEST])):
        return int(_side(upper[-1], lower[0], lower[1]) < 0)
    for strip in _shared(upper[-FEWEST:]):
        if _is_covered(strip, lower):
            covering = (place for place, row in enumerate(lower) if row.over(strip) is not None)
            return next(
                (place for place in covering if not _fits_better(lower[place], upper, lower[place + 1 :])), None
            )
    return None


def _fits_better(row: _Row, upper: Sequence[_Row], lower: Sequence[_Row]) -> bool:
    """Whether a row is aligned with the last of the upper rows, and less with those below it."""
    return _fit(row, upper[-1]) > max((_fit(row, other) for other in lower), default=0)


def _is_covered(strip: Strip, rows: Sequence[_Row]) -> bool:
    """Whether lines of most rows, two or more, reach over a strip, and none of their words begin or end at one place
    there, as in columns that no more than a gap between words parts."""
    over = [line for row in rows if (line := row.over(strip)) is not None]
    if len(over) < FEWEST or 2 * len(over) < len(rows):
        return False
    words = sorted((word.x0, word.x1) for line in over for word in line.words)
    end = strip.left
    for left, right in (*words, (strip.right, strip.right)):
        if min(left, strip.right) - end >= LEAST_GAP * over[0].size:
            begun = sum(any(abs(word.x0 - left) <= SAME_PLACE for word in line.words) for line in over)
            ended = sum(any(abs(word.x1 - end) <= SAME_PLACE for word in line.words) for line in over)
            if max(begun, ended) >= MOST * len(over):
                return False
        end = max(end, right)
    return True


def _shared(rows: Sequence[_Row]) -> Iterator[Strip]:
    """What is free in all of these rows between two columns, whose cells begin, end or have their middles at one place
    behind it if they were not drawn apart. No more than parts two words is free before cells that begin at one place:
    others of their column may be longer."""
    first, *others = rows
    for strip, cell in first.gaps():
        for row in others:
            found = [(gap, other) for gap, other in row.gaps() if _overlap(strip, gap) and _are_alike(cell, other)]
            if not found:
                break
            gap, other = found[0]
            left, right = max(strip.left, gap.left), min(strip.right, gap.right)
            begun = abs(cell[0].x0 - other[0].x0) <= SAME_PLACE < abs(cell[0].x1 - other[0].x1)
            strip = Strip(max(left, right - 2 * LEAST_GAP * cell[0].size) if begun else left, right)
        else:
            yield strip


def _overlap(one: Strip, other: Strip) -> bool:
    return min(one.right, other.right) - max(one.left, other.left) >= SAME_PLACE


def _are_alike(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    return one[0].move == "up" == other[0].move or _aligned(one, other)


def _aligned(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether the first lines of two cells begin, end or have their middles at one place."""
    first, second = one[0], other[0]
    ways = (first.x0 - second.x0, first.x1 - second.x1, (first.x0 + first.x1 - second.x0 - second.x1) / 2)
    return min(map(abs, ways)) <= SAME_PLACE


def _first_row(rows: Sequence[_Row], start: int) -> int:
    """The index of the first row of a table that has the one at `start`: some of those above may be its head."""
    strips = list(_shared(rows[start : start + FEWEST]))
    first = start
    for place in range(start - 1, max(start - HEADS, 1) - 1, -1):
        side = _side(*rows[place - 1 : place + 2])
        if side < 0 or any(rows[place].over(strip) is not None for strip in strips):
            break
        first = place if side > 0 else first
    return first


def _side(above: _Row, row: _Row, below: _Row) -> float:
    """Whether a row is of the table of the one above, where this is negative, or below, where it is positive: its cells
    are aligned with those, or it is nearer to it; 0 where nothing tells."""
    fits = _fit(row, below) - _fit(row, above)
    distance = (row.top - above.bottom) - (below.top - row.bottom)
    return fits or (distance if abs(distance) > SAME_PLACE else 0)


def _fit(row: _Row, other: _Row) -> int:
    """How many cells of a row behind the first are aligned with one of another."""
    return sum(any(_aligned(cell, one) for one in other.cells[1:]) for cell in row.cells[1:])
