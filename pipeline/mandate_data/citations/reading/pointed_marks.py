"""Finds the marks of notes that are printed right behind the full stop of a number: `para. 5.6 The Committee`.

Such a figure may be a part of the number. It is a mark if the text awaits it there: its note is behind, and the marks
before and after it are those of the notes before and after.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

import re2

_LATIN = re2.Options()
_LATIN.encoding = re2.Options.Encoding.LATIN1
_POINTED = re.compile(rb"\.([1-9]\d{0,2})\s+[A-Z\"(]")
_NUMBER = re.compile(rb"(?<!\w)\d{1,3}\Z")
"""What is before the full stop. That is looked for first, as a pattern that begins with one sign is fast."""
_MARK = re2.compile(rb"[A-Za-z\xe9.,;:)\]\"'][1-9][0-9]{0,2}(?:[\s.,;:)]|$)", _LATIN)
"""The other marks behind words: figures alone."""
_LABEL = re2.compile(rb"(?:^|\s)\[?([1-9][0-9]{0,2})\]?[./)]?\s+[A-Z\xe9]", _LATIN)
"""What notes begin with."""
NEAR = 5000
"""Characters within which the marks before and after are looked for."""
_WITHIN_NUMBER = frozenset(b"0123456789")


def pointed_marks(data: bytes) -> list[tuple[int, int]]:
    """The stretches of these marks in a plain text, in order.

    >>> pointed_marks(b"One.5 See para. 5.6 The Council.7 So.\\n5 See A.\\n6 See B.\\n7 See C.")
    [(18, 19)]
    """
    places = [
        one.span(1)
        for one in _POINTED.finditer(data)
        if data[one.start() - 1] in _WITHIN_NUMBER and _NUMBER.search(data, max(0, one.start() - 4), one.start())
    ]
    if not places:
        return []
    pointed = [(start, int(data[start:end])) for start, end in places]
    marks: list[tuple[int, int]] = []
    others: list[tuple[int, int]] | None = None
    labels: dict[int, int] | None = None
    for start, end in places:
        number = int(data[start:end])
        if not _may_follow(data, start, end, number):
            continue
        others = list(_others(data)) if others is None else others
        before = [one for one in (*_before(others, start), *_before(pointed, start)) if one[0] >= start - NEAR]
        behind = [one for one in (*_behind(others, start), *_behind(pointed, start)) if one[0] < end + NEAR]
        last, following = max(before, default=(0, 0))[1], min(behind, default=(0, 0))[1]
        if (last, following) == (number - 1, number + 1):
            labels = _last_labels(data) if labels is None else labels
            marks += [(start, end)] if labels.get(number, 0) > end else []
    return marks


def _may_follow(data: bytes, start: int, end: int, number: int) -> bool:
    """Whether the numbers before and after one are near it at all: this is fast."""
    before, behind = b"%d" % (number - 1), b"%d" % (number + 1)
    return (number == 1 or data.find(before, max(0, start - NEAR), start) >= 0) and data.find(
        behind, end, end + NEAR
    ) >= 0


def _others(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the figures of the other marks begin, and their numbers."""
    for found in _MARK.finditer(data):
        start, end = found.span()
        if data[max(start - 1, 0)] not in _WITHIN_NUMBER:
            figures = data[start + 1 : end]
            yield start + 1, int(figures if figures.isdigit() else figures[:-1])


def _last_labels(data: bytes) -> dict[int, int]:
    """Where each number last stands as notes begin with it."""
    return {int(one[1]): one.start() for one in _LABEL.finditer(data)}


def _before(marks: Sequence[tuple[int, int]], at: int) -> Sequence[tuple[int, int]]:
    """The last of the marks before a place, if there is any."""
    place = bisect_left(marks, (at, 0))
    return marks[max(place - 1, 0) : place]


def _behind(marks: Sequence[tuple[int, int]], at: int) -> Sequence[tuple[int, int]]:
    """The first of the marks behind a place, if there is any."""
    place = bisect_left(marks, (at + 1, 0))
    return marks[place : place + 1]
