"""Canonical form: a package of ours is canonical if writing it again gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from mandate_data.child_privacy import may_identify
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.csv_records import NotCsvError, read_cells
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.tables import Column, Package, Row, Table, Tables, Value
from mandate_data.package.write import descriptor, in_order, json_files, resource, to_csv, to_json

DIGESTS = ("bytes", "hash")
BEFORE, SHOWN = 20, 60
"""Characters: of a line that differs, what is shown before the difference, and altogether."""


class Canonical(NamedTuple):
    """The findings on the form of a package; its tables, typed; the records of its CSV files as text, headers first."""

    findings: list[Finding]
    tables: Tables
    records: Mapping[str, Sequence[Sequence[str]]]


def check_canonical(folder: Path, contract: Package, written: Tables | None = None) -> Canonical:
    """The first line of each CSV file, and of `datapackage.json`, that is not what we would write; and the tables.

    A cell that is not a value of its type stays text; a table that can't be read is left out. `written` are the tables
    from which the package has just been written: those that are read back as they were are not written again.
    """
    findings: list[Finding] = []
    rows: Tables = {}
    records: dict[str, Sequence[Sequence[str]]] = {}
    for name, table in contract.tables.items():
        path = folder / "data" / f"{name}.csv"
        try:
            records[name] = [cells for cells in read_cells(path) if cells]
        except FileNotFoundError:
            findings.append(finding("file-missing", Location(str(path)), table=name))
        except NotCsvError as broken:
            findings.append(broken.finding(path, name))
        else:
            read = _rows(records[name][1:], table)
            if read is not None:
                rows[name] = read
                if not _is_as_written(name, rows, written):
                    findings += _difference(path, name, to_csv(in_order(read, table), table))
    if written is None or findings:
        path = folder / "datapackage.json"
        findings += _difference(path, "", to_json(_described_again(folder, contract, rows.get("sources"))))
    return Canonical(findings, rows, records)


def _is_as_written(name: str, tables: Tables, written: Tables | None) -> bool:
    return written is not None and tables[name] == written[name]


def check_json(folder: Path, tables: Tables, contract: Package, written: Tables | None = None) -> list[Finding]:
    """The first line of each JSON file, and of each JSON Schema, that is not what we would write.

    `written` are the tables from which the package has just been written, as in `check_canonical`.
    """
    findings: list[Finding] = []
    for name, table in contract.tables.items():
        if _is_as_written(name, tables, written):
            continue
        for path, data in json_files(tables[name], table).items():
            if (folder / path).is_file():
                findings += _difference(folder / path, name, data)
            else:
                findings.append(finding("file-missing", Location(str(folder / path)), table=name))
    return findings


def _rows(records: Sequence[Sequence[str]], table: Table) -> list[Row] | None:
    """The rows of a table; a cell that is not a value of its type stays text. None where a row has not as many cells as
    columns, which is a finding of the contract."""
    if any(len(cells) != len(table.columns) for cells in records):
        return None
    columns = [
        [_value(cell, column) for cell in cells]
        for column, cells in zip(table.columns.values(), zip(*records, strict=True), strict=bool(records))
    ]
    return [dict(zip(table.types, values, strict=True)) for values in zip(*columns, strict=True)]


def _value(cell: str, column: Column) -> Value:
    try:
        return column.value_of(cell)
    except ValueError:
        return cell


def _described_again(folder: Path, contract: Package, sources: Sequence[Row] | None) -> dict[str, Any]:
    """The descriptor with each table of the contract described again; sizes and digests are compared elsewhere."""
    found = read_descriptor(folder)
    resources = [_resource_again(item, contract) for item in found["resources"]]
    metadata = {key: value for key, value in found.items() if key not in ("$schema", "profile", "resources")}
    again = descriptor(metadata, sources or [], resources)
    return again if sources is not None else {**again, "sources": found.get("sources")}


def _resource_again(item: Any, contract: Package) -> Any:
    table = contract.tables.get(str(item.get("name"))) if isinstance(item, Mapping) else None
    if table is None:
        return item
    return resource(table, b"") | {name: item[name] for name in DIGESTS if is_digest(name, item.get(name))}


def is_digest(name: str, value: object) -> bool:
    """Whether the value can be a size in bytes, or a digest in the one form that we write."""
    if name == "bytes":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, str) and re.fullmatch(r"sha256:[0-9a-f]{64}", value) is not None


def _difference(path: Path, table: str, again: bytes) -> Iterator[Finding]:
    """A finding on the first line of a file that differs from the same file written again, if one does."""
    data = path.read_bytes()
    if data == again:
        return
    for number, (line, written) in enumerate(zip_longest(_lines(data), _lines(again), fillvalue=""), 1):
        if line != written:
            found, expected = _excerpts(line, written)
            at = Location(str(path), number)
            yield finding("not-canonical", at, table=table, found=found, expected=expected)
            return


def _lines(data: bytes) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", data.decode("utf-8", "backslashreplace"))


def _excerpts(line: str, written: str) -> tuple[str, str]:
    """What is around the first character in which two lines differ; nothing of what may identify a child."""
    if may_identify(line) or may_identify(written):
        return "…", "…"
    at = next((at for at, (one, other) in enumerate(zip(line, written, strict=False)) if one != other), -1)
    start = max(0, (at if at >= 0 else min(len(line), len(written))) - BEFORE)
    first, second = (("…" if start else "") + text[start : start + SHOWN] for text in (line, written))
    return first, second
