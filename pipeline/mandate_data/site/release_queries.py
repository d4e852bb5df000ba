"""SQL over the tables of a release, in memory: what a project asks of them for the charts and texts of its website."""

from __future__ import annotations

import sqlite3
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from mandate_data.errors import InputError
from mandate_data.package.query_limits import ask
from mandate_data.package.row_titles import PLACEHOLDER
from mandate_data.package.tables import Column, Package
from mandate_data.site.site_settings import sentence

AFFINITY = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}


class NotInReleaseError(Exception):
    """A query that is right for the project's contract asks for what this release doesn't have."""


@dataclass(frozen=True, slots=True)
class Queries:
    """The tables of a release, and the empty ones of the contract, which tell a mistake from an old release."""

    database: sqlite3.Connection
    contract: sqlite3.Connection

    def rows(self, query: str, where: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """The names of the columns of a query, and its rows.

        Raises InputError, beginning with `where`, for a query that the project's contract doesn't allow or that takes
        too long, and NotInReleaseError for one that only this release doesn't.
        """
        try:
            ask(self.contract, query, where)
        except sqlite3.Error as error:
            raise InputError(f"{where}: {error} in the query {' '.join(query.split())}") from None
        try:
            return ask(self.database, query, where)
        except sqlite3.Error:
            raise NotInReleaseError(query) from None

    def column(self, query: str, where: str) -> list[Any]:
        """The values of a query for one column. Raises as `rows` does, and InputError for more columns."""
        names, rows = self.rows(query, where)
        if len(names) != 1:
            raise InputError(f"{where}: the query gives {len(names)} columns, not one: {' '.join(query.split())}")
        return [row[0] for row in rows]

    def filled(self, text: str, values: Mapping[str, str], where: str) -> str:
        """A text with the results of its queries. Raises as `column` does."""
        found = {name: sentence([str(one) for one in self.column(query, where)]) for name, query in values.items()}
        return PLACEHOLDER.sub(lambda match: found[match[1]], text)


def open_queries(package: Package, contract: Package | None) -> Queries:
    """A database of the rows of a release; where there is no contract, nothing is asked and it stays empty."""
    database, empty = _connect(), _connect()
    if contract is not None:
        for name, table in contract.tables.items():
            _create(empty, name, table.types)
        for name, read in package.tables.items():
            _create(database, name, read.types)
            marks = ", ".join("?" for _ in read.columns)
            rows = ([_stored(row[name], column) for name, column in read.columns.items()] for row in read.cells)
            database.executemany(f"INSERT INTO {_quoted(name)} VALUES ({marks})", rows)
    for connection in (database, empty):
        connection.commit()
        connection.execute("PRAGMA query_only = ON")
    return Queries(database, empty)


def year_fraction(date: str | None) -> float | None:
    """Where a date, however precise, begins on an axis of years; so no time zone has a say in it."""
    if date is None:
        return None
    year, month, day = (*map(int, date.split("-")), 1, 1)[:3]
    return round(year + (month - 1) / 12 + (day - 1) / 366, 3)


def folded(text: str | None, width: int) -> str | None:
    """A text in lines of at most `width` characters."""
    return None if text is None else textwrap.fill(text, width)


def _connect() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.create_function("year_fraction", 1, year_fraction, deterministic=True)
    connection.create_function("folded", 2, folded, deterministic=True)
    return connection


def _create(connection: sqlite3.Connection, table: str, kinds: Mapping[str, str]) -> None:
    columns = ", ".join(f"{_quoted(name)} {AFFINITY.get(kind, 'TEXT')}" for name, kind in kinds.items())
    connection.execute(f"CREATE TABLE {_quoted(table)} ({columns})")


def _stored(cell: str, column: Column) -> Any:
    value = column.value_of(cell)
    return float(value) if isinstance(value, Decimal) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
