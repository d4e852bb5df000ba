"""Reading of packages, of this project or any other: from a folder, a descriptor or a zip to tables with their rows."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mandate_data.archives import open_archive
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.limits import LARGEST_ZIP
from mandate_data.package.addresses import TABLE, Provenance
from mandate_data.package.csv_dialect import read_dialect
from mandate_data.package.csv_records import NotCsvError, Record
from mandate_data.package.file_safety import astray, check_descriptor_file, is_address, read_descriptor
from mandate_data.package.native_cells import NO_VALUE
from mandate_data.package.resources import Resource, is_version_2, read_resources, resource_records
from mandate_data.package.table_columns import TableSchema, schema_of_header
from mandate_data.package.tables import Package, Table, table_of
from mandate_data.regular_files import open_regular

if TYPE_CHECKING:
    from mandate_data.documents import Document

DESCRIPTOR = "datapackage.json"
_ELSEWHERE = (
    "$schema",
    "name",
    "path",
    "data",
    "schema",
    "bytes",
    "hash",
    "type",
    "profile",
    "format",
    "mediatype",
    "dialect",
)
"""Properties of a resource that are compared elsewhere, or that say nothing that the data don't."""
_HARMLESS = ("contract-unread", "descriptor-profile")
"""What is wrong with a descriptor and leaves its tables as readable as they were."""


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
    _refuse(astray(folder, descriptor, addresses=True))
    resources, findings = read_resources(folder, descriptor)
    _refuse([found for found in findings if found.severity == "error" and found.code not in _HARMLESS])
    version_2 = is_version_2(descriptor)
    with_rows = [resource for resource in resources if resource.file or resource.rows is not None]
    tables = {resource.name: _table(resource, version_2) for resource in with_rows}
    metadata = {key: value for key, value in descriptor.items() if key != "resources"}
    files = {item.name: _file(item, version_2) for item in resources if item.name not in tables}
    return with_documents(Package(metadata, tables, files), {})


def _file(resource: Resource, version_2: bool) -> dict[str, Any]:
    """What a resource that is not a table says of itself, and the digests of its files."""
    digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in resource.paths if path.is_file()]
    return {**_said(resource, version_2), "path": resource.descriptor.get("path"), "digests": digests}


def at_addresses(package: Package) -> list[str]:
    """The names of resources at addresses on the web, which are not fetched: nothing is known of what is there."""
    listed = {
        name: file["path"] if isinstance(file["path"], list) else [file["path"]] for name, file in package.files.items()
    }
    return [name for name, paths in listed.items() if any(isinstance(path, str) and is_address(path) for path in paths)]


_ELSEWHERE_OF_SCHEMAS = ("fields", "primaryKey", "uniqueKeys", "foreignKeys", "missingValues", "fieldsMatch")


def _said(resource: Resource, version_2: bool) -> dict[str, Any]:
    """The properties of a resource but for those that have a place of their own, the dialect without its defaults.

    Those of its schema are called `schema.title` and so on.
    """
    said = {key: value for key, value in resource.descriptor.items() if key not in _ELSEWHERE}
    if resource.schema is not None:
        own = {key: value for key, value in resource.schema.descriptor.items() if key not in _ELSEWHERE_OF_SCHEMAS}
        said |= {f"schema.{key}": value for key, value in own.items()}
    if resource.file is not None:
        usual = asdict(read_dialect({}, "\t" if resource.descriptor.get("format") == "tsv" else ",", version_2))
        stated = {key: value for key, value in asdict(resource.file.dialect).items() if usual[key] != value}
        said |= {"encoding": resource.file.encoding, **({"dialect": stated} if stated else {})}
    return said


def _with_provenance(package: Package, provenance: Provenance) -> Package:
    tables = {name: replace(table, provenance=provenance) for name, table in package.tables.items()}
    return Package(package.metadata, tables, package.files)


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """The folder of the package in a zip, for as long as it is read; errors name the zip."""
    with tempfile.TemporaryDirectory() as scratch:
        try:
            with open_regular(path) as stored, open_archive(stored) as archive:
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


def _table(resource: Resource, version_2: bool) -> Table:
    """The rows of a resource that has a schema or a header, whatever its encoding and dialect."""
    schema, where = resource.schema, resource.path or resource.name
    if schema is None or (resource.file is None and resource.rows is None):
        raise InputError(f"{resource.name}: its rows can't be read; validate the package first")
    try:
        records = list(resource_records(resource))
    except NotCsvError as error:
        said = error.finding(Path(str(where)), "").message
        raise InputError(f"{where}:{error.line}: {said}; validate the package first") from None
    except FileNotFoundError:
        raise InputError(f"{where}: no such file; validate the package first") from None
    if resource.file is not None and not resource.file.dialect.header and schema.columns:
        records = [Record(0, 0, schema.names), *records]
    labels = [label.strip() for label in records[0].cells] if records else []
    if not schema.columns:
        schema = schema_of_header(labels)
    names = _each_once(schema.names)
    order = _order(labels, schema, names, resource.case_sensitive)
    rows = []
    for record in records[:1] if order is None else records[1:]:
        if order is None or len(record.cells) != len(order):
            raise InputError(f"{where}:{record.line}: not the columns of the schema; validate the package first")
        cells = dict(zip(order, record.cells, strict=True))
        rows.append({name: cells.get(name, NO_VALUE) for name in names})
    described = {key: resource.descriptor.get(key) for key in ("title", "description")}
    fields = [{**column.descriptor, "name": name} for column, name in zip(schema.columns, names, strict=True)]
    table = table_of({**schema.descriptor, **described, "fields": fields, "name": resource.name}, rows)
    path = resource.descriptor.get("path")
    return replace(table, resource={**_said(resource, version_2), **({} if path is None else {"path": path})})


def _each_once(names: Sequence[str]) -> list[str]:
    """Names of columns of which each is another: a second one is numbered."""
    return [name if name not in names[:at] else f"{name} {at + 1}" for at, name in enumerate(names)]


def _order(
    labels: Sequence[str], schema: TableSchema, names: Sequence[str], case_sensitive: bool | None
) -> list[str] | None:
    """The name of the column of each label; "" for one that the schema does not know; None where they don't fit."""

    def plain(text: str) -> str:
        return text.strip() if case_sensitive else text.strip().casefold()

    if schema.fields_match == "exact":
        return list(names) if list(map(plain, labels)) == list(map(plain, schema.names)) else None
    by_label = {plain(label): name for label, name in zip(schema.names, names, strict=True)}
    order = [by_label.get(plain(label), "") for label in labels]
    lacks, stray = set(names) - set(order), "" in order
    refused = {
        "equal": bool(lacks or stray),
        "subset": bool(lacks),
        "superset": stray,
        "partial": not any(order),
    }
    return None if refused[schema.fields_match] else order
