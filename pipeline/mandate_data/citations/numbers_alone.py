"""Numbers that stand alone, as in `Resolution 1373 requires`: settled by the one resolution of that number in text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandate_data.citations.references import Reference
from mandate_data.citations.symbols import read

ONLY_IF_REPEATED = "is a reference only if the text cites a resolution of its number in full"
"""Marks, in place of a reason, what `settled_numbers` settles or leaves out: no caller of the library sees it."""

_NUMBER = re.compile(r"/RES/(\d{3,4})(?=\()")
_PRINTED = re.compile(r"\d{3,4}$")


def settled_numbers(references: Sequence[Reference]) -> list[Reference]:
    """The references, those to a number alone settled where all resolutions of that number in the text are the same;
    what only might have repeated one is left out."""
    full: dict[str, set[str]] = {}
    for reference in references:
        number = _NUMBER.search(reference.symbol) if reference.symbol else None
        if number is not None and reference.symbol is not None:
            full.setdefault(number[1], set()).add(reference.symbol)
    done = []
    for reference in references:
        if reference.symbol is None and reference.kind == "resolution":
            printed = _PRINTED.search(reference.text)
            symbols = full.get(printed[0], set()) if printed else set()
            if len(symbols) == 1 and reference.organ is None and not reference.candidates:
                reference = _settled(reference, next(iter(symbols)))
            if reference.reason == ONLY_IF_REPEATED:
                continue
        done.append(reference)
    return done


def _settled(reference: Reference, symbol: str) -> Reference:
    found = read(symbol)
    return reference._replace(symbol=symbol, reason=None, organ=found.body if found else None)
