"""Typed tables: JSON, Parquet and Excel files read as rows of cells that know what they were, within limits."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mandate_data.address_space import has_room_for_polars
from mandate_data.child_process import ChildProcess, GivenUpError
from mandate_data.limits import TYPED_SECONDS, TYPED_WAITING
from mandate_data.package.csv_dialect import Dialect
from mandate_data.package.inline_tables import rows_of_lists, rows_of_objects
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.table_columns import TableSchema
from mandate_data.package.table_room import Room
from mandate_data.package.typed_values import NEEDED, UnreadTableError, megabytes_for


def can_read(kind: str) -> bool:
    """Whether tables of a format are read, and the library for it is installed."""
    return kind in NEEDED and find_spec(NEEDED[kind]) is not None


def typed_rows(
    child: ChildProcess,
    room: Room,
    path: Path,
    kind: str,
    dialect: Dialect,
    stated: Mapping[str, Any],
    schema: TableSchema,
) -> list[list[str]]:
    """The rows of a file, the header first; `stated` is the dialect as the descriptor has it.

    `child` does the work `typed_values.WORK`. Raises NoRoomError for what is too large, UnreadTableError for what
    takes too long or is no table of the format, and InputError where no process can be started.
    """
    if kind == "parquet" and not has_room_for_polars():
        raise UnreadTableError("a limit of memory leaves no room for polars: raise it with ulimit -v and ulimit -d")
    rows = _rows(_values(child, kind, (path, kind, stated, room)), kind, dialect, schema, room)
    room.take(rows)
    return rows


def _rows(data: Any, kind: str, dialect: Dialect, schema: TableSchema, room: Room) -> list[list[str]]:
    if kind == "json" and all(isinstance(row, Mapping) for row in data):
        return rows_of_objects(data, schema, room, drain=True)
    if kind == "json":
        return rows_of_lists(data, dialect, schema, room)
    rows: list[list[str]] = [[NativeCell(cell) for cell in row] for row in data]
    if kind == "parquet":
        return [list(data[0]), *rows[1:]]
    return rows[dialect.header_rows[-1] - 1 :] if dialect.header else [schema.names, *rows]


def _values(child: ChildProcess, kind: str, order: object) -> Any:
    """What the child reads. After a failure the process is a new one."""
    try:
        child.send(order)
        outcome, answer = child.receive(TYPED_SECONDS * TYPED_WAITING)
    except GivenUpError as error:
        child.close()
        raise UnreadTableError(f"{error}; it may take {megabytes_for(kind)} MB of memory") from None
    if outcome == "memory":
        child.close()
        raise UnreadTableError(f"it takes more than {megabytes_for(kind)} MB of memory")
    if outcome == "refused":
        raise UnreadTableError(answer)
    return answer
