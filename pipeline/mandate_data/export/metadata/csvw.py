"""CSV on the Web: `csv-metadata.json`, W3C Recommendation of 2015, with the contract as datatypes and keys."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from mandate_data.export.metadata.release_description import ReleaseDescription
from mandate_data.package.tables import Column, Table

BASES = {"string": "string", "integer": "integer", "number": "decimal", "boolean": "boolean"}
BOUNDS = {"minimum": "minimum", "maximum": "maximum", "minLength": "minLength", "maxLength": "maxLength"}


def csvw(release: ReleaseDescription) -> dict[str, Any]:
    """A table group, with the addresses of the tables relative to `metadata/`."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": release.title,
        "dc:description": release.description,
        "dc:creator": list(release.creators),
        "dc:license": {"@id": release.licence_url},
        "dc:issued": {"@value": release.date, "@type": "xsd:date"},
        "schema:version": release.version,
        "tables": [_table(table, release) for table in release.tables.values()],
    }


def _table(table: Table, release: ReleaseDescription) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in table.columns.values()],
        "primaryKey": list(table.primary_key),
    }
    addresses = {name: f"../{file.path}" for name, file in release.files.items()}
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "columnReference": list(key.fields),
                "reference": {
                    "resource": addresses[key.resource or table.name],
                    "columnReference": list(key.reference_fields),
                },
            }
            for key in table.foreign_keys
        ]
    return {
        "url": addresses[table.name],
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": schema,
    }


def _column(column: Column) -> dict[str, Any]:
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
