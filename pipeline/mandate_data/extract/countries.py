"""Printed names of countries become ISO 3166-1 alpha-3 codes: exact names and listed aliases, never a guess."""

from __future__ import annotations

import csv
import functools
import re
from dataclasses import dataclass
from importlib.resources import files

from mandate_data.extract.values import split_enumeration
from mandate_data.typography import straighten


class UnknownCountryError(ValueError):
    """A printed name that is neither a UN M49 name nor a listed alias."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country as UN M49 has it; codes are text (`019`)."""

    country_code: str
    name: str
    region_code: str
    region: str
    subregion_code: str
    subregion: str


@functools.cache
def all_countries() -> dict[str, Country]:
    """Countries by alpha-3 code, from the UN Statistics Division's M49 list."""
    return {
        row["country_code"]: Country(**{name: row[name] for name in Country.__dataclass_fields__})
        for row in _rows("m49.csv")
    }


@functools.cache
def all_numbers() -> dict[str, str]:
    """UN M49 numbers of countries, such as `019`, by alpha-3 code."""
    return {row["country_code"]: row["m49"] for row in _rows("m49.csv")}


@functools.cache
def _codes_by_name() -> dict[str, str]:
    names = {_folded(country.name): code for code, country in all_countries().items()}
    names |= {_folded(row["printed"]): row["country_code"] for row in _rows("country_names.csv")}
    return names


def _rows(name: str) -> list[dict[str, str]]:
    text = (files("mandate_data.extract") / "reference" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _folded(name: str) -> str:
    return re.sub(r"^the ", "", straighten(" ".join(name.split())), flags=re.IGNORECASE).casefold()


def country_code(printed: str) -> str:
    """The code of a printed name; a leading "the" and curly quotes don't matter. Raises UnknownCountryError."""
    try:
        return _codes_by_name()[_folded(printed)]
    except KeyError:
        raise UnknownCountryError(printed) from None


def countries_in(text: str) -> list[tuple[str, int, int]]:
    """(printed name, start, end) of each country in a row such as `Fiji, Saint Kitts and Nevis and Zambia`.

    Names that hold an "and" of their own stay whole; a name that isn't known is returned as it stands.
    """
    names = []
    for start, end in split_enumeration(text, r",(?: and)?\s"):
        names += _split_at_and(text, start, end)
    return [(text[start:end], start, end) for start, end in names]


def _split_at_and(text: str, start: int, end: int) -> list[tuple[int, int]]:
    if is_known(text[start:end]):
        return [(start, end)]
    for cut in re.finditer(r" and ", text[start:end]):
        left, right = start + cut.start(), start + cut.end()
        if is_known(text[start:left]):
            return [(start, left), *_split_at_and(text, right, end)]
    return [(start, end)]


def is_known(printed: str) -> bool:
    """Whether a printed name is that of a country."""
    return _folded(printed) in _codes_by_name()
