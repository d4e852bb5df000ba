"""The days of dates in texts of any language: `13 de enero` behind an addendum is no further one, `30 juin` may be
glued to its number."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import LANGUAGES, Words, words_of

_DAY = r"\d{1,2}(?:er|st|nd|rd|th|[\xba\xb0.])?"
_BLANK = r"\s{1,2}"
_ENDS = r"(?!\w)"


def begins_a_date(raw: str, start: int) -> bool:
    """Whether the number at `start` is the day of a date, its month or its year; where signs follow numbers without a
    blank, also whether it counts things."""
    return _date().match(raw, start) is not None


def is_before_a_month(raw: str, end: int) -> bool:
    """Whether a month follows at `end`, as it does behind a day."""
    return raw[end : end + 1].isspace() and _month().match(raw, end) is not None


@cache
def _date() -> re.Pattern[str]:
    """A day, or several, with a month; figures of a date alone; a number with a sign of its own."""
    days = "|".join(_with_days(words_of(code)) for code in LANGUAGES)
    signs = "|".join(filter(None, (words_of(code).counting_signs for code in LANGUAGES)))
    figures = r"\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d(?!\w)"
    return re.compile(rf"(?:{days})|{figures}|\d{{1,4}}\s?(?:{signs})")


@cache
def _month() -> re.Pattern[str]:
    """A month, with what is between it and its day."""
    written = (_of_words(words_of(code)) for code in LANGUAGES if words_of(code).day_month.startswith("{day}"))
    return re.compile("|".join(f"{one.replace('{day}', '')}{_ENDS}" for one in written))


def _with_days(words: Words) -> str:
    """The pattern of a day and its month, or of several days of one month: `2 et 3 mai`."""
    joined = words.conjunction.replace(" ", _BLANK)
    days = rf"{_DAY}(?:\s{{0,2}}(?:[-\u2013&]|{joined})\s{{0,2}}{_DAY})?"
    ends = "" if words.counting_signs else _ENDS
    return _of_words(words).replace("{day}", days) + ends


def _of_words(words: Words) -> str:
    """How a language writes a day and its month, in a text as it is printed, in capitals too; the day is a field. In
    small letters `may` is not a month."""
    months = "|".join(cased(one) for one in words.months for cased in (str, str.capitalize, str.upper))
    written = f"(?i:{words.day_month})".replace("{month}", f"(?-i:{months})")
    return re.sub(" (?![?])", lambda _: _BLANK, written.replace(" ?", r"\s?"))
