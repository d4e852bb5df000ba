"""Validates the parts of a corpus against its contract: Table Schemas as polars expressions.

Rows that don't pass are checked again cell by cell, and what is wrong with them is reported.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl

from mandate_data.corpus.parts import TYPES, BuiltPart, corpus_contract
from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import MOST_FAULTS
from mandate_data.package.csv_records import Record
from mandate_data.package.table_columns import TableSchema, compile_columns
from mandate_data.package.tables import KEY_SEPARATOR, Table
from mandate_data.validate.large.large_columns import beyond_doubt, in_doubt
from mandate_data.validate.record_check import Place, check_record


def check_part(made: BuiltPart) -> list[Finding]:
    """Findings on a part's tables: cells, keys within the part, rows that refer to none of its documents.

    They name the file that a row is of, and the line of its citation: the part itself is never stored.
    """
    frames = {name: pl.read_parquet(io.BytesIO(data)) for name, data in made.tables.items()}
    files = {name: f"{name}/part-{made.name}.parquet" for name in frames}
    return [_at_its_source(one, frames) for one in check_frames(frames, files)]


def _at_its_source(found: Finding, frames: Mapping[str, pl.DataFrame]) -> Finding:
    frame = frames.get(found.table)
    if frame is None or not found.line or "file" not in frame.columns:
        return found
    row = frame.row(found.line - 1, named=True)
    lines = pl.Series("line", [row.get("line")])
    if "first" in row:  # an edge, which knows its first citation
        citations = frames["citations"]
        lines = citations.filter(pl.col("file") == row["file"], pl.col("number") == row["first"])["line"]
    line = lines.first() if len(lines) else None
    return found.at(Location(str(row["file"]), line if isinstance(line, int) else 0))


def check_frames(frames: Mapping[str, pl.DataFrame], files: Mapping[str, str]) -> Iterator[Finding]:
    """The same for frames; `files` says what a finding calls each table's file. Its lines are rows, from 1."""
    for name, table in corpus_contract().tables.items():
        frame, file = frames[name], files[name]
        wanted = {column: TYPES[kind] for column, kind in table.types.items()}
        if dict(frame.schema) != wanted:
            columns, expected = _listed(dict(frame.schema)), _listed(wanted)
            yield finding(
                "contract-source-error/columns", Location(file), table=name, columns=columns, expected=expected
            )
            continue
        yield from _cells(frame, table, file)
        yield from _keys(frame, table, file)
        for key in table.foreign_keys:
            keys = frames[key.resource].select(key.reference_fields)
            stray = frame.with_row_index("row", 1).join(
                keys, left_on=key.fields, right_on=key.reference_fields, how="anti"
            )
            for row in stray.head(MOST_FAULTS).iter_rows(named=True):
                yield _of_row("contract-foreign-key/part", name, file, row, key.fields, resource=key.resource)


def _listed(schema: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} ({kind})" for name, kind in schema.items())


@cache
def _compiled(name: str) -> tuple[TableSchema, pl.Expr]:
    schema = compile_columns(corpus_contract().tables[name].schema)
    return schema, beyond_doubt(schema)


def _cells(frame: pl.DataFrame, table: Table, file: str) -> Iterator[Finding]:
    schema, test = _compiled(table.name)
    text = frame.select(pl.all().cast(pl.String).fill_null(""))
    for row in in_doubt(text, test)[:MOST_FAULTS]:
        record = Record(row + 1, row + 1, [str(cell) for cell in text.row(row)])
        yield from check_record(record, schema.columns, (), Place(table.name, file))[0]


def _keys(frame: pl.DataFrame, table: Table, file: str) -> Iterator[Finding]:
    twice = frame.with_row_index("row", 1).filter(pl.struct(table.primary_key).is_duplicated())
    for row in twice.head(MOST_FAULTS).iter_rows(named=True):
        yield _of_row("contract-primary-key/part", table.name, file, row, table.primary_key)


def _of_row(
    code: str, table: str, file: str, row: Mapping[str, Any], columns: tuple[str, ...], **values: str
) -> Finding:
    value = KEY_SEPARATOR.join(str(row[column]) for column in columns)
    at = Location(file, int(row["row"]))
    return finding(code, at, table=table, field=", ".join(columns), value=value, **values)


def digest_of(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
