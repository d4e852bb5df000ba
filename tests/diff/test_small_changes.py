"""Small changes of a package, each with its weight by the recipe: what is not a change, and what nothing else shows."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import mandate_data as md
import pytest
from calling import call
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


def dated(format: str) -> list[Any]:
    return [field("a"), {"name": "b", "type": "date", "format": format}]


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
        (table(primaryKey=["a"]), table(), "minor"),
        (table(), table(primaryKey=["a"]), "major"),
        (table(fields=dated("fmt:%Y")), table(fields=dated("%Y")), "none"),
        (table(fields=dated("%Y")), table(fields=dated("%d")), "major"),
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


WAYS: list[tuple[dict[str, Any], str, str]] = [
    ({"type": "boolean"}, "true", "1"),
    ({"type": "number"}, "1", "1.0"),
    ({"type": "number"}, "inf", "INF"),
    ({"type": "integer"}, "7", "+007"),
    ({"type": "integer", "groupChar": " "}, "1000", "1 000"),
    ({"type": "string", "missingValues": ["NA", ""]}, "NA", ""),
]


@pytest.mark.parametrize(("stated", "one", "other"), WAYS)
@pytest.mark.parametrize("keys", [{"primaryKey": ["a"]}, {}], ids=["with a key", "without"])
def test_a_value_that_is_written_in_another_way_is_no_change(
    stated: dict[str, Any], one: str, other: str, keys: dict[str, Any], tmp_path: Path
) -> None:
    fields = [field("a"), {"name": "b", **stated}]
    old = read_package(written(tmp_path / "old", table(f"a,b\nx,{one}\ny,\n", fields=fields, **keys)))
    new = read_package(written(tmp_path / "new", table(f"a,b\nx,{other}\ny,\n", fields=fields, **keys)))
    assert compare(old, new).empty
    assert not compare(old, read_package(written(tmp_path / "more", table(f"a,b\nx,{one}\n", fields=fields)))).empty


def test_a_column_of_another_type_has_no_changes_of_cells_that_are_written_alike(tmp_path: Path) -> None:
    old = written(tmp_path / "old", table("a,b\nx,1.50\n", fields=[field("a"), field("b")], primaryKey=["a"]))
    new = written(tmp_path / "new", table("a,b\nx,1.50\n", fields=[field("a"), field("b", "number")], primaryKey=["a"]))
    difference = compare(read_package(old), read_package(new))
    assert ([change.kind for change in difference.schema], difference.rows) == (["type-changed"], [])


@pytest.mark.parametrize(("old_key", "new_key"), [(["a"], None), (None, ["a"])], ids=["dropped", "added"])
def test_rows_stay_the_same_where_the_key_is_dropped_or_added(
    old_key: list[str] | None, new_key: list[str] | None, tmp_path: Path
) -> None:
    old = written(tmp_path / "old", table(**({"primaryKey": old_key} if old_key else {})))
    new = written(tmp_path / "new", table("a,b\nx,1\ny,3\n", **({"primaryKey": new_key} if new_key else {})))
    (row,) = compare(read_package(old), read_package(new)).rows
    assert (row.kind, row.key, [(cell.column, cell.before, cell.after) for cell in row.cells]) == (
        "changed", "y", [("b", "2", "3")],
    )  # fmt: skip


def test_a_file_of_another_name_or_format_is_a_change_of_its_path_alone(tmp_path: Path) -> None:
    old = written(tmp_path / "old", table())
    for name, content in (
        ("c.csv", CSV.encode()),
        ("t.csv.gz", gzip.compress(CSV.encode())),
        ("t.json", b'[{"a": "x", "b": 1}, {"a": "y", "b": 2}]'),
    ):
        new = written(tmp_path / name.replace(".", "-"), table(more={"path": name}))
        (new / name).write_bytes(content)
        comparison = md.diff(old, new)
        assert [(one.kind, one.property, one.before, one.after) for one in comparison.schema] == [
            ("description-changed", "path", "t.csv", name)
        ]
        assert (comparison.bump, comparison.rows) == ("patch", [])


def test_json_has_the_bump(tmp_path: Path) -> None:
    old = written(tmp_path / "old", table(primaryKey=["a"]))
    new = written(tmp_path / "new", table("a,b\nx,1\n", primaryKey=["a"]))
    for other, bump in ((old, ""), (new, "patch")):
        said = json.loads(call("diff", str(old), str(other), "--format", "json", folder=tmp_path).stdout)
        assert said["bump"] == bump


def test_what_is_at_an_address_is_said_not_to_be_compared(tmp_path: Path) -> None:
    there = {"name": "web", "path": "https://example.org/t.csv"}
    for name, resources in (("old", [there]), ("new", [there]), ("none", [{"name": "t", "path": "t.csv"}])):
        (tmp_path / name).mkdir()
        (tmp_path / name / "t.csv").write_text("a\n1\n", encoding="utf-8")
        descriptor = {"$schema": VERSION_2, "name": "p", "resources": resources}
        (tmp_path / name / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    done = call("diff", "old", "new", folder=tmp_path)
    assert done.stdout == "no difference\n"
    assert done.stderr == "not compared: web: nothing is fetched from an address\n"
    assert call("diff", "none", "none", folder=tmp_path).stderr == ""
