"""Contract: a package without rows, as the Table Schemas in `schemas/tables/` define it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.package.row_titles import SHORT_TITLE, TITLE, template_mistakes
from mandate_data.package.tables import VALUE_TYPES, Package, Table, table_of
from mandate_data.yaml_files import load_yaml, without_lines

OF_TABLES = ("x-listed", "x-reference", TITLE, SHORT_TITLE)
OF_COLUMNS = ("x-normalisation", "x-assigned", "x-in-any-capitals", "x-attribute", "x-tables")
"""What Table Schemas of a project say beyond the standard; docs/project.md explains it."""
NOT_CORRECTED = ("errata", "rules", "provenance")
"""Tables that no erratum is about: they follow from the others."""


def load_contract(schemas: Path) -> Package:
    """Read `package.yaml` and the Table Schemas it names.

    Raises InputError, with file and line where there is one, for a missing or broken file, and for a key of a table or
    column that there is not.
    """
    path = schemas / "package.yaml"
    if not path.exists():
        raise InputError(f"{path}: no such file; run this in the project's folder")
    package = without_lines(load_yaml(path, _json_schema("package")))
    names: Sequence[str] = package.pop("tables")
    tables = {name: _table(schemas / "tables" / f"{name}.yaml", names) for name in names}
    for name, table in tables.items():
        for mistake in _mistakes(name, table, tables):
            raise InputError(f"{schemas / 'tables' / f'{name}.yaml'}: {mistake}")
    return Package(package, tables)


def _table(path: Path, tables: Sequence[str]) -> Table:
    """A table as its file describes it; a column with `x-tables` takes the names of the package's tables."""
    content = without_lines(load_yaml(path, _json_schema("table")))
    for field in content["fields"]:
        if field.get("x-tables") is True:
            named = [name for name in tables if name not in NOT_CORRECTED]
            field["constraints"] = {**field.get("constraints", {}), "enum": named}
    return table_of(content)


@functools.cache
def _json_schema(kind: str) -> str:
    return (files("mandate_data.package") / "contract" / f"{kind}.schema.json").read_text(encoding="utf-8")


def _mistakes(name: str, table: Table, tables: Mapping[str, Table]) -> Iterator[str]:
    """What a schema says that can't be: another name than its file's, a column twice, a key of what is not there."""
    columns = [field["name"] for field in table.schema["fields"]]
    if table.name != name:
        yield f"the table is called {table.name!r}; call it as the file, {name!r}"
    yield from (f"the column {column!r} is there twice" for column in columns if columns.count(column) > 1)
    yield from _unknown_properties("the table", table.extensions, OF_TABLES)
    if table.extensions.get("x-listed", True) not in (True, False, *table.columns):
        yield f"x-listed: {table.extensions['x-listed']!r} is neither true nor false, nor one of its columns"
    yield from template_mistakes(table, tables)
    for item in table.columns.values():
        if item.type not in VALUE_TYPES:
            yield f"{item.name}: the type {item.type!r} can't be had; it is {' or '.join(VALUE_TYPES)}"
        yield from _unknown_properties(item.name, item.extensions, OF_COLUMNS)
        for flag in ("x-assigned", "x-in-any-capitals", "x-tables"):
            if not isinstance(item.extensions.get(flag, False), bool):
                yield f"{item.name}: {flag} is {item.extensions[flag]!r}; it is true or false"
    if not table.primary_key:
        yield "a primaryKey is needed: the columns whose values tell each row from the others"
    yield from _absent("primaryKey", table.primary_key, table)
    for key in table.foreign_keys:
        yield from _absent("foreignKeys", key.fields, table)
        other = tables.get(key.resource or name)
        if other is None:
            yield f"foreignKeys: there is no table {key.resource!r}; name one of package.yaml"
        else:
            yield from _absent("foreignKeys", key.reference_fields, other)
        if len(key.fields) != len(key.reference_fields):
            yield f"foreignKeys: {', '.join(key.fields)} are not as many as {', '.join(key.reference_fields)}"


def _unknown_properties(what: str, extensions: Mapping[str, object], known: Sequence[str]) -> Iterator[str]:
    for key in extensions:
        if key not in known:
            yield f"{what}: {key} is not known; it may have {', '.join(known)}"


def _absent(what: str, columns: Sequence[str], table: Table) -> Iterator[str]:
    for column in columns:
        if column not in table.columns:
            yield f"{what}: {table.name} has no column {column!r}; it has {', '.join(table.columns)}"
