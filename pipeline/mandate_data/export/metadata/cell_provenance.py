"""The provenance of a release's cells, from its tables, as the standards for annotations and provenance need it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from mandate_data.export.metadata.release_description import Model

PROVENANCE = "provenance"
CellKey = tuple[str, str, str]
"""Table, key of the row, and column."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The text of a source that the release was read from: its path in the project, and its lines without ends."""

    path: str
    lines: Sequence[str]


@dataclass(frozen=True, slots=True)
class TracedCell:
    """A cell with its value, its place in the CSV file (row and column from 1, with the header), and how it came about.

    `statements` are the rows of `provenance` about the cell by the number of their statement.
    """

    table: str
    row_key: str
    field: str
    value: str
    row: int
    column: int
    statements: Mapping[str, Sequence[Mapping[str, str]]]

    @property
    def key(self) -> CellKey:
        return self.table, self.row_key, self.field


def traced_cells(model: Model, files: Mapping[str, bytes]) -> Iterator[TracedCell]:
    """Every cell that the table `provenance` is about, in the order of the tables; none where there is no such table.

    `files` are the bytes of the CSV files by path.
    """
    statements: dict[CellKey, dict[str, list[Mapping[str, str]]]] = {}
    for row in _rows(model, files, PROVENANCE):
        if "field" in row:  # releases 1.x know rows and no cells
            cell = (row["table"], row["row_key"], row["field"])
            statements.setdefault(cell, {}).setdefault(row["statement"], []).append(row)
    for table in model.tables:
        for number, row in enumerate(_rows(model, files, table.name), 2):
            key = "|".join(row[column] for column in table.primary_key)
            for place, (field, value) in enumerate(row.items(), 1):
                if (table.name, key, field) in statements:
                    yield TracedCell(table.name, key, field, value, number, place, statements[table.name, key, field])


def rows_of(model: Model, files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    """The rows of a table of the release, as text; none where it has no such table."""
    return list(_rows(model, files, name))


def _rows(model: Model, files: Mapping[str, bytes], name: str) -> Iterator[dict[str, str]]:
    for table in model.tables:
        if table.name == name:
            yield from csv.DictReader(io.StringIO(files[table.path].decode("utf-8"), newline=""))


def address_of(*parts: str) -> str:
    """A fragment that names a thing of the release: `#country_visits/2016-geo/year`."""
    return "#" + "/".join(quote(part, safe="") for part in parts)
