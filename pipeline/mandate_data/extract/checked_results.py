"""Results of a project's code and words of its schemas, checked: what can't be is one line that names the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.extract.records import Cell, Extraction, Record
from mandate_data.findings.finding import Finding
from mandate_data.package.addresses import ABOUT_THE_DATA
from mandate_data.package.field_mistakes import Steps
from mandate_data.package.tables import Package, Table
from mandate_data.yaml_files import place_in


def checked_extraction(path: Path, found: Any, contract: Package) -> Extraction:
    """What the function `read` of a reader gave. Raises InputError for what is no extraction for these tables."""
    if not isinstance(found, Extraction):
        raise InputError(f"{path}: read() gives {_kind(found)}; it must give an Extraction")
    for record in found.records:
        for mistake in _mistakes(record, contract):
            raise InputError(f"{path}: read() gives {mistake}")
    return found


def checked_findings(path: Path, found: Any) -> list[Finding]:
    """What the function `derive` of a project gave. Raises InputError for what is no list of findings."""
    if not isinstance(found, list) or not all(isinstance(item, Finding) for item in found):
        raise InputError(f"{path}: derive() gives {_kind(found)}; it must give a list of findings, which may be empty")
    return found


def check_schema_rules(
    contract: Package, schemas: Path, rules: Collection[str], lists: Mapping[str, Collection[str]]
) -> None:
    """Raises InputError where a Table Schema names a rule, a reference list or an attribute that is not there.

    `rules` are the normalisations of the engine and the project; `lists` are the attributes of each reference list.
    """
    for name in ABOUT_THE_DATA:
        if name not in contract.tables:
            where = place_in(schemas / "package.yaml", ("tables",))
            raise InputError(f"{where}: lacks {name!r}, which every project has; add it")
    for name, table in contract.tables.items():
        for steps, value, known in _named(table, rules, lists):
            if value not in known:
                where = place_in(schemas / "tables" / f"{name}.yaml", steps)
                instead = (
                    f"is not known; it is one of {', '.join(sorted(known))}"
                    if known
                    else f"is of no list; say with x-reference which list the rows of {name} are of"
                )
                raise InputError(f"{where}: {value!r} {instead}")


def _named(
    table: Table, rules: Collection[str], lists: Mapping[str, Collection[str]]
) -> Iterator[tuple[Steps, object, Collection[str]]]:
    """What a Table Schema names that the engine or the project must have: where, its name, and what there is."""
    reference = table.extensions.get("x-reference")
    if reference is not None:
        yield ("x-reference",), reference, lists
    for at, column in enumerate(table.columns.values()):
        for key, known in (("x-normalisation", rules), ("x-attribute", lists.get(str(reference), ()))):
            if key in column.extensions:
                yield ("fields", at, key), column.extensions[key], known


def _mistakes(record: Any, contract: Package) -> Iterator[str]:
    if not isinstance(record, Record):
        yield f"{_kind(record)} among its records"
    elif record.table not in contract.tables:
        yield f"a record of {record.table!r}, which is no table; tables are {', '.join(contract.tables)}"
    else:
        table = contract.tables[record.table]
        for column, cell in record.cells.items():
            if column not in table.columns:
                yield f"a record of {table.name} with {column!r}, which is no column of it"
            if not isinstance(cell, Cell):
                yield f"a record of {table.name} whose {column} is {_kind(cell)}; it must be a Cell"
        for column in table.primary_key:
            if column not in record.cells or record.cells[column].value is None:
                yield f"a record of {table.name} without {column}, which is part of its key"


def _kind(value: Any) -> str:
    return "nothing" if value is None else f"a {type(value).__name__}"
