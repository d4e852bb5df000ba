"""Cell schemas: JSON Schemas for the cells of a column (`jsonSchema`), which take no more work than a limit allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from mandate_data.limits import LONGEST_MESSAGE, MOST_SCHEMA_STEPS, PATTERN_SECONDS
from mandate_data.package.xsd_patterns import SlowPatternError

_WITH_PATTERNS = ("patternProperties", "unevaluatedProperties")
"""Keywords that together are searched with Python's own patterns, which have no limit."""


def cell_schema(name: str, schema: Any) -> Callable[[Any], bool]:
    """The test of a cell of the column `name`. Raises ValueError for what is not a JSON Schema.

    The test raises SlowPatternError where a cell takes too many steps, or a pattern too long.
    """
    from jsonschema import Draft202012Validator, validators
    from jsonschema.exceptions import SchemaError
    from referencing import Registry

    if not isinstance(schema, dict):
        raise ValueError(f"jsonSchema of {name} is not an object")
    kind = validators.validator_for(schema, default=Draft202012Validator)
    try:
        kind.check_schema(schema)
    except SchemaError as error:
        raise ValueError(f"jsonSchema of {name} is not valid ({error.message})") from None
    words = set(_words(schema))
    if words.issuperset(_WITH_PATTERNS):
        raise ValueError(
            f"jsonSchema of {name} has both {' and '.join(_WITH_PATTERNS)}, which are not checked together"
        )
    work = _Work()
    limited = {
        "pattern": _pattern,
        "patternProperties": _pattern_properties,
        "additionalProperties": _additional_properties,
        "uniqueItems": _unique_items,
    }
    keywords = {
        word: work.counted({**kind.VALIDATORS, **limited}[word]) for word in kind.VALIDATORS if word != "$schema"
    }
    extend: Any = validators.extend
    validator = extend(kind, keywords)(schema, registry=Registry())  # nothing is fetched

    def keeps(value: Any) -> bool:
        work.left = MOST_SCHEMA_STEPS
        return bool(validator.is_valid(value))

    return keeps


class _Work:
    """How many keywords may still be tried on a cell."""

    def __init__(self) -> None:
        self.left = MOST_SCHEMA_STEPS

    def counted(self, keyword: Callable[..., Any]) -> Callable[..., Iterator[Any]]:
        """The keyword, which counts each time that it is tried."""

        def tried(validator: Any, value: Any, instance: Any, schema: Any) -> Iterator[Any]:
            self.left -= 1 + _steps(value, instance, schema)
            if self.left < 0:
                raise SlowPatternError("jsonSchema")
            yield from keyword(validator, value, instance, schema) or ()

        return tried


def _steps(value: Any, instance: Any, schema: Any) -> int:
    """Steps that one keyword takes beyond the first: values are compared one by one, and items with all others."""
    values = len(value) // 100 if isinstance(value, list) else 0
    items = len(instance) ** 2 // 1000 if isinstance(instance, list) and "unevaluatedItems" in schema else 0
    return values + items


def references_elsewhere(schema: Any) -> list[str]:
    """What a JSON Schema refers to and does not have itself, so that no cell can be tested with it."""
    from referencing import Registry, Resource
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012

    if not isinstance(schema, Mapping):
        return []
    named = dict.fromkeys(value for value in _references(schema) if isinstance(value, str))
    resource: Resource[Any] = Resource.from_contents(schema, default_specification=DRAFT202012)
    resolver = Registry().with_resource(resource.id() or "", resource).resolver(resource.id() or "")
    missing = []
    for reference in named:
        try:
            resolver.lookup(reference)
        except Unresolvable:
            missing.append(reference)
    return missing


def _references(schema: Any) -> Iterator[Any]:
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            if key in ("$ref", "$dynamicRef", "$recursiveRef"):
                yield value
            elif key not in ("const", "enum", "default", "examples"):
                yield from _references(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _references(item)


def _words(schema: Any) -> Iterator[str]:
    """Every key of a schema and of what is in it."""
    if isinstance(schema, Mapping):
        for key, value in schema.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _words(item)


def _has(pattern: str, text: str) -> bool:
    """Whether a pattern is in a text."""
    import regex

    try:
        return regex.search(pattern, text, timeout=PATTERN_SECONDS) is not None
    except TimeoutError:
        raise SlowPatternError(pattern[:LONGEST_MESSAGE]) from None


def _unique_items(validator: Any, unique: Any, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if unique and validator.is_type(instance, "array") and len(set(map(_frozen, instance))) < len(instance):
        yield ValidationError("two items are equal")


def _frozen(value: Any) -> Any:
    """A value of JSON that a set can hold, equal to what JSON Schema has for equal: 1 and 1.0, but not true and 1."""
    if isinstance(value, Mapping):
        return "object", frozenset((key, _frozen(item)) for key, item in value.items())
    if isinstance(value, list):
        return "array", tuple(map(_frozen, value))
    return isinstance(value, bool), value


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[Any]:
    from jsonschema.exceptions import ValidationError

    if validator.is_type(instance, "string") and not _has(pattern, instance):
        yield ValidationError("the pattern is not in it")


def _pattern_properties(validator: Any, patterns: Mapping[str, Any], instance: Any, schema: Any) -> Iterator[Any]:
    if validator.is_type(instance, "object"):
        for pattern, subschema in patterns.items():
            for key, value in instance.items():
                if _has(pattern, key):
                    yield from validator.descend(value, subschema, path=key, schema_path=pattern)


def _additional_properties(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[Any]:
    if validator.is_type(instance, "object"):
        patterns = schema.get("patternProperties", {})
        for key, value in instance.items():
            if key not in schema.get("properties", {}) and not any(_has(pattern, key) for pattern in patterns):
                yield from validator.descend(value, allowed, path=key)
