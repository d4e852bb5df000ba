"""Small changes of a package, each with its weight by the recipe: what is no change, and what nothing else shows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from foreign_packages import VERSION_2, field
from mandate_data.diff.compare import compare
from mandate_data.diff.version_bump import judge
from mandate_data.package.read import read_package

Resource = dict[str, Any]
CSV = "a,b\nx,1\ny,2\n"
SELF = {"fields": ["a"], "reference": {"resource": "", "fields": ["a"]}}


def table(csv: str = CSV, more: Resource | None = None, **schema: Any) -> tuple[str, Resource]:
    fields = schema.pop("fields", [field("a"), field("b", "integer")])
    return csv, {"name": "t", "path": "t.csv", "schema": {"fields": fields, **schema}, **(more or {})}


def written(folder: Path, content: tuple[str, Resource], *others: Resource, **package: Any) -> Path:
    folder.mkdir()
    csv, resource = content
    (folder / "t.csv").write_text(csv, encoding="utf-8")
    for other in others:
        (folder / other["path"]).write_text(other.pop("content"), encoding="utf-8")
    descriptor = {"$schema": VERSION_2, "name": "p", **package, "resources": [resource, *others]}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def weight(old: Path, new: Path) -> str:
    before, after = read_package(old), read_package(new)
    return judge(compare(before, after), before).weight


def one(**b: Any) -> list[Resource]:
    return [field("a"), {**field("b", "integer"), **b}]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (table(), table(fields=one(format="default")), "none"),
        (table(), table(fields=one(constraints={"required": False})), "none"),
        (table(), table(missingValues=[""]), "none"),
        (table(), table(fieldsMatch="exact"), "none"),
        (
            table(fields=one(constraints={"enum": [1, 2]})),
            table(fields=one(constraints={"enum": [2, 1]})),
            "none",
        ),
        (
            table(fields=one(constraints={"minimum": 0})),
            table(fields=one(constraints={"minimum": "0"})),
            "none",
        ),
        (
            table(foreignKeys=[SELF]),
            table(foreignKeys=[{"fields": ["a"], "reference": {"fields": ["a"]}}]),
            "none",
        ),
        (
            table(foreignKeys=[SELF]),
            table(foreignKeys=[{"fields": "a", "reference": {"resource": "t", "fields": "a"}}]),
            "none",
        ),
        (table(primaryKey=["a"]), table(primaryKey="a"), "none"),
        (table(), table(more={"dialect": {"delimiter": ","}}), "none"),
        (table(), table(CSV.replace(",", ";"), {"dialect": {"delimiter": ";"}}), "major"),
        (table(), table(uniqueKeys=[["a"]]), "major"),
        (table(uniqueKeys=[["a"]]), table(), "minor"),
        (table(), table(fieldsMatch="subset"), "major"),
        (table(fieldsMatch="subset"), table(), "major"),
        (table(), table(fields=one(constraints={"minimum": 1})), "major"),
        (table(fields=one(constraints={"minimum": 1})), table(fields=one(constraints={"minimum": 0})), "minor"),
        (table(fields=one(categories=[1, 2, 3])), table(fields=one(categories=[1, 2])), "major"),
        (table(fields=one(categories=[1, 2])), table(fields=one(categories=[1, 2, 3])), "minor"),
        (table(), table(fields=one(title="B")), "patch"),
        (table(), table(more={"title": "T"}), "patch"),
        (table(), table(more={"licenses": [{"name": "CC0-1.0"}]}), "patch"),
        (table(primaryKey=["a"]), table("a,b\nx,1\ny,3\n", primaryKey=["a"]), "patch"),
        (table(primaryKey=["a"]), table("a,b\nx,1\ny,2\nz,3\n", primaryKey=["a"]), "minor"),
        (
            table("a,b\n1,5\n2,6\n", primaryKey=["a"]),
            table("a,b\n1,6\n2,6\n", primaryKey=["a"]),
            "patch",
        ),
    ],
)
def test_a_change_of_a_table_has_the_weight_of_the_recipe(
    tmp_path: Path, old: tuple[str, Resource], new: tuple[str, Resource], expected: str
) -> None:
    assert weight(written(tmp_path / "old", old), written(tmp_path / "new", new)) == expected


def other(content: str) -> Resource:
    return {"name": "map", "path": "map.svg", "content": content}


def test_files_that_are_no_tables_are_compared(tmp_path: Path) -> None:
    without = written(tmp_path / "without", table())
    one, two = written(tmp_path / "one", table(), other("<a/>")), written(tmp_path / "two", table(), other("<b/>"))
    assert [weight(without, one), weight(one, without), weight(one, two), weight(one, one)] == [
        "minor",
        "major",
        "patch",
        "none",
    ]


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("title", "One", "Two"),
        ("description", "One", "Two"),
        ("licenses", [{"name": "CC0-1.0"}], [{"name": "CC-BY-4.0"}]),
        ("sources", [{"title": "One"}], [{"title": "Two"}]),
        ("contributors", [{"title": "One"}], [{"title": "Two"}]),
    ],
)
def test_what_a_package_says_of_itself_is_compared(tmp_path: Path, key: str, old: Any, new: Any) -> None:
    first = written(tmp_path / "old", table(), **{key: old})
    assert weight(first, written(tmp_path / "new", table(), **{key: new})) == "patch"


@pytest.mark.parametrize("kind", ["integer", "string"])
def test_a_thousand_rows_that_hold_the_same_are_renumbered_in_the_order_of_their_numbers(
    tmp_path: Path, kind: str
) -> None:
    fields, begin = [field("a", kind), field("b")], "" if kind == "integer" else "k"

    def package(name: str, first: int) -> Any:
        rows = "".join(f"{begin}{number},same\n" for number in range(first, first + 1_000))
        return read_package(written(tmp_path / name, table("a,b\n" + rows, fields=fields, primaryKey=["a"])))

    before = package("old", 1)
    found = compare(before, package("new", 1_001))
    assert {(row.kind, row.old_key, row.key) for row in found.rows} == {
        ("rekeyed", f"{begin}{number}", f"{begin}{number + 1_000}") for number in range(1, 1_001)
    }
    assert judge(found, before).reasons == ("patch: 1000 rows of t under another key",)


def test_a_key_may_have_more_digits_than_a_number(tmp_path: Path) -> None:
    fields, digits = [field("a"), field("b")], "1" * 5_000
    one, two = (
        read_package(written(tmp_path / name, table(f"a,b\n:{key},x\n:2,y\n", fields=fields, primaryKey=["a"])))
        for name, key in (("old", digits), ("new", f"{digits}1"))
    )
    assert [(row.kind, row.old_key, row.key) for row in compare(one, two).rows] == [
        ("rekeyed", f":{digits}", f":{digits}1")
    ]
