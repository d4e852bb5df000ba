"""The strips between the columns of a table that its cells leave free, as the order in which they were drawn tells.

Where the pen went up and to the right, it left a cell and began the next: what is between them is free, whether the
lines of these begin, end or have their middles at one place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, Piece


class Strip(NamedTuple):
    """What is free between two columns."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def turns_of(pieces: Sequence[Piece]) -> list[int]:
    """The places of pieces that begin a cell beside another: to which the pen went up, or that are behind a gap and
    have another line below them, behind the gap as well."""
    places: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.move == "up":
            places.append(place)
        elif piece.move == "gap" and place + 1 < len(pieces):
            below = pieces[place + 1]
            if below.move == "down" and below.x0 >= pieces[place - 1].x1 and below.top < piece.bottom + piece.size:
                places.append(place)
    return places


def strips_of(pieces: Sequence[Piece], turns: Sequence[int]) -> list[Strip]:
    """The strips, from left to right, that the places of pieces tell that begin a cell beside another."""
    found: list[Strip] = []
    for before, place in zip([0, *turns], turns, strict=False):
        first = pieces[place]
        cell = takewhile(
            lambda piece: piece.x1 <= first.x0 and piece.bottom > first.top,  # noqa: B023
            (pieces[index] for index in range(place - 1, before - 1, -1)),
        )
        end = max((piece.x1 for piece in cell), default=None)
        if end is None:
            continue
        behind = takewhile(
            lambda piece: piece.x0 >= end and piece.move not in ("up", "back"),  # noqa: B023
            islice(pieces, place + 1, None),
        )
        cell_behind = [first, *behind]
        if _begins_above(pieces, before, place, cell_behind):
            continue
        begin = min(piece.x0 for piece in cell_behind)
        if begin - end >= LEAST_GAP * first.size:
            found.append(Strip(end, begin))
    return merged(found)


def _begins_above(pieces: Sequence[Piece], before: int, place: int, cell: Sequence[Piece]) -> bool:
    """Whether a cell begins above the row of the one before it, as the next column of text does, though the middles of
    both are not on one height."""
    row = [pieces[place - 1]]
    for index in range(place - 2, before - 1, -1):
        if pieces[index].x0 > row[-1].x1 or pieces[index].bottom > row[-1].bottom + row[-1].size / 2:
            break  # in a row above
        row.append(pieces[index])
    top, size = min(piece.top for piece in row), cell[0].size
    if cell[0].top >= top - size:
        return False
    middle = (top + max(piece.bottom for piece in row)) / 2
    return abs(middle - (cell[0].top + max(piece.bottom for piece in cell)) / 2) > size


def merged(strips: Iterable[Strip]) -> list[Strip]:
    """The strips, from left to right, of which those that overlap are one: what is free in all of them.

    What goes over several, as beside an empty cell, says no more than these.
    """
    kept: list[Strip] = []
    for strip in sorted(strips, key=lambda one: (one.right - one.left, one)):
        first = bisect_right(kept, strip.left, key=lambda one: one.right)
        last = bisect_left(kept, strip.right, key=lambda one: one.left)
        if first == last:
            kept.insert(first, strip)
        elif last - first == 1:
            kept[first] = Strip(max(strip.left, kept[first].left), min(strip.right, kept[first].right))
    return kept
