"""What the finders hand out: a reference, with its exact place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReferenceKind = Literal[
    "symbol", "resolution", "decision", "addendum", "general_comment", "communication", "ibid", "supra"
]
PinpointKind = Literal["page", "paragraph", "article", "annex", "chapter", "section", "principle"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to a United Nations document.

    `text` is the text from `start` to `end`. `symbol` is canonical, None where the text does not settle it;
    then `reason` says why and `candidates` lists what it may be. `repaired` marks a symbol printed with a
    slip. `pinpoint` is as printed without its label, several joined by `;`; an annex without a number has a
    `pinpoint_kind` alone. `antecedent` is the start of the reference this one points back to or was settled
    by; `points_to` the number of the note that a `supra` names.
    """

    start: int
    end: int
    text: str
    kind: ReferenceKind
    symbol: str | None = None
    candidates: tuple[str, ...] = ()
    repaired: bool = False
    pinpoint_kind: PinpointKind | None = None
    pinpoint: str | None = None
    reason: str | None = None
    antecedent: int | None = None
    points_to: str | None = None
