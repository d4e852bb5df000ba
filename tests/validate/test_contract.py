"""Packages whose tables break the contract, whose files are not canonical, or whose descriptor was weakened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, table_of
from mandate_data.package.write import to_json
from mandate_data.validate import contract_check

from validate.editing import Edited

VISITS, THEMES = "data/country_visits.csv", "data/themes.csv"
FIRST_VISIT = "sale-of-children/1992-aus,sale-of-children,1992,mission,1992-10,1992-10,muntarbhorn,"


def places(findings: list[Finding], edited: Edited) -> set[tuple[str, str, str, int]]:
    """(code, file in the package, field, line) of findings."""
    folder = f"{edited.folder}/"
    return {(one.code, one.file.removeprefix(folder), one.field, one.line) for one in findings}


def test_a_pattern_without_end_is_given_up_and_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract_check, "COLUMN_SECONDS", 0.2)
    field = {"name": "a", "type": "string", "title": "A", "description": "A", "constraints": {"pattern": "(a|a)*b"}}
    table = table_of({"name": "t", "fields": [field], "primaryKey": ["a"]}, [{"a": "a" * 60}])
    contract = Package({"name": "x", "title": "X", "version": "1.0.0"}, {"t": table})
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "t.csv").write_text(f"a\n{'a' * 60}\n", encoding="utf-8")
    (tmp_path / "datapackage.json").write_bytes(to_json({"resources": []}))
    with pytest.raises(InputError) as refused:
        contract_check.check_contract(tmp_path, contract)
    assert str(refused.value) == (
        "t: a: searches with '(a|a)*b' take more than 0.2 seconds of CPU time; simplify the pattern"
    )


def test_unharmed_package_has_no_errors(edited: Edited) -> None:
    assert edited.errors(with_sources=True) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        pytest.param(
            VISITS, "1992-aus,sale-of-children,1992,", "1992-aus,sale-of-children,late,",
            [("contract-type-error", VISITS, "year", 2)], id="wrong type",
        ),
        pytest.param(
            VISITS, ",1992-10,1992-10,", ",1992-13,1992-10,",
            [("contract-constraint-error", VISITS, "start_date", 2)], id="pattern",
        ),
        pytest.param(
            VISITS, "1992-aus,sale-of-children,1992,mission", "1992-aus,sale-of-children,1992,holiday",
            [("contract-constraint-error", VISITS, "kind", 2)], id="enum",
        ),
        pytest.param(
            VISITS, "1992-aus,sale-of-children,1992,mission", "1992-aus,sale-of-children,1889,mission",
            [("contract-constraint-error", VISITS, "year", 2)], id="minimum",
        ),
        pytest.param(
            VISITS, "1992-aus,sale-of-children,1992,mission", "1992-aus,sale-of-children,1992,",
            [("contract-constraint-error", VISITS, "kind", 2)], id="missing required value",
        ),
        pytest.param(
            "data/visit_countries.csv", "sale-of-children/1992-aus,AUS,Australia\n",
            "sale-of-children/1992-aus,AUS,Australia\n" * 2,
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
            THEMES, "demand,sale-of-children,2,A", "demand,sale-of-children,2,one too many,A",
            [("contract-extra-cell", THEMES, "", 3)], id="cell too many",
        ),
        pytest.param(
            THEMES, "demand,sale-of-children,2,A", "demand,sale-of-children,A",
            [
                ("contract-missing-cell", THEMES, "title", 3),
                ("contract-constraint-error", THEMES, "title", 3),
                ("contract-type-error", THEMES, "ordinal", 3),
            ], id="cell too few",
        ),
    ],
)  # fmt: skip
def test_broken_contract_is_found_on_the_line_of_the_csv_file(
    file: str, old: str, new: str, expected: list[tuple[str, str, str, int]], short: Edited
) -> None:
    line = short.replace(file, old, new)
    short.sign()
    expected = [(code, path, field, line if number == 44 else number) for code, path, field, number in expected]
    found = short.breaches()
    assert places(found, short) == set(expected)
    assert {one.severity for one in found} == {"error"}


def test_changed_file_no_longer_fits_the_digest(short: Edited) -> None:
    short.replace(VISITS, "1992,mission", "1993,mission")
    (found,) = [one for one in short.breaches() if one.code.startswith("contract-")]
    assert (found.code, found.table) == ("contract-hash-count", "country_visits")
    assert found.message.startswith("The data source does not match the expected hash count: expected is ")


def test_changed_length_is_found_too(short: Edited) -> None:
    short.replace(VISITS, "1992,mission", "1992,visit")
    assert {one.code for one in short.breaches()} >= {"contract-hash-count", "contract-byte-count"}


def test_a_wrong_digest_hides_nothing(short: Edited) -> None:
    short.replace(VISITS, ",2013-11-08,", ",2013-10-08,")
    assert {"contract-hash-count", "visit-order"} <= {one.code for one in short.errors()}


def test_missing_file_is_found(short: Edited) -> None:
    (short.folder / "data/claims.csv").unlink()
    assert "claims.csv is missing" in [one.message for one in short.breaches()]


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "message"),
    [
        pytest.param(
            THEMES, "theme_id", "\ufefftheme_id", 1,
            "'\\ufefftheme_id,mandate_id,ordinal,title\\n' would be written as 'theme_id,mandate_id,ordinal,title\\n'",
            id="BOM",
        ),
        pytest.param(
            THEMES, "\n", "\r\n", 1,
            "'…ate_id,ordinal,title\\r\\n' would be written as '…ate_id,ordinal,title\\n'", id="CRLF",
        ),
        pytest.param(
            THEMES, "demand,", '"demand",', 3,
            "'\"demand\",sale-of-children,2,Addressing the demand for the sa' would be written as "
            "'demand,sale-of-children,2,Addressing the demand for the sale'", id="needless quotes",
        ),
        pytest.param(
            THEMES, "\ndemand", "\n\ndemand", 3,
            "'\\n' would be written as 'demand,sale-of-children,2,Addressing the demand for the sale'",
            id="blank line",
        ),
        pytest.param(THEMES, "tourism\n", "tourism\n\n", 8, "'\\n' would be written as ''", id="blank line at the end"),
        pytest.param(
            THEMES, "tourism\n", "tourism", 7,
            "'…n travel and tourism' would be written as '…n travel and tourism\\n'", id="no line end at the end",
        ),
        pytest.param(
            THEMES, "theme_id,mandate_id", "theme_id, mandate_id", 1,
            "'theme_id, mandate_id,ordinal,title\\n' would be written as 'theme_id,mandate_id,ordinal,title\\n'",
            id="changed header",
        ),
        pytest.param(
            THEMES, "theme_id,mandate_id,ordinal,title", "theme_id,mandate_id,title,ordinal", 1,
            "'theme_id,mandate_id,title,ordinal\\n' would be written as 'theme_id,mandate_id,ordinal,title\\n'",
            id="reordered header",
        ),
        pytest.param(
            VISITS, "1992-aus,sale-of-children,1992", "1992-aus,sale-of-children,01992", 2,
            "'…us,sale-of-children,01992,mission,1992-10,1992-10,muntarbhor' would be written as "
            "'…us,sale-of-children,1992,mission,1992-10,1992-10,muntarbhorn'", id="01992",
        ),
    ],
)  # fmt: skip
def test_file_that_is_not_canonical_is_found(
    file: str, old: str, new: str, line: int, message: str, short: Edited
) -> None:
    short.replace(file, old, new)
    short.sign()
    (found,) = [one for one in short.breaches() if one.code == "not-canonical"]
    assert (found.message, found.line, found.file) == (message, line, str(short.folder / file))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(VISITS, "1992-aus,sale-of-children,1992", "1992-aus,sale-of-children,+1992", id="+1992"),
        pytest.param("data/statistics.csv", ",48.28,", ",48.280,", id="48.280"),
        pytest.param("data/statistics.csv", ",48.28,", ",4828e-2,", id="4828e-2"),
    ],
)
def test_number_that_is_written_in_another_way_is_found(file: str, old: str, new: str, short: Edited) -> None:
    line = short.replace(file, old, new)
    short.sign()
    (found,) = short.breaches()
    assert (found.code, found.line, found.file) == ("not-canonical", line, str(short.folder / file))


@pytest.mark.parametrize(
    ("old", "new", "line", "code", "message"),
    [
        pytest.param(
            b"Addressing", b"Addr\xe9ssing", 3, "contract-encoding-error", "not UTF-8 (byte 0xe9 at ", id="cp1252 byte"
        ),
        pytest.param(
            b"2,A", b'2,"A', 3, "file-not-csv", "a quote is opened here and not closed", id="unterminated quote"
        ),
    ],
)
def test_file_that_is_no_csv_is_found(
    old: bytes, new: bytes, line: int, code: str, message: str, short: Edited
) -> None:
    short.replace(THEMES, old, new)
    short.sign()
    assert any((one.code, one.line) == (code, line) and one.message.startswith(message) for one in short.breaches())


def test_a_line_that_may_identify_a_child_is_not_repeated(short: Edited) -> None:
    short.replace(THEMES, "Addressing the demand", ' "Addressing a 8-year-old girl')
    short.sign()
    (found,) = [one for one in short.breaches() if one.code == "not-canonical"]
    assert found.message == "'…' would be written as '…'"


def test_rows_out_of_order_are_found(short: Edited) -> None:
    path = short.folder / THEMES
    header, first, second, *others = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([header, second, first, *others]), encoding="utf-8")
    short.sign()
    (found,) = short.breaches()
    assert (found.code, found.line) == ("not-canonical", 2)
    assert found.message == f"{second[:60]!r} would be written as {first[:60]!r}"


@pytest.mark.parametrize(
    "content", [b"", b"\n", bytes(range(1, 256))], ids=["empty", "one empty line", "binary without a NUL"]
)
def test_file_that_is_no_table_is_found(content: bytes, short: Edited) -> None:
    (short.folder / THEMES).write_bytes(content)
    short.sign()
    codes = {one.code for one in short.breaches() if one.table == "themes"}
    assert codes & {"not-canonical", "contract-encoding-error"}


@pytest.mark.parametrize(
    ("old", "new", "found", "expected"),
    [
        ('"ordinal": 3', '"ordinal": 4', '    "ordinal": 4,\n', '    "ordinal": 3,\n'),
        ('"ordinal": 3', '"ordinal": "3"', '    "ordinal": "3",\n', '    "ordinal": 3,\n'),
        ('"ordinal": 3', '"ordinal": 3, "more": true', '    "ordinal": 3, "more": true,\n', '    "ordinal": 3,\n'),
        ('"ordinal": 3,', '"ordinal": 3 ', '    "ordinal": 3 \n', '    "ordinal": 3,\n'),
    ],
    ids=["another value", "another type", "another column", "no JSON"],
)
def test_json_that_differs_from_the_csv_file_is_found(
    old: str, new: str, found: str, expected: str, short: Edited
) -> None:
    line = short.replace("json/themes.json", old, new)
    (one,) = short.breaches()
    assert (one.code, one.line, one.file) == ("not-canonical", line, str(short.folder / "json/themes.json"))
    assert one.message == f"{found!r} would be written as {expected!r}"


def test_json_without_a_row_is_found(short: Edited) -> None:
    path = short.folder / "json/themes.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    path.write_bytes(to_json(rows[:-1]))
    (found,) = short.breaches()
    assert (found.code, found.table, found.file) == ("not-canonical", "themes", str(path))
    assert found.message == r"'  }\n' would be written as '  },\n'"


@pytest.mark.parametrize("file", ["json/themes.json", "json/themes.schema.json"])
@pytest.mark.parametrize("content", [None, "[" * 100_000, "\udcff"], ids=["missing", "too deep", "not UTF-8"])
def test_another_json_file_or_none_is_a_finding(file: str, content: str | None, short: Edited) -> None:
    path = short.folder / file
    path.unlink()
    if content is not None:
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    (found,) = short.breaches()
    assert (found.code, found.table) == ("file-missing" if content is None else "not-canonical", "themes")


def weaken(resource: dict[str, Any]) -> None:
    for field in resource["schema"]["fields"]:
        field["type"] = "string"
        field.pop("constraints", None)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (weaken, "'… countries-visited.\",\\n'"),
        (lambda claims: claims["schema"].pop("primaryKey"), "'        \"primaryKey\": [\\n'"),
        (lambda claims: claims.update(schema="x"), "'      \"schema\": {\\n'"),
        (lambda claims: claims.update(path="data/claims-2.csv"), '\'…"path": "data/claims.csv",\\n\''),
        (lambda claims: claims.pop("path"), '\'      "path": "data/claims.csv",\\n\''),
        (lambda claims: claims.update(encoding="cp1252"), '\'      "encoding": "utf-8",\\n\''),
        (lambda claims: claims.update(dialect={"delimiter": ";"}), "'      }\\n'"),
        (lambda claims: claims.pop("hash"), '\'      "hash": "sha256:'),
        (lambda claims: claims.update(hash="md5:0"), '\'      "hash": "sha256:'),
    ],
)
def test_descriptor_that_says_less_than_the_contract_is_found(change: Any, message: str, short: Edited) -> None:
    descriptor = short.descriptor()
    change(next(resource for resource in descriptor["resources"] if resource["name"] == "claims"))
    short.write_descriptor(descriptor)
    (found,) = [one for one in short.breaches() if one.code == "not-canonical"]
    assert (found.severity, found.file) == ("error", str(short.folder / "datapackage.json"))
    lines = (short.folder / "datapackage.json").read_text(encoding="utf-8").splitlines()
    assert found.line > next(number for number, line in enumerate(lines, 1) if '"name": "claims"' in line)
    assert f" would be written as {message}" in found.message


@pytest.mark.parametrize("change", [lambda claims: claims.update(name="lists"), lambda claims: claims.pop("name")])
def test_descriptor_that_does_not_name_a_table_is_found(change: Any, short: Edited) -> None:
    descriptor = short.descriptor()
    change(next(resource for resource in descriptor["resources"] if resource["name"] == "claims"))
    short.write_descriptor(descriptor)
    found = {one.message: one for one in short.breaches() if one.code == "descriptor-differs"}
    assert found["it names the table claims 0 times, not once"].severity == "error"


def test_descriptor_without_tables_is_no_pass(short: Edited) -> None:
    short.write_descriptor(short.descriptor() | {"resources": []})
    assert {one.table for one in short.breaches()} == short.contract.tables.keys()


def test_weakened_schema_does_not_hide_bad_data(short: Edited) -> None:
    short.replace(VISITS, "1992-aus,sale-of-children,1992,mission", "1992-aus,sale-of-children,late,holiday")
    descriptor = short.descriptor()
    weaken(next(resource for resource in descriptor["resources"] if resource["name"] == "country_visits"))
    short.write_descriptor(descriptor)
    short.sign()
    assert {(one.code, one.field) for one in short.breaches()} == {
        ("not-canonical", ""), ("contract-type-error", "year"), ("contract-constraint-error", "kind"),
    }  # fmt: skip


def test_table_that_the_contract_does_not_know_is_a_warning(short: Edited) -> None:
    descriptor = short.descriptor()
    descriptor["resources"].append({"name": "more", "path": "data/claims.csv"})
    short.write_descriptor(descriptor)
    (found,) = short.breaches()
    assert found.message == "the contract knows no table more, so it was not checked"
    assert found.severity == "warning"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "{}: no such file; name the folder of a data package, or build one first"),
        ("{", "{}: not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1)); "
              "restore it, or write the package anew"),
        ("[]", "{}: no data package (it names no resources)"),
        ('{"resources": 3}', "{}: no data package (it names no resources)"),
    ],
)  # fmt: skip
def test_folder_without_a_readable_descriptor_is_refused(content: str | None, message: str, short: Edited) -> None:
    path = short.folder / "datapackage.json"
    path.unlink()
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        short.breaches()
    assert str(refused.value) == message.format(path)
