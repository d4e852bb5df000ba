"""Finds the note before in notes that run on in one line: `15. The Times, 3 May. 16. Ibid.`"""

from __future__ import annotations

import re

from mandate_data.citations.reading.prepared_text import PreparedText

_REACH = 600
"""How far before its number the note before begins, at most."""
_NUMBER = re.compile(r"(?:(?<=[\s(])|^)[\[(]?([1-9]\d{0,2})[\]).]{0,2}\s{1,2}$")
_WORD_BEFORE = re.compile(r"([\w.]+)\s{1,2}$")


def note_before(text: PreparedText, position: int) -> int | None:
    """Where the note before begins, if the number of a note stands right before `position` and the one before that
    number begins a sentence further up; None otherwise.

    >>> from mandate_data.citations.find import prepare
    >>> note_before(prepare("14. A/60/1. 15. A book. 16. Ibid."), 28)
    16
    """
    plain, low = text.plain, max(0, position - _REACH)
    number = _NUMBER.search(plain, max(0, position - 8), position)
    if number is None:
        return None
    begins = r"(?:^|(?<=[.)\]\"'\xa4;]\s)|(?<=\n))"
    label = re.compile(rf"{begins}[\[(]?{int(number[1]) - 1}[\]).]{{0,2}}\s{{1,2}}(?=\S)")
    for found in reversed(list(label.finditer(plain, low, number.start()))):
        if found.end() >= number.start():
            continue
        word = _WORD_BEFORE.search(plain, max(0, found.start() - 20), found.start())
        if word is None or word[1].lower() not in text.words.no_mark_after:
            return found.end()
    return None
