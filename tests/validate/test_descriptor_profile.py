"""The profile of a descriptor: what packages and resources may say of themselves, in versions 1 and 2."""

from __future__ import annotations

import json
from typing import Any

import pytest
from foreign_packages import ALL_SMALL, Described, field
from mandate_data.validate.foreign_package import check_described

SCHEMA = {"fields": [field("a")]}
ERRORS: list[tuple[dict[str, Any], str]] = [
    ({"licenses": [{}]}, "licenses 1 has neither a name nor a path"),
    ({"licenses": {"name": "x"}}, "licenses is not a list"),
    ({"licenses": ["MIT"]}, "licenses 1 is not an object"),
    ({"licenses": [{"name": 5}]}, "licenses 1 has a name that is not text"),
    ({"sources": [{}]}, "sources 1 says nothing"),
    ({"contributors": ["x"]}, "contributors 1 is not an object"),
    ({"contributors": [{"email": "nope"}]}, "contributors 1 has the email 'nope', which is not an address"),
    ({"contributors": [{"path": "not a url"}]}, "contributors 1 has the path 'not a url', which is not a URL"),
    (
        {"licenses": [{"path": "/etc/x"}]},
        "licenses 1 has the path '/etc/x', which is neither a URL nor a path in the package",
    ),
    (
        {"sources": [{"path": "../x.pdf"}]},
        "sources 1 has the path '../x.pdf', which is neither a URL nor a path in the package",
    ),
    ({"contributors": [{"title": "x", "roles": "creator"}]}, "contributors 1 has roles that are not a list of texts"),
    ({"keywords": [1]}, "keywords 1 is not text"),
    ({"created": "2020-01-01"}, "created is '2020-01-01', no date and time as of RFC 3339"),
    ({"homepage": "our site"}, "homepage is 'our site', no URL"),
    ({"image": "/etc/x"}, "image is '/etc/x', neither a URL nor a path in the package"),
    ({"title": 5}, "title is not text"),
    ({"version": 1.0}, "version is not text"),
    ({"contributors": [{"title": "x", "role": ["author"]}]}, "contributors 1 has a role that is not text"),
    ({"created": "2020-01-01T10:00:60Z"}, "created is '2020-01-01T10:00:60Z', no date and time as of RFC 3339"),
    ({"$schema": "nonsense"}, "$schema is 'nonsense', no address of a profile"),
    (
        {"$schema": "https://datapackage.org/profiles/2.0/tableschema.json"},
        "$schema is 'https://datapackage.org/profiles/2.0/tableschema.json', which is not a profile of packages",
    ),
]
RESOURCES: list[tuple[dict[str, Any], str]] = [
    ({"name": ""}, "resource 1: it has no name"),
    ({"type": "sheet"}, "t: the type 'sheet' is not 'table', the only one that there is"),
    ({"path": ".hidden/t.csv"}, "t: the path has a part that begins with a dot"),
    ({"path": ["t.csv", "https://example.org/t.csv"]}, "t: the path has addresses and names of files"),
    ({"schema": {"fields": []}}, "t: the schema has no fields"),
    ({"mediatype": 5}, "t: mediatype is not text"),
    ({"bytes": "4"}, "t: bytes is '4', no whole number"),
    ({"bytes": True}, "t: bytes is True, no whole number"),
    ({"hash": 5}, "t: hash is not text"),
    (
        {"licenses": [{"path": "~/x"}]},
        "t: licenses 1 has the path '~/x', which is neither a URL nor a path in the package",
    ),
    (
        {"schema": {"fields": [{**field("a"), "categories": ["x", {"value": "y"}]}]}},
        "t: categories of a has values and objects",
    ),
    (
        {"schema": {**SCHEMA, "missingValues": [{"value": "-", "label": "n"}, {"value": ".", "label": "n"}]}},
        "t: missingValues has two labels alike",
    ),
    (
        {"schema": {"fields": [{**field("a"), "missingValues": [{"value": "-", "label": 5}]}]}},
        "t: missingValues has a label that is not text",
    ),
    ({"schema": {"fields": [{**field("a"), "title": 5}]}}, "t: title of a is not text"),
    ({"schema": {"fields": [{**field("a"), "rdfType": 5}]}}, "t: rdfType of a is not text"),
    (
        {"schema": {"fields": [{**field("a"), "rdfType": "Country"}]}},
        "t: rdfType of a is 'Country', no URI of a class",
    ),
    (
        {"schema": {"fields": [{**field("a"), "categories": [{"value": "x", "label": 5}]}]}},
        "t: categories of a has a label that is not text",
    ),
    ({"schema": {"fields": [{**field("a"), "categories": ["x", 1]}]}}, "t: categories of a has 1, which is not text"),
    ({"schema": {**SCHEMA, "missingValues": ["-", "-"]}}, "t: missingValues has two values alike"),
    ({"schema": {**SCHEMA, "missingValues": ["-", {"value": "x"}]}}, "t: missingValues has texts and objects"),
]
GOOD: list[dict[str, Any]] = [
    {"licenses": [{"name": "CC0-1.0"}], "sources": [], "contributors": [{"title": "x", "roles": ["creator"]}]},
    {"created": "2020-01-01T00:00:00.5+02:00", "homepage": "https://example.org", "image": "images/a.png"},
    {"licenses": [{"path": "LICENSE.md"}], "sources": [{"path": "raw/a.pdf"}, {"path": "https://example.org/a"}]},
    {"contributors": [{"path": "https://example.org/me", "role": "author"}]},
    {"created": "1990-12-31T23:59:60Z"},
    {"created": "1990-12-31T15:59:60.5-08:00"},
    {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"},
    {"keywords": ["a"], "version": "1.0.0", "custom:x": {"a": 1}, "name": "Any Name"},
]


def problems(foreign: Described, package: dict[str, Any], resource: dict[str, Any], severity: str) -> list[str]:
    (foreign.folder / ".hidden").mkdir(exist_ok=True)
    for name in ("t.csv", ".hidden/t.csv"):
        (foreign.folder / name).write_text("a\nx\n", encoding="utf-8")
    foreign.describe([{"name": "t", "path": "t.csv", "schema": SCHEMA, **resource}])
    descriptor = {**foreign.descriptor(), **package}
    (foreign.folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    found = check_described(foreign.folder, descriptor, ALL_SMALL)
    return [item.message for item in found if item.severity == severity and item.code == "descriptor-profile"]


@pytest.mark.parametrize(("package", "message"), ERRORS)
def test_a_package_says_what_the_standard_lets_it(foreign: Described, package: dict[str, Any], message: str) -> None:
    assert problems(foreign, package, {}, "error") == [message]


@pytest.mark.parametrize(("resource", "message"), RESOURCES)
def test_a_resource_says_what_the_standard_lets_it(foreign: Described, resource: dict[str, Any], message: str) -> None:
    assert problems(foreign, {}, resource, "error") == [message]


@pytest.mark.parametrize("package", GOOD)
def test_what_is_right_is_not_reported(foreign: Described, package: dict[str, Any]) -> None:
    assert problems(foreign, package, {}, "error") == []


def test_what_is_only_advised_is_a_warning(foreign: Described) -> None:
    assert problems(foreign, {"licenses": []}, {"path": "./t.csv"}, "warning") == [
        "licenses is empty",
        "t: the path begins with './', which the profile of version 2 has not",
    ]
    version_1 = {"$schema": "https://datapackage.org/profiles/1.0/datapackage.json"}
    assert problems(foreign, {**version_1, "name": "Any Name"}, {}, "error") == [
        "the name 'Any Name' has other characters than a-z, 0-9, '.', '_', '-' and '/'"
    ]


@pytest.mark.parametrize(
    ("resource", "message"),
    [
        ({"mediatype": "csv"}, "t: mediatype is 'csv', no type such as text/csv"),
        ({"schema": {**SCHEMA, "primaryKey": []}}, "t: primaryKey is empty"),
        ({"schema": {**SCHEMA, "primaryKey": ["a", "a"]}}, "t: primaryKey has a field twice"),
        ({"schema": {"fields": [field("a", enum=["x", "x"])]}}, "t: the enum of a has a value twice"),
        ({"path": "~t.csv"}, "t: the path begins with '~', which programs may take for a folder of the user"),
    ],
)
def test_what_only_the_profiles_forbid_is_a_warning(foreign: Described, resource: dict[str, Any], message: str) -> None:
    (foreign.folder / "~t.csv").write_text("a\nx\n", encoding="utf-8")
    assert problems(foreign, {}, resource, "warning") == [message]
    assert problems(foreign, {}, resource, "error") == []
    assert problems(foreign, {}, {"mediatype": "text/csv"}, "warning") == []


@pytest.mark.parametrize("name", ["nonsense", "profile.json"])
def test_a_profile_of_version_1_has_an_address_or_a_name_of_the_standard(foreign: Described, name: str) -> None:
    message = f"the profile {name!r} is neither an address nor a name that the standard has"
    assert problems(foreign, {"$schema": "", "profile": name}, {}, "error") == [message]
    assert problems(foreign, {"$schema": ""}, {"profile": name}, "error") == [f"t: {message}"]
    for good in ("data-package", "https://example.org/profile.json", "fiscal-data-package"):
        assert problems(foreign, {"$schema": "", "profile": good}, {}, "error") == []


def test_a_name_that_is_twice_in_one_object_is_a_warning(foreign: Described) -> None:
    (foreign.folder / "t.csv").write_text("a\nx\n", encoding="utf-8")
    (foreign.folder / "s.json").write_text('{"fields": [{"name": "b", "name": "a"}]}', encoding="utf-8")
    foreign.describe([{"name": "t", "path": "t.csv", "schema": "s.json"}])
    descriptor = foreign.folder / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace('"path"', '"name": "t", "path"'), encoding="utf-8")
    assert [(item.severity, item.file, item.message) for item in foreign.check_both()] == [
        (
            "warning",
            str(foreign.folder / name),
            "'name' is there more than once in one object, and readers differ in which they take",
        )
        for name in ("datapackage.json", "s.json")
    ]


def test_categories_of_integers_are_integers(foreign: Described) -> None:
    whole = {**field("a", "integer"), "categories": [{"value": "0"}, {"value": 1, "label": "one"}]}
    foreign.write({"t": ("a\n0\n1\n", {"fields": [whole]})})
    assert [item.message for item in foreign.check_both()] == ["t: categories of a has '0', which is not an integer"]


@pytest.mark.parametrize("entries", ["sources", "contributors"])
def test_version_1_requires_a_title(foreign: Described, entries: str) -> None:
    listed = {entries: [{"path": "https://example.org/x"}]}
    assert problems(foreign, {"$schema": "", **listed}, {}, "error") == [f"{entries} 1 has no title"]
    assert problems(foreign, listed, {}, "error") == []


@pytest.mark.parametrize(
    ("package", "resource"),
    [({}, {"profile": "tabular-data-resource"}), ({"profile": "tabular-data-package"}, {})],
    ids=["of the resource", "of the package"],
)
def test_the_profile_of_tables_in_version_1_requires_a_schema(
    foreign: Described, package: dict[str, Any], resource: dict[str, Any]
) -> None:
    message = "t: the table has no schema, which the profile of tables requires"
    version_1 = {"$schema": "", **package}
    assert problems(foreign, version_1, {**resource, "schema": None}, "error") == [message]
    assert problems(foreign, version_1, resource, "error") == []
    assert problems(foreign, {"$schema": ""}, {"schema": None}, "error") == []


def test_a_schema_in_a_file_of_its_own_is_held_to_the_profile(foreign: Described) -> None:
    labels = [{"value": "-", "label": "n"}, {"value": ".", "label": "n"}]
    (foreign.folder / "schema.json").write_text(json.dumps({**SCHEMA, "missingValues": labels}), encoding="utf-8")
    message = "t: missingValues has two labels alike"
    assert problems(foreign, {}, {"schema": "schema.json"}, "error") == [message]


def test_a_labelled_missing_value_may_have_no_label(foreign: Described) -> None:
    values = [{"value": "-", "label": "none"}, {"value": "."}, {"value": ","}]
    assert problems(foreign, {}, {"schema": {**SCHEMA, "missingValues": values}}, "error") == []


@pytest.mark.parametrize(
    ("dialect", "problem"),
    [
        ({"itemType": "table"}, "itemType is 'table', neither array nor object"),
        ({"itemKeys": "id"}, "itemKeys is not a list of texts"),
        ({"property": 5}, "property is not text"),
        ({"sheetNumber": 0}, "sheetNumber is 0, no number of a sheet"),
        ({"sheetName": 1}, "sheetName is not text"),
        ({"commentChar": ""}, "commentChar is empty"),
        ({"lineTerminator": None}, "lineTerminator is not text"),
    ],
)
def test_a_dialect_says_what_the_standard_lets_it(foreign: Described, dialect: dict[str, Any], problem: str) -> None:
    foreign.write({"t": ("a\nx\n", SCHEMA)}, dialect=dialect)
    found = check_described(foreign.folder, foreign.descriptor(), ALL_SMALL)
    assert [item.message for item in found if item.severity == "error"] == [f"t: its dialect is not valid: {problem}"]
