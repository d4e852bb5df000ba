"""What SQLite and Parquet can't hold is kept as text with a note, or refused in one line."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from mandate_data.errors import InputError
from mandate_data.export.database import write_described_database
from mandate_data.export.parquet import write_parquet
from mandate_data.package.sqlite import write_database
from mandate_data.package.tables import Package, Table, table_of
from mandate_data.release.binary_forms import changed_forms

METADATA = {"name": "x", "title": "X", "version": "1.0.0", "created": "2030-01-01T00:00:00Z"}


def table(name: str, *columns: str, kind: str = "string", cell: str = "1", **keys: Any) -> Table:
    fields = [{"name": column, "type": kind, "title": column, "description": column} for column in columns]
    return table_of({"name": name, "fields": fields, **keys}, [dict.fromkeys(columns, cell)])


def package(*tables: Table) -> Package:
    return Package(METADATA, {item.name: item for item in tables})


@pytest.mark.parametrize(
    ("tables", "views", "message"),
    [
        ([table("t", "a"), table("T", "a")], {}, "the table 'T' and the table 't' have one name in SQLite"),
        ([table("t", "a", "A")], {}, "t: the columns 'a' and 'A' have one name in SQLite"),
        ([table("t", "a")], {"T": "SELECT 1"}, "the view 'T' and the table 't' have one name in SQLite"),
        ([table("Search", "a")], {}, "the table 'Search' and the search have one name in SQLite"),
        ([table("sqlite_t", "a")], {}, "the table 'sqlite_t' has a name that SQLite keeps for itself"),
    ],
)
def test_names_that_are_alike_to_sqlite_are_refused(
    tmp_path: Path, tables: list[Table], views: dict[str, str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        write_database(package(*tables), tmp_path / "x.sqlite", views)
    assert not (tmp_path / "x.sqlite").exists()


def test_names_of_indexes_are_alike_to_no_other(tmp_path: Path) -> None:
    key = [{"fields": ["b"], "reference": {"resource": "u", "fields": ["a"]}}]
    tables = [table("u", "a", primaryKey=["a"]), table("t", "b", foreignKeys=key), table("t_b", "c")]
    write_database(package(*tables), tmp_path / "x.sqlite")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL").fetchall()
    assert names == [("t_b_",)]


def test_licence_citation_and_dictionary_are_in_the_file(tmp_path: Path) -> None:
    one = Package(
        METADATA | {"licenses": [{"name": "CC-BY-4.0", "path": "https://example.org/by"}]},
        {"t": table("t", "a"), "dictionary": table("dictionary", "word")},
    )
    write_described_database(one, tmp_path / "x.sqlite", {"About": "SELECT a FROM t"})
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as database:
        about = dict(database.execute("SELECT * FROM about_").fetchall())
        columns = database.execute('SELECT "table", "column", description FROM dictionary_').fetchall()
        kept = database.execute("SELECT word FROM dictionary").fetchall()
    assert about["licence"] == "CC-BY-4.0, https://example.org/by"
    assert about["version"] == "1.0.0"
    assert about["cite as"].endswith("(2030): X. Version 1.0.0.")
    assert columns == [("t", "a", "a"), ("dictionary", "word", "word")]
    assert kept == [("1",)]


@pytest.mark.parametrize(
    ("kind", "cell", "is_kept"),
    [
        ("integer", "9223372036854775807", True),
        ("integer", "9223372036854775808", False),
        ("number", "0.1", True),
        ("number", "1.0000000000000000001", False),
    ],
)
def test_no_digit_is_lost(tmp_path: Path, kind: str, cell: str, is_kept: bool) -> None:
    one = table("t", "v", kind=kind, cell=cell)
    write_database(package(one), tmp_path / "x.sqlite")
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as database:
        (value, of_type), *_ = database.execute("SELECT v, typeof(v) FROM t").fetchall()
    write_parquet(one, tmp_path / "t.parquet", METADATA)
    stored = pl.read_parquet(tmp_path / "t.parquet")["v"].to_list()
    assert (str(value), [str(item) for item in stored]) == (cell, [cell])
    assert (of_type != "text") == is_kept
    note = "t.v has numbers that 64 bits can't hold: they are text in SQLite and Parquet"
    assert changed_forms(package(one)) == ([] if is_kept else [note])


def test_a_sheet_with_another_name_than_its_table_is_noted() -> None:
    assert changed_forms(package(table("dictionary", "v"))) == [
        "the table dictionary is the sheet dictionary_2 in Excel"
    ]
