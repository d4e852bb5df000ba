"""Turns round the numbers of resolutions in texts of scripts from right to left that print them as they are seen."""

from __future__ import annotations

import re

from mandate_data.citations.languages import Words

_NUMBER = re.compile(r"(?<![\d/.A-Za-z])([1-9]\d{0,2})/([1-9]\d{0,2})(?![\d/A-Za-z])")
_FIRST, _LAST = 31, 84
"""The sessions of the Assembly that have numbers in figures; nobody has cited a later one yet."""


def as_written(pieces: tuple[str, ...], words: Words) -> tuple[str, ...]:
    """The pieces of a text, each as long as before: where it has numbers that are plainly turned round, as 101/39, and
    none that plainly is not, as 39/101, all of them the right way round.

    >>> from mandate_data.citations.languages import words_of
    >>> as_written(("101/39, 61/31",), words_of("ar"))
    ('39/101, 31/61',)
    """
    if not words.mirrored:
        return pieces
    numbers = [(int(one[1]), int(one[2])) for piece in pieces for one in _NUMBER.finditer(piece)]
    turned = any(first > _LAST and _FIRST <= last <= _LAST for first, last in numbers)
    if not turned or any(last > _LAST for _, last in numbers):
        return pieces
    return tuple(_NUMBER.sub(r"\2/\1", piece) for piece in pieces)
