r"""Finds the backslashes by which Markdown says that the sign behind them is not markup: they are not printed.

Left are those of marks in brackets, `\[3\]`, which are found as such, and of the numbers of paragraphs, `2\.`, which
so are told from the items of lists.
"""

from __future__ import annotations

import re

_ESCAPED = re.compile(rb"\\(?=[!-/:-@^-`{-~]|\r?\n)")
_NUMBER = re.compile(rb"[ \t]{0,12}\d{1,9}\Z")


def escapes(data: bytes) -> list[tuple[int, int]]:
    r"""The stretches of these in a plain text, in order.

    >>> escapes(rb"A/HRC/WG\.6/1 and 15\-16")
    [(8, 9), (20, 21)]
    """
    if b"\\" not in data:
        return []
    return [one.span() for one in _ESCAPED.finditer(data) if not _is_numbered(data, one.start())]


def _is_numbered(data: bytes, at: int) -> bool:
    """Whether the number of a paragraph is before a backslash."""
    if data[at + 1 : at + 2] not in b".)":
        return False
    line = data.rfind(b"\n", max(0, at - 24), at) + 1
    return (line > 0 or at < 24) and _NUMBER.match(data, line, at) is not None
