"""Days without a year, as in "On 26 August, he …": they have the year that the text before them was about."""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import pairwise

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell, Evidence
from mandate_data.extract.values import DAY, DAYS, ISO_DAY, MONTH, OF_YEAR, month_number

_FIGURES_OF_YEAR = 4
REACH = 4
"""How many paragraphs or items back the year may be printed; those with days of their own are not counted."""
TURN = 6
"""From a month to one that is so many months earlier, the year may have turned."""
_WITHOUT_YEAR = re.compile(rf"{DAYS}|{DAY}")
_DATED_MONTH = re.compile(rf"\b(?:\d{{1,2}} (?P<day>{MONTH})|(?P<month>{MONTH}) (?:\d{{1,2}}\b|\d{{4}}\b))")
_BEFORE = rf"{MONTH}(?: \d{{1,2}})?|[Ii]n|[Ss]ince|[Dd]uring|[Yy]ear"
_YEAR = re.compile(
    rf"(?:\b(?:{_BEFORE})(?:,| the year)? |(?<![\w./–-])(?={ISO_DAY}))"
    r"(?P<year>(?:19|20)\d\d)\b(?![/–]|-(?![01]\d-[0-3]\d))"
)
_MORE = rf"(?:,? (?:and|or|to) |, )(?:{DAYS}|{DAY})"
_YEAR_BEHIND = re.compile(rf"(?:{_MORE})+{OF_YEAR}(?!\d)")
"""Behind a day: more days, the last of which has the year of all."""
_OTHER_YEAR = re.compile(r"(?<![\w./–-])(?:19|20)\d\d(?![\w/–-])")
"""A year in any other place, as in "the 2019 Climate Action Summit"."""


def date_at(source: ParsedSource, index: int, start: int, end: int, rule: str = "date") -> Cell:
    """What a rule for dates or spans of days reads from `start` to `end` of a block; where no year is printed there,
    with that of the text before.

    Raises ValueError for what is not a date, for a day whose year is nowhere near, and for one in whose place the year
    may have turned.
    """
    printed = source.text[index][start:end]
    if not _WITHOUT_YEAR.fullmatch(printed):
        return source.normalised(rule, index, start, end)
    if behind := _YEAR_BEHIND.match(source.text[index], end):
        place = behind.end() - _FIGURES_OF_YEAR
        value = source.normalisations[rule].read(f"{printed} {source.text[index][place : behind.end()]}")
        places = (*source.places(index, start, end), *source.places(index, place, behind.end()))
        return Cell(value, Evidence("normalised", places, rule))
    found = _year_before(source, index, start)
    if found is None:
        raise ValueError(f"{printed!r} has no year, and the text before it names none")
    block, year = found
    if block != index and (other := _other_year(source, block, year)):
        raise ValueError(f"{printed!r} has no year, and the text before it names {year['year']} and {other}")
    if _has_turned(source, (block, year.start()), (index, start), printed):
        raise ValueError(f"{printed!r} has no year, and the year may have turned since {year['year']}")
    named = _OTHER_YEAR.findall(source.text[index][year.end() if block == index else 0 : start])
    named = [one for one in named if one != year["year"] and one <= (source.published[:4] or one)]
    if named:
        raise ValueError(f"{printed!r} has no year, and the text before it names {year['year']} and {named[-1]}")
    value = source.normalisations[rule].read(f"{printed} {year['year']}")
    places = (*source.places(index, start, end), *source.places(block, *year.span("year")))
    return Cell(value, Evidence("normalised", places, rule))


def _other_year(source: ParsedSource, block: int, year: re.Match[str]) -> str:
    """The year of what a block tells before the last year in it, if that is a later one: the last is of an aside."""
    text = source.text[block]
    years = [found["year"] for found in _YEAR.finditer(text, 0, year.start())]
    days = list(_WITHOUT_YEAR.finditer(text, 0, year.start()))
    if days and not _YEAR_BEHIND.match(text, days[0].end()):
        with suppress(ValueError):
            years.append(str(date_at(source, block, *days[0].span(), rule="span-start").value)[:_FIGURES_OF_YEAR])
    later = max(years, default="")
    return later if later > year["year"] else ""


def _year_before(source: ParsedSource, index: int, start: int) -> tuple[int, re.Match[str]] | None:
    """The block and the match of the last year before a place."""
    seen = 0
    for block in range(index, -1, -1):
        if source.blocks[block].kind not in ("paragraph", "item"):
            continue
        text = source.text[block]
        found = list(_YEAR.finditer(text, 0, start if block == index else len(text)))
        if found:
            return block, found[-1]
        seen += not _WITHOUT_YEAR.search(text)
        if seen > REACH:
            return None
    return None


def _has_turned(source: ParsedSource, year: tuple[int, int], day: tuple[int, int], printed: str) -> bool:
    """Whether the months from the place of a year to that of a day go back by half a year or more."""
    months: list[int] = []
    for block in range(year[0], day[0] + 1):
        if source.blocks[block].kind in ("paragraph", "item"):
            first = year[1] if block == year[0] else 0
            last = day[1] if block == day[0] else len(source.text[block])
            found = _DATED_MONTH.finditer(source.text[block], first, last)
            months += [month_number(match["day"] or match["month"]) for match in found]
    months += [month_number(match["day"] or match["month"]) for match in _DATED_MONTH.finditer(printed)][:1]
    return any(earlier - later >= TURN for earlier, later in pairwise(months))
