"""Text that repeats itself: what was found at a place is found again where the text around it is the same.

Texts made of one phrase again and again then cost no more than others. What is found depends on the text around a
place, as far as the finders look.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from mandate_data.citations.reading.prepared_text import PreparedText

Found = TypeVar("Found")

_GLANCE = 48
"""A look at the nearest text, which most often differs already."""
_MOST = 64


class Repetition(Generic[Found]):
    """What was found at the latest places of a text, by finders that look so far `behind` and `ahead` of a place."""

    def __init__(self, text: PreparedText, behind: int, ahead: int) -> None:
        self._plain = text.plain
        self._behind = behind
        self._ahead = ahead
        self._glances: dict[str, int] = {}
        self._found: dict[tuple[str, Hashable], tuple[int, Found]] = {}

    def found(self, start: int, end: int, given: Hashable = None) -> tuple[int, Found] | None:
        """By how many characters this place is further on than one with the same text around it and the same `given`,
        and what was found there; None if none came before."""
        glance = self._plain[max(0, start - _GLANCE) : end + _GLANCE]
        if glance not in self._glances:
            if len(self._glances) >= _MOST:
                self._glances.clear()
                self._found.clear()
            self._glances[glance] = start
            return None
        known = self._found.get((self._around(start, end), given)) if start >= self._behind else None
        return None if known is None else (start - known[0], known[1])

    def remember(self, start: int, end: int, found: Found, given: Hashable = None) -> None:
        """Keep what was found at [start, end), where its text came before."""
        if start < self._behind or len(self._found) >= _MOST:
            return
        glance = self._plain[max(0, start - _GLANCE) : end + _GLANCE]
        if self._glances.get(glance, start) != start:
            self._found[self._around(start, end), given] = (start, found)

    def _around(self, start: int, end: int) -> str:
        return self._plain[start - self._behind : end + self._ahead]
