"""Tables in JSON, Parquet and Excel, written by other programs, are checked like those in CSV."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl
import pytest
import xlsxwriter
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
    assert described(foreign, "t.xlsx", {"sheetName": "rows"}) == [("contract-source-error", "", "error")]


def test_a_formula_without_a_stored_value_is_told(foreign: Described) -> None:
    from openpyxl import Workbook

    workbook = Workbook()
    for row in (HEADER, *GOOD):
        workbook.active.append(row)
    workbook.create_sheet("other")["A1"] = "=1+1"
    workbook.save(foreign.folder / "t.xlsx")
    assert described(foreign, "t.xlsx", {}) == []
    workbook.active["B3"] = "=1+1"
    workbook.save(foreign.folder / "t.xlsx")
    foreign.describe([{"name": "t", "path": "t.xlsx", "schema": {"fields": [{"name": name} for name in HEADER]}}])
    (found,) = [item for item in foreign.check(ALL_SMALL) if item.code == "contract-unchecked"]
    message = "formulas without a stored value, which were read as empty cells: 1, the first in B3"
    assert (found.message, found.severity) == (message, "warning")


def test_times_of_day_and_instants_are_read(foreign: Described) -> None:
    write_excel(foreign.folder / "t.xlsx", ["at"], [[datetime(2020, 1, 1, 10, 30)]])
    foreign.describe([{"name": "t", "path": "t.xlsx", "schema": {"fields": [field("at", "datetime")]}}])
    assert foreign.check(ALL_SMALL) == []
    foreign.describe([{"name": "t", "path": "t.xlsx", "schema": {"fields": [field("at", "date")]}}])
    assert [item.code for item in foreign.check(ALL_SMALL)] == ["contract-type-error"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("t.xlsx", "it is not a workbook: File is not a zip file"),
        ("t.parquet", "it has no metadata of Parquet"),
        ("t.json", "it is not JSON: Expecting value: line 1 column 1 (char 0)"),
    ],
)
def test_a_file_that_is_none_of_its_format_is_an_error(foreign: Described, name: str, reason: str) -> None:
    (foreign.folder / name).write_bytes(b"no table")
    assert described(foreign, name, {}) == [("contract-source-error", "", "error")]
    (found,) = foreign.check(ALL_SMALL)
    kind = name.removeprefix("t.")
    assert found.message == f"{name} is not the {kind} table that the descriptor says it is ({reason})"


def test_a_file_of_a_format_that_is_not_read_is_unread(foreign: Described) -> None:
    (foreign.folder / "t.ods").write_bytes(b"no table")
    assert described(foreign, "t.ods", {}) == [("contract-unread", "", "error")]


def test_a_number_that_is_not_whole_is_no_integer(foreign: Described) -> None:
    write_parquet(foreign.folder / "t.parquet", ["id"], [[1.0], [1e18], [1.5], [float("nan")], [float("inf")]])
    foreign.describe([{"name": "t", "path": "t.parquet", "schema": {"fields": [field("id", "integer")]}}])
    found = sorted((one.code, one.value) for one in foreign.check(ALL_SMALL))
    assert found == [("contract-type-error", value) for value in ("1.5", "INF", "NAN")]


TOO_MANY_CELLS = "it has more cells than are read of a package (1,000,000)"
TOO_MUCH_TEXT = "its cells have more characters than are read of a package (33,554,432)"


def write_repeated_text(path: Path) -> None:
    """200 MB of text in a thousand bytes: a dictionary of one, and twenty thousand references to it."""
    pl.DataFrame({"a": pl.repeat("x" * 10_000, 20_000, eager=True)}).write_parquet(path)


def write_long_text(path: Path) -> None:
    pl.DataFrame({"a": ["x" * 70_000_000]}).write_parquet(path)


def write_shared_text(path: Path) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet()
        for row in range(1000):
            sheet.write_string(row, 0, "SHARED")
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    shared = parts["xl/sharedStrings.xml"]
    assert shared.count(b"SHARED") == 1
    parts["xl/sharedStrings.xml"] = shared.replace(b"SHARED", b"x" * 1_000_000)
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


def write_a_name_for_each_row(path: Path) -> None:
    path.write_text(json.dumps([{f"k{number}": 1} for number in range(5_000)]), encoding="utf-8")


def write_empty_lists(path: Path) -> None:
    path.write_text("[" + "[]," * 1_000_000 + "[]]", encoding="ascii")


@pytest.mark.parametrize(
    ("name", "write", "why"),
    [
        ("t.parquet", write_repeated_text, TOO_MUCH_TEXT),
        ("t.parquet", write_long_text, "unpacked it has more than 67,108,864 bytes"),
        ("t.xlsx", write_shared_text, TOO_MUCH_TEXT),
        ("t.json", write_a_name_for_each_row, TOO_MANY_CELLS),
        ("t.json", write_empty_lists, TOO_MANY_CELLS),
        ("t.json", lambda path: path.write_text("[" * 100_000, encoding="ascii"), "its values are nested too deep"),
    ],
    ids=["repeated", "long", "shared", "names", "empty", "deep"],
)
def test_few_bytes_that_unpack_to_many_are_refused(
    foreign: Described, name: str, write: Callable[[Path], None], why: str
) -> None:
    write(foreign.folder / name)
    foreign.describe([{"name": "t", "path": name, "schema": {"fields": [field("a")]}}])
    (found,) = (one for one in foreign.check(ALL_SMALL) if one.code == "contract-unread")
    assert f"({Path(name).suffix[1:]}: {why})" in found.message


def test_rows_in_the_descriptor_have_the_same_limit(foreign: Described) -> None:
    rows = [{f"k{number}": 1} for number in range(5_000)]
    foreign.describe([{"name": "t", "data": rows, "schema": {"fields": [field("a")]}}])
    assert f"t: {TOO_MANY_CELLS}" in [one.message for one in foreign.check(ALL_SMALL)]


def test_the_limit_is_one_for_all_tables_of_a_package(foreign: Described) -> None:
    names = [f"t{number}.json" for number in range(3)]
    for name in names:
        (foreign.folder / name).write_text(json.dumps([["a"], ["x" * 15_000_000]]), encoding="ascii")
    foreign.describe([{"name": name, "path": name, "schema": {"fields": [field("a")]}} for name in names])
    unread = [one.file for one in foreign.check(ALL_SMALL) if one.code == "contract-unread"]
    assert unread == [str(foreign.folder / names[-1])]
