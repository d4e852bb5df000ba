"""The tables `provenance` and `rules`: how each published cell came about, and what each rule says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mandate_data.documents import Document, Place
from mandate_data.extract.merge import Rows
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.records import CellName, Evidence
from mandate_data.extract.reference_lists import REFERENCE_LISTS
from mandate_data.package.tables import Package, Row

EXEMPT = frozenset({"sources", "rules", "errata", "claims", "provenance"})
"""The tables about the data; their cells need no provenance but for those in PRINTED."""
PRINTED = frozenset({("claims", "claimed"), ("errata", "as_printed")})
ENGINE_DERIVATIONS: Mapping[str, str] = {
    "named": "The key of a row that a reference list fills, which is here because another cell refers to it.",
}


def provenance_rows(
    filled: Rows,
    evidence: Mapping[CellName, Sequence[Evidence]],
    contract: Package,
    documents: Mapping[str, Document],
) -> list[Row]:
    """The rows of `provenance`, those of a cell in the order of their numbers; `filled` are rows by table and key."""
    rows: list[Row] = []
    for name in contract.tables:
        for key in sorted(filled.get(name, {})):
            for column, value in filled[name][key].items():
                if value is None or (name in EXEMPT and (name, column) not in PRINTED):
                    continue
                cell = CellName(name, key, column)
                rows += _rows_of(cell, evidence.get(cell, ()), documents)
    return rows


def _rows_of(cell: CellName, statements: Iterable[Evidence], documents: Mapping[str, Document]) -> list[Row]:
    """One row per part of each statement of a cell."""
    rows: list[Row] = []
    for statement, evidence in enumerate(sorted(statements, key=_order), 1):
        parts: list[Place | CellName | None] = [*evidence.places, *evidence.origins]
        for part in parts or [None]:
            place = part if isinstance(part, Place) else None
            origin = part if isinstance(part, CellName) else None
            rows.append(
                {
                    "table": cell.table,
                    "row_key": cell.row_key,
                    "field": cell.field,
                    "n": len(rows) + 1,
                    "statement": statement,
                    "kind": evidence.kind,
                    "rule_id": evidence.rule or None,
                    "erratum_id": evidence.erratum or None,
                    "source_id": place.source_id if place else None,
                    "line": place.line if place else None,
                    "start": place.start if place else None,
                    "end_line": place.end_line if place else None,
                    "end": place.end if place else None,
                    "page": documents[place.source_id].page_at(place.line) if place else None,
                    "from_table": origin.table if origin else None,
                    "from_row_key": (origin.row_key or None) if origin else None,
                    "from_field": (origin.field or None) if origin else None,
                }
            )
    return rows


def _order(evidence: Evidence) -> tuple[object, ...]:
    """Places before what follows from other cells; places by source and line."""
    return (not evidence.places, evidence.places, evidence.origins, evidence.kind, evidence.rule)


def rule_rows(
    provenance: Iterable[Row], normalisations: Mapping[str, Normalisation], derivations: Mapping[str, str]
) -> list[Row]:
    """One row per rule that `provenance` names, with what it does. Raises KeyError for a rule that nobody describes."""
    rows: list[Row] = []
    for rule_id in sorted({str(row["rule_id"]) for row in provenance if row["rule_id"]}):
        if rule_id in normalisations:
            kind, description = "normalisation", normalisations[rule_id].description
        elif rule_id in REFERENCE_LISTS:
            kind, description = "reference", REFERENCE_LISTS[rule_id].description
        else:
            kind, description = "derivation", {**ENGINE_DERIVATIONS, **derivations}[rule_id]
        rows.append({"rule_id": rule_id, "kind": kind, "description": description})
    return rows
