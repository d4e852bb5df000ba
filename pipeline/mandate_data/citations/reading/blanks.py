"""Reads stretched blanks as one: text set to a full line and dumped with its layout has runs of them between words.

The columns of a table stay apart: the blanks between them are wider than those between the words of their line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from operator import sub
from statistics import median_low
from string import ascii_uppercase, digits
from typing import AnyStr, NamedTuple

import re2

from mandate_data.citations.reading.sentences import WALL

_RUN = re.compile(rb"[ \t]{2,}")
_SPACES = re2.compile(b"  +")
"""RE2 finds runs that are rare in half the time of `in`."""
_MARK_OF_ORDER = b"\xad"
"""What the mark of the order of bytes at the beginning of a text is read as."""
_UNSEEN = re.compile(rb"\r(?=\n)|\A\xad")
_BETWEEN = re.compile(rb"(?<=[^ \t\r])[ \t]+(?=[^ \t\r])")
_SAMPLE = 40_000
"""How much of a text tells how many runs it has."""
_RARE = 100
"""Where fewer than one character in so many begins a run, RE2 is faster."""
_NARROW = 3
"""A run of so many blanks parts no columns."""
_TIMES = 2
"""A run parts columns if it is wider than so many of those between most words of its line, and one blank more."""
_FEWEST = 3
"""In a line of fewer runs, words are taken to be one blank apart."""
_LINE_ENDS = frozenset((b"\r", b"\n", WALL.encode()))
_ONE = re.compile(
    rb"(?<=\.)[ \t]+\d|(?<=[A-Za-z])[ \t]+\d{1,4}(?:/\d|[ \t]*\()|(?<=\w)[ \t]+\(|(?<=\d)[ \t]+[A-Z][ \t]+\("
)
"""No two columns: `para.   15`, `resolution   60/1`, `15   (a)`, `217   A   (III)`."""
_CAPITALS = frozenset(bytes([code]) for code in ascii_uppercase.encode())
_JOINED = _CAPITALS | frozenset(bytes([code]) for code in (digits + "(").encode())
"""What stands after the blanks that `_ONE` finds; it isn't tried before another character."""
_LETTER = re.compile(rb"(?<=\d)[ \t]+[A-Z](?=\s|$)(?![ \t]+\()")
"""A capital alone after a number: a cell of its own, and no letter of a resolution."""


class Cuts(NamedTuple):
    """What was cut out of a text: the `places` in what is left of it, the `ends` in the given text, and how much was
    cut out up to each."""

    places: Sequence[int]
    ends: Sequence[int]
    lengths: Sequence[int]

    def given(self, position: int) -> int:
        """Where the character at `position` is in the given text."""
        return position + self.lengths[bisect_right(self.places, position)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the given text that [start, end) is; it is not empty."""
        return self.given(start), self.given(end - 1) + 1

    def left(self, position: int) -> int:
        """Where a character of the given text is in what is left of it; of one that was cut out, the next one."""
        index = bisect_right(self.ends, position)
        left = position - self.lengths[index]
        return min(left, self.places[index]) if index < len(self.places) else left

    def all_left(self, stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The same of the ends of stretches."""
        return [(self.left(start), self.left(end)) for start, end in stretches]


def stretched(data: bytes) -> list[tuple[int, int]]:
    """The stretches of blanks in a plain text that say nothing: those beyond the first between two words, and those
    at the end of a line or at the beginning of one that goes on another.

    >>> stretched(b"see  para.     15")
    [(4, 5), (11, 15)]
    """
    tabbed = b"\t" in data
    cuts: list[tuple[int, int]] = []
    line_end, widest = -1, 0
    few = not tabbed and data.count(b"  ", 0, _SAMPLE) * _RARE < min(len(data), _SAMPLE)
    for run in _SPACES.finditer(data) if few else _RUN.finditer(data):
        start, end = run.span()
        before, after = data[start - 1 : start] or b"\n", data[end : end + 1] or b"\n"
        if before in _LINE_ENDS:
            if after not in _LINE_ENDS and _goes_on(data, start):
                cuts.append((start, end))
        elif after in _LINE_ENDS:
            cuts.append((start, end))
        elif end - start <= _NARROW and after not in _CAPITALS:
            cuts.append((start + 1, end))
        elif end - start > _NARROW and not (after in _JOINED and _ONE.match(data, start)):
            if start > line_end:
                line_end = data.find(b"\n", end)
                line_end = len(data) if line_end < 0 else line_end
                widest = _widest(data[data.rfind(b"\n", 0, start) + 1 : line_end])
            if end - start <= widest and not (after in _CAPITALS and _LETTER.match(data, start)):
                cuts.append((start + 1, end))
        elif not (after in _CAPITALS and _LETTER.match(data, start)):
            cuts.append((start + 1, end))
    return cuts


def _goes_on(data: bytes, start: int) -> bool:
    """Whether the line that begins at `start` follows another one, and no empty line."""
    line = data[data.rfind(b"\n", 0, max(start - 1, 0)) + 1 : start]
    return line.endswith(b"\n") and not line.isspace()


def _widest(line: bytes) -> int:
    """The greatest width of a run of blanks that parts words in this line, and not columns."""
    widths = list(map(len, _BETWEEN.findall(line)))
    return _TIMES * (median_low(widths) if len(widths) >= _FEWEST else 1) + 1


def unseen(data: bytes) -> list[tuple[int, int]]:
    """The stretches of a plain text that show nothing: a mark at its very beginning, and the first of the two signs
    that end a line in some files.

    >>> unseen(b"one\\r\\ntwo")
    [(3, 4)]
    """
    if b"\r" not in data and data[:1] != _MARK_OF_ORDER:
        return []
    return [place.span() for place in _UNSEEN.finditer(data)]


def merged(*stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of all kinds, in order; of two that overlap the earlier one, or the longer one."""
    kinds = [kind for kind in stretches if kind]
    if len(kinds) < 2:
        return list(*kinds)
    found: list[tuple[int, int]] = []
    for stretch in sorted(stretch for kind in kinds for stretch in kind):
        if found and stretch[0] == found[-1][0]:
            found[-1] = stretch
        elif not found or stretch[0] >= found[-1][1]:
            found.append(stretch)
    return found


def behind(first: Sequence[tuple[int, int]], then: Cuts) -> Cuts:
    """Where stretches were cut out of a text `first`, and others out of what was left of it."""
    left = places(first)
    lengths = map(sub, then.lengths[1:], then.lengths)
    return places(merged(first, [left.span(end - length, end) for end, length in zip(then.ends, lengths, strict=True)]))


def cut(text: AnyStr, cuts: Sequence[tuple[int, int]]) -> AnyStr:
    """The text without these stretches."""
    kept = [text[last:first] for (_, last), (first, _) in pairwise([(0, 0), *cuts, (len(text), 0)])]
    return text[:0].join(kept)


def places(cuts: Sequence[tuple[int, int]]) -> Cuts:
    """Where these stretches were cut out."""
    lengths = [0, *accumulate([end - start for start, end in cuts])]
    before = zip(cuts, lengths, strict=False)
    return Cuts([start - length for (start, _), length in before], [end for _, end in cuts], lengths)
