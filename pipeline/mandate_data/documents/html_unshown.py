"""Text in HTML that browsers do not show: what of it is open, until its end tag, and how much it is."""

from __future__ import annotations

from mandate_data.documents.document import LeftOut, count_words
from mandate_data.documents.html_tags import VOID


class Unshown:
    """The tags that are open in text that is not shown, and this text. It is false where text is shown."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._what, self._text, self._line = "", "", 0

    def __bool__(self) -> bool:
        return bool(self._open)

    @property
    def last(self) -> str:
        """The tag that was begun last."""
        return self._open[-1]

    def begin(self, tag: str, what: str, line: int) -> None:
        """Begin what is called so with this tag."""
        self._open, self._what, self._text, self._line = [tag], what, "", line

    def open(self, tag: str) -> None:
        """Begin a tag in it."""
        self._text += " "
        self._open += [] if tag in VOID else [tag]

    def close(self, tag: str) -> bool:
        """End the last tag of this name, and those in it; False if none is open."""
        self._text += " "
        if tag not in self._open:
            return False
        del self._open[len(self._open) - 1 - self._open[::-1].index(tag) :]
        return True

    def add(self, text: str) -> None:
        """Add a text that is not shown."""
        self._text += text

    def end(self) -> list[LeftOut]:
        """End all of it. What it was, if it had words."""
        words = count_words(self._text)
        self._open, self._text = [], ""
        return [LeftOut(self._what, words, line=self._line)] if words else []
