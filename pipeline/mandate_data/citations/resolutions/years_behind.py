"""The years of several numbers that stand behind all of them, or the last: 1559 and 1701 of the years 2004 and 2006."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import fragment
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import security_council_year

_THREE_FIGURES = 100
"""Lower numbers may share the one year behind the last of them."""
_YEAR = r"(?:19|20)\d\d"


@cache
def _years(words: Words) -> re.Pattern[str]:
    joined = rf"(?:[,;]\s?|\s(?:{fragment(words, words.conjunction)})\s?)"
    joined = rf"(?:{joined}|[,;]?\s(?:{fragment(words, words.joined_conjunction)}))"
    return re.compile(rf"\s(?:{fragment(words, words.of_years)})\s({_YEAR}(?:{joined}{_YEAR}){{1,12}})(?![\d/])")


def with_years_behind(plain: str, groups: list[list[Number]], words: Words) -> list[list[Number]]:
    """The numbers of one list with their years, if there are as many, each the one in which the Security Council came
    to that number, or all that of the last one; otherwise as they were."""
    groups = [_with_the_last(numbers) for numbers in groups]
    if words.of_years == NEVER or len(groups) != 1 or len(groups[0]) < 2:
        return groups
    numbers = groups[0]
    behind = _years(words).match(plain, numbers[-1].end)
    if behind is None:
        return groups
    years = [int(year) for year in re.findall(_YEAR, behind[1])]
    if years != [security_council_year(number.number) for number in numbers]:
        return groups
    return [[number._replace(year=year) for number, year in zip(numbers, years, strict=True)]]


def _with_the_last(numbers: list[Number]) -> list[Number]:
    """The numbers, those alone before one with its year with that year, where the Security Council came to them in it:
    2056 and 2071 (2012)."""
    done: list[Number] = []
    year: int | None = None
    for number in reversed(numbers):
        shares = number.bare and year is not None and security_council_year(number.number) == year
        done.append(number._replace(year=year) if shares else number)
        year = done[-1].year
    return done[::-1]


def has_year_behind(plain: str, number: Number, words: Words) -> bool:
    """Whether the year of a number may be one that stands behind all of its list."""
    if number.year is None or number.number < _THREE_FIGURES:
        return False
    return str(number.year) not in plain[number.start : number.end]
