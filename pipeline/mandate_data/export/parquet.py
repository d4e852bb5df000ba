"""Parquet: one file per table, with the types of the contract and what it means. Needs the extra `dist`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl

from mandate_data.package.exact_numbers import inexact_columns
from mandate_data.package.tables import Table, Value, text_of

TYPES: dict[str, type[pl.DataType]] = {
    "string": pl.String,
    "integer": pl.Int64,
    "number": pl.Float64,
    "boolean": pl.Boolean,
}


def write_parquet(table: Table, path: Path, package: Mapping[str, Any]) -> None:
    """Write the rows in their order; an empty cell is null. Numbers that 64 bits can't hold are text.

    The file's metadata has title, description, version and licence, and the title and description of each column;
    `package` is the descriptor of the data package.
    """
    as_text = inexact_columns(table)
    columns = [
        pl.Series(
            name,
            [_plain(row[name], name in as_text) for row in table.rows],
            dtype=pl.String if name in as_text else TYPES[kind],
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


def _plain(value: Value, as_text: bool) -> str | int | float | bool | None:
    if as_text and value is not None:
        return text_of(value)
    return float(value) if isinstance(value, Decimal) else value
