"""The manifest of a corpus: which files are in which part, with their digests; what a broken run goes on from.

An SQLite database in the package's folder, so that memory doesn't depend on the number of files, and each step is there
as a whole or not at all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from mandate_data.corpus.corpus_folder import MANIFEST
from mandate_data.corpus.find_files import Item
from mandate_data.errors import InputError

BATCH = 1_000
TABLES = """
CREATE TABLE IF NOT EXISTS about (reader TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS parts (part TEXT PRIMARY KEY, files INTEGER NOT NULL, tables TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS files (
    name TEXT PRIMARY KEY, size INTEGER NOT NULL, stamp TEXT NOT NULL, sha256 TEXT NOT NULL, part TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS files_of_part ON files (part, name);
CREATE TEMP TABLE seen (
    name TEXT PRIMARY KEY, place TEXT NOT NULL, member TEXT NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL,
    problem TEXT NOT NULL, kept INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class TableFile:
    """The file of a table of a part, as the manifest has it: its bytes, digest and rows."""

    bytes: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class FileCount:
    """How many files there are, and how many bytes they have."""

    files: int
    bytes: int


class Manifest:
    """The manifest in a package's folder. `add`, `replace` and `drop_others` are atomic."""

    def __init__(self, folder: Path, reader: str, allowed: str = "") -> None:
        """Open or begin it; what another program has read counts for nothing.

        `allowed` says what a file may take: with more, what could not be read is tried again.

        Raises InputError where it can't be opened.
        """
        self._allowed = allowed
        try:
            self._base = sqlite3.connect(folder / MANIFEST, isolation_level=None)
            self._base.executescript("PRAGMA temp_store = FILE; PRAGMA cache_size = -8000;" + TABLES)
            if [reader] != [row[0] for row in self._base.execute("SELECT reader FROM about")]:
                self._base.executescript("BEGIN; DELETE FROM files; DELETE FROM parts; DELETE FROM about;")
                self._base.execute("INSERT INTO about VALUES (?)", [reader])
                self._base.execute("COMMIT")
        except sqlite3.DatabaseError as error:
            raise InputError(
                f"{folder / MANIFEST}: is not a manifest of a corpus ({error}); delete the folder"
            ) from None

    def close(self) -> None:
        self._base.close()

    def see(self, items: Iterable[Item]) -> None:
        """Record the files that there are now. Raises InputError where two have one name."""
        remaining = iter(items)
        while batch := list(islice(remaining, BATCH)):
            self._base.execute("BEGIN")
            for item in batch:
                row = (item.name, _escaped(item.place), _escaped(item.member), item.size, item.stamp, item.problem)
                try:
                    self._base.execute("INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, 0)", row)
                except sqlite3.IntegrityError:
                    self._refuse_twin(item)
            self._base.execute("COMMIT")

    def _refuse_twin(self, item: Item) -> None:
        (escaped,) = self._base.execute("SELECT place FROM seen WHERE name = ?", [item.name]).fetchone()
        place = json.loads(escaped)
        if place != item.place:
            raise InputError(f"{item.place}: has the name {item.name}, as {place}; name the folder that holds both")

    def keep(self, is_unchanged: Callable[[Item, str, str], bool]) -> FileCount:
        """Mark what is as it was; returns how much that is. `is_unchanged` gets a file, its old stamp and digest."""
        files = size = 0
        query = (
            "SELECT name, place, member, seen.size, seen.stamp, problem, files.stamp, sha256 FROM seen JOIN files"
            " USING (name) WHERE seen.size = files.size AND name > ? ORDER BY name LIMIT ?"
        )
        for batch in self._pages(query):
            kept = []
            for *row, old_stamp, sha256 in batch:
                item = _item(row)
                # What could not be read has no digest: when it was changed, and what it was allowed, must do.
                if is_unchanged(item, old_stamp, sha256) if sha256 else old_stamp == self._tried(item):
                    kept.append((item.name,))
                    size += item.size
            self._base.execute("BEGIN")
            self._base.executemany("UPDATE seen SET kept = 1 WHERE name = ?", kept)
            self._base.execute("COMMIT")
            files += len(kept)
        return FileCount(files, size)

    def _tried(self, item: Item) -> str:
        return f"{item.stamp} {self._allowed}"

    def wanted(self) -> FileCount:
        """How much is to be read."""
        files, size = self._base.execute("SELECT count(*), coalesce(sum(size), 0) FROM seen WHERE NOT kept").fetchone()
        return FileCount(files, size)

    def to_read(self) -> Iterator[Item]:
        """What is to be read, in the order of the names; what is added meanwhile does no harm."""
        columns = "name, place, member, size, stamp, problem"
        for batch in self._pages(f"SELECT {columns} FROM seen WHERE NOT kept AND name > ? ORDER BY name LIMIT ?"):
            yield from (_item(row) for row in batch)

    def _pages(self, query: str) -> Iterator[list[Any]]:
        """The rows of a query that is ordered by name, so many at once: none is held that was handed out."""
        last = ""
        while batch := self._base.execute(query, [last, BATCH]).fetchall():
            yield batch
            last = batch[-1][0]

    def add(
        self, part: str, items: Iterable[Item], digests: Mapping[str, str], tables: Mapping[str, TableFile]
    ) -> None:
        """Record a part, whose files are in their place. Its files leave the parts that they were in."""
        rows = [
            (item.name, item.size, item.stamp if digests[item.name] else self._tried(item), digests[item.name], part)
            for item in items
        ]
        self._base.execute("BEGIN")
        self._base.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", [part, len(rows), _json(tables)])
        self._base.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)", rows)
        self._base.execute("COMMIT")

    def forget(self, part: str) -> None:
        """Forget a part, and with it that its files were read."""
        self._base.execute("BEGIN")
        self._base.execute("DELETE FROM files WHERE part = ?", [part])
        self._base.execute("DELETE FROM parts WHERE part = ?", [part])
        self._base.execute("COMMIT")

    def drop_others(self) -> int:
        """Forget the files that are there no more; returns how many."""
        return self._base.execute("DELETE FROM files WHERE name NOT IN (SELECT name FROM seen)").rowcount

    def thinned(self) -> list[tuple[str, dict[str, str]]]:
        """The parts that have lost files, with the digests of those left, by name."""
        left = "(SELECT count(*) FROM files WHERE files.part = parts.part)"
        query = f"SELECT part FROM parts WHERE files != {left} ORDER BY part"
        return [(part, self.digests(part)) for (part,) in self._base.execute(query).fetchall()]

    def digests(self, part: str) -> dict[str, str]:
        """The digest of each file of a part, by name."""
        return dict(self._base.execute("SELECT name, sha256 FROM files WHERE part = ? ORDER BY name", [part]))

    def file_count(self) -> int:
        """How many files all parts have."""
        count: int = self._base.execute("SELECT count(*) FROM files").fetchone()[0]
        return count

    def parts_with_fewer(self, files: int) -> list[tuple[str, list[tuple[str, int]]]]:
        """The parts with fewer files than that, each with the names and sizes of its files, in the order of these."""
        small = [part for (part,) in self._base.execute("SELECT part FROM parts WHERE files < ?", [files])]
        query = "SELECT name, size FROM files WHERE part = ? ORDER BY name"
        return sorted(((part, self._base.execute(query, [part]).fetchall()) for part in small), key=lambda one: one[1])

    def merge(self, old: Sequence[str], new: str, tables: Mapping[str, TableFile]) -> None:
        """Put one part in the place of several."""
        self._base.execute("BEGIN")
        for part in old:
            self._base.execute("UPDATE files SET part = ? WHERE part = ?", [new, part])
            self._base.execute("DELETE FROM parts WHERE part = ?", [part])
        count = self._base.execute("SELECT count(*) FROM files WHERE part = ?", [new]).fetchone()[0]
        self._base.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", [new, count, _json(tables)])
        self._base.execute("COMMIT")

    def replace(self, old: str, new: str | None, tables: Mapping[str, TableFile]) -> None:
        """Put a part in the place of another; None where nothing of it is left."""
        self._base.execute("BEGIN")
        if new is not None:
            count = self._base.execute("SELECT count(*) FROM files WHERE part = ?", [old]).fetchone()[0]
            self._base.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", [new, count, _json(tables)])
            self._base.execute("UPDATE files SET part = ? WHERE part = ?", [new, old])
        self._base.execute("DELETE FROM parts WHERE part = ?", [old])
        self._base.execute("COMMIT")

    def parts(self) -> Iterator[tuple[str, dict[str, TableFile]]]:
        """All parts with their tables, in the order of the first file in each."""
        first = "(SELECT min(name) FROM files WHERE files.part = parts.part)"
        for part, tables in self._base.execute(f"SELECT part, tables FROM parts ORDER BY {first}, part"):
            yield part, {name: TableFile(**table) for name, table in json.loads(tables).items()}


def _escaped(path: str) -> str:
    """A path as text: names of files may hold bytes that are not characters."""
    return json.dumps(path)


def _item(row: Sequence[Any]) -> Item:
    name, place, member, size, stamp, problem = row
    return Item(name, json.loads(place), json.loads(member), size, stamp, problem)


def _json(tables: Mapping[str, TableFile]) -> str:
    content = {name: {"bytes": one.bytes, "sha256": one.sha256, "rows": one.rows} for name, one in tables.items()}
    return json.dumps(content, sort_keys=True)
