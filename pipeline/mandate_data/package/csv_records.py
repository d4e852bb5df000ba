"""CSV files: records read strictly, one by one, each with the physical line that it begins on.

What a record is, for small tables and large ones: UTF-8, quotes around whole cells, every quote closed.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import LONGEST_LINE, LONGEST_RECORD, MOST_CELLS
from mandate_data.package.encoding_guess import guess, wide_encoding
from mandate_data.regular_files import open_regular

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONE_CR = re.compile(r"(?<=\r)(?!\n)")

# Without this a long cell would be an error for csv.reader alone.
csv.field_size_limit(max(csv.field_size_limit(), LONGEST_RECORD))


class NotCsvError(Exception):
    """A file that can't be read on: the code of the finding, the line on which that shows, and its values."""

    def __init__(self, code: str, line: int, **values: Any) -> None:
        super().__init__(code, line)
        self.code = code
        self.line = line
        self.values = values

    def finding(self, path: Path, table: str) -> Finding:
        """The finding on the file at `path`."""
        return finding(self.code, Location(str(path), self.line), table=table, **self.values)


def csv_reason(error: csv.Error) -> str:
    """What csv.reader says of a record, in words for people."""
    return next((words for said, words in _REASONS.items() if said in str(error)), str(error))


_REASONS = {
    "expected after": "text follows the quote that closes a cell",
    "new-line character": "a line end is within a cell without quotes",
    "field larger": f"a cell has more than {LONGEST_RECORD:,} characters",
}


def nul_error(data: bytes, line: int) -> NotCsvError:
    """What is said of a line with a NUL byte: the first line of a file in UTF-16 or UTF-32 is full of them."""
    wide = wide_encoding(data) if line == 1 else ""
    if wide:
        return NotCsvError("contract-encoding-error/wide", line, encoding=wide)
    return NotCsvError("file-nul", line)


class Record(NamedTuple):
    """One record: its number (the header is the first), the physical line it begins on, its cells as they stand.

    `file` is the part of the table that it is in, where there are several.
    """

    number: int
    line: int
    cells: list[str]
    file: str = ""


class Place(NamedTuple):
    """Where a record begins: the byte, its number, its line."""

    byte: int
    number: int
    line: int


class Records(Iterator[Record]):
    """Records of a file from a place on; `place` is where the next one begins. Raises NotCsvError."""

    def __init__(self, stream: BinaryIO, delimiter: str, place: Place | None = None) -> None:
        start = len(BYTE_ORDER_MARK) if stream.read(len(BYTE_ORDER_MARK)) == BYTE_ORDER_MARK else 0
        self._started = place or Place(start, 1, 1)
        stream.seek(self._started.byte)
        self._stream = stream
        self._byte, self._number, self._line = self._started.byte, self._started.number, self._started.line
        self._reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)

    @property
    def place(self) -> Place:
        return Place(self._byte, self._number, self._line)

    def __next__(self) -> Record:
        self._started = self.place
        try:
            cells = next(self._reader)
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                raise self._not_closed() from None
            raise NotCsvError("file-not-csv/syntax", self._line - 1, reason=csv_reason(error)) from None
        if len(cells) > MOST_CELLS:
            raise NotCsvError("file-too-wide", self._started.line, cells=len(cells), most=MOST_CELLS)
        self._number += 1
        return Record(self._number - 1, self._started.line, cells)

    def _lines(self) -> Iterator[str]:
        """The physical lines, which a lone carriage return ends, too."""
        held = b""
        while data := held + self._stream.readline(LONGEST_LINE + 1 - len(held)):
            held = b""
            if len(data) > LONGEST_LINE:
                end = data.rfind(b"\r", 0, -2) + 1  # lines that a carriage return ends: the last may go on
                if not end:
                    raise NotCsvError("file-line-too-long", self._line, most=LONGEST_LINE)
                data, held = data[:end], data[end:]
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                byte, at = f"0x{data[error.start]:02x}", self._byte + error.start
                raise NotCsvError(
                    "contract-encoding-error/byte", self._line, byte=byte, offset=at, guess=guess(data, "utf-8")
                ) from None
            if "\0" in text:
                raise nul_error(data, self._line)
            pieces = [text] if "\r" not in text else [piece for piece in _LONE_CR.split(text) if piece]
            for piece in pieces:
                self._byte += len(data) if piece is text else len(piece.encode("utf-8"))
                self._line += 1
                if self._byte - self._started.byte > LONGEST_RECORD:
                    raise self._not_closed()
                yield piece

    def _not_closed(self) -> NotCsvError:
        return NotCsvError("file-not-csv", self._started.line)


def read_header(path: Path, delimiter: str = ",") -> list[str]:
    """The cells of the first record; none for an empty file. Raises NotCsvError."""
    with open_regular(path) as stream:
        header = next(Records(stream, delimiter), None)
    return header.cells if header else []


def read_records(path: Path, delimiter: str = ",") -> Iterator[Record]:
    """All records, the header first. Raises NotCsvError."""
    with open_regular(path) as stream:
        yield from Records(stream, delimiter)


def read_cells(path: Path) -> list[list[str]]:
    """The cells of all records, the header first. Raises NotCsvError.

    A file that is plainly right is read at once; any other record by record, so that the error has its line.
    """
    with open_regular(path) as stream:
        data = stream.read(LONGEST_LINE + 1)
    cells = _plain_cells(data) if len(data) <= LONGEST_LINE else None
    return [record.cells for record in read_records(path)] if cells is None else cells


def _plain_cells(data: bytes) -> list[list[str]] | None:
    """The cells of a short file without anything odd, or None."""
    if b"\0" in data or b"\r" in data or data.startswith(BYTE_ORDER_MARK):
        return None
    try:
        cells = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return None
    return None if any(len(record) > MOST_CELLS for record in cells) else cells
