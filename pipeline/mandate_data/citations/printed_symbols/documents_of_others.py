"""Tells documents of other organizations that are numbered as ours are: those of the Assemblies of WIPO."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.reading.prepared_text import PreparedText

_REACH = 300
"""How far from a symbol the words stand that say whose it is, in its sentence or beside it."""


@cache
def _documents() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((re.compile(named), re.compile(symbol)) for named, symbol in table().documents_of_others)


def is_of_another_organization(text: PreparedText, start: int, end: int, symbol: str) -> bool:
    """Whether the text around [start, end) says that a document with this symbol is another organization's."""
    raw = text.raw
    low, high = max(0, start - _REACH), min(len(raw), end + _REACH)
    low = max(low, raw.rfind("\n\n", low, start))
    return any(
        written.fullmatch(symbol) is not None and named.search(raw, low, high) is not None
        for named, written in _documents()
    )
