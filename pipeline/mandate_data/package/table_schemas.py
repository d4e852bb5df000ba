"""The tables of the data model, as their Table Schemas in `schemas/tables/` define them: columns, types, keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import yaml

from mandate_data.errors import InputError

Value = str | int | Decimal | bool | None
Row = dict[str, Value]
Tables = dict[str, list[Row]]


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns of a table that must stand in another table's columns; `resource` is `""` for the table itself."""

    fields: tuple[str, ...]
    resource: str
    reference_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contract:
    """One table: its Table Schema as written, and what code asks of it."""

    name: str
    title: str
    description: str
    schema: Mapping[str, Any]
    columns: tuple[str, ...]
    types: Mapping[str, str]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    extensions: Mapping[str, Any] = field(default_factory=dict)
    column_extensions: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def key_of(self, row: Mapping[str, Value]) -> str:
        """The row's primary-key values joined by `|`, as `provenance.row_key` has them."""
        return "|".join(text_of(row[column]) for column in self.primary_key)


@dataclass(frozen=True, slots=True)
class PackageContract:
    """The package's metadata and its tables, in their published order."""

    metadata: Mapping[str, Any]
    tables: Mapping[str, Contract]

    def reference_table(self, reference: str) -> Contract | None:
        """The table whose rows are entries of a reference list (its property `x-reference`), if there is one."""
        return next((table for table in self.tables.values() if table.extensions.get("x-reference") == reference), None)

    def references_to(self, table: str) -> list[tuple[str, str]]:
        """(table, column) of every single-column foreign key to a table, its own included."""
        return [
            (contract.name, key.fields[0])
            for contract in self.tables.values()
            for key in contract.foreign_keys
            if (key.resource or contract.name) == table and len(key.fields) == 1
        ]


def text_of(value: Value) -> str:
    """A value as CSV has it: empty for missing, `true`/`false`, numbers without separators."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value)


def value_of(text: str, kind: str) -> Value:
    """A CSV cell as a value of a field type. Raises ValueError for a text that is none."""
    if text == "":
        return None
    if kind == "integer":
        return int(text)
    if kind == "number":
        try:
            return Decimal(text)
        except InvalidOperation:
            raise ValueError(f"{text!r} is not a number") from None
    if kind == "boolean":
        if text not in ("true", "false"):
            raise ValueError(f"{text!r} is neither true nor false")
        return text == "true"
    return text


def load_contract(schemas: Path) -> PackageContract:
    """Read `package.yaml` and the Table Schemas it names. Raises InputError for a missing or broken file."""
    package = _yaml(schemas / "package.yaml")
    names: Sequence[str] = package["tables"]
    metadata = {key: value for key, value in package.items() if key != "tables"}
    return PackageContract(metadata, {name: _contract(_yaml(schemas / "tables" / f"{name}.yaml")) for name in names})


def _yaml(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; run this in the project's folder") from None
    except yaml.YAMLError as error:
        raise InputError(f"{path}: not YAML: {str(error).splitlines()[0]}") from None
    if not isinstance(content, dict):
        raise InputError(f"{path}: expected a mapping")
    return content


def _contract(content: Mapping[str, Any]) -> Contract:
    # Some readers refuse an empty list of foreign keys.
    schema = {key: content[key] for key in ("fields", "primaryKey", "foreignKeys", "missingValues") if content.get(key)}
    schema["fields"] = [_without_extensions(item) for item in content["fields"]]
    return Contract(
        name=content["name"],
        title=content["title"],
        description=content["description"],
        schema=schema,
        columns=tuple(field["name"] for field in content["fields"]),
        types={field["name"]: field["type"] for field in content["fields"]},
        primary_key=tuple(content["primaryKey"]),
        foreign_keys=tuple(_foreign_keys(content.get("foreignKeys", []))),
        extensions=_extensions(content),
        column_extensions={item["name"]: _extensions(item) for item in content["fields"]},
    )


def _extensions(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a schema tells the engine beyond the standard: its properties `x-…`, which are not published."""
    return {key: value for key, value in content.items() if key.startswith("x-")}


def _without_extensions(content: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if not key.startswith("x-")}


def _foreign_keys(content: Iterable[Mapping[str, Any]]) -> Iterable[ForeignKey]:
    for key in content:
        reference = key["reference"]
        yield ForeignKey(tuple(key["fields"]), reference["resource"], tuple(reference["fields"]))
