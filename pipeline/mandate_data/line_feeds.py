"""The ends of lines of a text: one that is a carriage return alone, as in files of old, becomes a line feed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_ALONE = re.compile(r"\r(?!\n)")


def with_line_feeds(text: str) -> str:
    r"""The text, as long as before, whose lines end with a line feed or with both signs.

    >>> with_line_feeds("one\rtwo\r\nthree")
    'one\ntwo\r\nthree'
    """
    return _ALONE.sub("\n", text) if "\r" in text else text


def pieces_with_line_feeds(pieces: Iterable[str]) -> Iterator[str]:
    r"""The same for a text in pieces: the two signs of one line end may come in two of them.

    >>> "".join(pieces_with_line_feeds(["one\r", "\ntwo\rthree\r"]))
    'one\r\ntwo\nthree\n'
    """
    held = ""
    for piece in pieces:
        text = held + piece
        held = "\r" if text.endswith("\r") else ""
        if text := text.removesuffix(held):
            yield with_line_feeds(text)
    if held:
        yield "\n"
