"""Tells whose a pinpoint is, too: that of a case and its communication, or of a document and its corrigendum."""

from __future__ import annotations

from collections.abc import Sequence

from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.symbols import read

_JOINS_ITS_CASE = (",", "(")
_NEAR = 8
"""Characters between a document and its corrigendum that is printed whole."""
_OF_CASES = ("communication", "symbol")
"""Kinds of references behind which the name of their case may stand."""


def sharing(plain: str, before: Sequence[Reference], reference: Reference) -> int | None:
    """The place, among those `before`, of the reference whose is the pinpoint behind this one, too; None if it is this
    one's alone. None has it that has one of its own."""
    last = before[-1] if before else None
    if last is None:
        return None
    if reference.kind == "addendum":
        return _corrected(before, reference)
    if reference.symbol and last.symbol and not last.pinpoint and reference.symbol.startswith(f"{last.symbol}/Corr."):
        return len(before) - 1 if reference.start - last.end <= _NEAR else None  # A/53/44 and A/53/44/Corr.1
    return len(before) - 1 if _follows_its_case(plain, last, reference) else None


def names_its_case(plain: str, references: Sequence[Reference], place: int) -> bool:
    """Whether the name of the case of a communication stands right behind it: the pinpoint behind is that of both."""
    following = references[place + 1] if place + 1 < len(references) else None
    if references[place].kind not in _OF_CASES or following is None or following.kind != "case":
        return False
    return plain[references[place].end : following.start].strip(" \n)]") in _JOINS_ITS_CASE


def _corrected(before: Sequence[Reference], reference: Reference) -> int | None:
    """The document right before a corrigendum to it: `A/58/10 and Corr.1, para. 3`."""
    place = len(before)
    if "/Corr." not in (reference.symbol or ""):
        return None
    while place and before[place - 1].kind == "addendum" and "/Corr." in (before[place - 1].symbol or ""):
        place -= 1
    document = before[place - 1] if place else None
    own = document is not None and document.start == reference.antecedent and not document.pinpoint
    return place - 1 if own else None


def _follows_its_case(plain: str, case: Reference, reference: Reference) -> bool:
    """Whether the name of the case of a communication stands right before it."""
    if case.kind != "case" or not _is_communication(reference):
        return False
    return plain[case.end : reference.start].strip() in _JOINS_ITS_CASE


def _is_communication(reference: Reference) -> bool:
    """Whether this is a communication, by its number or by the symbol of the views on it."""
    symbol = read(reference.symbol) if reference.symbol and reference.kind == "symbol" else None
    return reference.kind == "communication" or (symbol is not None and symbol.kind == "communication")
