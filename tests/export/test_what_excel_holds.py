"""What Excel can't hold is kept as text, or refused in one line; nothing is lost without a word."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from mandate_data.export.excel import write_workbook
from mandate_data.package.tables import Package, table_of
from mandate_data.release.binary_forms import changed_forms

METADATA = {"name": "x", "title": "X", "version": "1.0.0", "created": "2030-01-01T00:00:00Z"}


def package(kind: str, cell: str, *names: str) -> Package:
    fields = [{"name": "v", "type": kind, "title": "V", "description": "d"}]
    tables = {name: table_of({"name": name, "fields": fields}, [{"v": cell}]) for name in names}
    return Package(METADATA, tables)


@pytest.mark.parametrize(
    ("kind", "cell", "expected"),
    [
        ("integer", "9007199254740993", "9007199254740993"),
        ("integer", "123456789012345", 123456789012345),
        ("number", "1.0000000000000000001", "1.0000000000000000001"),
        ("string", "0042", "0042"),
    ],
)
def test_no_digit_is_lost(tmp_path: Path, kind: str, cell: str, expected: object) -> None:
    write_workbook(package(kind, cell, "t"), tmp_path / "x.xlsx")
    assert openpyxl.load_workbook(tmp_path / "x.xlsx")["t"]["A2"].value == expected


def test_a_text_that_no_cell_holds_is_cut_there_and_that_is_noted(tmp_path: Path) -> None:
    long = package("string", "x" * 40_000, "t")
    write_workbook(long, tmp_path / "x.xlsx")
    held = openpyxl.load_workbook(tmp_path / "x.xlsx")["t"]["A2"].value
    assert held == "x" * (32_767 - 4) + " […]"
    assert changed_forms(long) == ["t.v has texts of more characters than a cell of Excel holds: they are cut there"]
    assert changed_forms(package("string", "x" * 32_767, "t")) == []


def test_sheets_that_are_alike_are_numbered(tmp_path: Path) -> None:
    names = ("a" * 31 + "b", "a" * 31 + "c", "dictionary")
    write_workbook(package("string", "x", *names), tmp_path / "x.xlsx")
    sheets = openpyxl.load_workbook(tmp_path / "x.xlsx").sheetnames
    assert sheets == ["about", "dictionary", "a" * 31, "a" * 29 + "_2", "dictionary_2"]
