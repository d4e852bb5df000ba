"""Inline tables: rows that are in the descriptor itself, as lists, objects or CSV text, made the records of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mandate_data.package.csv_dialect import Dialect
from mandate_data.package.csv_records import NotCsvError
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.table_columns import TableSchema
from mandate_data.package.table_files import text_records
from mandate_data.package.table_room import Room


def rows_of_text(data: str, dialect: Dialect, schema: TableSchema) -> list[list[str]]:
    """The rows of CSV text, the header first. Raises ValueError for what is no CSV."""
    try:
        rows = [record.cells for record in text_records(data, dialect)]
    except NotCsvError as error:
        raise ValueError(f"line {error.line}: {error.values.get('reason', error.code)}") from None
    return rows if dialect.header else [schema.names, *rows]


def rows_of_items(data: Sequence[Any], dialect: Dialect, schema: TableSchema, room: Room) -> list[list[str]]:
    """The rows of a list of objects or of lists, the header first. Raises ValueError for another kind of rows.

    Raises NoRoomError for too many cells: each object may have a name that no other has.
    """
    kinds = {"object": Mapping, "array": list}
    if dialect.item_type and not all(isinstance(row, kinds[dialect.item_type]) for row in data):
        raise ValueError(f"its rows are none of the itemType that its dialect says, {dialect.item_type}")
    if all(isinstance(row, Mapping) for row in data):
        return _of_objects(data, dialect, schema, room)
    if all(isinstance(row, list) for row in data):
        rows: list[list[str]] = [[NativeCell(cell) for cell in row] for row in data]
        return rows if dialect.header else [schema.names, *rows]
    raise ValueError("its rows are neither all lists nor all objects")


def _of_objects(
    data: Sequence[Mapping[str, Any]], dialect: Dialect, schema: TableSchema, room: Room
) -> list[list[str]]:
    """The same rows by position: in the order of `itemKeys`, or of the schema, as names have none of their own."""
    if dialect.item_keys is not None:
        names = list(dialect.item_keys)
    else:
        names = list(dict.fromkeys(key for row in data for key in row)) or schema.names
        known = schema.names if schema.fields_match == "exact" else [name for name in schema.names if name in names]
        names = [*known, *(name for name in names if name not in known)]
    room.require_cells(len(data), len(names))
    rows: list[list[str]] = [[NativeCell(row.get(name)) for name in names] for row in data]
    return [list(names), *rows]
