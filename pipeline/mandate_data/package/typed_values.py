"""Typed values: what a JSON, Parquet or Excel file holds, read in a child process: few bytes may unpack to many."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, ZipInfo

from mandate_data.archives import TooManyEntriesError, open_archive
from mandate_data.child_worker import Tell, limit_memory
from mandate_data.limits import (
    LARGEST_TYPED,
    LARGEST_UNPACKED_TYPED,
    LONGEST_NUMBER,
    PARQUET_MEGABYTES,
    TYPED_MEGABYTES,
)
from mandate_data.package.csv_records import NotCsvError
from mandate_data.package.encoding_guess import guess
from mandate_data.package.parquet_footer import NotParquetError, unpacked_bytes
from mandate_data.package.strict_json import RepeatedKeys, no_constant
from mandate_data.package.table_files import TableFile, opened
from mandate_data.package.table_room import NoRoomError, Room
from mandate_data.regular_files import open_regular, read_regular

NEEDED: Mapping[str, str] = {"json": "json", "parquet": "polars", "xlsx": "openpyxl"}
"""Formats of typed tables, and the library that each is read with."""
LONGEST_IN_UTF_8 = 4
"""Bytes of one character."""
FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
FORMULA_LENGTH, BLOCK = 64, 1 << 20
MOST_REPEATED = 20
"""Names of a file that are reported."""
WORK = "mandate_data.package.typed_values:answer"


def megabytes_for(kind: str) -> int:
    """Memory for reading a table of a format."""
    return PARQUET_MEGABYTES if kind == "parquet" else TYPED_MEGABYTES


def answer(order: Any, tell: Tell) -> tuple[str, object]:
    """Runs in the child: the rows of a file, or why there are none.

    The order: the file, its format, its dialect as stated, and the room.
    """
    file, kind, stated, room = order
    import_module(NEEDED[kind])  # libraries do not count among what a table takes
    tell(None, True)
    limit_memory(megabytes_for(kind))
    try:
        return "read", _READ[kind](file, stated, room)
    except OSError as error:
        return "refused", error.strerror or str(error)
    except MemoryError:
        return "memory", None
    except (BrokenTableError, NotParquetError) as error:
        return "broken", str(error)
    except (UnreadTableError, NoRoomError) as error:
        return "refused", str(error)
    except RecursionError:
        return "refused", "its values are nested too deep"
    except Exception as error:  # noqa: BLE001  whatever a library raises on a file that is none of its format
        return "refused", f"{type(error).__name__}: {error}"


@dataclass(frozen=True, slots=True)
class Unchecked:
    """What a file does not tell of its values: a variant of `contract-unchecked`, and the fields of its message."""

    variant: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Values:
    """What a file holds, and what could not be checked of it."""

    rows: Sequence[Any]
    unchecked: Sequence[Unchecked] = ()


class UnreadTableError(Exception):
    """Why a table is not read."""


class BrokenTableError(UnreadTableError):
    """Why a file is not the table that the descriptor says it is, whoever reads it."""


def _json(file: TableFile, stated: Mapping[str, Any], room: Room) -> Values:
    keys = RepeatedKeys()
    try:
        text = _text(file)
        data = json.loads(text, parse_int=_integer, parse_constant=no_constant, object_pairs_hook=keys.read)
    except ValueError as error:
        raise BrokenTableError(f"it is not JSON: {error}") from None
    if stated.get("property"):
        if not isinstance(data, Mapping) or stated["property"] not in data:
            raise BrokenTableError(f"it has no property {stated['property']!r}")
        data = data[stated["property"]]
    if not isinstance(data, list) or not any(all(isinstance(row, kind) for row in data) for kind in (Mapping, list)):
        raise BrokenTableError("it is not a list of lists or of objects")
    room.require_cells(sum(max(len(row), 1) for row in data), 1)
    return Values(data, [Unchecked("repeated", {"name": name}) for name in list(keys.found)[:MOST_REPEATED]])


def _text(file: TableFile) -> str:
    """The text of a file in its encoding, unpacked, without a byte order mark."""
    try:
        with opened(file.paths[0], file.compression, file.member) as (stream, _):
            data = stream.read(LARGEST_TYPED + 1)
    except NotCsvError as error:
        kind = UnreadTableError if error.code == "file-compressed/too-large" else BrokenTableError
        raise kind(error.finding(file.paths[0], "").message) from None
    if len(data) > LARGEST_TYPED:
        raise UnreadTableError(f"has more than {LARGEST_TYPED:,} bytes, which is the limit")
    try:
        return data.decode(file.encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        byte, word = f"0x{data[error.start]:02x}", guess(data, file.encoding)
        raise BrokenTableError(f"not {file.encoding} (byte {byte} at {error.start + 1}{word})") from None


def _integer(text: str) -> int | Decimal:
    return int(text) if len(text) <= LONGEST_NUMBER else Decimal(text)


def _parquet(file: TableFile, stated: Mapping[str, Any], room: Room) -> Values:
    import polars as pl

    data = read_regular(file.paths[0], LARGEST_TYPED)
    if unpacked_bytes(data) > LARGEST_TYPED:
        raise UnreadTableError(f"unpacked it has more than {LARGEST_TYPED:,} bytes")
    height = pl.scan_parquet(data).select(pl.len()).collect().item()
    room.require_cells(height, len(pl.read_parquet_schema(data)))
    frame = pl.read_parquet(data)
    texts = frame.select(pl.col(pl.String).str.len_bytes().sum())
    room.require_characters(sum(map(sum, texts.iter_rows())) // LONGEST_IN_UTF_8)
    return Values([frame.columns, *_within(room, frame.iter_rows())])


def _xlsx(file: TableFile, stated: Mapping[str, Any], room: Room) -> Values:
    from openpyxl import load_workbook

    path = file.paths[0]
    try:
        with open_regular(path) as stored, open_archive(stored) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST_UNPACKED_TYPED:
                raise UnreadTableError(f"unpacked it has more than {LARGEST_UNPACKED_TYPED:,} bytes")
            has_formulas = any(_has_formulas(archive, entry) for entry in archive.infolist())
        workbook = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except TooManyEntriesError:
        raise
    except (BadZipFile, KeyError) as error:  # no archive, or one without the parts of a workbook
        raise BrokenTableError(f"it is not a workbook: {error.args[0]}") from None
    try:
        name, number = stated.get("sheetName"), stated.get("sheetNumber", 1)
        if name is not None and name not in workbook.sheetnames:
            raise BrokenTableError(f"it has no sheet {name!r}")
        if not isinstance(number, int) or not 1 <= number <= len(workbook.sheetnames):
            raise BrokenTableError(f"it has no sheet {number!r}")
        sheet = workbook[name or workbook.sheetnames[number - 1]]
        rows = [_trimmed(row) for row in _within(room, sheet.iter_rows(values_only=True))]
    finally:
        workbook.close()
    unchecked = _without_value(path, sheet.title, rows) if has_formulas else []
    while rows and not rows[-1]:
        rows.pop()
    width = max(map(len, rows), default=0)
    room.require_cells(len(rows), width)
    return Values([[*row, *[None] * (width - len(row))] for row in rows], unchecked)


def _has_formulas(archive: ZipFile, entry: ZipInfo) -> bool:
    """Whether a part of a workbook has formulas."""
    if not entry.filename.endswith(".xml"):
        return False
    end = b""
    with archive.open(entry) as stream:
        while block := stream.read(BLOCK):
            if FORMULA.search(end + block):
                return True
            end = block[-FORMULA_LENGTH:]
    return False


def _without_value(path: Path, title: str, rows: Sequence[Sequence[Any]]) -> list[Unchecked]:
    """Formulas whose value is not in the file, so that their cells are read as empty: programs that don't compute
    write them so."""
    from openpyxl import load_workbook

    workbook = load_workbook(path, read_only=True, keep_links=False)
    try:
        cells = [
            cell.coordinate
            for row, values in zip(workbook[title].iter_rows(), rows, strict=False)
            for place, cell in enumerate(row)
            if cell.data_type == "f" and (place >= len(values) or values[place] is None)
        ]
    finally:
        workbook.close()
    return [Unchecked("formulas", {"count": str(len(cells)), "cell": cells[0]})] if cells else []


def _within(room: Room, rows: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
    """The rows, as long as there is room for their cells and the text in these.

    A text that many cells share is counted with each of them: the file has it once, and the table many times.
    """
    characters = 0
    for number, row in enumerate(rows, 1):
        room.require_cells(number, len(row))
        characters += sum(map(_length, row))
        room.require_characters(characters)
        yield row


def _length(value: Any) -> int:
    """Characters of a value, without those of numbers and dates."""
    if isinstance(value, str | bytes):
        return len(value)
    if isinstance(value, Mapping):
        return sum(_length(item) for pair in value.items() for item in pair)
    if isinstance(value, list):
        return len(value) + sum(map(_length, value))
    return 0


def _trimmed(row: Sequence[Any]) -> list[Any]:
    """A row without the empty cells at its end, which a sheet has as many of as its longest row."""
    cells = list(row)
    while cells and cells[-1] is None:
        cells.pop()
    return cells


_READ: Mapping[str, Callable[[TableFile, Mapping[str, Any], Room], Values]] = {
    "json": _json,
    "parquet": _parquet,
    "xlsx": _xlsx,
}
