"""The head of a table of numbers: lines above them whose words stand over its columns, or over several of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_figure_columns import LEAST_GAP, SAME_PLACE, Columns
from mandate_data.documents.pdf.pdf_figure_rows import TableLine
from mandate_data.documents.pdf.pdf_gutters import Span
from mandate_data.documents.pdf.pdf_lines import rows_of
from mandate_data.documents.pdf.pdf_words import Word

PART = 0.5  # of the size: what parts two cells of a head
FARTHEST = 2.4  # of the size: a line of a head is no further from what is below it
CLOSE = 1.6  # of the size: the same for lines of one cell
MOST_LINES = 6
ALIGNED = 2  # cells that end where their numbers do, as words of text do not
SLACK = 3.0  # of the size: so far the words of a head may reach out of the columns


class HeadLine(NamedTuple):
    """A line of a head: its words by column; whether some stand over several columns; how many of its cells end where
    the numbers below do; and the widest gap between them."""

    cells: dict[int, list[Word]]
    spans: bool
    aligned: int
    widest: float
    bottom: float
    size: float


def head_of(
    words: Sequence[Word], columns: Columns, table: Sequence[TableLine], left: float, size: float
) -> tuple[list[HeadLine], list[TableLine]]:
    """The lines of the head of a table that begins at `left`, from top to bottom, among words that are in no other; and
    the first lines of the label of its first line."""
    reach = SLACK * size
    extents = extents_of(table)
    right, top = max(end for _, end in extents.values()), table[0].top
    above = [word for word in words if top - MOST_LINES * FARTHEST * size < word.bottom <= top + size / 2]
    above = [word for word in above if word.top < top]
    near = [word for word in above if word.x1 > left - reach and word.x0 < right + reach]
    beside = [word for word in above if word.x1 <= left - reach or word.x0 >= right + reach]
    rows = [
        (row, None if _reads_on(row, beside) else head_line(row, columns, extents), max(word.bottom for word in row))
        for row in rows_of(near)
    ]
    lines: list[HeadLine] = []
    labels: list[TableLine] = []
    below = table[0].bottom
    for place in range(len(rows) - 1, -1, -1):
        row, line, bottom = rows[place]
        distance = below - bottom
        if line is None or distance > FARTHEST * size:
            break
        text_above = place > 0 and rows[place - 1][1] is None and bottom - rows[place - 1][2] <= CLOSE * size
        if text_above and line.aligned < ALIGNED and (len(line.cells) == 1 or line.widest < size):
            break  # the last line of a paragraph
        if list(line.cells) == [0] and columns.strips[0] is not None:
            first = lines[0].cells if lines else table[0].cells
            goes_on = 0 in first and first[0][0].text[0].islower()
            if distance >= size and not (goes_on and distance <= CLOSE * size):
                break
            if not lines:
                labels.insert(0, TableLine(line.cells, min(word.top for word in row), bottom))
                below = bottom
                continue
        elif len(line.cells) == 1:
            ((column, part),) = line.cells.items()
            if line.spans or _is_over_others(part, column, extents) or distance > (CLOSE if lines else FARTHEST) * size:
                break
        lines.insert(0, line)
        below = line.bottom
    return lines, labels


def _reads_on(row: Sequence[Word], beside: Sequence[Word]) -> bool:
    """Whether a line goes on beside the table, as one of text above it does."""
    left, right = min(word.x0 for word in row), max(word.x1 for word in row)
    foot, size = row[0].bottom, row[0].size
    level = [word for word in beside if abs(word.bottom - foot) < size / 2]
    return any(0 <= gap < size for word in level for gap in (word.x0 - right, left - word.x1))


def extents_of(table: Sequence[TableLine]) -> dict[int, Span]:
    """Where the words of each column begin and end."""
    extents: dict[int, Span] = {}
    for line in table:
        for column, words in line.cells.items():
            left, right = extents.get(column, (words[0].x0, words[-1].x1))
            extents[column] = (min(left, words[0].x0), max(right, words[-1].x1))
    return extents


def _is_over_others(part: Sequence[Word], column: int, extents: Mapping[int, Span]) -> bool:
    """Whether words stand over a column other than this one."""
    return any(part[0].x0 < right and part[-1].x1 > left for other, (left, right) in extents.items() if other != column)


def head_line(row: Sequence[Word], columns: Columns, extents: Mapping[int, Span]) -> HeadLine | None:
    """A line of words by the columns that they stand over; None if they do not stand so."""
    words = sorted(row, key=lambda word: word.x0)
    size = max(word.size for word in words)
    left = min(begin for begin, _ in extents.values())
    if words[0].x0 < left - SLACK * size:
        return None
    cells: dict[int, list[Word]] = {}
    spans = False
    parts = _parts(words, columns, size)
    widest = max((right[0].x0 - left[-1].x1 for left, right in pairwise(parts)), default=0.0)
    for part in parts:
        column, over = _column_over(part, columns, extents)
        if column is None or column in cells:
            return None
        spans = spans or over
        cells[column] = list(part)
    aligned = sum(any(abs(part[-1].x1 - end) <= SAME_PLACE for _, end in columns.spans) for part in parts)
    if sorted(cells) != list(cells):
        return None
    return HeadLine(cells, spans, aligned, widest, max(word.bottom for word in words), size)


def _parts(words: Sequence[Word], columns: Columns, size: float) -> list[list[Word]]:
    """The words of a line, parted at wide gaps, and at narrow ones behind which a column ends or begins."""
    ends = [] if columns.rails.centred else list(columns.rails.places)
    begins = [begin for strips in columns.strips for begin in strips or ()]
    parts = [[words[0]]]
    for last, word in pairwise(words):
        gap = word.x0 - last.x1
        edge = any(abs(last.x1 - end) <= SAME_PLACE for end in ends) or any(
            abs(word.x0 - at) <= SAME_PLACE for at in begins
        )
        if gap >= PART * size or (gap >= LEAST_GAP * size and edge):
            parts.append([word])
        else:
            parts[-1].append(word)
    return parts


def _column_over(part: Sequence[Word], columns: Columns, extents: Mapping[int, Span]) -> tuple[int | None, bool]:
    """The column over which words stand, or the first of several; and whether they are several."""
    left, right = part[0].x0, part[-1].x1
    spans = columns.spans
    over = [place for place, (begin, end) in enumerate(spans) if left < end and right > begin]
    aligned = [place for place, (_, end) in enumerate(spans) if abs(right - end) <= SAME_PLACE]
    first = columns.strips[0]
    if (
        over
        and over[0] == 0
        and first is not None
        and left <= min(begin for begin, _ in extents.values()) + part[0].size
    ):
        return None, False
    if aligned and len(over) <= 1:
        return columns.number_at(aligned[0]), False
    if len(over) > 2:
        return columns.number_at(over[0]), True
    region = sum(end <= left for _, end in spans)
    if not over and columns.strips[region] is not None and region in (0, len(spans)):
        near = {column: min(right, end) - max(left, begin) for column, (begin, end) in extents.items()}
        texts = [column for column in near if column not in map(columns.number_at, range(len(spans)))]
        best = max(texts, key=lambda column: near[column], default=None)
        return (columns.text_at(region, left) if best is None or near[best] <= 0 else best), False
    place, several = _nearest((left + right) / 2, spans)
    return columns.number_at(place), several


def _nearest(middle: float, spans: Sequence[Span]) -> tuple[int, bool]:
    """The column of numbers over whose middle something stands, or the first of two over which it does.

    Where numbers end at one place, only the ends of their columns are known, and about how wide these are.
    """
    ends = [end for _, end in spans]
    widths = [right - left for left, right in pairwise(ends)]
    widths = [widths[0], *widths] if widths else [0.0]
    found = [
        (min(abs(middle - sum(span) / 2), abs(middle - span[1] + width / 2)), place, False)
        for place, (span, width) in enumerate(zip(spans, widths, strict=True))
    ]
    for place, (one, other) in enumerate(pairwise(spans)):
        both = (sum(one) + sum(other)) / 4
        found.append((min(abs(middle - both), abs(middle - one[1])), place, True))
    _, place, several = min(found)
    return place, several
