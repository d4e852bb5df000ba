"""Counts what browsers do not show of a text that comes in chunks: style sheets, scripts and comments of HTML."""

from __future__ import annotations

from mandate_data.citations.languages.markup import ANY_TAG, UNSHOWN_BEGINS, unshown
from mandate_data.documents.document import LeftOut, count_words

UNSHOWN = "style sheets, scripts and comments of HTML"
_LONGEST_BEGIN = 8
LONGEST = 1 << 20
"""Characters after which one that has no end yet is text."""


class UnshownWatch:
    """Gathers the words that are not shown, and the line where the first one is."""

    def __init__(self) -> None:
        self._held = ""
        self._line = 1
        self._words = self._first = 0

    def feed(self, chunk: str) -> None:
        """Look at the next chunk of the text."""
        text, done = self._held + chunk, 0
        for start, end in unshown(text):
            self._first = self._first or self._line + text.count("\n", 0, start)
            self._words += count_words(ANY_TAG.sub(" ", text[start:end]))
            done = end
        begun = UNSHOWN_BEGINS.search(text, max(done, len(text) - LONGEST))
        stop = begun.start() if begun else text.rfind("<", max(done, len(text) - _LONGEST_BEGIN))
        stop = stop if stop >= 0 else len(text)
        self._line += text.count("\n", 0, stop)
        self._held = text[stop:]

    def end(self) -> list[LeftOut]:
        """What was not shown, if it has words."""
        return [LeftOut(UNSHOWN, self._words, self._first)] if self._words else []
