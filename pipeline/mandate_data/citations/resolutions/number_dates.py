"""The date of adoption that follows the number of a resolution, or stands before it in some languages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from mandate_data.citations.languages import Words
from mandate_data.citations.pinpoints.pinpoints import end_of_announced
from mandate_data.citations.reading.prepared_text import date, fragment, month
from mandate_data.citations.resolutions.printed_number import Number

_REACH = 20
"""How far before a number its date begins."""


def with_date(plain: str, number: Number, words: Words) -> Number:
    """The number with the year and month of the date that follows it, if one does, or stands before it where its word
    follows; a bare one's may be behind its pinpoint: `Res. 713, pmbl. para. 3 (Sept. 25, 1991)`."""
    adopted = _adopted(words)
    match = adopted.match(plain, number.end)
    if match is None and number.bare and (pinpointed := end_of_announced(plain, number.end, words)):
        match = adopted.match(plain, pinpointed)
    if match is None and words.closing:
        match = _before(words).search(plain, max(0, number.start - _REACH), number.start)
    month_number = _month_number(_months(words), match["month"]) if match else None
    return number._replace(adopted=(int(match["year"]), month_number)) if match and month_number else number


def without_date(plain: str, words: Words) -> str:
    """What stands before a number, without the date of adoption that stands there in some languages."""
    return _any_date(words).sub("", plain)


@cache
def _adopted(words: Words) -> re.Pattern[str]:
    """The date behind a number."""
    dated = fragment(words, words.dated)
    glued = rf"|(?<=[\d)])(?=(?:{dated})\s?\d)" if words.edge else ""  # 1189 (1998)of 13 August 1998
    return re.compile(
        rf"(?:,?\s{{1,2}}{glued}|\s{{1,4}}\((?:(?:{fragment(words, words.adopted)})\s)?)(?:(?:{dated})\s?)?\(?"
        + date(words, month_name=f"(?P<month>{month(words)})", year=r"(?P<year>(?:19|20)\d\d)"),
        re.IGNORECASE,
    )


@cache
def _before(words: Words) -> re.Pattern[str]:
    """The date before a number, where its word follows it: `2008年12月18日第`63/155号决议."""
    day = date(words, month_name=f"(?P<month>{month(words)})", year=r"(?P<year>(?:19|20)\d\d)")
    return re.compile(rf"{day}\s?(?:{fragment(words, words.resolution)})?\s?$")


@cache
def _any_date(words: Words) -> re.Pattern[str]:
    return re.compile(date(words), re.IGNORECASE)


@cache
def _months(words: Words) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(fragment(words, name), re.IGNORECASE) for name in words.months)


@lru_cache(maxsize=1024)
def _month_number(months: tuple[re.Pattern[str], ...], name: str) -> int | None:
    return next((index for index, pattern in enumerate(months, 1) if pattern.fullmatch(name)), None)
