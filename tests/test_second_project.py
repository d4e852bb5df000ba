"""A project about something else goes through every command of the engine, with code of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import call
from lighthouses import release_lighthouses

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
        ("raw/first-source/reader.py", "def read(:\n", "raw/first-source/reader.py:1: SyntaxError: "),
        ("schemas/derivations.py", "def derive(merged, contract):\n    return nothing\n", "schemas/derivations.py:2: "),
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
