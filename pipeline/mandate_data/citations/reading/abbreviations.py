"""Abbreviations in the text of a note: also those of scripts whose letters are read as other signs, as in `См.`"""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import plain_text
from mandate_data.citations.reading.sentences import abbreviated

_SHORT = re.compile(r"[^\s(\"',;.]{1,5}\Z")
_REACH = 8


def abbreviated_in_note(plain: str, dot: int, words: Words) -> bool:
    """Whether the dot at `dot` belongs to an abbreviation or an initial."""
    if abbreviated(plain, dot, words):
        return True
    before = _SHORT.search(plain, max(0, dot - _REACH), dot)
    return bool(words.letters) and before is not None and before[0].lower() in _read(words)


@cache
def _read(words: Words) -> frozenset[str]:
    """The abbreviations of a language as they stand in a plain text."""
    return frozenset(plain_text(one, words) for one in words.abbreviations)
