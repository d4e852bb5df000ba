"""Tables that stand within one column of text: the cells of each of their columns begin, or numbers end, at one place.

Justified lines of a narrow column have wide gaps as well, but seldom in the same places, and between all words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_gutters import GUTTER, Span, segments_of
from mandate_data.documents.pdf.pdf_lines import Line, Row
from mandate_data.documents.pdf.pdf_runs import run_of
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.pdf.pdf_unruled_tables import in_columns, table_of

NUMBER = re.compile(r"[\d.,%()–-]*\d[\d.,%()–-]*")
FEWEST = 3  # rows with several cells
MOST = 0.8  # of the cells of a column are aligned
WIDER = 1.5  # than the gaps between words
SAME_PLACE = 0.6  # points
SAME_SIZE = 0.6  # points


def with_tables(
    lines: Sequence[Line], rows: Sequence[Row], rules: Sequence[float], number: int
) -> Iterator[Line | Table]:
    """The lines of a column, which are these rows of words, and the tables among them.

    `rules` are the heights of the rules on the page of this `number`.
    """
    segments = [segments_of(row, GUTTER) for row in rows]
    index = 0
    while index < len(rows):
        run, gutters = run_of(rows, segments, index, GUTTER, ()) if len(segments[index]) > 1 else ([], [])
        table, taken = _table(run, gutters, rules, number) if gutters else (None, 0)
        yield table or lines[index]
        index += taken or 1


def _table(
    run: Sequence[Row], gutters: Sequence[Span], rules: Sequence[float], number: int
) -> tuple[Table | None, int]:
    parted = [in_columns(row, gutters) for row in run]
    while parted and len(parted[-1]) == 1 and _is_of_another_size(run[len(parted) - 1], run[0]):
        parted.pop()
    while parted and len(parted[-1]) > 1 and not _parts(parted[-1]):
        parted.pop()  # a justified line below the table
    several = [row for row in parted if len(row) > 1]
    count = len(gutters) + 1
    parting = sum(map(_parts, several))
    if parting < max(FEWEST, MOST * len(several)) or not all(
        _is_aligned(several, column, column == count - 1) for column in range(count)
    ):
        return None, 0
    return table_of(parted, count, rules, number)


def _is_of_another_size(row: Row, first: Row) -> bool:
    """Whether the last line, which has no gap, is set in another size than the first row: it is text below a table."""
    return abs(row[0].size - first[0].size) > SAME_SIZE


def _parts(row: dict[int, Row]) -> bool:
    """Whether the gaps between the cells of a row are wider than those between the words of a cell."""
    cells = [sorted(row[column], key=lambda word: word.x0) for column in sorted(row)]
    within = max((right.x0 - left.x1 for cell in cells for left, right in pairwise(cell)), default=0.0)
    return min(right[0].x0 - left[-1].x1 for left, right in pairwise(cells)) > WIDER * within


def _is_aligned(rows: Sequence[dict[int, Row]], column: int, is_last: bool) -> bool:
    """Whether most cells of a column begin at one place, or have their middles there, or end there; in the last one
    only if they are numbers, as justified lines end at one place, too."""
    cells = [row[column] for row in rows if column in row]
    begins = [min([word.x0 for word in cell]) for cell in cells]
    ends = [max([word.x1 for word in cell]) for cell in cells]
    middles = [(begin + end) / 2 for begin, end in zip(begins, ends, strict=True)]
    numbers = [end for cell, end in zip(cells, ends, strict=True) if all(NUMBER.fullmatch(word.text) for word in cell)]
    places = (begins, middles, numbers if is_last else ends)
    return len(cells) >= FEWEST and max(map(_alike, places)) >= MOST * len(cells)


def _alike(places: Sequence[float]) -> int:
    """How many of the places, at most, are nearly the same."""
    ordered = sorted(places)
    return max(
        (bisect_right(ordered, one + SAME_PLACE) - bisect_left(ordered, one - SAME_PLACE) for one in ordered), default=0
    )
