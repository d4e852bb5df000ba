"""The data package: `datapackage.json`, `data/*.csv`, `json/*.json` and a JSON Schema for each."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from operator import itemgetter
from pathlib import Path
from typing import Any

from mandate_data.package.json_schemas import table_json_schema
from mandate_data.package.tables import Package, Row, Table, Tables, Value, text_of

PACKAGE_SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_SCHEMA = "https://datapackage.org/profiles/2.0/dataresource.json"
TABLE_SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"


def write_package(tables: Tables, contract: Package, folder: Path) -> None:
    """Write the package into an existing, empty folder. The same tables give the same bytes."""
    (folder / "data").mkdir()
    (folder / "json").mkdir()
    resources = []
    for name, table in contract.tables.items():
        rows = in_order(tables[name], table)
        data = to_csv(rows, table)
        (folder / "data" / f"{name}.csv").write_bytes(data)
        for path, content in json_files(rows, table).items():
            (folder / path).write_bytes(content)
        resources.append(resource(table, data))
    (folder / "datapackage.json").write_bytes(to_json(descriptor(contract.metadata, tables["sources"], resources)))


def descriptor(
    metadata: Mapping[str, Any], sources: Sequence[Row], resources: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    """The content of `datapackage.json`, readable by version 1 and version 2 tools.

    `sources` are the rows of the table; each is a source of the package, with its title and when it was published.
    """
    return {
        "$schema": PACKAGE_SCHEMA,
        "profile": "tabular-data-package",
        **metadata,
        "sources": [{"title": f"{row['title']} ({row['published']})"} for row in sources],
        "resources": list(resources),
    }


def resource(table: Table, data: bytes) -> dict[str, Any]:
    """A table's entry in the descriptor, with the size and digest of its CSV file."""
    return {
        "$schema": RESOURCE_SCHEMA,
        "name": table.name,
        "type": "table",
        "profile": "tabular-data-resource",
        "path": f"data/{table.name}.csv",
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {"$schema": TABLE_SCHEMA, **table.schema},
    }


def in_order(rows: Sequence[Row], table: Table) -> list[Row]:
    """Rows as a package has them: in the order of their primary key, numbers before text."""
    with suppress(TypeError):  # numbers beside text, or an empty cell: what can't be compared as it is
        return sorted(rows, key=itemgetter(*table.primary_key))
    return sorted(rows, key=lambda row: [_sort_key(row[column]) for column in table.primary_key])


def _sort_key(value: Value) -> tuple[bool, Any]:
    return (True, value or "") if isinstance(value, str | None) else (False, value)


def json_files(rows: Sequence[Row], table: Table) -> dict[str, bytes]:
    """The JSON file of a table and its JSON Schema, by path."""
    return {
        f"json/{table.name}.json": rows_to_json(rows, table),
        f"json/{table.name}.schema.json": _json_schema(table),
    }


@functools.lru_cache(maxsize=128)
def _json_schema(table: Table) -> bytes:
    return to_json(table_json_schema(table))


_WRITTEN_AS_THEY_ARE = {str, int, type(None)}
"""Types whose values `csv` writes as `text_of` does, without being asked for each."""


def to_csv(rows: Sequence[Row], table: Table) -> bytes:
    """RFC 4180 but for LF line ends: header row, UTF-8, an empty cell for a missing value."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table.columns)
    columns = list(table.columns)
    kinds = set[type]().union(*(map(type, row.values()) for row in rows))
    if kinds <= _WRITTEN_AS_THEY_ARE:
        writer.writerows(row.values() if list(row) == columns else [row[name] for name in columns] for row in rows)
    else:
        # Most values are text: to ask first halves the time.
        writer.writerows(
            [value if isinstance(value := row[name], str) else text_of(value) for name in columns] for row in rows
        )
    return buffer.getvalue().encode("utf-8")


def rows_to_json(rows: Sequence[Row], table: Table) -> bytes:
    """Rows as indented JSON: one object per row with every column, null for missing, numbers as numbers.

    The bytes are those of `to_json`; the standard library indents in Python, which takes ten times as long. A line end
    within a text is written as `\\n`, so that those between objects are known by what is around them.
    """
    if not rows:
        return b"[]\n"
    columns = list(table.columns)
    encoded = _encoded([row if list(row) == columns else {name: row[name] for name in columns} for row in rows])
    objects = encoded[2:-2].replace("},\n    {", "\n  },\n  {\n    ")
    return f"[\n  {{\n    {objects}\n  }}\n]\n".encode()


def plain_number(value: Decimal) -> int | float:
    """A number as JSON has it: whole numbers without a point."""
    return int(value) if value == value.to_integral_value() else float(value)


_encoded = json.JSONEncoder(ensure_ascii=False, separators=(",\n    ", ": "), default=plain_number).encode


def to_json(content: Any) -> bytes:
    """Indented UTF-8 JSON with a line end, keys in the order given."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
