"""Text that repeats itself: what was found at a place is found again where the text around it is the same.

Texts made of one phrase again and again then cost no more than others. What is found depends on the text around a
place, as far as the finders look.
"""

from __future__ import annotations

from mandate_data.citations.prepared_text import PreparedText
from mandate_data.citations.references import Reference

_BEHIND, _AHEAD = 1300, 1000
"""How far the finders look for an organ, a sentence or a list."""
_GLANCE = 48
"""A look at the nearest text, which most often differs already."""
_MOST = 64


class Repetition:
    """What was found at the latest places of a text."""

    def __init__(self, text: PreparedText) -> None:
        self._plain = text.plain
        self._glances: dict[str, int] = {}
        self._found: dict[str, tuple[int, list[Reference]]] = {}

    def found(self, start: int, end: int) -> list[Reference] | None:
        """What is found at [start, end), if the text around it came before; None if it did not."""
        glance = self._plain[max(0, start - _GLANCE) : end + _GLANCE]
        if glance not in self._glances:
            if len(self._glances) >= _MOST:
                self._glances.clear()
                self._found.clear()
            self._glances[glance] = start
            return None
        known = self._found.get(self._around(start, end))
        if known is None:
            return None
        first, references = known
        by = start - first
        return [Reference(one.start + by, one.end + by, *one[2:]) for one in references]

    def remember(self, start: int, end: int, references: list[Reference]) -> None:
        """Keep what was found at [start, end), where its text came before and nothing reaches out of it."""
        glance = self._plain[max(0, start - _GLANCE) : end + _GLANCE]
        inside = start >= _BEHIND and (not references or references[-1].end < end + _AHEAD // 2)
        if inside and self._glances.get(glance, start) != start and len(self._found) < _MOST:
            self._found[self._around(start, end)] = (start, references)

    def _around(self, start: int, end: int) -> str:
        return self._plain[max(0, start - _BEHIND) : end + _AHEAD]
