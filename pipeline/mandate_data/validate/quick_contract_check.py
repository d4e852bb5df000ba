"""Which tables keep their contract beyond doubt: in a fraction of the time in which Frictionless finds what is wrong.

A table that passes is one that Frictionless accepts. What does not pass is in doubt and not wrong: Frictionless judges.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence, Set
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from mandate_data.limits import COLUMN_SECONDS
from mandate_data.package.tables import Package, Table
from mandate_data.time_limits import TookTooLongError, cpu_limit

Columns = Mapping[str, Sequence[str]]
"""The cells of a table as text, by column, in the order of the rows."""

TYPES: Mapping[str, Callable[[str], bool]] = {
    "string": lambda cell: True,
    "integer": lambda cell: re.fullmatch("0|-?[1-9][0-9]*", cell) is not None,
    "number": lambda cell: re.fullmatch(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?", cell) is not None,
    "boolean": lambda cell: cell in ("true", "false"),
}
CONSTRAINTS: Mapping[str, Callable[[Any, str], bool]] = {
    "enum": lambda limit, cell: cell in limit,
    "pattern": lambda limit, cell: re.fullmatch(limit, cell) is not None,
    "minLength": lambda limit, cell: len(cell) >= limit,
    "maxLength": lambda limit, cell: len(cell) <= limit,
    "minimum": lambda limit, cell: Decimal(cell) >= Decimal(str(limit)),
    "maximum": lambda limit, cell: Decimal(cell) <= Decimal(str(limit)),
}
"""Those that are asked of each cell; `required` is asked of empty ones, and `unique` of the column."""
OF_TEXT = ("enum", "pattern", "minLength", "maxLength")
OF_NUMBERS = ("minimum", "maximum")


def tables_in_doubt(
    folder: Path,
    contract: Package,
    records: Mapping[str, Sequence[Sequence[str]]],
    digests: Mapping[str, Mapping[str, Any]],
    harmed: Set[str],
) -> set[str]:
    """The tables at which Frictionless is to look; `records` are those of their CSV files, by table, headers first.

    They are those that are `harmed`, as their CSV files are not in canonical form, those of another size or digest than
    `digests` gives, by table, and those that may not keep the contract.
    """
    tables = {
        name: columns
        for name, table in contract.tables.items()
        if name not in harmed
        and _has_digests(folder / "data" / f"{name}.csv", digests[name])
        and (columns := _columns(records[name], table)) is not None
    }
    return {name for name, table in contract.tables.items() if name not in tables or not _keeps(table, tables)}


def _has_digests(path: Path, digests: Mapping[str, Any]) -> bool:
    data = path.read_bytes()
    return digests == {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}


def _columns(records: Sequence[Sequence[str]], table: Table) -> Columns | None:
    """The cells of a table whose CSV file is in canonical form; None where it has another header."""
    header, *rows = records
    if header != list(table.columns) or any(len(row) != len(header) for row in rows):
        return None
    return dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(header, ())


def _keeps(table: Table, tables: Mapping[str, Columns]) -> bool:
    """Whether a table keeps its contract; not where it refers to one that is not among the `tables`."""
    columns = tables[table.name]
    return (
        all((key.resource or table.name) in tables for key in table.foreign_keys)
        and table.schema.get("missingValues", [""]) == [""]
        and all(_keeps_field(field, columns[field["name"]]) for field in table.schema["fields"])
        and _keeps_primary_key(table, columns)
        and all(
            _tuples(columns, key.fields)
            <= _tuples(tables[key.resource or table.name], key.reference_fields) | {("",) * len(key.fields)}
            for key in table.foreign_keys
        )
    )


def _keeps_field(field: Mapping[str, Any], cells: Sequence[str]) -> bool:
    constraints = field.get("constraints", {})
    kind, distinct = field["type"], set(cells)
    known = {
        "required",
        "unique",
        *(OF_TEXT if kind == "string" else OF_NUMBERS if kind in ("integer", "number") else ()),
    }
    if kind not in TYPES or field.get("format", "default") != "default" or not constraints.keys() <= known:
        return False
    if "" in distinct:
        if constraints.get("required"):
            return False
        distinct.discard("")
    if constraints.get("unique") and len(distinct) != sum(map(bool, cells)):
        return False
    tests: list[Callable[[str], bool]] = [] if kind == "string" else [TYPES[kind]]
    tests += [partial(CONSTRAINTS[name], limit) for name, limit in constraints.items() if name in CONSTRAINTS]
    try:
        with cpu_limit(COLUMN_SECONDS):
            return all(test(cell) for test in tests for cell in distinct)
    except (TookTooLongError, re.error):
        return False


def _keeps_primary_key(table: Table, columns: Columns) -> bool:
    rows = len(next(iter(columns.values())))
    cells = [columns[column] for column in table.primary_key]
    return not any("" in column for column in cells) and len(_tuples(columns, table.primary_key)) == rows


def _tuples(columns: Columns, names: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(columns[name] for name in names), strict=True))
