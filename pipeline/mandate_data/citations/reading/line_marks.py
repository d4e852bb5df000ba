"""Finds the marks of notes that are set at the beginning of lines: `[1]`, raised figures, `1.`, `(1)`, `1)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.typography import LOWERED, RAISED

_BLANKS = r"^[ \t]{0,12}"


class _Form(NamedTuple):
    """A way of setting marks: what the first one may look like, and the mark at the beginning of its line."""

    firsts: tuple[str, ...]
    mark: re.Pattern[str]


BRACKETED = r"[ \t]{0,12}\[([1-9]\d{0,2})\][ \t]{0,8}(?=\S)"
RAISED_FIGURES = rf"[ \t]{{0,12}}([{RAISED}]{{1,3}})[ \t]{{0,8}}(?=\S)"
WITH_A_STROKE = r"[ \t]{0,12}([1-9]\d{0,2})[ ]?/[ \t]{1,8}"
FULL_WIDTH = r"[ \t\u3000]{0,12}［(\d{1,3})］[ \t\u3000]{0,8}(?=\S)"
"""How the mark of a note may be set at the beginning of its line."""
_SURE = (
    _Form(("[1]",), re.compile(f"^{BRACKETED}", re.MULTILINE)),
    _Form(("［1］", "［１］"), re.compile(f"^{FULL_WIDTH}", re.MULTILINE)),
    _Form(("¹",), re.compile(f"^{RAISED_FIGURES}", re.MULTILINE)),
)
"""Nothing but notes and lists of sources is numbered so."""
_STAR = re.compile(rf"{_BLANKS}(\*{{1,3}})[ \t]{{0,8}}(?=[A-Za-z\"(])", re.MULTILINE)
_ANNOUNCED_BY = {"*" * count: re.compile(rf"[\w.,;:)\"'](?<!\*)\*{{{count}}}(?=[\s.,;:)]|\Z)") for count in (1, 2, 3)}
_EMPHASIS = re.compile(r"[^\n*]{0,200}[^\s*]\*")
"""What a star begins and another ends."""
_FEWEST = 2
_FEWEST_OF_A_PART = 3
SHARED = (
    re.compile(r"^[ \t]{0,3}([1-9]\d{0,2})\.\s{1,3}", re.MULTILINE),
    re.compile(rf"{_BLANKS}\(([1-9]\d{{0,2}})\)[ \t]{{1,8}}", re.MULTILINE),
    re.compile(rf"{_BLANKS}([1-9]\d{{0,2}})[ ]?[):][ \t]{{1,8}}", re.MULTILINE),
    re.compile(f"^{WITH_A_STROKE}", re.MULTILINE),
)
"""Paragraphs are numbered so, too: they count only where one introduces an ibid. or a supra."""
_BLANK = re.compile(r"\n[ \t\r]*\n|\f")
_SHORTEST_MARK = 2
_LONGEST_BEFORE = 60
"""A word that points back stands no further behind the mark of its note."""


@cache
def _announced(words: Words) -> re.Pattern[str]:
    """What may stand between the mark of a note and a word that points back."""
    return re.compile(rf"(?:{fragment(words, words.announces)}|[^\n]{{1,40}},\s)?", re.IGNORECASE)


class LineMark(NamedTuple):
    """A number at the beginning of a line, and where its mark begins and ends."""

    number: int
    start: int
    end: int


class StarMark(NamedTuple):
    """One star or more at the beginning of a line, and where they begin and end."""

    label: str
    start: int
    end: int


def line_marks(text: PreparedText, pointers: Iterable[int]) -> list[LineMark]:
    """The marks of the notes of a text that sets them so, in its order; none if it does not.

    `pointers` are the places of its `ibid.` and `supra`.
    """
    for form in _SURE:
        sign = form.firsts[0][0]
        if sign not in text.raw:  # one sign is found much faster
            continue
        if f"\n{sign}" in text.raw or any(first in text.raw for first in form.firsts):
            marks = list(numbered_lines(form.mark, text.raw))
            if len(marks) >= _FEWEST and (marks[0].number == 1 or _count_on(marks)):
                return marks
    for at in pointers:
        line = _line(text.plain, at)
        if line is None or at - line < _SHORTEST_MARK:
            continue
        for pattern in SHARED:
            mark = pattern.match(text.plain, line, at)
            if mark is not None and _announced(text.words).fullmatch(text.plain, mark.end(), at):
                return _of_one_list(text, list(numbered_lines(pattern, text.plain)))
    return []


def _count_on(marks: Sequence[LineMark]) -> bool:
    """Whether the marks are those of a part of a list, `[101]`, `[102]`, `[103]`."""
    counts = all(mark.number + 1 == following.number for mark, following in pairwise(marks))
    return len(marks) >= _FEWEST_OF_A_PART and counts


@cache
def citing(words: Words) -> re.Pattern[str]:
    """How the text of a note begins."""
    return re.compile(rf"(?i:{fragment(words, words.note_begins)})\b|[A-Z]{{1,6}}/[A-Z0-9]|https?:|www\.")


def _of_one_list(text: PreparedText, marks: list[LineMark]) -> list[LineMark]:
    """The marks of notes among numbers at the beginning of lines: where two lists count, of paragraphs and of notes,
    those that begin as notes do, and what counts on between them or right below."""
    if all(mark.number < following.number for mark, following in pairwise(marks)):
        return marks
    cites = citing(text.words).match
    sure = [cites(text.plain, mark.end) is not None for mark in marks]
    kept: list[LineMark] = []
    for place, mark in enumerate(marks):
        on = bool(kept) and place > 0 and kept[-1] is marks[place - 1] and kept[-1].number + 1 == mark.number
        next_is = place + 1 < len(marks) and sure[place + 1] and marks[place + 1].number == mark.number + 1
        if sure[place] or (on and (next_is or not _BLANK.search(text.plain, kept[-1].end, mark.start))):
            kept.append(mark)
    return kept


def star_marks(plain: str) -> Iterator[StarMark]:
    """The stars at the beginning of lines which stars behind words before announce: as many, or they begin a list."""
    if "*" not in plain:
        return
    found = [one for one in _STAR.finditer(plain) if not _EMPHASIS.match(plain, one.end())]
    for stars in sorted({one[1] for one in found}):
        announced = [one.start() for one in _ANNOUNCED_BY[stars].finditer(plain)]
        lines = [one for one in found if one[1] == stars]
        for one in lines if len(lines) <= len(announced) else ():
            if announced[0] < one.start():
                yield StarMark(stars, one.start(1), one.end())


def numbered_lines(pattern: re.Pattern[str], text: str, begin: int = 0) -> Iterator[LineMark]:
    """The numbers at the beginning of lines that are set so, from a line on."""
    for match in pattern.finditer(text, begin):
        yield LineMark(int(match[1].translate(LOWERED)), match.start(1), match.end())


def _line(plain: str, at: int) -> int | None:
    """Where the line of `at` begins, if that is near."""
    low = max(0, at - _LONGEST_BEFORE)
    line = plain.rfind("\n", low, at) + 1
    return line if line or not low else None
