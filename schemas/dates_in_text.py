"""The dates in texts: those that are read, and those of forms that are not."""

from __future__ import annotations

import re
from typing import Literal

from mandate_data.extract.carried_years import date_at
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell
from mandate_data.extract.values import (
    DATE,
    DAYS,
    ISO_DAYS,
    MONTH,
    OF_YEAR,
    ORDINAL_WORDS,
    WITHOUT_YEAR,
    PrintedError,
    edtf_span,
)
from mandate_data.month_names import MONTHS

LEAP_YEAR = 2000
HAS_YEAR = re.compile(r"\d{4}$|^\d{4}-")
"""Of a day or days: the year behind them, or that of 2014-05-03."""
SPAN_FORM = re.compile(rf"{ISO_DAYS}|{DAYS}(?:{OF_YEAR})?")
DATED = re.compile(
    rf"(?<![\dA-Za-z–-])(?:(?:{ISO_DAYS}|{DAYS}{OF_YEAR}|(?!\d{{4}}(?!-\d\d-)|{MONTH},){DATE}"
    rf"|{MONTH}, \d{{4}}(?=[.,;:)]|$))(?![\d/])|{WITHOUT_YEAR})"
)
"""A day, days or a month, not a year alone."""
_SMALL = rf"(?=[a-z])(?i:{'|'.join(MONTHS)})"
_SHORT = "|".join(name[:3] for name in MONTHS)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_TO = r"(?: ?[-–—] ?| (?:to|through|until|and) )"
_OTHERS = (
    # months in small letters: "3rd of may 2014", "may 3, 2014"
    rf"\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_SMALL},? \d{{4}}",
    rf"{_SMALL} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}",
    # "3-May-2014", "the third of May 2014"
    rf"\d{{1,2}}-(?i:{'|'.join(MONTHS)}|{_SHORT})-\d{{4}}",
    rf"(?:[Tt]wenty-|[Tt]hirty-)?(?:{'|'.join(ORDINAL_WORDS)})(?: day)? of {MONTH}(?:{OF_YEAR})?",
    # "on May 3", "on the 3rd"
    rf"(?<=\b[Oo]n ){MONTH} (?:{_ORDINAL}|\d{{1,2}})(?!\w|{OF_YEAR}|{_TO}\d)",
    rf"(?<=\b[Oo]n the ){_ORDINAL}(?=[.,;]| (?:s?he|they|it|the|a)\b)",
    # "in May 3 to 7", "In May, 2014 people": days and a year, or numbers of people
    rf"(?<=\b[Ii]n ){MONTH} \d{{1,2}}{_TO}\d{{1,2}}(?:{OF_YEAR})?",
    rf"(?<!\d )(?<!\d(?:st|nd|rd|th) ){MONTH}, (?:19|20)\d\d(?![.,;:)]|$)",
    # "2014/05/03", "3/5/2014", "3.5.2014"
    r"(?:19|20)\d\d/[01]?\d/[0-3]?\d",
    r"\d{1,2}/\d{1,2}/(?:19|20)\d\d",
    r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d",
)
OTHER_FORMS = re.compile(rf"(?<![\w./-])(?:{'|'.join(_OTHERS)})(?![\w/-])")
"""Dates of forms that are not read, as some of them mean one day here and another there."""


def day_of(parsed: ParsedSource, index: int, found: re.Match[str]) -> Cell:
    """The day or month of a match of `DATED` in a block, of a span its first day.

    Raises ValueError as `date_at` does.
    """
    return date_at(parsed, index, *found.span(), rule="span-start" if SPAN_FORM.fullmatch(found[0]) else "date")


def in_a_year(printed: str, year: str = "") -> tuple[str, str]:
    """The first and last day of what may be printed without its year: in this one, or in any that has all days.

    Raises PrintedError for what is not a date.
    """
    return edtf_span(printed if HAS_YEAR.search(printed) else f"{printed} {year or LEAP_YEAR}")


def is_no_day(printed: str) -> bool:
    """Whether a day without a year is none in any year, such as 31 April."""
    try:
        in_a_year(printed)
    except PrintedError:
        return True
    return False


def why_unread(error: ValueError, printed: str) -> Literal["no-day", "year"]:
    """Why `day_of` reads no day: it is none of the calendar, or nobody tells its year."""
    return "no-day" if isinstance(error, PrintedError) or is_no_day(printed) else "year"
