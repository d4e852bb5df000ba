"""Inline tables: rows that are in the descriptor itself, as lists, objects or CSV text, made the records of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mandate_data.package.csv_dialect import Dialect
from mandate_data.package.csv_records import NotCsvError
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.table_columns import TableSchema
from mandate_data.package.table_files import text_records
from mandate_data.package.table_room import Room


def rows_of_text(data: str, dialect: Dialect, schema: TableSchema, room: Room) -> list[list[str]]:
    """The rows of CSV text, the header first. Raises NoRoomError for too many cells, ValueError for what is not CSV."""
    rows: list[list[str]] = []
    cells = 0
    try:
        for record in text_records(data, dialect):
            cells += max(len(record.cells), 1)
            room.require_cells(cells, 1)
            rows.append(record.cells)
    except NotCsvError as error:
        raise ValueError(f"line {error.line}: {error.values.get('reason', error.code)}") from None
    return rows if dialect.header else [schema.names, *rows]


def rows_of_items(
    data: list[Any], dialect: Dialect, schema: TableSchema, room: Room, drain: bool = False
) -> list[list[str]]:
    """The rows of a list of objects or of lists, the header first. Raises ValueError for another kind of rows.

    `drain` takes each object out of `data` as it is read, which then needs half the memory.

    Raises NoRoomError for too many cells: each object may have a name that no other has.
    """
    kinds = {"object": Mapping, "array": list}
    if dialect.item_type and not all(isinstance(row, kinds[dialect.item_type]) for row in data):
        raise ValueError(f"its rows are none of the itemType that its dialect says, {dialect.item_type}")
    if all(isinstance(row, Mapping) for row in data):
        return _of_objects(data, dialect, schema, room, drain)
    if all(isinstance(row, list) for row in data):
        room.require_cells(sum(max(len(row), 1) for row in data), 1)
        rows: list[list[str]] = [[NativeCell(cell) for cell in row] for row in data]
        return rows if dialect.header else [schema.names, *rows]
    raise ValueError("its rows are neither all lists nor all objects")


def _of_objects(
    data: list[Mapping[str, Any]], dialect: Dialect, schema: TableSchema, room: Room, drain: bool
) -> list[list[str]]:
    """The same rows by position: in the order of `itemKeys`, or of the schema, as names have none of their own."""
    if dialect.item_keys is not None:
        names = list(dialect.item_keys)
    else:
        names = list(dict.fromkeys(key for row in data for key in row)) or schema.names
        known = schema.names if schema.fields_match == "exact" else [name for name in schema.names if name in names]
        names = [*known, *(name for name in names if name not in known)]
    room.require_cells(len(data), len(names))
    rows: list[list[str]] = [list(names)]
    for at, row in enumerate(data):
        rows.append([NativeCell(row.get(name)) for name in names])
        if drain:
            data[at] = {}
    return rows
