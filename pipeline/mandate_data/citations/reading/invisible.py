"""Finds characters that do not show: soft hyphens, marks of direction, places where a line may break without a blank;
and those that only stretch Arabic words or mark their vowels.

They are not part of what is printed. One that alone parts two letters or figures stays, as it may stand for a blank.
"""

from __future__ import annotations

import re

from mandate_data.citations.languages.folding import STROKES
from mandate_data.typography import UNSEEN

_RUN = re.compile(rf"[{UNSEEN}{STROKES}]+")
_PARTS = re.compile(r"[\u200b\ufeff\u2060]")
"""What may be set for a blank, and not within a word."""


def invisible(raw: str, data: bytes) -> list[tuple[int, int]]:
    r"""The stretches of these in a text that is as long in plain typography, in order.

    >>> invisible("para.\u200e 7 of A\u00ad/60/1", b"para.\xad 7 of A\xad/60/1")
    [(5, 6), (13, 14)]
    """
    if b"\xad" not in data or raw.isascii():
        return []
    return [one.span() for one in _RUN.finditer(raw) if not _is_blank(raw, *one.span())]


def _is_blank(raw: str, start: int, end: int) -> bool:
    beside = raw[start - 1 : start], raw[end : end + 1]
    if "\n" in beside or "\r" in beside:
        return "\u00ad" in raw[start:end]  # a word that a line end breaks
    return _PARTS.search(raw, start, end) is not None and all(one.isalnum() for one in beside)
