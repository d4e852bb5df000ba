"""Stretches of a text that are all in capitals, as headings are: the names in them are read in whatever letters."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import Linear, fragment

_CAPITALS = Linear(r"\b[A-Z]{2,}(?:,?[ \n'-][A-Z]+)*,?[ \n'-][A-Z]{2,}")
"""Several words, all in capitals."""
TEXTS = 2
"""Of so many texts what stands in capitals is remembered: it is asked for again and again of the one that is read."""


@lru_cache(maxsize=TEXTS)
def stretches(data: bytes) -> list[tuple[int, int]]:
    """The stretches of a plain text that are all in capitals."""
    return _CAPITALS.spans(data, 0, len(data))


def within(spans: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The spans, which are in order, that lie in [start, end)."""
    found = spans[bisect_left(spans, (start, 0)) : bisect_left(spans, (end, 0))]
    return [span for span in found if span[1] <= end]


def is_in_capitals(name: str) -> bool:
    """Whether a name of several words is all in capitals, as in a heading."""
    return " " in name.replace("\n", " ") and name.isupper()


_ABOVE = 60
"""How far above a name the line before begins that is looked at."""
_AROUND = frozenset("\n\r")


def is_a_line(plain: str, start: int, end: int) -> bool:
    """Whether a name is all that its line has."""
    return (not start or plain[start - 1] in _AROUND) and (end == len(plain) or plain[end] in _AROUND)


@cache
def _opens(words: Words) -> re.Pattern[str]:
    """What may stand above the first line of a heading: nothing, a blank line, the name of the United Nations."""
    return re.compile(
        rf"(?:^|\n[ \t]*\n|(?:^|\n)[ \t]*(?:{fragment(words, words.united_nations)})[ \t]*\n)[ \t]*$", re.IGNORECASE
    )


def is_below_a_blank_line(plain: str, start: int, words: Words) -> bool:
    """Whether a name begins the first line of a heading, or the next one below `UNITED NATIONS`."""
    return _opens(words).search(plain[max(0, start - _ABOVE) : start]) is not None


@cache
def _small(words: Words) -> re.Pattern[str]:
    """The small words within a name, as they are capitalised with the others."""
    return re.compile(rf"(?<=\s)(?:{fragment(words, words.name_words)})(?=\s)", re.IGNORECASE)


def in_small_letters(name: str, words: Words) -> str:
    """A name in capitals as it is printed in running text: Commission on Human Rights."""
    return _small(words).sub(lambda word: word[0].lower(), name.title())
