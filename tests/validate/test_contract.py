"""Packages whose tables break the contract, whose files are not canonical, or whose descriptor was weakened."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding

from validate.editing import Edited

VISITS, THEMES = "data/country_visits.csv", "data/themes.csv"
FIRST_VISIT = "1992-aus,1992,mission,1992-10,1992-10,muntarbhorn,"


def places(findings: list[Finding], edited: Edited) -> set[tuple[str, str, str, int]]:
    """(code, file in the package, field, line) of findings."""
    folder = f"{edited.folder}/"
    return {(one.code, one.file.removeprefix(folder), one.field, one.line) for one in findings}


def test_unharmed_package_has_no_errors(edited: Edited) -> None:
    assert edited.errors(with_sources=True) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(
            VISITS, "1992-aus,1992,", "1992-aus,late,",
            [("contract-type-error", VISITS, "year", 2)], id="wrong type",
        ),
        pytest.param(
            VISITS, ",1992-10,1992-10,", ",1992-13,1992-10,",
            [("contract-constraint-error", VISITS, "start_date", 2)], id="pattern",
        ),
        pytest.param(
            VISITS, "1992-aus,1992,mission", "1992-aus,1992,holiday",
            [("contract-constraint-error", VISITS, "kind", 2)], id="enum",
        ),
        pytest.param(
            VISITS, "1992-aus,1992,mission", "1992-aus,1889,mission",
            [("contract-constraint-error", VISITS, "year", 2)], id="minimum",
        ),
        pytest.param(
            VISITS, "1992-aus,1992,mission", "1992-aus,1992,",
            [("contract-constraint-error", VISITS, "kind", 2)], id="missing required value",
        ),
        pytest.param(
            "data/visit_countries.csv", "1992-aus,AUS,Australia\n", "1992-aus,AUS,Australia\n" * 2,
            [("contract-primary-key", "data/visit_countries.csv", "", 3)], id="duplicate key",
        ),
        pytest.param(
            VISITS, "1992-10,muntarbhorn", "1992-10,nobody",
            [("contract-foreign-key", VISITS, "", 2)], id="broken foreign key",
        ),
        pytest.param(
            "data/documents.csv", ",A/HRC/22/54,", ",A/HRC/22/5,",
            [("contract-foreign-key", "data/documents.csv", "", 44)], id="broken foreign key to the table itself",
        ),
        pytest.param(
            THEMES, "demand,2,A", "demand,2,one too many,A",
            [("contract-extra-cell", THEMES, "", 3)], id="cell too many",
        ),
        pytest.param(
            THEMES, "demand,2,A", "demand,A",
            [
                ("contract-missing-cell", THEMES, "title", 3),
                ("contract-constraint-error", THEMES, "title", 3),
                ("contract-type-error", THEMES, "ordinal", 3),
            ], id="cell too few",
        ),
    ],
)  # fmt: skip
def test_broken_contract_is_found_on_the_line_of_the_csv_file(
    file: str, old: str, new: str, expected: list[tuple[str, str, str, int]], edited: Edited
) -> None:
    line = edited.replace(file, old, new)
    edited.sign()
    expected = [(code, path, field, line if number == 44 else number) for code, path, field, number in expected]
    found = edited.breaches()
    assert places(found, edited) == set(expected)
    assert {one.severity for one in found} == {"error"}


def test_changed_file_no_longer_fits_the_digest(edited: Edited) -> None:
    edited.replace(VISITS, "1992,mission", "1993,mission")
    (found,) = [one for one in edited.breaches() if one.code.startswith("contract-")]
    assert (found.code, found.table) == ("contract-hash-count", "country_visits")
    assert found.message.startswith("The data source does not match the expected hash count: expected is ")


def test_changed_length_is_found_too(edited: Edited) -> None:
    edited.replace(VISITS, "1992,mission", "1992,visit")
    assert {one.code for one in edited.breaches()} >= {"contract-hash-count", "contract-byte-count"}


def test_a_wrong_digest_hides_nothing(edited: Edited) -> None:
    edited.replace(VISITS, ",2013-11-08,", ",2013-10-08,")
    assert {"contract-hash-count", "visit-order"} <= {one.code for one in edited.errors()}


def test_missing_file_is_found(edited: Edited) -> None:
    (edited.folder / "data/claims.csv").unlink()
    assert "claims.csv is missing" in [one.message for one in edited.breaches()]


UNLIKE_OURS = "quotes, line ends or blank lines are not as the build writes them"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "message"),
    [
        pytest.param(THEMES, "theme_id", "\ufefftheme_id", 1, "the file begins with a byte order mark", id="BOM"),
        pytest.param(THEMES, "\n", "\r\n", 1, UNLIKE_OURS, id="CRLF"),
        pytest.param(THEMES, b"Addressing", b"Addr\xe9ssing", 3, "not UTF-8 (byte 0xe9)", id="cp1252 byte"),
        pytest.param(THEMES, "2,A", '2,"A', 7, "not CSV: unexpected end of data", id="unterminated quote"),
        pytest.param(THEMES, "demand,", '"demand",', 3, UNLIKE_OURS, id="needless quotes"),
        pytest.param(THEMES, "\ndemand", "\n\ndemand", 3, UNLIKE_OURS, id="blank line"),
        pytest.param(THEMES, "tourism\n", "tourism\n\n", 8, UNLIKE_OURS, id="blank line at the end"),
        pytest.param(THEMES, "tourism\n", "tourism", 8, UNLIKE_OURS, id="no line end at the end"),
        pytest.param(
            THEMES, "theme_id,ordinal", "theme_id, ordinal", 1,
            "the header is not theme_id,ordinal,title", id="changed header",
        ),
        pytest.param(
            THEMES, "theme_id,ordinal,title", "theme_id,title,ordinal", 1,
            "the header is not theme_id,ordinal,title", id="reordered header",
        ),
        pytest.param(
            VISITS, "1992-aus,1992", "1992-aus,1_992", 2,
            "the year '1_992' is not written as the build writes it", id="1_992",
        ),
        pytest.param(
            VISITS, "1992-aus,1992", "1992-aus,+1992", 2,
            "the year '+1992' is not written as the build writes it", id="+1992",
        ),
        pytest.param(
            "data/statistics.csv", ",48.28,", ",48.280,", None,
            "the value '48.280' is not written as the build writes it", id="48.280",
        ),
    ],
)  # fmt: skip
def test_file_that_is_not_canonical_is_found(
    file: str, old: str | bytes, new: str | bytes, line: int | None, message: str, edited: Edited
) -> None:
    stood = edited.replace(file, old, new)
    edited.sign()
    (found,) = [one for one in edited.breaches() if one.code == "not-canonical"]
    assert (found.message, found.line, found.file) == (message, line or stood, str(edited.folder / file))


def test_rows_out_of_order_are_found(edited: Edited) -> None:
    path = edited.folder / THEMES
    header, first, second, *others = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([header, second, first, *others]), encoding="utf-8")
    edited.sign()
    (found,) = edited.breaches()
    assert (found.code, found.line, found.message) == ("not-canonical", 3, "rows are not in the order of their key")


def test_line_ends_of_another_system_are_found_throughout(edited: Edited) -> None:
    path = edited.folder / THEMES
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    edited.sign()
    assert UNLIKE_OURS in [one.message for one in edited.breaches()]


@pytest.mark.parametrize(
    "content", [b"", b"\n", bytes(range(1, 256))], ids=["empty", "one empty line", "binary without a NUL"]
)
def test_file_that_is_no_table_is_found(content: bytes, edited: Edited) -> None:
    (edited.folder / THEMES).write_bytes(content)
    edited.sign()
    assert "not-canonical" in {one.code for one in edited.breaches() if one.table == "themes"}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"ordinal": 3', '"ordinal": 4', {"json-differs: themes.json does not hold the rows of data/themes.csv"}),
        ('"ordinal": 3', '"ordinal": "3"', {"json-schema: 0/ordinal: '3' is not of type 'integer'"}),
        (
            '"ordinal": 3', '"ordinal": null',
            {
                "json-schema: 0/ordinal: None is not of type 'integer'",
                "json-differs: themes.json does not hold the rows of data/themes.csv",
            },
        ),
        (
            '"ordinal": 3', '"ordinal": 3, "more": true',
            {"json-schema: 0: Additional properties are not allowed ('more' was unexpected)"},
        ),
        (
            '"ordinal": 3,', '"ordinal": 3 ',
            {
                "json-unreadable: themes.json or its schema can't be read "
                "(Expecting ',' delimiter: line 5 column 5 (char 52))"
            },
        ),
    ],
    ids=["another value", "another type", "null", "another column", "no JSON"],
)  # fmt: skip
def test_json_that_differs_or_breaks_its_schema_is_found(
    old: str, new: str, expected: set[str], edited: Edited
) -> None:
    edited.replace("json/themes.json", old, new)
    assert {f"{one.code}: {one.message}" for one in edited.breaches()} == expected


def test_json_without_a_row_is_found(edited: Edited) -> None:
    path = edited.folder / "json/themes.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))[:-1]), encoding="utf-8")
    (found,) = edited.breaches()
    assert (found.code, found.table, found.file) == ("json-differs", "themes", str(path))


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ('{"type": "nonsense"}', "not a JSON Schema: 'nonsense' is not valid under any of the given schemas"),
        ("[]", "not a JSON Schema: [] is not of type 'object', 'boolean'"),
        ('{"$ref": "http://localhost:9/x"}', "not a JSON Schema: Unresolvable: http://localhost:9/x"),
    ],
)
def test_broken_json_schema_is_a_finding(schema: str, message: str, edited: Edited) -> None:
    (edited.folder / "json/themes.schema.json").write_text(schema, encoding="utf-8")
    (found,) = edited.breaches()
    assert (found.code, found.message) == ("json-schema-broken", message)


@pytest.mark.parametrize("file", ["json/themes.json", "json/themes.schema.json"])
@pytest.mark.parametrize("content", [None, "[" * 100_000, "\udcff"], ids=["missing", "too deep", "not UTF-8"])
def test_json_file_that_cannot_be_read_is_a_finding(file: str, content: str | None, edited: Edited) -> None:
    path = edited.folder / file
    path.unlink()
    if content is not None:
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert [(one.code, one.table) for one in edited.breaches()] == [("json-unreadable", "themes")]


def weaken(resource: dict[str, Any]) -> None:
    for field in resource["schema"]["fields"]:
        field["type"] = "string"
        field.pop("constraints", None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (weaken, "the table claims has another schema than the contract"),
        (lambda claims: claims["schema"].pop("primaryKey"), "the table claims has another schema than the contract"),
        (lambda claims: claims.update(schema="x"), "the table claims has another schema than the contract"),
        (lambda claims: claims.update(path="data/claims-2.csv"), "the table claims has another path than the contract"),
        (lambda claims: claims.pop("path"), "the table claims has another path than the contract"),
        (lambda claims: claims.update(encoding="cp1252"), "the table claims has another encoding than the contract"),
        (
            lambda claims: claims.update(dialect={"delimiter": ";"}),
            "the table claims has another dialect than the contract",
        ),
        (lambda claims: claims.pop("hash"), "the table claims has no usable hash"),
        (lambda claims: claims.update(hash="md5:0"), "the table claims has no usable hash"),
        (lambda claims: claims.update(name="lists"), "it names the table claims 0 times, not once"),
        (lambda claims: claims.pop("name"), "it names the table claims 0 times, not once"),
    ],
)
def test_descriptor_that_says_less_than_the_contract_is_found(change: Any, message: str, edited: Edited) -> None:
    descriptor = edited.descriptor()
    change(next(resource for resource in descriptor["resources"] if resource["name"] == "claims"))
    edited.write_descriptor(descriptor)
    found = {one.message: one for one in edited.breaches() if one.code == "descriptor-differs"}
    assert (found[message].severity, found[message].table) == ("error", "claims")


def test_descriptor_without_tables_is_no_pass(edited: Edited) -> None:
    edited.write_descriptor(edited.descriptor() | {"resources": []})
    assert {one.table for one in edited.breaches()} == edited.contract.tables.keys()


def test_weakened_schema_does_not_hide_bad_data(edited: Edited) -> None:
    edited.replace(VISITS, "1992-aus,1992,mission", "1992-aus,late,holiday")
    descriptor = edited.descriptor()
    weaken(next(resource for resource in descriptor["resources"] if resource["name"] == "country_visits"))
    edited.write_descriptor(descriptor)
    edited.sign()
    assert {(one.code, one.field) for one in edited.breaches()} == {
        ("descriptor-differs", ""), ("contract-type-error", "year"), ("contract-constraint-error", "kind"),
    }  # fmt: skip


def test_table_that_the_contract_does_not_know_is_a_warning(edited: Edited) -> None:
    descriptor = edited.descriptor()
    descriptor["resources"].append({"name": "more", "path": "data/claims.csv"})
    edited.write_descriptor(descriptor)
    (found,) = edited.breaches()
    assert found.message == "the contract knows no table more, so it was not checked"
    assert found.severity == "warning"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "{}: no such file; name the folder of a data package, or run make first"),
        ("{", "{}: not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1)); "
              "restore it, or write the package anew"),
        ("[]", "{}: no data package (it names no resources)"),
        ('{"resources": 3}', "{}: no data package (it names no resources)"),
    ],
)  # fmt: skip
def test_folder_without_a_readable_descriptor_is_refused(content: str | None, message: str, edited: Edited) -> None:
    path = edited.folder / "datapackage.json"
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        edited.breaches()
    assert str(refused.value) == message.format(path)
