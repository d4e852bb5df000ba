"""How far apart the lines of running text are: usually, and where a raised mark made room for itself above its line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mandate_data.documents.pdf.pdf_lines import Line

WIDER = 1.25  # of the usual distance of two lines: a new paragraph
FAR = 3.0  # of the usual distance: something that is not text may be between
SAME_SIZE = 0.6  # points
FULL = 4.0  # of the size: a line that leaves no more room fills its column


@dataclass(frozen=True, slots=True)
class Leading:
    """The usual distance of two lines, in points; `widened` says that lines with a raised mark have more above them."""

    pitch: float
    widened: bool

    def distance(self, last: Line, line: Line) -> float:
        """How far a line is below the one before, as if it had no mark that takes room of its own."""
        distance = line.bottom - last.bottom
        return self.pitch if self.widened and _makes_room(last, line, self.pitch) else distance

    def has_gap(self, last: Line, line: Line) -> bool:
        """Whether no more than a gap of paragraphs is between a line and the one before in its column."""
        return last.edges == line.edges and self.pitch * WIDER < self.distance(last, line) < self.pitch * FAR


def leading_of(lines: Sequence[Line], body: float) -> Leading:
    """How the lines of a document are set, in reading order; `body` is the size of the running text.

    Marks widen lines if most of those with a mark are so set that it has as much room above it as others have.
    """
    near = [(one, other) for one, other in pairwise(lines) if _are_text(one, other, body)]
    full = [(last, line) for last, line in near if last.room < last.size * FULL]  # a paragraph goes on behind most
    counts = Counter(round(line.bottom - last.bottom, 1) for last, line in full or near)
    pitch = max(counts, key=lambda distance: (counts[distance], -distance), default=body * 1.3)
    marked = [(last, line) for last, line in near if _has_raised(line)]
    widened = sum(_makes_room(last, line, pitch) for last, line in marked)
    level = sum(line.bottom - last.bottom <= pitch * 1.03 for last, line in marked)
    return Leading(pitch, widened > level)


def _are_text(last: Line, line: Line, body: float) -> bool:
    alike = abs(last.size - body) < SAME_SIZE > abs(line.size - body)
    return alike and last.page == line.page and round(line.bottom - last.bottom, 1) > 0


def _has_raised(line: Line) -> bool:
    """Whether something raised reaches above the other words of a line, such as a mark."""
    return line.size * 1.05 < line.bottom - line.top < line.size * 1.6


def _makes_room(last: Line, line: Line, pitch: float) -> bool:
    """Whether a line is farther from the one before than lines are, and its mark as far as others' words are."""
    usual = pitch - line.size
    return (
        _has_raised(line)
        and last.page == line.page
        and line.bottom - last.bottom > pitch * 1.03
        and 0 <= line.top - last.bottom <= usual + (WIDER - 1) * pitch
    )
