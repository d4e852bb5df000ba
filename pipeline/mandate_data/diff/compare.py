"""The difference between two packages: of their schemas, and of their rows, cell by cell.

difference = compare(read_package(old), read_package(new))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mandate_data.diff.changes import Difference, RowChange
from mandate_data.diff.plain_values import with_plain_values
from mandate_data.diff.row_changes import added_rows, removed_rows, renamed_columns, row_changes
from mandate_data.diff.row_names import row_names
from mandate_data.diff.schema_changes import schema_changes
from mandate_data.package.row_titles import RowTemplates
from mandate_data.package.tables import Package


def compare(old: Package, new: Package, templates: Mapping[str, RowTemplates] | None = None) -> Difference:
    """All changes from one package to another; their versions and dates are not compared.

    Cells are compared as values, however they are written, and changes have them in their plain form.
    `templates` say what rows are called in words, by table: `templates_of(contract)`.
    """
    old, new = _plain(old, new), _plain(new, old)
    both = [name for name in new.tables if name in old.tables]
    renamed = {name: renamed_columns(old.tables[name], new.tables[name]) for name in both}
    rows: list[RowChange] = []
    for name, table in old.tables.items():
        if name not in new.tables:
            rows += removed_rows(table)
    for name, table in new.tables.items():
        rows += row_changes(old.tables[name], table, renamed[name]) if name in old.tables else added_rows(table)
    return Difference(schema_changes(old, new, renamed), rows, names=row_names(old, new, templates or {}))


def _plain(package: Package, other: Package) -> Package:
    tables = {name: with_plain_values(table, other.tables.get(name)) for name, table in package.tables.items()}
    return replace(package, tables=tables)
