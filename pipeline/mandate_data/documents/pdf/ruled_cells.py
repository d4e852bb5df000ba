"""Edges that are drawn become the cells of tables: what four edges enclose, and nothing else within."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandate_data.documents.pdf.pdf_drawings import Drawings, Edge

NEAR = 3.0  # points: edges as near are one
MOST = 200_000
"""Pairs of edges: more is a drawing, no table."""
FEWEST_RULES = 3  # of a table whose sides are open
FRAME = 0.8  # of a table: a cell that covers more and has others within is a frame around them

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its rows from top to bottom, the cells of each from left to right, None where another covers one.

    A cell is (left, top, right, foot). The `inner` tables are in its cells and touch their edges.
    """

    rows: list[list[Box | None]]
    box: Box
    inner: tuple[Grid, ...] = ()

    @property
    def cells(self) -> list[Box]:
        return [cell for row in self.rows for cell in row if cell is not None]


def grids_of(drawings: Drawings, ends: Sequence[float], open_sides: bool) -> list[Grid]:
    """The ruled tables of a page, from top to bottom; `ends` are heights at which a page's end cuts vertical edges,
    `open_sides` says that tables may have none drawn at their sides."""
    horizontal = _joined(drawings.horizontal)
    vertical = _joined(drawings.vertical)
    if vertical:
        left, right = min(edge[0] for edge in vertical), max(edge[0] for edge in vertical)
        horizontal = _joined([*horizontal, *((end, left, right) for end in ends)])
    if len(horizontal) * len(vertical) > MOST:
        return []
    if open_sides:
        vertical = _joined([*vertical, *_open_sides(horizontal, vertical)])
    found = [_apart(cells) for cells in _connected(_cells(horizontal, vertical))]
    return [_grid(cells, tuple(_grid(inner) for inner in _connected(nested))) for cells, nested in found]


def _open_sides(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> Iterator[Edge]:
    """The sides that a table has where only its inner columns are parted: its rules begin, or end, there."""
    alike: dict[tuple[int, int], list[Edge]] = defaultdict(list)
    for edge in horizontal:
        alike[(round(edge[1] / NEAR), round(edge[2] / NEAR))].append(edge)
    for rules in alike.values():
        _, left, right = rules[0]
        heights = [rule[0] for rule in rules]
        parting = [edge for edge in vertical if left - NEAR < edge[0] < right + NEAR and _parts_rows(edge, heights)]
        if not any(left + NEAR < edge[0] < right - NEAR for edge in parting):
            continue
        top, foot = min(edge[1] for edge in parting) - NEAR, max(edge[2] for edge in parting) + NEAR
        parted = [height for height in heights if top <= height <= foot]
        for side in (left, right):
            if all(abs(edge[0] - side) > NEAR for edge in parting):
                yield side, min(parted), max(parted)


def _parts_rows(edge: Edge, heights: Sequence[float]) -> bool:
    """Whether a vertical edge goes from one of the rules to another, over at least one between."""
    _, top, foot = edge
    met = [height for height in heights if top - NEAR <= height <= foot + NEAR]
    return len(met) >= FEWEST_RULES and met[0] - top <= NEAR and foot - met[-1] <= NEAR


def _joined(edges: Sequence[Edge]) -> list[Edge]:
    """The same edges: those that are near stand at one place, those that touch are one."""
    places: list[list[Edge]] = []
    for edge in sorted(edges):
        if places and edge[0] - places[-1][-1][0] <= NEAR:
            places[-1].append(edge)
        else:
            places.append([edge])
    joined: list[Edge] = []
    for group in places:
        place = sum(edge[0] for edge in group) / len(group)
        run: Edge | None = None
        for _, start, end in sorted(group, key=lambda edge: edge[1:]):
            if run is not None and start <= run[2] + NEAR:
                run = (place, run[1], max(run[2], end))
            else:
                joined += [run] if run else []
                run = (place, start, end)
        joined += [run] if run else []
    return [edge for edge in joined if edge[2] - edge[1] >= NEAR]


def _cells(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> list[Box]:
    """The smallest boxes whose corners are crossings, and whose sides are drawn."""
    crossings: dict[tuple[int, int], tuple[float, float]] = {}
    on_horizontal: dict[int, list[int]] = defaultdict(list)
    on_vertical: dict[int, list[int]] = defaultdict(list)
    for down, (x, top, foot) in enumerate(vertical):
        for across, (y, left, right) in enumerate(horizontal):
            if top - NEAR <= y <= foot + NEAR and left - NEAR <= x <= right + NEAR:
                crossings[(across, down)] = (x, y)
                on_horizontal[across].append(down)
                on_vertical[down].append(across)
    cells: list[Box] = []
    for (across, down), (x, y) in crossings.items():
        below = [other for other in on_vertical[down] if horizontal[other][0] > y]
        beside = [other for other in on_horizontal[across] if vertical[other][0] > x]
        found = next(
            ((low, far) for low in below for far in beside if (low, far) in crossings),
            None,
        )
        if found is not None:
            cells.append((x, y, vertical[found[1]][0], horizontal[found[0]][0]))
    return sorted(set(cells), key=lambda cell: (cell[1], cell[0]))


def _connected(cells: Sequence[Box]) -> list[list[Box]]:
    """Cells that share corners, table by table."""
    at: dict[tuple[float, float], list[int]] = defaultdict(list)
    for index, (left, top, right, foot) in enumerate(cells):
        for corner in ((left, top), (right, top), (left, foot), (right, foot)):
            at[corner].append(index)
    seen: set[int] = set()
    tables: list[list[Box]] = []
    for first in range(len(cells)):
        if first in seen:
            continue
        seen.add(first)
        waiting, table = [first], list[int]()
        while waiting:
            index = waiting.pop()
            table.append(index)
            left, top, right, foot = cells[index]
            for corner in ((left, top), (right, top), (left, foot), (right, foot)):
                new = [other for other in at[corner] if other not in seen]
                seen.update(new)
                waiting += new
        tables.append([cells[index] for index in sorted(table)])
    return tables


def _apart(cells: Sequence[Box]) -> tuple[list[Box], list[Box]]:
    """The cells of a table, from top to bottom, of which none is within another, and those of tables in them."""
    tops = [cell[1] for cell in cells]
    inner = {
        cell: _cells_within(cell, cells[bisect_left(tops, cell[1]) : bisect_right(tops, cell[3])]) for cell in cells
    }
    least = FRAME * _area(_around(cells))
    frames = {cell for cell in cells if inner[cell] and _area(cell) > least}
    nested = {other for cell in cells if cell not in frames for other in inner[cell]}
    kept = [cell for cell in cells if cell not in frames and cell not in nested]
    return kept, [cell for cell in cells if cell in nested and cell not in frames]


def _cells_within(cell: Box, cells: Sequence[Box]) -> list[Box]:
    left, _, right, foot = cell
    return [other for other in cells if other != cell and left <= other[0] and other[2] <= right and other[3] <= foot]


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _around(cells: Sequence[Box]) -> Box:
    lefts, tops, rights, feet = zip(*cells, strict=True)
    return min(lefts), min(tops), max(rights), max(feet)


def _grid(cells: Sequence[Box], inner: tuple[Grid, ...] = ()) -> Grid:
    lefts = sorted({cell[0] for cell in cells})
    rows = [{cell[0]: cell for cell in cells if cell[1] == top} for top in sorted({cell[1] for cell in cells})]
    return Grid([[row.get(left) for left in lefts] for row in rows], _around(cells), inner)
