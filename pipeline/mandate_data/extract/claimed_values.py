"""What sources claim, written in figures, and when it agrees with what is computed."""

from __future__ import annotations

import re
from decimal import Decimal

from mandate_data.extract.countries import UnknownCountryError, country_code
from mandate_data.extract.values import ORDINAL_WORDS, PrintedError, number
from mandate_data.package.tables import Value, text_of

_LESS, _MORE = "less than ", " or more"


def agrees(claimed: str, computed: str, comparison: str) -> bool:
    """Whether what is claimed and what is computed agree.

    `equal`: the same number, or else the same text; `within_range`: the number computed is in the range claimed, which
    is a number, two of them (`2-3`), `less than 4` or `2 or more`; `same_set`: the same things, in any order;
    `subset`: all things claimed are among those computed.

    >>> agrees("2-3", "1.5", "within_range"), agrees("Greece, Mexico", "Mexico, Greece", "same_set")
    (False, True)
    """
    if comparison == "same_set":
        return _items(claimed) == _items(computed)
    if comparison == "subset":
        return _items(claimed) <= _items(computed)
    try:
        return _in_range(claimed, computed) if comparison == "within_range" else decimal(claimed) == decimal(computed)
    except PrintedError:
        return claimed == computed


def _in_range(claimed: str, computed: str) -> bool:
    value = decimal(computed)
    if claimed.startswith(_LESS):
        return value < decimal(claimed.removeprefix(_LESS))
    if claimed.endswith(_MORE):
        return value >= decimal(claimed.removesuffix(_MORE))
    low, _, high = claimed.partition("-")
    return decimal(low) <= value <= decimal(high or low)


def _items(text: str) -> set[str]:
    """The items of a list, a country by its code, so that its names are one."""
    items = set()
    for name in text.split(", "):
        try:
            items.add(country_code(name))
        except UnknownCountryError:
            items.add(name)
    return items


def decimal(text: str) -> Decimal:
    """A printed number. Raises PrintedError for a text that is not a number."""
    return Decimal(str(number(text)))


def normal_set(claimed: str) -> str:
    """A list with commas between its items: `Mexico and Greece` -> `Mexico, Greece`."""
    return ", ".join(part for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", " ".join(claimed.split())) if part)


def normal(claimed: str) -> str:
    """A claimed number in figures: `five` -> `5`, `two to three` -> `2-3`, `46th` -> `46`, `fifth` -> `5`."""
    text = re.sub(r"\s*[–—]\s*", "-", " ".join(claimed.split()))
    if text.lower() in ORDINAL_WORDS:
        return str(ORDINAL_WORDS[text.lower()])
    if found := re.fullmatch(r"(\d+) ?(?:st|nd|rd|th)", text):
        return found.group(1)
    try:
        if text.lower().startswith(_LESS):
            return f"{_LESS}{_figures(text[len(_LESS) :])}"
        if " to " in text:
            low, high = text.split(" to ")
            return f"{_figures(low)}-{_figures(high)}"
        return _figures(text)
    except PrintedError:
        return text


def _figures(text: str) -> str:
    value: Value = number(text)
    return text_of(value)
