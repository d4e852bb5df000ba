"""Tables whose columns lines part, drawn with `+---+` and `|` or with the signs for boxes, become cells.

A rule between any two rows says that the lines between two rules are one row. Where only the head has a rule, each line
is a row, unless it surely goes on with the one above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.drawn_lines import CROSSED, OPEN_CROSSED, Cell, DrawnLine, can_have, goes_on

MOST_LINES = 2000  # of a table
MANY = 4  # lines in which all cells have text are hardly one row


class Table(NamedTuple):
    """A table in the lines from `first` up to `last`, exclusive; whether its cells are told for certain.

    Where none of its cells has text, it is none, but signs only.
    """

    first: int
    last: int
    rows: list[list[Cell]]
    sure: bool


class _Parts(NamedTuple):
    """What a line has in each column: a cell, or a rule; `sure` says that its bars stand where those of rules do."""

    cells: list[Cell]
    ruled: list[bool]
    sure: bool


def framed_table(lines: Sequence[str], drawn: Sequence[DrawnLine], first: int) -> Table | None:
    """The table that begins in a line; None if none does."""
    text = drawn[first].text.strip()
    if CROSSED.fullmatch(text) or (_is_framed(text) and _opens(drawn, first)):
        numbers = _run(drawn, first)
    elif OPEN_CROSSED.fullmatch(text) or ("|" in text and _opens(drawn, first, framed=False)):
        numbers = _open_run(drawn, first)
    else:
        return None
    own = [drawn[number] for number in numbers]
    return _table(lines, own) if any(map(_is_rule, own)) else None


def _opens(drawn: Sequence[DrawnLine], first: int, framed: bool = True) -> bool:
    """Whether the next line with text is a rule."""
    following = next((line.text.strip() for line in drawn[first + 1 : first + 3] if line.text.strip()), "")
    return (CROSSED if framed else OPEN_CROSSED).fullmatch(following) is not None


def _is_framed(text: str) -> bool:
    return len(text) > 1 and text[0] in "|+" and text[-1] in "|+"


def _run(drawn: Sequence[DrawnLine], first: int) -> list[int]:
    """The lines of a table with lines at its sides; an empty one may follow each, as in texts dumped from PDFs."""
    numbers = [first]
    step = 0
    indent = _indent(drawn[first])
    while numbers[-1] - first < MOST_LINES:
        at = numbers[-1] + 1
        if step != 1 and at + 1 < len(drawn) and not drawn[at].text.strip():
            at += 1
        if at >= len(drawn) or not _is_framed(drawn[at].text.strip()) or _indent(drawn[at]) != indent:
            break
        if step and at - numbers[-1] != step:
            break
        if at - numbers[-1] == 2 and all(CROSSED.fullmatch(drawn[one].text.strip()) for one in (numbers[-1], at)):
            break  # one table ends, and another begins
        step = at - numbers[-1]
        numbers.append(at)
    return numbers


def _indent(line: DrawnLine) -> int:
    return len(line.text) - len(line.text.lstrip())


def _open_run(drawn: Sequence[DrawnLine], first: int) -> list[int]:
    """The lines of a table without lines at its sides: they have a bar at each crossing of its rule."""
    rule = next(line for line in drawn[first : first + 3] if OPEN_CROSSED.fullmatch(line.text.strip()))
    crossings = [place for place, sign in enumerate(rule.text) if sign == "+"]
    numbers: list[int] = []
    for line in drawn[first : first + MOST_LINES]:
        if not OPEN_CROSSED.fullmatch(line.text.strip()) and any(line.text[at : at + 1] != "|" for at in crossings):
            break
        numbers.append(line.number)
    return numbers


def _table(lines: Sequence[str], drawn: Sequence[DrawnLine]) -> Table:
    rules = [line for line in drawn if _is_rule(line)]
    bounds = sorted({place for line in rules for place, sign in enumerate(line.text) if sign in "+|"})
    framed = rules[0].text.strip()[0] in "+|"
    if not framed:
        bounds = [-1, *bounds, max(len(line.text) for line in drawn)]
    if not can_have(len(bounds) - 1, drawn):
        return Table(drawn[0].number, drawn[-1].number + 1, [], sure=False)
    groups: list[list[_Parts]] = [[]]
    partial = False
    for line in drawn:
        if _is_rule(line):
            groups.append([])
        else:
            parts = _parts(line, bounds, framed)
            partial = partial or any(parts.ruled)
            groups[-1].append(parts)
    groups = [group for group in groups if group]
    sure = all(parts.sure for group in groups for parts in group)
    rows: list[list[Cell]] = []
    if partial:
        rows = [row for group in groups for row in _reaching_rows(group)]
    else:
        double = framed and any("=" in line.text and line.places is None for line in rules)
        for index, group in enumerate(groups):
            whole = (not index and len(groups) > 1) or (len(groups) == 1 and len(bounds) == 2)
            found, told = _rows(lines, [parts.cells for parts in group], whole, len(groups) > 2, double)
            rows += found
            sure = sure and told
    return Table(drawn[0].number, drawn[-1].number + 1, rows, sure)


def _is_rule(line: DrawnLine) -> bool:
    text = line.text.strip()
    return (CROSSED.fullmatch(text) or OPEN_CROSSED.fullmatch(text)) is not None


def _parts(line: DrawnLine, bounds: Sequence[int], framed: bool) -> _Parts:
    """What a line has in the columns between the places in `bounds`."""
    at = {place for place in bounds if line.text[place : place + 1] in ("|", "+")}
    upright = [place for place, sign in enumerate(line.text) if sign == "|"]
    inside = bounds[0] in at and bounds[-1] in at and not line.text[bounds[-1] + 1 :].strip()
    if framed and not (inside and (len(at) == len(bounds) or at.issuperset(upright))):
        return _in_order(line, upright, bounds)
    cells: list[Cell] = []
    ruled: list[bool] = []
    begin = bounds[0]
    open_cells = 0
    for left, right in pairwise(bounds):
        part = line.text[left + 1 : right]
        is_rule = bool(part) and not part.strip("-=") and "+" in (line.text[left : left + 1], line.text[right:][:1])
        open_cells += 1
        last = right == bounds[-1]
        if not (right in at or last) and not is_rule:
            continue  # the cell takes the next column, too
        piece = None if is_rule else line.piece(begin + 1, len(line.text) if last and not framed else right)
        cells += [[piece] if piece else [], *([] for _ in range(open_cells - 1))]
        ruled += [is_rule] * open_cells
        begin, open_cells = right, 0
    return _Parts(cells, ruled, True)


def _in_order(line: DrawnLine, bars: Sequence[int], bounds: Sequence[int]) -> _Parts:
    """The same for a line whose bars stand elsewhere: one after the other, with what stands outside of them."""
    columns, end = len(bounds) - 1, len(line.text)
    first, last = (bars[0], bars[-1] + 1) if bars else (end, end)
    before, behind = line.piece(0, first), line.piece(last, end)
    inside = [line.piece(left + 1, right) for left, right in pairwise(bars)]
    cells: list[Cell] = [[piece] if piece else [] for piece in inside]
    sure = before is None and behind is None and len(cells) == columns
    cells = [*([[before]] if before else []), *cells, *([[behind]] if behind else [])]
    cells += [[] for _ in range(columns - len(cells))]
    return _Parts(cells, [False] * len(cells), sure)


def _reaching_rows(group: Sequence[_Parts]) -> Iterator[list[Cell]]:
    """The rows between two rules across the table, where others rule some of its columns only: cells reach down."""
    rows: list[list[Cell]] = []
    open_cells: list[Cell] = []
    for parts in group:
        if not rows or any(parts.ruled):
            ruled = parts.ruled if rows else [True] * len(parts.cells)
            row: list[Cell] = [[] for _ in ruled]
            rows.append(row)
            open_cells = [
                row[index] if new or index >= len(open_cells) else open_cells[index] for index, new in enumerate(ruled)
            ]
        for index, cell in enumerate(parts.cells):
            (open_cells[index] if index < len(open_cells) else open_cells[-1]).extend(cell)
    return iter(rows)


def _rows(
    lines: Sequence[str], group: Sequence[list[Cell]], whole: bool, ruled: bool, double: bool
) -> tuple[list[list[Cell]], bool]:
    """The rows of the lines between two rules, and whether they are told for certain.

    `whole` says that they are surely one, `ruled` that there are rules between rows, `double` that the one below the
    head is, as in tables whose rows have several lines.
    """
    group = [cells for cells in group if any(cells)]
    going_on = [goes_on(lines, upper, lower) for upper, lower in pairwise(group)]
    full = all(all(cells) for cells in group)
    if whole or all(going_on):
        return [_joined(group)] if group else [], True
    if (ruled or double) and (len(group) < MANY or not full):
        return [_joined(group)], ruled or not full or any(going_on)
    return _split(group, going_on), not any(going_on) and not ruled


def joined_rows(lines: Sequence[str], groups: Sequence[Sequence[list[Cell]]], whole: bool) -> list[list[Cell]]:
    """The rows of groups of lines: each group is one if they are `whole`, else each line that does not go on."""
    if whole:
        return [_joined(group) for group in groups if group]
    rows: list[list[Cell]] = []
    for group in groups:
        going_on = [goes_on(lines, upper, lower) for upper, lower in pairwise(group)]
        rows += _split(group, going_on)
    return rows


def _split(group: Sequence[list[Cell]], going_on: Sequence[bool]) -> list[list[Cell]]:
    """The rows of lines, of which some go on with the one above."""
    rows: list[list[list[Cell]]] = []
    for cells, on in zip(group, [False, *going_on], strict=False):
        if on:
            rows[-1].append(cells)
        else:
            rows.append([cells])
    return [_joined(row) for row in rows]


def _joined(group: Sequence[list[Cell]]) -> list[Cell]:
    """Lines of cells as one row."""
    width = max(map(len, group))
    return [[piece for cells in group if column < len(cells) for piece in cells[column]] for column in range(width)]
