"""What tables, columns and rows are called: a changelog names them as people do, and not by ids alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from textwrap import shorten

from mandate_data.package.row_titles import NAMING, RowId, RowTemplates, RowTitles, row_titles
from mandate_data.package.tables import Package

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
        if not name or name == key:
            return key
        short = shorten(name, LONGEST_NAME, placeholder=" …")
        return f"{short} ({key})" if short != "…" else key

    def naming_column(self, table: str, key: str) -> str:
        """The column that names a row; empty if none does."""
        return self.rows.get((table, key), ("", ""))[0]

    def value(self, table: str, column: str, value: str) -> str:
        """A value; one that refers to a row with the name of that row."""
        target = self.targets.get((table, column))
        return self.row(target, value) if target else value


def row_names(old: Package, new: Package, templates: Mapping[str, RowTemplates]) -> RowNames:
    """The names of both packages, with the titles of `templates`; where they differ, those of the newer one."""
    both = [table for package in (old, new) for table in package.tables.values()]
    return RowNames(
        tables={table.name: table.title or table.name for table in both},
        columns={
            (table.name, column.name): column.title or column.name
            for table in both
            for column in table.columns.values()
        },
        rows={row_id: named for package in (old, new) for row_id, named in _named_rows(row_titles(package, templates))},
        targets={(table.name, column): target for table in both for column, (target, _) in table.references.items()},
    )


def _named_rows(titles: RowTitles) -> Iterator[tuple[RowId, tuple[str, str]]]:
    """The column that names each row, if one does, and its title. Rows of `provenance` are places, and have none."""
    for (table, key), row in titles.rows.items():
        if table != "provenance" and titles.tables[table].primary_key:
            title = titles.title((table, key))
            yield (table, key), (next((column for column in NAMING if row.get(column) == title), ""), title)
