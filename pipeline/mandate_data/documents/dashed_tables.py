"""Tables whose columns are told by lines of dashes or equals signs, as Pandoc and RST have them, become cells.

Empty lines part rows of several lines. Otherwise each line is a row, unless its first cell is empty, or a cell above
breaks off.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from mandate_data.documents.drawn_lines import RUNS, Cell, DrawnLine, can_have
from mandate_data.documents.framed_tables import MOST_LINES, Table, joined_rows

HEAD_LINES = 6  # at most
WHOLE = re.compile(r"-{8,}|={8,}")
RUN = re.compile(r"-+|=+")
FITTING = 0.5  # of the lines of a table stand in its columns


def dashed_table(lines: Sequence[str], drawn: Sequence[DrawnLine], first: int) -> Table | None:
    """The table that begins in a line; None if none does."""
    rule = _first_rule(drawn, first)
    if rule is None:
        return None
    columns = [(found.start(), found.end()) for found in RUN.finditer(drawn[rule].text)]
    if drawn[rule].text.strip()[0] == "=":
        return _of_equals_signs(lines, drawn, first, rule, columns)
    head = list(range(first, rule))
    top = bool(head) and WHOLE.fullmatch(drawn[first].text.strip()) is not None
    if not top and (len(head) > 1 or not all(_fits(drawn[number], columns) for number in head)):
        return None
    body, end, closed = _body(drawn, rule, columns, top)
    filled = [number for number in body if drawn[number].text.strip()]
    if not can_have(len(columns), drawn[first:end]):
        return None
    fitting = sum(_fits(drawn[number], columns) for number in filled)
    if not filled or fitting < FITTING * len(filled) or (not head and not closed):
        return None
    cells = {number: _cells(drawn[number], columns) for number in (*head, *filled)}
    rows = joined_rows(lines, [[cells[number] for number in head[top:]]] if head[top:] else [], True)
    rows += _rows(lines, drawn, body, cells)
    return Table(first, end, rows, fitting == len(filled))


def _first_rule(drawn: Sequence[DrawnLine], first: int) -> int | None:
    """The line with the rule that tells the columns of a table that begins here."""
    if RUNS.fullmatch(drawn[first].text.strip()):
        return first
    top = WHOLE.fullmatch(drawn[first].text.strip()) is not None
    for number in range(first + 1, min(first + (HEAD_LINES if top else 1) + 1, len(drawn))):
        text = drawn[number].text.strip()
        if RUNS.fullmatch(text):
            return number if text[0] == "-" else None
        if not text:
            return None
    return None


def _of_equals_signs(
    lines: Sequence[str],
    drawn: Sequence[DrawnLine],
    first: int,
    rule: int,
    columns: Sequence[tuple[int, int]],
) -> Table | None:
    """A table between rules of equals signs, one of which may be below its head."""
    rules = [rule]
    for number in range(rule + 1, min(rule + MOST_LINES, len(drawn))):
        text = drawn[number].text.strip()
        if text.startswith("==") and RUNS.fullmatch(text):
            rules.append(number)
            if len(rules) > 2 or number + 1 >= len(drawn) or not drawn[number + 1].text.strip():
                break
    if len(rules) < 2 or not can_have(len(columns), drawn[first : rules[-1] + 1]):
        return None
    rows: list[list[Cell]] = []
    sure = True
    for begin, end in pairwise(rules):
        numbers = range(begin + 1, end)
        within = [one for one in numbers if not RUN.fullmatch(drawn[one].text.strip().replace(" ", ""))]
        sure = sure and all(_fits(drawn[number], columns) for number in within)
        cells = {number: _cells(drawn[number], columns) for number in within}
        head = begin == rule and len(rules) > 2
        rows += joined_rows(lines, [list(cells.values())], True) if head else _rows(lines, drawn, numbers, cells)
    return Table(first, rules[-1] + 1, rows, sure) if rows else None


def _body(
    drawn: Sequence[DrawnLine], rule: int, columns: Sequence[tuple[int, int]], top: bool
) -> tuple[range, int, bool]:
    """The lines below the rule that are the table's, the line behind the table, and whether a rule ends it."""
    blank = rule
    for number in range(rule + 1, min(rule + MOST_LINES, len(drawn))):
        text = drawn[number].text.strip()
        if text and (RUNS.fullmatch(text) or WHOLE.fullmatch(text)):
            if number > rule + 1 and (top or RUNS.fullmatch(text)):
                return range(rule + 1, number), number + 1, True
            break
        if not text and blank == rule:
            blank = number
        if (not text and blank == number - 1 != rule) or (text and not top and not _fits(drawn[number], columns)):
            break  # two empty lines, or text
    end = blank if blank > rule else _end(drawn, rule)
    return range(rule + 1, end), end, False


def _end(drawn: Sequence[DrawnLine], rule: int) -> int:
    """The line behind the lines with text that follow the rule."""
    end = rule + 1
    while end < min(rule + MOST_LINES, len(drawn)) and drawn[end].text.strip() and not _is_rule(drawn[end]):
        end += 1
    return end


def _is_rule(line: DrawnLine) -> bool:
    text = line.text.strip()
    return (RUNS.fullmatch(text) or WHOLE.fullmatch(text)) is not None


def _fits(line: DrawnLine, columns: Sequence[tuple[int, int]]) -> bool:
    """Whether a line has text in the columns only."""
    gaps = pairwise(columns)
    return not line.text[: columns[0][0]].strip() and not any(
        line.text[left[1] : right[0]].strip() for left, right in gaps
    )


def _cells(line: DrawnLine, columns: Sequence[tuple[int, int]]) -> list[Cell]:
    """What stands in the columns; text in a gap belongs to the column before, as what is in the column behind."""
    cells: list[Cell] = []
    begin, covered = 0, 0
    for index, (_, end) in enumerate(columns):
        following = columns[index + 1][0] if index + 1 < len(columns) else None
        covered += 1
        if following is not None and line.text[end:following].strip():
            continue
        piece = line.piece(begin, len(line.text) if following is None else following)
        cells += [[piece] if piece else [], *([] for _ in range(covered - 1))]
        begin, covered = following or 0, 0
    return cells


def _rows(
    lines: Sequence[str], drawn: Sequence[DrawnLine], numbers: Sequence[int], cells: dict[int, list[Cell]]
) -> list[list[Cell]]:
    """The rows of lines that have these cells; others are empty or rules, and end a row."""
    groups = [
        [cells[number] for number in run]
        for filled, run in groupby(numbers, key=lambda one: one in cells and bool(drawn[one].text.strip()))
        if filled
    ]
    if len(groups) > 1 and any(not drawn[number].text.strip() for number in numbers):
        return joined_rows(lines, groups, True)
    return joined_rows(lines, groups, False)
