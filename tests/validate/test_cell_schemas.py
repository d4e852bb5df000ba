"""JSON Schemas of cells: checked as jsonschema does, and given up where a cell takes too much work."""

from __future__ import annotations

import json
from typing import Any

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, Described, field
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from mandate_data.package import field_constraints
from mandate_data.package.cell_schemas import cell_schema
from mandate_data.package.xsd_patterns import SlowPatternError

LONG = json.dumps({"a" * 40 + "b": 1}).replace('"', '""')
ENDLESS = "^(a+)+$"


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ({"patternProperties": {ENDLESS: {}}}, []),
        ({"propertyNames": {"pattern": ENDLESS}}, ["contract-constraint-error"]),
        ({"patternProperties": {ENDLESS: {}}, "additionalProperties": False}, ["contract-constraint-error"]),
        (
            {"$ref": "#/$defs/a", "$defs": {"a": {"propertyNames": {"pattern": ENDLESS}}}},
            ["contract-constraint-error"],
        ),
    ],
)
@pytest.mark.parametrize("large", [ALL_SMALL, ALL_LARGE])
def test_a_pattern_does_not_search_without_end(schema: Any, found: list[str], large: int, foreign: Described) -> None:
    foreign.write({"t": (f'a\n"{LONG}"\n', {"fields": [field("a", "object", jsonSchema=schema)]})})
    assert [one.code for one in foreign.check(large)] == found


@pytest.mark.slow
def test_a_schema_that_grows_without_end_is_given_up(foreign: Described) -> None:
    levels = {f"l{n}": {"allOf": [{"$ref": f"#/$defs/l{n + 1}"}] * 10} for n in range(9)}
    schema = {"$ref": "#/$defs/l0", "$defs": {**levels, "l9": {"type": "object"}}}
    foreign.write({"t": ('a\n"{}"\n', {"fields": [field("a", "object", jsonSchema=schema)]})})
    assert [one.code for one in foreign.check(ALL_SMALL)] == ["contract-uncheckable"]


def test_what_is_not_checked_together_is_refused(foreign: Described) -> None:
    schema = {"patternProperties": {"a": {}}, "unevaluatedProperties": False}
    foreign.write({"t": ('a\n"{}"\n', {"fields": [field("a", "object", jsonSchema=schema)]})})
    (found,) = foreign.check(ALL_SMALL)
    assert found.severity == "error"
    assert "patternProperties and unevaluatedProperties, which are not checked together" in found.message


KEYS = st.sampled_from(["a", "ab", "b", ""])
SCHEMAS = st.fixed_dictionaries(
    {},
    optional={
        "properties": st.dictionaries(KEYS, st.sampled_from([{}, {"type": "integer"}, False])),
        "patternProperties": st.dictionaries(
            st.sampled_from(["^a", "b$", "."]), st.sampled_from([{}, {"type": "string"}])
        ),
        "additionalProperties": st.sampled_from([True, False, {"type": "integer"}]),
        "required": st.lists(KEYS, unique=True),
        "propertyNames": st.just({"pattern": "a"}),
        "minProperties": st.integers(0, 2),
    },
)


@given(schema=SCHEMAS, value=st.dictionaries(KEYS, st.one_of(st.integers(), st.text(max_size=1))))
def test_it_says_what_jsonschema_says(schema: Any, value: Any) -> None:
    assert cell_schema("a", schema)(value) == Draft202012Validator(schema).is_valid(value)


@pytest.mark.parametrize(
    ("items", "is_kept"),
    [
        ([1, True, "1", [1], {"a": 1}], True),
        ([1, 1.0], False),
        ([0, False, [0], [False]], True),
        ([{"a": [1], "b": 2}, {"b": 2, "a": [1]}], False),
        ([[[]], [{}], [], {}], True),
    ],
)
def test_items_are_unique_as_json_schema_says(items: list[Any], is_kept: bool) -> None:
    schema = {"uniqueItems": True}
    assert Draft202012Validator(schema).is_valid(items) is is_kept
    assert cell_schema("a", schema)(items) is is_kept


@pytest.mark.parametrize(
    "schema",
    [{"unevaluatedItems": False, "contains": True}, {"items": {"enum": list(range(100_000))}}],
    ids=["unevaluated", "enum"],
)
def test_items_that_are_compared_with_very_many_others_are_given_up(schema: Any) -> None:
    with pytest.raises(SlowPatternError, match=r"^jsonSchema$"):
        cell_schema("a", schema)(list(range(20_000)))


def test_an_enum_of_lists_and_objects_has_what_is_equal(foreign: Described) -> None:
    fields = [field("a", "array", enum=[[1, {"b": [2]}]]), field("o", "object", enum=[{"a": [1], "b": {}}])]
    rows = '"[1.0, {""b"": [2]}]","{""b"": {}, ""a"": [1]}"\n"[1, {""b"": 2}]","{""a"": [1]}"\n'
    foreign.write({"t": ("a,o\n" + rows, {"fields": fields})})
    assert [(one.line, one.field) for one in foreign.check(ALL_SMALL)] == [(3, "a"), (3, "o")]


def test_cells_that_are_slow_together_are_given_up(foreign: Described, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.write({"t": ("a\n[]\n[]\n", {"fields": [field("a", "array", jsonSchema={"maxItems": 1})]})})
    assert foreign.check(ALL_SMALL) == []
    monkeypatch.setattr(field_constraints, "SLOW_CELL_SECONDS", 0.0)
    monkeypatch.setattr(field_constraints, "COLUMN_SECONDS", 0.0)
    (found,) = foreign.check(ALL_SMALL)
    assert found.message == "the table could not be checked: the pattern 'jsonSchema' takes too long on a cell"
