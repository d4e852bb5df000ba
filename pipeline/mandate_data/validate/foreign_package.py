"""Packages of anybody: checked by their own descriptor. Structure, types, constraints, keys; sizes and digests.

Small tables are read by Frictionless, large ones by `mandate_data.validate.large`, which finds the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from frictionless import Package, Schema

from mandate_data.findings import Finding, Location, finding, tidy
from mandate_data.package.csv_records import NotCsvError, read_header, read_records
from mandate_data.package.file_safety import astray, check_readable
from mandate_data.package.resources import Resource, read_resources
from mandate_data.validate.foreign_key_cache import reading_once
from mandate_data.validate.formulas import formulas_in
from mandate_data.validate.frictionless_errors import MOST_FAULTS, finding_of, findings_of_task, unfinished
from mandate_data.validate.privacy_check import discreet

LARGE = 8 << 20
"""Bytes: a larger table is not for Frictionless, which reads four megabytes a second."""
VERSION_2 = "https://datapackage.org/profiles/2.0/datapackage.json"
# All of it is said, or Frictionless would guess it from the first rows.
_DIALECT = {"header": True, "headerRows": [1], "quoteChar": '"', "doubleQuote": True, "skipInitialSpace": False}


def check_described(folder: Path, descriptor: Mapping[str, Any], large: int = LARGE) -> list[Finding]:
    """All findings on a package that is not ours, tidy: without doubles, errors first.

    `descriptor` is the content of its datapackage.json; tables of more than `large` bytes are spared Frictionless.
    """
    unsafe = astray(folder, descriptor)
    outside = {finding.table for finding in unsafe}
    inside = [
        item
        for item in descriptor["resources"]
        if not isinstance(item, Mapping) or str(item.get("name", "")) not in outside
    ]
    resources, findings = read_resources(folder, {"resources": inside})
    findings += unsafe
    damaged = {finding.table for finding in findings}
    tables = []
    for resource in resources:
        if resource.name in damaged:
            continue
        problems = list(_digests(resource))
        if resource.schema is not None:
            unreadable = list(_unreadable(resource, large))
            tables += [] if unreadable else [_with_schema(resource)]
            problems += unreadable
        findings += problems
    findings += _check_tables(folder, [_with_keys_at_hand(table, tables) for table in tables], large)
    where = Location(str(folder / "datapackage.json"))
    if len(tables) == 1:
        findings.append(finding("descriptor-foreign/one", where))
    else:
        findings.append(finding("descriptor-foreign", where, count=len(tables)))
    return tidy(discreet(findings))


def _unreadable(resource: Resource, large: int) -> Iterator[Finding]:
    """Why a table can't be read; what is to be known of the lines of a large one is found as it is read."""
    path = resource.path
    if path is None:
        return
    if not path.is_file():
        yield finding("file-missing", Location(str(path)), table=resource.name)
    elif path.stat().st_size <= large or resource.delimiter is None:
        yield from check_readable(path, resource.name)


def _digests(resource: Resource) -> Iterator[Finding]:
    """Where size or digest are not what the descriptor says."""
    path, stated, size = resource.path, resource.descriptor.get("hash"), resource.descriptor.get("bytes")
    if path is None:
        return
    at, table = Location(str(path)), resource.name
    if not path.is_file():
        yield finding("file-missing", Location(str(path)), table=resource.name)
        return
    if size is not None and size != path.stat().st_size:
        yield finding("contract-byte-count/size", at, table=table, size=path.stat().st_size, stated=size)
    if stated is None:
        return
    method, _, digest = str(stated).rpartition(":")
    if (method := method or "md5") not in ("md5", "sha1", "sha256", "sha512"):
        yield finding("contract-hash-count/kind", at, table=table, kind=method)
        return
    with path.open("rb") as stream:
        actual = hashlib.file_digest(stream, lambda: hashlib.new(method, usedforsecurity=False)).hexdigest()
    if actual != digest.lower():
        yield finding("contract-hash-count/digest", at, table=table, digest=f"{method}:{actual}", stated=stated)


def _with_schema(resource: Resource) -> Resource:
    """A table whose columns nobody described has those of its header, of any type."""
    if resource.schema is None or resource.schema.fields or resource.path is None or resource.delimiter is None:
        return resource
    try:
        header = read_header(resource.path, resource.delimiter)
    except NotCsvError:
        return resource
    names = [label if header.index(label) == at and label else f"column {at + 1}" for at, label in enumerate(header)]
    fields = [{"name": name, "type": "any"} for name in names]
    return replace(resource, schema=Schema.from_descriptor({"fields": fields}))


def _with_keys_at_hand(table: Resource, tables: Sequence[Resource]) -> Resource:
    """The table without foreign keys to tables that can't be read, which is said of those tables."""
    if table.schema is None or not table.schema.foreign_keys:
        return table
    names = {"", *(other.name for other in tables)}
    content = table.schema.to_descriptor()
    content["foreignKeys"] = [key for key in content["foreignKeys"] if key["reference"].get("resource", "") in names]
    return replace(table, schema=Schema.from_descriptor(content))


def _check_tables(folder: Path, tables: Sequence[Resource], large: int) -> Iterator[Finding]:
    big = [table.name for table in tables if table.path and table.delimiter and table.path.stat().st_size > large]
    if big and find_spec("polars") is None:
        yield from (
            finding("file-slow", Location(str(table.path)), table=table.name) for table in tables if table.name in big
        )
        big = []
    quick: set[str] = set()
    if big:
        from mandate_data.validate.large import Table, can_check, check_large  # needs the extra `large`

        at_hand = {
            table.name: Table(table.name, table.path, table.schema, table.delimiter)
            for table in tables
            if table.path and table.delimiter and table.schema
        }
        # Frictionless would read a large table again for each one that refers to it.
        quick = {name for name in _referring(tables, big) if name in at_hand and can_check(at_hand[name], at_hand)}
        for name, checked in check_large(at_hand, sorted(quick)).items():
            file = at_hand[name].path
            yield from (finding_of(error, name, str(file), line) for line, error in checked.faults)
            yield from checked.formulas
            if checked.broken is not None:
                yield checked.broken.finding(file, name)
            if checked.unfinished:
                yield unfinished(name, str(file))
    yield from _by_frictionless(folder, tables, quick)


def _referring(tables: Sequence[Resource], names: Sequence[str]) -> set[str]:
    """These tables, those that refer to them, and so on."""
    found = set(names)
    while (
        more := {
            table.name
            for table in tables
            for key in (table.schema.foreign_keys if table.schema else [])
            if key["reference"]["resource"] in found
        }
        - found
    ):
        found |= more
    return found


def _by_frictionless(folder: Path, tables: Sequence[Resource], but: set[str]) -> Iterator[Finding]:
    resources = [_judged(folder, table) for table in tables]
    # Of a package of version 2 any text may be a name.
    package = reading_once(
        Package.from_descriptor({"$schema": VERSION_2, "resources": resources}, basepath=str(folder))
    )
    resource_of = {resource.name: resource for resource in package.resources}
    for table in tables:
        if table.name in but:
            continue
        lines: list[int] = []
        if table.path and table.delimiter:
            try:
                records = list(read_records(table.path, table.delimiter))
            except NotCsvError as broken:
                yield broken.finding(table.path, table.name)
                continue
            lines = [record.line for record in records]
            columns = table.schema.field_names if table.schema else []
            found = formulas_in(records[1:], columns, table.name, str(table.path))
            yield from islice(found, MOST_FAULTS)
        report = resource_of[table.name].validate(limit_errors=MOST_FAULTS)
        file = str(table.path or folder / "datapackage.json")
        for task in report.tasks:
            # A row of the descriptor has no line of its own that anybody knows.
            yield from findings_of_task(task, file, lines if table.path else None)


def _judged(folder: Path, table: Resource) -> dict[str, Any]:
    """The resource as Frictionless is to read it: nothing is guessed, nothing is fetched."""
    schema = {"schema": table.schema.to_descriptor()} if table.schema and table.schema.fields else {}
    if table.path is None:
        return {"name": table.name, "data": table.descriptor["data"], **schema}
    dialect = dict(table.dialect) if table.delimiter is None else _DIALECT | {"delimiter": table.delimiter}
    return {
        "name": table.name,
        "path": str(table.path.relative_to(folder)),
        "scheme": "file",  # whatever the path looks like to Frictionless
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": table.descriptor.get("encoding", "utf-8"),
        "dialect": dialect,
        **schema,
    }
