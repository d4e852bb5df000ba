"""What a release reports of its changes: which rows are listed, which are counted, and why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from conftest import ROOT
from foreign_packages import Described, field
from mandate_data.diff.compare import compare
from mandate_data.package.read import read_package
from mandate_data.release.changes_report import NOTHING, ChangesReport, changes_report

Table = tuple[str, Mapping[str, Any]]


def table(rows: str, *key: str) -> Table:
    columns = rows.partition("\n")[0].split(",")
    return rows, {"fields": [field(name) for name in columns], "primaryKey": list(key or columns[:1])}


COUNTRIES = "code,name\nFJI,Fiji\nTON,Tonga\n"
PROVENANCE = "table,row_key,field,n,line\ncountries,FJI,name,1,{}\ncountries,TON,name,1,5\nvisits,a|FJI,year,1,7\n"
KEY = ("table", "row_key", "field", "n")


def report(folder: Path, old: Mapping[str, Table], new: Mapping[str, Table]) -> ChangesReport:
    packages = []
    for name, tables in (("old", old), ("new", new)):
        (folder / name).mkdir()
        Described(folder / name).write(dict(tables))
        packages.append(read_package(folder / name))
    return changes_report(compare(*packages), *packages)


def test_rows_of_provenance_are_counted_by_the_column_they_are_about(tmp_path: Path) -> None:
    found = report(
        tmp_path,
        {"countries": table(COUNTRIES), "provenance": table(PROVENANCE.format(4), *KEY)},
        {
            "countries": table(COUNTRIES.replace("Tonga", "Tonga (Kingdom)")),
            "provenance": table(
                PROVENANCE.format(3).replace("visits,a|FJI,year,1,7\n", "") + "visits,b|TON,kind,1,9\n", *KEY
            ),
        },
    )
    content = json.loads(found.as_json(["patch: 1 row changed in countries"]))
    assert [(row["table"], row["key"]) for row in content["rows"]] == [("countries", "TON")]
    assert [
        (rows["of_table"], rows["of_column"], rows["kind"], rows["rows"], rows["cells"]) for rows in content["counted"]
    ] == [
        ("countries", "name", "changed", 1, None),
        ("visits", "kind", "added", 1, None),
        ("visits", "year", "removed", 1, None),
    ]
    assert content["counted_because"] == {"provenance": "its rows follow from those of the other tables"}
    assert content["reasons"] == ["patch: 1 row changed in countries"]
    assert found.as_markdown() == (
        "**countries**: 1 changed\n\n"
        "- TON: name: Tonga -\\> Tonga (Kingdom)\n\n"
        "Rows that are counted here are listed by `mandate-data diff OLD NEW`, cell by cell.\n\n"
        "- **provenance**: 1 added, 1 removed, 1 changed; its rows follow from those of the other tables\n"
        "  - of countries: 1 changed\n"
        "  - of visits: 1 added, 1 removed\n"
    )


def test_a_table_of_another_primary_key_is_counted_with_the_columns_that_differ(tmp_path: Path) -> None:
    old = table("id,year,days\na,1999,5\nb,2000,7\nc,2001,9\n")
    new = table("id,year,days\na,1999,6\nb,2000,8\nd,2004,1\n", "id", "year")
    found = report(tmp_path, {"visits": old}, {"visits": new})
    assert [(change.kind, change.table) for change in found.listed.schema] == [("primary-key-changed", "visits")]
    assert found.listed.rows == []
    assert [(rows.kind, rows.because, rows.rows, rows.cells) for rows in found.counted] == [
        ("added", "primary-key-changed", 1, None),
        ("removed", "primary-key-changed", 1, None),
        ("rekeyed", "primary-key-changed", 2, {"days": 2}),
    ]
    assert found.as_markdown().endswith(
        "- **visits**: 1 added, 1 removed, 2 with a new key; its primary key is another one\n"
        "  - cells that differ: days 2\n"
    )


def test_a_table_that_is_new_and_one_that_is_gone_are_counted(tmp_path: Path) -> None:
    found = report(tmp_path, {"countries": table(COUNTRIES)}, {"people": table("id,name\na,A\nb,B\nc,C\n")})
    assert found.listed.rows == []
    assert [(rows.table, rows.kind, rows.because, rows.rows) for rows in found.counted] == [
        ("countries", "removed", "table-removed", 2),
        ("people", "added", "table-added", 3),
    ]


def test_without_a_change_nothing_is_counted(tmp_path: Path) -> None:
    same = {"countries": table(COUNTRIES), "provenance": table(PROVENANCE.format(4), *KEY)}
    found = report(tmp_path, same, same)
    assert json.loads(found.as_json()) == json.loads(NOTHING.as_json())
    assert found.as_markdown() == "No difference.\n"


def test_nothing_is_lost_between_two_releases() -> None:
    old, new = (read_package(ROOT / "build" / "releases" / version) for version in ("1.1.0", "2.0.0"))
    difference = compare(old, new)
    found = changes_report(difference, old, new)
    assert len(found.listed.rows) + sum(rows.rows for rows in found.counted) == len(difference.rows)
    assert {rows.table for rows in found.counted} & {change.table for change in found.listed.rows} == set()
    assert len(found.as_json()) < 700_000  # 11.6 MB with each row
