"""Whether content keeps a JSON Schema; where nothing is wrong, without the time that jsonschema takes to load."""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.limits import LONGEST_VALUE


@dataclass(frozen=True, slots=True)
class Breach:
    """The place that breaks a schema most plainly, as the steps to it, and what is wrong there."""

    path: tuple[str | int, ...]
    message: str


def breach_of(schema: str, content: Any) -> Breach | None:
    """What breaks a JSON Schema (2020-12), given as text, if anything does.

    Content that is plainly right is accepted at once; for the rest jsonschema is asked.
    """
    if is_plainly_right(json_schema(schema), content):
        return None
    import jsonschema  # takes longer to load than most files to check

    validator = jsonschema.Draft202012Validator(json_schema(schema))
    errors = sorted(validator.iter_errors(content), key=lambda error: list(error.path))
    if not errors:
        return None
    worst = jsonschema.exceptions.best_match(errors)
    assert worst is not None
    if worst.validator == "required":  # a key that is misspelt is missing, too
        misspelt = (error for error in errors if error.validator == _UNKNOWN and error.path == worst.path)
        worst = next(misspelt, worst)
    return _breach(worst)


_UNKNOWN = "additionalProperties"
_INSTEAD: Mapping[str, str] = {
    "object": "write keys with values",
    "array": "write a list",
    "string": "write a text",
    "boolean": "write true or false, without quotes",
    "integer": "write a whole number",
    "number": "write a number",
    "null": "leave it empty",
}
"""What to do where a value is of another type."""


TABLES = 0.75
"""How alike names of tables are of which one may be meant: they have many words in common."""


def meant(name: str, known: Iterable[object], alike: float = 0.6) -> str:
    """The known name that is most like an unknown one, as a question; "" where none is like it."""
    like = difflib.get_close_matches(name, [str(one) for one in known], 1, alike)
    return f"did you mean {like[0]!r}?" if like else ""


def _breach(error: Any) -> Breach:
    """An error of jsonschema in the words of this program: what is wrong, and what to do."""
    path, content, limit = tuple(error.absolute_path), error.instance, error.validator_value
    if error.validator == _UNKNOWN and limit is False and "patternProperties" not in error.schema:
        known = list(error.schema.get("properties", {}))
        key = next(key for key in content if key not in known)
        instead = meant(str(key), known) or f"known are {', '.join(known)}"
        return Breach((*path, key), f"is not known; {instead}")
    if error.validator == "required":
        lacking = next(name for name in limit if name not in content)
        return Breach(path, f"lacks {lacking!r}; add it{_meaning(error.schema, lacking)}")
    if content is None or (content == "" and error.validator in ("pattern", "minLength", "enum", "format")):
        return Breach(path, "is empty; fill it in")
    if error.validator == "type":
        kinds = [limit] if isinstance(limit, str) else limit
        in_quotes = "string" in kinds and not isinstance(content, list | dict)
        instead = "write it in quotes" if in_quotes else ", or ".join(_INSTEAD[kind] for kind in kinds)
        named = ", ".join(map(repr, kinds))
        return Breach(path, f"{repr(content)[:LONGEST_VALUE]} is not of type {named}; {instead}")
    if error.validator in ("oneOf", "anyOf") and all(list(one) == ["required"] for one in limit):
        keys = [key for one in limit for key in one["required"]]
        there = [key for key in keys if key in content]
        what = f"has {' and '.join(there)}; delete one" if there else f"lacks {' or '.join(keys)}; add one"
        return Breach(path, what)
    if error.validator == "not" and list(limit) == ["enum"]:
        return Breach(path, f"is {content!r}, which is taken; choose another than {', '.join(limit['enum'])}")
    if error.validator == "minLength":
        return Breach(path, f"{error.message}; write {limit} characters or more")
    if error.validator == "const":
        return Breach(path, f"is {repr(content)[:LONGEST_VALUE]}; write {limit!r}")
    if error.validator == "pattern" and (described := _said(error.schema)):
        return Breach(path, f"{error.message}; expected: {described}")
    return Breach(path, error.message)


def _meaning(schema: Mapping[str, Any], key: str) -> str:
    """What a schema says on one of its keys, to go on after a message; nothing where it says nothing."""
    said = _said(schema.get("properties", {}).get(key, {}))
    return f": {said}" if said else ""


def _said(schema: Mapping[str, Any]) -> str:
    """What a schema says of its values, to go on after a message; "" where it says nothing."""
    said = str(schema.get("description", "")).rstrip(".")
    return f"{said[0].lower() if said[1:2].islower() else said[0]}{said[1:]}" if said else ""


@functools.lru_cache(maxsize=64)
def json_schema(text: str) -> Any:
    """A JSON Schema from its text."""
    return json.loads(text)


def is_plainly_right(schema: Any, content: Any) -> bool:
    """Whether content keeps a schema, as far as the keywords known here can tell: False means that it is in doubt."""
    try:
        return _keeps(content, schema, schema)
    except _DoubtError:
        return False


class _DoubtError(Exception):
    """A keyword that is not known here, or a comparison that only jsonschema is trusted with."""


def _keeps(content: Any, schema: Any, root: Any) -> bool:
    if isinstance(schema, bool):
        return schema
    for keyword, limit in schema.items():
        if keyword in _SILENT:
            continue
        test = _TESTS.get(keyword)
        if test is None:
            raise _DoubtError(keyword)
        if not test(content, limit, schema, root):
            return False
    return True


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "object": lambda content: isinstance(content, dict),
    "array": lambda content: isinstance(content, list),
    "string": lambda content: isinstance(content, str),
    "boolean": lambda content: isinstance(content, bool),
    "null": lambda content: content is None,
    "integer": lambda content: isinstance(content, int) and not isinstance(content, bool),
    "number": lambda content: isinstance(content, int | float) and not isinstance(content, bool),
}


def _is_of_type(content: Any, kinds: Any, schema: Any, root: Any) -> bool:
    if isinstance(content, float) and content.is_integer():
        raise _DoubtError("1.0 is an integer")
    return any(_TYPES[kind](content) for kind in ([kinds] if isinstance(kinds, str) else kinds))


def _is_one_of(content: Any, known: Sequence[Any]) -> bool:
    if not isinstance(content, str | None):
        raise _DoubtError("1 is 1.0, but true is not 1")
    return content in known


def _keeps_properties(content: Any, properties: Mapping[str, Any], schema: Any, root: Any) -> bool:
    return not isinstance(content, dict) or all(
        _keeps(content[name], inner, root) for name, inner in properties.items() if name in content
    )


def _keeps_others(content: Any, inner: Any, schema: Any, root: Any) -> bool:
    if "patternProperties" in schema:
        raise _DoubtError("patternProperties")
    known = schema.get("properties", {})
    return not isinstance(content, dict) or all(
        _keeps(value, inner, root) for name, value in content.items() if name not in known
    )


def _keeps_then(content: Any, condition: Any, schema: Any, root: Any) -> bool:
    chosen = schema.get("then" if _keeps(content, condition, root) else "else", True)
    return _keeps(content, chosen, root)


def _keeps_reference(content: Any, reference: str, schema: Any, root: Any) -> bool:
    kind, _, name = reference.rpartition("/")
    if kind != "#/$defs":
        raise _DoubtError(reference)
    return _keeps(content, root["$defs"][name], root)


def _has_no_double(content: Sequence[Any], limit: bool) -> bool:
    if not limit or not all(isinstance(item, str) for item in content):
        raise _DoubtError("1 is 1.0, but true is not 1")
    return len(set(content)) == len(content)


def _of_numbers(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any, Any, Any], bool]:
    """A keyword that only says something of numbers."""
    number = _TYPES["number"]
    return lambda content, limit, schema, root: not number(content) or test(content, limit)


def _of(kind: type, test: Callable[[Any, Any], bool]) -> Callable[[Any, Any, Any, Any], bool]:
    """A keyword that only says something of content of one kind."""
    return lambda content, limit, schema, root: not isinstance(content, kind) or test(content, limit)


_SILENT = frozenset(
    ("$schema", "$id", "$defs", "$comment", "title", "description", "examples", "default", "format", "then", "else")
)
"""Keywords that test nothing by themselves; `format` is an annotation in this version of JSON Schema."""
_TESTS: Mapping[str, Callable[[Any, Any, Any, Any], bool]] = {
    "type": _is_of_type,
    "enum": lambda content, known, schema, root: _is_one_of(content, known),
    "const": lambda content, known, schema, root: _is_one_of(content, [known]),
    "properties": _keeps_properties,
    "additionalProperties": _keeps_others,
    "required": _of(dict, lambda content, names: all(name in content for name in names)),
    "propertyNames": lambda content, inner, schema, root: (
        not isinstance(content, dict) or all(_keeps(name, inner, root) for name in content)
    ),
    "minProperties": _of(dict, lambda content, least: len(content) >= least),
    "items": lambda content, inner, schema, root: (
        not isinstance(content, list) or all(_keeps(item, inner, root) for item in content)
    ),
    "minItems": _of(list, lambda content, least: len(content) >= least),
    "maxItems": _of(list, lambda content, most: len(content) <= most),
    "pattern": _of(str, lambda content, pattern: re.search(pattern, content) is not None),
    "minLength": _of(str, lambda content, least: len(content) >= least),
    "maxLength": _of(str, lambda content, most: len(content) <= most),
    "uniqueItems": _of(list, _has_no_double),
    "minimum": _of_numbers(lambda content, least: content >= least),
    "maximum": _of_numbers(lambda content, most: content <= most),
    "if": _keeps_then,
    "oneOf": lambda content, choices, schema, root: sum(_keeps(content, inner, root) for inner in choices) == 1,
    "anyOf": lambda content, choices, schema, root: any(_keeps(content, inner, root) for inner in choices),
    "allOf": lambda content, parts, schema, root: all(_keeps(content, inner, root) for inner in parts),
    "not": lambda content, inner, schema, root: not _keeps(content, inner, root),
    "$ref": _keeps_reference,
}
