"""Numbers beside no organ, as in `Resolution 1373 requires`: settled by what the text says of the same number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.meanings import NO_SYMBOL
from mandate_data.citations.symbols.symbols import read

ONLY_IF_REPEATED = "is a reference only if the text cites a resolution of its number in full"
"""Marks, in place of a reason, what `settled_numbers` settles or leaves out: no caller of the library sees it."""

UNLESS_ANOTHERS = "is of this organ if the text does not give the number to another one"
"""The same, of a symbol that only the form of a number beside no organ tells."""
_NUMBER = re.compile(r"/RES/(\d{3,4})(?=\()")
_PRINTED = re.compile(r"\d{3,4}$")
_BY_SESSION = re.compile(r"\d{1,2}/\d{1,3}$")


def settled_numbers(references: Sequence[Reference]) -> list[Reference]:
    """The references, those to a number alone settled where all resolutions of that number in the text are the same;
    what only might have repeated one is left out. A number beside no organ is open if the text says elsewhere that it
    is that of an organ whose resolutions have no symbols."""
    full: dict[str, set[str]] = {}
    others: dict[tuple[str, str], str] = {}
    for reference in references:
        if reference.symbol is None and reference.organ is not None:
            others.setdefault((reference.kind, _by_session(reference)), reference.organ)
        number = _NUMBER.search(reference.symbol) if reference.symbol else None
        if number is not None and reference.symbol is not None:
            full.setdefault(number[1], set()).add(reference.symbol)
    done = []
    for reference in references:
        if reference.reason == UNLESS_ANOTHERS:
            organ = others.get((reference.kind, _by_session(reference) or "-"))
            reference = reference._replace(reason=None) if organ is None else _opened(reference, organ)
        if reference.symbol is None and reference.kind == "resolution":
            printed = _PRINTED.search(reference.text)
            symbols = full.get(printed[0], set()) if printed else set()
            if len(symbols) == 1 and reference.organ is None and not reference.candidates:
                reference = _settled(reference, next(iter(symbols)))
            if reference.reason == ONLY_IF_REPEATED:
                continue
        done.append(reference)
    return done


def _by_session(reference: Reference) -> str:
    printed = _BY_SESSION.search(reference.text)
    return printed[0] if printed else ""


def _opened(reference: Reference, organ: str) -> Reference:
    candidates = (reference.symbol,) if reference.symbol else ()
    return reference._replace(symbol=None, candidates=candidates, reason=NO_SYMBOL, organ=organ)


def _settled(reference: Reference, symbol: str) -> Reference:
    found = read(symbol)
    return reference._replace(symbol=symbol, reason=None, organ=found.body if found else None)
