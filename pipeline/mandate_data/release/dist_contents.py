"""Binary forms compared with the release that they are made of: whoever changes one must change the release, too."""

from __future__ import annotations

import sqlite3
import struct
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from mandate_data.address_space import require_room_for_polars
from mandate_data.errors import InputError, how_to_add
from mandate_data.limits import LARGEST_DOCUMENT, LARGEST_GROWTH, LARGEST_HASHED
from mandate_data.package.read import read_package
from mandate_data.regular_files import open_regular, read_regular
from mandate_data.release.strict_archives import strict_entries, unpacked

AGAIN = "make the binary forms again (mandate-data dist)"
NOTES = "NOTES.txt"
_FAULTS = (
    OSError, ValueError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError,
    sqlite3.Error,
)  # fmt: skip


def wrong_names(names: set[str], folder: Path, release: Path) -> Iterator[str]:
    """Files in `folder` that are not a binary form of the release, and forms that are missing."""
    package = read_package(release)
    stem = f"{package.name}-{release.name}"
    forms = {f"{stem}.zip", f"{stem}.sqlite", f"{stem}.xlsx", *(f"parquet/{table}.parquet" for table in package.tables)}
    for name in sorted(names - forms - {NOTES}):
        yield f"{folder / name}: is not a binary form of {release.name}; delete it, or {AGAIN}"
    for name in sorted(forms - names):
        yield f"{folder / name}: is missing; {AGAIN}"


def wrong_containers(folder: Path) -> Iterator[str]:
    """Forms that hold more than what a reader of them shows: bytes before, between or behind."""
    kinds = {".zip": _check_archive, ".xlsx": _check_archive, ".sqlite": _check_database, ".parquet": _check_parquet}
    for path in sorted(folder.rglob("*")):
        check = kinds.get(path.suffix)
        if check is not None and path.is_file():
            try:
                check(path)
            except _FAULTS as error:
                yield f"{path}: is not as this program writes it ({' '.join(str(error).split())}); {AGAIN}"


def _check_archive(path: Path) -> None:
    with open_regular(path) as stream:
        strict_entries(stream)


def _check_database(path: Path) -> None:
    with open_regular(path) as stream:
        head = stream.read(100)
        if not head.startswith(b"SQLite format 3\0"):
            raise ValueError("it is not a database of SQLite")
        page, pages = struct.unpack_from(">H", head, 16)[0], struct.unpack_from(">I", head, 28)[0]
        if stream.seek(0, 2) != (page if page != 1 else 1 << 16) * pages:
            raise ValueError("it has bytes that belong to no page")


def _check_parquet(path: Path) -> None:
    data = read_regular(path, LARGEST_DOCUMENT)
    if data[:4] != b"PAR1" or data[4:][-4:] != b"PAR1":
        raise ValueError("it doesn't begin and end as Parquet does")


def wrong_zip(path: Path, release: Path) -> Iterator[str]:
    """What the zip of a release holds other than the release itself."""
    stem = f"{path.stem}/"
    there = {file.relative_to(release).as_posix(): file for file in release.rglob("*") if file.is_file()}
    try:
        with open_regular(path) as stream:
            entries = {entry.name: entry for entry in strict_entries(stream)}
            for name in sorted({*entries, *(stem + known for known in there)}):
                file = there.get(name.removeprefix(stem)) if name.startswith(stem) else None
                if file is None:
                    yield f"{path}: {name}: is not a file of the release"
                elif name not in entries:
                    yield f"{path}: {name}: is missing"
                elif entries[name].size != file.stat().st_size or unpacked(stream, entries[name]) != read_regular(
                    file, LARGEST_HASHED
                ):
                    yield f"{path}: {name}: is another file than in the release"
    except _FAULTS as error:
        yield f"{path}: can't be read ({' '.join(str(error).split())})"


def compare_forms(folder: Path, release: Path, root: Path) -> tuple[list[str], list[str]]:
    """What is wrong with the binary forms in `folder`, but for the zip, by those that this program makes, and notes.

    A form of other bytes that holds the same is a note: another version of its library writes it so. Raises InputError
    where the libraries that make them are not installed or have no room.
    """
    require_room_for_polars()
    try:
        from mandate_data.release.binary_forms import write_forms
    except ModuleNotFoundError as error:
        raise InputError(f"{error.name} is not installed; {how_to_add('dist')}") from None
    wrong, notes = [], []
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        write_forms(release, made, root)
        forms = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
        different = []
        for form in sorted(forms | {NOTES}):
            there = folder / form
            if form not in forms:
                wrong += [f"{there}: is not a binary form of {release.name}; delete it"] * there.exists()
            elif not there.is_file():
                wrong.append(f"{there}: is missing; {AGAIN}")
            elif not _has_same_bytes(there, made / form):
                if not _holds_same(there, made / form):
                    different.append(form)
                elif there.suffix != ".sqlite":
                    notes.append(f"{there}: holds what the release gives in other bytes, as another library writes it")
        other_views = any(form.endswith(".sqlite") and _same_tables(folder / form, made / form) for form in different)
        for form in different:
            if other_views and form.endswith((".sqlite", ".xlsx")):
                what = "was made with other views than schemas/views has; make the binary forms again"
            else:
                what = "is not what the release gives; make it again"
            wrong.append(f"{folder / form}: {what} (mandate-data dist)")
    return wrong, notes


def _has_same_bytes(there: Path, made: Path) -> bool:
    size = made.stat().st_size
    return there.stat().st_size == size and read_regular(there, size) == read_regular(made, size)


def _holds_same(there: Path, made: Path) -> bool:
    """Whether two forms of other bytes hold the same, so that only the versions of their library may differ."""
    if there.stat().st_size > LARGEST_GROWTH * made.stat().st_size:
        return False
    try:
        if there.suffix == ".sqlite":
            return _same_database(there, made)
        if there.suffix == ".xlsx":
            return _same_workbook(there, made)
        return there.suffix == ".parquet" and _same_parquet(there, made)
    except _FAULTS:
        return False


def _same_database(there: Path, made: Path) -> bool:
    """Another version of SQLite may place the rows otherwise; the same one does not."""
    if _written_by(there) == _written_by(made):
        return False
    with closing(_opened(there)) as one, closing(_opened(made)) as other:
        return _schema(one) == _schema(other) and _same_rows(one, other)


def _same_tables(there: Path, made: Path) -> bool:
    """Whether two databases hold the same but for their views."""
    if there.stat().st_size > LARGEST_GROWTH * made.stat().st_size:
        return False
    try:
        with closing(_opened(there)) as one, closing(_opened(made)) as other:
            schemas = _schema(one), _schema(other)
            tables = [[item for item in schema if item[0] != "view"] for schema in schemas]
            return schemas[0] != schemas[1] and tables[0] == tables[1] and _same_rows(one, other)
    except sqlite3.Error:
        return False


def _written_by(path: Path) -> bytes:
    """The version of SQLite that wrote a database."""
    return read_regular(path, LARGEST_DOCUMENT)[96:100]


def _schema(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    return database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def _same_rows(one: sqlite3.Connection, other: sqlite3.Connection) -> bool:
    """Whether two databases of the same tables have the same rows and settings."""
    for setting in ("user_version", "application_id", "encoding", "page_size", "freelist_count"):
        if one.execute(f"PRAGMA {setting}").fetchall() != other.execute(f"PRAGMA {setting}").fetchall():
            return False
    lines = ((line for line in base.iterdump() if not line.startswith("CREATE VIEW")) for base in (one, other))
    return all(line == same for line, same in zip_longest(*lines))


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def _same_workbook(there: Path, made: Path) -> bool:
    with open_regular(there) as one, open_regular(made) as other:
        first, second = strict_entries(one), strict_entries(other)
        if [(entry.name, entry.size, entry.crc) for entry in first] != [
            (entry.name, entry.size, entry.crc) for entry in second
        ]:
            return False
        return all(unpacked(one, entry) == unpacked(other, same) for entry, same in zip(first, second, strict=True))


def _same_parquet(there: Path, made: Path) -> bool:
    import polars as pl

    files = [read_regular(path, LARGEST_DOCUMENT) for path in (there, made)]
    try:
        if _described(files[0]) != _described(files[1]):
            return False  # before anything is unpacked that somebody else wrote
        one, other = (pl.read_parquet(data) for data in files)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        return False
    return one.equals(other)


def _described(data: bytes) -> tuple[object, ...]:
    """Columns, metadata and rows that a Parquet file says it has."""
    import polars as pl

    metadata = pl.read_parquet_metadata(data)
    metadata.pop("ARROW:schema", None)  # the library's own, in bytes that differ by version
    return list(pl.read_parquet_schema(data).items()), metadata, pl.scan_parquet(data).select(pl.len()).collect().item()
