"""Resolutions that are printed as the symbol of a document: `General Assembly resolution A/60/1` is A/RES/60/1."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.pinpoints.joints import joint
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.resolutions.numbering import MOST_OF_ECOSOC, MOST_OF_THE_COMMISSION, MOST_OF_THE_COUNCIL
from mandate_data.citations.symbols.session_years import security_council_year
from mandate_data.citations.symbols.symbols import Symbol, read

_PLAIN = re.compile(
    r"(?P<root>A|A/HRC)/(?P<session>(?:E?S-)?\d{1,2})/(?P<number>\d{1,3})"
    r"|(?P<yearly>E|E/CN\.4)/(?P<year>(?:19|20)\d\d)/(?P<of_year>\d{1,3})"
    r"|S/(?P<on>\d{2,4})"
)
_MOST = {"A": 350, "A/HRC": MOST_OF_THE_COUNCIL, "E": MOST_OF_ECOSOC, "E/CN.4": MOST_OF_THE_COMMISSION}
"""No session has adopted more resolutions; drafts are of the series L."""
_YEAR = re.compile(r"\s?\(((?:19|20)\d\d)\)")
_REACH = 80
"""How far before a symbol the word for a resolution begins, others of a list between."""


@cache
def _named(words: Words) -> re.Pattern[str]:
    sign = fragment(words, words.number_sign)
    others = rf"(?:(?:A(?:/HRC)?|E(?:/CN\.4)?)/[\dES/-]{{3,9}}\s?{joint(words)}\s){{0,3}}"
    word = rf"{words.edge}(?:{resolution_words(words).resolution})"
    return re.compile(rf"{word}(?:(?<=\b\w{{3}})\.)?\s(?:(?:{sign})\s?)?{others}$", re.IGNORECASE)


def _written(text: PreparedText, start: int, match: re.Match[str]) -> str | None:
    """The symbol of the resolution that such a document would be; None if its organ never adopted so many. One of the
    Security Council has its year behind it: S/1325 (2000)."""
    if match["on"]:
        year = _YEAR.match(text.plain, start + len(match[0]))
        fits = year is not None and security_council_year(int(match["on"])) == int(year[1])
        return f"S/RES/{match['on']}" if fits else None
    root, session, number = match.group("root", "session", "number")
    root, session, number = (root, session, number) if root else match.group("yearly", "year", "of_year")
    return f"{root}/RES/{session}/{number}" if int(number) <= _MOST[root] else None


def as_resolution(text: PreparedText, start: int, symbol: Symbol) -> Symbol:
    """The resolution that is meant where the word for one is right before the symbol at `start`; else the symbol."""
    match = _PLAIN.fullmatch(symbol.canonical)
    if text.words.closing or match is None or _written(text, start, match) is None:
        return symbol
    if _named(text.words).search(text.plain, max(0, start - _REACH), start) is None:
        return symbol
    resolution = read(_written(text, start, match) or "")
    return replace(resolution, printed=symbol.printed, repaired=True) if resolution else symbol
