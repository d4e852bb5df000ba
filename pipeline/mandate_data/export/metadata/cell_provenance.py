"""The provenance of a release's cells, from its tables, as the standards for annotations and provenance need it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from mandate_data.package.addresses import TABLE as PROVENANCE
from mandate_data.package.addresses import Address, as_address
from mandate_data.package.tables import Table

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

    `statements` are the addresses of the cell by the number of their statement.
    """

    table: str
    row_key: str
    field: str
    value: str
    row: int
    column: int
    statements: Mapping[int, Sequence[Address]]

    @property
    def key(self) -> CellKey:
        return self.table, self.row_key, self.field


def traced_cells(tables: Mapping[str, Table]) -> Iterator[TracedCell]:
    """Every cell that `provenance` is about, in the order of the tables; none where the package has no such table."""
    statements: dict[CellKey, dict[int, list[Address]]] = {}
    for row in tables[PROVENANCE].cells if PROVENANCE in tables else ():
        if "field" in row:  # releases 1.x know rows and no cells
            cell = (row["table"], row["row_key"], row["field"])
            address = as_address(row)
            statements.setdefault(cell, {}).setdefault(address.statement or 0, []).append(address)
    for table in tables.values():
        for number, row in enumerate(table.cells, 2):
            key = table.key_of(row)
            for place, (field, value) in enumerate(row.items(), 1):
                if (table.name, key, field) in statements:
                    yield TracedCell(table.name, key, field, value, number, place, statements[table.name, key, field])


def address_of(*parts: str) -> str:
    """A fragment that names a thing of the release: `#country_visits/2016-geo/year`."""
    return "#" + "/".join(quote(part, safe="") for part in parts)
