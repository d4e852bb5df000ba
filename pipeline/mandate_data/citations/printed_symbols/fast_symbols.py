"""Finds printed symbols only, at the speed of a text search: for very large collections."""

from __future__ import annotations

import re
from string import ascii_uppercase

from mandate_data.citations.bodies import table
from mandate_data.citations.printed_symbols.symbols_in_text import symbols
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Reference
from mandate_data.line_feeds import with_line_feeds

_SLASH = re.compile("/(?<=[A-Z]/)[A-Z0-9]")
_RUN = re.compile(r"[A-Za-z0-9./()\xad-]*")
_HYPHENED = f"{ascii_uppercase}-"
"""What a root of two bodies is written with: DP-FPA."""
_BEHIND, _AHEAD = 72, 72
"""How much of the text around a run is looked at."""


def find_symbols(text: str) -> list[Reference]:
    """The printed symbols in `text`, and the addenda, meetings, resolutions and comments that are listed behind them by
    their number, without pinpoints, in text order.

    They are those that `find` finds, but for symbols with a slip before their first slash, or in lower case, for
    addenda further on, and for early ones that stand alone, such as `A/777` in a note. Of codes it leaves out those
    that follow an English word which no document does.
    """
    all_references: list[Reference] = []
    roots = frozenset(table().roots)
    longest = max(map(len, roots))
    floor = counted = 0
    line = 1
    lines = with_line_feeds(text)
    for slash in _SLASH.finditer(text):
        at = slash.start()
        if at < floor:
            continue
        before = text[max(floor, at - longest - 1) : at]
        root = before[len(before.rstrip(ascii_uppercase)) :]
        joined = before[len(before.rstrip(_HYPHENED)) :]
        root = joined if joined in roots else root
        run = _RUN.match(text, at) if root in roots else None
        if run is None:
            continue
        start, floor = at - len(root), run.end()
        line += lines.count("\n", counted, start)
        counted, low = start, max(0, start - _BEHIND)
        stretch = PreparedText(text[low : floor + _AHEAD], offset=low, line=line, part=True)
        references = symbols(stretch, start - low, floor - low)
        if references:
            all_references += references
            floor = max(floor, references[-1].end)
    return all_references
