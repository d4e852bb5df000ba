"""Content is accepted at once only where jsonschema accepts it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from mandate_data.schema_check import Breach, breach_of, is_plainly_right

VALUES = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([1.0, 0.5]) | st.sampled_from(["", "a", "ab"])
CONTENT = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3),
    max_leaves=8,
)
KINDS = st.sampled_from(["object", "array", "string", "boolean", "null", "integer", "number"])
LIMITS = ("minProperties", "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum")


def schemas(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(inner, min_size=1, max_size=3)
    by_name = st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    return st.fixed_dictionaries(
        {},
        optional={
            "type": KINDS | st.lists(KINDS, min_size=1, max_size=2, unique=True),
            "enum": st.lists(VALUES, min_size=1, max_size=3),
            "const": VALUES,
            "properties": by_name,
            "patternProperties": by_name,
            "additionalProperties": inner,
            "propertyNames": inner,
            "required": st.lists(st.sampled_from(["a", "b"]), max_size=2, unique=True),
            "items": inner,
            "uniqueItems": st.booleans(),
            "pattern": st.sampled_from(["^a", "b$"]),
            "if": inner,
            "then": inner,
            "else": inner,
            "not": inner,
            "oneOf": several,
            "anyOf": several,
            "allOf": several,
            "$ref": st.sampled_from(["#/$defs/some"]),
            **dict.fromkeys(LIMITS, st.integers(0, 2)),
        },
    )


SCHEMAS = st.recursive(st.booleans() | st.just({}) | KINDS.map(lambda kind: {"type": kind}), schemas, max_leaves=6)


@settings(deadline=None)
@given(SCHEMAS.filter(lambda schema: isinstance(schema, dict)), KINDS, CONTENT)
def test_what_is_plainly_right_is_right(schema: dict[str, Any], kind: str, content: Any) -> None:
    schema["$defs"] = {"some": {"type": kind}}
    if is_plainly_right(schema, content):
        Draft202012Validator(schema).validate(content)


@pytest.mark.parametrize(
    ("schema", "content", "plain"),
    [
        ({"type": "integer"}, 1, True),
        ({"type": "integer"}, True, False),
        ({"type": "integer"}, 1.0, False),
        ({"enum": [1, "a"]}, "a", True),
        ({"enum": [1, "a"]}, 1, False),
        ({"uniqueItems": True}, ["a", "b"], True),
        ({"uniqueItems": True}, ["a", "a"], False),
        ({"uniqueItems": True}, [1, 2], False),
        ({"prefixItems": [{"type": "string"}]}, ["a"], False),
        ({"$ref": "https://example.org/some"}, "a", False),
        ({"oneOf": [{"type": "string"}, {"minLength": 1}]}, "a", False),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"a": 1}, False),
        ({"if": {"required": ["a"]}, "then": {"required": ["b"]}}, {"c": 1}, True),
    ],
)
def test_what_is_not_known_for_sure_is_in_doubt(schema: Any, content: Any, plain: bool) -> None:
    assert is_plainly_right(schema, content) is plain


def test_a_breach_has_its_place_and_what_is_wrong() -> None:
    schema = json.dumps({"properties": {"a": {"items": {"type": "integer"}}}})
    assert breach_of(schema, {"a": [1, 2.0, 3]}) is None
    assert breach_of(schema, {"a": [1, "b"]}) == Breach(("a", 1), "'b' is not of type 'integer'; write a whole number")
