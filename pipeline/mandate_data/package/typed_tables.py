"""Typed tables: JSON, Parquet and Excel files read as rows of cells that know what they were, within limits."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mandate_data.address_space import has_room_for_polars
from mandate_data.archives import open_archive
from mandate_data.limits import LARGEST_TYPED, LARGEST_UNPACKED_TYPED, MOST_TYPED_CELLS
from mandate_data.package.csv_dialect import Dialect
from mandate_data.package.inline_tables import rows_of_lists, rows_of_objects
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.table_columns import TableSchema
from mandate_data.regular_files import open_regular, read_regular, read_regular_text

NEEDED: Mapping[str, str] = {"json": "json", "parquet": "polars", "xlsx": "openpyxl"}
"""Formats of typed tables, and the library that each is read with."""


class UnreadTableError(Exception):
    """Why a table is not read."""


def can_read(kind: str) -> bool:
    """Whether tables of a format are read, and the library for it is installed."""
    return kind in NEEDED and find_spec(NEEDED[kind]) is not None


def typed_rows(
    path: Path, kind: str, dialect: Dialect, stated: Mapping[str, Any], schema: TableSchema
) -> list[list[str]]:
    """The rows of a file, the header first; `stated` is the dialect as the descriptor has it.

    Raises UnreadTableError for what is too large, or is no table of the format.
    """
    try:
        return _READ[kind](path, dialect, stated, schema)
    except OSError as error:
        raise UnreadTableError(error.strerror or str(error)) from None
    except UnreadTableError:
        raise
    except Exception as error:  # noqa: BLE001  whatever a library raises on a file that is none of its format
        raise UnreadTableError(f"{type(error).__name__}: {error}") from None


def _json(path: Path, dialect: Dialect, stated: Mapping[str, Any], schema: TableSchema) -> list[list[str]]:
    data = json.loads(read_regular_text(path, LARGEST_TYPED))
    if stated.get("property"):
        if not isinstance(data, Mapping) or stated["property"] not in data:
            raise UnreadTableError(f"it has no property {stated['property']!r}")
        data = data[stated["property"]]
    if isinstance(data, list) and all(isinstance(row, Mapping) for row in data):
        return rows_of_objects(data, schema)
    if isinstance(data, list) and all(isinstance(row, list) for row in data):
        return rows_of_lists(data, dialect, schema)
    raise UnreadTableError("it is no list of lists or of objects")


def _parquet(path: Path, dialect: Dialect, stated: Mapping[str, Any], schema: TableSchema) -> list[list[str]]:
    if not has_room_for_polars():
        raise UnreadTableError("a limit of memory leaves no room for polars: raise it with ulimit -v and ulimit -d")
    import polars as pl

    data = read_regular(path, LARGEST_TYPED)
    height = pl.scan_parquet(data).select(pl.len()).collect().item()
    columns = pl.read_parquet_schema(data)
    if height * len(columns) > MOST_TYPED_CELLS:
        raise UnreadTableError(f"it has more than {MOST_TYPED_CELLS:,} cells")
    frame = pl.read_parquet(data)
    return [frame.columns, *_cells(frame.iter_rows())]


def _xlsx(path: Path, dialect: Dialect, stated: Mapping[str, Any], schema: TableSchema) -> list[list[str]]:
    from openpyxl import load_workbook

    with open_regular(path) as stored, open_archive(stored) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED_TYPED:
            raise UnreadTableError(f"unpacked it has more than {LARGEST_UNPACKED_TYPED:,} bytes")
    workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        name, number = stated.get("sheetName"), stated.get("sheetNumber", 1)
        if name is not None and name not in workbook.sheetnames:
            raise UnreadTableError(f"it has no sheet {name!r}")
        if not isinstance(number, int) or not 1 <= number <= len(workbook.sheetnames):
            raise UnreadTableError(f"it has no sheet {number!r}")
        sheet = workbook[name or workbook.sheetnames[number - 1]]
        rows: list[Sequence[Any]] = []
        for row in sheet.iter_rows(values_only=True):
            rows.append(row)
            if len(rows) * len(row) > MOST_TYPED_CELLS:
                raise UnreadTableError(f"it has more than {MOST_TYPED_CELLS:,} cells")
    finally:
        workbook.close()
    cells = [_trimmed(row) for row in rows]
    while cells and not cells[-1]:
        cells.pop()
    width = max(map(len, cells), default=0)
    padded = _cells([*row, *[None] * (width - len(row))] for row in cells)
    if not dialect.header:
        return [schema.names, *padded]
    before = dialect.header_rows[-1]
    return padded[before - 1 :]


def _trimmed(row: Sequence[Any]) -> list[Any]:
    """A row without the empty cells at its end, which a sheet has as many of as its longest row."""
    cells = list(row)
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def _cells(rows: Iterable[Sequence[Any]]) -> list[list[str]]:
    return [[NativeCell(cell) for cell in row] for row in rows]


_READ: Mapping[str, Callable[[Path, Dialect, Mapping[str, Any], TableSchema], list[list[str]]]] = {
    "json": _json,
    "parquet": _parquet,
    "xlsx": _xlsx,
}
