"""Printed symbols alone, at the speed of a text search: for whoever needs nothing but these, in very many texts."""

from __future__ import annotations

import re
from string import ascii_uppercase

from pipeline.citations.bodies import ROOTS
from pipeline.citations.references import Reference
from pipeline.citations.symbols_in_text import symbols
from pipeline.citations.text import Prepared

_SLASH = re.compile("/(?<=[A-Z]/)[A-Z0-9]")
_RUN = re.compile(r"[A-Za-z0-9./()\xad-]*")
_ROOTS = frozenset(ROOTS)
_LONGEST_ROOT = max(map(len, ROOTS))
_BEHIND, _AHEAD = 20, 120
"""How much of the text around a run is looked at."""


def find_symbols(text: str) -> list[Reference]:
    """The printed symbols in `text` and the addenda chained to them, without pinpoints, in text order.

    They are those that `find` finds, but for symbols with a slip before their first slash, or in lower case, and for
    addenda further on.
    """
    found: list[Reference] = []
    floor = line = counted = 0
    for slash in _SLASH.finditer(text):
        at = slash.start()
        if at < floor:
            continue
        before = text[max(floor, at - _LONGEST_ROOT - 1) : at]
        root = before[len(before.rstrip(ascii_uppercase)) :]
        run = _RUN.match(text, at) if root in _ROOTS else None
        if run is None:
            continue
        start, floor = at - len(root), run.end()
        low = max(0, start - _BEHIND)
        for reference in symbols(Prepared(text[low : floor + _AHEAD]), start - low, floor - low):
            begin, end = reference.start + low, reference.end + low
            line += text.count("\n", counted, begin)
            counted = begin
            back = None if reference.antecedent is None else reference.antecedent + low
            found.append(reference._replace(start=begin, end=end, line=line + 1, antecedent=back))
            floor = max(floor, end)
    return found
