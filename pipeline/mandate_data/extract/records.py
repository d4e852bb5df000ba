"""Records: rows as a reader found them, each cell with how its value came about and where that is printed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, NamedTuple, get_args

from mandate_data.documents import Place
from mandate_data.errors import MisuseError
from mandate_data.findings.finding import Finding
from mandate_data.limits import LONGEST_NUMBER

Scalar = str | int | Decimal | bool | None
Kind = Literal["printed", "normalised", "derived", "referenced", "assigned", "corrected"]


class CellName(NamedTuple):
    """A cell of a table: the row's key values joined by `|`, and the column; both "" for the table as a whole."""

    table: str
    row_key: str = ""
    field: str = ""


class Evidence(NamedTuple):
    """One statement of a value: what kind of statement, its places in a source, by which rule, from which cells.

    `places` together give the value (the day in one, the year in another). A derived or referenced value has `origins`
    instead. `erratum` names the correction that replaced what is printed.
    """

    kind: Kind
    places: tuple[Place, ...] = ()
    rule: str = ""
    origins: tuple[CellName, ...] = ()
    erratum: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the evidence for it. Raises MisuseError for what no table can hold, and for what is no evidence.

    >>> Cell([1], Evidence("assigned"))
    Traceback (most recent call last):
    mandate_data.errors.MisuseError: the value of a Cell is a list; it must be a text, an int, a Decimal, a bool or None
    """

    value: Scalar
    evidence: Evidence

    def __post_init__(self) -> None:
        if mistake := mistake_in_value(self.value):
            raise MisuseError(f"the value of a Cell is {mistake}")
        if mistake := mistake_in_evidence(self.evidence):
            raise MisuseError(f"the evidence of a Cell {mistake}")


@dataclass(frozen=True, slots=True)
class Record:
    """A row, or the part of a row that one passage of a source gives: cells by column; `place` is the passage.

    Raises MisuseError for arguments of another type.
    """

    table: str
    cells: Mapping[str, Cell]
    place: Place

    def __post_init__(self) -> None:
        if not isinstance(self.table, str):
            raise MisuseError(f"the table of a Record is {kind_of(self.table)}; it must be the name of a table")
        if not isinstance(self.cells, Mapping):
            raise MisuseError(f"the cells of a Record of {self.table} are {kind_of(self.cells)}; give Cells by column")
        for column, cell in self.cells.items():
            if not isinstance(cell, Cell):
                raise MisuseError(f"{column!r} of a Record of {self.table} is {kind_of(cell)}; it must be a Cell")
        if mistake := _mistake_in_place(self.place):
            raise MisuseError(f"the place of a Record of {self.table} {mistake}")

    @property
    def values(self) -> dict[str, Scalar]:
        """The values alone, by column."""
        return {column: cell.value for column, cell in self.cells.items()}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a block that a reader understood."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ClaimRule:
    """How a claim is to be recomputed: the name of a query of the project, and what the query is told.

    `about` says what the source that claims is about, which any query may use; `at` is where the guide has the claim.
    """

    claim_id: str
    query: str
    options: Mapping[str, Any]
    about: Mapping[str, Any]
    at: str


@dataclass(slots=True)
class Extraction:
    """What a reader made of a source: records, findings, the spans that were read, and how claims are recomputed."""

    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    claims: list[ClaimRule] = field(default_factory=list)

    def extend(self, other: Extraction) -> None:
        self.records += other.records
        self.findings += other.findings
        self.spans += other.spans
        self.claims += other.claims


_KINDS = get_args(Kind)
_NOT_FOR_FILES = re.compile("[\x00\ud800-\udfff]")


def kind_of(value: object) -> str:
    """What kind of thing a value is, for a message: `a list`, `nothing`."""
    name = type(value).__name__
    return "nothing" if value is None else f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}"


def mistake_in_value(value: object) -> str:
    """What is wrong with the value of a cell, empty if nothing: it is of a type, or so long, that no table holds it.

    >>> mistake_in_value(1.5)
    'a float; it must be a text, an int, a Decimal, a bool or None'
    """
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        found = None if value.isascii() and "\0" not in value else _NOT_FOR_FILES.search(value)
        return "" if found is None else f"a text with the character U+{ord(found[0]):04X}, which no table can hold"
    if isinstance(value, int):
        too_long = abs(value) >= 10**LONGEST_NUMBER
    elif isinstance(value, Decimal):
        if not value.is_finite():
            return f"the Decimal {value}, which is not a number"
        too_long = abs(value.adjusted()) > LONGEST_NUMBER or len(value.as_tuple().digits) > LONGEST_NUMBER
    else:
        return f"{kind_of(value)}; it must be a text, an int, a Decimal, a bool or None"
    return f"a number of more than {LONGEST_NUMBER:,} digits" if too_long else ""


def mistake_in_evidence(evidence: object) -> str:
    """What is wrong with evidence, as the end of a sentence about it; empty if nothing."""
    if not isinstance(evidence, Evidence):
        return f"is {kind_of(evidence)}; it must be an Evidence"
    if evidence.kind not in _KINDS:
        return f"is of the kind {evidence.kind!r}; kinds are {', '.join(_KINDS)}"
    for name in ("places", "origins"):
        given = getattr(evidence, name)
        if not isinstance(given, tuple):
            return f"has {name} that are {kind_of(given)}; they must be a tuple"
    for place in evidence.places:
        if mistake := _mistake_in_place(place):
            return f"has a place that {mistake}"
    for origin in evidence.origins:
        if not isinstance(origin, CellName) or not all(isinstance(part, str) for part in origin):
            return f"has {origin!r} among its origins; it must be a CellName of texts"
    for name in ("rule", "erratum"):
        given = getattr(evidence, name)
        if not isinstance(given, str) or mistake_in_value(given):
            return f"has the {name} {given!r}; it must be the id of one"
    return ""


def _mistake_in_place(place: object) -> str:
    if not isinstance(place, Place):
        return f"is {kind_of(place)}; it must be a Place"
    source_id, *numbers = place
    if not isinstance(source_id, str) or not all(type(number) is int for number in numbers):
        return f"is {tuple(place)!r}; it must have the id of a source and four whole numbers"
    if min(numbers) < 0 or place.end_line < place.line:
        return f"is {tuple(place)!r}; lines and characters are not negative, and the end is not before the start"
    return ""
