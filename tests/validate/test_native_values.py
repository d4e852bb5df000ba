"""Values of JSON, Parquet and Excel are judged as what they are: what a field says of texts is not for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from foreign_packages import ALL_SMALL, Described, field, refers
from mandate_data import load
from openpyxl import Workbook

LIKE_HERE = {"trueValues": ["ja"], "falseValues": ["nein"]}
GERMAN = {"decimalChar": ",", "groupChar": "."}


def found(foreign: Described, values: list[Any], fields: dict[str, Any], **schema: Any) -> list[tuple[str, str]]:
    """The findings on a column `a` with these values, in the descriptor itself, as codes and values."""
    rows = [{"a": value} for value in values]
    foreign.describe([{"name": "t", "data": rows, "schema": {"fields": [{"name": "a", **fields}], **schema}}])
    return [(one.code, one.value) for one in foreign.check(ALL_SMALL)]


@pytest.mark.parametrize(
    ("fields", "good", "bad"),
    [
        ({"type": "boolean", **LIKE_HERE}, [True, False, "ja", "nein"], ["true"]),
        ({"type": "number", **GERMAN}, [1.5, -2, "1.000,5"], ["1,5,0"]),
        ({"type": "number", "decimalChar": ",", "constraints": {"maximum": 1.5}}, [1.5, "1,5"], []),
        ({"type": "number", **GERMAN, "constraints": {"enum": [1.5]}}, [1.5, "1,5"], []),
        ({"type": "integer", "groupChar": ","}, [1000, 1000.0, "1,000"], ["1.000"]),
        ({"type": "integer", "bareNumber": False}, [5, "5 km"], []),
        ({"type": "boolean", **LIKE_HERE, "constraints": {"enum": [True]}}, [True, "ja"], []),
        ({"type": "list", "itemType": "integer"}, [[1, 2], [3.0], "1,2"], ["1,x"]),
        ({"type": "list", "constraints": {"maxLength": 1}}, [["one, and no second"], []], []),
    ],
)
def test_the_ways_of_writing_are_for_texts(
    foreign: Described, fields: dict[str, Any], good: list[Any], bad: list[str]
) -> None:
    assert found(foreign, [*good, *bad], fields) == [("contract-type-error", value) for value in bad]


def test_so_are_bounds_of_numbers(foreign: Described) -> None:
    fields = {"type": "number", **GERMAN, "constraints": {"maximum": 10.5}}
    assert found(foreign, [1.5, 10.6, "10,6"], fields) == [
        ("contract-constraint-error", "10,6"),
        ("contract-constraint-error", "10.6"),
    ]


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("boolean", 1, 'in the cell "1" in row "2" and field "a" at position "1": it is a number, and the type is'),
        ("integer", True, 'in the cell "true" in row "2" and field "a" at position "1": it is a boolean, and'),
        ("string", [1], 'in the cell "[1]" in row "2" and field "a" at position "1": it is a list, and the type is'),
        ("list", [["x"]], "type is"),
    ],
)
def test_a_value_of_another_type_is_called_what_it_is(foreign: Described, kind: str, value: object, said: str) -> None:
    assert [code for code, _ in found(foreign, [value], {"type": kind})] == ["contract-type-error"]
    assert said in next(one.message for one in foreign.check(ALL_SMALL))


@pytest.mark.parametrize(
    "pair", [(1, "1"), ([1], "[1]"), (True, "true"), ({"b": 1}, '{"b": 1}'), (True, 1), (1.5, "1.5")]
)
def test_in_a_column_of_any_type_a_value_is_not_its_text(foreign: Described, pair: tuple[Any, Any]) -> None:
    for keys in ({"primaryKey": ["a"]}, {"uniqueKeys": [["a"]]}):
        assert found(foreign, list(pair), {"type": "any"}, **keys) == []
        twice = found(foreign, [pair[0], pair[1], pair[0]], {"type": "any"}, **keys)
        assert [code for code, _ in twice] == [f"contract-{'primary-key' if 'primaryKey' in keys else 'unique-error'}"]
    one_of = {"type": "any", "constraints": {"enum": [pair[0]]}}
    assert [code for code, _ in found(foreign, list(pair), one_of)] == ["contract-constraint-error"]


def test_numbers_are_alike_however_they_are_written(foreign: Described) -> None:
    assert [code for code, _ in found(foreign, [1, 1.0], {"type": "any"}, uniqueKeys=[["a"]])] == [
        "contract-unique-error"
    ]
    nested = found(foreign, [[1.0], [1], [True]], {"type": "array"}, uniqueKeys=[["a"]])
    assert [code for code, _ in nested] == ["contract-unique-error"]
    long = ["1" * 40, "1" * 39 + "2", "1" * 40 + ".0"]
    assert [code for code, _ in found(foreign, long, {"type": "number"}, uniqueKeys=[["a"]])] == [
        "contract-unique-error"
    ]


def strays(foreign: Described, kind: str, value: Any, to: str, there: list[Any]) -> list[str]:
    """What a foreign key refers to in vain."""
    one = {"fields": [field("a", kind)], "foreignKeys": [refers("a", "u", "b")]}
    foreign.describe(
        [
            {"name": "t", "data": [{"a": value}], "schema": one},
            {"name": "u", "data": [{"b": item} for item in there], "schema": {"fields": [field("b", to)]}},
        ]
    )
    return [item.value for item in foreign.check(ALL_SMALL)]


def test_a_reference_is_to_an_equal_value(foreign: Described) -> None:
    assert strays(foreign, "any", "1", "any", [1]) == ["1"]
    assert strays(foreign, "any", 1, "any", ["1"]) == ["1"]
    assert strays(foreign, "any", 1, "any", [1]) == []
    for kind, value in (("integer", 1), ("number", 1.0), ("boolean", True)):
        assert strays(foreign, "any", value, kind, [value]) == []
        assert strays(foreign, kind, value, "any", [value]) == []
        assert strays(foreign, kind, value, "any", [json.dumps(value)]) != []
    assert strays(foreign, "any", "1", "integer", [1]) == ["1"]
    assert strays(foreign, "any", "x", "string", ["x"]) == []


def test_in_csv_a_column_of_any_type_may_refer_to_numbers(foreign: Described) -> None:
    foreign.write(
        {
            "t": (
                "a,n\n1,x\n2,y\n",
                {"fields": [field("a", "any"), field("n")], "foreignKeys": [refers("a", "u", "b")]},
            ),
            "u": ("b,n\n1,x\n", {"fields": [field("b", "integer"), field("n")]}),
        }
    )
    assert [(one.code, one.value) for one in foreign.check(ALL_SMALL)] == [("contract-foreign-key", "2")]


def test_a_text_for_no_value_is_a_text(foreign: Described) -> None:
    fields = {"type": "any", "constraints": {"required": True}}
    assert found(foreign, [-99, 0], fields, missingValues=["-99"]) == []
    assert found(foreign, ["-99", 0], fields, missingValues=["-99"]) == [("contract-constraint-error", "-99")]


def test_parquet_and_excel_are_judged_alike(foreign: Described, tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "boolean", **LIKE_HERE}, {"name": "b", "type": "number", **GERMAN}]
    pl.DataFrame({"a": [True, False], "b": [1.5, 2.0]}).write_parquet(tmp_path / "t.parquet")
    workbook = Workbook()
    for row in (["a", "b"], [True, 1.5], ["nein", "1.000,5"], ["no", 2]):
        workbook.active.append(row)
    workbook.save(tmp_path / "t.xlsx")
    for name, expected in (("t.parquet", []), ("t.xlsx", ["no"])):
        foreign.describe([{"name": "t", "path": name, "schema": {"fields": fields}}])
        assert [one.value for one in foreign.check(ALL_SMALL)] == expected


@pytest.mark.parametrize("digits", [4_000, 4_001, 4_300, 4_301, 50_000])
def test_an_integer_may_have_any_number_of_digits(foreign: Described, digits: int) -> None:
    fields = [
        field("a", "integer", minimum=5, maximum="9" * digits),
        {"name": "b", "type": "list", "itemType": "integer"},
    ]
    number = "9" * digits
    schema = {"fields": fields, "primaryKey": ["a"]}
    foreign.write({"t": (f"a,b\n{number},{number}\n{number}0,\n0{number},\n-{number},\n{number[1:]}8,\n", schema)})
    assert [(one.code, one.line) for one in foreign.check_both()] == [
        ("contract-constraint-error", 3),
        ("contract-primary-key", 4),
        ("contract-constraint-error", 5),
    ]


def test_the_library_keeps_all_its_digits(foreign: Described) -> None:
    number = "9" * 5_000
    foreign.write({"t": (f"a,b\n{number},x\n7,y\n", {"fields": [field("a", "integer"), field("b")]})})
    table = load(foreign.folder)["t"]
    assert [str(row["a"]) for row in table.rows] == [number, "7"]
    column = table.frame()["a"]
    assert (str(column.dtype), [str(value) for value in column]) == ("object", [number, "7"])
