"""Dialects of JSON and of sheets, JSON in other encodings and compressed."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from foreign_packages import ALL_SMALL, Described, field
from mandate_data.validate.foreign_package import Judging, check_described
from openpyxl import Workbook

FRUIT = [{"name": "apple", "id": 1, "count": 2}, {"id": 2, "name": "orange", "count": 5}]
SCHEMA = {"fields": [field("id", "integer"), field("name")]}


def judged(foreign: Described, name: str, dialect: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
    foreign.describe([{"name": "t", "path": name, "dialect": dialect, "schema": SCHEMA, **more}])
    return [(one.code, one.value or one.message) for one in foreign.check(ALL_SMALL)]


def inline(foreign: Described, data: Any, dialect: dict[str, Any]) -> list[str]:
    foreign.describe([{"name": "t", "data": data, "dialect": dialect, "schema": SCHEMA}])
    return [one.message for one in foreign.check(ALL_SMALL)]


def test_item_keys_are_the_columns_in_their_order(foreign: Described) -> None:
    (foreign.folder / "t.json").write_text(json.dumps(FRUIT), encoding="utf-8")
    extra = 'There is an extra label "count" in header at position "3"'
    assert judged(foreign, "t.json", {"itemKeys": ["id", "name"]}) == []
    assert judged(foreign, "t.json", {}) == [("contract-extra-label", extra)]
    assert inline(foreign, FRUIT, {"itemKeys": ["id", "name"]}) == []
    assert inline(foreign, FRUIT, {}) == [extra]
    assert [code for code, _ in judged(foreign, "t.json", {"itemKeys": ["name", "id"]})][:2] == [
        "contract-incorrect-label",
        "contract-incorrect-label",
    ]
    assert inline(foreign, [{"id": 1, "name": "a"}, {"id": 2}], {"itemKeys": ["id", "name"]}) == []


@pytest.mark.parametrize(
    ("dialect", "problem"),
    [
        ({"itemKeys": "id"}, "itemKeys is not a list of texts"),
        ({"itemKeys": [1]}, "itemKeys is not a list of texts"),
        ({"itemType": "row"}, "itemType is 'row', neither array nor object"),
        ({"sheetNumber": 0}, "sheetNumber is 0, no number of a sheet"),
        ({"property": 3}, "property is not text"),
    ],
)
def test_a_dialect_that_cannot_be_is_refused(foreign: Described, dialect: dict[str, Any], problem: str) -> None:
    message = f"t: its dialect is not valid: {problem}"
    assert inline(foreign, FRUIT, dialect) == [message]
    (foreign.folder / "t.csv").write_text("id,name\n1,a\n", encoding="ascii")
    assert judged(foreign, "t.csv", dialect) == [("descriptor-invalid", message)]


def test_rows_are_of_the_stated_type(foreign: Described) -> None:
    lists = [["id", "name"], [1, "a"]]
    assert inline(foreign, lists, {"itemType": "array"}) == []
    assert inline(foreign, FRUIT, {"itemType": "object", "itemKeys": ["id", "name"]}) == []
    assert inline(foreign, lists, {"itemType": "object"}) == [
        "t: its rows are none of the itemType that its dialect says, object"
    ]
    assert inline(foreign, [["id", "name"], {"id": 1}], {}) == ["t: its rows are neither all lists nor all objects"]
    (foreign.folder / "t.json").write_text(json.dumps(lists), encoding="utf-8")
    ((code, message),) = judged(foreign, "t.json", {"itemType": "object"})
    assert code == "contract-source-error"
    assert "(its rows are none of the itemType that its dialect says, object)" in message


def sheet(path: Path, *rows: list[Any]) -> None:
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)


def rows_said(foreign: Described, dialect: dict[str, Any]) -> list[str]:
    """Which rows of the sheet have a value of another type, as the messages say."""
    judged(foreign, "t.xlsx", dialect)
    return [one.message.split('"')[3] for one in foreign.check(ALL_SMALL) if one.code == "contract-type-error"]


def test_comments_of_a_sheet_are_left_out_and_rows_keep_their_numbers(foreign: Described) -> None:
    sheet(foreign.folder / "t.xlsx", ["a title"], ["id", "name"], ["#unit", "text"], [1, "a"], ["x", "b"])
    assert rows_said(foreign, {"headerRows": [2], "commentRows": [3]}) == ["5"]
    assert rows_said(foreign, {"headerRows": [2], "commentChar": "#"}) == ["5"]
    assert rows_said(foreign, {"headerRows": [2]}) == ["3", "5"]
    assert judged(foreign, "t.xlsx", {"headerRows": [2], "commentRows": [3, 5]}) == []


def test_labels_of_several_rows_of_a_sheet_are_joined(foreign: Described) -> None:
    fields = [field("fruit id", "integer"), field("fruit name")]
    sheet(foreign.folder / "t.xlsx", ["fruit"], ["id", "name"], [1, "a"], ["x", "b"])
    foreign.describe([{"name": "t", "path": "t.xlsx", "dialect": {"headerRows": [1, 2]}, "schema": {"fields": fields}}])
    assert [(one.code, one.value) for one in foreign.check(ALL_SMALL)] == [("contract-type-error", "x")]
    fields = [field("fruit-id"), field("fruit-name")]
    dialect = {"headerRows": [1, 2], "headerJoin": "-", "commentRows": [3]}
    foreign.describe([{"name": "t", "path": "t.xlsx", "dialect": dialect, "schema": {"fields": fields}}])
    assert foreign.check(ALL_SMALL) == []


def test_a_sheet_without_a_header(foreign: Described) -> None:
    sheet(foreign.folder / "t.xlsx", [1, "a"], ["x", "b"])
    assert rows_said(foreign, {"header": False}) == ["2"]


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "utf-8"])
def test_json_is_read_in_the_stated_encoding(foreign: Described, encoding: str) -> None:
    text = json.dumps([{"id": 1, "name": "é"}, {"id": "x", "name": "ü"}], ensure_ascii=False)
    (foreign.folder / "t.json").write_bytes(text.encode(encoding))
    assert judged(foreign, "t.json", {}, encoding=encoding) == [("contract-type-error", "x")]


def test_json_in_another_encoding_is_an_error_with_a_guess(foreign: Described) -> None:
    (foreign.folder / "t.json").write_bytes('[{"id": 1, "name": "é"}]'.encode("windows-1252"))
    ((code, message),) = judged(foreign, "t.json", {})
    assert code == "contract-source-error"
    assert "(not utf-8 (byte 0xe9 at 21; it may be windows-1252: say so in `encoding`))" in message


def test_compressed_json_is_read(foreign: Described) -> None:
    data = json.dumps([["id", "name"], ["x", "a"]]).encode()
    (foreign.folder / "t.json.gz").write_bytes(gzip.compress(data))
    with zipfile.ZipFile(foreign.folder / "t.json.zip", "w") as archive:
        archive.writestr("t.json", data)
        archive.writestr("README.md", "of the table")
    for name in ("t.json.gz", "t.json.zip"):
        assert judged(foreign, name, {}) == [("contract-type-error", "x")]
    (foreign.folder / "t.json.gz").write_bytes(b"none")
    ((code, message),) = judged(foreign, "t.json.gz", {})
    assert code == "contract-source-error"
    assert "can't be unpacked as gz (Not a gzipped file" in message


def test_parts_may_be_compressed_each_in_its_way(foreign: Described) -> None:
    (foreign.folder / "t.csv").write_bytes(b"id,name\n1,a\n")
    (foreign.folder / "u.csv.gz").write_bytes(gzip.compress(b"id,name\nx,b\n"))
    foreign.describe([{"name": "t", "path": ["t.csv", "u.csv.gz"], "schema": SCHEMA}])
    assert [(one.code, one.line, Path(one.file).name) for one in foreign.check(ALL_SMALL)] == [
        ("contract-type-error", 2, "u.csv.gz")
    ]


def test_a_whole_number_of_json_may_have_any_number_of_digits(foreign: Described) -> None:
    (foreign.folder / "t.json").write_text(f'[["id", "name"], [{"9" * 5000}, "a"]]', encoding="ascii")
    assert judged(foreign, "t.json", {}) == []


def test_a_name_that_is_twice_in_an_object_is_told(foreign: Described) -> None:
    (foreign.folder / "t.json").write_text('[{"id": 1, "id": 2, "name": "a"}]', encoding="utf-8")
    told = "'id' is there more than once in one object, and only the last of its values was checked"
    assert judged(foreign, "t.json", {}) == [("contract-unchecked", told)]
    (foreign.folder / "t.json").write_text('[{"id": 1, "name": "a"}, {"id": 2, "name": "a"}]', encoding="utf-8")
    assert judged(foreign, "t.json", {}) == []


def test_a_number_that_json_does_not_have_is_an_error(foreign: Described) -> None:
    (foreign.folder / "t.json").write_text('[{"id": NaN, "name": "a"}]', encoding="utf-8")
    ((code, message),) = judged(foreign, "t.json", {})
    assert code == "contract-source-error"
    assert message.endswith("(it is not JSON: NaN is not a value of JSON)")


@pytest.mark.parametrize("kind", ["table", None])
@pytest.mark.parametrize(
    ("stated", "is_told"),
    [({"path": "t.json"}, True), ({"data": [["a"], [1]]}, True), ({"data": {"a": 1}}, False)],
    ids=["JSON", "rows", "an object"],
)
def test_what_has_no_schema_is_said_to_be_unread_or_of_no_schema(
    foreign: Described, stated: dict[str, Any], is_told: bool, kind: str | None
) -> None:
    (foreign.folder / "t.json").write_text('[["a"], [1]]', encoding="utf-8")
    foreign.describe([{"name": "t", **stated, **({"type": kind} if kind else {})}])
    found = [item.message for item in check_described(foreign.folder, foreign.descriptor())]
    if kind is None:
        told = "it has no schema, and does not say that it is a table: its rows were not read"
    else:
        told = "the table has no schema: only its structure was checked"
    assert (told in found) == is_told
    assert ("its data are an object, and no rows of a table" in found) == (kind is not None and not is_told)


def test_the_structure_of_rows_without_a_schema_is_checked(foreign: Described) -> None:
    short = 'Row at position "2" has a missing cell in field "b" at position "2"'
    for stated in ({"data": [["a", "b"], [1]], "type": "table"}, {"data": "a,b\n1\n", "format": "csv"}):
        foreign.describe([{"name": "t", **stated}])
        assert [item.message for item in foreign.check(ALL_SMALL)] == [short]


def test_allow_unread_is_not_for_a_file_that_is_broken(foreign: Described) -> None:
    """It is for formats that are not read, not for a table that no program could read."""
    judging = Judging(allow_unread=True)

    def severities(**stated: Any) -> list[str]:
        foreign.describe([{"name": "t", "schema": SCHEMA, **stated}])
        found = check_described(foreign.folder, foreign.descriptor(), judging=judging)
        return [item.severity for item in found if item.code in ("contract-unread", "contract-source-error")]

    (foreign.folder / "t.json").write_text('[{"id": 1', encoding="utf-8")
    (foreign.folder / "t.xls").write_bytes(b"rows")
    assert severities(path="t.json") == ["error"]
    assert severities(data=[["id", "name"], 5]) == ["error"]
    assert severities(path="t.xls") == ["warning"]
    assert severities(data="[]", format="json") == ["warning"]
