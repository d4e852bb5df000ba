"""One pass over a text that finds every place where a reference may begin.

The pass is one regular expression on a linear-time engine, so that its time depends on the length of the text
alone. It only says where to look and for what; each kind of reference has a finder of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

import re2

from mandate_data.citations.bodies import root_pattern
from mandate_data.citations.prepared_text import PreparedText, linear

Lead = Literal["symbol", "resolution", "general_comment", "communication", "pointer"]

_GAP = r"[ \t\r\n\xad]{0,3}"
# A run of whatever symbols are made of, with at least one digit. It takes in more than the symbol: what is no
# symbol at its beginning is none further on, so that a long run of slashes costs no more than other text.
_PART = rf"(?:[A-Z.()\xad-]|{_GAP}/{_GAP}|[.(][ \n]{{1,2}}|CN[ ])"
_RUN = r"[A-Z0-9./()\xad-]"


def _symbol() -> str:
    root = rf"(?:{root_pattern()}|(?:UN)?(?:GA|SC|HRC))(?:\([A-Z-]{{1,8}}\))?"
    return (
        rf"(?:\b|[_0-9]){root}(?:"
        rf"{_GAP}/{_GAP}(?:(?:[A-Z]|CN[ ]){_PART}*[0-9]|[0-9](?:{_RUN}|{_GAP}/))"
        rf"|\.CN?[./]{{0,2}}[0-9]{{1,2}}/){_RUN}*|\bTD\([A-Z-]{{1,8}}\)/[0-9]{{1,3}}\b"
    )


_RESOLUTION = (
    r"\b(?:resolu(?:-\s{1,2})?tions?|res\.?|deci(?:-\s{1,2})?sions?|dec\.?)[\s:,]{0,3}(?:(?:nos?\b\.?|n\xa4)\s{0,2})?"
    r"[*_\[(]{0,2}(?:[0-9]|E?S-[0-9])"
)
_GENERAL_COMMENT = (
    r"\b(?:general\s{1,3}(?:comment|recommendation)s?(?:\s?/\s?(?:general\s)?(?:comments?|recommendations?))?|GC)"
    r"[\s*_\[(]{1,4}(?:(?:nos?\.?|n\xa4|#)\s{0,3})?[0-9IVX]"
)
_COMMUNICATION = r"\bcommunications?\s{1,2}(?:nos?\.?\s{0,2})?[1-9R]"
_POINTER = (
    r"(?:(?:\b|[0-9])(?:ibid(?:em)?|supra|(?:op|loc)\.?\s{0,2}cit|(?:foot|end)?notes?\s{1,2}(?:[0-9]{1,3}|[a-z]/))"
    r"(?:\b|\s)[\s.,;]{0,3})+"
    r"|\b(?:foot|end)note\s(?:above|supra)"
)


@cache
def _lexer() -> re2._Regexp:
    patterns = (_symbol(), _RESOLUTION, _GENERAL_COMMENT, _COMMUNICATION, _POINTER)
    return linear("|".join(patterns), case_sensitive=False)


_NOTE_WORDS = ("note", "footnote", "endnote")
_BY_INITIAL: dict[str, Lead] = {
    **dict.fromkeys("rd", "resolution"),
    "g": "general_comment",
    "c": "communication",
    **dict.fromkeys("islofen", "pointer"),
}


def leads(text: PreparedText) -> Iterator[tuple[Lead, int, int]]:
    """Where a reference may begin: its kind, and the stretch [start, end) that shows it, in text order."""
    plain = text.plain
    for match in _lexer().finditer(text.data):
        start, end = match.span()
        if "/" in plain[start:end] and not plain[start:end].lower().startswith(_NOTE_WORDS):
            yield "symbol", start, end
        else:
            start += plain[start].isdigit()  # the mark of a note
            yield _BY_INITIAL[plain[start].lower()], start, end
