"""Cells by the words of the standard: every type and constraint of Table Schema with values, schemas good and bad."""

from __future__ import annotations

import json
from typing import Any

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, VERSION_2, Described
from mandate_data.validate.foreign_package import check_described

from validate.cells_of_types import CELLS

SCHEMAS: list[tuple[dict[str, Any], str, str]] = [
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1,000.5", "valid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1,000e3", "valid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1.5,0", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1,5.0,0", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1e1,0", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "decimalChar": ",", "groupChar": "."}]}, "1,5.0", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, ",5", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1,,0", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "groupChar": ","}]}, "1,", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "groupChar": " "}]}, "1 000", "valid"),
    ({"fields": [{"name": "a", "type": "integer", "groupChar": " "}]}, " 1", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "decimalChar": ","}]}, "1,5", "valid"),
    ({"fields": [{"name": "a", "type": "number", "decimalChar": ","}]}, "1.5", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "decimalChar": ",", "groupChar": "."}]}, "1.000,5", "valid"),
    ({"fields": [{"name": "a", "type": "number", "bareNumber": False}]}, "95%", "valid"),
    ({"fields": [{"name": "a", "type": "number", "bareNumber": False}]}, "€95", "valid"),
    ({"fields": [{"name": "a", "type": "number", "bareNumber": False}]}, "EUR -95.5", "valid"),
    ({"fields": [{"name": "a", "type": "number", "bareNumber": False}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "bareNumber": False}]}, "95 km", "valid"),
    ({"fields": [{"name": "a", "type": "integer", "bareNumber": False}]}, "9.5 km", "invalid"),
    ({"fields": [{"name": "a", "type": "number"}]}, "95%", "invalid"),
    ({"fields": [{"name": "a", "type": "boolean", "trueValues": ["ja"], "falseValues": ["nein"]}]}, "ja", "valid"),
    ({"fields": [{"name": "a", "type": "boolean", "trueValues": ["ja"], "falseValues": ["nein"]}]}, "true", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "itemType": "integer"}]}, "1,2", "valid"),
    ({"fields": [{"name": "a", "type": "list", "itemType": "integer"}]}, "1,x", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "itemType": "integer", "delimiter": ";"}]}, "1;2", "valid"),
    ({"fields": [{"name": "a", "type": "list", "itemType": "date"}]}, "2020-01-01,2020-1-2", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "itemType": "time"}]}, "10:00:00,10:00", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "itemType": "duration"}]}, "P1D", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "constraints": {"minLength": 2}}]}, "a", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "constraints": {"maxLength": 2}}]}, "a,b,c", "invalid"),
    ({"fields": [{"name": "a", "type": "list", "constraints": {"maxLength": 3}}]}, "a,b,c", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"minLength": 2}}]}, "a", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"minLength": 2}}]}, "ab", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"maxLength": 2}}]}, "abc", "invalid"),
    ({"fields": [{"name": "a", "type": "array", "constraints": {"minLength": 1}}]}, "[]", "invalid"),
    ({"fields": [{"name": "a", "type": "object", "constraints": {"minLength": 1}}]}, "{}", "invalid"),
    ({"fields": [{"name": "a", "type": "array", "constraints": {"maxLength": 1}}]}, "[1,2]", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"minLength": 1}}]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "any", "constraints": {"pattern": "a"}}]}, "a", "invalid"),
    ({"fields": [{"name": "a", "constraints": {"pattern": "a"}}]}, "a", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"minimum": "a"}}]}, "b", "invalid"),
    ({"fields": [{"name": "a", "type": "boolean", "constraints": {"minimum": 0}}]}, "true", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": 5}}]}, "4", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": "5"}}]}, "5", "valid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"maximum": 5}}]}, "6", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"exclusiveMinimum": 5}}]}, "5", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"exclusiveMaximum": 5}}]}, "5", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"exclusiveMaximum": 5}}]}, "4", "valid"),
    ({"fields": [{"name": "a", "type": "number", "constraints": {"minimum": 0.1}}]}, "0.1", "valid"),
    ({"fields": [{"name": "a", "type": "number", "constraints": {"exclusiveMinimum": 0.1}}]}, "0.1", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "constraints": {"maximum": 1}}]}, "INF", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "constraints": {"minimum": 1}}]}, "NaN", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "constraints": {"maximum": "1E2"}}]}, "1E3", "invalid"),
    ({"fields": [{"name": "a", "type": "date", "constraints": {"minimum": "2020-01-01"}}]}, "2019-12-31", "invalid"),
    ({"fields": [{"name": "a", "type": "date", "constraints": {"maximum": "2020-01-01"}}]}, "2020-01-01", "valid"),
    (
        {"fields": [{"name": "a", "type": "date", "format": "%d/%m/%Y", "constraints": {"minimum": "01/02/2020"}}]},
        "31/01/2020",
        "invalid",
    ),
    (
        {"fields": [{"name": "a", "type": "date", "format": "%d/%m/%Y", "constraints": {"minimum": "2020-02-01"}}]},
        "01/03/2020",
        "invalid",
    ),
    ({"fields": [{"name": "a", "type": "time", "constraints": {"minimum": "10:00:00"}}]}, "09:59:59", "invalid"),
    (
        {"fields": [{"name": "a", "type": "datetime", "constraints": {"minimum": "2020-01-01T00:00:00Z"}}]},
        "2020-01-01T00:30:00+01:00",
        "invalid",
    ),
    (
        {"fields": [{"name": "a", "type": "datetime", "constraints": {"minimum": "2020-01-01T00:00:00Z"}}]},
        "2020-01-01T00:00:00",
        "valid",
    ),
    (
        {"fields": [{"name": "a", "type": "datetime", "constraints": {"exclusiveMaximum": "2020-01-01T00:00:00Z"}}]},
        "2020-01-01T01:00:00+01:00",
        "invalid",
    ),
    ({"fields": [{"name": "a", "type": "duration", "constraints": {"minimum": "P1D"}}]}, "PT23H", "invalid"),
    ({"fields": [{"name": "a", "type": "duration", "constraints": {"maximum": "P1D"}}]}, "PT24H", "valid"),
    ({"fields": [{"name": "a", "type": "duration", "constraints": {"maximum": "P1M"}}]}, "P32D", "invalid"),
    ({"fields": [{"name": "a", "type": "year", "constraints": {"minimum": 2000}}]}, "1999", "invalid"),
    ({"fields": [{"name": "a", "type": "year", "constraints": {"minimum": "2000"}}]}, "2000", "valid"),
    ({"fields": [{"name": "a", "type": "yearmonth", "constraints": {"maximum": "2020-05"}}]}, "2020-06", "invalid"),
    (
        {"fields": [{"name": "a", "type": "yearmonth", "constraints": {"exclusiveMinimum": "2020-05"}}]},
        "2020-05",
        "invalid",
    ),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"enum": ["a", "b"]}}]}, "c", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"enum": ["a", "b"]}}]}, "b", "valid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"enum": [1, 2]}}]}, "3", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"enum": ["1"]}}]}, "01", "valid"),
    ({"fields": [{"name": "a", "type": "number", "constraints": {"enum": [1.0]}}]}, "1", "valid"),
    ({"fields": [{"name": "a", "type": "boolean", "constraints": {"enum": [True]}}]}, "false", "invalid"),
    ({"fields": [{"name": "a", "type": "boolean", "constraints": {"enum": ["true"]}}]}, "1", "valid"),
    ({"fields": [{"name": "a", "type": "date", "constraints": {"enum": ["2020-01-01"]}}]}, "2020-01-02", "invalid"),
    ({"fields": [{"name": "a", "type": "array", "constraints": {"enum": [[1]]}}]}, "[1]", "valid"),
    ({"fields": [{"name": "a", "type": "array", "constraints": {"enum": [[1]]}}]}, "[2]", "invalid"),
    ({"fields": [{"name": "a", "type": "object", "constraints": {"enum": [{"a": 1}]}}]}, '{"a": 1}', "valid"),
    ({"fields": [{"name": "a", "type": "any", "constraints": {"enum": ["x"]}}]}, "y", "invalid"),
    (
        {"fields": [{"name": "a", "type": "datetime", "constraints": {"enum": ["2020-01-01T00:00:00Z"]}}]},
        "2020-01-01T01:00:00+01:00",
        "valid",
    ),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "cat|dog"}}]}, "catfish", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "cat|dog"}}]}, "dog", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "^a.*$"}}]}, "apple", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "^a.*$"}}]}, "orange", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "[A-Z]{2}"}}]}, "CD\n", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "a.c"}}]}, "a\rc", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "a.c"}}]}, "a\nc", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "\\p{Lu}\\p{Ll}+"}}]}, "Éa", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "\\i\\c*"}}]}, "1a", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "[a-z-[aeiou]]+"}}]}, "bcd", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "[a-z-[aeiou]]+"}}]}, "bed", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "("}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "\\d+"}}]}, "١٢", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "\\w+"}}]}, "a_b", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "(?=a)a"}}]}, "a", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "a*?"}}]}, "a", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "\\bx"}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": "{[0-9]+}"}}]}, "{1}", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": ".{0,32767}"}}]}, "x", "valid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"pattern": 5}}]}, "5", "invalid"),
    (
        {
            "fields": [
                {"name": "a", "type": "object", "constraints": {"jsonSchema": {"type": "object", "required": ["v"]}}}
            ]
        },
        '{"v":1}',
        "valid",
    ),
    (
        {
            "fields": [
                {"name": "a", "type": "object", "constraints": {"jsonSchema": {"type": "object", "required": ["v"]}}}
            ]
        },
        "{}",
        "invalid",
    ),
    (
        {"fields": [{"name": "a", "type": "array", "constraints": {"jsonSchema": {"items": {"type": "integer"}}}}]},
        '["x"]',
        "invalid",
    ),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"jsonSchema": {}}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "object", "constraints": {"jsonSchema": {"type": "nope"}}}]}, "{}", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "categories": ["x", "y"]}]}, "z", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "categories": ["x", "y"]}]}, "x", "valid"),
    (
        {
            "fields": [
                {
                    "name": "a",
                    "type": "integer",
                    "categories": [{"value": 0, "label": "no"}, {"value": 1, "label": "yes"}],
                }
            ]
        },
        "1",
        "valid",
    ),
    ({"fields": [{"name": "a", "type": "integer", "categories": [{"value": 0, "label": "no"}]}]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "categories": [{"value": 0, "label": "no"}]}]}, "no", "invalid"),
    ({"fields": [{"name": "a", "type": "number", "categories": [1]}]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "categories": ["x", "x"]}]}, "x", "invalid"),
    (
        {"fields": [{"name": "a", "type": "string", "constraints": {"enum": ["y"]}, "categories": ["x"]}]},
        "x",
        "invalid",
    ),
    (
        {"fields": [{"name": "a", "type": "string", "constraints": {"enum": ["y"]}, "categories": ["x", "y"]}]},
        "y",
        "valid",
    ),
    ({"fields": [{"name": "a", "type": "string", "categories": [{"label": "x"}]}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"required": True}}]}, "", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}]}, "", "valid"),
    (
        {"fields": [{"name": "a", "type": "string", "constraints": {"required": True}}], "missingValues": ["-"]},
        "-",
        "invalid",
    ),
    ({"fields": [{"name": "a", "type": "integer"}], "missingValues": ["-"]}, "", "invalid"),
    ({"fields": [{"name": "a", "type": "integer"}], "missingValues": []}, "", "invalid"),
    (
        {"fields": [{"name": "a", "type": "string", "constraints": {"required": True}}], "missingValues": []},
        "",
        "valid",
    ),
    (
        {"fields": [{"name": "a", "type": "integer"}], "missingValues": [{"value": "-99", "label": "refused"}]},
        "-99",
        "valid",
    ),
    (
        {
            "fields": [{"name": "a", "type": "integer", "constraints": {"required": True}}],
            "missingValues": [{"value": "-99", "label": "refused"}],
        },
        "-99",
        "invalid",
    ),
    ({"fields": [{"name": "a", "type": "integer", "missingValues": ["x"]}]}, "x", "valid"),
    ({"fields": [{"name": "a", "type": "integer", "missingValues": ["x"]}], "missingValues": ["y"]}, "y", "invalid"),
    ({"fields": [{"name": "a", "type": "integer"}], "missingValues": ["-", "-"]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "integer"}], "missingValues": ["-", {"value": "x"}]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "integer"}], "missingValues": [5]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "integer"}], "missingValues": "-"}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"required": "true"}}]}, "", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"unique": "yes"}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"minLength": "2"}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"minLength": -1}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"enum": []}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "constraints": {"enum": "x"}}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"minimum": "x"}}]}, "1", "invalid"),
    ({"fields": [{"name": "a", "type": "nope"}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "date", "format": "YYYY-MM-DD"}]}, "2020-01-01", "invalid"),
    ({"fields": [{"name": "a", "type": "date", "format": "%Q"}]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "format": "datex"}]}, "x", "invalid"),
    ({"fields": []}, "x", "invalid"),
    ({}, "x", "invalid"),
    ({"fields": [{"type": "string"}]}, "x", "invalid"),
    ({"fields": "a"}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "uniqueKeys": []}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "uniqueKeys": ["a"]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "uniqueKeys": [["b"]]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "primaryKey": "a"}, "x", "valid"),
    ({"fields": [{"name": "a", "type": "string"}], "primaryKey": ["b"]}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "primaryKey": "a"}, "", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "foreignKeys": {}}, "x", "invalid"),
    ({"fields": [{"name": "a", "type": "string"}], "foreignKeys": [{"fields": "a"}]}, "x", "invalid"),
    (
        {
            "fields": [{"name": "a", "type": "string"}],
            "foreignKeys": [{"fields": "a", "reference": {"resource": "u", "fields": "b"}}],
        },
        "x",
        "invalid",
    ),
    (
        {
            "fields": [{"name": "a", "type": "string"}],
            "foreignKeys": [{"fields": "a", "reference": {"resource": "", "fields": "a"}}],
        },
        "x",
        "valid",
    ),
    ({"fields": [{"name": "a", "type": "string"}], "fieldsMatch": "nope"}, "x", "invalid"),
]
OF_VERSION_1: list[tuple[dict[str, Any], str, str]] = [
    ({"fields": [{"name": "a", "type": "time"}]}, "10:00:00Z", "valid"),
    ({"fields": [{"name": "a", "type": "time"}]}, "10:00:00.5", "valid"),
    ({"fields": [{"name": "a", "constraints": {"pattern": "a+"}}]}, "aa", "valid"),
    ({"fields": [{"name": "a", "constraints": {"pattern": "a+"}}]}, "b", "invalid"),
    ({"fields": [{"name": "a", "type": "integer", "constraints": {"exclusiveMinimum": 5}}]}, "5", "invalid"),
    ({"fields": [{"name": "a", "type": "string", "categories": ["x"]}]}, "y", "invalid"),
    ({"fields": [{"name": "a", "type": "any"}]}, "z", "valid"),
    ({"fields": [{"name": "a", "type": "datetime"}]}, "2020-01-01T00:00:00Z", "valid"),
]


def verdicts(foreign: Described, schema: dict[str, Any], cell: str, version: str) -> list[str]:
    """What both engines say of a table of one cell."""
    quoted = cell.replace('"', '""')
    foreign.write({"t": (f'a\n"{quoted}"\n', schema)})
    descriptor = foreign.descriptor()
    if not version:
        del descriptor["$schema"]
    (foreign.folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    small, large = (check_described(foreign.folder, descriptor, size) for size in (ALL_SMALL, ALL_LARGE))
    assert small == large
    return ["invalid" if any(item.severity == "error" for item in found) else "valid" for found in (small, large)]


@pytest.mark.quick(8)
@pytest.mark.parametrize(("kind", "form", "good", "bad"), CELLS, ids=[f"{item[0]}-{item[1]}" for item in CELLS])
def test_each_type_takes_what_the_standard_says_and_nothing_else(
    foreign: Described, kind: str | None, form: str | None, good: str, bad: str
) -> None:
    field = {key: value for key, value in (("name", "a"), ("type", kind), ("format", form)) if value}
    for verdict, cells in (("valid", good), ("invalid", bad)):
        for cell in cells.split():
            found = verdicts(foreign, {"fields": [field]}, cell.replace("~", " "), VERSION_2)
            assert found == [verdict] * 2, cell


@pytest.mark.quick(40)
@pytest.mark.parametrize(("schema", "cell", "verdict"), SCHEMAS)
def test_each_constraint_is_kept_as_the_standard_says(
    foreign: Described, schema: dict[str, Any], cell: str, verdict: str
) -> None:
    assert verdicts(foreign, schema, cell, VERSION_2) == [verdict] * 2


@pytest.mark.parametrize(("schema", "cell", "verdict"), OF_VERSION_1)
def test_version_1_is_judged_as_it_was(foreign: Described, schema: dict[str, Any], cell: str, verdict: str) -> None:
    assert verdicts(foreign, schema, cell, "") == [verdict] * 2
