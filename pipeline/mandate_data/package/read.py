"""Packages that are there, ours or anybody's, read in order to be compared: schemas and rows, cells as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.package.csv_records import NotCsvError, read_records
from mandate_data.package.file_safety import astray, check_descriptor_file, read_descriptor
from mandate_data.package.resources import Resource, read_resources

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table as its package has it: the Table Schema, and the cells of each row by column."""

    name: str
    schema: Mapping[str, Any]
    rows: Sequence[Mapping[str, str]]

    @property
    def fields(self) -> dict[str, Mapping[str, Any]]:
        """The columns in their order, by name."""
        return {field["name"]: field for field in self.schema["fields"]}

    @property
    def primary_key(self) -> tuple[str, ...]:
        return tuple(self.schema.get("primaryKey", ()))


@dataclass(frozen=True, slots=True)
class ReadPackage:
    """A package: its own properties, but for its tables, and what its tables hold."""

    name: str
    properties: Mapping[str, Any]
    tables: Mapping[str, ReadTable]


def read_package(folder: Path) -> ReadPackage:
    """Read the tables of a package by its descriptor; `folder` may be the descriptor itself.

    Raises InputError for a package that can't be read; whether it is valid is not asked.
    """
    folder = folder.parent if folder.name == "datapackage.json" else folder
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the folder of a data package")
    _refuse(check_descriptor_file(folder))
    descriptor = read_descriptor(folder)
    _refuse(astray(folder, descriptor))
    resources, findings = read_resources(folder, descriptor)
    _refuse(findings)
    tables = {resource.name: _table(resource) for resource in resources if resource.schema is not None}
    properties = {key: value for key, value in descriptor.items() if key != "resources"}
    return ReadPackage(str(descriptor.get("name", "")), properties, tables)


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        raise InputError(f"{findings[0].file}: {findings[0].message}; validate the package first")


def _table(resource: Resource) -> ReadTable:
    path, delimiter = resource.path, resource.delimiter
    if path is None or delimiter is None or resource.schema is None or not resource.schema.fields:
        raise InputError(
            f"{resource.name}: only tables with a schema, in UTF-8 with the usual quotes and header, can be compared"
        )
    columns = resource.schema.field_names
    rows = []
    try:
        for record in read_records(path, delimiter):
            if (record.cells != columns) if record.number == 1 else (len(record.cells) != len(columns)):
                raise InputError(f"{path}:{record.line}: not the columns of the schema; validate the package first")
            rows.append(dict(zip(columns, record.cells, strict=True)))
    except NotCsvError as error:
        raise InputError(
            f"{path}:{error.line}: {error.finding(path, '').message}; validate the package first"
        ) from None
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; validate the package first") from None
    return ReadTable(resource.name, resource.schema.to_descriptor(), rows[1:])
