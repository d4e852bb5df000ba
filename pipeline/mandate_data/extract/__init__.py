"""Extract: documents become the tables of a project, every cell with how it came about.

extracted = extract(find_sources(project.raw), project)
extracted.tables["provenance"][0]
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mandate_data.documents import Document, Place
from mandate_data.errors import InputError
from mandate_data.extract.about_ids import check_about
from mandate_data.extract.checked_results import check_schema_rules
from mandate_data.extract.claim_queries import load_queries
from mandate_data.extract.claims import check_claims
from mandate_data.extract.corrections import correct
from mandate_data.extract.errata import (
    Erratum,
    as_row,
    check_effect,
    check_ids,
    check_published,
    find_rows,
    load_errata,
    locate,
    misprints,
)
from mandate_data.extract.extraction_guide import Guide, load_guide
from mandate_data.extract.guide_values import REFUSED, TWICE, check_twice, check_values
from mandate_data.extract.identifiers import Identifiers, load_identifiers
from mandate_data.extract.lost_rows import losses, without_lost
from mandate_data.extract.merge import Merged, Rows, merge
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.parsed_source import parse_source
from mandate_data.extract.pattern_limits import try_on_document, try_patterns
from mandate_data.extract.project_readers import (
    derivations_of,
    derive_by_project,
    normalisations_of,
    read_by_project,
)
from mandate_data.extract.provenance import ENGINE_DERIVATIONS, provenance_rows, rule_rows
from mandate_data.extract.read_source import read_source
from mandate_data.extract.reading_limit import limited_reading
from mandate_data.extract.records import Cell, ClaimRule, Evidence, Extraction, Record
from mandate_data.extract.reference_lists import REFERENCE_LISTS, fill_references
from mandate_data.extract.source_descriptors import Source, find_sources
from mandate_data.extract.unknown_ids import check_row_ids
from mandate_data.extract.waivers import WAIVER_STALE, check_assigned, load_waivers
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.tables import Package, Tables
from mandate_data.package.write import in_order
from mandate_data.project import Project

__all__ = ["Extracted", "extract", "find_sources"]


@dataclass(frozen=True, slots=True)
class Extracted:
    """The tables, sorted by key; findings; documents and records by source; the errata; the normalisations."""

    tables: Tables
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]
    records: Mapping[str, Sequence[Record]]
    errata: Sequence[Erratum]
    normalisations: Mapping[str, Normalisation]


def extract(sources: Sequence[Source], project: Project) -> Extracted:
    """Read all sources into the tables of the project.

    Raises InputError for what makes a source unreadable as a whole, and for code of the project that can't be run;
    anything less is a finding.
    """
    contract = project.contract
    identifiers = load_identifiers(project.raw / "identifiers.yaml")
    normalisations = normalisations_of(project)
    attributes = {name: item.attributes for name, item in REFERENCE_LISTS.items()}
    check_schema_rules(contract, project.schemas, normalisations.keys(), attributes)
    documents: dict[str, Document] = {}
    records: dict[str, list[Record]] = {}
    unread = project.files.unread({path for source in sources for path in source.files})
    findings: list[Finding] = [finding("unread-file", Location(str(path))) for path in unread]
    errata: list[Erratum] = []
    places: dict[str, list[Place]] = {}
    stale: list[Finding] = []
    claims: list[ClaimRule] = []
    guides: list[Guide] = []
    for source in sources:
        document = documents[source.source_id] = source.read()
        listed = load_errata(source.folder, contract)
        guide = load_guide(source.folder / "extraction.yaml", contract)
        guides.append(guide)
        extraction = _read(source, document, guide, misprints(listed), identifiers, project, normalisations)
        located, missing = locate(listed, {source.source_id: document})
        in_place = [erratum for erratum in listed if located[erratum.erratum_id]]
        findings += check_twice(guide, contract)
        findings += check_values(extraction.records, guide.path, document.path, contract)
        records[source.source_id] = correct(extraction.records, in_place, contract, normalisations)
        places |= located
        stale += missing
        findings += extraction.findings
        claims += extraction.claims
        errata += listed
    check_ids(errata)
    paths = {source_id: document.path for source_id, document in documents.items()}
    as_read = (record for source in sources for record in records[source.source_id])
    described = derivations_of(project)
    known = {*normalisations, *REFERENCE_LISTS, *ENGINE_DERIVATIONS, *described}
    merged = merge(as_read, contract, paths, project.checks, known)
    twice = {(one.table, one.row_key) for one in findings if one.code == TWICE}
    findings += [one for one in merged.findings if (one.table, one.row_key) not in twice]
    findings += [*stale, *_derive(merged, contract, project, findings)]
    findings += fill_references(merged, contract)
    findings += [found for guide in guides for found in check_about(guide, merged.rows, contract)]
    findings += check_row_ids(merged, contract, guides)
    errata = find_rows(errata, merged.rows, contract)
    for erratum in errata:
        if places[erratum.erratum_id]:
            _add_erratum(merged, erratum, places[erratum.erratum_id])
    lost = losses(findings, errata, project.checks)
    waivers = project.schemas / "waivers.yaml"
    assigned = check_assigned(merged, contract, load_waivers(waivers, contract), waivers)
    findings += [one for one in assigned if not (lost and one.code == WAIVER_STALE)]
    tables = _tables(merged, contract)
    checked = check_claims(tables, contract, claims, load_queries(project.schemas / "claims.yaml"), errata)
    tables["claims"] = in_order(checked, contract.tables["claims"])
    rows: Rows = {**merged.rows, "claims": {str(row["claim_id"]): row for row in checked}}
    provenance = provenance_rows(rows, merged.evidence, contract, documents)
    tables["provenance"] = in_order(provenance, contract.tables["provenance"])
    try:
        tables["rules"] = rule_rows(tables["provenance"], normalisations, described)
    except KeyError as rule:
        path = project.schemas / "derivations.py"
        why = f"DERIVATIONS does not say what the rule {rule} does, by which cells follow; add it there"
        raise InputError(f"{path}: {why}") from None
    findings += [
        *check_published(errata, tables, contract, lost),
        *check_effect(without_lost(errata, lost), places, merged, identifiers, normalisations),
    ]
    return Extracted(tables, tuple(findings), documents, records, tuple(errata), normalisations)


def _read(
    source: Source,
    document: Document,
    guide: Guide,
    misprinted: Mapping[str, str],
    identifiers: Identifiers,
    project: Project,
    normalisations: Mapping[str, Normalisation],
) -> Extraction:
    path = guide.path
    with limited_reading(path):
        try_on_document(document, guide)
        parsed = parse_source(document, guide, normalisations, project.checks)
        parsed = replace(parsed, published=source.published, misprints=frozenset(misprinted))
        try_patterns(parsed)
        names = identifiers.with_misprints(misprinted)
        extraction = read_by_project(parsed, names, source.folder, project)
        extraction.extend(read_source(parsed, source, extraction, project.contract))
    for record in extraction.records:
        for column in project.contract.tables[record.table].primary_key:
            if column not in record.cells:
                why = f"what is read on line {record.place.line} of {document.path} lacks {column}"
                raise InputError(
                    f"{path}: {why}, part of the key of {record.table}; give it a group, or a value of ours"
                )
    return extraction


def _derive(merged: Merged, contract: Package, project: Project, findings: Sequence[Finding]) -> list[Finding]:
    """What `derive_by_project` gives. Where it fails, and a value was refused before, that value is the mistake."""
    try:
        return derive_by_project(merged, contract, project)
    except InputError as error:
        for one in findings:
            if one.code == REFUSED:
                raise InputError(f"{one.file}:{one.line}: {one.message}; {one.hint}") from error
        raise


def _add_erratum(merged: Merged, erratum: Erratum, places: Sequence[Place]) -> None:
    """The row of an erratum; what it is about is printed at these places, all of which say the same."""
    row = as_row(erratum)
    key = erratum.erratum_id
    merged.add("errata", key, {column: Cell(value, Evidence("assigned")) for column, value in row.items()})
    merged.rest_on("errata", key, places)
    first, *more = [Evidence("printed", (place,)) for place in places]
    merged.put("errata", key, "as_printed", Cell(row["as_printed"], first), *more)


def _tables(merged: Merged, contract: Package) -> Tables:
    """Rows with every column of the contract, in the order of their keys."""
    return {
        name: in_order(
            [{column: row.get(column) for column in table.columns} for row in merged.rows[name].values()], table
        )
        for name, table in contract.tables.items()
    }
