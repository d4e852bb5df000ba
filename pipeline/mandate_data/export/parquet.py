"""Parquet: a file a table, with the types of the contract. Needs the extra `dist`."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from mandate_data.package.read import ReadTable
from mandate_data.package.table_schemas import value_of

TYPES: dict[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
}


def write_parquet(table: ReadTable, path: Path) -> None:
    """Write the rows in their order; an empty cell is null."""
    columns = [
        pl.Series(
            name,
            [_plain(row[name], field["type"]) for row in table.rows],
            dtype=TYPES[field["type"]],
        )
        for name, field in table.fields.items()
    ]
    pl.DataFrame(columns).write_parquet(path, compression="zstd", statistics=True)


def _plain(cell: str, kind: str) -> str | int | float | bool | None:
    value = value_of(cell, kind)
    return float(str(value)) if kind == "number" and value is not None else value  # type: ignore[return-value]
