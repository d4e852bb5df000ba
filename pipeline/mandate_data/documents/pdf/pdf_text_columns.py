"""Whether columns are running text, which is read one after the other, or cells; notes below a column are apart."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_lines import Line

Column = Sequence[Line]
LABEL = re.compile(r"\d{1,3}\s")

FULL = 0.75  # of a column's width: how far lines of running text reach
TEXT_ROWS = 8  # so many lines make a column of text
FEW_TEXT_ROWS = 4  # the same, if all columns are as wide
SHORTEST = 2  # lines of a column beside a long one
ALIKE = 1.1  # times as wide
WORDS = 2.5  # that lines of running text have, on average: cells may fill their columns, too
WIDER = 1.25  # of the usual distance: lines are apart
FARTHEST = 1.5  # of the size: what is further below begins a paragraph
SMALLER = 0.93  # of the size of the text: notes
FEWEST_GAPS = 3  # and so many of all, on one height, make rows
MOST_GAPS = 0.6
GOOD_PART = 0.25  # of the characters: the largest size that has so many is that of the text
NEAR = 2.0  # points by which columns of two pages may begin at other places


def are_text(columns: Sequence[Column], known: Sequence[float]) -> bool:
    """Whether columns are running text: of several lines, filled, and as wide as each other if they are short.

    Columns that a page before had, which `known` tells by where they begin, may be of any length; so may those that all
    have notes below them, and one that is beside a long one and has no gap.
    """
    if not all(columns):
        return False
    texts = [column[: _first_note(column)] for column in columns]
    if not all(texts):
        return _are_many(columns)
    near = min(WIDER * min(map(_closest, texts)), FARTHEST * texts[0][0].size)
    if _are_rows(texts, near):
        return False
    if _are_many(texts) or _are_many(columns):
        return True
    if not all(_goes_on(text, near) and has_words(text) for text in texts):
        return False
    longest, shortest = max(map(len, texts)), min(map(len, texts))
    close = [_is_close(text, near) for text in texts]
    beside = longest >= TEXT_ROWS and shortest >= SHORTEST
    beside = beside and all(one or len(text) == longest for one, text in zip(close, texts, strict=True))
    noted = [len(text) < len(column) for text, column in zip(texts, columns, strict=True)]
    return beside or all(noted) or (any(noted) and all(close)) or _are_known(columns, known)


def edged(column: Column) -> Iterator[Line]:
    """The lines of a column, which know where it begins and ends."""
    left = Counter(round(line.x0) for line in column).most_common(1)[0][0]
    right = max(line.x1 for line in column)
    return (line._replace(edges=(float(left), right)) for line in column)


def _first_note(column: Column) -> int:
    """Index of the line with which the notes at the end of a column begin: smaller print, some of which is numbered."""
    sizes = Counter[float]()
    for line in column:
        sizes[line.size] += len(line.text)
    usual = max(size for size in sizes if sizes[size] >= GOOD_PART * sizes.total())
    first = len(column)
    while first and column[first - 1].size <= usual * SMALLER:
        first -= 1
    numbered = any(LABEL.match(line.text) or (line.marks and not line.marks[0].offset) for line in column[first:])
    return first if numbered else len(column)


def _are_many(columns: Sequence[Column]) -> bool:
    """Whether all columns have as many lines as show that they are text, and are filled."""
    widths = [_width(column) for column in columns]
    least = FEW_TEXT_ROWS if max(widths) <= ALIKE * min(widths) else TEXT_ROWS
    return all(
        len(column) >= least
        and _is_full(column, column)
        and has_words(column)
        and _closest(column) <= FARTHEST * column[0].size
        for column in columns
    )


def _are_known(columns: Sequence[Column], known: Sequence[float]) -> bool:
    begins = [min(line.x0 for line in column) for column in columns]
    return len(begins) == len(known) and all(abs(one - other) < NEAR for one, other in zip(begins, known, strict=True))


def has_words(column: Column) -> bool:
    """Whether lines have as many words as those of running text."""
    return sum(line.text.count(" ") + 1 for line in column) >= WORDS * len(column)


def are_filled(columns: Sequence[Column]) -> bool:
    """Whether lines fill their columns, on the whole."""
    room = sum(_width(column) * len(column) for column in columns)
    return sum(line.x1 - line.x0 for column in columns for line in column) >= FULL * room


def _is_full(lines: Column, column: Column) -> bool:
    return sum(line.x1 - line.x0 for line in lines) >= FULL * _width(column) * len(lines)


def _are_rows(columns: Sequence[Column], near: float) -> bool:
    """Whether most gaps of the columns are on one height, as those between the rows of a table."""
    gaps = [[lower.bottom for upper, lower in pairwise(one) if lower.bottom - upper.bottom > near] for one in columns]
    shared = sum(all(any(abs(gap - other) < NEAR for other in column) for column in gaps[1:]) for gap in gaps[0])
    return shared >= FEWEST_GAPS and shared >= MOST_GAPS * max(map(len, gaps))


def _goes_on(column: Column, near: float) -> bool:
    """Whether the lines with another near below them are full."""
    return _is_full([upper for upper, lower in pairwise(column) if lower.bottom - upper.bottom <= near], column)


def _is_close(column: Column, near: float) -> bool:
    """Whether each line is near the one above."""
    return all(lower.bottom - upper.bottom <= near for upper, lower in pairwise(column))


def _closest(column: Column) -> float:
    """How far apart two lines of a column are at least."""
    return min((lower.bottom - upper.bottom for upper, lower in pairwise(column)), default=math.inf)


def _width(column: Column) -> float:
    return max(line.x1 for line in column) - min(line.x0 for line in column)
