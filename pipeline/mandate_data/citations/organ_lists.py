"""Lists of numbers beside an organ, without a word for resolutions: `General Assembly: 45/177; 50/227`, in brackets
behind its name, or in the next cell of a row."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.numbering import symbol_of
from mandate_data.citations.organs import Organs
from mandate_data.citations.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolution_numbers import Number, numbers_at
from mandate_data.citations.session_years import LAST_YEAR, assembly_year

BEFORE_A_LIST = r"(?:\s?:\s{0,2}|\s{1,2}\(|\s{0,2}\|\s{0,2}|\t)"
"""What stands between an organ and its list."""
_GAP = re.compile(BEFORE_A_LIST)
_CLOSING = {"(": re.compile(r"\s?\)"), "|": re.compile(r"\s{0,2}(?:\||\n|$)"), "\t": re.compile(r"\s?(?:\t|\n|$)")}
"""What must follow a list in brackets, or in a cell: nothing else is said there."""
_OWN_FORM = 100
"""A number so high, alone behind an organ, is no vote: `Assembly: 65/281`, not `Assembly: 60/40`."""
_BY_SESSION = "general_assembly"
_YEAR = 4
_DAYS, _MONTHS = 31, 12


@cache
def listing_organs(words: Words) -> str:
    """A pattern for the names of the organs whose resolutions have symbols."""
    bodies = (body for body in table().bodies if body.adopts and words.code in body.named)
    return "|".join(fragment(words, body.named[words.code]) for body in bodies)


def listed_by_organ(text: PreparedText, organs: Organs, start: int) -> list[Reference]:
    """The resolutions listed behind the organ named at `start`: it must have all numbers, not all may be days, and a
    number alone must be one that nothing else has the form of."""
    named = organs.at(start)
    gap = _GAP.match(text.plain, named.end) if named is not None and named.in_full else None
    if named is None or gap is None or not table().adopts(named.slug):
        return []
    groups = numbers_at(text.plain, gap.end(), text.words)
    numbers = [number for number in groups[0] if not number.bare] if groups else []
    closing = _CLOSING.get(gap[0].strip(" \n") or gap[0])
    if numbers and closing is not None and closing.match(text.plain, numbers[-1].end) is None:
        return []
    symbols = [symbol_of("RES", named.slug, number) for number in numbers]
    if named.slug == _BY_SESSION and any((assembly_year(one.session or "") or 0) > LAST_YEAR for one in numbers):
        return []  # 97/193 of the votes
    alone = len(numbers) == 1 and not _has_a_form_of_its_own(numbers[0])
    if not all(symbols) or alone or all(map(_may_be_a_day, numbers)):
        return []
    return [
        Reference(one.start, one.end, text.raw[one.start : one.end], "resolution", symbol, organ=named.slug)
        for one, symbol in zip(numbers, symbols, strict=True)
    ]


def _may_be_a_day(number: Number) -> bool:
    """Whether it has the look of a day and a month: `Human Rights Council: 10/3, 12/3`."""
    session = int(number.session) if number.session and number.session.isdigit() else _DAYS + 1
    return session <= _DAYS and number.number <= _DAYS and min(session, number.number) <= _MONTHS


def _has_a_form_of_its_own(number: Number) -> bool:
    session = number.session
    return session is None or number.roman or len(session) == _YEAR or number.number >= _OWN_FORM
