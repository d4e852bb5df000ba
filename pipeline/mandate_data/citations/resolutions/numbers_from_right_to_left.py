"""Reads the numbers of resolutions as texts of scripts that go from right to left print them: 85/38 for 38/85."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import assembly_had_reached, security_council_year
from mandate_data.roman_numerals import to_roman

_LAST_IN_ROMAN = 30
_HIGHEST = 999
"""No session of the Assembly came to a number of four figures, once it numbered by session."""
_FIRST_BY_SESSION, _BEFORE_FIRST = 31, 1945
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SENTENCE, _DATE = 160, 60
"""How far before a number, and behind it, the year is looked for in which it was adopted."""


def with_its_year(match: re.Match[str]) -> Number:
    """A number whose year stands beside it without brackets, if the Security Council had come to it then; else it is
    alone: 426 1978."""
    number, year = int(match["unbracketed"]), int(match["year_beside"])
    if security_council_year(number) == year:
        return Number(match.start(), match.end(), None, number, "", year)
    return Number(match.start(), match.end("unbracketed"), None, number, "", None)


def as_read(match: re.Match[str], spelled: Mapping[str, str]) -> Number | None:
    """A number whose two parts are printed in the order in which they are seen from left to right."""
    first, second = map(int, re.findall(r"\d+", match[0]))
    if not match["mirrored"]:
        return Number(match.start(), match.end(), None, second, "", first)
    letter = (match["mirrored_letter"] or "").strip()
    session = str(second)
    if second <= _LAST_IN_ROMAN and assembly_had_reached(to_roman(second), first, about=0):
        session = to_roman(second)
    elif first > _HIGHEST:
        return None
    return Number(match.start(), match.end(), session, first, spelled.get(letter, letter), None)


def turned_by_year(plain: str, groups: list[list[Number]]) -> list[list[Number]]:
    """The numbers of a list, those turned round whose session the Assembly did not hold in the year that is printed
    before them, nor in that of a date behind, while it held the one that their number is: in 1977, 40/32 for 32/40."""
    first = groups[0][0].start if groups else 0
    years = _YEAR.findall(plain, max(0, first - _SENTENCE), first)
    return [[_turned(plain, number, int(years[-1])) for number in group] for group in groups] if years else groups


def _turned(plain: str, number: Number, year: int) -> Number:
    session = number.session or ""
    if not session.isdigit() or number.letter or min(int(session), number.number) < _FIRST_BY_SESSION:
        return number
    behind = _YEAR.findall(plain, number.end, number.end + _DATE)
    if any(_is_held(int(session), one) for one in (year, *map(int, behind))) or not _is_held(number.number, year):
        return number
    return number._replace(session=str(number.number), number=int(session))


def _is_held(session: int, year: int) -> bool:
    """Whether the Assembly held a session in a year."""
    return session in (year - _BEFORE_FIRST, year - _BEFORE_FIRST - 1)
