"""CSV on the Web: `csv-metadata.json`, W3C Recommendation of 2015, with the contract as datatypes and keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mandate_data.export.metadata.release_description import Model, ReleasedColumn, ReleasedTable

BASES = {"string": "string", "integer": "integer", "number": "decimal", "boolean": "boolean"}
BOUNDS = {"minimum": "minimum", "maximum": "maximum", "minLength": "minLength", "maxLength": "maxLength"}


def csvw(model: Model) -> dict[str, Any]:
    """A table group, with the addresses of the tables relative to `metadata/`."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": model.title,
        "dc:description": model.description,
        "dc:creator": list(model.creators),
        "dc:license": {"@id": model.licence_url},
        "dc:issued": {"@value": model.date, "@type": "xsd:date"},
        "schema:version": model.version,
        "tables": [_table(table, model) for table in model.tables],
    }


def _table(table: ReleasedTable, model: Model) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in table.columns],
        "primaryKey": list(table.primary_key),
    }
    addresses = {other.name: f"../{other.path}" for other in model.tables}
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {"columnReference": list(own), "reference": {"resource": addresses[name], "columnReference": list(there)}}
            for own, name, there in table.foreign_keys
        ]
    return {
        "url": addresses[table.name],
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }


def _column(column: ReleasedColumn) -> dict[str, Any]:
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.description,
        "datatype": _datatype(column.type, column.constraints),
        "required": bool(column.constraints.get("required")),
    }


def _datatype(kind: str, constraints: Mapping[str, Any]) -> str | dict[str, Any]:
    """The base with its bounds; an enumeration is a pattern, as there is no other word for it."""
    base = BASES[kind]
    rules: dict[str, Any] = {BOUNDS[name]: value for name, value in constraints.items() if name in BOUNDS}
    if "enum" in constraints and kind == "string":
        rules["format"] = "|".join(re.escape(value) for value in constraints["enum"])
    elif "pattern" in constraints:
        rules["format"] = constraints["pattern"].removeprefix("^").removesuffix("$")
    elif kind == "boolean":
        rules["format"] = "true|false"
    return {"base": base, **rules} if rules else base
