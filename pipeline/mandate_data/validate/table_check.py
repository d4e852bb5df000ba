"""Table checks: all records of one table against its schema, by the standard, and what its keys are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import MOST_FAULTS
from mandate_data.package.csv_records import NotCsvError, Record
from mandate_data.package.key_texts import key_text
from mandate_data.package.resources import Resource, resource_records
from mandate_data.package.table_columns import TableSchema, schema_of_header
from mandate_data.validate.formulas import formulas_in
from mandate_data.validate.key_check import KeyRow, key_columns
from mandate_data.validate.record_check import Place, check_record, match_header


@dataclass(frozen=True, slots=True)
class CheckedTable:
    """What is wrong with a table, keys apart, and its keys; `whole` says whether all of it was read."""

    findings: list[Finding]
    keys: list[KeyRow] = field(default_factory=list, repr=False)
    whole: bool = True


def check_table(table: Resource, file: str, referred: set[str]) -> CheckedTable:
    """What is wrong with each record of a table; `referred` are the columns that other tables refer to.

    `file` is what findings name as the place. Expects a resource with a schema and rows.
    """
    assert table.schema is not None
    place = Place(table.name, file, table.rows is None)
    findings: list[Finding] = []
    keys: list[KeyRow] = []
    wanted = key_columns(table.schema) | referred
    records = resource_records(table)
    try:
        header = _header(table, records)
        if header is None:
            last = (table.file.dialect.header_rows or (1,))[-1] if table.file is not None else 1
            code = "contract-source-error/no-header" if last > 1 else "contract-source-error/empty"
            problem = finding(code, Location(file), table=table.name, row=last)
            return CheckedTable([problem], whole=table.schema.columns == ())
        schema = described_schema(table, header.cells)
        findings, columns = match_header(header, schema, place, table.case_sensitive)
        if not table.schema.columns:  # no field has a name that a label could be without
            findings = [item for item in findings if item.code != "contract-incorrect-label"]
        if any(item.code == "contract-blank-header" or item.message.startswith("the header is") for item in findings):
            return CheckedTable(findings, whole=False)
        missing = [column for column in schema.columns if column not in columns]
        names = [column.name if column else "" for column in columns]
        for record in records:
            found, values = check_record(record, columns, missing, place)
            findings += found
            findings += formulas_in([record], names, table.name, record.file or file)
            if wanted:
                texts = {name: key_text(values.get(name)) for name in wanted}
                keys.append(KeyRow(place.at(record), record.number, texts))
            if len(findings) > MOST_FAULTS:
                return CheckedTable([*findings[:MOST_FAULTS], unfinished(table.name, file)], whole=False)
    except NotCsvError as broken:
        return CheckedTable([*findings, broken.finding(Path(table.path or file), table.name)], whole=False)
    return CheckedTable(findings, keys)


def described_schema(table: Resource, labels: list[str]) -> TableSchema:
    """The table's schema, or, where nobody described its columns, one of its header: columns of any type."""
    assert table.schema is not None
    if table.schema.columns:
        return table.schema
    return schema_of_header(labels)


def _header(table: Resource, records: Iterator[Record]) -> Record | None:
    """The header; that of the schema where the dialect has none; None for an empty file."""
    if table.file is not None and not table.file.dialect.header and table.schema is not None:
        if table.schema.columns:
            return Record(0, 0, table.schema.names)
        return Record(0, 0, [])
    return next(records, None)


def unfinished(table: str, file: str) -> Finding:
    """What is said of a table after its most faults."""
    return finding("contract-unfinished", Location(file), table=table, most=MOST_FAULTS)
