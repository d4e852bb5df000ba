"""What is known of a document that its text does not show: its notes, its printed lines and its parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Layout(NamedTuple):
    """What is known of a document that its text does not show: the stretches of its `notes`, in which are not rows; the
    places where `lines` begin as they are printed, if a blank parts them in the text; and where `parts` begin that do
    not stand behind what is before them."""

    notes: Sequence[tuple[int, int]] = ()
    lines: Sequence[int] = ()
    parts: Sequence[int] = ()

    def within(self, start: int, end: int) -> Layout:
        """What is known of the stretch [start, end), from whose start its places count."""
        return Layout(
            [(first - start, last - start) for first, last in self.notes if first < end and last > start],
            *([place - start for place in places if start <= place < end] for places in (self.lines, self.parts)),
        )


PLAIN = Layout()
