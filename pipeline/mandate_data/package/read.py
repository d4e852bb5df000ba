"""Reading of packages, ours or anybody's: from a folder, a descriptor or a zip to tables with their rows."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.package.addresses import TABLE, Provenance
from mandate_data.package.csv_records import NotCsvError, read_records
from mandate_data.package.file_safety import astray, check_descriptor_file, read_descriptor
from mandate_data.package.resources import Resource, read_resources
from mandate_data.package.tables import Package, Table, table_of

if TYPE_CHECKING:
    from mandate_data.documents import Document

DESCRIPTOR = "datapackage.json"
LARGEST_ZIP = 4 << 30
"""Bytes that the files of a zip may take when they are unpacked."""


def read_package(path: Path) -> Package:
    """Read the tables of a package by its descriptor; `path` is its folder, the descriptor itself, or a zip of it.

    Raises InputError for a package that can't be read; whether it is valid is not asked.
    """
    if path.is_file() and path.name != DESCRIPTOR:
        with _unpacked(path) as folder:
            return _read(folder)
    return _read(path.parent if path.name == DESCRIPTOR else path)


def with_documents(package: Package, documents: Mapping[str, Document]) -> Package:
    """The package, with the texts of its sources by id, so that its addresses have what is printed there."""
    if TABLE not in package.tables:
        return package
    return _with_provenance(package, Provenance(package.tables[TABLE].cells, documents))


def _read(folder: Path) -> Package:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the folder of a data package")
    _refuse(check_descriptor_file(folder))
    descriptor = read_descriptor(folder)
    _refuse(astray(folder, descriptor))
    resources, findings = read_resources(folder, descriptor)
    _refuse(findings)
    tables = {resource.name: _table(resource) for resource in resources if resource.schema is not None}
    metadata = {key: value for key, value in descriptor.items() if key != "resources"}
    return with_documents(Package(metadata, tables), {})


def _with_provenance(package: Package, provenance: Provenance) -> Package:
    tables = {name: replace(table, provenance=provenance) for name, table in package.tables.items()}
    return Package(package.metadata, tables)


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """The folder of the package in a zip, for as long as it is read; errors name the zip."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            with zipfile.ZipFile(path) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > LARGEST_ZIP:
                    raise InputError(f"{path}: larger than {LARGEST_ZIP >> 30} GiB; unpack it and name its folder")
                archive.extractall(scratch)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
            raise InputError(f"{path}: can't be unpacked ({error}); name a folder or a zip of a data package") from None
        found = sorted(Path(scratch).rglob(DESCRIPTOR), key=lambda file: (len(file.parts), file))
        if not found:
            raise InputError(f"{path}: no {DESCRIPTOR} in it; name a zip of a data package")
        try:
            yield found[0].parent
        except InputError as error:
            raise InputError(str(error).replace(scratch, str(path))) from None


def _refuse(findings: Sequence[Finding]) -> None:
    if findings:
        raise InputError(f"{findings[0].file}: {findings[0].message}; validate the package first")


def _table(resource: Resource) -> Table:
    path, delimiter = resource.path, resource.delimiter
    if path is None or delimiter is None or resource.schema is None or not resource.schema.fields:
        raise InputError(
            f"{resource.name}: only tables with a schema, in UTF-8 with the usual quotes and header, can be read"
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
    described = {key: resource.descriptor.get(key) for key in ("title", "description")}
    return table_of({**resource.schema.to_descriptor(), **described, "name": resource.name}, rows[1:])
