"""Where a table without rules ends and another begins right below it: the columns of their rows are not the same.

What is free between two columns of one is covered by a cell in several rows of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, MOST, SAME_PLACE, Piece
from mandate_data.documents.pdf.pdf_strips import Strip, merged

FEWEST = 2  # rows of either table that tell its columns from those of the other
LOOKED_AT = 12  # rows of the upper table, at most
HEADS = 3  # rows, at most, that may be of either table and are told by where their cells begin


class Part(NamedTuple):
    """Pieces of a page; where another table is above or below theirs, the first piece of each of its rows, and what is
    free between its columns."""

    pieces: Sequence[Piece]
    rows: Sequence[Piece] = ()
    strips: Sequence[Strip] = ()


@dataclass(slots=True)
class _Row:
    """The cells of a row, from left to right, each the pieces of its lines, which have places among those of the page:
    the first of its own and the one behind the last."""

    cells: list[list[Piece]]
    begin: int
    end: int

    @property
    def pieces(self) -> list[Piece]:
        return [piece for cell in self.cells for piece in cell]

    @property
    def top(self) -> float:
        return min([piece.top for piece in self.pieces])

    @property
    def bottom(self) -> float:
        return max([piece.bottom for piece in self.pieces])

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
    for index in range(FEWEST, len(rows) - FEWEST + 1):
        upper = rows[max(begin, index - LOOKED_AT) : index]
        lower = rows[index : index + FEWEST]
        if len(upper) >= FEWEST and _are_of_two_tables(upper, lower):
            begin = _first_of(upper, lower, index)
            starts.append(begin)
    if not starts:
        return [Part(pieces)]
    places = [0, *(rows[start].begin for start in starts), len(pieces)]
    own = [rows[one:other] for one, other in pairwise([0, *starts, len(rows)])]
    return [
        _part(pieces[one:other], several) for (one, other), several in zip(pairwise(places), own, strict=True)
    ]


def _part(pieces: Sequence[Piece], rows: Sequence[_Row]) -> Part:
    """A part of a page, whose rows are those of a table if most have a cell in each column, and few cells begin within
    a sentence."""
    strips = merged(strip for row in rows for strip, _ in row.gaps())
    whole = sum(all(any(_overlap(strip, gap) for gap, _ in row.gaps()) for strip in strips) for row in rows)
    begins = [cell[0].words[0].text[0] for row in rows for cell in row.cells]
    is_table = whole >= max(FEWEST, MOST * len(rows)) and 2 * sum(map(str.islower, begins)) < len(begins)
    return Part(pieces, [row.cells[0][0] for row in rows], strips) if is_table else Part(pieces)


def _rows(pieces: Sequence[Piece]) -> Iterator[_Row]:
    """The rows of several cells, in the order of the file, whatever their columns are."""
    row: _Row | None = None
    for place, piece in enumerate(pieces):
        if row is not None and _goes_on(row, piece):
            _add(row, piece)
            row.end = place + 1
            continue
        if row is not None:
            yield row
            row = None
        if piece.move in ("up", "gap") and place:
            first = _cell_before(pieces, place)
            if first < place:
                row = _Row([list(pieces[first:place]), [piece]], first, place + 1)
    if row is not None:
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


def _goes_on(row: _Row, piece: Piece) -> bool:
    """Whether a piece is of the row of the one before it: another cell, or a line of one behind the first."""
    last = row.cells[-1]
    if piece.move in ("up", "gap"):
        return piece.x0 >= max([one.x1 for one in last]) and piece.bottom > row.top and piece.top < row.bottom
    first_end = max([one.x1 for one in row.cells[0]])
    return piece.move == "down" and piece.x0 >= first_end and piece.top < last[-1].bottom + piece.size


def _add(row: _Row, piece: Piece) -> None:
    """Put a piece into the last of the cells that it is not left of; those behind were none."""
    if piece.move in ("up", "gap"):
        row.cells.append([piece])
        return
    while len(row.cells) > 2 and piece.x0 < max([one.x1 for one in row.cells[-2]]):
        behind = row.cells.pop()
        row.cells[-1] += behind
    row.cells[-1].append(piece)


def _are_of_two_tables(upper: Sequence[_Row], lower: Sequence[_Row]) -> bool:
    """Whether cells cover what is free between two columns: of the lower rows in most of the upper ones, or of these in
    all lower ones."""
    if any(_is_covered(strip, upper) for strip in _shared(lower)):
        return True
    return any(_is_covered(strip, lower) for strip in _shared(upper[-FEWEST:]))


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
    behind it if they were not drawn apart."""
    first, *others = rows
    for strip, cell in first.gaps():
        for row in others:
            found = [(gap, other) for gap, other in row.gaps() if _overlap(strip, gap) and _are_alike(cell, other)]
            if not found:
                break
            strip = Strip(max(strip.left, found[0][0].left), min(strip.right, found[0][0].right))
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


def _first_of(upper: Sequence[_Row], lower: Sequence[_Row], index: int) -> int:
    """The index of the first row of the lower table: some of the rows above the one at an index may be its head, which
    are aligned as its cells are, or are nearer to it."""
    strips = list(_shared(lower))
    place = len(upper)
    while place > 1 and len(upper) - place < HEADS and not any(map(upper[place - 1].over, strips)):
        row = upper[place - 1]
        above, below = _fit(row, upper[place - 2]), _fit(row, lower[0])
        behind = upper[place] if place < len(upper) else lower[0]
        nearer = row.top - upper[place - 2].bottom > behind.top - row.bottom + SAME_PLACE
        if below < above or (below == above and not nearer):
            break
        place -= 1
    return index - (len(upper) - place)


def _fit(row: _Row, other: _Row) -> int:
    """How many cells of a row behind the first are aligned with one of another."""
    return sum(any(_aligned(cell, one) for one in other.cells[1:]) for cell in row.cells[1:])
