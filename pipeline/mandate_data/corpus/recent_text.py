"""A text that goes by in chunks: what went by last can be read again at its places."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator

from mandate_data.citations.stream import AHEAD, BEHIND, WINDOW
from mandate_data.documents.printed_heads import BATCH
from mandate_data.documents.reading_order import LONGEST

KEPT = 2 * (BEHIND + WINDOW + AHEAD + LONGEST + BATCH)
"""Characters that are kept: more than all that read a text hold back together, so that what was just found is there."""


class RecentText:
    """The chunks of a text, which are passed on, and the text between two places of the last `kept` characters."""

    def __init__(self, chunks: Iterable[str], kept: int = KEPT) -> None:
        self.chunks, self._most = chunks, kept
        self._held: deque[tuple[int, str]] = deque()
        self._size = self._kept = 0

    def __iter__(self) -> Iterator[str]:
        for chunk in self.chunks:
            self._held.append((self._size, chunk))
            self._size += len(chunk)
            self._kept += len(chunk)
            while len(self._held) > 1 and self._kept - len(self._held[0][1]) >= self._most:
                self._kept -= len(self._held.popleft()[1])
            yield chunk

    def between(self, start: int, end: int) -> str:
        """What stands from `start` to `end`, as far as it is there."""
        pieces = []
        index = max(bisect_right(self._held, start, key=lambda one: one[0]) - 1, 0)
        while index < len(self._held) and self._held[index][0] < end:
            begin, text = self._held[index]
            pieces.append(text[max(start - begin, 0) : max(end - begin, 0)])
            index += 1
        return "".join(pieces)
