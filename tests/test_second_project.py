"""A project about something else goes through every command of the engine, with code of its own."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import mandate_data as md
import pytest
from calling import call
from lighthouses import release_lighthouses
from mandate_data.release.dist_contents import compare_forms
from mandate_data.scaffold import new_project, write_project

READER = '''"""Reader of the first source: the ship that is named last."""

import re

from mandate_data.extract.records import Extraction, Record

SHIP = re.compile(r"Its keeper was (?P<name>[A-Z][a-z]+) ")


def read(parsed, identifiers):
    result = Extraction()
    for index, text in enumerate(parsed.text):
        for match in SHIP.finditer(text):
            span = match.span("name")
            cells = {"first_name": parsed.printed(index, *span), "length": parsed.normalised("letters", index, *span)}
            result.records.append(Record("first_names", cells, parsed.place(index, *span)))
    return result
'''
NORMALISATIONS = '''"""Normalisations of this project."""

from mandate_data.extract.normalisations import Normalisation

NORMALISATIONS = (Normalisation("letters", "How many letters a word has.", len),)
'''
DERIVATIONS = '''"""Derivations of this project."""

from mandate_data.extract.records import Cell, CellName, Evidence

DERIVATIONS = {"initial-of-name": "The first letter of the name."}


def derive(merged, contract):
    for key in merged.rows["first_names"]:
        evidence = Evidence("derived", (), "initial-of-name", (CellName("first_names", key, "first_name"),))
        merged.put("first_names", key, "initial", Cell(key[0], evidence))
    return []
'''
FIRST_NAMES = """name: first_names
title: First names
description: First names of keepers.
fields:
  - {name: first_name, type: string, title: First name, description: As printed., constraints: {required: true}}
  - {name: length, type: integer, title: Length, description: In letters., constraints: {required: true}}
  - {name: initial, type: string, title: Initial, description: Its first letter., constraints: {required: true}}
primaryKey: [first_name]
missingValues: ['']
"""


@pytest.fixture(scope="module")
def lights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with a release, built; to look at and not to change."""
    root = tmp_path_factory.mktemp("projects") / "lights"
    release_lighthouses(root)
    built = call("build", folder=root)
    assert (built.returncode, built.stdout) == (0, "")
    return root


def test_it_builds_and_is_valid(lights: Path) -> None:
    done = call("validate", "build/package", folder=lights)
    assert (done.returncode, done.stdout) == (0, "no findings\n")


def test_a_value_is_traced_to_its_characters(lights: Path) -> None:
    done = call("trace", "lighthouses", "cape-agulhas", "height", folder=lights)
    assert done.returncode == 0
    assert done.stdout == (
        "lighthouses cape-agulhas\n"
        "\n"
        "height: 27\n"
        "  normalised by the rule number: A printed number in figures\n"
        "    raw/first-source/document.md:7:41\n"
        "      The Cape Agulhas light in South Africa, 27 metres tall,\n"
        "                                              ^^\n"
    )


def test_what_was_built_again_is_what_was_released(lights: Path) -> None:
    done = call("diff", "build/releases/1.0.0", "build/package", folder=lights)
    assert (done.returncode, done.stdout) == (0, "no difference\n")


def test_its_release_is_verified_and_has_binary_forms(lights: Path) -> None:
    assert call("verify", "--no-rebuild", folder=lights).returncode == 0
    done = call("dist", "1.0.0", folder=lights)
    assert done.returncode == 0, done.stderr
    assert (lights / "build" / "dist" / "1.0.0").is_dir()


def test_code_of_the_project_runs_in_the_build(tmp_path: Path) -> None:
    root = tmp_path / "lights"
    release_lighthouses(root)
    (root / "raw" / "first-source" / "reader.py").write_text(READER, encoding="utf-8")
    (root / "schemas" / "normalisations.py").write_text(NORMALISATIONS, encoding="utf-8")
    (root / "schemas" / "derivations.py").write_text(DERIVATIONS, encoding="utf-8")
    (root / "schemas" / "tables" / "first_names.yaml").write_text(FIRST_NAMES, encoding="utf-8")
    package = root / "schemas" / "package.yaml"
    package.write_text(package.read_text("utf-8").replace("  - keepers\n", "  - keepers\n  - first_names\n"), "utf-8")
    built = call("build", folder=root)
    assert (built.returncode, built.stdout) == (0, "")
    rows = json.loads((root / "build" / "package" / "json" / "first_names.json").read_text(encoding="utf-8"))
    assert rows == [{"first_name": "Ann", "length": 3, "initial": "A"}]
    traced = call("trace", "first_names", "Ann", "initial", folder=root).stdout
    assert traced == (
        "first_names Ann\n"
        "\n"
        "initial: A\n"
        "  derived by the rule initial-of-name: The first letter of the name\n"
        "    from first_names Ann first_name: Ann\n"
    )
    diff = call("diff", "build/releases/1.0.0", "build/package", folder=root).stdout
    assert "minor: table first_names" in diff


@pytest.mark.parametrize(
    ("file", "code", "message"),
    [
        (
            "raw/first-source/reader.py",
            "def read(:\n",
            "data: raw/first-source/reader.py:1: SyntaxError: invalid syntax; correct the code\n",
        ),
        (
            "schemas/derivations.py",
            "def derive(merged, contract):\n    return nothing\n",
            "data: schemas/derivations.py:2: ",
        ),
        ("schemas/normalisations.py", "NORMALISATIONS = 1 / 0\n", "schemas/normalisations.py:1: ZeroDivisionError: "),
        (
            "schemas/every_source.py",
            "VALUE = 1\n",
            "schemas/every_source.py: has no function read(parsed, identifiers)",
        ),
    ],
)
def test_code_that_does_not_run_is_one_line_and_the_package_stays(
    file: str, code: str, message: str, tmp_path: Path
) -> None:
    root = tmp_path / "lights"
    release_lighthouses(root)
    assert call("build", folder=root).returncode == 0
    before = (root / "build" / "package" / "datapackage.json").read_bytes()
    (root / file).write_text(code, encoding="utf-8")
    done = call("build", folder=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1
    assert (root / "build" / "package" / "datapackage.json").read_bytes() == before


def test_a_folder_without_schemas_is_one_line(tmp_path: Path) -> None:
    done = call("build", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "mandate-data: schemas/package.yaml: no such file; run this in the project's folder\n"


CATCHES = """name: catches
title: Catches
description: Birds that were ringed.
fields:
  - {name: species, type: string, title: Species, description: Its name., constraints: {required: true}}
  - name: wing
    type: number
    title: Wing
    description: Mean length in mm.
    x-normalisation: number
    constraints: {required: true, maximum: 1000}
primaryKey: [species]
missingValues: ['']
"""
REPORT = """# A report

## Wings

| Species | Wing |
|---|---|
| Robin | 723.5 |
| Wren | 48 |
"""
READ_CATCHES = '''"""Reader of the report: the rows of its table."""

import re

from mandate_data.extract.records import Extraction, Record

ROW = re.compile(r"(?P<species>[A-Z][a-z]+) \\| (?P<wing>\\d[\\d.]*)")


def read(parsed, identifiers):
    result = Extraction()
    for index, text in enumerate(parsed.text):
        for match in ROW.finditer(text):
            cells = {
                "species": parsed.printed(index, *match.span("species")),
                "wing": parsed.normalised("number", index, *match.span("wing")),
            }
            result.records.append(Record("catches", cells, parsed.place(index, *match.span())))
    return result
'''
ERRATUM = {
    "erratum_id": "wing-of-robin",
    "kind": "error",
    "table": "catches",
    "row_key": "Robin",
    "field": "wing",
    "as_printed": "723.5",
    "published": "72.35",
    "status": "corrected",
    "reason": "No robin has wings of more than seventy centimetres; the point is one digit too far right.",
    "line_contains": "| 723.5 |",
    "expects": 1,
}


@pytest.fixture
def birds(tmp_path: Path) -> Path:
    """A project with a table in its source."""
    root = tmp_path / "birds"
    write_project(root, new_project(root))
    package = root / "schemas" / "package.yaml"
    package.write_text(package.read_text("utf-8").replace("- facts\n", "- catches\n"), "utf-8")
    (root / "schemas" / "tables" / "facts.yaml").unlink()
    (root / "schemas" / "tables" / "catches.yaml").write_text(CATCHES, encoding="utf-8")
    source = root / "raw" / "first-source"
    (source / "document.md").write_text(REPORT, encoding="utf-8")
    (source / "reader.py").write_text(READ_CATCHES, encoding="utf-8")
    (source / "extraction.yaml").write_text("names_itself: A report\nsections: []\n", encoding="utf-8")
    return root


def with_errata(root: Path, *changes: dict[str, object], source: str = "first-source") -> str:
    """What `build` says of the project with an erratum for each set of changes."""
    path = root / "raw" / source / "errata.yaml"
    path.write_text(json.dumps([ERRATUM | change for change in changes], indent=1), encoding="utf-8")
    return call("build", folder=root).stderr


def test_an_erratum_finds_its_line_as_it_is_written(birds: Path) -> None:
    said = with_errata(birds, {})
    assert said.startswith("build/package: "), said
    rows = json.loads((birds / "build" / "package" / "json" / "catches.json").read_text(encoding="utf-8"))
    assert rows == [{"species": "Robin", "wing": 72.35}, {"species": "Wren", "wing": 48}]
    (address,) = md.load(birds / "build" / "package", raw=birds / "raw")["errata"].where("wing-of-robin", "as_printed")
    assert (address.line, address.text) == (7, "723.5")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"published": "abc"},
            "raw/first-source/errata.yaml:2: published: 'abc' is not of the type number, as catches.wing is",
        ),
        (
            {"published": "7235"},
            "raw/first-source/errata.yaml:2: published: 7235 is greater than the maximum of 1000, as catches.wing asks",
        ),
        (
            {"published": "723.5"},
            "raw/first-source/errata.yaml:2: error: erratum wing-of-robin: nothing is corrected, as '723.5' is both "
            "printed and published [erratum-stale]",
        ),
        (
            {"row_key": "Wren", "published": "48"},
            "raw/first-source/errata.yaml:2: error: erratum wing-of-robin: nothing is corrected, as catches Wren is "
            "not read where '| 723.5 |' is printed [erratum-stale]",
        ),
        (
            {"line_contains": "| 723.6 |"},
            "raw/first-source/errata.yaml:2: error: erratum wing-of-robin: expected '| 723.6 |' 1 times in "
            "raw/first-source/document.md, found it 0 times [erratum-stale]",
        ),
    ],
)
def test_an_erratum_for_nothing_is_refused_at_its_line(change: dict[str, object], message: str, birds: Path) -> None:
    said = with_errata(birds, change).splitlines()
    assert message in [line.removeprefix("mandate-data: ") for line in said]
    blamed = [line.removeprefix("mandate-data: ") for line in said if "error: " in line or "mandate-data: " in line]
    assert all(line.startswith("raw/first-source/errata.yaml:2: ") for line in blamed)


def test_two_errata_of_one_id_are_refused(birds: Path) -> None:
    said = with_errata(birds, {}, {})
    assert said == (
        "mandate-data: raw/first-source/errata.yaml:15: there is another erratum 'wing-of-robin', in "
        "raw/first-source/errata.yaml:2; rename or delete one of them\n"
    )
    shutil.copytree(birds / "raw" / "first-source", birds / "raw" / "second-source")
    descriptor = birds / "raw" / "second-source" / "source.yaml"
    descriptor.write_text(descriptor.read_text("utf-8").replace("first-source", "second-source"), encoding="utf-8")
    with_errata(birds, {})
    assert with_errata(birds, {}, source="second-source") == (
        "mandate-data: raw/second-source/errata.yaml:2: there is another erratum 'wing-of-robin', in "
        "raw/first-source/errata.yaml:2; rename or delete one of them\n"
    )


def test_a_table_without_a_primary_key_is_refused_at_its_schema(birds: Path) -> None:
    schema = birds / "schemas" / "tables" / "catches.yaml"
    schema.write_text(CATCHES.replace("primaryKey: [species]\n", ""), encoding="utf-8")
    assert call("build", folder=birds).stderr == (
        "mandate-data: schemas/tables/catches.yaml:1: the file: lacks 'primaryKey'; add it: the columns whose values "
        "tell each row from the others\n"
    )


def test_a_source_is_begun_in_any_project(tmp_path: Path) -> None:
    root = tmp_path / "rooms"
    write_project(root, new_project(root))
    (root / "terns.md").write_text("# Terns of the reef\n\nIn 2019 there were 3 terns.\n", encoding="utf-8")
    done = call("new-source", "terns-2019", "terns.md", "--published", "2019", folder=root)
    names = ("source.yaml", "document.md", "extraction.yaml", "errata.yaml")
    assert (done.returncode, done.stdout.splitlines()) == (0, [f"raw/terns-2019/{name}" for name in names])
    assert done.stderr == (
        "rows found: none\n"
        "next: restate raw/terns-2019/document.md in your own words and delete its first line, fill in what is empty "
        "in source.yaml, say in extraction.yaml where the facts are, then run mandate-data build\n"
    )
    assert sorted(path.name for path in (root / "raw" / "terns-2019").iterdir()) == sorted(names)
    assert call("build", folder=root).stderr == (
        "mandate-data: raw/terns-2019/source.yaml:4: publisher: is empty; fill it in\n"
    )
    source = root / "raw" / "terns-2019"
    (source / "source.yaml").write_text((source / "source.yaml").read_text("utf-8").replace("''", "Reef"), "utf-8")
    (source / "document.md").write_text("# Terns of the reef\n\nThere were terns.\n", encoding="utf-8")
    built = call("build", folder=root)
    assert (built.returncode, built.stderr.splitlines()[0]) == (0, "build/package: 6 tables, 9 rows")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEC species FROM catches", 'near "SELEC": syntax error'),
        ("SELECT weight FROM catches", "no such column: weight"),
        ("SELECT * FROM nests", "no such table: main.nests"),
        ("", "incomplete input"),
    ],
)
def test_a_view_that_can_not_be_asked_is_refused_at_its_file(query: str, said: str, birds: Path) -> None:
    (birds / "schemas" / "views").mkdir()
    (birds / "schemas" / "views" / "long.sql").write_text(query, encoding="utf-8")
    done = call("build", folder=birds)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"mandate-data: schemas/views/long.sql: SQLite says {said!r}; correct the query\n"


def test_forms_made_with_other_views_are_called_so(tmp_path: Path) -> None:
    root = tmp_path / "lights"
    release_lighthouses(root)
    tall = root / "schemas" / "views" / "tall.sql"
    tall.parent.mkdir()
    tall.write_text("SELECT name FROM lighthouses WHERE height > 25", encoding="utf-8")
    assert call("dist", folder=root).returncode == 0
    dist, release = root / "build" / "dist" / "1.0.0", root / "build" / "releases" / "1.0.0"
    assert compare_forms(dist, release, root) == ([], [])
    tall.write_text("SELECT name FROM lighthouses WHERE height > 20", encoding="utf-8")
    end = "was made with other views than schemas/views has; make the binary forms again (mandate-data dist)"
    stem = dist / "lighthouses-1.0.0"
    assert compare_forms(dist, release, root)[0] == [f"{stem}.sqlite: {end}", f"{stem}.xlsx: {end}"]
    with closing(sqlite3.connect(f"{stem}.sqlite")) as database, database:
        database.execute("UPDATE lighthouses SET height = 1")
    assert compare_forms(dist, release, root)[0][0] == (
        f"{stem}.sqlite: is not what the release gives; make it again (mandate-data dist)"
    )


def test_a_view_of_what_an_older_release_lacks_is_left_out_of_its_forms(tmp_path: Path) -> None:
    root = tmp_path / "lights"
    release_lighthouses(root)
    (root / "schemas" / "tables" / "first_names.yaml").write_text(FIRST_NAMES, encoding="utf-8")
    package = root / "schemas" / "package.yaml"
    package.write_text(package.read_text("utf-8").replace("  - keepers\n", "  - keepers\n  - first_names\n"), "utf-8")
    (root / "schemas" / "views").mkdir()
    for name, table in (("short", "first_names"), ("tall", "lighthouses")):
        (root / "schemas" / "views" / f"{name}.sql").write_text(f"SELECT * FROM {table}", encoding="utf-8")
    assert call("dist", folder=root).returncode == 0
    with closing(sqlite3.connect(root / "build" / "dist" / "1.0.0" / "lighthouses-1.0.0.sqlite")) as database:
        assert database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall() == [("tall",)]
