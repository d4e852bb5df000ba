"""Queries of a project that have no end, give too many rows or make too large a value."""

from __future__ import annotations

import sqlite3

import pytest
from mandate_data.errors import InputError
from mandate_data.package import query_limits
from mandate_data.package.query_limits import ask

WITHOUT_END = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "


@pytest.fixture
def database() -> sqlite3.Connection:
    return sqlite3.connect(":memory:")


def test_a_query_that_ends_gives_its_columns_and_rows(database: sqlite3.Connection) -> None:
    query = WITHOUT_END + "SELECT i AS number, i * i AS square FROM n LIMIT 3"
    assert ask(database, query, "here") == (("number", "square"), [(1, 1), (2, 4), (3, 9)])


def test_a_query_without_end_is_given_up_and_the_next_one_is_not(
    database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_limits, "QUERY_SECONDS", 0.2)
    with pytest.raises(InputError) as refused:
        ask(database, WITHOUT_END + "SELECT count(*) FROM n", "views/n.sql")
    assert str(refused.value) == "views/n.sql: the query takes more than 0.2 seconds of CPU time; let it end sooner"
    assert ask(database, "SELECT 1 AS one", "here") == (("one",), [(1,)])


def test_a_query_of_too_many_rows_is_given_up(database: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query_limits, "MOST_QUERY_ROWS", 1000)
    with pytest.raises(InputError) as refused:
        ask(database, WITHOUT_END + "SELECT i FROM n", "claim n")
    assert str(refused.value) == "claim n: the query gives more than 1,000 rows; let it give fewer"


def test_a_value_that_is_too_large_is_an_error_of_sqlite(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.DataError, match="string or blob too big"):
        ask(database, "SELECT zeroblob(1000000000)", "here")
