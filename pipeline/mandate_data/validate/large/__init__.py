"""Large tables: what Frictionless would find in them, found by Pandera over polars.

records.py cuts the file into blocks; columns.py lets through the cells that are beyond doubt; judge.py has Frictionless
itself judge the records that are left; keys.py compares the keys of whole tables. Memory: one block, and the columns
that keys are made of.

checked = check_large(tables, names)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Any

import polars as pl
from frictionless import Schema

from mandate_data.findings.finding import Finding
from mandate_data.package.csv_records import NotCsvError, Record, read_header
from mandate_data.validate.formulas import formulas_in
from mandate_data.validate.frictionless_errors import MOST_FAULTS
from mandate_data.validate.large.large_columns import compile_schema, in_doubt
from mandate_data.validate.large.large_keys import LINE, NUMBER, foreign_key_faults, primary_key_faults, unique_faults
from mandate_data.validate.large.large_records import Block, read_blocks
from mandate_data.validate.large.predicates import has_plain_values, no_value
from mandate_data.validate.large.recheck import Fault, judge_header, judge_records

__all__ = ["Checked", "Fault", "Table", "can_check", "check_large"]


JUDGED_AT_ONCE = 2_000
"""Records: after so many it is time to see whether it is worth going on."""


@dataclass(frozen=True, slots=True)
class Table:
    """A CSV file in UTF-8, quoted by `"`, and its Table Schema."""

    name: str
    path: Path
    schema: Schema
    delimiter: str = ","


@dataclass(frozen=True, slots=True)
class Checked:
    """What is wrong with a table, and the formulas in it; `broken` says where and why it could not be read to its end.

    `unfinished` means that it has more than MOST_FAULTS, after which nobody reads on.
    """

    faults: list[Fault]
    formulas: list[Finding]
    broken: NotCsvError | None = None
    unfinished: bool = False

    @property
    def whole(self) -> bool:
        """Whether all of the table was read, so that its keys are known."""
        return self.broken is None and not self.unfinished


@dataclass(frozen=True, slots=True)
class _Read:
    checked: Checked
    keys: pl.DataFrame


def can_check(table: Table, tables: Mapping[str, Table]) -> bool:
    """Whether the table's header and keys are such as can be checked here; otherwise it is for Frictionless."""
    try:
        header = read_header(table.path, table.delimiter)
    except NotCsvError:
        return True  # which is found here, on its line
    if not header or table.schema.has_defined("fields_match") or judge_header(header, table.schema):
        return False
    if not all(_target(table, key) in tables for key in table.schema.foreign_keys):
        return False
    return all(
        has_plain_values(tables[name].schema.get_field(column)) for name, column in _key_columns([table], tables)
    ) and all(_comparable(table, key, tables) for key in table.schema.foreign_keys)


def check_large(tables: Mapping[str, Table], names: Iterable[str]) -> dict[str, Checked]:
    """What is wrong with each of the tables that are named; `tables` has those that they refer to, too."""
    judged = [tables[name] for name in names]
    wanted: dict[str, set[str]] = {table.name: set() for table in judged}
    for name, column in _key_columns(judged, tables):
        wanted.setdefault(name, set()).add(column)
    read = {name: _read(tables[name], sorted(columns)) for name, columns in wanted.items()}
    result = {}
    for table in judged:
        checked = read[table.name].checked
        if checked.whole:
            more = islice(_key_faults(table, read), MOST_FAULTS + 1)
            checked = _up_to_most([*checked.faults, *more], checked.formulas)
        result[table.name] = checked
    return result


def _up_to_most(faults: list[Fault], formulas: list[Finding]) -> Checked:
    unfinished = len(faults) > MOST_FAULTS or len(formulas) > MOST_FAULTS
    return Checked(faults[:MOST_FAULTS], formulas[:MOST_FAULTS], unfinished=unfinished)


def _key_columns(judged: Sequence[Table], tables: Mapping[str, Table]) -> list[tuple[str, str]]:
    """(table, column) of everything that the keys of these tables are made of."""
    columns = []
    for table in judged:
        columns += [(table.name, column) for column in table.schema.primary_key]
        columns += [(table.name, field.name) for field in table.schema.fields if field.constraints.get("unique")]
        for key in table.schema.foreign_keys:
            columns += [(table.name, column) for column in key["fields"]]
            columns += [(_target(table, key), column) for column in key["reference"]["fields"]]
    return columns


def _target(table: Table, key: Mapping[str, Any]) -> str:
    return str(key["reference"]["resource"] or table.name)


def _comparable(table: Table, key: Mapping[str, Any], tables: Mapping[str, Table]) -> bool:
    """Whether both sides of a foreign key are of the same types: the text 1992 is not the year."""
    there = tables[_target(table, key)].schema
    pairs = zip(key["fields"], key["reference"]["fields"], strict=True)
    return all(table.schema.get_field(one).type == there.get_field(other).type for one, other in pairs)


def _read(table: Table, columns: list[str]) -> _Read:
    names = [field.name for field in table.schema.fields]
    compiled = compile_schema(table.schema)
    faults: list[Fault] = []
    formulas: list[Finding] = []
    keys = [pl.DataFrame(schema={**dict.fromkeys(columns, pl.String), NUMBER: pl.Int64, LINE: pl.Int64})]
    blank = {column: no_value(table.schema.get_field(column)) for column in columns}
    try:
        for block in read_blocks(table.path, names, table.delimiter):
            doubtful = in_doubt(block.frame, compiled)
            for records in _in_batches(chain(_records(block, doubtful), block.odd)):
                found, values = judge_records(records, table.schema)
                faults += found
                formulas += formulas_in(records, names, table.name, str(table.path))
                checked = _up_to_most(faults, formulas)
                if checked.unfinished:
                    return _Read(checked, keys[0])
                keys.append(_judged_keys(records, values, columns))
            keys.append(_keys(block, doubtful, columns, blank))
    except NotCsvError as error:
        return _Read(Checked(faults, formulas, error), pl.concat(keys))
    return _Read(Checked(faults, formulas), pl.concat(keys))


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


def _judged_keys(records: Sequence[Record], values: Sequence[Mapping[str, object]], columns: list[str]) -> pl.DataFrame:
    """The keys of the records that Frictionless has read."""
    rows = [
        [*(None if row[column] is None else str(row[column]) for column in columns), record.number, record.line]
        for record, row in zip(records, values, strict=True)
    ]
    schema = {**dict.fromkeys(columns, pl.String), NUMBER: pl.Int64, LINE: pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def _key_faults(table: Table, read: Mapping[str, _Read]) -> Iterable[Fault]:
    keys, schema = read[table.name].keys, table.schema
    if schema.primary_key:
        yield from primary_key_faults(keys, schema.primary_key)
    for position, field in enumerate(schema.fields, 1):
        if field.constraints.get("unique"):
            yield from unique_faults(keys, field.name, position)
    for key in schema.foreign_keys:
        target = read[_target(table, key)]
        if target.checked.whole:
            reference = key["reference"]
            yield from foreign_key_faults(keys, key["fields"], target.keys, reference["resource"], reference["fields"])
