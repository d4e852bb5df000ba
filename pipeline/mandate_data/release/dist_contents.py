"""Binary forms compared with the release that they are made of: whoever changes one must change the release, too."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from mandate_data.archives import open_archive
from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.regular_files import open_regular, read_regular

_FAULTS = (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def wrong_zip(path: Path, release: Path) -> Iterator[str]:
    """What the zip of a release holds other than the release itself."""
    stem = f"{path.stem}/"
    there = {file.relative_to(release).as_posix(): file for file in release.rglob("*") if file.is_file()}
    try:
        with open_regular(path) as stream, open_archive(stream) as archive:
            names = [entry.filename for entry in archive.infolist()]
            for name in sorted({*names, *(stem + known for known in there)}):
                file = there.get(name.removeprefix(stem)) if name.startswith(stem) else None
                if file is None:
                    yield f"{path}: {name}: is no file of the release"
                elif names.count(name) != 1:
                    yield f"{path}: {name}: is {'missing' if name not in names else 'there more than once'}"
                elif archive.getinfo(name).file_size != file.stat().st_size or archive.read(name) != file.read_bytes():
                    yield f"{path}: {name}: is another file than in the release"
    except _FAULTS as error:
        yield f"{path}: can't be read ({' '.join(str(error).split())})"


def wrong_forms(folder: Path, release: Path, root: Path) -> Iterator[str]:
    """Binary forms in `folder` that hold something else than those that this program makes of the release.

    Raises InputError where the libraries that make them are not installed.
    """
    try:
        from mandate_data.release.binary_forms import write_forms
    except ModuleNotFoundError as error:
        raise InputError(f"{error.name} is not installed; pip install 'mandate-data[dist]'") from None
    with tempfile.TemporaryDirectory() as name:
        made = Path(name)
        write_forms(release, made, root)
        forms = {path.relative_to(made).as_posix() for path in made.rglob("*") if path.is_file()}
        wrong = [
            form for form in sorted(forms) if (folder / form).is_file() and not _is_same(folder / form, made / form)
        ]
        other_views = any(form.endswith(".sqlite") and _same_tables(folder / form, made / form) for form in wrong)
        for form in wrong:
            if other_views and form.endswith((".sqlite", ".xlsx")):
                what = "was made with other views than schemas/views has; make the binary forms again"
            else:
                what = "is not what the release gives; make it again"
            yield f"{folder / form}: {what} (mandate-data dist)"


def _is_same(there: Path, made: Path) -> bool:
    """Whether two forms hold the same, whatever version of its library wrote each."""
    try:
        if read_regular(there, LARGEST_DOCUMENT) == made.read_bytes():
            return True
        if there.suffix == ".sqlite":
            return _dump(there) == _dump(made)
        if there.suffix == ".xlsx":
            return _members(there) == _members(made)
        return _same_parquet(there, made)
    except (*_FAULTS, sqlite3.Error):
        return False


def _same_tables(there: Path, made: Path) -> bool:
    """Whether two databases hold the same but for their views."""
    try:
        one, other = ([line for line in _dump(path) if not line.startswith("CREATE VIEW")] for path in (there, made))
    except sqlite3.Error:
        return False
    return one == other


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        return list(connection.iterdump())


def _members(path: Path) -> dict[str, bytes]:
    with open_regular(path) as stream, open_archive(stream) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def _same_parquet(there: Path, made: Path) -> bool:
    import polars as pl

    one, other = pl.read_parquet(there), pl.read_parquet(made)
    return one.schema == other.schema and one.equals(other)
