"""Records: rows of the data model as a reader found them, each with the lines it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from mandate_data.findings.finding import Finding

Scalar = str | int | Decimal | bool | None


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a row stands: source, first and last line (from 1), and the reader that read it there."""

    source_id: str
    line: int
    end_line: int
    reader: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row, or the part of a row that one place of a source tells: `values` by column name."""

    table: str
    values: Mapping[str, Scalar]
    evidence: Evidence


@dataclass(slots=True)
class Extraction:
    """What a reader made of a source."""

    records: list[Record] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def extend(self, other: Extraction) -> None:
        self.records += other.records
        self.findings += other.findings
