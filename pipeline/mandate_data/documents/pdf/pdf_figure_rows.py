"""The lines of a table of numbers become its rows: a label may go on over several lines, or head a group of rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_words import Word

NEARER = 0.87  # of the distance on the other side
FEWEST_WORDS = 3  # of a label that fills its column


class TableLine(NamedTuple):
    """A line of a table: its words by column, where it stands, how many columns of numbers have one, and whether it is
    one of a head."""

    cells: Mapping[int, Sequence[Word]]
    top: float
    bottom: float
    figures: int = 0
    is_head: bool = False

    @property
    def is_row(self) -> bool:
        """Whether it is more than a label."""
        return self.figures > 0 or self.is_head


def rows_of_lines(lines: Sequence[TableLine], rules: Sequence[Edge]) -> list[list[TableLine]]:
    """The lines, with those of one row together."""
    right = max((line.cells[0][-1].x1 for line in lines if 0 in line.cells), default=0.0)
    joined = [_are_one(lines, place, right, rules) for place in range(1, len(lines))]
    rows = [[lines[0]]]
    for one, line in zip(joined, lines[1:], strict=True):
        if one and not (line.is_row and any(other.is_row for other in rows[-1])):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _are_one(lines: Sequence[TableLine], place: int, right: float, rules: Sequence[Edge]) -> bool:
    """Whether a line belongs to the row of the one above."""
    above, line = lines[place - 1], lines[place]
    if above.is_row and line.is_row:
        return False
    middle = (above.bottom - 1.5, line.top + 1.5)
    if any(middle[0] <= rule <= middle[1] for rule, _, _ in rules):
        return False
    distance = line.bottom - above.bottom
    if distance < line.bottom - line.top:
        return True  # its cells stand in the middle of the row
    if line.is_row:  # below one without numbers
        following = 0 in line.cells and _reads_on(line, above, right)
        before = lines[place - 2] if place > 1 else None
        farther = before is not None and distance < NEARER * (above.bottom - before.bottom)
        return following and (farther or line.cells[0][0].text[0].islower() or before is None)
    after = lines[place + 1].bottom - line.bottom if place + 1 < len(lines) else None
    if after is not None and after < NEARER * distance:
        return False
    if after is not None and distance < NEARER * after:
        return True
    return _reads_on(line, above, right)


def _reads_on(line: TableLine, above: TableLine, right: float) -> bool:
    """Whether the first cell of a line may go on with that of the line above."""
    first, last = line.cells.get(0), above.cells.get(0)
    if not first:
        return True
    if not last:
        return False
    if first[0].text[0].islower() or first[0].text[0] == "(":
        return True
    room = right - last[-1].x1
    return len(last) >= FEWEST_WORDS and room < first[0].x1 - first[0].x0 + 0.2 * first[0].size
