"""Finds resolutions of other organizations by their numbers, which only they have: `resolution WHA58.3`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import slug, table
from mandate_data.citations.languages import Words
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference, ReferenceKind
from mandate_data.citations.resolutions.meanings import NO_SYMBOL

_LONGEST_ORGAN = 90
_BEFORE, _BEHIND = r"(?<![\w/.-])", r"(?![\w/])"
"""No other part of a number stands beside it."""
_LONGEST = 40
"""Characters of a number."""


def numbers_of_others() -> str:
    """A pattern for these numbers, for the linear engine."""
    return "|".join(rf"(?-i:{pattern})" for _, pattern in table().numbers_of_others)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The numbers and what stands around them, in one language; group 1 of the words is a resolution's."""

    number: re.Pattern[str]
    """A group for each organization, in the order of the table."""
    word: re.Pattern[str]
    gap: re.Pattern[str]
    """Between the word and the number, such as an organ: resolution `of the World Health Assembly` WHA58.3."""
    joint: re.Pattern[str]
    closing: re.Pattern[str] | None


@cache
def _patterns(words: Words) -> _Patterns:
    own, sign = resolution_words(words), fragment(words, words.number_sign)
    of, joined = fragment(words, words.of_organ), fragment(words, words.conjunction)
    organ = rf"(?:\s(?:{of})\s?[^0-9.;()/\n]{{2,{_LONGEST_ORGAN}}})?"
    closing = None
    if words.closing:
        ends = (fragment(words, one) for one in words.closing)
        closing = re.compile(rf"\s?(?:{fragment(words, words.numbered)})?\s?(?:({next(ends)})|{next(ends)})")
    return _Patterns(
        re.compile("|".join(rf"{_BEFORE}({pattern}){_BEHIND}" for _, pattern in table().numbers_of_others)),
        re.compile(rf"({own.resolution})|(?:{own.decision})", re.IGNORECASE),
        re.compile(rf"\.?{organ}[\s:,]{{0,3}}(?:(?:{sign})\s{{0,2}})?[*_\[(\"]{{0,2}}", re.IGNORECASE),
        re.compile(rf"[,;]?\s?(?:{joined})\s?|[,;]\s?", re.IGNORECASE),
        closing,
    )


def of_others(text: PreparedText, start: int, end: int) -> list[Reference]:
    """The resolutions or decisions that the word at `start` introduces, or in Chinese the number there, each open
    and with the organization whose number it is; `end` is where the lexer saw the first number."""
    patterns = _patterns(text.words)
    word = None if patterns.closing is not None else patterns.word.match(text.plain, start)
    first = start if word is None else word.end()
    number = patterns.number.search(text.plain, first, end + _LONGEST)
    if number is None or number.start() > end or (word is None and number.start() > start):
        return []
    if word is not None and patterns.gap.fullmatch(text.plain, first, number.start()) is None:
        return []
    numbers = []
    while number is not None:
        numbers.append(number)
        joint = patterns.joint.match(text.plain, number.end())
        number = patterns.number.match(text.plain, joint.end()) if joint is not None else None
    closed = patterns.closing.match(text.plain, numbers[-1].end()) if patterns.closing is not None else word
    if closed is None:
        return []
    kind: ReferenceKind = "resolution" if closed[1] else "decision"
    organs = [slug(name) for name, _ in table().numbers_of_others]
    found = []
    for one in numbers:
        first = start if one is numbers[0] else one.start()
        organ = organs[(one.lastindex or 1) - 1]
        found.append(
            Reference(first, one.end(), text.raw[first : one.end()], kind, None, (), reason=NO_SYMBOL, organ=organ)
        )
    return found
