"""Text that is put together line by line: only its end is looked at again, so that a long one costs no more."""

from __future__ import annotations

KEPT = 400
"""At least so many characters of the end can be seen and changed."""


class GrowingText:
    """A text that grows: `end` is its end, or all of it while that is short.

    >>> text = GrowingText()
    >>> text.add("A paragraph of")
    >>> text.add(" two lines")
    >>> str(text), len(text)
    ('A paragraph of two lines', 24)
    """

    __slots__ = ("_settled", "_settled_length", "end")

    def __init__(self) -> None:
        self._settled: list[str] = []
        self._settled_length = 0
        self.end = ""

    def __len__(self) -> int:
        return self._settled_length + len(self.end)

    def __str__(self) -> str:
        return "".join([*self._settled, self.end])

    def add(self, text: str) -> None:
        """Go on with this text."""
        self.end += text
        if len(self.end) > 2 * KEPT:
            cut = len(self.end) - KEPT
            self._settled.append(self.end[:cut])
            self._settled_length += cut
            self.end = self.end[cut:]
