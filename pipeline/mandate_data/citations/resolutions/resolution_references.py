"""Makes the reference to a resolution or decision of what its number stands for, however the number was found."""

from __future__ import annotations

from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.meanings import NO_SYMBOL, Meaning, ResolutionKind
from mandate_data.citations.resolutions.printed_number import Number


def of_organ(organ: str, symbol: str | None) -> Meaning:
    """What a number of an organ stands for whose symbol follows from it, or is None."""
    return Meaning(symbol, (), None if symbol else NO_SYMBOL, organ)


def resolution_reference(
    text: PreparedText, kind: ResolutionKind, number: Number, meaning: Meaning, start: int | None = None
) -> Reference:
    """The reference to a number, which begins at `start` if a word is before it, else at the number itself."""
    first = number.start if start is None else start
    return Reference(
        first,
        number.end,
        text.raw[first : number.end],
        "resolution" if kind == "RES" else "decision",
        meaning.symbol,
        meaning.candidates,
        reason=meaning.reason,
        organ=meaning.organ,
    )
