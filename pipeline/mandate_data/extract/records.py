"""Records: rows as a reader found them, each cell with how its value came about and where that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from mandate_data.documents import Place
from mandate_data.findings.finding import Finding

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


class Cell(NamedTuple):
    """A value and the evidence for it."""

    value: Scalar
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Record:
    """A row, or the part of a row that one passage of a source gives: cells by column; `place` is the passage."""

    table: str
    cells: Mapping[str, Cell]
    place: Place

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
