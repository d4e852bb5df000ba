"""Finds numbers that only resolutions have the form of, where no word says so: `2/CP.17`, `2625 (XXV)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.meanings import NO_SYMBOL
from mandate_data.citations.numbering import BY_NUMBER, is_of_its_year, possible
from mandate_data.citations.organs import Organs
from mandate_data.citations.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolution_numbers import Number, number_at
from mandate_data.citations.symbols import read

_ROMAN = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|V|XL(?:IX|IV|V?I{0,3})|L(?:IX|IV|V?I{0,3})|LX(?:I{1,3})?)"
_YEARS = range(1946, 2050)
"""What has the look of a year: `1988 (2011)` may be a book that came out again."""
_REACH = 24
_NEAR = 60
"""How far before it the last of the list stands that a number goes on."""


def own_forms() -> str:
    """A pattern for these numbers, for the linear engine."""
    return (
        rf"\b[1-9][0-9]{{0,2}}/(?-i:{_codes()})\.[0-9]{{1,2}}\b"
        rf"|\b[1-9][0-9]{{2,3}}(?:[ ]?(?-i:[A-H]))?[ \n]?\((?:(?-i:{_ROMAN})|(?:19|20)[0-9][0-9])\)"
    )


def _codes() -> str:
    """The codes in the numbers of decisions that stand behind a slash."""
    return "|".join(sorted((code for code in table().by_code if len(code) < _LONG), key=len, reverse=True))


_LONG = 4


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands right before such a number, in one language."""

    cited: re.Pattern[str]
    apart: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    before = (words.introduction, words.conjunction, words.of_organ, words.owner, words.to, words.titled, *words.see)
    cites = "|".join(fragment(words, one) for one in before if one)
    return _Patterns(
        re.compile(rf"(?:(?:^|\n)[ \t*_#-]{{0,8}}|[(\[,;:]\s{{0,2}}|(?<![\w-])(?:{cites})\s{{1,2}})$", re.IGNORECASE),
        re.compile(r"(?:^|[^\w./-])$"),
    )


def numbered_so(text: PreparedText, organs: Organs, start: int, before: Reference | None) -> list[Reference]:
    """The decision or resolution whose number is at `start`; none for one that anything else may be numbered by. One
    with its year is read where another one is right `before` it."""
    number = number_at(text.plain, start, text.words)
    if number is None or number.start != start or number.bare:
        return []
    patterns, low = _patterns(text.words), max(0, start - _REACH)
    if number.code:
        body = table().by_code.get(number.code)
        if body is None or patterns.apart.search(text.plain, low, start) is None:
            return []
        return [_reference(text, number, "decision", None, body.slug)]
    if patterns.cited.search(text.plain, low, start) is None or not organs.is_of_the_nations():
        return []
    candidates = possible("RES", number, text.issued)
    found = read(candidates[0]) if len(candidates) == 1 else None
    if found is None or not (number.roman or _goes_on(number, before)):
        return []
    return [_reference(text, number, "resolution", found.canonical, found.body)]


def _goes_on(number: Number, before: Reference | None) -> bool:
    """Whether a number with its year goes on a list of the Security Council's, in which something could not be read:
    `1822 (2008), !904 (2009), 2082 (2012)`."""
    if before is None or before.organ != BY_NUMBER or number.number in _YEARS or not is_of_its_year(number):
        return False
    return number.start - before.end <= _NEAR


def _reference(text: PreparedText, number: Number, kind: str, symbol: str | None, organ: str) -> Reference:
    return Reference(
        number.start,
        number.end,
        text.raw[number.start : number.end],
        "decision" if kind == "decision" else "resolution",
        symbol,
        reason=None if symbol else NO_SYMBOL,
        organ=organ,
    )
