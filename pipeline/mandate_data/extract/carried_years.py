"""Days without a year, as in "On 26 August, he …": they have the year that the text before them was about."""

from __future__ import annotations

import re

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell, Evidence
from mandate_data.extract.values import DAY, MONTHS

REACH = 4
"""How many paragraphs or items back the year may be printed."""
_MONTH = "|".join(MONTHS)
_DAY_ALONE = re.compile(DAY)
_BEFORE = rf"{_MONTH}|[Ii]n|[Ss]ince|[Dd]uring|[Yy]ear"
_YEAR = re.compile(rf"\b(?:{_BEFORE})(?:,| the year)? (?P<year>(?:19|20)\d\d)\b(?![/–-])")


def date_at(source: ParsedSource, index: int, start: int, end: int) -> Cell:
    """The date that is printed from `start` to `end` of a block; one without a year has that of the text before.

    Raises ValueError for what is no date, and for a day whose year is nowhere near.
    """
    printed = source.text[index][start:end]
    if not _DAY_ALONE.fullmatch(printed):
        return source.normalised("date", index, start, end)
    found = _year_before(source, index, start)
    if found is None:
        raise ValueError(f"{printed!r} has no year, and the text before it names none")
    block, year = found
    value = source.normalisations["date"].read(f"{printed} {year['year']}")
    places = (*source.places(index, start, end), *source.places(block, *year.span("year")))
    return Cell(value, Evidence("normalised", places, "date"))


def _year_before(source: ParsedSource, index: int, start: int) -> tuple[int, re.Match[str]] | None:
    """The block and the match of the last year before a place."""
    seen = 0
    for block in range(index, -1, -1):
        if source.blocks[block].kind not in ("paragraph", "item"):
            continue
        found = list(_YEAR.finditer(source.text[block], 0, start if block == index else len(source.text[block])))
        if found:
            return block, found[-1]
        seen += 1
        if seen > REACH:
            return None
    return None
