"""Mistakes in a project's Table Schemas and package.yaml are one line with its place; the last good package stays."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from calling import call
from conftest import ROOT
from mandate_data.package.data_tables import COLUMNS, KEYS, mistakes_about_the_data, type_of
from mandate_data.package.table_schemas import load_contract
from reading_rooms import change, refused

FACTS, PROVENANCE, CLAIMS = (f"schemas/tables/{name}.yaml" for name in ("facts", "provenance", "claims"))
PACKAGE = "schemas/package.yaml"
KEY = "primaryKey: [fact_id]"
OF_TABLES = (
    "name, title, description, x-listed, x-row-title, x-row-short-title, x-reference, fields, primaryKey, foreignKeys, "
    "missingValues"
)
OF_COLUMNS = (
    "name, type, format, title, description, example, rdfType, x-normalisation, x-assigned, x-in-any-capitals, "
    "x-general, x-attribute, x-tables, constraints"
)
OF_PACKAGES = "name, title, description, version, homepage, keywords, licenses, contributors, tables"
NUMBER = "    description: The figure.\n    constraints:\n"
LICENCE = "  - name: CC-BY-4.0\n    title: Creative Commons Attribution 4.0 International\n"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: Facts\n", "", "1: the file: lacks 'title'; add it: what people call the table"),
        ("title: Facts\n", "title:\n", "2: title: is empty; fill it in"),
        ("title: Facts\n", "title: [a]\n", "2: title: ['a'] is not of type 'string'; write a text"),
        ("    title: Fact\n", "", "5: fields/0: lacks 'title'; add it: what people call the column"),
        (
            "    description: The figure.\n",
            "",
            "19: fields/2: lacks 'description'; add it: what a value of the column is",
        ),
        (
            "    type: number\n",
            "",
            "19: fields/2: lacks 'type'; add it: what its values are; a date is a string, as its day or month may be "
            "unknown",
        ),
        (
            "type: number",
            "type: date",
            "20: fields/2/type: 'date' is not one of ['string', 'integer', 'number', 'boolean']",
        ),
        ("    constraints:", "    constraint:", "9: fields/0/constraint: is not known; did you mean 'constraints'?"),
        ("title: Facts", "version: 1\ntitle: Facts", f"2: version: is not known; known are {OF_TABLES}"),
        ("    title: Fact", "    foo: bar\n    title: Fact", f"7: fields/0/foo: is not known; known are {OF_COLUMNS}"),
        ("x-assigned: true", "x-asigned: true", "14: fields/1/x-asigned: is not known; did you mean 'x-assigned'?"),
        (
            "x-assigned: true",
            "x-assigned: perhaps",
            "14: fields/1/x-assigned: 'perhaps' is not of type 'boolean'; write true or false, without quotes",
        ),
        ("missingValues: ['']", "missingValues: ['-']", "35: missingValues/0: is '-'; write ''"),
        (KEY, f"{KEY}\nx-listed: row", "35: x-listed: 'row' is neither true nor false, nor one of its columns"),
        (KEY, f"{KEY}\nx-row-short-title: 5", "35: x-row-short-title: 5 is not of type 'string'; write it in quotes"),
        (
            KEY,
            f"{KEY}\nx-row-title: '{{fact_id}}, {{colour}}'",
            "35: x-row-title: '{fact_id}, {colour}': facts has no column 'colour'; it has fact_id, statement, "
            "value, date",
        ),
        (
            KEY,
            f"{KEY}\nx-row-title: ['{{rooms.name}}']",
            "35: x-row-title: '{rooms.name}': there is no table 'rooms'; name one of package.yaml",
        ),
        (
            KEY,
            f"{KEY}\nx-row-title: ['{{rules.rule_id}}']",
            "35: x-row-title: '{rules.rule_id}': no column of rules refers to facts; name a table that does",
        ),
        *(
            (
                KEY,
                f"{KEY}\nx-row-title: '{title}'",
                f"35: x-row-title: '{title}' has a brace that is in no {{column}} or {{table.column}}; correct it",
            )
            for title in ("{fact_id", "fact_id}", "{}", "{{fact_id}}", "{fact id}")
        ),
        (
            "name: value",
            'name: "value "',
            "19: fields/2/name: 'value ' does not match "
            "'^[^\\\\x00-\\\\x20\\\\x7f]([^\\\\x00-\\\\x1f\\\\x7f]*[^\\\\x00-\\\\x20\\\\x7f])?$'; expected: the name "
            "of the column, without control characters, and without spaces around it",
        ),
        (
            KEY,
            f"{KEY}\nforeignKeys: [{{fields: statement, reference: {{resource: sources, fields: title}}}}]",
            "35: foreignKeys/0/reference/fields: title is not the primaryKey of sources; refer to that: [source_id]",
        ),
        (
            KEY,
            f"{KEY}\nx-reference: stars",
            "35: x-reference: 'stars' is not known; it is one of un-document-symbols, un-m49",
        ),
        (
            "title: Value",
            "title: Value\n    x-attribute: name",
            "23: fields/2/x-attribute: 'name' is of no list; say with x-reference which list the rows of facts are of",
        ),
    ],
)
def test_what_a_table_says_is_known(old: str, new: str, message: str, rooms: Path) -> None:
    change(rooms / FACTS, old, new)
    assert refused(rooms) == f"{FACTS}:{message}"


@pytest.mark.parametrize(
    ("text", "numeric", "message"),
    [
        ("required: 'yes'", "", "'yes' is not of type 'boolean'; write true or false, without quotes"),
        ("requird: true", "", "is not known; did you mean 'required'?"),
        ("pattern: 5", "", "5 is not of type 'string'; write it in quotes"),
        (
            "pattern: '[a-z'",
            "",
            "the pattern '[a-z' is not valid (unterminated character set at position 0); correct it",
        ),
        ("pattern: '(?=a)'", "", "the pattern '(?=a)' has '(?=', which XML Schema does not know; write it without"),
        ("minLength: x", "", "'x' is not of type 'integer'; write a whole number"),
        ("maxLength: -1", "", "-1 is less than the minimum of 0"),
        ("maxLength: 1", "", "1 is less than 2, the minLength; correct one of them"),
        ("enum: a", "", "'a' is not of type 'array'; write a list"),
        ("enum: [5]", "", "5 is not a value of the type string, as the column is; write one"),
        ("maximum: 5", "", "is for columns of type integer or number, and fact_id is of type string; delete it"),
        ("", "maximum: abc", "'abc' is not of type 'number'; write a number"),
        ("", "maximum: .inf", "inf is not a number that JSON has; write another"),
        ("", "minimum: 0.5", "0.5 is not a whole number, as value has; write one"),
        ("", "pattern: a", "is for columns of type string, and value is of type number; delete it"),
        ("", "enum: [a]", "'a' is not a value of the type number, as the column is; write one"),
        ("", "enum: [true]", "True is not a value of the type number, as the column is; write one"),
        (
            "",
            "exclusiveMinimum: 0",
            "is not known; known are required, unique, pattern, enum, minLength, maxLength, minimum, maximum",
        ),
    ],
)
def test_what_a_column_must_keep_can_be_kept(text: str, numeric: str, message: str, rooms: Path) -> None:
    of_text = "    constraints:\n      minLength: 2\n" if text.startswith("maxLength: 1") else "    constraints:\n"
    change(
        rooms / FACTS,
        "    constraints:\n      required: true\n      pattern: '^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$'\n",
        of_text,
    )
    change(rooms / FACTS, of_text, f"{of_text}      {text or 'required: true'}\n")
    change(rooms / FACTS, NUMBER, f"{NUMBER}      {numeric}\n")
    if numeric == "minimum: 0.5":
        change(rooms / FACTS, "type: number", "type: integer")
    key = (text or numeric).partition(":")[0]
    found = re.fullmatch(rf"{FACTS}:(\d+): fields/([02])/constraints/{key}(?:/0)?: (.*)", refused(rooms))
    assert found is not None
    lines = (rooms / FACTS).read_text(encoding="utf-8").splitlines()
    assert (lines[int(found[1]) - 1].strip(), found[2], found[3]) == (text or numeric, "0" if text else "2", message)


def test_a_rule_of_normalisation_is_there(rooms: Path) -> None:
    change(rooms / FACTS, "x-normalisation: number", "x-normalisation: numbr")
    assert refused(rooms).startswith(f"{FACTS}:21: fields/2/x-normalisation: 'numbr' is not known; it is one of ")


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            PROVENANCE,
            "name: end_line",
            "name: endline",
            "6: fields: lacks the column 'end_line', which the program fills; add it, as `mandate-data init` has it",
        ),
        (
            PROVENANCE,
            "name: line\n    type: integer",
            "name: line\n    type: string",
            "76: fields/9/type: line is of type integer; write that",
        ),
        (
            PROVENANCE,
            "primaryKey: [table, row_key, field, n]",
            "primaryKey: [table, n]",
            "133: primaryKey: the key of provenance is table, row_key, field, n; write [table, row_key, field, n]",
        ),
        (
            CLAIMS,
            "fields:\n",
            "fields:\n  - {name: colour, type: string, title: Colour, description: Nothing.}\n",
            f"5: fields/0/name: nothing fills the column 'colour' of claims; it has {', '.join(COLUMNS['claims'])}",
        ),
    ],
)
def test_the_tables_about_the_data_have_the_columns_that_are_filled(
    file: str, old: str, new: str, message: str, rooms: Path
) -> None:
    change(rooms / file, old, new)
    assert refused(rooms) == f"{file}:{message}"


def test_the_tables_about_the_data_are_those_of_init_and_ours(rooms: Path) -> None:
    for root in (rooms, ROOT):
        contract = load_contract(root / "schemas")
        for name, columns in COLUMNS.items():
            assert contract[name].types == {column: type_of(name, column) for column in columns}
            assert contract[name].primary_key == KEYS[name]
        assert not any([*mistakes_about_the_data(table)] for table in contract.values())


def test_every_project_has_the_tables_about_the_data(rooms: Path) -> None:
    change(rooms / PACKAGE, "  - claims\n", "")
    assert refused(rooms) == f"{PACKAGE}:14: tables: lacks 'claims', which every project has; add it"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            f"licenses:\n{LICENCE}    path: https://creativecommons.org/licenses/by/4.0/\n",
            "",
            "2: the file: lacks 'licenses'; add it: the licences of the data set; catalogues list the first one",
        ),
        (
            f"licenses:\n{LICENCE}    path: https://creativecommons.org/licenses/by/4.0/\n",
            "licenses: MIT\n",
            "8: licenses: 'MIT' is not of type 'array'; write a list",
        ),
        (
            f"{LICENCE}    path: https://creativecommons.org/licenses/by/4.0/\n",
            LICENCE,
            "9: licenses/0: lacks 'path'; add it: where its text is",
        ),
        ("licenses:", "license:", "8: license: is not known; did you mean 'licenses'?"),
        (
            'contributors:\n  - title: "Rooms contributors"',
            "contributors: [me]",
            "12: contributors/0: 'me' is not of type 'object'; write keys with values",
        ),
        ("keywords:\n  - data with provenance", "keywords: 5", "6: keywords: 5 is not of type 'array'; write a list"),
        ("keywords:\n  - data with provenance", "keywords: []", "6: keywords: [] should be non-empty"),
        (
            "version: 0.1.0\n",
            "",
            "2: the file: lacks 'version'; add it: version of a package that is built; a release has its own",
        ),
        ('title: "Rooms"', "title: [a]", "3: title: ['a'] is not of type 'string'; write a text"),
        ('title: "Rooms"\n', "", "2: the file: lacks 'title'; add it: what people call the data set, in one line"),
        ("version: 0.1.0", "version: 0.1", "5: version: 0.1 is not of type 'string'; write it in quotes"),
        ("version: 0.1.0", "created: today", f"5: created: is not known; known are {OF_PACKAGES}"),
        (
            'name: "rooms"',
            'name: ".."',
            "2: name: '..' does not match '^[a-z0-9]+(?:[-._]+[a-z0-9]+)*$'; expected: the name of the data package: "
            "small letters, figures, and hyphens, points or underscores between them",
        ),
    ],
)
def test_what_the_package_says_of_itself_is_what_a_release_needs(old: str, new: str, message: str, rooms: Path) -> None:
    change(rooms / PACKAGE, old, new)
    assert refused(rooms) == f"{PACKAGE}:{message}"


@pytest.mark.parametrize(
    ("table", "view", "message"),
    [
        ("sqlite_facts", "a", "the table 'sqlite_facts' has a name that SQLite keeps for itself; rename it"),
        ("search", "a", "the table 'search' and the search have one name in SQLite; rename one of them"),
        ("facts", "Facts", "the view 'Facts' and the table 'facts' have one name in SQLite; rename one of them"),
    ],
)
def test_names_that_a_release_cannot_have_are_refused_by_the_build(
    table: str, view: str, message: str, rooms: Path
) -> None:
    (rooms / FACTS).rename(rooms / "schemas" / "tables" / f"{table}.yaml")
    change(rooms / "schemas" / "tables" / f"{table}.yaml", "name: facts", f"name: {table}")
    change(rooms / PACKAGE, "- facts", f"- {table}")
    change(rooms / "raw" / "first-source" / "extraction.yaml", "  facts:", f"  {table}:")
    (rooms / "schemas" / "views").mkdir()
    (rooms / "schemas" / "views" / f"{view}.sql").write_text("SELECT 1 AS one\n", encoding="utf-8")
    assert refused(rooms) == f"schemas: {message}"


def test_a_view_may_have_any_name(rooms: Path) -> None:
    (rooms / "schemas" / "views").mkdir()
    (rooms / "schemas" / "views" / 'rooms "and" halls.sql').write_text("SELECT 1 AS one\n", encoding="utf-8")
    for command in (("release", "--date", "2026-01-31"), ("dist", "1.0.0")):
        done = call(*command, folder=rooms)
        assert done.returncode == 0, done.stderr


def test_words_of_a_release_are_text(rooms: Path) -> None:
    notes = rooms / "schemas" / "release_notes" / "1.0.0.md"
    notes.parent.mkdir()
    notes.write_bytes("Für alle".encode("latin-1"))
    done = call("release", "--date", "2026-01-31", folder=rooms)
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "mandate-data: schemas/release_notes/1.0.0.md:1: not UTF-8 (byte 0xfc at offset 1); save the file as UTF-8 and "
        "try again\n",
    )
    assert not (rooms / "build" / "releases" / "1.0.0").exists()


@pytest.mark.parametrize(
    ("table", "field", "message"),
    [
        ("fact", "value", "there is no table 'fact'; did you mean 'facts'?"),
        ("rooms", "value", "there is no table 'rooms'; name one of package.yaml"),
        ("facts", "values", "facts has no column 'values'; it has fact_id, statement, value, date"),
    ],
)
def test_a_waiver_is_for_a_column_that_is_there(table: str, field: str, message: str, rooms: Path) -> None:
    waiver = f"# Ours.\n- {{table: {table}, field: {field}, reason: It is our own number.}}\n"
    (rooms / "schemas" / "waivers.yaml").write_text(waiver, encoding="utf-8")
    assert refused(rooms) == f"schemas/waivers.yaml:2: {message}"


FILES = (PACKAGE, FACTS, "raw/first-source/source.yaml", "raw/first-source/extraction.yaml")
ODD = (None, 5, "x", "{", "", [], [[]], {}, {"a": 1}, True)


def paths(content: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths to all values of a YAML file."""
    yield path
    for key in content if isinstance(content, dict) else range(len(content)) if isinstance(content, list) else ():
        yield from paths(content[key], (*path, key))


def with_value(content: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of the content with another value at a path."""
    if not path:
        return value
    changed = copy.copy(content)
    changed[path[0]] = with_value(content[path[0]], path[1:], value)
    return changed


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_no_value_of_another_kind_is_more_than_one_line(file: str, rooms: Path) -> None:
    content = yaml.safe_load((rooms / file).read_text(encoding="utf-8"))
    for path, value in itertools.product(paths(content), ODD):
        changed = yaml.safe_dump(with_value(content, path, value), allow_unicode=True, sort_keys=False)
        (rooms / file).write_text(changed, encoding="utf-8")
        done = call("build", "--quiet", folder=rooms)
        assert done.returncode in (0, 1, 2), (path, value)
        if done.returncode == 2:
            assert len(done.stderr.splitlines()) == 1, (path, value)
            assert re.match(r"mandate-data: (?:raw|schemas)/\S|mandate-data: build/package", done.stderr), (path, value)
