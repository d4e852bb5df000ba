"""Contract: the tables of a written package checked by Frictionless: structure, types, keys, digests."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import frictionless

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.csv_records import NotCsvError, read_records
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.tables import Package, Table, Tables, value_of
from mandate_data.package.write import resource
from mandate_data.validate.canonical_form import DIGESTS, is_digest
from mandate_data.validate.foreign_key_cache import reading_once
from mandate_data.validate.frictionless_errors import MOST_FAULTS, findings_of_task

# What the codes of findings on a broken contract begin with.
OF_CONTRACT = ("contract-", "descriptor-", "file-", "not-canonical")
OF_DIGESTS = ("contract-byte-count", "contract-hash-count")
READ = ("name", "scheme", "path", "format", "mediatype", "encoding", "schema")
"""Properties of a table that Frictionless is to go by."""


def check_contract(folder: Path, contract: Package) -> list[Finding]:
    """Findings of Frictionless on the tables, and on tables that `datapackage.json` does not name.

    The tables are judged by our contract and not by the descriptor, which an edit may have weakened. Line numbers are
    those of the CSV files. Raises InputError where there is no descriptor, or it can't be read.
    """
    resources = read_descriptor(folder)["resources"]
    named = {str(item.get("name")): item for item in resources if isinstance(item, Mapping)}
    findings = _check_descriptor(folder / "datapackage.json", resources, contract)
    judged = [_judged(table, named.get(name, {})) for name, table in contract.tables.items()]
    package = reading_once(frictionless.Package.from_descriptor({"resources": judged}, basepath=str(folder)))
    report = package.validate(limit_errors=MOST_FAULTS)
    for task in report.tasks:
        path = folder / _path(task.name)
        findings += findings_of_task(task, str(path), _lines(path))
    return findings


def _lines(path: Path) -> list[int]:
    """The lines on which records begin; none where the file is missing or no CSV, which others report."""
    try:
        return [record.line for record in read_records(path)]
    except (FileNotFoundError, NotCsvError):
        return []


def _path(table: str) -> str:
    return f"data/{table}.csv"


def _judged(table: Table, found: Mapping[str, Any]) -> dict[str, Any]:
    """The resource as Frictionless is to read it: all of it is the contract's but for size and digest."""
    judged = {**resource(table, b""), "scheme": "file", "schema": dict(table.schema)}
    digests = {name: found[name] for name in DIGESTS if is_digest(name, found.get(name))}
    return {key: judged[key] for key in READ} | digests


def _check_descriptor(path: Path, resources: Sequence[Any], contract: Package) -> list[Finding]:
    """A finding for each table that the descriptor leaves out or names twice, and for each that it has beyond ours."""
    names = [item.get("name") if isinstance(item, Mapping) else None for item in resources]
    at = Location(str(path))
    findings = []
    for name in contract.tables:
        if names.count(name) != 1:
            findings.append(finding("descriptor-differs", at, table=name, times=names.count(name)))
    unknown = [name for name in names if name not in contract.tables]
    return findings + [finding("descriptor-differs/unknown", at, unknown=name) for name in unknown]


def read_tables(folder: Path, contract: Package) -> Tables:
    """The tables of a package that keeps the contract. Raises ValueError for one that doesn't."""
    tables: Tables = {}
    for name, table in contract.tables.items():
        with (folder / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
            rows = list(csv.DictReader(handle))
        tables[name] = [
            {column: value_of(row[column], table.types[column]) for column in table.columns} for row in rows
        ]
    return tables
