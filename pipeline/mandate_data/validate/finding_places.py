"""Findings get an address: by way of provenance the line in `raw/`, or else the line of the CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from mandate_data.documents import Document
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Tables
from mandate_data.typography import straighten
from mandate_data.validate.evidence_check import SHOWN, plain

CARRIERS = {(shown.table, shown.column): shown.carries for shown in SHOWN}


def locate(
    findings: Sequence[Finding],
    tables: Tables,
    contract: PackageContract,
    folder: Path,
    documents: Mapping[str, Document],
) -> list[Finding]:
    """The findings, each without a file given one: the source's line that carries the value, if there is one."""
    places: dict[tuple[str, str], list[Row]] = {}
    for row in tables["provenance"]:
        if str(row["source_id"]) in documents:
            places.setdefault((str(row["table"]), str(row["row_key"])), []).append(row)
    lines = {
        (name, table.key_of(row)): number
        for name, table in contract.tables.items()
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


def _located(
    finding: Finding,
    places: Mapping[tuple[str, str], list[Row]],
    lines: Mapping[tuple[str, str], int],
    folder: Path,
    documents: Mapping[str, Document],
) -> Finding:
    key = (finding.table, finding.row_key)
    if not places.get(key):
        line = lines.get(key, 0)
        return replace(finding, file=str(folder / "data" / f"{finding.table}.csv"), line=line, end_line=line)
    place = next((row for row in places[key] if _carries(row, finding, documents)), places[key][0])
    document = documents[str(place["source_id"])]
    return replace(finding, file=document.path, line=int(str(place["line"])), end_line=int(str(place["end_line"])))


def _carries(place: Row, finding: Finding, documents: Mapping[str, Document]) -> bool:
    """Whether the lines of this place carry the finding's value, as evidence is looked for in that column."""
    document = documents[str(place["source_id"])]
    text = plain(" ".join(document.lines[int(str(place["line"])) - 1 : int(str(place["end_line"]))]))
    carries = CARRIERS.get((finding.table, finding.field))
    return bool(finding.value) and (carries(text, finding.value) if carries else straighten(finding.value) in text)
