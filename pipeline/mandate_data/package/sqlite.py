"""SQLite: STRICT tables with keys and checks, indexes, full-text search, and the views of a project.

Needs SQLite 3.37 or newer.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

from mandate_data.errors import InputError
from mandate_data.package.exact_numbers import inexact_columns
from mandate_data.package.tables import Column, Package, Row, Table, Value, text_of

SEARCH = "search"
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


def write_database(package: Package, path: Path, views: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write the tables of a package into a new database, with views: a query by the name of each.

    A view of tables or columns that the package does not have is left out; a column with a number that 64 bits can't
    hold is text. Raises InputError for names that SQLite can't have, sqlite3.IntegrityError for rows that break a key,
    and OSError where it can't be written.
    """
    check_names(package, views)
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA foreign_keys = OFF")  # tables refer to each other; all is checked at the end
        taken = {name.casefold() for name in (*package.tables, *views, SEARCH)}
        for table in package.tables.values():
            as_text = inexact_columns(table)
            connection.execute(_create(table, as_text))
            connection.executemany(_insert(table), _rows(table, as_text))
            for statement in _indexes(table, taken):
                connection.execute(statement)
        _search(connection, package)
        for name, query in sorted(views.items()):
            _create_view(connection, name, query)
        connection.commit()
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise sqlite3.IntegrityError(f"{len(broken)} rows break a foreign key, the first of {broken[0][0]}")
        connection.execute("VACUUM")
    except sqlite3.OperationalError as error:  # a full disk, most often; names and views were checked before
        raise OSError(errno.EIO, f"can't be written ({error})", str(path)) from None
    finally:
        connection.close()


def write_rows(connection: sqlite3.Connection, table: Table, rows: Sequence[Row]) -> None:
    """Write rows into a new table of a database, with its columns and their types, but without keys and constraints.

    For rows that are still to be checked: a missing cell is NULL, and whatever breaks the contract is written, too.
    """
    columns = ", ".join(f"{quoted(column.name)} {TYPES[column.type]}" for column in table.columns.values())
    connection.execute(f"CREATE TABLE {quoted(table.name)} ({columns})")
    connection.executemany(_insert(table), (tuple(_plain(row.get(name)) for name in table.columns) for row in rows))


def fault_of_view(contract: Package, name: str, query: str) -> str:
    """What SQLite says against a query as a view of the tables of a contract; "" for one that can be asked."""
    with closing(sqlite3.connect(":memory:")) as connection:
        for table in contract.tables.values():
            connection.execute(_create(table, frozenset()))
        _search(connection, contract)
        try:
            connection.execute(f"CREATE VIEW {quoted(name)} AS {query}")
            connection.execute(f"SELECT * FROM {quoted(name)} LIMIT 0")
        except (sqlite3.Error, sqlite3.Warning) as error:
            return str(error)
    return ""


def _create_view(connection: sqlite3.Connection, name: str, query: str) -> None:
    connection.execute(f"CREATE VIEW {quoted(name)} AS {query}")
    try:
        connection.execute(f"SELECT * FROM {quoted(name)} LIMIT 0")
    except sqlite3.OperationalError:
        connection.execute(f"DROP VIEW {quoted(name)}")


def quoted(name: str) -> str:
    """A name as SQL has it, whatever is in it."""
    return '"' + name.replace('"', '""') + '"'


def _columns(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)


def check_names(package: Package, views: Mapping[str, str] = MappingProxyType({})) -> None:
    """Raises InputError for tables, columns or views whose names are alike to SQLite in any case, or its own."""
    seen: dict[str, str] = {SEARCH: "the search"}
    for kind, names in (("table", package.tables), ("view", views)):
        for name in names:
            other = seen.get(name.casefold())
            if other is not None:
                raise InputError(f"the {kind} {name!r} and {other} have one name in SQLite; rename one of them")
            if name.casefold().startswith("sqlite_"):
                raise InputError(f"the {kind} {name!r} has a name that SQLite keeps for itself; rename it")
            seen[name.casefold()] = f"the {kind} {name!r}"
    for table in package.tables.values():
        columns: dict[str, str] = {}
        for name in table.columns:
            if name.casefold() in columns:
                pair = f"{columns[name.casefold()]!r} and {name!r}"
                raise InputError(f"{table.name}: the columns {pair} have one name in SQLite; rename one of them")
            columns[name.casefold()] = name


def _create(table: Table, as_text: Set[str]) -> str:
    parts = [_column(column, column.name in as_text) for column in table.columns.values()]
    if table.primary_key:
        parts.append(f"PRIMARY KEY ({_columns(table.primary_key)})")
    for key in table.foreign_keys:
        parts.append(
            f"FOREIGN KEY ({_columns(key.fields)}) REFERENCES {quoted(key.resource or table.name)}"
            f" ({_columns(key.reference_fields)})"
        )
    return f"CREATE TABLE {quoted(table.name)} (\n  " + ",\n  ".join(parts) + "\n) STRICT"


def _column(column: Column, is_text: bool) -> str:
    constraints = column.constraints
    text = f"{quoted(column.name)} {'TEXT' if is_text else TYPES[column.type]}"
    if constraints.get("required"):
        text += " NOT NULL"
    if "enum" in constraints and column.type == "string":
        values = ", ".join("'" + value.replace("'", "''") + "'" for value in constraints["enum"])
        text += f" CHECK ({quoted(column.name)} IN ({values}))"
    if column.type == "boolean":
        text += f" CHECK ({quoted(column.name)} IN (0, 1))"
    return text


def _insert(table: Table) -> str:
    marks = ", ".join("?" for _ in table.columns)
    return f"INSERT INTO {quoted(table.name)} VALUES ({marks})"


def _rows(table: Table, as_text: Set[str]) -> Iterator[tuple[Any, ...]]:
    for row in table.rows:
        yield tuple(
            text_of(value) if name in as_text and value is not None else _plain(value) for name, value in row.items()
        )


def _plain(value: Value) -> str | int | float | None:
    """A value as SQLite takes it."""
    return float(value) if isinstance(value, Decimal) else value


def _indexes(table: Table, taken: set[str]) -> Iterator[str]:
    """An index for each foreign key, called as its columns, with as many `_` as no other name has."""
    for key in table.foreign_keys:
        name = "_".join([table.name, *key.fields])
        while name.casefold() in taken:
            name += "_"
        taken.add(name.casefold())
        yield f"CREATE INDEX {quoted(name)} ON {quoted(table.name)} ({_columns(key.fields)})"


def _search(connection: sqlite3.Connection, package: Package) -> None:
    """`SELECT * FROM search WHERE search MATCH 'georgia'`: the rows of all tables in which words stand."""
    connection.execute('CREATE VIRTUAL TABLE search USING fts5("table" UNINDEXED, row_key UNINDEXED, text)')
    for table in package.tables.values():
        if table.name == "provenance":
            continue
        entries = [(table.name, table.key_of(row), " ".join(filter(None, row.values()))) for row in table.cells]
        connection.executemany("INSERT INTO search VALUES (?, ?, ?)", entries)
