"""Properties: both engines find the same in any table, and what a judge written from the standard's text finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, VERSION_2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mandate_data.findings import Finding
from mandate_data.validate.foreign_package import check_described

from validate.standard_oracle import judge, value_of

TEXTS: dict[str, list[str]] = {
    "string": ["a", "b", "ab", "A1", "é", "x,y", 'a "q"', "two\nlines", "a\rb", " a", "1", "-", "NA", "a_b", "cat"],
    "any": ["a", "1", "01", "-", "NA", "x"],
    "integer": [
        "1",
        "01",
        "+1",
        "-1",
        "0",
        "7",
        "10",
        "1.0",
        "1_0",
        "x",
        "1E2",
        "٣",
        "99999999999999999999",
        "NA",
        "-99",
    ],
    "number": [
        "1",
        "1.0",
        ".5",
        "5.",
        "-1.5",
        "1E2",
        "1e-2",
        "NaN",
        "inf",
        "-INF",
        "Infinity",
        "1,5",
        "x",
        "0.1",
        "+2",
        "NA",
    ],
    "boolean": ["true", "TRUE", "1", "0", "false", "yes", "tRue", "2"],
    "date": [
        "2020-01-01",
        "2020-02-29",
        "2021-02-29",
        "2020-1-1",
        "1999-12-31",
        "0001-01-01",
        "0000-01-01",
        "x",
        "20200101",
    ],
    "time": ["10:00:00", "23:59:59", "24:00:00", "10:00", "10:00:00Z", "10:00:00.5", "x"],
    "datetime": [
        "2020-01-01T00:00:00",
        "2020-01-01T00:00:00Z",
        "2020-01-01T01:00:00+01:00",
        "2019-12-31T24:00:00Z",
        "2020-01-01T00:00:00.50Z",
        "2020-01-01T00:00:00.5Z",
        "2020-01-01 00:00:00",
        "2020-01-01",
        "2020-02-30T00:00:00",
        "2020-01-01T00:00:00+15:00",
    ],
    "year": ["2020", "1999", "-0044", "20", "0000", "x", "+2020"],
    "yearmonth": ["2020-01", "1999-12", "2020-13", "2020-1", "0000-01", "x"],
    "duration": ["P1D", "PT24H", "P1M", "P12M", "P1Y", "PT1.5S", "-P1D", "PT", "P", "P1.5Y", "P1S", "PT0S", "x"],
    "object": ["{}", '{"a":1}', '{"a": 1}', '{"b":2,"a":1}', "[]", "x", '{"a":NaN}'],
    "array": ["[]", "[1]", "[1, 2]", "[1,2]", "{}", "x", "[Infinity]"],
    "list": ["a,b", "a", "1,2", "01,2", "1,x", "2020-01-01"],
    "geopoint": ["1,2", "1, 2", "1.0,2", "181,0", "1,91", "1", "x,y", "1,2,3", " 1,2"],
}
PATTERNS = ["[a-z]+", "a|ab", "cat|dog", "[A-Z][0-9]", "a.*", "^a.*$", ".", "[^0-9]*", "x{1,2}", "a.b"]
SIZED, ORDERED = (
    ("string", "array", "object", "list"),
    ("integer", "number", "date", "time", "datetime", "duration", "year", "yearmonth"),
)


def is_value(text: str, field: dict[str, Any]) -> bool:
    try:
        return value_of(text, field) != "nan"
    except ValueError:
        return False


@st.composite
def fields(draw: st.DrawFn, name: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(sorted(TEXTS)))
    field: dict[str, Any] = {"name": name, "type": kind}
    if kind == "list":
        field |= draw(st.sampled_from([{}, {"itemType": "integer"}, {"itemType": "date"}, {"itemType": "string"}]))
    if kind == "number" and draw(st.integers(0, 4)) == 0:
        field["decimalChar"] = ","
    if kind == "any" and draw(st.booleans()):
        del field["type"]
    if draw(st.integers(0, 5)) == 0:
        field["missingValues"] = draw(st.sampled_from([[], ["NA"], ["", "-"], [{"value": "NA", "label": "not asked"}]]))
    good = [text for text in TEXTS[kind] if is_value(text, field)]
    rules: dict[str, Any] = {}
    if draw(st.integers(0, 3)) == 0:
        rules["required"] = draw(st.booleans())
    if draw(st.integers(0, 5)) == 0:
        rules["unique"] = True
    if kind == "string" and draw(st.integers(0, 2)) == 0:
        rules["pattern"] = draw(st.sampled_from(PATTERNS))
    if kind in SIZED and draw(st.integers(0, 2)) == 0:
        rules[draw(st.sampled_from(["minLength", "maxLength"]))] = draw(st.integers(0, 3))
    if kind in ORDERED and draw(st.booleans()):
        bound = draw(st.sampled_from(["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]))
        rules[bound] = draw(st.sampled_from(good))
    if draw(st.integers(0, 4)) == 0:
        rules["enum"] = draw(st.lists(st.sampled_from(good), min_size=1, max_size=3, unique=True))
    elif kind in ("string", "integer") and draw(st.integers(0, 4)) == 0:
        listed = draw(st.lists(st.sampled_from(good), min_size=1, max_size=3, unique=True))
        values = list(dict.fromkeys(map(int, listed))) if kind == "integer" else listed
        field["categories"] = [{"value": value} for value in values] if draw(st.booleans()) else values
    return {**field, "constraints": rules} if rules else field


@st.composite
def tables(draw: st.DrawFn) -> tuple[dict[str, Any], list[str], list[list[str]]]:
    """A schema, the header of its table, and rows, good and bad."""
    names = draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True))
    schema: dict[str, Any] = {"fields": [draw(fields(name)) for name in names]}
    twins = len(names) > 1 and draw(st.integers(0, 2)) == 0
    if twins:  # two columns alike, of which the second may refer to the first
        schema["fields"][1] = {**schema["fields"][0], "name": names[1]}
    keys = st.lists(st.sampled_from(names), min_size=1, max_size=2, unique=True)
    if draw(st.integers(0, 2)) == 0:
        schema["primaryKey"] = draw(keys)
    if draw(st.integers(0, 3)) == 0:
        schema["uniqueKeys"] = [draw(keys)]
    if twins and draw(st.booleans()):
        schema["foreignKeys"] = [{"fields": [names[1]], "reference": {"fields": [names[0]]}}]
    if draw(st.integers(0, 4)) == 0:
        schema["missingValues"] = draw(
            st.sampled_from([["NA"], ["", "NA"], [], [{"value": "-99", "label": "refused"}]])
        )
    header = list(names)
    if draw(st.integers(0, 4)) == 0:
        schema["fieldsMatch"] = draw(st.sampled_from(["equal", "subset"]))
        header = draw(st.permutations(header))
        if schema["fieldsMatch"] == "subset":
            header = [*header, "more"]
    kinds = {field["name"]: field.get("type", "any") for field in schema["fields"]}
    cells = {name: st.sampled_from([*TEXTS[kinds.get(name, "any")], ""]) for name in header}
    row = st.tuples(*(cells[name] for name in header)).map(list)
    rows = draw(st.lists(row, max_size=6))
    for at in range(len(rows)):
        match draw(st.integers(0, 12)):
            case 0:
                rows[at] = rows[at][:-1]
            case 1:
                rows[at] = [*rows[at], "extra"]
            case 2:
                rows[at] = [""] * len(header)
    return schema, header, rows


DIALECTS: list[dict[str, Any]] = [
    {},
    {},
    {},
    {"delimiter": ";"},
    {"delimiter": "\t"},
    {"delimiter": "||"},
    {"quoteChar": "'"},
    {"commentChar": "#"},
    {"commentChar": "//", "delimiter": "|"},
    {"lineTerminator": "\r\n"},
    {"lineTerminator": "!"},
    {"skipInitialSpace": True},
    {"headerRows": [2]},
    {"header": False},
]
ENCODINGS = ["utf-8", "utf-8", "utf-8", "utf-16", "utf-16-le", "utf-32"]


def written(header: list[str], rows: list[list[str]], dialect: dict[str, Any]) -> tuple[str, list[int]]:
    """A file of the rows, each cell in quotes where it must be, and the physical line that each row begins on."""
    delimiter, quote = dialect.get("delimiter", ","), dialect.get("quoteChar", '"')
    end, comment = dialect.get("lineTerminator", "\n"), dialect.get("commentChar", "")
    lines: list[str] = []
    if dialect.get("headerRows"):
        lines.append("a title above the header")
    if comment:
        lines.append(comment + " a remark")

    def cell(text: str, is_alone: bool) -> str:
        is_plain = all(sign not in text for sign in (delimiter, quote, "\n", "\r", end)) and not text.startswith(" ")
        return text if is_plain and not (is_alone and text == "") else quote + text.replace(quote, quote * 2) + quote

    places = []
    for row in [header, *rows] if dialect.get("header", True) else rows:
        places.append(1 + sum(line.count("\n") + line.count("\r") if end != "!" else 0 for line in lines) + len(lines))
        lines.append(delimiter.join(cell(text, len(row) == 1) for text in row))
    return "".join(line + end for line in lines), places


def checked(folder: Path, descriptor: dict[str, Any], large: int) -> list[Finding]:
    return [item for item in check_described(folder, descriptor, large) if item.code != "descriptor-foreign"]


def agree(folder: Path, table: tuple[dict[str, Any], list[str], list[list[str]]], dialect: Any, encoding: str) -> None:
    schema, header, rows = table
    if not dialect.get("header", True) and (
        not rows or schema.get("fieldsMatch") or header != [*dict.fromkeys(header)]
    ):
        dialect = {}
    text, places = written(header, rows, dialect)
    (folder / "t.csv").write_bytes(text.encode(encoding))
    resource = {"name": "t", "path": "t.csv", "encoding": encoding, "dialect": dialect, "schema": schema}
    descriptor = {"$schema": VERSION_2, "name": "p", "resources": [resource]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    small, large = checked(folder, descriptor, ALL_SMALL), checked(folder, descriptor, ALL_LARGE)
    assert [item.as_dict() for item in large] == [item.as_dict() for item in small]
    skipped = 0 if dialect.get("header", True) else 1
    row_at = {line: at + 1 + skipped for at, line in enumerate(places)}
    expected = judge(schema, header, rows)
    found = {(item.code, row_at[item.line], item.field) for item in small if item.code != "file-formula"}
    assert found == expected


@given(table=tables(), dialect=st.sampled_from(DIALECTS), encoding=st.sampled_from(ENCODINGS))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_is_judged_alike_by_both_engines_and_by_the_text_of_the_standard(
    tmp_path: Path, table: tuple[dict[str, Any], list[str], list[list[str]]], dialect: Any, encoding: str
) -> None:
    agree(tmp_path, table, dialect, encoding)


@pytest.mark.slow
@given(table=tables(), dialect=st.sampled_from(DIALECTS), encoding=st.sampled_from(ENCODINGS))
@settings(max_examples=4_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_thousands_of_tables_are_judged_alike(
    tmp_path: Path, table: tuple[dict[str, Any], list[str], list[list[str]]], dialect: Any, encoding: str
) -> None:
    agree(tmp_path, table, dialect, encoding)
