"""When United Nations organs met: years (and months) that follow from the number of a session.

Sources: the Assembly has opened a session every September since 1946 (the first in January); the Commission
on Human Rights met once a year from 1947; the Economic and Social Council twice a year until 1977, but once
in 1952 and in 1964; the Human Rights Council meets three times a year since its fourth session, of March
2007.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from itertools import pairwise

from mandate_data.roman_numerals import from_roman, to_roman

_MOST_SESSIONS = 400
_FIRST_YEAR = 1946
"""The year of the Assembly's first session."""


def _numbers(listing: str) -> tuple[int, ...]:
    return tuple(int(number) for number in listing.split())


_ASSEMBLY_SPECIAL = _numbers(
    "1947 1948 1961 1963 1967 1974 1975 1978 1978 1978 1980 1982 1986 1986 1988 1989 1990 1990 1997 1998"
    " 1999 1999"
    " 2000 2000 2001 2001 2002 2005 2014 2016 2020 2021"
)
_ASSEMBLY_EMERGENCY = _numbers("1956 1956 1958 1960 1967")
_COUNCIL_SPECIAL = _numbers(
    "2006 2006 2006 2006 2007 2008 2008 2008 2009 2009 2009 2009 2010 2010 2011 2011 2011 2011 2012 2014"
    " 2014 2014"
    " 2015 2015 2016 2016 2017 2018 2021 2021 2021 2021 2021 2022 2022 2023"
)
_COMMISSION_SPECIAL = _numbers("1992 1992 1994 1999 2000")
"""The years of the special sessions, from the first on; the emergency ones from the sixth on went on for years."""

_SECURITY_COUNCIL_FROM = 1946
_SECURITY_COUNCIL_FIRST = _numbers(
    "1 16 38 67 79 90 97 99 104 106 111 122 127 132 133 161 171 178 186 200 220 233 245 263 276 292 308 325 345 367 385"
    " 403 423 444 462 485 500 530 546 560 581 594 607 627 647 684 726 800 893 970 1036 1093 1147 1220 1285 1335 1387"
    " 1455 1522 1581 1652 1739 1795 1860 1908 1967 2033 2086 2133 2196 2260 2337 2398 2452 2504 2561 2618 2672 2722"
    " 2768"
)
"""The first resolution of each year: the Security Council numbers on from year to year."""
SECURITY_COUNCIL_LAST = 2803
"""The last one that this table knows, of November 2025."""
LAST_YEAR = _SECURITY_COUNCIL_FROM + len(_SECURITY_COUNCIL_FIRST)
"""The year behind the last one that the table knows: a text of which nothing tells the date is no later. The years that
it prints don't tell it, as texts have long spoken of 2030."""


LOOK_OF_A_YEAR = range(1946, 2050)
"""Numbers of the Security Council that may be years: resolution 2551 (2020) and 2023."""
_COUNCIL_FROM = 2006


def roman(text: str) -> int | None:
    """The number of a session as a Roman numeral (`XXIII`: 23), or None for what is none: `CD` is a body."""
    value = from_roman(text)
    return value if value is not None and value < _MOST_SESSIONS else None


def _special(years: tuple[int, ...], session: str) -> int | None:
    number = session.removeprefix("S-")
    ordinal = int(number) if number.isdigit() else roman(number)
    return years[ordinal - 1] if ordinal and ordinal <= len(years) else None


def assembly_year(session: str) -> int | None:
    """The year in which a General Assembly session opened: `31`, `XXX` (session + 1945), `S-26` or `ES-V`."""
    if session.startswith("ES-"):
        return _special(_ASSEMBLY_EMERGENCY, session.removeprefix("E"))
    if session.startswith("S-"):
        return _special(_ASSEMBLY_SPECIAL, session)
    number = int(session) if session.isdigit() else roman(session)
    return number + 1945 if number else None


def council_year(session: str) -> int | None:
    """The year of a Human Rights Council session: `31` (2016) or `S-15` (2011)."""
    if session.startswith("S-"):
        return _special(_COUNCIL_SPECIAL, session)
    if not session.isdigit():
        return None
    return 2006 if int(session) < 4 else 2007 + (int(session) - 4) // 3


def council_sessions(year: int) -> int:
    """How many regular sessions the Human Rights Council has held by the end of a year."""
    return max(3 * (year - 2007) + 6, 3) if year >= _COUNCIL_FROM else 0


def council_month(session: str) -> int | None:
    """The month in which a regular Human Rights Council session opened: 3, 6 or 9 from the fourth on."""
    if not session.isdigit():
        return None
    number = int(session)
    return (6, 9, 11)[number - 1] if number < 4 else (3, 6, 9)[(number - 4) % 3]


def commission_year(session: str) -> int | None:
    """The year of a Commission on Human Rights session: `XXIII` (session + 1944) or `S-5`."""
    if session.startswith("S-"):
        return _special(_COMMISSION_SPECIAL, session)
    number = roman(session)
    return number + 1944 if number else None


def ecosoc_year(session: str) -> int | None:
    """The year of an Economic and Social Council session in Roman numerals: `XLVIII` is 1970."""
    number = roman(session)
    if not number or number > 63:
        return None
    if number < 4:
        return 1946
    if number < 14:
        return 1945 + number // 2
    if number == 14:
        return 1952
    return 1946 + (number - 1) // 2 if number < 37 else 1964 if number == 37 else 1946 + number // 2


_COUNCIL_RESOLUTIONS = (
    *((1, 5), (5, 76), (10, 280), (14, 440), (20, 580), (24, 650), (28, 728), (32, 840), (36, 960), (39, 1080)),
    *((42, 1235), (44, 1320), (46, 1410), (48, 1500), (50, 1590), (52, 1680), (56, 1845), (60, 1995), (63, 2110)),
)
"""About the number that the resolutions of the Economic and Social Council had reached at a session."""
_ABOUT = 80


def ecosoc_had_reached(session: str, number: int) -> bool:
    """Whether a resolution of the Economic and Social Council at a session in Roman numerals may have this number: it
    numbered on from session to session until 1977."""
    ordinal = roman(session)
    if ordinal is None or ordinal > _COUNCIL_RESOLUTIONS[-1][0]:
        return False
    for (first, low), (last, high) in pairwise(_COUNCIL_RESOLUTIONS):
        if ordinal <= last:
            about = low + (high - low) * (ordinal - first) // (last - first)
            return abs(number - about) <= _ABOUT
    return False


_ASSEMBLY_RESOLUTIONS = _numbers(
    "0 107 189 288 375 501 609 714 807 907 1008 1133 1237 1350 1474 1622 1747 1880 1992 2007 2132 2257 2375 2498 2617"
    " 2750 2904 3049 3202 3362 3545"
)
"""The number that the Assembly's resolutions had reached before its first session and after each until 1976, and the
special sessions behind it."""
_UNSURE = {501: 1, 714: 1, 907: 3, 2007: 1, 2375: 2, 2617: 3, 2904: 1}
"""How far some of them may be from what they are said to be."""


LAST_OF_A_ROMAN_SESSION = _ASSEMBLY_RESOLUTIONS[-1]


def assembly_had_reached(session: str, number: int, about: int = _ABOUT) -> bool:
    """Whether a resolution of the Assembly at a session in Roman numerals may have this number, or one `about` it: it
    numbered on."""
    ordinal = roman(session) or 0
    if not 0 < ordinal < len(_ASSEMBLY_RESOLUTIONS):
        return False
    before, last = _ASSEMBLY_RESOLUTIONS[ordinal - 1 : ordinal + 1]
    return before - max(about, _UNSURE.get(before, 0)) < number <= last + max(about, _UNSURE.get(last, 0))


_OF_SPECIAL_SESSIONS = (
    *((102, 109), (183, 191), (995, 1010), (1235, 1239), (1472, 1476), (1620, 1624)),
    *((1870, 1882), (2245, 2259), (3200, 3204), (3360, 3364)),
)
"""The numbers of the Assembly's resolutions at special and emergency special sessions until 1975, and those beside."""


def is_of_a_special_session(number: int) -> bool:
    """Whether the Assembly may have adopted a resolution of this number at a special session until 1975.

    >>> is_of_a_special_session(2248), is_of_a_special_session(2046)
    (True, False)
    """
    return any(first <= number <= last for first, last in _OF_SPECIAL_SESSIONS)


def assembly_sessions(number: int) -> list[str]:
    """The sessions, in Roman numerals, at which the Assembly may have adopted a resolution of this number until 1976;
    none for a number that may be of a special session.

    >>> assembly_sessions(2758), assembly_sessions(1541)
    (['XXVI'], ['XV'])
    """
    if is_of_a_special_session(number):
        return []
    numerals = map(to_roman, range(1, len(_ASSEMBLY_RESOLUTIONS)))
    return [session for session in numerals if assembly_had_reached(session, number, about=0)]


_OPENS = 9
_NEVER_SPECIAL = 12
"""The month in which no special session met."""


def assembly_session(number: int, year: int, month: int | None = None) -> str | None:
    """The session, as a Roman numeral, at which the Assembly adopted a resolution of this number in a year, or in a
    month of it, until 1976; None if it did not, or if that may have been at a special session. A year alone, which may
    be another thing's, counts only for numbers well within the session.

    >>> assembly_session(3314, 1974), assembly_session(194, 1948), assembly_session(194, 1948, 12)
    ('XXIX', 'III', 'III')
    """
    opened = year if month is None or month >= _OPENS or year == _FIRST_YEAR else year - 1
    session = opened - _FIRST_YEAR + 1
    if not 0 < session < len(_ASSEMBLY_RESOLUTIONS):
        return None
    if month != _NEVER_SPECIAL and is_of_a_special_session(number):
        return None
    numeral = to_roman(session)
    return numeral if assembly_had_reached(numeral, number, about=0 if month is None else _ABOUT) else None


_FIRST_OF_A_YEAR = 4


def is_of_an_early_session(symbol: str, number: int) -> bool:
    """Whether the Economic and Social Council may have adopted a resolution at an organizational session, before May:
    the first ones of a year, as 1992/2 of 10 February 1992 was."""
    return number <= _FIRST_OF_A_YEAR and symbol.startswith("E/RES/")


_FIRST_MEETINGS = {1: (1, 2), 2: (5, 6), 3: (9, 12)}
"""The first and the last month of the first sessions of the Economic and Social Council, all of 1946."""


def ecosoc_met(session: str, year: int, month: int) -> bool:
    """Whether the Economic and Social Council may have met then in a session in Roman numerals, resumed ones
    included."""
    opened = ecosoc_year(session)
    if opened is None:
        return False
    first, last = _FIRST_MEETINGS.get(roman(session) or 0, (1, 12))
    return (year == opened and first <= month <= last) or (year == opened + 1 and month == 1)


def security_council_year(number: int) -> int | None:
    """The year in which the Security Council adopted a resolution of this number, as far as the table goes."""
    if not _SECURITY_COUNCIL_FIRST[0] <= number <= SECURITY_COUNCIL_LAST:
        return None
    return _SECURITY_COUNCIL_FROM - 1 + bisect_right(_SECURITY_COUNCIL_FIRST, number)


def is_a_year(number: int, years: Collection[int]) -> bool:
    """Whether a number alone is a year, as it has the look of one and is no earlier than those printed before it."""
    later = number in LOOK_OF_A_YEAR and number >= max(years, default=LOOK_OF_A_YEAR.stop)
    return later and security_council_year(number) not in years
