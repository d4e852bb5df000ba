"""Parquet: one file per table, with the types of the contract. Needs the extra `dist`."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import polars as pl

from mandate_data.package.tables import Table, Value

TYPES: dict[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
}


def write_parquet(table: Table, path: Path) -> None:
    """Write the rows in their order; an empty cell is null."""
    columns = [
        pl.Series(
            name,
            [_plain(row[name]) for row in table.rows],
            dtype=TYPES[kind],
        )
        for name, kind in table.types.items()
    ]
    pl.DataFrame(columns).write_parquet(path, compression="zstd", statistics=True)


def _plain(value: Value) -> str | int | float | bool | None:
    return float(value) if isinstance(value, Decimal) else value
