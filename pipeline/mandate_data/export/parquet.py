"""Parquet: one file per table, with the types of the contract and what it means. Needs the extra `dist`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from mandate_data.package.tables import Table, Value

TYPES: dict[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
}


def write_parquet(table: Table, path: Path, package: Mapping[str, Any]) -> None:
    """Write the rows in their order; an empty cell is null.

    The file's metadata has title, description, version and licence, and the title and description of each column;
    `package` is the descriptor of the data package.
    """
    columns = [
        pl.Series(
            name,
            [_plain(row[name]) for row in table.rows],
            dtype=TYPES[kind],
        )
        for name, kind in table.types.items()
    ]
    pl.DataFrame(columns).write_parquet(path, compression="zstd", statistics=True, metadata=_metadata(table, package))


def _metadata(table: Table, package: Mapping[str, Any]) -> dict[str, str]:
    columns = {
        name: {"title": one.title, "description": one.description} for name, one in table.columns.items()
    }  # fmt: skip
    return {
        "title": table.title,
        "description": table.description,
        "dataset": str(package.get("title", "")),
        "version": str(package.get("version", "")),
        "licence": ", ".join(one["path"] for one in package.get("licenses", ())),
        "columns": json.dumps(columns, ensure_ascii=False),
    }


def _plain(value: Value) -> str | int | float | bool | None:
    return float(value) if isinstance(value, Decimal) else value
