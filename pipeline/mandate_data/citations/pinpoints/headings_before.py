"""Tells a heading from a pinpoint, where no word ties a pinpoint to what it is of: `Part II`, and a report under it."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

_UNTIED = " "
"""How the words between a pinpoint and what it is of begin, where these may be none."""
_WORD = re.compile(r"[ \t]*(\n?)\s{0,8}([^\W\d_]+)")
_PREPOSITION = 2
"""The letters of the longest word that may tie them, where no capitals tell a title."""
_REACH = 40
"""How far before a pinpoint the line that it begins may begin."""


def is_heading(text: PreparedText, start: int, end: int, before: int, outer: bool) -> bool:
    """Whether a pinpoint at [start, end) is the heading of what follows up to the reference at `before`: it has a line
    of its own, or it is an `outer` one, such as a part, whose line goes on with a title, which a capital begins."""
    raw, words = text.raw, text.words
    first = _WORD.match(raw, end, before) if words.pinpoint_of.startswith(_UNTIED) else None
    if first is None:
        return False
    alone = first[1] != ""
    line = raw[max(0, start - _REACH) : start].rpartition("\n")
    begins = not line[2].strip() and (line[1] != "" or start <= _REACH)
    if not words.capitals:
        return alone and begins and len(first[2]) > _PREPOSITION
    if not first[2][0].isupper() or _cited(words, alone).match(text.plain, first.start(2)):
        return False
    return alone or (outer and begins and "(" not in raw[end:before])


@cache
def _cited(words: Words, alone: bool) -> re.Pattern[str]:
    """What a pinpoint is of, whose capital begins no title; below a line of its own, a report is one."""
    named = [words.resolution, words.decision, words.general_comment, words.general_recommendation]
    named += [label for label, _ in words.labels]
    named += [] if alone else [words.document, words.numbered_document]
    return re.compile("|".join(fragment(words, one) for one in named), re.IGNORECASE)
