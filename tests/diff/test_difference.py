"""The difference between two packages: schemas, rows by key and cell by cell, and the version that it makes."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from calling import call
from conftest import ROOT, ProjectCopy
from foreign_packages import Described, field, refers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mandate_data.diff.changes import Difference
from mandate_data.diff.compare import compare
from mandate_data.diff.render import FORMATS, MOST_ROWS, as_markdown, as_text
from mandate_data.diff.version_bump import Judgement, judge
from mandate_data.errors import InputError
from mandate_data.package.read import read_package
from mandate_data.package.row_titles import RowTemplates

Table = tuple[str, Mapping[str, Any]]
COUNTRIES: Table = (
    "iso3,name\nFJI,Fiji\nMDV,Maldives\nTON,Tonga\n",
    {"fields": [field("iso3"), field("name")], "primaryKey": ["iso3"]},
)
VISITS: Table = (
    "id,country,year,days\nfiji,FJI,1999,5\nmaldives,MDV,2000,7\n",
    {
        "fields": [field("id"), field("country"), field("year", "year", minimum=1990), field("days", "integer")],
        "primaryKey": ["id"],
        "foreignKeys": [refers("country", "countries", "iso3")],
    },
)  # fmt: skip
TABLES = {"countries": COUNTRIES, "visits": VISITS}


@pytest.fixture
def difference(tmp_path: Path) -> Any:
    def compared(
        new: Mapping[str, Table],
        old: Mapping[str, Table] = TABLES,
        templates: Mapping[str, RowTemplates] | None = None,
    ) -> tuple[Difference, Judgement]:
        packages = []
        for name, tables in (("old", old), ("new", new)):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
            (tmp_path / name).mkdir()
            Described(tmp_path / name).write(dict(tables))
            packages.append(read_package(tmp_path / name))
        found = compare(*packages, templates)
        return found, judge(found, packages[0])

    return compared


def with_rows(table: str, old: str, new: str) -> dict[str, Table]:
    text, schema = TABLES[table]
    assert old in text
    return {**TABLES, table: (text.replace(old, new), schema)}


def with_schema(table: str, change: Any) -> dict[str, Table]:
    text, schema = TABLES[table]
    copy = json.loads(json.dumps(schema))
    change(copy)
    return {**TABLES, table: (text, copy)}


def test_the_same_package_gives_an_empty_difference(difference: Any) -> None:
    found, judged = difference(TABLES)
    assert found == Difference([], [])
    assert found.empty
    assert (judged.weight, judged.reasons, judged.after("1.2.3")) == ("none", (), "1.2.3")
    assert as_text(found) == "no difference\n"
    assert as_markdown(found) == "No difference.\n"
    assert json.loads(FORMATS["json"](found, ())) == {"schema": [], "rows": [], "reasons": []}


REFERRED = "major: 1 row removed from countries that others referred to"
REKEYED = "major: 1 row of countries under another key that others referred to"
ROW_CASES = [
    ("visits", "maldives,", "tonga,TON,2001,3\nmaldives,", "visits\n  + tonga\n", "minor: 1 row added to visits"),
    ("visits", "fiji,FJI,1999,5\n", "", "visits\n  - fiji\n", "patch: 1 row removed from visits"),
    ("visits", "1999,5", "1999,6", "visits\n  ~ fiji: days: 5 -> 6\n", "patch: 1 row changed in visits"),
    ("visits", "1999,5", "1999,", "visits\n  ~ fiji: days: 5 -> (none)\n", "patch: 1 row changed in visits"),
    ("visits", "fiji,F", "fidji,F", "visits\n  > fiji -> fidji\n", "patch: 1 row of visits under another key"),
    ("countries", "TON,Tonga\n", "", "countries\n  - TON\n", "patch: 1 row removed from countries"),
    ("countries", "FJI,Fiji\n", "", "countries\n  - FJI\n", REFERRED),
    ("countries", "FJI,Fiji", "FIJ,Fiji", "countries\n  > FJI -> FIJ\n", REKEYED),
]


@pytest.mark.parametrize(("table", "old", "new", "text", "reason"), ROW_CASES)
def test_a_change_of_a_row(difference: Any, table: str, old: str, new: str, text: str, reason: str) -> None:
    found, judged = difference(with_rows(table, old, new))
    assert as_text(found) == text
    assert judged.reasons == (reason,)
    assert not found.schema


def column(at: int, **properties: Any) -> Any:
    return lambda schema: schema["fields"][at].update(properties)


SCHEMA_CASES: list[tuple[str, Any, str]] = [
    ("visits", column(3, type="number"), 'major: type of visits.days is "number", was "integer"'),
    (
        "visits",
        column(2, constraints={"minimum": 1991}),
        "major: minimum of visits.year is 1991, was 1990 (stricter)",
    ),
    (
        "visits",
        column(2, constraints={"minimum": 1980}),
        "minor: minimum of visits.year is 1980, was 1990 (less strict)",
    ),
    (
        "visits",
        column(2, constraints={"minimum": 1990, "maximum": 2026}),
        "major: maximum of visits.year is 2026, was not set (stricter)",
    ),
    ("visits", column(2, constraints={}), "minor: minimum of visits.year is not set, was 1990 (less strict)"),
    (
        "visits",
        column(1, constraints={"required": True}),
        "major: required of visits.country is true, was not set (stricter)",
    ),
    (
        "visits",
        column(1, constraints={"pattern": "F.*"}),
        'major: pattern of visits.country is "F.*", was not set (stricter)',
    ),
    ("visits", column(1, title="Land"), "patch: title of visits.country changed"),
    ("visits", lambda s: s.update(primaryKey=["country"]), "major: primary key of visits is country, was id"),
    ("visits", lambda s: s.pop("foreignKeys"), "minor: foreign key visits (country) to countries (iso3) removed"),
    (
        "countries",
        lambda s: s.update(foreignKeys=[refers("iso3", "", "iso3")]),
        "major: foreign key countries (iso3) to countries (iso3) added",
    ),
    ("countries", lambda s: s.update(missingValues=["-"]), 'major: missing values of countries are ["-"], were [""]'),
]


@pytest.mark.parametrize(("table", "change", "reason"), SCHEMA_CASES)
def test_a_change_of_a_schema(difference: Any, table: str, change: Any, reason: str) -> None:
    found, judged = difference(with_schema(table, change))
    assert [text for text in judged.reasons if "row" not in text] == [reason]
    assert found.schema


def test_a_pattern_that_changed_may_be_stricter(difference: Any) -> None:
    new, old = (with_schema("visits", column(1, constraints={"pattern": pattern})) for pattern in ("F.*", ".*"))
    assert difference(new, old)[1].reasons == ('major: pattern of visits.country is "F.*", was ".*"',)


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        ("^([A-Z|)]+)$", "^([A-Z|)]+|[a-z]+)$", "minor"),
        ("^(?:F|x(a|b))$", "^(E|x(a|b)|F)$", "minor"),
        ("^(F|G)$", "^(F)$", "major"),
        ("^(F)(G)$", "^(F)(G|H)$", "major"),
        ("^(F)$", "^(F)(?=G)$", "major"),
        ("^(F)$", "^((?i)G|F)$", "major"),
        (r"^(F\|)$", r"^(F\||G)$", "minor"),
        (r"^([(?:x]|F)$", r"^([(x]|F|G)$", "major"),
        (r"^(\(?:|F)$", r"^(\(|F|G)$", "major"),
        (r"^(F|(a)\1)$", r"^((b)|F|(a)\1)$", "major"),
    ],
)
def test_a_pattern_with_alternatives_more_lets_more_through(
    difference: Any, before: str, after: str, weight: str
) -> None:
    new, old = (with_schema("visits", column(1, constraints={"pattern": one})) for one in (after, before))
    (reason,) = difference(new, old)[1].reasons
    assert reason.startswith(f"{weight}: pattern of visits.country is ")


@pytest.mark.parametrize(
    ("before", "after", "weight"),
    [
        (["a", "b"], ["a", "b", "c"], "minor"),
        (["a", "b"], ["b"], "major"),
        (["a", "b"], ["a", "c"], "major"),
        (None, ["a"], "major"),
        (["a"], None, "minor"),
    ],
)
def test_an_enumeration_that_lets_less_through_is_stricter(
    difference: Any, before: list[str] | None, after: list[str] | None, weight: str
) -> None:
    def table(values: list[str] | None) -> dict[str, Table]:
        return {"t": ("a\na\n", {"fields": [field("a", **({"enum": values} if values else {}))], "primaryKey": ["a"]})}

    assert difference(table(after), table(before))[1].weight == weight


def test_tables_that_come_and_go(difference: Any) -> None:
    found, judged = difference({"countries": COUNTRIES, "more": COUNTRIES})
    assert judged.reasons == ("major: table visits removed", "minor: table more added")
    assert [(change.table, change.kind) for change in found.rows] == [("visits", "removed")] * 2 + [
        ("more", "added")
    ] * 3


def test_columns_that_come_go_and_change_places(difference: Any) -> None:
    text = "id,year,country,note\nfiji,1999,FJI,calm\nmaldives,2000,MDV,\n"
    schema = {
        **VISITS[1],
        "fields": [VISITS[1]["fields"][0], VISITS[1]["fields"][2], VISITS[1]["fields"][1], field("note")],
    }
    found, judged = difference({**TABLES, "visits": (text, schema)})
    assert judged.reasons == (
        "major: column visits.days removed",
        "major: column visits.note added",
        "major: columns of visits in another order: id, year, country",
    )
    assert not found.rows  # said once, of the column


@pytest.mark.parametrize(("column", "position"), [("days", 3), ("id", 0)])
def test_a_renamed_column_is_recognised_by_its_values(difference: Any, column: str, position: int) -> None:
    text, schema = VISITS
    copy = json.loads(json.dumps(schema).replace(f'"{column}"', '"other"'))
    header, rows = text.split("\n", 1)
    found, judged = difference({**TABLES, "visits": (header.replace(column, "other") + "\n" + rows, copy)})
    assert judged.reasons == (f"major: column visits.{column} renamed to other",)
    assert judged.after("1.4.2") == "2.0.0"
    assert not found.rows


def test_a_row_in_between_renumbers_those_behind_it(difference: Any) -> None:
    schema = {"fields": [field("id"), field("symbol")], "primaryKey": ["id"]}
    rows = ["A/1", "A/2", "A/1", "A/3"]

    def table(symbols: list[str]) -> dict[str, Table]:
        lines = "".join(f"h:{number:02d},{symbol}\n" for number, symbol in enumerate(symbols, 9))
        return {"t": ("id,symbol\n" + lines, schema)}

    found, judged = difference(table([*rows[:1], "A/9", *rows[1:]]), table(rows))
    assert as_text(found) == "t\n  + h:10\n  > h:10 -> h:11\n  > h:11 -> h:12\n  > h:12 -> h:13\n"
    assert judged.after("1.0.0") == "1.1.0"


def test_a_line_that_moved_is_the_same_address(difference: Any) -> None:
    fields = [field("key"), field("line", "integer"), field("reader")]
    schema = {"fields": fields, "primaryKey": ["key", "line"]}
    old = {"t": ("key,line,reader\na,7,r\nb,8,r\nb,11,r\n", schema)}
    new = {"t": ("key,line,reader\na,7,r\nb,9,r\nb,12,r\nc,8,r\n", schema)}
    assert as_text(difference(new, old)[0]) == "t\n  > b|11 -> b|12\n  > b|8 -> b|9\n  + c|8\n"


def test_rows_without_a_key_are_compared_whole(difference: Any) -> None:
    schema = {"fields": [field("a"), field("b")]}
    found, _ = difference({"t": ("a,b\nx,1\nx,1\ny,2\n", schema)}, {"t": ("a,b\nx,1\nz,2\n", schema)})
    assert sorted((change.kind, change.key) for change in found.rows) == [
        ("added", "x|1|2"), ("added", "y|2"), ("removed", "z|2")
    ]  # fmt: skip


def test_markdown_tells_the_first_rows_and_how_many_more(difference: Any) -> None:
    many = "".join(f"T{number:02d},Land {number}\n" for number in range(MOST_ROWS + 3))
    text = as_markdown(difference(with_rows("countries", "TON,Tonga\n", "TON,Tonga\n" + many))[0])
    assert text.startswith("**countries**: 23 added\n\n- Land 0 (T00)\n- Land 1 (T01)\n")
    assert text.endswith("- Land 19 (T19)\n- and 3 more\n")


def test_markdown_names_rows_and_what_they_refer_to(difference: Any) -> None:
    text, schema = VISITS
    titled = [{**one, "title": one["name"].capitalize()} for one in schema["fields"]]
    visits = (text.replace("fiji,FJI", "fiji,TON") + "tonga,TON,2001,2\n", {**schema, "fields": titled})
    assert as_markdown(difference({**TABLES, "visits": visits})[0]) == (
        "- title of visits (id, country, year, days) changed\n\n"
        "**visits**: 1 added\n\n- tonga: Country: Tonga (TON); Year: 2001; Days: 2\n\n"
        "**visits**: 1 changed\n\n- fiji: Country: Fiji (FJI) -\\> Tonga (TON)\n"
    )


def test_values_that_a_column_allows_are_compared(difference: Any) -> None:
    def allow(*values: str) -> Table:
        return COUNTRIES[0], {**COUNTRIES[1], "fields": [field("iso3"), field("name", enum=list(values))]}

    old = {"countries": allow("Fiji", "Maldives", "Tonga", "Palau")}
    found = difference({"countries": allow("Tonga", "Samoa", "Fiji", "Maldives")}, old)[0]
    assert as_text(found) == "values allowed in countries.name: Samoa added; Palau removed\n"


def test_no_cell_ends_a_line_of_the_text(difference: Any) -> None:
    found, _ = difference(with_rows("countries", "TON,Tonga", 'TON,"Tonga\nmajor: all is lost\x1b[31m"'))
    assert as_text(found) == "countries\n  ~ TON: name: Tonga -> Tonga\\nmajor: all is lost\\x1b[31m\n"


def test_rows_without_a_name_are_called_as_their_table_schema_says(difference: Any) -> None:
    visits = with_rows("visits", "maldives,MDV,2000,7\n", "maldives,MDV,2000,7\ntonga,TON,2001,3\n")
    found = difference(visits, templates={"visits": RowTemplates(["{country} in {year}"])})[0]
    assert as_markdown(found) == "**visits**: 1 added\n\n- Tonga in 2001 (tonga): country: Tonga (TON); days: 3\n"


def test_markdown_takes_no_cell_for_markup(difference: Any) -> None:
    found, _ = difference(with_rows("countries", "Tonga", "<script>*Tonga*_|#"))
    assert (
        as_markdown(found) == "**countries**: 1 changed\n\n- TON: name: Tonga -\\> \\<script\\>\\*Tonga\\*\\_\\|\\#\n"
    )


def test_the_version_and_the_date_are_no_difference(tmp_path: Path) -> None:
    for name, properties in (("old", {}), ("new", {"version": "9.9.9", "created": "2030-01-01T00:00:00Z"})):
        (tmp_path / name).mkdir()
        package = Described(tmp_path / name)
        package.write(dict(TABLES))
        descriptor = package.descriptor() | properties
        (tmp_path / name / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert compare(read_package(tmp_path / "old"), read_package(tmp_path / "new")).empty
    descriptor |= {"name": "another", "title": "Another"}
    (tmp_path / "new" / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    found = compare(read_package(tmp_path / "old"), read_package(tmp_path / "new"))
    assert [change.kind for change in found.schema] == ["package-renamed", "description-changed"]


KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=6)
ROWS = KEYS.flatmap(lambda keys: st.tuples(*(st.tuples(st.just(key), st.sampled_from("xyz")) for key in keys)))


@given(old=ROWS, new=ROWS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_applied_to_the_old_rows_a_difference_gives_the_new_ones(difference: Any, old: Any, new: Any) -> None:
    schema = {"fields": [field("k"), field("v")], "primaryKey": ["k"]}
    tables = [{"t": ("k,v\n" + "".join(f"{k},{v}\n" for k, v in sorted(rows)), schema)} for rows in (old, new)]
    rows = dict(old)
    found = difference(tables[1], tables[0])[0].rows
    for change in found:
        if change.kind in ("removed", "rekeyed"):
            rows.pop(change.old_key or change.key)
    for change in found:
        if change.kind == "rekeyed":
            rows[change.key] = dict(old)[change.old_key]
        elif change.kind != "removed":
            rows[change.key] = next(cell.after for cell in change.cells if cell.column == "v")
    assert rows == dict(new)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("iso3,nom\nFJI,Fiji\n", "countries.csv:1: not the columns of the schema; validate the package first"),
        ("iso3,name\nFJI\n", "countries.csv:2: not the columns of the schema; validate the package first"),
        (
            'iso3,name\nFJI,"Fiji\n',
            "countries.csv:2: a quote is opened here and not closed; validate the package first",
        ),
        (None, "countries.csv: no such file; validate the package first"),
    ],
)
def test_a_package_that_can_not_be_read_is_refused(tmp_path: Path, content: str | None, message: str) -> None:
    Described(tmp_path).write({"countries": (content or "", COUNTRIES[1])})
    if content is None:
        (tmp_path / "countries.csv").unlink()
    with pytest.raises(InputError) as refused:
        read_package(tmp_path)
    assert str(refused.value) == f"{tmp_path}/{message}"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return call("diff", *arguments, folder=ROOT)


def test_the_command_tells_the_difference_and_refuses_what_is_none(package: Path, tmp_path: Path) -> None:
    assert run(str(package), str(package / "datapackage.json")).stdout == "no difference\n"
    wrong = run(str(package), str(tmp_path / "nowhere"))
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr == f"mandate-data: {tmp_path}/nowhere: no such folder; name the folder of a data package\n"
    assert run(str(package), str(package), "--format", "xml").stderr == (
        "mandate-data: --format 'xml': unknown; known formats: text, json, markdown\n"
    )


@pytest.mark.slow
def test_a_visit_added_to_a_source_is_told_as_one_row_of_each_table(package: Path, project: ProjectCopy) -> None:
    row = "| Mission to Japan (19-26 October 2015) (A/HRC/31/58/Add.1) |"
    project.edit(
        "raw/handbook-2016/document.md", row, f"{row}\n| Mission to Peru (1-5 March 2015) (A/HRC/31/58/Add.3) |"
    )
    assert project.build().accepted
    old = read_package(package)
    found = compare(old, read_package(project.root / "build" / "package"))
    added = {
        (change.table, change.key) for change in found.rows if change.kind == "added" and change.table != "provenance"
    }
    assert added == {
        ("countries", "PER"), ("documents", "A/HRC/31/58/Add.3"), ("country_visits", "sale-of-children/2015-per"),
        ("visit_countries", "sale-of-children/2015-per|PER"), ("events", "visit-sale-of-children-2015-per"),
        ("citations", "handbook-2016/annex-2/a-hrc-31-58-add-3"),
    }  # fmt: skip
    assert {change.kind for change in found.rows if change.table == "citations"} == {"added"}
    judged = judge(found, old)
    assert judged.after("1.0.0") == "1.1.0"
    assert "minor: 1 row added to country_visits" in judged.reasons


def _years(*rows: tuple[int, str]) -> str:
    return "year,done\n" + "".join(f"{year},{done}\n" for year, done in rows)


def test_a_window_of_years_that_moves_on_pairs_no_other_years(tmp_path: Path) -> None:
    schema = {"fields": [field("year", "integer"), field("done", "boolean")], "primaryKey": ["year"]}
    packages = []
    for name, years in (("old", (2019, 2020, 2021)), ("new", (2020, 2021, 2022))):
        folder = tmp_path / name
        folder.mkdir()
        Described(folder).write({"t": (_years(*((year, "true") for year in years)), schema)})
        packages.append(read_package(folder))
    difference = compare(*packages)
    assert [(change.kind, change.key) for change in difference.rows] == [("removed", "2019"), ("added", "2022")]
    assert judge(difference, packages[0]).weight == "minor"


def test_a_pattern_with_another_kind_of_group_is_the_same(tmp_path: Path) -> None:
    patterns = {"old": "(?:x|y)", "new": "(x|y)", "other": "(x|z)"}
    for name, pattern in patterns.items():
        (tmp_path / name).mkdir()
        described = {"name": "a", "type": "string", "constraints": {"pattern": pattern}}
        Described(tmp_path / name).write({"t": ("a\nx\n", {"fields": [described]})})
    old, new, other = (read_package(tmp_path / name) for name in patterns)
    assert compare(old, new).empty
    assert [change.kind for change in compare(new, other).schema] == ["constraint-changed"]


@pytest.mark.parametrize(
    ("kind", "spelled_out"),
    [
        ("number", {"bareNumber": True, "decimalChar": "."}),
        ("boolean", {"trueValues": ["true", "True", "TRUE", "1"], "falseValues": ["false", "False", "FALSE", "0"]}),
        ("list", {"delimiter": ",", "itemType": "string"}),
        ("string", {"missingValues": [""]}),
    ],
)
def test_a_default_of_a_field_spelled_out_is_no_change(
    kind: str, spelled_out: dict[str, object], tmp_path: Path
) -> None:
    for name, stated in (("old", {}), ("new", spelled_out)):
        (tmp_path / name).mkdir()
        Described(tmp_path / name).write({"t": ("a\n", {"fields": [{"name": "a", "type": kind, **stated}]})})
    assert compare(read_package(tmp_path / "old"), read_package(tmp_path / "new")).empty


def test_what_a_schema_says_of_itself_is_compared(tmp_path: Path) -> None:
    schema = {"fields": [{"name": "a", "type": "string"}]}
    for name, said in (
        ("old", {}),
        ("new", {"title": "T", "custom:unit": "m", "missingValues": [{"value": "", "label": "none"}]}),
    ):
        (tmp_path / name).mkdir()
        Described(tmp_path / name).write({"t": ("a\nx\n", {**schema, **said})})
    old, new = (read_package(tmp_path / name) for name in ("old", "new"))
    difference = compare(old, new)
    assert [(change.kind, change.table, change.property) for change in difference.schema] == [
        ("description-changed", "t", "missingValues"),
        ("description-changed", "t", "schema.custom:unit"),
        ("description-changed", "t", "schema.title"),
    ]
    assert judge(difference, old).weight == "patch"


def test_a_package_of_the_other_version_of_the_standard_is_a_change(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        Described(tmp_path / name).write({"t": ("a\nx\n", {"fields": [{"name": "a", "type": "string"}]})})
    path = tmp_path / "new" / "datapackage.json"
    path.write_text(path.read_text().replace("profiles/2.0", "profiles/1.0"), encoding="utf-8")
    difference = compare(read_package(tmp_path / "old"), read_package(tmp_path / "new"))
    assert [(change.kind, change.property) for change in difference.schema] == [("description-changed", "$schema")]


def test_defaults_spelled_out_are_no_change_and_files_are_seen(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, described in (
        (old, {"name": "a"}),
        (new, {"name": "a", "type": "any", "format": "default", "constraints": {"required": False}}),
    ):
        folder.mkdir()
        Described(folder).write({"t": ("a\nx\n", {"fields": [described]})})
    assert compare(read_package(old), read_package(new)).empty
    (new / "map.png").write_bytes(b"\x89PNG")
    Described(new).describe([*Described(new).descriptor()["resources"], {"name": "map", "path": "map.png"}])
    difference = compare(read_package(old), read_package(new))
    assert [(change.kind, change.table) for change in difference.schema] == [("file-added", "map")]
    assert judge(difference, read_package(old)).weight == "minor"
