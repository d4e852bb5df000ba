"""Large tables: the same faults as are found in small ones, on the same rows and fields, with physical lines."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from foreign_packages import ALL_LARGE, Described, field, refers
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mandate_data.limits import MOST_FAULTS
from mandate_data.validate.large.large_records import BLOCK

COUNTRIES = ("iso3,name\nFJI,Fiji\nMDV,Maldives\n", {"fields": [field("iso3"), field("name")], "primaryKey": ["iso3"]})
VISITS_SCHEMA = {
    "fields": [
        field("visit", "string", required=True, pattern="v-[0-9]{3}"),
        field("country", "string", minLength=3, maxLength=3),
        field("region", "string", enum=["Asia", "Oceania"]),
        field("year", "year", minimum=1990, maximum=2026),
        field("start", "date", minimum="1990-01-01"),
        field("days", "integer", minimum=1, maximum=60),
        field("share", "number", minimum=0, maximum=1),
        field("public", "boolean"),
        field("symbol", "string", unique=True),
        field("remark"),
    ],
    "primaryKey": ["visit"],
    "foreignKeys": [refers("country", "countries", "iso3")],
}
HEADER = "visit,country,region,year,start,days,share,public,symbol,remark\n"
GOOD = [
    "v-001,FJI,Oceania,1999,1999-10-11,5,0.5,true,A/1,\n",
    "v-002,MDV,Asia,2000,2000-01-31,1,0,false,A/2,calm\n",
    "v-003,FJI,Oceania,2001,2001-02-28,60,1,true,,\n",
]
FAULTS = {
    "type-error, integer": ("v-009,FJI,Asia,1999,1999-10-11,five,0.5,true,A/9,\n", [("contract-type-error", "days")]),
    "type-error, number": ("v-009,FJI,Asia,1999,1999-10-11,5,half,true,A/9,\n", [("contract-type-error", "share")]),
    "type-error, date": ("v-009,FJI,Asia,1999,1999-02-30,5,0.5,true,A/9,\n", [("contract-type-error", "start")]),
    "type-error, year": ("v-009,FJI,Asia,99,1999-10-11,5,0.5,true,A/9,\n", [("contract-type-error", "year")]),
    "type-error, boolean": ("v-009,FJI,Asia,1999,1999-10-11,5,0.5,yes,A/9,\n", [("contract-type-error", "public")]),
    "required": (
        ",FJI,Asia,1999,1999-10-11,5,0.5,true,A/9,\n",
        [("contract-constraint-error", "visit"), ("contract-primary-key", "")],
    ),
    "pattern": ("x-009,FJI,Asia,1999,1999-10-11,5,0.5,true,A/9,\n", [("contract-constraint-error", "visit")]),
    "enum": ("v-009,FJI,Atlantis,1999,1999-10-11,5,0.5,true,A/9,\n", [("contract-constraint-error", "region")]),
    "range of a year": ("v-009,FJI,Asia,1989,1999-10-11,5,0.5,true,A/9,\n", [("contract-constraint-error", "year")]),
    "range of a date": ("v-009,FJI,Asia,1999,1989-12-31,5,0.5,true,A/9,\n", [("contract-constraint-error", "start")]),
    "range of an integer": (
        "v-009,FJI,Asia,1999,1999-10-11,61,0.5,true,A/9,\n",
        [("contract-constraint-error", "days")],
    ),
    "range of a number": (
        "v-009,FJI,Asia,1999,1999-10-11,5,1.01,true,A/9,\n",
        [("contract-constraint-error", "share")],
    ),
    "length": (
        "v-009,FJ,Asia,1999,1999-10-11,5,0.5,true,A/9,\n",
        [("contract-constraint-error", "country"), ("contract-foreign-key", "")],
    ),
    "primary key": ("v-002,FJI,Asia,1999,1999-10-11,5,0.5,true,A/9,\n", [("contract-primary-key", "")]),
    "unique": ("v-009,FJI,Asia,1999,1999-10-11,5,0.5,true,A/2,\n", [("contract-unique-error", "symbol")]),
    "foreign key": ("v-009,FIJ,Asia,1999,1999-10-11,5,0.5,true,A/9,\n", [("contract-foreign-key", "")]),
    "missing cells": (
        "v-009,FJI,Asia,1999,1999-10-11,5,0.5,true\n",
        [("contract-missing-cell", "remark"), ("contract-missing-cell", "symbol")],
    ),
    "extra cells": (
        "v-009,FJI,Asia,1999,1999-10-11,5,0.5,true,A/9,,more,most\n",
        [("contract-extra-cell", ""), ("contract-extra-cell", "")],
    ),
    "blank line": ("\n", [("contract-blank-row", ""), ("contract-primary-key", "")]),
    "blank cells": (",,,,,,,,,\n", [("contract-blank-row", ""), ("contract-primary-key", "")]),
}


def visits(*rows: str) -> dict[str, tuple[bytes | str, Any]]:
    return {"countries": COUNTRIES, "visits": (HEADER + "".join(rows), VISITS_SCHEMA)}


def test_a_table_without_faults_passes(foreign: Described) -> None:
    foreign.write(visits(*GOOD))
    assert foreign.check_both() == []


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_found_on_its_row_and_field(foreign: Described, fault: str) -> None:
    row, expected = FAULTS[fault]
    foreign.write(visits(*GOOD[:2], row, GOOD[2]))
    found = foreign.check_both()
    assert sorted((finding.code, finding.field) for finding in found) == sorted(expected)
    assert {(Path(finding.file).name, finding.line, finding.severity) for finding in found} == {
        ("visits.csv", 4, "error")
    }


def test_all_faults_at_once_are_those_of_frictionless_error_by_error(foreign: Described) -> None:
    quoted = 'v-004,FJI,Oceania,2002,2002-02-28,60,1,true,,"two\nlines, ""quoted"""\n'
    foreign.write(visits(*GOOD, quoted, *(row for row, _ in FAULTS.values()), quoted.replace("v-004", "v-005")))
    found = [(finding.code, finding.line, finding.field) for finding in foreign.check(ALL_LARGE)]
    # Frictionless as anybody would call it; its row numbers count records, of which two have two lines here.
    report = Package(str(foreign.folder / "datapackage.json")).validate(limit_errors=10_000)
    with (foreign.folder / "visits.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        lines = [0] + [reader.line_num for _ in reader]  # where each record ends
    errors = [error.to_dict() for task in report.tasks for error in task.errors]
    expected = [
        (f"contract-{error['type']}", lines[error["rowNumber"] - 1] + 1, error.get("fieldName", "")) for error in errors
    ]
    assert sorted(found) == sorted(expected)
    assert len(found) == sum(len(faults) for _, faults in FAULTS.values()) + more_of_the_same(found)


def more_of_the_same(found: list[tuple[str, int, str]]) -> int:
    """Faults that arise because the rows stand together: keys that several of them have."""
    repeated = ("contract-primary-key", "contract-unique-error")
    return len([code for code, _, _ in found if code in repeated]) - 5


@pytest.mark.parametrize("remark", ['"a ""remark"""', '5" wide', '"a\r\nb"', "caf\u00e9", '""', '"a,b"'])
def test_quotes_and_letters_of_all_kinds_are_read(foreign: Described, remark: str) -> None:
    row = f'"v-009","FJI","Asia",1999,1999-10-11,5,0.5,true,A/9,{remark}\n'
    foreign.write(visits(GOOD[0], row, "v-008,FJI,Asia,nineteen,1999-10-11,5,0.5,true,A/8,\n"))
    assert [(finding.code, finding.field) for finding in foreign.check_both()] == [("contract-type-error", "year")]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("last", [True, False])
def test_lines_may_end_in_any_way(foreign: Described, end: str, last: bool) -> None:
    text = (HEADER + GOOD[0] + "v-008,FJI,Asia,no,1999-10-11,5,0.5,true,A/8,\n" + GOOD[1]).replace("\n", end)
    foreign.write({"countries": COUNTRIES, "visits": (text if last else text.removesuffix(end), VISITS_SCHEMA)})
    assert [(finding.line, finding.field) for finding in foreign.check_both()] == [(3, "year")]


def test_a_byte_order_mark_is_no_part_of_the_header(foreign: Described) -> None:
    foreign.write({"countries": COUNTRIES, "visits": (b"\xef\xbb\xbf" + (HEADER + GOOD[0]).encode(), VISITS_SCHEMA)})
    assert foreign.check_both() == []


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (HEADER.replace("year", "yaer"), [("contract-incorrect-label", "year")]),
        (HEADER.replace("remark\n", "remark,more\n"), [("contract-extra-label", "")]),
        (HEADER.replace(",remark", ""), [("contract-missing-label", "remark")]),
        (HEADER.replace("year", ""), [("contract-blank-label", "year")]),
    ],
)
def test_a_header_that_is_not_the_schemas_is_told_by_column(
    foreign: Described, header: str, expected: list[tuple[str, str]]
) -> None:
    foreign.write({"countries": COUNTRIES, "visits": (header + GOOD[0], VISITS_SCHEMA)})
    found = [(finding.code, finding.field) for finding in foreign.check_both()]
    assert [item for item in found if "label" in item[0]] == expected


TOO_WIDE = "a record has 4097 cells; no table is read that has more than 4096"


@pytest.mark.parametrize(
    ("content", "code", "line", "message"),
    [
        (
            b"a,b\n1,x\n2,\xff\n",
            "contract-encoding-error",
            3,
            "not UTF-8 (byte 0xff at 10; it may be windows-1252: say so in `encoding`)",
        ),
        (b'a,b\n1,x\n2,"y\n3,z\n', "file-not-csv", 3, "a quote is opened here and not closed"),
        (b'a,b\n1,x\n2,"y"z\n', "file-not-csv", 3, "text follows the quote that closes a cell"),
        (b"a,b\n1,x\n2,\0\n", "file-nul", 3, "the file contains a NUL byte"),
        (b"a,b\n1,x\n2," + b"x" * (1 << 20) + b"\n", "file-line-too-long", 3, "a line is longer than 1048576 bytes"),
        (
            b"a,b\n1,x\n" + b"," * 4096 + b"\n",
            "file-too-wide",
            3,
            "a record has 4097 cells; no table is read that has more than 4096",
        ),
        (b"a," * (1 << 20) + b"b\n", "file-line-too-long", 1, "a line is longer than 1048576 bytes"),
    ],
)
def test_what_is_no_csv_ends_there(foreign: Described, content: bytes, code: str, line: int, message: str) -> None:
    foreign.write({"t": (content, {"fields": [field("a", "integer"), field("b")]})})
    for found in (foreign.check(ALL_LARGE), foreign.check(1 << 40)):
        assert [(finding.code, finding.line, finding.message) for finding in found] == [(code, line, message)]


def test_a_table_of_one_column_may_have_empty_lines(foreign: Described) -> None:
    foreign.write({"t": ('a\nx\n\n""\ny\n', {"fields": [field("a")], "primaryKey": ["a"]})})
    assert [finding.line for finding in foreign.check_both() if finding.code == "contract-blank-row"] == [3, 4]


def test_blank_rows_are_found_where_nothing_is_required(foreign: Described) -> None:
    foreign.write({"t": ("a,b\nx,\n,\n", {"fields": [field("a"), field("b")]})})
    assert [(finding.code, finding.line) for finding in foreign.check_both()] == [("contract-blank-row", 3)]


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("integer", ["1", "+2", " 3", "4_0", "-0", "007", "1e3", "1.0", "", "99999999999999999999", "٣"]),
        ("number", ["1", "1.50", "1e3", ".5", "5.", "NaN", "INF", "-1", "", "1,5", "0x10", "1.0000000000000000001"]),
        ("year", ["1999", "0199", "+199", "19999", "", " 1999", "-199"]),
        ("date", ["1999-10-11", "1999-1-2", "1999-13-01", "0000-01-01", "", "11.10.1999", "1999-10-11 "]),
        ("boolean", ["true", "True", "1", "0", "FALSE", "", "yes", " true"]),
        ("time", ["12:00:00", "12:00", ""]),
        ("datetime", ["1999-10-11T12:00:00", "1999-10-11", ""]),
        ("yearmonth", ["1999-10", "1999-13", ""]),
        ("duration", ["P1Y", "one year", ""]),
        ("object", ['{"a": 1}', "a", ""]),
        ("array", ["[1]", "1", ""]),
        ("geopoint", ["'1, 2'", "x", ""]),
        ("any", ["x", "1", ""]),
    ],
)
def test_every_type_is_read_alike_by_both_engines(foreign: Described, kind: str, cells: list[str]) -> None:
    rows = io.StringIO()
    csv.writer(rows, lineterminator="\n").writerows([["n", "cell"], *enumerate(cells)])
    foreign.write({"t": (rows.getvalue(), {"fields": [field("n", "integer"), field("cell", kind)]})})
    foreign.check_both()


@pytest.mark.parametrize(
    "constraint",
    [
        {"kind": "string", "pattern": r"\w+"},
        {"kind": "string", "pattern": "a|bc"},
        {"kind": "string", "pattern": r"(?=a)\w{2,}"},
        {"kind": "string", "pattern": r"[[a]b]"},
        {"kind": "string", "pattern": r"\d+\."},
        {"kind": "string", "enum": ["a", "ab", ""]},
        {"kind": "integer", "enum": [1, 12]},
        {"kind": "number", "minimum": 0.1, "maximum": "12"},
        {"kind": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 12},
        {"kind": "number", "minimum": "1.0000000000000000001"},
        {"kind": "integer", "exclusiveMinimum": 1, "exclusiveMaximum": 12},
        {"kind": "integer", "maximum": 10**30},
        {"kind": "date", "exclusiveMinimum": "1999-01-01", "maximum": "2000-01-01"},
        {"kind": "year", "exclusiveMaximum": 2000},
    ],
)
@pytest.mark.filterwarnings("ignore:Possible nested set:FutureWarning")
def test_every_constraint_is_kept_alike_by_both_engines(foreign: Described, constraint: dict[str, Any]) -> None:
    kind = constraint.pop("kind")
    texts = ["a", "ab", "abc", "b]", "bc", "bcd", "a\n", "1.", "é"]
    numbers = ["0.1", "1", "1.0", "1.00", "12", "12.0", "0.10000000000000000001", "1999", "2000", "2001"]
    dates = ["1999-01-01", "1999-01-02", "2000-01-01", "2000-01-02"]
    rows = io.StringIO()
    csv.writer(rows, lineterminator="\n").writerows([["n", "cell"], *enumerate(texts + numbers + dates)])
    foreign.write({"t": (rows.getvalue(), {"fields": [field("n", "integer"), field("cell", kind, **constraint)]})})
    foreign.check_both()


def test_keys_compare_values_not_their_spelling(foreign: Described) -> None:
    schema = {"fields": [field("a", "integer"), field("b", "date")], "primaryKey": ["a", "b"]}
    foreign.write({"t": ("a,b\n1,1999-01-02\n01,1999-01-02\n1,\n1,\n,1999-01-02\n", schema)})
    found = [(finding.line, finding.message) for finding in foreign.check_both()]
    assert found == [
        (3, 'Row at position "3" violates the primary key: the same as in the row at position 2'),
        (4, 'Row at position "4" violates the primary key: the fields cannot be null'),
        (5, 'Row at position "5" violates the primary key: the fields cannot be null'),
        (6, 'Row at position "6" violates the primary key: the fields cannot be null'),
    ]


def test_missing_values_are_those_of_the_schema(foreign: Described) -> None:
    schema = {"fields": [field("a", "integer", required=True), field("b", "date")], "missingValues": ["-", "n/a"]}
    foreign.write({"t": ('a,b\n-,-\n1,n/a\n2,\n"",-\n', schema)})
    found = [(finding.code, finding.line, finding.field) for finding in foreign.check_both()]
    assert found == [
        ("contract-constraint-error", 2, "a"),
        ("contract-type-error", 4, "b"),
        ("contract-type-error", 5, "a"),
    ]


def test_a_table_may_refer_to_itself_and_to_a_table_that_refers_back(foreign: Described) -> None:
    one = {
        "fields": [field("id"), field("up"), field("other")],
        "primaryKey": ["id"],
        "foreignKeys": [refers("up", "", "id"), refers("other", "two", "id")],
    }
    two = {"fields": [field("id"), field("one")], "foreignKeys": [refers("one", "one", "id")]}
    foreign.write({"one": ("id,up,other\na,,x\nb,a,y\nc,d,x\n", one), "two": ("id,one\nx,a\nz,q\n", two)})
    found = [(Path(finding.file).name, finding.line, finding.code) for finding in foreign.check_both()]
    assert found == [
        ("one.csv", 3, "contract-foreign-key"),
        ("one.csv", 4, "contract-foreign-key"),
        ("two.csv", 3, "contract-foreign-key"),
    ]


def test_keys_of_different_types_are_never_equal(foreign: Described) -> None:
    other = {"fields": [field("id", "integer")], "primaryKey": ["id"]}
    one = {"fields": [field("id")], "foreignKeys": [refers("id", "other", "id")]}
    foreign.write({"one": ("id\n1\n", one), "other": ("id\n1\n", other)})
    assert [finding.code for finding in foreign.check_both()] == ["contract-foreign-key"]


def test_blocks_are_cut_between_records(foreign: Described) -> None:
    # Three blocks; the records that lie across their ends have line breaks in quotes.
    long = "x" * 1000
    rows = [f'{number},"{long}\n{long}"\n' for number in range(3 * BLOCK // 2000)]
    rows[9000] = rows[9000].replace("9000,", "9001,")
    rows[len(rows) - 1] = "x,y\n"
    schema = {"fields": [field("a", "integer"), field("b")], "primaryKey": ["a"]}
    foreign.write({"t": ("a,b\n" + "".join(rows), schema)})
    found = [(finding.code, finding.line) for finding in foreign.check(ALL_LARGE)]
    last = 2 * (len(rows) - 1) + 2
    assert found == [
        ("contract-primary-key", 2 * 9001 + 2),
        ("contract-primary-key", last),
        ("contract-type-error", last),
    ]


@pytest.mark.slow
def test_a_table_that_is_wrong_everywhere_is_not_read_to_its_end(foreign: Described) -> None:
    foreign.write({"t": ("a\n" + "x\n" * (MOST_FAULTS + 5), {"fields": [field("a", "integer")]})})
    found = foreign.check_both()
    assert len(found) == MOST_FAULTS + 1
    assert [finding.message for finding in found if finding.code == "contract-unfinished"] == [
        f"{MOST_FAULTS} faults were found; the rest was not checked"
    ]


@pytest.mark.slow
def test_a_key_that_is_wrong_everywhere_is_not_told_to_the_end(foreign: Described) -> None:
    schema = {"fields": [field("a")], "primaryKey": ["a"]}
    foreign.write({"t": ("a\n" + "x\n" * (MOST_FAULTS + 5), schema)})
    assert len(foreign.check_both()) == MOST_FAULTS + 1


CELLS = st.sampled_from(["", "1", "01", "2", "x", "FJI", "1999-01-01", "1999-1-1", "a b", 'say ""', " ", "é", "1.0"])
WRITTEN = st.builds(lambda cell, quoted: f'"{cell}"' if quoted or '"' in cell else cell, CELLS, st.booleans())
ROWS = st.lists(st.lists(WRITTEN, min_size=0, max_size=5).map(",".join), max_size=12)


@pytest.mark.slow
@given(rows=ROWS, end=st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_gets_the_same_findings_from_both_engines(foreign: Described, rows: list[str], end: str) -> None:
    schema = {
        "fields": [field("a", "integer"), field("b", "string", pattern="[a-zA-Z ]+"), field("c", "date", unique=True)],
        "primaryKey": ["a"],
        "foreignKeys": [refers("a", "", "a")],
    }
    foreign.write({"t": (end.join(["a,b,c", *rows, ""]), schema)})
    foreign.check_both()
