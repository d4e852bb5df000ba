"""The written package: a Data Package 2.0 that old and new tools read, canonical CSV, JSON that says the same."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import frictionless
import jsonschema
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.extract import Extracted
from mandate_data.package import write_package
from mandate_data.package.read import read_package
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Package
from mandate_data.package.write import rows_to_json, to_csv, to_json

ROOT = Path(__file__).parents[2]
PROFILES = "https://datapackage.org/profiles/2.0/"
LOOK_ALIKES = ["NA", "NaN", "None", "null", "nan", "true", "1.0", "007", "1e5", "-", " x ", "a,b", 'a"b', "a\nb", "é"]


@pytest.fixture(scope="module")
def descriptor(package: Path) -> Any:
    return json.loads((package / "datapackage.json").read_text(encoding="utf-8"))


def mappings(content: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a descriptor, at any depth."""
    if isinstance(content, dict):
        yield content
        for value in content.values():
            yield from mappings(value)
    elif isinstance(content, list):
        for value in content:
            yield from mappings(value)


def test_package_holds_these_files_and_no_others(package: Path, contract: Package) -> None:
    expected = {"datapackage.json"}
    for name in contract.tables:
        expected |= {f"data/{name}.csv", f"json/{name}.json", f"json/{name}.schema.json"}
    assert {str(path.relative_to(package)) for path in package.rglob("*") if path.is_file()} == expected


def test_each_level_names_its_profile_for_old_and_new_tools(descriptor: Any) -> None:
    assert descriptor["$schema"] == PROFILES + "datapackage.json"
    assert descriptor["profile"] == "tabular-data-package"
    for resource in descriptor["resources"]:
        assert resource["$schema"] == PROFILES + "dataresource.json"
        assert (resource["type"], resource["profile"]) == ("table", "tabular-data-resource")
        assert resource["schema"]["$schema"] == PROFILES + "tableschema.json"


def test_descriptor_keeps_to_what_every_reader_accepts(descriptor: Any) -> None:
    for mapping in mappings(descriptor):
        assert "fieldsMatch" not in mapping
        assert "categories" not in mapping or "enum" in mapping.get("constraints", {})
        assert not any(key is None or value is None for key, value in mapping.items())
    for resource in descriptor["resources"]:
        schema = resource["schema"]
        assert schema["missingValues"] == [""]
        assert isinstance(schema["primaryKey"], list)
        for key in schema.get("foreignKeys", []):
            assert isinstance(key["fields"], list)
            assert isinstance(key["reference"]["fields"], list)
            assert len(key["fields"]) == len(key["reference"]["fields"])


def test_package_says_what_it_is_and_what_one_may_do_with_it(descriptor: Any) -> None:
    assert re.fullmatch(r"[a-z0-9._/-]+", descriptor["name"])
    assert re.fullmatch(r"\d+\.\d+\.\d+", descriptor["version"])
    assert [licence["name"] for licence in descriptor["licenses"]] == ["CC-BY-4.0"]
    for name in ("title", "description", "keywords", "contributors", "sources"):
        assert descriptor[name], name
    if "created" in descriptor:
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", descriptor["created"])


def test_resources_are_the_tables_in_the_contract_s_order(descriptor: Any, contract: Package) -> None:
    assert [resource["name"] for resource in descriptor["resources"]] == list(contract.tables)
    for resource in descriptor["resources"]:
        assert re.fullmatch(r"[a-z0-9._-]+", resource["name"])
        assert resource["path"] == f"data/{resource['name']}.csv"
        assert (resource["format"], resource["mediatype"], resource["encoding"]) == ("csv", "text/csv", "utf-8")


def test_size_and_digest_are_those_of_the_file(descriptor: Any, package: Path) -> None:
    for resource in descriptor["resources"]:
        data = (package / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == "sha256:" + hashlib.sha256(data).hexdigest()


def test_every_table_and_column_has_a_title_and_a_description(descriptor: Any) -> None:
    for resource in descriptor["resources"]:
        for described in [resource, *resource["schema"]["fields"]]:
            assert described["title"].strip(), described["name"]
            assert len(described["description"].split()) > 2, described["name"]


@pytest.mark.slow
def test_frictionless_reads_every_row(package: Path, extracted: Extracted) -> None:
    read = frictionless.Package(str(package / "datapackage.json"))
    assert read.validate().valid
    assert {resource.name: len(resource.read_rows()) for resource in read.resources} == {
        name: len(rows) for name, rows in extracted.tables.items()
    }


def test_csv_is_canonical(package: Path, contract: Package) -> None:
    for name, table in contract.tables.items():
        data = (package / "data" / f"{name}.csv").read_bytes()
        assert b"\r" not in data
        assert not data.startswith(b"\xef\xbb\xbf")
        assert data.endswith(b"\n")
        assert b"\n\n" not in data
        header, *rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
        assert header == list(table.columns)
        again = io.StringIO(newline="")
        csv.writer(again, lineterminator="\n").writerows([header, *rows])
        assert again.getvalue().encode("utf-8") == data, name


def test_rows_are_in_the_order_of_their_key(package: Path, contract: Package) -> None:
    for name, table in read_package(package).items():
        keys = [tuple(row[column] for column in contract.tables[name].primary_key) for row in table.rows]
        assert keys == sorted(set(keys)), name  # type: ignore[type-var]


def test_tables_come_back_as_they_were_written(package: Path, contract: Package, extracted: Extracted) -> None:
    assert {name: table.rows for name, table in read_package(package).items()} == extracted.tables


def test_json_keeps_its_schema_and_says_what_the_csv_says(package: Path, contract: Package) -> None:
    read = read_package(package)
    for name, table in contract.tables.items():
        content, schema = (
            json.loads((package / "json" / file).read_text(encoding="utf-8"), parse_float=Decimal)
            for file in (f"{name}.json", f"{name}.schema.json")
        )
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(content)
        assert content == read[name].rows
        assert all(list(row) == list(table.columns) for row in content)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("country_visits", "kind", "holiday"),
        ("country_visits", "kind", None),
        ("country_visits", "year", "1992"),
        ("country_visits", "year", 1889),
        ("country_visits", "visit_id", "Australia 1992"),
        ("statistics", "value", -1),
    ],
)
def test_json_schema_is_as_strict_as_the_table_schema(table: str, column: str, value: Any, package: Path) -> None:
    content, schema = (
        json.loads((package / "json" / f"{table}{end}").read_text(encoding="utf-8"))
        for end in (".json", ".schema.json")
    )
    content[0][column] = value
    assert not jsonschema.Draft202012Validator(schema).is_valid(content)


def test_values_that_look_like_missing_ones_survive(tmp_path: Path, extracted: Extracted) -> None:
    contract = load_contract(ROOT / "schemas")
    rows = [
        {"initiative_id": f"i{number:02d}", "name": text, "kind": "code", "organisation_id": None, "role": text}
        for number, text in enumerate(LOOK_ALIKES)
    ]
    write_package({**extracted.tables, "initiatives": rows}, contract, tmp_path)
    path = tmp_path / "data" / "initiatives.csv"
    assert list(pd.read_csv(path, dtype=str, keep_default_na=False)["name"]) == LOOK_ALIKES
    read = frictionless.Package(str(tmp_path / "datapackage.json")).get_resource("initiatives")
    assert [row["name"] for row in read.read_rows()] == LOOK_ALIKES
    content = json.loads((tmp_path / "json" / "initiatives.json").read_text(encoding="utf-8"))
    assert [row["name"] for row in content] == LOOK_ALIKES
    assert read_package(tmp_path)["initiatives"].rows == rows


CONTRACT = load_contract(ROOT / "schemas")
# Any text but lone surrogates, which no file in UTF-8 can hold, and the carriage return, which no document keeps.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), min_size=1)


@given(st.lists(st.tuples(TEXT, st.none() | TEXT)))
def test_any_text_survives_csv_and_json(cells: list[tuple[str, str | None]]) -> None:
    table = CONTRACT.tables["legal_instruments"]
    rows = [dict.fromkeys(table.columns) | {"title": title, "short_title": short} for title, short in cells]
    read = list(csv.DictReader(io.StringIO(to_csv(rows, table).decode("utf-8"), newline=""), strict=True))
    assert [(row["title"], row["short_title"] or None) for row in read] == cells
    content = json.loads(rows_to_json(rows, table))
    assert [(row["title"], row["short_title"]) for row in content] == cells


@given(st.decimals(min_value=0, max_value=10**10, places=4))
def test_decimals_are_exact(value: Decimal) -> None:
    table = CONTRACT.tables["statistics"]
    rows = [dict.fromkeys(table.columns) | {"value": value}]
    (row,) = csv.DictReader(io.StringIO(to_csv(rows, table).decode("utf-8")))
    assert Decimal(row["value"]) == value
    assert re.fullmatch(r"(0|[1-9]\d*)(\.\d*[1-9])?", row["value"]), "no exponent, no padding"
    (item,) = json.loads(rows_to_json(rows, table), parse_float=Decimal)
    assert item["value"] == value


@pytest.mark.parametrize(
    ("value", "written"), [("48.28", "48.28"), ("8400000", "8400000"), ("8.40E+6", "8400000"), ("0.10", "0.1")]
)
def test_decimals_are_written_plainly(value: str, written: str) -> None:
    table = CONTRACT.tables["statistics"]
    rows = [dict.fromkeys(table.columns) | {"statistic_id": "x", "value": Decimal(value)}]
    assert to_csv(rows, table).decode("utf-8").splitlines()[1] == f"x,,,,{written},,,,,,,,"
    assert f'"value": {written},' in rows_to_json(rows, table).decode("utf-8")


def test_rows_are_written_as_the_standard_library_writes_them(package: Path) -> None:
    """Indented JSON of our own, which is quicker, and the same to the byte."""
    for path in sorted((package / "json").glob("*.json")):
        text = path.read_bytes()
        assert to_json(json.loads(text)) == text
    assert rows_to_json([], CONTRACT.tables["themes"]) == b"[]\n"
