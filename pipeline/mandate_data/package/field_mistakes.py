"""Field mistakes: what the schema of a column says that can't be, and that a JSON Schema can't say."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from mandate_data.package.xsd_patterns import HARMLESS, foreign_syntax, matches

Steps = tuple[str | int, ...]
"""The way to a key or item of a YAML file."""
Mistake = tuple[Steps, str]
"""Where something is wrong, and what it is and what to do."""
_FOR: Mapping[str, tuple[str, ...]] = {
    "pattern": ("string",),
    "minLength": ("string",),
    "maxLength": ("string",),
    "minimum": ("integer", "number"),
    "maximum": ("integer", "number"),
}
"""The types of columns that a constraint is for; one that is not here is for all."""
_VALUES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
}
"""What YAML makes of values of a type."""


def field_mistakes(field: Mapping[str, Any]) -> Iterator[Mistake]:
    """What is wrong with a field of a Table Schema that keeps the JSON Schema of tables; steps begin in the field.

    >>> list(field_mistakes({"name": "year", "type": "integer", "constraints": {"pattern": "[0-9]{4}"}}))
    [(('constraints', 'pattern'), 'is for columns of type string, and year is of type integer; delete it')]
    """
    name, kind, constraints = field["name"], field["type"], field.get("constraints", {})
    if field.get("format", "default") != "default" and kind != "string":
        yield ("format",), f"is for columns of type string, and {name} is of type {kind}; delete it"
    for key, value in constraints.items():
        if kind not in _FOR.get(key, (kind,)):
            kinds = " or ".join(_FOR[key])
            yield ("constraints", key), f"is for columns of type {kinds}, and {name} is of type {kind}; delete it"
        if isinstance(value, float) and not math.isfinite(value):
            yield ("constraints", key), f"{value} is not a number that JSON has; write another"
    for key in ("minimum", "maximum"):
        if kind == "integer" and isinstance(constraints.get(key), float):
            yield ("constraints", key), f"{constraints[key]} is not a whole number, as {name} has; write one"
    if mistake := _of_pattern(constraints.get("pattern", "")):
        yield ("constraints", "pattern"), mistake
    for at, value in enumerate(constraints.get("enum", ())):
        if not _is_of(kind, value):
            yield (
                ("constraints", "enum", at),
                f"{value!r} is not a value of the type {kind}, as the column is; write one",
            )
    for least, most in (("minLength", "maxLength"), ("minimum", "maximum")):
        low, high = constraints.get(least), constraints.get(most)
        if low is not None and high is not None and low > high:
            yield ("constraints", most), f"{high} is less than {low}, the {least}; correct one of them"


def _is_of(kind: str, value: Any) -> bool:
    if isinstance(value, bool) or kind == "boolean":
        return isinstance(value, bool) and kind == "boolean"
    return isinstance(value, _VALUES[kind]) and not (isinstance(value, float) and not math.isfinite(value))


@functools.lru_cache(maxsize=256)
def _of_pattern(pattern: str) -> str:
    """Why a pattern can't be published, which is one for XML Schema, JSON Schema and Python alike; else nothing."""
    sign = foreign_syntax(pattern)
    if sign not in ("", *HARMLESS):
        return f"the pattern {pattern!r} has {sign!r}, which XML Schema does not know; write it without"
    try:
        re.compile(pattern)
        matches(pattern, "")
    except (re.error, ValueError, OverflowError, RecursionError) as error:
        return f"the pattern {pattern!r} is not valid ({error}); correct it"
    return ""
