"""Waivers: values that are ours although their column is for what sources say, each listed with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.extract.merge import Merged
from mandate_data.extract.provenance import EXEMPT
from mandate_data.extract.source_schemas import schema_of
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.tables import Package, Table, text_of
from mandate_data.schema_check import TABLES, meant
from mandate_data.yaml_files import LINE, load_yaml

ASSIGNED = "x-assigned"
"""The property of a column whose values are ours: categories, and labels in our own words."""
WAIVER_STALE = "waiver-stale"


@dataclass(frozen=True, slots=True)
class Waiver:
    """An entry of `schemas/waivers.yaml`: a column, the rows of it that are waived (none: all), and why."""

    table: str
    field: str
    row_keys: tuple[str, ...]
    reason: str
    line: int

    def covers(self, table: str, key: str, field: str) -> bool:
        """Whether the entry is about a cell."""
        return (self.table, self.field) == (table, field) and (not self.row_keys or key in self.row_keys)


def load_waivers(path: Path, contract: Package) -> list[Waiver]:
    """The waivers of a project, which it may lack.

    Raises InputError, with file and line, for a broken entry, and for a table or column that the contract has not.
    """
    if not path.is_file():
        return []
    waivers = [
        Waiver(item["table"], item["field"], tuple(item.get("row_keys", ())), item["reason"], item[LINE])
        for item in load_yaml(path, schema_of("waivers"))
    ]
    for waiver in waivers:
        at, table = f"{path}:{waiver.line}", contract.get(waiver.table)
        if table is None:
            instead = meant(waiver.table, contract.tables, TABLES) or "name one of package.yaml"
            raise InputError(f"{at}: there is no table {waiver.table!r}; {instead}")
        if waiver.field not in table.columns:
            raise InputError(f"{at}: {table.name} has no column {waiver.field!r}; it has {', '.join(table.columns)}")
    return waivers


def check_assigned(merged: Merged, contract: Package, waivers: Sequence[Waiver], path: Path) -> Iterator[Finding]:
    """A finding for each assigned value in a column of values that sources say, and for each waiver of nothing.

    Keys, and columns that name rows of other tables, hold ids, which are ours.
    """
    used: set[Waiver] = set()
    waived: set[tuple[Waiver, str]] = set()
    ours = {name: _may_be_assigned(table) for name, table in contract.tables.items()}
    for cell, statements in sorted(merged.evidence.items()):
        if cell.table in EXEMPT or cell.field in ours[cell.table]:
            continue
        if not statements or any(statement.kind != "assigned" for statement in statements):
            continue
        waiver = next((item for item in waivers if item.covers(cell.table, cell.row_key, cell.field)), None)
        if waiver is None:
            value = text_of(merged.rows[cell.table][cell.row_key][cell.field])
            yield merged.finding("value-unsourced", cell.table, cell.row_key, cell.field, value)
        else:
            used.add(waiver)
            waived.add((waiver, cell.row_key))
    for waiver in waivers:
        stale = [key for key in waiver.row_keys if (waiver, key) not in waived]
        if waiver not in used or stale:
            at = Location(str(path), waiver.line)
            if stale:
                yield finding(f"{WAIVER_STALE}/rows", at, table=waiver.table, field=waiver.field, rows=", ".join(stale))
            else:
                yield finding(WAIVER_STALE, at, table=waiver.table, field=waiver.field)


def _may_be_assigned(table: Table) -> set[str]:
    keys = {*table.primary_key, *(field for key in table.foreign_keys for field in key.fields)}
    return keys | {column for column in table.columns if table.columns[column].extensions.get(ASSIGNED)}
