"""Parts: batches of files that are read together, and the four tables made from each batch, as Parquet.

A part is named by a digest of its contents, so that the same files give the same parts on any machine.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import polars as pl

from mandate_data.corpus.find_files import Item
from mandate_data.corpus.read_file import FileRows
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Package, Row

FEWEST_FILES, MOST_FILES = 8, 512
WANTED_PARTS = 64
"""Parts per collection, as long as each has between FEWEST_FILES and MOST_FILES files."""
LARGEST_WEIGHT = 256 << 20
"""Greatest weight of a part with several files, in bytes of text or what takes as long to read: about ten seconds."""
WEIGHTS = {".pdf": 200, ".docx": 20}
"""How many times longer than a byte of text a byte of this format takes to read, roughly."""
ROWS_IN_MEMORY = 20_000
"""Rows kept as dictionaries before they are packed into frames."""
TYPES: Mapping[str, type[pl.DataType]] = {"string": pl.String, "integer": pl.Int64, "boolean": pl.Boolean}


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are read together, in the order of their names."""

    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        return sum(item.size for item in self.items)


@dataclass(frozen=True, slots=True)
class BuiltPart:
    """The tables of a part: its name, the digest of each file by name, and each table's bytes and rows."""

    name: str
    digests: Mapping[str, str]
    tables: Mapping[str, bytes]
    rows: Mapping[str, int]
    reader: str
    """Digest of the program that read it: parts read by different programs are never mixed."""


@cache
def corpus_contract() -> Package:
    """The contract of corpus packages; it is part of the program."""
    return load_contract(Path(__file__).parent / "contract")


@cache
def reader_digest() -> str:
    """A digest of the source code that decides what is read from a file."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in ("citations", "corpus", "documents"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update((root / "extract" / "document_citations.py").read_bytes())
    for path in sorted((Path(__file__).parent / "contract").rglob("*.yaml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def files_per_part(count: int) -> int:
    """How many files a part has at most, where the corpus has `count`."""
    return min(max(-(-count // WANTED_PARTS), FEWEST_FILES), MOST_FILES)


def weight_of(name: str, size: int) -> int:
    """What a file of `size` bytes weighs, in bytes of text."""
    return size * WEIGHTS.get(PurePosixPath(name).suffix.lower(), 1)


def batch(items: Iterable[Item], count: int) -> Iterator[Part]:
    """Batch `items`, which are sorted by name, into parts; `count` is their number."""
    most_files = files_per_part(count)
    files: list[Item] = []
    size = 0
    for item in items:
        weight = weight_of(item.name, item.size)
        if files and (len(files) >= most_files or size + weight > LARGEST_WEIGHT):
            yield Part(tuple(files))
            files, size = [], 0
        files.append(item)
        size += weight
    if files:
        yield Part(tuple(files))


class PartBuilder:
    """Collects the rows of a part file by file, in the order of their names."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self._rows: dict[str, list[Row]] = {name: [] for name in corpus_contract().tables}
        self._frames: dict[str, list[pl.DataFrame]] = {name: [_frame(name, [])] for name in self._rows}

    def add(self, file: str, read: FileRows) -> None:
        self._digests[file] = read.sha256
        for name, rows in read.rows.items():
            self._rows[name] += rows
        if sum(map(len, self._rows.values())) > ROWS_IN_MEMORY:
            self._pack()

    def build(self) -> BuiltPart:
        self._pack()
        return part_from_frames({name: pl.concat(frames) for name, frames in self._frames.items()}, self._digests)

    def _pack(self) -> None:
        """Rows take ten times more memory than frames."""
        for name, rows in self._rows.items():
            self._frames[name].append(_frame(name, rows))
            self._rows[name] = []


def _frame(table: str, rows: Sequence[Row]) -> pl.DataFrame:
    types = corpus_contract().tables[table].types
    return pl.DataFrame(rows, schema={column: TYPES[kind] for column, kind in types.items()}, orient="row")


def part_from_frames(frames: Mapping[str, pl.DataFrame], digests: Mapping[str, str]) -> BuiltPart:
    tables = {name: _parquet(frame) for name, frame in frames.items()}
    rows = {name: frame.height for name, frame in frames.items()}
    return BuiltPart(_name(digests, frames["unread"]), digests, tables, rows, reader_digest())


def _name(digests: Mapping[str, str], unread: pl.DataFrame) -> str:
    """The name of the part with these files and these reasons for what was not read."""
    digest = hashlib.sha256(reader_digest().encode())
    for file, sha256 in sorted(digests.items()):
        digest.update(f"\n{file}\0{sha256}".encode())
    for row in unread.rows():
        digest.update(f"\n{row}".encode())
    return digest.hexdigest()[:16]


def _parquet(frame: pl.DataFrame) -> bytes:
    stream = io.BytesIO()
    frame.write_parquet(stream, compression="zstd", statistics=True)
    return stream.getvalue()
