"""Lines that were read across and may be rows of a table: behind wide gaps, parts of several end at one place, or their
middles do, as text in columns does that is aligned to the right or centred."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_gutters import DOTS, GUTTER, Span, segments_of, size_of
from mandate_data.documents.pdf.pdf_lines import Row

FEWEST = 3  # lines
SAME_PLACE = 0.5  # points
NEAR = 4.0  # of the size: lines are no further from each other
WIDER = 2.0  # than half of the gaps of its line: one between cells
LINES = 12  # above, at most, that a line is compared with


def cells_across(rows: Sequence[Row]) -> set[int]:
    """The indices of rows, from top to bottom, that may be rows of a table."""
    parted = [(index, spans) for index, row in enumerate(rows) if len(spans := _parts(row)) > 1]
    found: set[int] = set()
    run: list[tuple[int, list[Span]]] = []
    for index, spans in parted:
        if run and rows[index][0].bottom - rows[run[-1][0]][0].bottom > NEAR * size_of(rows[index]):
            found.update(_told(run))
            run = []
        run.append((index, spans))
    found.update(_told(run))
    return found


def _parts(row: Row) -> list[Span]:
    """Where the parts of a line are between wide gaps; one where dots lead from one to the next, or where no gap is
    much wider than others, as in a line that is justified."""
    spans = segments_of(row, GUTTER)
    if len(spans) < 2 or sum(not word.text.strip(".") for word in row) >= DOTS:
        return spans[:1]
    words = sorted(row, key=lambda word: word.x0)
    gaps = sorted(right.x0 - left.x1 for left, right in pairwise(words))
    return spans if len(gaps) < 2 or gaps[-1] > WIDER * gaps[len(gaps) // 2 - 1] else spans[:1]


def _told(run: Sequence[tuple[int, Sequence[Span]]]) -> Iterator[int]:
    """The rows of a run with parts, other than the first of a line, that are aligned with those of others."""
    for place, (index, spans) in enumerate(run):
        near = [other for _, other in run[max(0, place - LINES) : place + LINES + 1]]
        if any(_aligned(span, near) >= FEWEST for span in spans[1:]):
            yield index


def _aligned(span: Span, lines: Sequence[Sequence[Span]]) -> int:
    """How many lines have a part that ends, or has its middle, where one does, and begins elsewhere; and this one."""
    count = 1
    for spans in lines:
        for left, right in spans[1:]:
            ends = abs(right - span[1]) <= SAME_PLACE or abs(left + right - span[0] - span[1]) <= SAME_PLACE
            if ends and abs(left - span[0]) > SAME_PLACE:
                count += 1
                break
    return count
