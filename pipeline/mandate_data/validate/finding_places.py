"""Findings get an address: by way of provenance the line in `raw/`, or else the line of the CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mandate_data.documents import Document
from mandate_data.documents.positions import text_at
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Row, Tables
from mandate_data.typography import straighten
from mandate_data.validate.evidence_check import CellKey, Statement, cell_of, statements_of


def locate(
    findings: Sequence[Finding],
    tables: Tables,
    contract: Package,
    folder: Path,
    documents: Mapping[str, Document],
) -> list[Finding]:
    """The findings, each without a file given one: the place of its cell, of its row, or the line of the CSV file."""
    places = _Places(tables, documents)
    asked = {finding.table for finding in findings if not finding.file}
    lines = {
        (name, table.key_of(row)): number
        for name, table in contract.tables.items()
        if name in asked
        for number, row in enumerate(tables[name], 2)
    }
    return [finding if finding.file else _located(finding, places, lines, folder, documents) for finding in findings]


def on_pages(findings: Iterable[Finding], documents: Mapping[str, Document]) -> list[Finding]:
    """The findings, those on a line of a document with pages given the page as well."""
    paged = {document.path: document for document in documents.values() if document.pages}
    return [
        replace(finding, page=paged[finding.file].page_at(finding.line) or 0)
        if finding.file in paged and finding.line and not finding.page
        else finding
        for finding in findings
    ]


class _Places:
    """Statements with a place in a document at hand, by cell and by row."""

    def __init__(self, tables: Tables, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._by_cell: dict[CellKey, list[Row]] = {}
        self._by_row: dict[tuple[str, str], list[CellKey]] = {}
        for row in tables["provenance"]:
            cell = cell_of(row)
            if cell not in self._by_cell:
                self._by_cell[cell] = []
                self._by_row.setdefault(cell[:2], []).append(cell)
            self._by_cell[cell].append(row)

    def _statements(self, cell: CellKey) -> list[Statement]:
        return statements_of(self._by_cell.get(cell, []))

    def of(self, finding: Finding) -> Statement | None:
        """The statement that a finding is about: of its cell, or of those that it follows from, or of its row."""
        cell = (finding.table, finding.row_key, finding.field)
        found = self._of_cell(cell, finding.value, set())
        if found is not None:
            return found
        cells = self._by_row.get(cell[:2], [])
        own = [statement for other in cells for statement in self._statements(other) if statement.places]
        if own:
            placed = [statement for statement in own if self._is_at_hand(statement)]
        else:
            followed = [self._of_cell(other, "", set()) for other in cells]
            placed = [statement for statement in followed if statement is not None]
        return min(placed, key=lambda statement: statement.places[0], default=None)

    def _of_cell(self, cell: CellKey, value: str, seen: set[CellKey]) -> Statement | None:
        seen.add(cell)
        statements = self._statements(cell)
        placed = [statement for statement in statements if self._is_at_hand(statement)]
        if placed:
            return next((item for item in placed if value and straighten(value) in self._text(item)), placed[0])
        if any(statement.places for statement in statements):
            return None  # it is printed in a source that is not at hand
        for statement in statements:
            for row in statement.rows:
                origin = (str(row["from_table"]), str(row["from_row_key"]), str(row["from_field"]))
                if row["from_field"] and origin not in seen:
                    found = self._of_cell(origin, "", seen)
                    if found is not None:
                        return found
        return None

    def _is_at_hand(self, statement: Statement) -> bool:
        places = statement.places
        return bool(places) and all(
            place.source_id in self._documents and place.line <= len(self._documents[place.source_id].lines)
            for place in places
        )

    def _text(self, statement: Statement) -> str:
        try:
            return " ".join(text_at(self._documents[place.source_id], place) for place in statement.places)
        except IndexError:
            return ""


def _located(
    finding: Finding,
    places: _Places,
    lines: Mapping[tuple[str, str], int],
    folder: Path,
    documents: Mapping[str, Document],
) -> Finding:
    statement = places.of(finding)
    if statement is None:
        line = lines.get((finding.table, finding.row_key), 0)
        return replace(finding, file=str(folder / "data" / f"{finding.table}.csv"), line=line, end_line=line)
    place = statement.places[0]
    return replace(finding, file=documents[place.source_id].path, line=place.line, end_line=place.end_line)
