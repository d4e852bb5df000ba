"""Finds the note before in notes that run on in one line: `15. The Times, 3 May. 16. Ibid.`, `3 May.[16] Ibid.`"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.typography import RAISED

_REACH = 600
"""How far before its number the note before begins, at most."""
_LONGEST_WORDS = 20
_NUMBER = re.compile(r"(?:(?<=[\s(])|^)[\[(]?([1-9]\d{0,2})[\]).]{0,2}\s{1,2}$")
_MARK = re.compile(
    r"\[{1,2}\^?(\d{1,3})\]{1,2}|\^\[?(\d{1,3})\]?\^|<sup(?: [^<>\n]{1,200})?>\[?(\d{1,3})\]?</sup>"
    rf"|([{RAISED}]{{1,3}})",
    re.IGNORECASE,
)
"""The mark of a note as it is printed within a line, with its number in a group."""
_MARK_ENDS = re.compile(r"(?:\(#[^()\s]{1,100}\))?[\s^*_]{0,4}")
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


@cache
def _announced(words: Words) -> re.Pattern[str]:
    """Words between the mark of a note and an `ibid.`: see also."""
    return re.compile(rf"(?:^|\s)({fragment(words, words.announces)})$", re.IGNORECASE)


def marked_before(text: PreparedText, position: int) -> tuple[bool, int | None]:
    """Whether the mark of a note that the sentence is read without is printed right before `position`, and where the
    note before begins, if its mark is printed further up.

    >>> from mandate_data.citations.find import prepare
    >>> marked_before(prepare("See A/60/1.[3] A book.[4] Ibid."), 19)
    (True, 11)
    """
    announced = _announced(text.words).search(text.plain, max(0, position - _LONGEST_WORDS), position)
    at = text.cuts.given(announced.start(1) if announced else position)
    marks = list(_MARK.finditer(text.given, max(0, at - _REACH), at))
    if not marks or not _MARK_ENDS.fullmatch(text.given, marks[-1].end(), at):
        return False, None
    number = _figures(marks[-1])
    for mark in reversed(marks[:-1]):
        if _figures(mark) == number - 1:
            return True, text.cuts.left(mark.end())
    return True, None


def _figures(mark: re.Match[str]) -> int:
    """The number of a mark."""
    return int(unicodedata.normalize("NFKC", next(filter(None, mark.groups()))))
