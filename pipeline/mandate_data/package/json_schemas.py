"""A JSON Schema for each table's JSON file, derived from its Table Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mandate_data.package.tables import Table

TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
SHARED = ("minimum", "maximum", "pattern", "minLength", "maxLength")


def table_json_schema(table: Table) -> dict[str, Any]:
    """The schema of `json/<table>.json`: an array of objects that have every column.

    Raises KeyError for a field type that the data model does not use.
    """
    properties = {field["name"]: _property(field) for field in table.schema["fields"]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": table.title,
        "description": table.description,
        "type": "array",
        "items": {
            "type": "object",
            "required": list(table.columns),
            "additionalProperties": False,
            "properties": properties,
        },
    }


def column_json_schema(table: Table, name: str) -> dict[str, Any]:
    """The schema of one column's values in it. Raises KeyError as `table_json_schema` does."""
    return _property(table.columns[name].descriptor)


def _property(field: Mapping[str, Any]) -> dict[str, Any]:
    constraints = field.get("constraints", {})
    kind = TYPES[field["type"]]
    rules: dict[str, Any] = {"type": kind if constraints.get("required") else [kind, "null"]}
    rules |= {name: constraints[name] for name in SHARED if name in constraints}
    if "enum" in constraints:
        rules["enum"] = constraints["enum"] + ([] if constraints.get("required") else [None])
    return {"title": field["title"], "description": field["description"], **rules}
