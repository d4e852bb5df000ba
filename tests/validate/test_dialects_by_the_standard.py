"""Dialects by the words of the standard: each property in each encoding, with good files and bad ones."""

from __future__ import annotations

from typing import Any

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, Described, field

SCHEMA: dict[str, Any] = {"fields": [field("id", "integer", required=True), field("name")]}
ENCODINGS = ["utf-8", "utf-8-sig", "windows-1252", "iso-8859-15", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
JOINED = {"fields": [field("fruit id", "integer"), field("fruit name")]}
DASHED = {"fields": [field("fruit-id", "integer"), field("fruit-name")]}
FILES: list[tuple[dict[str, Any], dict[str, Any], list[str], list[str]]] = [
    # dialect, schema, good files, bad files
    (
        {},
        SCHEMA,
        ["id,name\n1,é\n", "id,name\n", "id , name\n1,a\n", 'id,name\r\n1,"a\r\nb"\r\n'],
        [
            "",
            "id,name\nx,é\n",
            "id,name\n1\n",
            "id,name\n1,a,b\n",
            'id,name\n1,"a\n',
            'id,name\n1,"a"b\n',
            "id,name\n1,a\0b\n",
            "name,id\n1,a\n",
            "id\n1\n",
            "id;name\n1;a\n",
            "id,name\n\n1,a\n",
        ],
    ),
    ({"delimiter": ";"}, SCHEMA, ["id;name\n1;a,b\n"], ["id;name\n1,a\n", "id,name\n1,a\n"]),
    (
        {"delimiter": "||"},
        SCHEMA,
        ['id||name\n1||a|b\n2||"x||y"\n'],
        ["id||name\n1||a||b\n", "id||name\nx||a\n", "id|name\n1|a\n"],
    ),
    ({"commentChar": "#"}, SCHEMA, ["#c\nid,name\n#x,y,z\n1,a\n"], ["id,name\n#x\nx,a\n"]),
    ({"commentChar": "//"}, SCHEMA, ["id,name\n//x,y,z\n1,/a\n"], ["id,name\n/x,a\n"]),
    ({"commentRows": [2]}, SCHEMA, ["id,name\nzzz\n1,a\n"], ["id,name\nzzz\nx,a\n"]),
    ({"headerRows": [2]}, SCHEMA, ["junk\nid,name\n1,a\n"], ["junk\nid,name\nx,a\n"]),
    ({"headerRows": [1, 2]}, JOINED, ["fruit\nid,name\n1,a\n"], ["fruit\nid,name\nx,a\n", "id,name\n1,a\n2,b\n"]),
    ({"headerRows": [1, 2], "headerJoin": "-"}, DASHED, ["fruit\nid,name\n1,a\n"], ["fruit\nid,name\nx,a\n"]),
    ({"header": False}, SCHEMA, ["1,a\n2,b\n"], ["id,name\n1,a\n", "1,a,b\n"]),
    ({"lineTerminator": ";"}, SCHEMA, ["id,name;1,a;2,b", "id,name;1,a;2,b;"], ["id,name;1,a;x,b"]),
    ({"lineTerminator": "\r"}, SCHEMA, ["id,name\r1,a\r"], ["id,name\r1,a\rx,b"]),
    ({"quoteChar": "'"}, SCHEMA, ["id,name\n1,'a,b'\n"], ['id,name\n1,"a,b"\n', "id,name\n1,'a,b\n"]),
    ({"escapeChar": "|"}, SCHEMA, ["id,name\n1,a|,b\n"], ["id,name\n1,a,b\n"]),
    ({"escapeChar": "\\"}, SCHEMA, ['id,name\n1,"a\\"b"\n2,"c""d"\n'], ['id,name\n1,"a\\"\n']),
    ({"doubleQuote": False}, SCHEMA, ['id,name\n1,"ab"\n2,""\n'], ['id,name\n1,"a""b"\n']),
    ({"nullSequence": "NA"}, SCHEMA, ["id,name\n1,NA\n"], ["id,name\nNA,a\n"]),
    ({"nullSequence": "\\N"}, {**SCHEMA, "missingValues": ["-"]}, ["id,name\n1,\\N\n"], ["id,name\n\\N,a\n"]),
    ({"skipInitialSpace": True}, SCHEMA, ["id, name\n1, a\n 2, b\n"], ["id, name\nx, a\n"]),
    ({"skipInitialSpace": False}, SCHEMA, ["id,name\n1, a\n"], ["id,name\n 1,a\n"]),
    ({"title": "y", "custom": 1}, SCHEMA, ["id,name\n1,a\n"], ["id,name\nx,a\n"]),
    ({"csv": {"delimiter": ";"}}, SCHEMA, ["id;name\n1;a\n"], ["id;name\nx;a\n"]),
]


@pytest.mark.quick(50)
@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(("dialect", "schema", "good", "bad"), FILES, ids=[str(item[0]) for item in FILES])
def test_each_property_is_heeded_in_each_encoding(
    foreign: Described, encoding: str, dialect: dict[str, Any], schema: dict[str, Any], good: list[str], bad: list[str]
) -> None:
    for text in (*good, *bad):
        foreign.write({"t": (text.encode(encoding), schema)}, dialect=dialect, encoding=encoding)
        small, large = foreign.check(ALL_SMALL), foreign.check(ALL_LARGE)
        assert small == large
        assert any(item.severity == "error" for item in small) == (text in bad), (text, small)


@pytest.mark.parametrize(
    "dialect",
    [
        {"delimiter": 5},
        {"delimiter": ""},
        {"delimiter": "\n"},
        {"quoteChar": "''"},
        {"header": "no"},
        {"headerRows": "1"},
        {"headerRows": [0]},
        {"commentRows": [-1]},
        {"escapeChar": "ab"},
        {"skipInitialSpace": "x"},
        {"lineTerminator": 5},
    ],
    ids=str,
)
def test_a_property_of_the_wrong_kind_is_reported(foreign: Described, dialect: dict[str, Any]) -> None:
    foreign.write({"t": ("id,name\n1,a\n", SCHEMA)}, dialect=dialect)
    (found,) = foreign.check_both()
    assert (found.code, found.severity) == ("descriptor-invalid", "error")


HEADERS = [
    ("exact", "id,name", True),
    ("exact", "name,id", False),
    ("equal", "name,id", True),
    ("equal", "id", False),
    ("equal", "id,name,z", False),
    ("subset", "z,name,id", True),
    ("subset", "id", False),
    ("superset", "id", True),
    ("superset", "id,z", False),
    ("partial", "id,z", True),
    ("partial", "y,z", False),
    ("partial", "id,name,z", True),
]


@pytest.mark.parametrize(("match", "header", "is_good"), HEADERS)
def test_columns_are_matched_as_fields_match_says(foreign: Described, match: str, header: str, is_good: bool) -> None:
    row = ",".join({"id": "1", "name": "a"}.get(label, "q") for label in header.split(","))
    for cells, fails in ((row, not is_good), (row.replace("1", "x"), not is_good or "id" in header)):
        foreign.write({"t": (f"{header}\n{cells}\n", {**SCHEMA, "fieldsMatch": match})})
        assert any(item.severity == "error" for item in foreign.check_both()) == fails


OTHER = {"delimiter": ";", "commentChar": "#", "quoteChar": "'"}
INLINE: list[tuple[Any, dict[str, Any], bool]] = [
    ("id,name\n1,a", {"format": "csv"}, True),
    ("id,name\nx,a", {"format": "csv"}, False),
    ("id,name\n1,a", {"mediatype": "text/csv"}, True),
    ("id,name\n1,a", {}, False),  # a text needs a format or mediatype
    ("id\tname\n1\ta", {"format": "tsv"}, True),
    (
        "#c\nid;name\n1;'a;b'",
        {"format": "csv", "dialect": {"delimiter": ";", "commentChar": "#", "quoteChar": "'"}},
        True,
    ),
    ("x", {"format": "xml"}, False),
    ([["id", "name"], [1, "a"]], {}, True),
    ([["id", "name"], ["1", "a"]], {}, True),
    ([["id", "name"], ["x", "a"]], {}, False),
    ([["id", "name"], [1, 2]], {}, False),
    ([["id", "name"], [True, "a"]], {}, False),
    ([["id", "name"], [None, "a"]], {}, False),
    ([["id", "name"], [1, None]], {}, True),
    ([["id", "name"], [1.5, "a"]], {}, False),
    ([["id", "name"], [1]], {}, False),
    ([[1, "a"]], {"dialect": {"header": False}}, True),
    ([{"id": 1, "name": "a"}], {}, True),
    ([{"id": 1}], {}, True),
    ([{"name": "a"}], {}, False),
    ([{"id": 1, "name": "a", "z": 1}], {}, False),
    ({"a": 1}, {}, False),
    ([1, 2], {}, False),
]


@pytest.mark.parametrize(("data", "more", "is_good"), INLINE)
def test_rows_in_the_descriptor_keep_their_types(
    foreign: Described, data: Any, more: dict[str, Any], is_good: bool
) -> None:
    foreign.describe([{"name": "t", "data": data, "schema": SCHEMA, **more}])
    assert any(item.severity == "error" for item in foreign.check(ALL_SMALL)) != is_good


def test_no_value_of_json_is_none_whatever_is_missing(foreign: Described) -> None:
    foreign.describe([{"name": "t", "data": [{"id": None, "name": "a"}], "schema": {**SCHEMA, "missingValues": ["-"]}}])
    assert [item.code for item in foreign.check(ALL_SMALL)] == ["contract-constraint-error"]
