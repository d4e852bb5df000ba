"""Values as people read them: dates in words, codes without underscores, long numbers with separators."""

from __future__ import annotations

import re

from mandate_data.citations.bodies import table as bodies
from mandate_data.month_names import MONTHS
from mandate_data.package.tables import Column

DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-([0-2]\d|3[01]))?")
MONTH = f"(?:{'|'.join(MONTHS)})"
DAY = rf"(?:\d+ )?{MONTH} \d{{4}}"
CODE = re.compile(r"[a-z]+(?:_[a-z]+)+")
FOLLOW_UP = re.compile(r"\bfollow up\b")
"""English writes it with a hyphen, which a code can't have."""
NUMBER = re.compile(r"(-?)(\d{5,})(\.\d+)?")


def in_words(value: str, column: Column) -> str:
    """A value as it is shown: `2016-04-11` is `11 April 2016`, `joint_mission` is `joint mission`, and the id of a
    United Nations body is its name.

    What is neither a date, nor a code of small letters, nor a long number stays as it is.
    """
    if body := bodies().by_slug.get(value):
        return body.title
    if "enum" in column.constraints:
        return _spaced(value)
    if column.type == "boolean":
        return {"true": "yes", "false": "no"}.get(value, value)
    if column.type in ("integer", "number") and (number := NUMBER.fullmatch(value)):
        return f"{number[1]}{int(number[2]):,}{number[3] or ''}"
    if column.type in ("string", "date") and all(map(_is_date, parts := value.split("/"))):
        return " to ".join(map(date_in_words, parts))
    return _spaced(value) if CODE.fullmatch(value) else value


def shorter_dates(text: str) -> str:
    """A text in which a span of dates says each month and year once: `11 to 18 April 2016`.

    >>> shorter_dates("in May 2016 to May 2016, and 28 May 2016 to 2 June 2016")
    'in May 2016, and 28 May to 2 June 2016'
    """
    text = re.sub(rf"\b({DAY}) to \1\b", r"\1", text)
    text = re.sub(rf"\b(\d+)( {MONTH} \d{{4}}) to (\d+\2)\b", r"\1 to \3", text)
    return re.sub(rf"\b(\d+ {MONTH})( \d{{4}}) to (\d+ {MONTH}\2)\b", r"\1 to \3", text)


def is_day(text: str) -> bool:
    """Whether a text is a date in words, which is kept on one line: `28 February 2000`."""
    return re.fullmatch(DAY, text) is not None


def is_number(column: Column) -> bool:
    """Whether the values of a column are numbers, which are aligned to the right."""
    return column.type in ("integer", "number")


def sort_key(value: str, column: Column) -> tuple[bool, float, str]:
    """By what values of a column are sorted: numbers by size, texts by their characters, missing ones last."""
    return (not value, float(value) if is_number(column) and value else 0, value)


def source_name(source: str) -> str:
    """The short name of a source: `handbook-2016` is `Handbook 2016`."""
    return capitalised(source.replace("-", " "))


def capitalised(text: str) -> str:
    """A text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def date_in_words(text: str) -> str:
    """A day, a month or a year in words: `2016-04-11` is `11 April 2016`."""
    found = DATE.fullmatch(text)
    if not found:
        return text
    month = f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{int(found[3])} {month}" if found[3] else month


def _spaced(code: str) -> str:
    return FOLLOW_UP.sub("follow-up", code.replace("_", " "))


def _is_date(part: str) -> bool:
    return bool(re.fullmatch(r"\d{4}", part) or DATE.fullmatch(part))
