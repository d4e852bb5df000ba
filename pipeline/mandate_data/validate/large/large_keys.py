"""Keys of large tables: what `key_check` finds in rows of memory, found in whole frames.

A frame of keys has the columns that keys are made of, as text that is equal where values are, null where there is none;
and for each row the number of its record and its physical line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import polars as pl

from mandate_data.findings import Finding, Location
from mandate_data.package.table_columns import TableSchema
from mandate_data.package.tables import ForeignKey
from mandate_data.validate.key_check import KeyRow, check_own_keys, foreign_key_finding

NUMBER, LINE = "\0number", "\0line"
"""What the columns with record and line are called: no table has such names."""


def key_findings(keys: pl.DataFrame, schema: TableSchema, table: str, file: str) -> Iterator[Finding]:
    """Keys without a value, and keys, unique keys and unique values that a row before has."""
    suspect = pl.lit(False)
    wanted = [key for key in (schema.primary_key, *schema.unique_keys) if key]
    wanted += [(column.name,) for column in schema.columns if column.unique]
    for key in wanted:
        suspect |= _repeated(keys, key)
    if schema.primary_key:
        suspect |= pl.any_horizontal(pl.col(list(schema.primary_key)).is_null())
    if wanted:
        yield from check_own_keys(_rows(keys.filter(suspect), file), schema, table)


def _repeated(keys: pl.DataFrame, columns: Sequence[str]) -> pl.Series | pl.Expr:
    # Rows with different hashes differ; the few others are compared by what they hold.
    hashes = keys.select(columns).hash_rows()
    if hashes.n_unique() == len(hashes):
        return pl.lit(False)
    return hashes.is_duplicated()


def _rows(keys: pl.DataFrame, file: str) -> list[KeyRow]:
    return [
        KeyRow(Location(file, row.pop(LINE)), row.pop(NUMBER), row) for row in keys.sort(NUMBER).iter_rows(named=True)
    ]


def stray_findings(
    keys: pl.DataFrame, key: ForeignKey, target: pl.DataFrame, table: str, file: str
) -> Iterator[Finding]:
    """Rows whose values are in no row of the table that they refer to; one with an empty part refers to none."""
    there = target.select(key.reference_fields).unique()
    whole = keys.filter(pl.all_horizontal(pl.col(list(key.fields)).is_not_null()))
    stray = whole.join(there, left_on=key.fields, right_on=key.reference_fields, how="anti")
    for row in stray.sort(NUMBER).iter_rows(named=True):
        values = [row[column] for column in key.fields]
        yield foreign_key_finding(Location(file, row[LINE]), row[NUMBER], values, key, table)
