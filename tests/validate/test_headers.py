"""Findings on a header are on its line; what is said of delimiters, matching and bytes of a file."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, Described, field
from mandate_data.findings.registry import checks
from mandate_data.findings.reports import as_github, as_sarif

SCHEMA = {"fields": [field("a"), field("b")]}


def found(foreign: Described, content: bytes, name: str = "t.csv", **more: Any) -> list[tuple[str, int]]:
    (foreign.folder / name).write_bytes(content)
    foreign.describe([{"name": "t", "path": name, "schema": SCHEMA, **more}])
    small, large = ([(one.code, one.line) for one in foreign.check(way)] for way in (ALL_SMALL, ALL_LARGE))
    assert small == large
    return small


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("a,c", ["incorrect-label"]),
        ("a,b,c", ["extra-label"]),
        ("a", ["missing-label"]),
        ("a,", ["blank-label"]),
        (",", ["blank-header"]),
        ("a,a", ["duplicate-label", "incorrect-label"]),
        ("a;b", ["incorrect-label"]),
        ("a,b ", ["incorrect-label"]),
    ],
)
def test_a_finding_on_a_header_is_on_its_line(foreign: Described, header: str, codes: list[str]) -> None:
    text = f"{header}\n".encode()
    expected = [f"contract-{code}" for code in codes]
    assert found(foreign, text) == [(code, 1) for code in expected]
    assert found(foreign, text, encoding="windows-1252") == [(code, 1) for code in expected]
    assert found(foreign, b"# c\n\n" + text, dialect={"commentChar": "#", "headerRows": [3]}) == [
        (code, 3) for code in expected
    ]
    assert found(foreign, gzip.compress(text), "t.csv.gz") == [(code, 1) for code in expected]


def test_a_header_of_the_descriptor_itself_has_no_line(foreign: Described) -> None:
    foreign.describe([{"name": "t", "data": [["a", "c"]], "schema": SCHEMA}])
    assert [(one.code, one.line) for one in foreign.check(ALL_SMALL)] == [("contract-incorrect-label", 0)]


def test_programs_are_pointed_at_the_line(foreign: Described) -> None:
    found(foreign, b"# c\na,c\n", dialect={"commentChar": "#"})
    findings = foreign.check(ALL_SMALL)
    assert "file=t.csv,line=2," in as_github(findings, foreign.folder)
    (result,) = json.loads(as_sarif(findings, checks(), foreign.folder))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"]["startLine"] == 2


def said(foreign: Described, content: bytes, name: str = "t.csv", **schema: Any) -> list[tuple[str, str]]:
    (foreign.folder / name).write_bytes(content)
    foreign.describe([{"name": "t", "path": name, "schema": {**SCHEMA, **schema}}])
    return [(one.message, one.hint) for one in foreign.check(ALL_SMALL)]


def test_a_tsv_has_tabs_where_nothing_is_said(foreign: Described) -> None:
    assert said(foreign, b"a\tb\n1\t2\n", "t.tsv") == []
    assert said(foreign, b"a,b\n1,2\n", "t.tsv") == [
        (
            'the header is one cell that "," divides into the fields: '
            "the file has another delimiter than its dialect or format says",
            "say so in the dialect; where nothing is said, it is a comma, and in the format tsv a tab",
        )
    ]


def test_one_finding_says_that_no_field_is_there(foreign: Described) -> None:
    assert said(foreign, b"y,z\n1,2\n", fieldsMatch="partial") == [
        (
            "none of the labels is the name of a field, and with fieldsMatch partial one has to be",
            "rename a column, or the fields",
        )
    ]
    assert said(foreign, b"y,b\n1,2\n", fieldsMatch="partial") == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize("delimiter", [",", "||"])
def test_a_file_in_a_wide_encoding_that_nothing_says_is_called_so(
    foreign: Described, encoding: str, delimiter: str
) -> None:
    text = delimiter.join("ab") + "\n" + delimiter.join("xy") + "\n"
    assert found(foreign, text.encode(encoding), dialect={"delimiter": delimiter}) == [("contract-encoding-error", 1)]
    assert foreign.check(ALL_SMALL)[0].message == f"not UTF-8: every other byte or more is NUL, as in {encoding}"
    assert found(foreign, text.encode(encoding), encoding=encoding, dialect={"delimiter": delimiter}) == []


def test_a_nul_byte_alone_is_called_so(foreign: Described) -> None:
    assert found(foreign, b"a,b\nx,\0\n") == [("file-nul", 2)]
    assert found(foreign, b"a,b\0\nx,y\n") == [("file-nul", 1)]


def test_a_field_that_needs_values_is_in_every_header(foreign: Described) -> None:
    """`superset` and `partial` let fields be absent, and `required` lets no row be without."""
    fields = [field("a", "integer", required=True), field("b"), field("c")]
    missing = 'There is a missing label in the header\'s field "a" at position "1"'
    for match in ("superset", "partial"):
        foreign.write({"t": ("b\nx\n", {"fields": fields, "fieldsMatch": match})})
        assert [item.message for item in foreign.check_both()] == [missing]
        foreign.write({"t": ("b,a\nx,1\n", {"fields": fields, "fieldsMatch": match})})
        assert foreign.check_both() == []


def test_a_header_without_a_schema_may_not_have_a_label_twice(foreign: Described) -> None:
    foreign.write({"t": ("a,a\n1,2\n", None)})
    twice = 'Label "a" in the header at position "2" is duplicated to a label: at position "1"'
    assert [item.message for item in foreign.check_both()] == [twice]


def test_a_header_beyond_the_end_is_called_so(foreign: Described) -> None:
    foreign.write({"t": ("a\n1\n", {"fields": [field("a")]})}, dialect={"headerRows": [9]})
    ended = "the table ends before row 9, which its dialect says is of the header"
    assert [item.message for item in foreign.check_both()] == [ended]
