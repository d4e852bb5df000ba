"""A reference, with its exact place in the text: what all finders return."""

from __future__ import annotations

from typing import Literal, NamedTuple

ReferenceKind = Literal[
    "symbol", "resolution", "decision", "addendum", "general_comment", "communication", "ibid", "supra"
]
PinpointKind = Literal["page", "paragraph", "article", "annex", "chapter", "section", "principle", "rule", "part"]


class Reference(NamedTuple):
    """One reference to a United Nations document.

    `text` is the text from `start` to `end` (characters, end exclusive), `line` the line it begins on, from 1.
    `symbol` is canonical, None if the text does not settle it; then `reason` says why and `candidates` lists
    what it may be. `repaired` marks a symbol printed with a slip. `pinpoint` is as printed without its label,
    several joined by `;`; an annex without a number has a `pinpoint_kind` alone. Its
    places are `pinpoint_spans`. `note` is the number of the
    footnote it stands in, where that is known. `antecedent` is the start of the reference this one points back
    to or was settled by; `points_to` the number of the note that a `supra` names. `organ`
    is the body that adopted a resolution or decision, by its slug, where the text names it: one whose resolutions have
    no symbol, too.
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
    line: int = 1
    note: str | None = None
    pinpoint_spans: tuple[tuple[int, int], ...] = ()
    organ: str | None = None
