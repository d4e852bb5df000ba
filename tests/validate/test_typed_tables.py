"""Tables in JSON, Parquet and Excel, written by other programs, are checked like those in CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from foreign_packages import ALL_SMALL, Described, field
from openpyxl import Workbook

HEADER = ["id", "name", "share", "day", "good"]
GOOD: list[list[Any]] = [[1, "Fiji", 0.5, date(1999, 10, 11), True], [2, "Tonga", 1.0, date(2001, 3, 1), False]]
BAD: list[list[Any]] = [[1, "Fiji", 0.5, date(1999, 10, 11), True], [1, "Tonga", 9.5, date(2001, 3, 1), None]]
SCHEMA = {
    "fields": [
        field("id", "integer"),
        field("name"),
        field("share", "number", maximum=1),
        field("day", "date"),
        field("good", "boolean", required=True),
    ],
    "primaryKey": ["id"],
}


def write_excel(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    workbook = Workbook()
    sheet = workbook.active
    for row in [header, *rows]:
        sheet.append(list(row))
    workbook.save(path)


def write_parquet(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    pl.DataFrame([list(row) for row in rows], schema=list(header), orient="row").write_parquet(path)


def write_json(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    path.write_text(json.dumps([header, *rows], default=str), encoding="utf-8")


def write_objects(path: Path, header: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    objects = {"rows": [dict(zip(header, row, strict=True)) for row in rows]}
    path.write_text(json.dumps(objects, default=str), encoding="utf-8")


Write = Callable[[Path, Sequence[str], Sequence[Sequence[Any]]], None]
WAYS: list[tuple[Write, str, dict[str, Any]]] = [
    (write_excel, "t.xlsx", {}),
    (write_parquet, "t.parquet", {}),
    (write_json, "t.json", {}),
    (write_objects, "t.json", {"property": "rows"}),
]


def described(foreign: Described, name: str, dialect: dict[str, Any], **schema: Any) -> list[tuple[str, str, str]]:
    foreign.describe([{"name": "t", "path": name, "dialect": dialect, "schema": {**SCHEMA, **schema}}])
    return [(item.code, item.field, item.severity) for item in foreign.check(ALL_SMALL)]


@pytest.mark.parametrize(("write", "name", "dialect"), WAYS)
def test_good_rows_pass_and_bad_ones_are_found(
    foreign: Described, write: Write, name: str, dialect: dict[str, Any]
) -> None:
    write(foreign.folder / name, HEADER, GOOD)
    assert described(foreign, name, dialect) == []
    write(foreign.folder / name, HEADER, BAD)
    assert sorted(described(foreign, name, dialect)) == [
        ("contract-constraint-error", "good", "error"),
        ("contract-constraint-error", "share", "error"),
        ("contract-primary-key", "", "error"),
    ]


@pytest.mark.parametrize(("write", "name", "dialect"), WAYS)
def test_a_value_of_another_type_is_found(foreign: Described, write: Write, name: str, dialect: dict[str, Any]) -> None:
    write(foreign.folder / name, HEADER, [[1, 7, 0.5, date(1999, 10, 11), True]])
    assert described(foreign, name, dialect) == [("contract-type-error", "name", "error")]


@pytest.mark.parametrize(("write", "name", "dialect"), WAYS[:3])
def test_columns_are_those_of_the_schema(foreign: Described, write: Write, name: str, dialect: dict[str, Any]) -> None:
    write(foreign.folder / name, ["id", "label", *HEADER[2:]], GOOD)
    assert described(foreign, name, dialect) == [("contract-incorrect-label", "name", "error")]


def test_a_sheet_has_the_name_or_number_that_the_dialect_gives(foreign: Described) -> None:
    workbook = Workbook()
    workbook.active.append(["notes"])
    sheet = workbook.create_sheet("data")
    for row in (["a title"], HEADER, *GOOD):
        sheet.append(row)
    workbook.save(foreign.folder / "t.xlsx")
    assert described(foreign, "t.xlsx", {"sheetName": "data", "headerRows": [2]}) == []
    assert described(foreign, "t.xlsx", {"sheetNumber": 2, "headerRows": [2]}) == []
    assert described(foreign, "t.xlsx", {"sheetName": "rows"}) == [("contract-unread", "", "error")]


def test_times_of_day_and_instants_are_read(foreign: Described) -> None:
    write_excel(foreign.folder / "t.xlsx", ["at"], [[datetime(2020, 1, 1, 10, 30)]])
    foreign.describe([{"name": "t", "path": "t.xlsx", "schema": {"fields": [field("at", "datetime")]}}])
    assert foreign.check(ALL_SMALL) == []
    foreign.describe([{"name": "t", "path": "t.xlsx", "schema": {"fields": [field("at", "date")]}}])
    assert [item.code for item in foreign.check(ALL_SMALL)] == ["contract-type-error"]


@pytest.mark.parametrize("name", ["t.xlsx", "t.parquet", "t.json", "t.ods"])
def test_a_file_that_is_none_of_its_format_is_unread(foreign: Described, name: str) -> None:
    (foreign.folder / name).write_bytes(b"no table")
    (found,) = described(foreign, name, {})
    assert found == ("contract-unread", "", "error")


def test_a_number_that_is_not_whole_is_no_integer(foreign: Described) -> None:
    write_parquet(foreign.folder / "t.parquet", ["id"], [[1.0], [1e18], [1.5], [float("nan")], [float("inf")]])
    foreign.describe([{"name": "t", "path": "t.parquet", "schema": {"fields": [field("id", "integer")]}}])
    found = sorted((one.code, one.value) for one in foreign.check(ALL_SMALL))
    assert found == [("contract-type-error", value) for value in ("1.5", "INF", "NAN")]
