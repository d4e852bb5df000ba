"""Table files: records of tables in any encoding and dialect, in several parts, compressed, with their physical lines.

What is plain CSV in UTF-8 is read by `csv_records`; all else comes here, with the same checks.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from mandate_data.archives import open_archive
from mandate_data.limits import (
    ALWAYS_ALLOWED,
    LARGEST_RATIO,
    LARGEST_UNPACKED,
    LONGEST_LINE,
    LONGEST_RECORD,
    MOST_CELLS,
)
from mandate_data.package.csv_dialect import Dialect
from mandate_data.package.csv_records import NotCsvError, Record, csv_reason, nul_error, read_records
from mandate_data.package.encoding_guess import guess
from mandate_data.package.line_ends import PLACEHOLDERS, coded, decoded, row_end
from mandate_data.package.native_cells import NO_VALUE
from mandate_data.regular_files import open_regular

_CHUNK = 1 << 16
_Bytes = IO[bytes] | gzip.GzipFile | io.BytesIO
_DELIMITER = "\ufdd0"
"""What stands for a delimiter of several characters while a line is read: no character of Unicode."""
_LINES = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class TableFile:
    """Where a table's rows are and how they are written: `paths` are its parts, one after the other.

    `compressions` are those of the parts, "" for none. With `has_exact_lines` rows end with the dialect's line
    terminator alone, and another line end is text of a cell.
    """

    paths: tuple[Path, ...]
    dialect: Dialect = field(default_factory=Dialect)
    encoding: str = "utf-8"
    compressions: tuple[str, ...] = ()
    member: str = ""
    has_exact_lines: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether it is one file of plain CSV in UTF-8, which is read in the fast way."""
        is_one = len(self.paths) == 1 and not self.compression and not self.has_exact_lines
        return is_one and self.encoding == "utf-8" and self.dialect.is_plain

    @property
    def is_exact(self) -> bool:
        """Whether rows end with the dialect's line terminator alone."""
        return self.has_exact_lines or not self.dialect.has_usual_lines

    @property
    def compression(self) -> str:
        """That of the first part."""
        return self.compressions[0] if self.compressions else ""

    @property
    def size(self) -> int:
        """Bytes, as they are stored."""
        return sum(path.stat().st_size for path in self.paths if path.is_file())


def table_records(file: TableFile) -> Iterator[Record]:
    """All records, the header first, if the dialect has one. Raises NotCsvError."""
    if file.is_plain:
        yield from read_records(file.paths[0], file.dialect.delimiter)
        return
    header: list[str] | None = None
    before, number = 0, 0
    for path, compression in zip(file.paths, file.compressions, strict=True):
        with opened(path, compression, file.member) as (stream, name):
            for record in _records(stream, file, name):
                if file.dialect.header and record.number == file.dialect.header_rows[-1]:
                    if header == record.cells:  # each part has the header again
                        before -= record.number
                        continue
                    header = header or record.cells
                number = before + record.number
                yield Record(number, record.line, record.cells, name)
        before = number


def text_records(text: str, dialect: Dialect) -> Iterator[Record]:
    """All records of CSV that is a text, the header first, if the dialect has one. Raises NotCsvError."""
    file = TableFile((), dialect)
    yield from _records(io.BytesIO(text.encode("utf-8")), file, "")


@contextmanager
def opened(path: Path, compression: str, member: str) -> Iterator[tuple[_Bytes, str]]:
    """The bytes of a part and the name that findings have for it, within the limits. Raises NotCsvError."""
    name = str(path)
    with open_regular(path) as stored:
        if not compression:
            yield stored, name
            return
        limit = max(ALWAYS_ALLOWED, min(LARGEST_UNPACKED, LARGEST_RATIO * path.stat().st_size))
        try:
            if compression == "gz":
                with gzip.open(stored, "rb") as stream:
                    _measure(stream, limit)
                    stream.seek(0)
                    yield stream, name
                return
            with open_archive(stored) as archive:
                member = _member(archive, member)
                with archive.open(member) as unpacked:
                    _measure(unpacked, limit)
                    unpacked.seek(0)
                    yield unpacked, f"{name}!{member}"
        except (gzip.BadGzipFile, zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError) as error:
            raise NotCsvError("file-compressed", 0, kind=compression, reason=error) from None
        except (NotImplementedError, RuntimeError) as error:  # an unknown method; a password
            raise NotCsvError("file-compressed", 0, kind=compression, reason=error) from None


def _member(archive: zipfile.ZipFile, wanted: str) -> str:
    names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    if wanted and wanted in names:
        return wanted
    tables = [name for name in names if name.lower().endswith((".csv", ".tsv", ".txt", ".json"))] or names
    if wanted or len(tables) != 1:
        raise zipfile.BadZipFile(f"it has {len(names)} files, and not one table")
    return tables[0]


def _measure(stream: _Bytes, limit: int) -> None:
    """Raises NotCsvError for more bytes than a limit: they are counted before any of them is read as a table."""
    size = 0
    while data := stream.read(_CHUNK):
        size += len(data)
        if size > limit:
            raise NotCsvError("file-compressed/too-large", 0, most=limit)


class _Reading:
    """What is known while records are read: the line, and whether one begins."""

    def __init__(self) -> None:
        self.line = 0
        self.begins = True
        self.started = 0
        self.size = 0
        self.skipped = 0
        self.text = ""


def _records(stream: _Bytes, file: TableFile, name: str) -> Iterator[Record]:
    dialect, is_exact, state = file.dialect, file.is_exact, _Reading()
    reader = csv.reader(_csv_lines(stream, file, state), **_options(dialect))
    number, header = 0, []
    while True:
        state.begins, state.size, state.skipped, state.text = True, 0, 0, ""
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                raise NotCsvError("file-not-csv", state.started) from None
            raise NotCsvError("file-not-csv/syntax", state.line, reason=csv_reason(error)) from None
        if not dialect.double_quote and _has_doubled_quote(state.text, cells, dialect):
            raise NotCsvError(
                "file-not-csv/syntax", state.started, reason="a quote is doubled, which its dialect forbids"
            )
        number += 1 + state.skipped
        if len(dialect.delimiter) > 1:
            cells = [cell.replace(_DELIMITER, dialect.delimiter) for cell in cells]
        if is_exact:
            cells = decoded(cells, dialect.line_terminator)
        if len(cells) > MOST_CELLS:
            raise NotCsvError("file-too-wide", state.started, cells=len(cells), most=MOST_CELLS)
        if number in dialect.comment_rows:
            continue
        if dialect.header and number < dialect.header_rows[-1]:
            header += [cells] if number in dialect.header_rows else []
            continue
        if dialect.header and header and number == dialect.header_rows[-1]:
            cells = joined_labels([*header, cells], dialect.header_join)
        if dialect.null_sequence is not None and number != dialect.header_rows[-1] * dialect.header:
            cells = [NO_VALUE if cell == dialect.null_sequence else cell for cell in cells]
        yield Record(number, state.started, cells, name)


def _has_doubled_quote(text: str, cells: Sequence[str], dialect: Dialect) -> bool:
    """Whether a cell has a quote that was written as two; csv.reader takes what follows a quote for text."""
    if dialect.escape:
        text = re.sub(re.escape(dialect.escape) + ".", "", text, flags=re.DOTALL)
    return bool(dialect.quote) and dialect.quote * 2 in text and any(dialect.quote in cell for cell in cells)


def joined_labels(rows: list[list[str]], join: str) -> list[str]:
    """The labels of a header of several rows: what is above several columns is said once, as the standard has it."""
    width = max(map(len, rows))
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    for row in padded[:-1]:
        for at in range(1, width):
            row[at] = row[at] or row[at - 1]
    return [join.join(filter(None, labels)) for labels in zip(*padded, strict=True)]


def _options(dialect: Dialect) -> dict[str, Any]:
    quote = dialect.quote if dialect.quote != dialect.delimiter else ""
    return {
        "delimiter": dialect.delimiter if len(dialect.delimiter) == 1 else _DELIMITER,
        "doublequote": True,
        "escapechar": dialect.escape or None,
        "skipinitialspace": dialect.skip_initial_space,
        "strict": True,
        **({"quotechar": quote} if quote else {"quotechar": None, "quoting": csv.QUOTE_NONE}),
    }


def _csv_lines(stream: _Bytes, file: TableFile, state: _Reading) -> Iterator[str]:
    """The lines for csv.reader, comments left out."""
    comment = file.dialect.comment
    for text in _lines(stream, file):
        state.line += 1
        if state.begins and comment and text.startswith(comment):
            state.skipped += 1
            continue
        if state.begins:
            state.begins, state.started = False, state.line
        state.size += len(text)
        if len(text) > LONGEST_LINE:
            raise NotCsvError("file-line-too-long", state.line, most=LONGEST_LINE)
        if state.size > LONGEST_RECORD:
            raise NotCsvError("file-not-csv", state.started)
        if "\0" in text:
            raise nul_error(text.encode(file.encoding, errors="replace"), state.line)
        if len(file.dialect.delimiter) > 1:
            if _DELIMITER in text:
                raise NotCsvError("file-not-csv/syntax", state.line, reason="it has the character U+FDD0")
            text = text.replace(file.dialect.delimiter, _DELIMITER)
        if not file.dialect.double_quote:
            state.text += text
        yield text


def _lines(stream: _Bytes, file: TableFile) -> Iterator[str]:
    """Decoded lines with their ends; one that alone ends rows becomes a line feed, and others are coded."""
    end = row_end(file.dialect.line_terminator)
    rest, lines = "", 0
    for text in _decoded(stream, file.encoding):
        if file.is_exact and (found := PLACEHOLDERS.search(text)):
            raise NotCsvError("file-not-csv/syntax", lines + 1, reason=f"it has the character U+{ord(found[0]):04X}")
        rest += text
        if file.is_exact:
            *whole, rest = end.split(rest)
            yield from map(coded, whole)
            lines += len(whole)
        else:
            whole = rest.splitlines(keepends=True) if not _ODD.search(rest) else _split(rest)
            # What may go on, or whose carriage return may be half of an end, waits.
            rest = whole.pop() if whole and not whole[-1].endswith("\n") else ""
            yield from whole
            lines += len(whole)
        if len(rest) > LONGEST_LINE:
            raise NotCsvError("file-line-too-long", lines + 1, most=LONGEST_LINE)
    if rest:
        yield coded(rest) if file.is_exact else rest


_ODD = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]")


def _split(text: str) -> list[str]:
    """Lines ended by CR, LF or both, and by nothing else that Python takes for an end."""
    lines, start = [], 0
    for found in _LINES.finditer(text):
        lines.append(text[start : found.end()])
        start = found.end()
    return [*lines, text[start:]] if start < len(text) else lines


def _decoded(stream: _Bytes, encoding: str) -> Iterator[str]:
    """The text in pieces, without a byte order mark. Raises NotCsvError at the first byte that is not part of it."""
    decoder = codecs.getincrementaldecoder(encoding)()
    line, byte, first = 1, 0, True
    while True:
        data = stream.read(_CHUNK)
        try:
            text = decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            good = _good(encoding, error)
            at = byte + len(data) - len(error.object) + error.start
            raise NotCsvError(
                "contract-encoding-error/of",
                line + _line_ends(good),
                encoding=encoding,
                byte=f"0x{error.object[error.start]:02x}",
                offset=at,
                guess=guess(error.object, encoding),
            ) from None
        if first and text:
            text, first = text.removeprefix("\ufeff"), False
        line += _line_ends(text)
        byte += len(data)
        yield text
        if not data:
            return


def _good(encoding: str, error: UnicodeDecodeError) -> str:
    return error.object[: error.start].decode(encoding, errors="ignore")


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")
