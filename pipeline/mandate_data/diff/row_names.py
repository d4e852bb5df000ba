"""What tables, columns and rows are called: a changelog names them as people do, and not by ids alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from textwrap import shorten

from mandate_data.package.tables import Package

NAMING = ("title", "name", "label")
"""Columns that name a row, best first."""
LONGEST_NAME = 60
"""Characters."""


@dataclass(frozen=True, slots=True, repr=False)
class RowNames:
    """Titles of tables and columns, names of rows by table and key, and the tables that columns refer to."""

    tables: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[tuple[str, str], str] = field(default_factory=dict)
    rows: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    targets: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def table(self, name: str) -> str:
        """The title of a table and its name, if they differ: `Country visits (country_visits)`."""
        title = self.tables.get(name, name)
        return name if title == name else title if title.casefold().replace(" ", "_") == name else f"{title} ({name})"

    def column(self, table: str, name: str) -> str:
        """The title of a column, or its name."""
        return self.columns.get((table, name), name)

    def row(self, table: str, key: str) -> str:
        """The name of a row and its key, or its key: `Sweden (SWE)`."""
        _, name = self.rows.get((table, key), ("", ""))
        return f"{shorten(name, LONGEST_NAME, placeholder=' …')} ({key})" if name and name != key else key

    def naming_column(self, table: str, key: str) -> str:
        """The column that names a row; empty if none does."""
        return self.rows.get((table, key), ("", ""))[0]

    def value(self, table: str, column: str, value: str) -> str:
        """A value; one that refers to a row with the name of that row."""
        target = self.targets.get((table, column))
        return self.row(target, value) if target else value


def row_names(old: Package, new: Package) -> RowNames:
    """The names of both packages; where they differ, those of the newer one."""
    both = [table for package in (old, new) for table in package.tables.values()]
    return RowNames(
        tables={table.name: table.title or table.name for table in both},
        columns={
            (table.name, column.name): column.title or column.name
            for table in both
            for column in table.columns.values()
        },
        rows={
            (table.name, table.key_of(row)): named
            for table in both
            if table.primary_key
            for row in table.cells
            if (named := next(((column, row[column]) for column in NAMING if row.get(column)), None))
        },
        targets={(table.name, column): target for table in both for column, (target, _) in table.references.items()},
    )
