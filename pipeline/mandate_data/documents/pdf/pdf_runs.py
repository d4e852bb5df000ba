"""Rows of words through which the same gutters run, so that columns or a table may stand there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_gutters import PAGE_NUMBER, Span, free_of, size_of
from mandate_data.documents.pdf.pdf_lines import Row, main_size
from mandate_data.documents.pdf.pdf_text_columns import NEAR, SMALLER

FEWEST_ROWS = 3
APART = 3.5  # of the usual distance of two lines: what is further away does not belong to the same columns
LABEL = re.compile(r"\d{1,3}")
AROUND = " -\u2013\u2014|.()[]"  # the number of a page


def run_of(
    rows: Sequence[Row], segments: Sequence[Sequence[Span]], start: int, least: float, columns: Sequence[float]
) -> tuple[list[Row], list[Span]]:
    """The rows from `start` on through which the same gutters run, and these gutters; none where it has none.

    `segments` has where each row has words; `columns` are those of the page before, whose gutters are preferred.
    """
    kept = [(left[1], right[0]) for left, right in pairwise(segments[start])]
    kept = _known(kept, columns) or kept
    run = [rows[start]]
    for row, spans in zip(rows[start + 1 :], segments[start + 1 :], strict=True) if kept else ():
        last = max([word.bottom for word in run[-1]])
        if min([word.top for word in row]) - last > APART * size_of(row) and not _is_note(row, run[0]):
            break
        if len(run) >= FEWEST_ROWS and _is_page_number(row, kept):
            break
        gap = least * size_of(row)
        left = {old: [one for one in free_of(old, spans) if one[1] - one[0] >= gap] for old in kept}
        # The first rows may have gaps that are not gutters; later ones that close a gutter are none of the columns.
        closed = [old for old, pieces in left.items() if not pieces]
        if len(closed) == len(kept) or any(_parts_many(old, run) for old in closed):
            break
        kept = [one for pieces in left.values() for one in pieces]
        run.append(row)
    return (run, kept) if kept and len(run) >= FEWEST_ROWS else (run[:1], [])


def keeps(gutter: Span, segments: Sequence[Span], least: float) -> bool:
    """Whether a row leaves as much of a gutter free as parts columns, up to where the words behind it begin."""
    return any(right > gutter[1] - 0.1 and right - left >= least for left, right in free_of(gutter, segments))


def _is_page_number(row: Row, gutters: Sequence[Span]) -> bool:
    """Whether a row is no more than a number that stands in a gutter."""
    inside = (left <= row[0].x0 and row[-1].x1 <= right for left, right in gutters)
    return any(inside) and PAGE_NUMBER.fullmatch(" ".join(word.text for word in row).strip(AROUND)) is not None


def _parts_many(gutter: Span, run: Sequence[Row]) -> bool:
    """Whether words are on both sides of a gutter in several rows."""
    sides = ([word.x0 >= gutter[1] - 0.1 for word in row] for row in run)
    return sum(any(side) and not all(side) for side in sides) >= FEWEST_ROWS


def _is_note(row: Row, first: Row) -> bool:
    """Whether a row begins with a number and is in smaller print, as notes below columns are."""
    label = min(row, key=lambda word: word.x0)
    return (
        len(row) > FEWEST_ROWS
        and main_size(row) <= main_size(first) * SMALLER
        and LABEL.fullmatch(label.text) is not None
    )


def _known(gutters: Sequence[Span], columns: Sequence[float]) -> list[Span]:
    """The gutters before the columns that are known; none where one is missing."""
    found = [one for one in gutters if any(abs(one[1] - begin) < NEAR for begin in columns[1:])]
    return found if len(found) == len(columns) - 1 else []
