"""Large tables: what `table_check` would find in them, found by polars.

large_records.py cuts the file into blocks; large_columns.py lets through the rows that are beyond doubt; `record_check`
judges those that are left; large_keys.py compares the keys of whole tables. Memory: one block, and the columns that
keys are made of.

checked = check_large(tables, names)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

import polars as pl

from mandate_data.findings import Finding
from mandate_data.limits import MOST_FAULTS, MOST_PACKAGE_FAULTS
from mandate_data.package.csv_records import NotCsvError, Record, read_header
from mandate_data.package.key_texts import key_text
from mandate_data.package.resources import Resource
from mandate_data.package.table_columns import TableSchema
from mandate_data.validate.formulas import formulas_in
from mandate_data.validate.key_check import key_columns
from mandate_data.validate.large.large_columns import beyond_doubt, in_doubt
from mandate_data.validate.large.large_keys import LINE, NUMBER, key_findings, stray_findings
from mandate_data.validate.large.large_records import Block, read_blocks
from mandate_data.validate.large.predicates import has_plain_values, no_value
from mandate_data.validate.record_check import Place, check_record, match_header
from mandate_data.validate.table_check import CheckedTable, described_schema, unfinished

JUDGED_AT_ONCE = 2_000
"""Records: after so many it is time to see whether it is worth going on."""


@dataclass(frozen=True, slots=True)
class _Read:
    findings: list[Finding]
    keys: pl.DataFrame = field(repr=False)
    whole: bool = True


def check_large(tables: Mapping[str, Resource], big: Sequence[str]) -> dict[str, CheckedTable]:
    """What is wrong with the tables that are `big`, and with those that refer to them, by name.

    A table whose header or keys are such as can't be checked here is left out.
    """
    schemas = {name: schema for name in tables if (schema := _schema(tables[name])) is not None}
    checked = {name for name in _referring(tables, big) if _can_check(name, tables, schemas)}
    wanted: dict[str, set[str]] = {name: key_columns(schemas[name]) for name in checked}
    for name in checked:
        for key in schemas[name].foreign_keys:
            wanted.setdefault(key.resource or name, set()).update(key.reference_fields)
    read: dict[str, _Read] = {}
    for name, columns in sorted(wanted.items()):
        if sum(len(one.findings) for one in read.values()) < MOST_PACKAGE_FAULTS:
            read[name] = _read(tables[name], schemas[name], sorted(columns))
    result = {}
    for name in sorted(checked):
        if not {name, *(key.resource or name for key in schemas[name].foreign_keys)} <= read.keys():
            continue
        found = read[name]
        findings, whole = found.findings, found.whole
        if whole:
            findings = [*findings, *islice(_key_findings(tables[name], schemas[name], read), MOST_FAULTS + 1)]
            if len(findings) > MOST_FAULTS:
                findings = [*findings[:MOST_FAULTS], unfinished(name, str(tables[name].path))]
        result[name] = CheckedTable(findings, whole=whole)
    return result


def _schema(table: Resource) -> TableSchema | None:
    """The schema of a table in plain CSV; None for any other."""
    if table.file is None or not table.file.is_plain or table.path is None:
        return None
    try:
        return described_schema(table, read_header(table.path, table.file.dialect.delimiter))
    except NotCsvError:
        return table.schema


def _referring(tables: Mapping[str, Resource], names: Sequence[str]) -> set[str]:
    """These tables, those that refer to them, and so on."""
    found = set(names)
    while (
        more := {
            name
            for name, table in tables.items()
            for key in (table.schema.foreign_keys if table.schema else ())
            if key.resource in found
        }
        - found
    ):
        found |= more
    return found


def _can_check(name: str, tables: Mapping[str, Resource], schemas: Mapping[str, TableSchema]) -> bool:
    schema, table = schemas.get(name), tables[name]
    if schema is None or table.path is None or table.file is None:
        return False
    names = schema.names
    if len(set(names)) != len(names) or schema.fields_match != "exact":
        return False
    try:
        header = read_header(table.path, table.file.dialect.delimiter)
    except NotCsvError:
        return True  # which is found here, on its line
    found, _ = match_header(Record(1, 1, header), schema, Place(name, ""), table.case_sensitive)
    if not header or any(item.severity == "error" for item in found):
        return False
    if not all((key.resource or name) in schemas for key in schema.foreign_keys):
        return False
    if not all(has_plain_values(schema.column(column)) for column in key_columns(schema)):
        return False
    for key in schema.foreign_keys:
        there = schemas[key.resource or name]
        for one, other in zip(key.fields, key.reference_fields, strict=True):
            if not has_plain_values(there.column(other)) or schema.column(one).kind != there.column(other).kind:
                return False
    return True


def _read(table: Resource, schema: TableSchema, columns: list[str]) -> _Read:
    assert table.path is not None
    assert table.file is not None
    names, file, place = schema.names, str(table.path), Place(table.name, str(table.path))
    findings = _of_header(table, schema, place)
    keys = [pl.DataFrame(schema={**dict.fromkeys(columns, pl.String), NUMBER: pl.Int64, LINE: pl.Int64})]
    test = beyond_doubt(schema)
    blank = {column: no_value(schema.column(column)) for column in columns}
    try:
        for block in read_blocks(table.path, names, table.file.dialect.delimiter):
            doubtful = in_doubt(block.frame, test)
            for records in _in_batches(chain(_records(block, doubtful), block.odd)):
                rows = []
                for record in records:
                    found, values = check_record(record, schema.columns, (), place)
                    findings += found
                    rows.append([*(key_text(values[column]) for column in columns), record.number, record.line])
                findings += formulas_in(records, names, table.name, file)
                if len(findings) > MOST_FAULTS:
                    return _Read([*findings[:MOST_FAULTS], unfinished(table.name, file)], keys[0], whole=False)
                keys.append(pl.DataFrame(rows, schema=keys[0].schema, orient="row"))
            keys.append(_keys(block, doubtful, columns, blank))
    except NotCsvError as error:
        return _Read([*findings, error.finding(table.path, table.name)], keys[0], whole=False)
    return _Read(findings, pl.concat(keys))


def _of_header(table: Resource, schema: TableSchema, place: Place) -> list[Finding]:
    """What is reported of a header that is read all the same."""
    assert table.path is not None
    assert table.file is not None
    try:
        header = read_header(table.path, table.file.dialect.delimiter)
    except NotCsvError:
        return []  # which is found on its line
    return match_header(Record(1, 1, header), schema, place, table.case_sensitive)[0] if header else []


def _records(block: Block, rows: Sequence[int]) -> Iterator[Record]:
    for row in rows:
        yield Record(int(block.numbers[row]), int(block.lines[row]), list(block.frame.row(row)))


def _in_batches(records: Iterator[Record]) -> Iterator[list[Record]]:
    while batch := list(islice(records, JUDGED_AT_ONCE)):
        yield batch


def _keys(block: Block, doubtful: Sequence[int], columns: list[str], blank: Mapping[str, pl.Expr]) -> pl.DataFrame:
    """The keys of a block's rows that are beyond doubt."""
    frame = block.frame.select(
        *(pl.when(~blank[column]).then(pl.col(column)) for column in columns),
        pl.Series(NUMBER, block.numbers),
        pl.Series(LINE, block.lines),
    )
    if doubtful:
        frame = frame.with_row_index("\0row").filter(~pl.col("\0row").is_in(list(doubtful))).drop("\0row")
    return frame


def _key_findings(table: Resource, schema: TableSchema, read: Mapping[str, _Read]) -> Iterable[Finding]:
    keys, file = read[table.name].keys, str(table.path)
    yield from key_findings(keys, schema, table.name, file)
    for key in schema.foreign_keys:
        target = read[key.resource or table.name]
        if target.whole:
            yield from stray_findings(keys, key, target.keys, table.name, file)
