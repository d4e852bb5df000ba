"""Finding every reference to a United Nations document in running text, with exact offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.citations import pinpoints
from pipeline.citations.comments import comments
from pipeline.citations.organs import Organs
from pipeline.citations.pointers import communications, pointers
from pipeline.citations.prose import resolutions
from pipeline.citations.references import Reference
from pipeline.citations.symbols_in_text import symbols
from pipeline.citations.text import Prepared

_TITLED = frozenset(("resolution", "decision", "general_comment"))


def find(text: str) -> list[Reference]:
    """Every reference in `text`, in text order.

    Text inside web addresses, link targets and tags is passed over. A resolution whose organ the text names
    nowhere stays open with its candidates; `ibid.` and `supra` stay open until `resolve` sees the whole
    document. Never raises, whatever the text.
    """
    return find_prepared(Prepared(text))


def find_prepared(text: Prepared) -> list[Reference]:
    """The same for a text made ready before, such as the pieces of a document."""
    found = _without_overlaps(
        [
            *symbols(text),
            *resolutions(text, Organs.organs(text.plain)),
            *comments(text, Organs.committees(text.plain)),
            *communications(text),
            *pointers(text),
        ]
    )
    return settle(_with_pinpoints(text, found))


def _without_overlaps(references: Iterable[Reference]) -> list[Reference]:
    """References in text order; of two that overlap the earlier one, and of those the longer."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda item: (item.start, -item.end)):
        if not kept or reference.start >= kept[-1].end:
            kept.append(reference)
    return kept


def _with_pinpoints(text: Prepared, references: Sequence[Reference]) -> list[Reference]:
    """Each pinpoint with the reference it stands beside: after it, or else before it."""
    done: list[Reference] = []
    floor = 0
    for index, reference in enumerate(references):
        limit = references[index + 1].start if index + 1 < len(references) else len(text.plain)
        beside = pinpoints.after(text, reference.end, limit, reference.kind in _TITLED)
        used = beside.end if beside else reference.end
        if beside is None:
            beside = pinpoints.before(text, reference.start, floor, reference.kind == "symbol")
        floor = used
        if beside is not None:
            reference = replace(reference, pinpoint_kind=beside.kind, pinpoint=beside.value(text.raw))
        done.append(reference)
    return done


def settle(references: Sequence[Reference]) -> list[Reference]:
    """References left open for want of an organ, settled by a full mention of the same number in the text.

    An earlier mention settles before a later one (notes are often printed after the text they belong to); two
    different ones settle nothing.
    """
    full: dict[str, list[Reference]] = {}
    for reference in references:
        if reference.symbol:
            full.setdefault(_key(reference), []).append(reference)
    done = []
    for reference in references:
        if reference.symbol is None:
            reference = _settled(reference, full)
        done.append(reference)
    return done


def _key(reference: Reference) -> str:
    """What an open reference would be looked up by: the symbol, or a communication's number."""
    symbol = reference.symbol or ""
    return symbol.partition("/D/")[2] or symbol


def _settled(reference: Reference, full: dict[str, list[Reference]]) -> Reference:
    """The reference with the symbol of the full mention that settles it, or as it was."""
    keys = (reference.text.split()[-1],) if reference.kind == "communication" else reference.candidates
    mentions = {key: full[key] for key in keys if key in full}
    earlier = [key for key, found in mentions.items() if found[0].start < reference.start]
    fitting = earlier or list(mentions)
    if len(fitting) != 1 or len({other.symbol for other in mentions[fitting[0]]}) > 1:
        return reference
    found = mentions[fitting[0]]
    nearest = found[max(bisect_left(found, reference.start, key=lambda other: other.start) - 1, 0)]
    return replace(reference, symbol=nearest.symbol, candidates=(), reason=None, antecedent=nearest.start)
