"""Queries of claims: SQL of the project over its tables, run where nothing of what is claimed can be seen."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from mandate_data.errors import InputError
from mandate_data.extract.source_schemas import schema_of
from mandate_data.package.query_limits import ask
from mandate_data.package.sqlite import write_rows
from mandate_data.package.tables import Package, Tables, Value, text_of
from mandate_data.yaml_files import LINE, load_yaml

HIDDEN = ("claims", "errata", "rules", "provenance")
"""Tables that say what is claimed, or follow from it."""
SOURCE = "source"
"""An option that every query may use: the source that claims."""
_OPTION = re.compile(r"'(?:[^']|'')*'|:([a-z_]+)")
_COMMENT = re.compile(r"('(?:[^']|'')*')|--[^\n]*")


@dataclass(frozen=True, slots=True)
class Query:
    """A query of `schemas/claims.yaml`: its SQL, how its answer is compared, and where it stands (`file:line`)."""

    name: str
    comparison: str
    sql: str
    at: str

    @property
    def options(self) -> frozenset[str]:
        """The names of its options: `:list` in the SQL is `list`."""
        return frozenset(match[1] for match in _OPTION.finditer(self.sql) if match[1])

    def with_options(
        self, options: Mapping[str, Value], claim: str, known: Mapping[str, Value] = MappingProxyType({})
    ) -> str:
        """The SQL with the options in their places, so that anybody can run it as it is.

        `known` are options that every query may use: the source, and what it is about. Raises InputError for another
        one that the SQL does not have, and for one that nothing gives.

        >>> Query("items", "equal", "SELECT count(*) FROM items WHERE list = :list", "").with_options({"list": "a"}, "")
        "SELECT count(*) FROM items WHERE list = 'a'"
        """
        asked = self.options
        for wrong, what in ((asked - set(options) - set(known), "needs"), (set(options) - asked, "knows no")):
            if wrong:
                names = ", ".join(sorted(wrong))
                raise InputError(f"{self.at}: the query {self.name} {what} {names}; correct it, or the claim {claim}")
        given = {**known, **options}
        return _OPTION.sub(lambda match: _literal(given[match[1]]) if match[1] else match[0], self.sql)


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return text_of(value)


def load_queries(path: Path) -> dict[str, Query]:
    """The queries of a project by name; none where it has no such file.

    Raises InputError, with file and line, for a broken entry and for a name that stands twice.
    """
    queries: dict[str, Query] = {}
    for item in load_yaml(path, schema_of("claims")) if path.is_file() else []:
        at = f"{path}:{item[LINE]}"
        if item["name"] in queries:
            raise InputError(f"{at}: the query {item['name']} stands twice; rename or delete one of them")
        queries[item["name"]] = Query(item["name"], item["comparison"], _one_line(item["sql"]), at)
    return queries


def _one_line(sql: str) -> str:
    bare = _COMMENT.sub(lambda match: match[1] or "", sql)
    return " ".join(line.strip() for line in bare.strip().rstrip(";").splitlines() if line.strip())


@contextmanager
def blind_database(tables: Tables, contract: Package) -> Iterator[sqlite3.Connection]:
    """A database in memory with all tables but those that are `HIDDEN`; nothing can be written into it."""
    with closing(sqlite3.connect(":memory:")) as database:
        for name, table in contract.tables.items():
            if name not in HIDDEN:
                write_rows(database, table, tables[name])
        database.execute("PRAGMA query_only = ON")
        yield database


def answer_of(database: sqlite3.Connection, sql: str, at: str) -> str:
    """What a query gives, as text: several answers are joined by commas, none is an empty text.

    Raises InputError, with the place `at`, for SQL that can't be run or takes too long, and for more than one column.
    """
    try:
        names, rows = ask(database, sql, at)
    except sqlite3.Error as error:
        raise InputError(f"{at}: SQLite can't run the query ({error}); correct it") from None
    if len(names) != 1:
        raise InputError(f"{at}: the query gives {len(names)} columns; expected one")
    return ", ".join(_text(value) for (value,) in rows if value is not None)


def _text(value: str | int | float) -> str:
    return text_of(Decimal(str(value)) if isinstance(value, float) else value)
