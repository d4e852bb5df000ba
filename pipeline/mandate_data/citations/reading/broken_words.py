"""Finds the words that the end of a printed line broke, after a hyphen or as Chinese is: they are read in one piece."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.languages.words import Words

_LETTER = rb"[a-z\x02-\x08\x0e-\x1a\x80-\xa3\xa5\xa6\xa8-\xac\xae-\xb5\xb7-\xff]"
"""A small letter, or one of a script or a language that has others: see `plain_bytes`."""
_BEFORE = re.compile(_LETTER)
_LINE_END = rb"[ \t]{0,3}\r?\n[ \t]{0,40}(?=%b)" % _LETTER
_BROKEN = (re.compile(rb"-" + _LINE_END), re.compile(rb"\xad" + _LINE_END))
"""A hyphen, or one that does not show, at the end of a line: each begins with a sign that is searched for fast."""


def broken_words(data: bytes) -> list[tuple[int, int]]:
    """The stretches of a plain text from the hyphen of a broken word to its rest.

    >>> broken_words(b"see para-\\ngraph 7")
    [(8, 10)]
    """
    found = (one for hyphen in _BROKEN for one in hyphen.finditer(data))
    return sorted(one.span() for one in found if one.start() and _BEFORE.match(data, one.start() - 1))


def broken_sentences(raw: str, words: Words) -> list[tuple[int, int]]:
    """The line ends that stand for no blank, in a language whose words none parts."""
    return [one.span() for one in _broken(words).finditer(raw)] if words.broken != NEVER and "\n" in raw else []


@cache
def _broken(words: Words) -> re.Pattern[str]:
    return re.compile(words.broken)
