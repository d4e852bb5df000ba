"""The numbers of general comments in a language that has a sign for numbers, before the words for them or behind:
第14号一般性意见, 一般性意见14(2000)."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

_FIGURES = re.compile(r"(?<![\d(])\d{1,2}(?!\d)")


class CommentNumber(NamedTuple):
    """The number of a general comment, as printed at [start, end), and the year beside it."""

    start: int
    end: int
    number: int
    year: int | None


class SignedNumbers(NamedTuple):
    """The numbers of a list, and whether they are of recommendations."""

    numbers: list[CommentNumber]
    recommends: bool


@cache
def _patterns(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A list of numbers before the words for general comments, and a number behind them, which what stands in brackets
    or the sign of numbers tells from a count."""
    comment, recommendation = fragment(words, words.general_comment), fragment(words, words.general_recommendation)
    said = rf"(?:{comment}|(?P<recommendation>{recommendation}))"
    sign, counters = fragment(words, words.resolution), fragment(words, "".join(words.wrapped))
    session = fragment(words, words.of_session).replace("{number}", r"[^()]{1,6}?")
    return (
        re.compile(
            rf"(?:{sign})\s?"
            rf"(?P<numbers>\d{{1,2}}(?:[^\d{counters}]?(?:\((?:19|20)\d\d\D?\))?[^\d{counters}]{{1,4}}\d{{1,2}}){{0,9}})"
            rf"\s?[^\d(]?(?:\((?P<year>(?:19|20)\d\d)\D?\))?\D?\s?(?:{fragment(words, words.joint or NEVER)})?{said}"
            r"(?P<dated>\s?\((?P<year_behind>(?:19|20)\d\d)\D?\))?"
        ),
        re.compile(
            rf"{said}\s?(?:{sign})?\s?(?P<number>[1-9]\d?)(?P<signed>\s?{fragment(words, words.numbered)}(?!\w))?"
            rf"(?P<beside>\s?\((?:[1-9]\d?|(?:{session}[,;]?\s?)?(?P<year>(?:19|20)\d\d)\D?|{session})\))?"
        ),
    )


def signed_numbers(text: PreparedText, start: int) -> SignedNumbers:
    """The numbers of the general comments whose list, or whose words, are at `start`."""
    wrapped, opened = _patterns(text.words)
    before, behind = wrapped.match(text.plain, start), opened.match(text.plain, start)
    if before is not None:
        return SignedNumbers(_before_the_words(before), before["recommendation"] is not None)
    if behind is None or not (behind["signed"] or behind["beside"]):
        return SignedNumbers([], False)
    year = int(behind["year"]) if behind["year"] else None
    number = CommentNumber(behind.start("number"), behind.end(), int(behind["number"]), year)
    return SignedNumbers([number], behind["recommendation"] is not None)


def _before_the_words(listed: re.Match[str]) -> list[CommentNumber]:
    """The numbers of a list that the words follow; the last one ends with these."""
    printed = listed["year"] or listed["year_behind"]
    year, first = int(printed) if printed else None, listed.start("numbers")
    numbers = [
        CommentNumber(first + match.start(), first + match.end(), int(match[0]), year)
        for match in _FIGURES.finditer(listed["numbers"])
    ]
    numbers[-1] = numbers[-1]._replace(end=listed.start("dated") if listed["dated"] else listed.end())
    return numbers
