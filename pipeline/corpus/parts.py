"""Parts: so many files that are read together, and the four tables that come of them, as Parquet.

A part is named after what is in it, so that the same files give the same parts, whoever reads them.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

import schemas
from pipeline.corpus.inputs import Item
from pipeline.corpus.reading import Read
from pipeline.tables import PackageContract, load_contract

LEAST, MOST = 8, 512
PARTS = 64
"""So many parts are made of a collection, unless they were to have fewer than LEAST or more than MOST files."""
LARGEST = 32 << 20
"""Bytes of files in a part of more than one."""
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
    return load_contract(Path(schemas.__file__).parent / "corpus")


@cache
def reader_digest() -> str:
    """A digest of all that decides what is read in a file: the sources of this program's readers."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for folder in ("citations", "corpus", "documents"):
        for path in sorted((root / folder).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    for path in sorted((Path(schemas.__file__).parent / "corpus").rglob("*.yaml")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def cut(items: Iterable[Item], count: int) -> Iterator[Part]:
    """Parts of `items`, which come in the order of their names; `count` is how many there are."""
    most = min(max(-(-count // PARTS), LEAST), MOST)
    held: list[Item] = []
    size = 0
    for item in items:
        if held and (len(held) >= most or size + item.size > LARGEST):
            yield Part(tuple(held))
            held, size = [], 0
        held.append(item)
        size += item.size
    if held:
        yield Part(tuple(held))


def part_name(digests: Mapping[str, str]) -> str:
    """The name of the part that has these files."""
    digest = hashlib.sha256(reader_digest().encode())
    for file, sha256 in sorted(digests.items()):
        digest.update(f"\n{file}\0{sha256}".encode())
    return digest.hexdigest()[:16]


def make_part(read: Sequence[tuple[str, Read]]) -> Made:
    """The part of files that were read, in the order of their names."""
    digests = {file: one.sha256 for file, one in read}
    frames = {
        name: pl.DataFrame(
            [row for _, one in read for row in one.rows.get(name, [])],
            schema={column: TYPES[kind] for column, kind in table.types.items()},
            orient="row",
        )
        for name, table in corpus_contract().tables.items()
    }
    return from_frames(frames, digests)


def from_frames(frames: Mapping[str, pl.DataFrame], digests: Mapping[str, str]) -> Made:
    tables = {name: _parquet(frame) for name, frame in frames.items()}
    rows = {name: frame.height for name, frame in frames.items()}
    return Made(part_name(digests), digests, tables, rows, reader_digest())


def _parquet(frame: pl.DataFrame) -> bytes:
    stream = io.BytesIO()
    frame.write_parquet(stream, compression="zstd", statistics=True)
    return stream.getvalue()
