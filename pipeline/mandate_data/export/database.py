"""SQLite with licence, citation and dictionary: the tables of a release, and two that say what they are."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from mandate_data.export.dictionary import ABOUT, DICTIONARY, about, dictionary
from mandate_data.package.sqlite import quoted, write_database
from mandate_data.package.tables import Package


def write_described_database(package: Package, path: Path, views: Mapping[str, str]) -> None:
    """Write a new database of the tables and views, with `about` and `dictionary`; raises as `write_database` does.

    Where a table or a view of the project has one of these names, ours ends in `_`.
    """
    write_database(package, path, views)
    try:
        with closing(sqlite3.connect(path)) as database:
            taken = {name.casefold() for (name,) in database.execute("SELECT name FROM sqlite_master")}
            _add(database, _free("about", taken), ABOUT, about(package))
            _add(database, _free("dictionary", taken), DICTIONARY, dictionary(package))
            database.commit()
            database.execute("VACUUM")
    except sqlite3.OperationalError as error:  # a full disk, most often
        raise OSError(errno.EIO, f"can't be written ({error})", str(path)) from None


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    return name


def _add(database: sqlite3.Connection, name: str, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    columns = ", ".join(f"{quoted(one)} TEXT" for one in header)
    database.execute(f"CREATE TABLE {quoted(name)} ({columns}) STRICT")
    marks = ", ".join("?" for _ in header)
    database.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", [[str(one) for one in row] for row in rows])
