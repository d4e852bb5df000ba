"""Parts: so many files that are read together, and the four tables that come of them, as Parquet.

A part is named after what is in it, so that the same files give the same parts, whoever reads them.
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
from mandate_data.corpus.read_file import Read
from mandate_data.package.table_schemas import PackageContract, Row, load_contract

LEAST, MOST = 8, 512
PARTS = 64
"""So many parts are made of a collection, unless they were to have fewer than LEAST or more than MOST files."""
LARGEST = 256 << 20
"""Weight of the files of a part of more than one: bytes of text, or what takes as long. Some ten seconds."""
WEIGHTS = {".pdf": 200, ".docx": 20}
"""How many times longer a byte takes than one of text, about."""
HELD = 20_000
"""Rows that are held as such."""
TYPES: Mapping[str, type[pl.DataType]] = {"string": pl.String, "integer": pl.Int64, "boolean": pl.Boolean}


@dataclass(frozen=True, slots=True)
class Part:
    """Files that are read together, in the order of their names."""

    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        return sum(item.size for item in self.items)


@dataclass(frozen=True, slots=True)
class Made:
    """The tables of a part: its name, the digest of each file by name, and each table's bytes and rows."""

    name: str
    digests: Mapping[str, str]
    tables: Mapping[str, bytes]
    rows: Mapping[str, int]
    reader: str
    """Digest of the program that read it: parts of two programs don't go together."""


@cache
def corpus_contract() -> PackageContract:
    """The contract of a corpus package, which comes with the program."""
    return load_contract(Path(__file__).parent / "contract")


@cache
def reader_digest() -> str:
    """A digest of all that decides what is read in a file: the sources of this program's readers."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in ("citations", "corpus", "documents"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    digest.update((root / "extract" / "document_citations.py").read_bytes())
    for path in sorted((Path(__file__).parent / "contract").rglob("*.yaml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def cut(items: Iterable[Item], count: int) -> Iterator[Part]:
    """Parts of `items`, which come in the order of their names; `count` is how many there are."""
    most = min(max(-(-count // PARTS), LEAST), MOST)
    held: list[Item] = []
    size = 0
    for item in items:
        weight = item.size * WEIGHTS.get(PurePosixPath(item.name).suffix.lower(), 1)
        if held and (len(held) >= most or size + weight > LARGEST):
            yield Part(tuple(held))
            held, size = [], 0
        held.append(item)
        size += weight
    if held:
        yield Part(tuple(held))


class Tables:
    """The tables of a part, file by file, in the order of their names."""

    def __init__(self) -> None:
        self._digests: dict[str, str] = {}
        self._rows: dict[str, list[Row]] = {name: [] for name in corpus_contract().tables}
        self._frames: dict[str, list[pl.DataFrame]] = {name: [_frame(name, [])] for name in self._rows}

    def add(self, file: str, read: Read) -> None:
        self._digests[file] = read.sha256
        for name, rows in read.rows.items():
            self._rows[name] += rows
        if sum(map(len, self._rows.values())) > HELD:
            self._pack()

    def made(self) -> Made:
        self._pack()
        return from_frames({name: pl.concat(frames) for name, frames in self._frames.items()}, self._digests)

    def _pack(self) -> None:
        """Rows take ten times more memory than frames."""
        for name, rows in self._rows.items():
            self._frames[name].append(_frame(name, rows))
            self._rows[name] = []


def _frame(table: str, rows: Sequence[Row]) -> pl.DataFrame:
    types = corpus_contract().tables[table].types
    return pl.DataFrame(rows, schema={column: TYPES[kind] for column, kind in types.items()}, orient="row")


def from_frames(frames: Mapping[str, pl.DataFrame], digests: Mapping[str, str]) -> Made:
    tables = {name: _parquet(frame) for name, frame in frames.items()}
    rows = {name: frame.height for name, frame in frames.items()}
    return Made(_name(digests, frames["unread"]), digests, tables, rows, reader_digest())


def _name(digests: Mapping[str, str], unread: pl.DataFrame) -> str:
    """The name of the part that has these files, some of them not read for these reasons."""
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
