"""Contract: a package without rows, as the Table Schemas in `schemas/tables/` define it."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.package.data_tables import mistakes_about_the_data
from mandate_data.package.field_mistakes import Mistake, Steps, field_mistakes
from mandate_data.package.row_titles import template_mistakes
from mandate_data.package.tables import Package, Table, table_of
from mandate_data.yaml_files import load_yaml, place_in, without_lines

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
        for steps, mistake in _mistakes(name, table, tables):
            raise InputError(f"{place_in(schemas / 'tables' / f'{name}.yaml', steps)}: {mistake}")
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


def _mistakes(name: str, table: Table, tables: Mapping[str, Table]) -> Iterator[Mistake]:
    """What a schema says that can't be, and that its JSON Schema can't say."""
    columns = [field["name"] for field in table.schema["fields"]]
    if table.name != name:
        yield ("name",), f"the table is called {table.name!r}; call it as the file, {name!r}"
    seen: dict[str, str] = {}
    for at, column in enumerate(columns):
        if column in columns[:at]:
            yield ("fields", at, "name"), f"the column {column!r} is there twice; rename or delete one of them"
        elif column.casefold() in seen:
            like = seen[column.casefold()]
            yield (
                ("fields", at, "name"),
                f"{column!r} and {like!r} differ in capitals only, which SQL takes for one; rename one of them",
            )
        seen[column.casefold()] = column
    listed = table.extensions.get("x-listed", True)
    if listed not in (True, False, *table.columns):
        yield ("x-listed",), f"{listed!r} is neither true nor false, nor one of its columns"
    yield from template_mistakes(table, tables)
    yield from mistakes_about_the_data(table)
    for at, field in enumerate(table.schema["fields"]):
        for steps, mistake in field_mistakes(field):
            yield ("fields", at, *steps), mistake
    yield from _absent(("primaryKey",), table.primary_key, table)
    for at, key in enumerate(table.foreign_keys):
        there, other = ("foreignKeys", at, "reference"), tables.get(key.resource or name)
        yield from _absent(("foreignKeys", at, "fields"), key.fields, table)
        if other is None:
            yield (*there, "resource"), f"there is no table {key.resource!r}; name one of package.yaml"
        else:
            yield from _absent((*there, "fields"), key.reference_fields, other)
            if not set(key.reference_fields) - {*other.columns} and {*key.reference_fields} != {*other.primary_key}:
                named, right = ", ".join(key.reference_fields), ", ".join(other.primary_key)
                yield (*there, "fields"), f"{named} is not the primaryKey of {other.name}; refer to that: [{right}]"
        if len(key.fields) != len(key.reference_fields):
            fields, others = ", ".join(key.fields), ", ".join(key.reference_fields)
            yield ("foreignKeys", at), f"{fields} are not as many as {others}; name as many"


def _absent(steps: Steps, columns: Sequence[str], table: Table) -> Iterator[Mistake]:
    for column in columns:
        if column not in table.columns:
            yield steps, f"{table.name} has no column {column!r}; it has {', '.join(table.columns)}"
