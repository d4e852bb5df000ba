"""Resolutions that are printed as the symbol of a document: `General Assembly resolution A/60/1` is A/RES/60/1."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.organs.resolution_words import resolution_words
from mandate_data.citations.pinpoints.joints import joint
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.resolutions.numbering import MOST_OF_THE_COUNCIL
from mandate_data.citations.symbols.symbols import Symbol, read

_PLAIN = re.compile(r"(?P<root>A|A/HRC)/(?P<session>(?:E?S-)?\d{1,2})/(?P<number>\d{1,3})")
_MOST = {"A": 350, "A/HRC": MOST_OF_THE_COUNCIL}
"""No session has adopted more resolutions; drafts are of the series L."""
_REACH = 80
"""How far before a symbol the word for a resolution begins, others of a list between."""


@cache
def _named(words: Words) -> re.Pattern[str]:
    sign = fragment(words, words.number_sign)
    others = rf"(?:A(?:/HRC)?/[\dES/-]{{3,9}}\s?{joint(words)}\s){{0,3}}"
    word = rf"{words.edge}(?:{resolution_words(words).resolution})"
    return re.compile(rf"{word}(?:(?<=\b\w{{3}})\.)?\s(?:(?:{sign})\s?)?{others}$", re.IGNORECASE)


def as_resolution(text: PreparedText, start: int, symbol: Symbol) -> Symbol:
    """The resolution that is meant where the word for one is right before the symbol at `start`; else the symbol."""
    match = _PLAIN.fullmatch(symbol.canonical)
    if text.words.closing or match is None or int(match["number"]) > _MOST[match["root"]]:
        return symbol
    if _named(text.words).search(text.plain, max(0, start - _REACH), start) is None:
        return symbol
    resolution = read(f"{match['root']}/RES/{match['session']}/{match['number']}")
    return replace(resolution, printed=symbol.printed, repaired=True) if resolution else symbol
