"""Rows of a table that was drawn line by line, across its cells: which of its lines go on with the row above."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from mandate_data.documents.pdf.pdf_pieces import Piece

NEAR = 0.5  # points by which lines of one row may be further from each other than others

Cells = Mapping[int, Sequence[Piece]]
"""The pieces of a line by column."""


def rows_of_line_order(lines: Sequence[Cells]) -> tuple[list[dict[int, list[Piece]]], bool]:
    """The lines, with those of one row together, and whether that is sure: lines of one row are nearer to each other
    than rows are, or nothing of a line but small letters goes on with the one above."""
    lowered = _lowered(lines)
    rest = {place for place, line in enumerate(lines) if place and _may_go_on(line, lowered)}
    distances = [0.0, *(_first(lower) - _last(upper) for upper, lower in pairwise(lines))]
    usual = min(distances[1:], default=0.0)
    near = {place for place, distance in enumerate(distances) if place and distance <= usual + NEAR}
    far = [distance for place, distance in enumerate(distances) if place and place not in near]
    parted = bool(far) and min(far) > usual + 2 * NEAR
    told = parted and near >= rest and 2 * len(rest) >= len(near)
    joined = near if told else {place for place in rest if _surely_goes_on(lines[place], lowered)}
    rows: list[dict[int, list[Piece]]] = []
    for place, line in enumerate(lines):
        if place not in joined:
            rows.append({column: list(cell) for column, cell in line.items()})
            continue
        for column, cell in line.items():
            rows[-1].setdefault(column, []).extend(cell)
    return rows, joined >= rest


def _first(line: Cells) -> float:
    """The foot of the first line of a row whose cells may have several."""
    return min(cell[0].bottom for cell in line.values())


def _last(line: Cells) -> float:
    return max(cell[-1].bottom for cell in line.values())


def _may_go_on(line: Cells, lowered: Set[int]) -> bool:
    """Whether a line may be the rest of a row: it has no first cell, or a cell of it begins with a small letter, unless
    it is in one of the columns in which most cells do."""
    return 0 not in line or any(_is_small(cell) for column, cell in line.items() if column not in lowered)


def _surely_goes_on(line: Cells, lowered: Set[int]) -> bool:
    return all(_is_small(cell) and column not in lowered for column, cell in line.items())


def _lowered(lines: Sequence[Cells]) -> set[int]:
    """The columns in which most cells begin with a small letter."""
    small = Counter(column for line in lines for column, cell in line.items() if _is_small(cell))
    every = Counter(column for line in lines for column in line)
    return {column for column in every if 2 * small[column] > every[column]}


def _is_small(cell: Sequence[Piece]) -> bool:
    first = cell[0].words[0].text[0]
    return first.islower() or first == "("
