"""Records: a CSV file of any size as blocks of cells that know their records and their physical lines.

A block without quotes and with as many cells everywhere is read by polars; one whose quotes are regular is cut first,
by looking for bytes. Any other goes through `csv.reader`, so that what a record is never depends on how it was read.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import polars as pl

from mandate_data.limits import LONGEST_LINE, LONGEST_RECORD, MOST_CELLS
from mandate_data.package.csv_records import Place, Record, Records
from mandate_data.regular_files import open_regular

BLOCK = LONGEST_RECORD
"""Bytes: what is read at once."""
_LF, _CR, _QUOTE = 10, 13, 34

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """Some records: those with as many cells as there are columns in `frame`, the others in `odd`.

    `frame` has a column of text for each column of the table; `numbers` and `lines` go with its rows.
    """

    frame: pl.DataFrame
    numbers: Numbers
    lines: Numbers
    odd: list[Record]


def read_blocks(path: Path, columns: list[str], delimiter: str) -> Iterator[Block]:
    """The records after the header, in order. Raises NotCsvError where the file can't be read on."""
    with open_regular(path) as stream:
        header = Records(stream, delimiter)
        next(header, None)
        place = header.place
        while True:
            stream.seek(place.byte)
            data = stream.read(BLOCK)
            if not data:
                return
            last = len(data) < BLOCK
            cut = _plain(data, place, columns, delimiter, last) or _cut(data, place, columns, delimiter, last)
            block, place = cut or _careful(stream, place, columns, delimiter)
            yield block


def _plain(data: bytes, place: Place, columns: list[str], delimiter: str, last: bool) -> tuple[Block, Place] | None:
    """The whole records at the start of `data`, where all are as they should be; None where one may not be."""
    if b'"' in data or b"\r" in data or b"\0" in data or len(columns) == 1:
        return None
    half = LONGEST_LINE // 2
    if any(data.find(b"\n", start, start + half) < 0 for start in range(0, len(data) - half, half)):
        return None  # a line may be too long: it would hold one of these pieces
    used = len(data) if last else data.rfind(b"\n") + 1
    records = data.count(b"\n", 0, used) + (not data.endswith(b"\n", 0, used))
    if data.count(delimiter.encode(), 0, used) != records * (len(columns) - 1):
        return None  # polars refuses records with more cells than columns, but not those with fewer
    frame = _frame(data[:used], columns, delimiter)
    if frame is None or frame.height != records:
        return None
    steps = np.arange(records)
    after = Place(place.byte + used, place.number + records, place.line + records)
    return Block(frame, place.number + steps, place.line + steps, []), after


def _cut(data: bytes, place: Place, columns: list[str], delimiter: str, last: bool) -> tuple[Block, Place] | None:
    """The whole records at the start of `data`, or None where the quotes or line ends are not regular."""
    if b"\0" in data or (b"\r" in data and data.count(b"\r") != data.count(b"\r\n") + data.endswith(b"\r")):
        return None
    codes = np.frombuffer(data, dtype=np.uint8)
    newlines = ends = np.flatnonzero(codes == _LF)
    quotes = np.flatnonzero(codes == _QUOTE)
    if quotes.size:
        if not _regular(codes, quotes, ord(delimiter)):
            return None
        ends = ends[_outside(quotes, ends)]
    if last and not data.endswith(b"\n"):
        if quotes.size % 2 or data.endswith(b"\r"):
            return None
        ends = np.append(ends, len(data))
    if not ends.size:
        return None
    used = int(ends[-1]) + 1
    starts = np.concatenate(([0], ends[:-1] + 1))
    delimiters = np.flatnonzero(codes[:used] == ord(delimiter))
    if quotes.size:
        delimiters = delimiters[_outside(quotes, delimiters)]
    cells = np.diff(np.searchsorted(delimiters, ends), prepend=0) + 1
    if (ends - starts).max() > LONGEST_LINE or cells.max() > MOST_CELLS:
        return None
    empty = (ends == starts) | ((ends == starts + 1) & (codes[starts] == _CR))
    odd = np.flatnonzero((cells != len(columns)) | empty)
    numbers = place.number + np.arange(ends.size)
    before = np.searchsorted(newlines, starts) if newlines.size != ends.size else numbers - place.number
    lines = place.line + before
    usual, records = data[:used], []
    if odd.size:
        bounds = zip(starts[odd].tolist(), ends[odd].tolist(), strict=True)
        pieces = [data[start : end + 1] for start, end in bounds]
        try:
            texts = [piece.decode("utf-8") for piece in pieces]
        except UnicodeDecodeError:
            return None
        records = [
            Record(int(numbers[at]), int(lines[at]), next(csv.reader([text], delimiter=delimiter), []))
            for at, text in zip(odd, texts, strict=True)
        ]
        usual = _without(data, starts[odd].tolist(), ends[odd].tolist(), used)
        numbers, lines = np.delete(numbers, odd), np.delete(lines, odd)
    frame = _frame(usual, columns, delimiter)
    if frame is None or frame.height != numbers.size:
        return None
    after = Place(place.byte + used, place.number + ends.size, place.line + data.count(b"\n", 0, used))
    return Block(frame, numbers, lines, records), after


def _frame(data: bytes, columns: list[str], delimiter: str) -> pl.DataFrame | None:
    schema = dict.fromkeys(columns, pl.String)
    if not data:
        return pl.DataFrame(schema=schema)
    try:
        return pl.read_csv(data, has_header=False, schema=schema, separator=delimiter, empty_string_is_null=False)
    except (pl.exceptions.ComputeError, pl.exceptions.SchemaError):
        return None  # not UTF-8, or too few or too many cells, which a more careful reader finds on their line


def _outside(quotes: Numbers, places: Numbers) -> npt.NDArray[np.bool_]:
    """Which of the places are in no quotes."""
    outside: npt.NDArray[np.bool_] = np.searchsorted(quotes, places) % 2 == 0
    return outside


def _regular(codes: npt.NDArray[np.uint8], quotes: Numbers, delimiter: int) -> bool:
    """Whether quotes stand around whole cells only: doubled ones close and open again."""
    opening, closing = quotes[0::2], quotes[1::2]
    before = codes[np.maximum(opening - 1, 0)]
    opens = (opening == 0) | (before == delimiter) | (before == _LF)
    opens[1:] |= opening[1:] == closing[: opening.size - 1] + 1
    after = codes[np.minimum(closing + 1, codes.size - 1)]
    closes = (closing == codes.size - 1) | (after == delimiter) | (after == _LF) | (after == _CR)
    closes[: opening.size - 1] |= opening[1:] == closing[: opening.size - 1] + 1
    return bool(opens.all() and closes.all())


def _without(data: bytes, starts: list[int], ends: list[int], used: int) -> bytes:
    """The data without the records between these bounds."""
    bounds = [0, *(bound for start, end in zip(starts, ends, strict=True) for bound in (start, end + 1)), used]
    return b"".join(data[start:end] for start, end in zip(bounds[0::2], bounds[1::2], strict=True))


def _careful(stream: BinaryIO, place: Place, columns: list[str], delimiter: str) -> tuple[Block, Place]:
    """The same by `csv.reader`, up to the size of a block."""
    records = Records(stream, delimiter, place)
    usual: list[Record] = []
    odd: list[Record] = []
    for record in records:
        (usual if len(record.cells) == len(columns) else odd).append(record)
        if records.place.byte - place.byte >= BLOCK:
            break
    rows = [record.cells for record in usual]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String), orient="row")
    numbers = np.array([record.number for record in usual], dtype=np.int64)
    lines = np.array([record.line for record in usual], dtype=np.int64)
    return Block(frame, numbers, lines, odd), records.place
