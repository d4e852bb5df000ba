"""Typed tables: JSON, Parquet and Excel files read as rows of cells that know what they were, within limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from mandate_data.address_space import has_room_for_polars
from mandate_data.child_process import ChildProcess, GivenUpError
from mandate_data.limits import TYPED_SECONDS, TYPED_WAITING
from mandate_data.package.csv_dialect import Dialect
from mandate_data.package.inline_tables import rows_of_items
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.table_columns import TableSchema
from mandate_data.package.table_files import TableFile, joined_labels
from mandate_data.package.table_room import NoRoomError, Room
from mandate_data.package.typed_values import (
    NEEDED,
    BrokenTableError,
    Unchecked,
    UnreadTableError,
    Values,
    megabytes_for,
)


def can_read(kind: str) -> bool:
    """Whether tables of a format are read, and the library for it is installed."""
    return kind in NEEDED and find_spec(NEEDED[kind]) is not None


@dataclass(frozen=True, slots=True)
class TypedRows:
    """The rows of a table, the header first, and the number of each in its file, where some are left out of it.

    `unchecked` is what could not be checked of it.
    """

    rows: list[list[str]]
    numbers: Sequence[int]
    unchecked: Sequence[Unchecked] = ()


def typed_rows(
    child: ChildProcess, room: Room, file: TableFile, kind: str, stated: Mapping[str, Any], schema: TableSchema
) -> TypedRows:
    """The rows of a file; `stated` is the dialect as the descriptor has it.

    `child` does the work `typed_values.WORK`. Raises NoRoomError for what is too large, UnreadTableError for what
    takes too long, BrokenTableError for what is not a table as stated, and InputError where no process can be started.
    """
    if kind == "parquet" and not has_room_for_polars():
        raise UnreadTableError("a limit of memory leaves no room for polars: raise it with ulimit -v and ulimit -d")
    values = _values(child, kind, (file, kind, stated, room))
    if kind == "xlsx":
        rows, numbers = _sheet_rows(values.rows, file.dialect, schema)
    else:
        rows = _rows(values.rows, kind, file.dialect, schema, room)
        numbers = range(1, len(rows) + 1)
    typed = TypedRows(rows, numbers, values.unchecked)
    room.take(typed.rows)
    return typed


def _rows(data: Any, kind: str, dialect: Dialect, schema: TableSchema, room: Room) -> list[list[str]]:
    if kind == "parquet":
        rows: list[list[str]] = [[NativeCell(cell) for cell in row] for row in data[1:]]
        return [list(data[0]), *rows]
    try:
        return rows_of_items(data, dialect, schema, room, drain=True)
    except NoRoomError:
        raise
    except ValueError as error:
        raise BrokenTableError(str(error)) from None


def _sheet_rows(
    data: Sequence[Sequence[Any]], dialect: Dialect, schema: TableSchema
) -> tuple[list[list[str]], Sequence[int]]:
    """The rows of a sheet without comments, and their numbers.

    The labels of a header of several rows are joined as in CSV.
    """
    header: list[list[str]] = []
    rows, numbers = ([], []) if dialect.header else ([schema.names], [0])
    for number, values in enumerate(data, 1):
        cells: list[str] = [NativeCell(value) for value in values]
        is_comment = bool(dialect.comment and cells) and cells[0].startswith(dialect.comment)
        if number in dialect.comment_rows or is_comment:
            continue
        if dialect.header and number <= dialect.header_rows[-1]:
            header += [cells] if number in dialect.header_rows else []
            if number < dialect.header_rows[-1]:
                continue
            cells = joined_labels(header, dialect.header_join) if len(header) > 1 else cells
        rows.append(cells)
        numbers.append(number)
    return rows, numbers


def _values(child: ChildProcess, kind: str, order: object) -> Values:
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
    if outcome == "broken":
        raise BrokenTableError(answer)
    if outcome == "refused":
        raise UnreadTableError(answer)
    assert isinstance(answer, Values)
    return answer
