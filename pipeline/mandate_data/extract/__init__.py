"""Extract: documents become the tables of the data model, every row with the lines it stands on.

extracted = extract(find_sources(project.raw), project)
extracted.tables["country_visits"][0]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.documents import Document
from mandate_data.extract.claims import check_claims
from mandate_data.extract.derive import derive
from mandate_data.extract.errata import (
    Erratum,
    as_row,
    check_published,
    correct,
    find_rows,
    load_errata,
    locate,
    misprinted_names,
)
from mandate_data.extract.extraction_rules import load_guide
from mandate_data.extract.identifiers import Identifiers, load_identifiers
from mandate_data.extract.merge import Merged, merge
from mandate_data.extract.parsed_source import open_reading
from mandate_data.extract.read_source import read_common
from mandate_data.extract.readers import reader_of
from mandate_data.extract.records import Evidence, Extraction, Record
from mandate_data.extract.sequences import check_visit_order
from mandate_data.extract.source_descriptors import Source, find_sources
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Tables
from mandate_data.project import Project

__all__ = ["Extracted", "extract", "find_sources"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The tables, sorted by key; what was found on the way; the step before (records by source); the errata."""

    tables: Tables
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    records: Mapping[str, Sequence[Record]]
    errata: Sequence[Erratum]


def extract(sources: Sequence[Source], project: Project) -> Extracted:
    """Read all sources into tables.

    Raises InputError for what makes a source unreadable as a whole; anything less is a finding.
    """
    contract = project.contract
    identifiers = load_identifiers(project.raw / "identifiers.yaml")
    documents: dict[str, Document] = {}
    records: dict[str, list[Record]] = {}
    findings: list[Finding] = []
    errata: list[Erratum] = []
    for source in sources:
        document = source.read()
        documents[source.source_id] = document
        listed = load_errata(source.folder)
        known = identifiers.with_misprints(misprinted_names(listed))
        extraction = _read(source, document, known, project)
        records[source.source_id] = correct(extraction.records, listed, contract)
        findings += extraction.findings + check_visit_order(records[source.source_id], document.path)
        errata += listed
    paths = {source_id: document.path for source_id, document in documents.items()}
    places, stale = locate(errata, documents)
    merged = merge((record for source in sources for record in records[source.source_id]), contract, paths)
    findings += merged.findings + stale + derive(merged, contract, paths)
    errata = find_rows(errata, merged.rows)
    for erratum in errata:
        if places[erratum.erratum_id]:
            merged.add("errata", erratum.erratum_id, as_row(erratum), places[erratum.erratum_id])
    tables = _tables(merged, contract, documents)
    tables["claims"] = _sorted(check_claims(tables), contract, "claims")
    findings += check_published(errata, tables, contract)
    return Extracted(tables, tuple(findings), documents, records, tuple(errata))


def _read(source: Source, document: Document, known: Identifiers, project: Project) -> Extraction:
    read = reader_of(source, project)
    guide = load_guide(source.folder / "reading.yaml")
    reading = open_reading(document, guide, source.reader)
    extraction = read(reading, known)
    extraction.extend(read_common(reading, source, known.holders, extraction, project.contract))
    return extraction


def _tables(merged: Merged, contract: PackageContract, documents: Mapping[str, Document]) -> Tables:
    """Rows with every column of the contract, in the order of their keys; `provenance` from the evidence."""
    tables: Tables = {}
    for name, table in contract.tables.items():
        if name == "claims":
            tables[name] = list(merged.rows[name].values())
        elif name != "provenance":
            rows = [{column: row.get(column) for column in table.columns} for row in merged.rows[name].values()]
            tables[name] = _sorted(rows, contract, name)
    tables["provenance"] = _sorted(_provenance(merged, documents), contract, "provenance")
    return tables


def _sorted(rows: Iterable[Row], contract: PackageContract, name: str) -> list[Row]:
    key = contract.tables[name].primary_key
    return sorted(rows, key=lambda row: [(row[column] is not None, row[column]) for column in key])


def _provenance(merged: Merged, documents: Mapping[str, Document]) -> list[Row]:
    """One row a table, row, source and line; the longest stretch where several begin on one line."""
    found: dict[tuple[str, str, str, int], Evidence] = {}
    for table, rows in merged.evidence.items():
        for key, evidence in rows.items():
            for item in sorted(evidence):
                place = (table, key, item.source_id, item.line)
                if place not in found or found[place].end_line < item.end_line:
                    found[place] = item
    return [
        {
            "table": table,
            "row_key": key,
            "source_id": source,
            "line": line,
            "end_line": item.end_line,
            "page": documents[source].page_at(line),
            "reader": item.reader,
        }
        for (table, key, source, line), item in found.items()
    ]
