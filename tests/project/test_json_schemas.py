"""The JSON Schemas of what curators write in raw/: descriptors and errata."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from mandate_data.extract.source_schemas import schema_of
from mandate_data.package.tables import Package

SCHEMAS = Path(__file__).parents[2] / "schemas"


def json_schema(name: str) -> dict[str, Any]:
    """One of the JSON Schemas."""
    loaded: dict[str, Any] = json.loads(schema_of(name))
    return loaded


SOURCE = {
    "source_id": "example-2016",
    "title": "An example",
    "publisher": "Example publisher",
    "published": "2016-05",
    "media_type": "text/markdown",
    "document": "document.md",
    "language": "en",
    "rights": "No open licence; the edition is our own work.",
    "full_text": {"media_type": "application/pdf", "file": "example-2016.pdf"},
}
ERRATUM = {
    "erratum_id": "example-symbol",
    "kind": "error",
    "table": "country_visits",
    "row_key": "2006-ukr",
    "field": "report_symbol",
    "as_printed": "A/HRC/4/Add.2",
    "published": None,
    "status": "flagged",
    "reason": "The symbol lacks the number of the report.",
    "line_contains": "A/HRC/4/Add.2",
}


@pytest.mark.parametrize("name", ["source", "errata"])
def test_json_schemas_are_valid_and_describe_every_key(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    described = schema.get("items", schema)
    assert described["additionalProperties"] is False
    assert all(len(key["description"]) >= 20 for key in described["properties"].values())


def test_json_schemas_accept_what_is_right() -> None:
    source, errata = Draft202012Validator(json_schema("source")), Draft202012Validator(json_schema("errata"))
    source.validate(SOURCE)
    source.validate(SOURCE | {"url": "https://example.org/a.pdf", "language": "es-419"})
    errata.validate([])
    by_row = {key: value for key, value in ERRATUM.items() if key != "row_key"} | {"row": {"note": "33"}}
    errata.validate([ERRATUM, by_row | {"expects": 2, "explains": "mark-twice"}])
    errata.validate([ERRATUM | {"status": "corrected", "published": "A/HRC/4/31/Add.2"}])


@pytest.mark.parametrize(
    "change",
    [
        {"source_id": "Example 2016"},
        {"published": 2016},
        {"published": "May 2016"},
        {"media_type": "text/html"},
        {"document": "../document.md"},
        {"language": "English"},
        {"rights": " "},
        {"full_text": {"media_type": "application/pdf"}},
        {"full_text": {"media_type": "application/pdf", "file": "a.pdf", "url": "https://example.org"}},
        {"licence": "CC-BY-4.0"},
    ],
)
def test_source_schema_refuses(change: dict[str, Any]) -> None:
    assert not Draft202012Validator(json_schema("source")).is_valid(SOURCE | change)


@pytest.mark.parametrize(
    "change",
    [
        {"erratum_id": "Example"},
        {"kind": "slip"},
        {"table": "Country visits"},
        {"field": "Report symbol"},
        {"status": "corrected"},  # without a published value
        {"published": ""},
        {"status": "open"},
        {"reason": "Too short."},
        {"line_contains": ""},
        {"row_key": ""},
        {"row": {"note": "33"}},  # besides a row_key
        {"expects": 0},
        {"source_id": "example-2016"},
    ],
)
def test_errata_schema_refuses(change: dict[str, Any]) -> None:
    assert not Draft202012Validator(json_schema("errata")).is_valid([ERRATUM | change])


def test_json_schemas_want_every_key() -> None:
    source, errata = Draft202012Validator(json_schema("source")), Draft202012Validator(json_schema("errata"))
    assert not any(source.is_valid({k: SOURCE[k] for k in SOURCE if k != left_out}) for left_out in SOURCE)
    assert not any(errata.is_valid([{k: ERRATUM[k] for k in ERRATUM if k != left_out}]) for left_out in ERRATUM)


def test_errata_may_touch_every_table_but_those_that_follow_from_others(contract: Package) -> None:
    column = contract.tables["errata"].columns["table"]
    assert column.constraints["enum"] == [name for name in contract if name not in ("errata", "rules", "provenance")]
    assert len(column.constraints["enum"]) > 20
    assert "x-tables" not in column.descriptor
    assert "enum" not in json_schema("errata")["items"]["properties"]["table"]  # which is of any project
