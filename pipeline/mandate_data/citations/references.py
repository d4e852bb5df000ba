"""A reference, with its exact place in the text: what all finders return."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple
from urllib.parse import quote

ReferenceKind = Literal[
    "symbol",
    "resolution",
    "decision",
    "addendum",
    "general_comment",
    "communication",
    "ibid",
    "supra",
    "treaty",
    "case",
    "letter",
]
Kinds = Literal["documents", "all"]
"""`documents` are those of the United Nations; `all` adds treaties, cases and letters of special procedures."""
PinpointKind = Literal[
    "page",
    "paragraph",
    "preambular_paragraph",
    "article",
    "annex",
    "chapter",
    "section",
    "principle",
    "rule",
    "part",
    "table",
    "figure",
    "box",
    "graph",
]


_SECOND = re.compile(r"(?<=[\d)])-[A-Z]{1,6}/.*")
"""The second symbol of a document issued under two."""


def address(symbol: str) -> str:
    """The address of a document in the Official Document System; of one issued under two symbols, that under the first,
    as the United Nations links it.

    >>> address("A/75/93-E/2020/64")
    'https://undocs.org/en/A/75/93'
    """
    return "https://undocs.org/en/" + quote(_SECOND.sub("", symbol), safe="/")


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
    no symbol, too. `identifier` is the stable id of a treaty, a case or a letter: `treaty:crc`, `letter:al-ken-3-2019`.
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
    identifier: str | None = None

    @property
    def url(self) -> str | None:
        """The address of the document in the Official Document System; None where no symbol is known."""
        return None if self.symbol is None else address(self.symbol)


_FIELD = {name: index for index, name in enumerate(Reference._fields)}
_KIND, _REASON, _LINE, _NOTE, _ORGAN = (_FIELD[name] for name in ("pinpoint_kind", "reason", "line", "note", "organ"))
_PRINTED = _FIELD["text"] + 1
"""How many fields tell where a reference stands."""


_made: Callable[[tuple[object, ...]], Reference] = partial(tuple.__new__, Reference)
"""Makes a reference of all its fields; `Reference._make` takes three times as long."""


def printed_at(start: int, end: int, text: str, other: Reference) -> Reference:
    """Another reference of the same kind, that is printed here."""
    return _made((start, end, text, *other[_PRINTED:]))


def moved(reference: Reference, by: int, lines: int) -> Reference:
    """A reference of a stretch of text as one of the whole, in which so many characters and lines are before it."""
    return reference._replace(
        start=reference.start + by,
        end=reference.end + by,
        line=reference.line + lines,
        antecedent=None if reference.antecedent is None else reference.antecedent + by,
        pinpoint_spans=tuple((start + by, end + by) for start, end in reference.pinpoint_spans),
    )


def placed(
    reference: Reference,
    line: int,
    kind: PinpointKind | None = None,
    pinpoint: str | None = None,
    spans: tuple[tuple[int, int], ...] = (),
) -> Reference:
    """The reference with its line, its pinpoint and the characters of the pinpoint."""
    if kind is None and reference[_KIND] is None:
        return reference if reference[_LINE] == line else _made((*reference[:_LINE], line, *reference[_NOTE:]))
    return _made(
        (
            *reference[:_KIND],
            kind,
            pinpoint,
            *reference[_REASON:_LINE],
            line,
            reference[_NOTE],
            spans,
            *reference[_ORGAN:],
        )
    )


def in_note(reference: Reference, number: str) -> Reference:
    """The reference with the number of the note that it stands in."""
    return _made((*reference[:_NOTE], number, *reference[_NOTE + 1 :]))


def pointing(
    reference: Reference, symbol: str | None, candidates: tuple[str, ...], reason: str | None, antecedent: int | None
) -> Reference:
    """The reference that points back, with what it stands for."""
    start, end, text, kind, _, _, repaired, pinned, pinpoint, _, _, *others = reference
    return _made((start, end, text, kind, symbol, candidates, repaired, pinned, pinpoint, reason, antecedent, *others))
