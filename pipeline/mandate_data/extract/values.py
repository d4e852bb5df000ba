"""Values as documents print them become values as data: dates, numbers, names in a row, slugs."""

from __future__ import annotations

import calendar
import re
import unicodedata
from decimal import Decimal

from mandate_data.limits import LONGEST_NUMBER
from mandate_data.month_names import MONTHS
from mandate_data.typography import straighten

MONTH = (
    r"(?=[A-Z])(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\."
    r"|Aug(?:ust|\.)?|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?!\w)"
)
"""The name of a month, in capitals or not, or its first letters: May, MAY, Sept., Dec."""
_DASH = r"(?:\s?[-–—]\s?| to | through | until )"
_OF_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
ISO_DAY = r"\d{4}-[01]\d-[0-3]\d"

# "8 May 2014", "8th of May, 2014", "May 8, 2014", "2014-05-08", "8 Sept. 2014", "November 2005", "2016"
DATE = rf"(?:{ISO_DAY}|(?:(?:{_OF_DAY}(?: of)? )?{MONTH}(?: {_OF_DAY})?,? )?\d{{4}})"
# the months once: hundreds of patterns contain it
DAY = rf"{_OF_DAY}(?: of)? {MONTH}"
"""A day whose year is printed elsewhere, or nowhere."""
_YEAR_FIGURES = r"[1-9]\d{3}"  # a year 0 is a slip, whatever it meant
_DAY_MONTH = rf"{_OF_DAY} {MONTH}"
_MONTH_DAY = rf"{MONTH} {_OF_DAY}"
DAYS = (
    rf"(?:(?:{_OF_DAY}(?: {MONTH})?(?:,? \d{{4}})?{_DASH}|(?:{_OF_DAY}(?:, (?:and )?| and |{_DASH}))*{_OF_DAY},? and )"
    rf"{_DAY_MONTH}|(?<![Ii]n ){_MONTH_DAY}(?:(?:, \d{{4}})?{_DASH}{MONTH} |{_DASH}| and ){_OF_DAY}(?!\w))"
)
"""A span of days, or some days, without the year that may be printed behind it. "In May 20 to 30" may be people."""
OF_YEAR = r",? \d{4}"
"""The year behind a day or days."""
WITHOUT_YEAR = rf"(?:{DAYS}|{DAY})(?!{OF_YEAR})"
"""A day or days behind which no year is printed."""
ISO_DAYS = rf"{ISO_DAY}(?:{_DASH}|/){ISO_DAY}"
SPAN = rf"(?:{ISO_DAYS}|(?:{DAYS}|{_DAY_MONTH} and {_DAY_MONTH}){OF_YEAR}|{DATE})"
_SPANS = tuple(
    re.compile(form)
    for form in (
        rf"(?P<d1>\d{{1,2}})(?: (?P<m1>{MONTH}))?(?:,? (?P<y1>{_YEAR_FIGURES}))?"
        rf"(?:{_DASH}|(?:(?:, (?:and )?| and |{_DASH})\d{{1,2}})*,? and )"
        rf"(?P<d2>\d{{1,2}}) (?P<m2>{MONTH}),? (?P<y2>{_YEAR_FIGURES})",
        rf"(?P<m1>{MONTH}) (?P<d1>\d{{1,2}})(?:, (?P<y1>{_YEAR_FIGURES}))?(?:{_DASH}| and )"
        rf"(?:(?P<m2>{MONTH}) )?(?P<d2>\d{{1,2}}),? (?P<y2>{_YEAR_FIGURES})",
    )
)
_ISO_SPAN = re.compile(rf"(?P<first>{ISO_DAY})(?:{_DASH}|/)(?P<last>{ISO_DAY})")
_ISO = re.compile(rf"(?P<year>{_YEAR_FIGURES})-(?P<month>\d\d)-(?P<day>\d\d)")
_DATES = tuple(
    re.compile(form)
    for form in (
        rf"(?P<day>\d{{1,2}})(?: of)? (?P<month>{MONTH}),? (?P<year>{_YEAR_FIGURES})",
        rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}}),? (?P<year>{_YEAR_FIGURES})",
    )
)
_MONTH_YEAR = re.compile(rf"(?P<month>{MONTH}),? (?P<year>{_YEAR_FIGURES})")
_YEAR = re.compile(_YEAR_FIGURES)
_OF_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")

_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
NUMBER_WORDS = {word: number for number, word in enumerate(_WORDS, 1)}
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]
ORDINAL_WORDS = {word: number for number, word in enumerate(_ORDINALS, 1)}
ORDINAL_WORDS |= {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50}
ORDINAL = rf"(?:\d+ ?(?:st|nd|rd|th)|(?i:\b(?:{'|'.join(ORDINAL_WORDS)})\b))"
_SCALES = {"million": Decimal(1_000_000), "billion": Decimal(1_000_000_000)}
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: (?:million|billion))?"
    rf"|(?i:\b(?:{'|'.join(NUMBER_WORDS)})\b)"
)
_FIGURES = re.compile(r"^(?P<figure>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?: (?P<scale>million|billion))?$")


class PrintedError(ValueError):
    """A printed value that means nothing; the message says what was expected."""


def month_number(name: str) -> int:
    """The number of a month from its name or its first letters: `Sept.` -> 9."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].capitalize()))


def edtf_date(printed: str) -> str:
    """A printed date as EDTF level 0, as precise as printed and no more: `8 May 2014` -> `2014-05-08`.

    Raises PrintedError for anything else, a day that the month doesn't have included.
    """
    text = _OF_ORDINAL.sub("", " ".join(printed.split()))
    if _YEAR.fullmatch(text):
        return text
    if found := _MONTH_YEAR.fullmatch(text):
        return f"{found['year']}-{month_number(found['month']):02d}"
    for form in _DATES:
        if found := form.fullmatch(text):
            return _day(int(found["year"]), month_number(found["month"]), int(found["day"]), printed)
    if found := _ISO.fullmatch(text):
        return _day(int(found["year"]), int(found["month"]), int(found["day"]), printed)
    raise PrintedError(f"{printed!r} is not a date; expected 8 May 2014, May 2014 or 2014")


def edtf_span(printed: str) -> tuple[str, str]:
    """Start and end of a printed span of days, or twice the same month or year.

    `28 October-8 November 2013` -> (`2013-10-28`, `2013-11-08`); `May 2007` -> (`2007-05`, `2007-05`).
    Raises PrintedError for anything else.
    """
    text = _OF_ORDINAL.sub("", " ".join(printed.split()))
    if found := _ISO_SPAN.fullmatch(text):
        return edtf_date(found["first"]), edtf_date(found["last"])
    found = next((found for form in _SPANS if (found := form.fullmatch(text))), None)
    if not found:
        date = edtf_date(printed)
        return date, date
    year, month = int(found["y2"]), month_number(found["m2"] or found["m1"])
    start_month = month_number(found["m1"]) if found["m1"] else month
    start = _day(int(found["y1"] or year), start_month, int(found["d1"]), printed)
    return start, _day(year, month, int(found["d2"]), printed)


def span_year(printed: str) -> int:
    """The year of the first day of a printed span, or of a month, whether the month has the day or not.

    Raises PrintedError as `edtf_span` does for anything else.
    """
    text = _OF_ORDINAL.sub("", " ".join(printed.split()))
    for form in (*_SPANS, *_DATES):
        if found := form.fullmatch(text):
            years = found.groupdict()
            return int(years.get("y1") or years.get("y2") or years["year"])
    return int(edtf_span(printed)[0][:4])


def _day(year: int, month: int, day: int, printed: str) -> str:
    text = " ".join(printed.split())
    if not 1 <= month <= len(MONTHS):
        raise PrintedError(f"{text!r}: there is no month {month}")
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise PrintedError(f"{text!r}: {MONTHS[month - 1]} {year} has no day {day}")
    return f"{year:04d}-{month:02d}-{day:02d}"


def number(printed: str) -> int | Decimal:
    """A printed number: `960,000`, `8.4 million`, `48.28`, `five`. Raises PrintedError for anything else."""
    text = printed.strip()
    if text.lower() in NUMBER_WORDS:
        return NUMBER_WORDS[text.lower()]
    found = _FIGURES.match(text)
    if not found:
        raise PrintedError(f"{printed!r} is not a number; expected figures such as 960,000 or 8.4 million")
    if len(found["figure"]) > LONGEST_NUMBER:
        raise PrintedError(f"a number of more than {LONGEST_NUMBER:,} digits")
    value = Decimal(found["figure"].replace(",", "")) * _SCALES.get(found["scale"] or "", Decimal(1))
    return int(value) if value == value.to_integral_value() else value


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: `Maalla M'jid` -> `maalla-mjid`."""
    # Dashes and other signs part words as a hyphen does, whichever of them was printed.
    parted = "".join(
        " " if unicodedata.category(sign)[0] in "PSZ" and sign != "'" else sign for sign in straighten(text)
    )
    ascii_text = unicodedata.normalize("NFKD", parted).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", ascii_text.replace("'", "").lower()))


def split_enumeration(text: str, separator: str, whole: tuple[str, ...] = ()) -> list[tuple[int, int]]:
    """Start and end of each item of an enumeration, trimmed, in order; empty items left out.

    `separator` is a regular expression; a separator inside one of the phrases `whole` does not count.
    """
    guarded = text
    for phrase in whole:
        guarded = re.sub(re.escape(phrase), lambda found: "\0" * len(found.group()), guarded, flags=re.IGNORECASE)
    items, start = [], 0
    for cut in [*re.finditer(separator, guarded), None]:
        end = cut.start() if cut else len(text)
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = left + len(piece.strip())
        if right > left:
            items.append((left, right))
        start = cut.end() if cut else end
    return items
