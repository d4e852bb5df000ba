"""Results of a project's code and words of its schemas, checked: what can't be is one line that names the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mandate_data.documents import Place
from mandate_data.errors import InputError
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import ClaimRule, Extraction, Record, Span, kind_of
from mandate_data.findings.finding import Finding
from mandate_data.package.addresses import ABOUT_THE_DATA
from mandate_data.package.field_mistakes import Steps
from mandate_data.package.table_schemas import NOT_CORRECTED
from mandate_data.package.tables import Package, Table
from mandate_data.yaml_files import place_in

CLAIMS = "claims"


def checked_extraction(at: str, found: Any, parsed: ParsedSource, contract: Package) -> Extraction:
    """What the function `read` of a reader, defined `at` this file and line, gave for a source.

    Raises InputError for what is not an extraction for this source and these tables.
    """
    if not isinstance(found, Extraction):
        raise InputError(f"{at}: read() gives {kind_of(found)}; it must give an Extraction")
    for mistake in _mistakes(found, parsed, contract):
        raise InputError(f"{at}: read() gives {mistake}")
    return found


def checked_findings(at: str, found: Any) -> list[Finding]:
    """What the function `derive` of a project, defined `at` this file and line, gave.

    Raises InputError for what is not a list of findings.
    """
    if not isinstance(found, list):
        raise InputError(f"{at}: derive() gives {kind_of(found)}; it must give a list of findings, which may be empty")
    for item in found:
        if not isinstance(item, Finding):
            raise InputError(f"{at}: derive() gives {kind_of(item)} in its list; merged.finding(…) makes a finding")
    return found


def check_schema_rules(
    contract: Package, schemas: Path, rules: Collection[str], lists: Mapping[str, Collection[str]]
) -> None:
    """Raises InputError where a Table Schema names a rule, a reference list or an attribute that is not there.

    `rules` are the normalisations of the engine and the project; `lists` are the attributes of each reference list.
    """
    for name in ABOUT_THE_DATA:
        if name not in contract.tables:
            where = place_in(schemas / "package.yaml", ("tables",))
            raise InputError(f"{where}: lacks {name!r}, which every project has; add it")
    for name, table in contract.tables.items():
        for steps, value, known in _named(table, rules, lists):
            if value not in known:
                where = place_in(schemas / "tables" / f"{name}.yaml", steps)
                instead = (
                    f"is not known; it is one of {', '.join(sorted(known))}"
                    if known
                    else f"is of no list; say with x-reference which list the rows of {name} are of"
                )
                raise InputError(f"{where}: {value!r} {instead}")


def _named(
    table: Table, rules: Collection[str], lists: Mapping[str, Collection[str]]
) -> Iterator[tuple[Steps, object, Collection[str]]]:
    """What a Table Schema names that the engine or the project must have: where, its name, and what there is."""
    reference = table.extensions.get("x-reference")
    if reference is not None:
        yield ("x-reference",), reference, lists
    for at, column in enumerate(table.columns.values()):
        for key, known in (("x-normalisation", rules), ("x-attribute", lists.get(str(reference), ()))):
            if key in column.extensions:
                yield ("fields", at, key), column.extensions[key], known


def _mistakes(found: Extraction, parsed: ParsedSource, contract: Package) -> Iterator[str]:
    of_each = {"records": Record, "findings": Finding, "spans": Span, "claims": ClaimRule}
    for name, kind in of_each.items():
        items = getattr(found, name)
        if not isinstance(items, list):
            yield f"{name} that are {kind_of(items)}; they must be a list"
            return
        for item in items:
            if not isinstance(item, kind):
                yield f"{kind_of(item)} among its {name}; each must be a {kind.__name__}"
    for span in found.spans:
        if not all(type(number) is int for number in (span.block, span.start, span.end)) or span.block not in range(
            len(parsed.blocks)
        ):
            yield f"{span}; the source has the blocks 0 to {len(parsed.blocks) - 1}"
    claimed = {rule.claim_id for rule in found.claims}
    for record in found.records:
        yield from _mistakes_in_record(record, parsed, contract)
        if record.table == CLAIMS and record.values["claim_id"] not in claimed:
            yield f"the claim {record.values['claim_id']!r} without a ClaimRule that says how it is recomputed"
    recorded = {record.values["claim_id"] for record in found.records if record.table == CLAIMS}
    for rule in found.claims:
        if rule.claim_id not in recorded:
            yield f"a ClaimRule for {rule.claim_id!r}, of which it gives no record of {CLAIMS}"


def _mistakes_in_record(record: Record, parsed: ParsedSource, contract: Package) -> Iterator[str]:
    filled = [name for name in contract.tables if name not in NOT_CORRECTED]
    if record.table not in contract.tables:
        yield f"a record of {record.table!r}, which is not a table; tables are {', '.join(filled)}"
        return
    if record.table not in filled:
        yield f"a record of {record.table}, which the program fills itself; tables are {', '.join(filled)}"
        return
    table = contract.tables[record.table]
    for column, cell in record.cells.items():
        if column not in table.columns:
            columns = ", ".join(table.columns)
            yield f"a record of {table.name} with {column!r}, which is not a column of it; it has {columns}"
        if cell.evidence.kind == "normalised" and cell.evidence.rule not in parsed.normalisations:
            yield f"a {column} of {table.name} normalised by {cell.evidence.rule!r}, which is not a normalisation"
        for place in cell.evidence.places:
            yield from _mistakes_in_place(f"a {column} of {table.name}", place, parsed)
    yield from _mistakes_in_place(f"a record of {table.name}", record.place, parsed)
    for column in table.primary_key:
        if column not in record.cells or record.cells[column].value is None:
            yield f"a record of {table.name} without {column}, which is part of its key"


def _mistakes_in_place(what: str, place: Place, parsed: ParsedSource) -> Iterator[str]:
    document = parsed.document
    if place.source_id != document.source_id:
        yield f"{what} with a place in {place.source_id!r}; the source that it reads is {document.source_id!r}"
    elif not 1 <= place.line <= place.end_line <= len(document.lines):
        last = len(document.lines)
        yield f"{what} on the lines {place.line} to {place.end_line}; the source has the lines 1 to {last}"
