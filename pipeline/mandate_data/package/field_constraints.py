"""Field constraints: what a value of a column must keep, each as a function that says whether it does."""

from __future__ import annotations

import math
import operator
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mandate_data.limits import COLUMN_SECONDS, LONGEST_MESSAGE, LONGEST_VALUE, SLOW_CELL_SECONDS
from mandate_data.package.cell_schemas import cell_schema, references_elsewhere
from mandate_data.package.cell_values import Read, in_order
from mandate_data.package.key_texts import key_text
from mandate_data.package.native_cells import NativeCell
from mandate_data.package.xsd_patterns import SlowPatternError, matches

Keeps = Callable[[str, Any], bool]
"""Whether a cell, as text and as a value, keeps a constraint."""

OF_TEXT, OF_SIZE, OF_ORDER = ("pattern",), ("minLength", "maxLength"), ("minimum", "maximum")
EXCLUSIVE = ("exclusiveMinimum", "exclusiveMaximum")
BOUNDS = (*OF_ORDER, *EXCLUSIVE)
_SIZED = ("string", "list", "array", "object")
_ORDERED = ("integer", "number", "date", "time", "datetime", "duration", "year", "yearmonth")
TYPES_OF: Mapping[str, Sequence[str]] = {
    "pattern": ("string",),
    **dict.fromkeys(OF_SIZE, _SIZED),
    **dict.fromkeys(BOUNDS, _ORDERED),
    "jsonSchema": ("object", "array"),
}
"""The types that a constraint is for; one that is not here is for all."""
CATEGORICAL = ("string", "integer")
"""The types whose fields may have categories."""
KNOWN = ("required", "unique", "enum", *OF_TEXT, *OF_SIZE, *BOUNDS, "jsonSchema")


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint: its name, its value as the schema has it, and the test."""

    name: str
    value: Any
    keeps: Keeps
    shown: str = field(init=False)

    def __post_init__(self) -> None:
        """The value as findings show it, made once: a list may have millions of members."""
        text = str(self.value[:LONGEST_VALUE]) if isinstance(self.value, list | str) else str(self.value)
        object.__setattr__(self, "shown", text[: LONGEST_VALUE + 1])


def constraints_of(field: Mapping[str, Any], read: Read) -> Iterator[Constraint]:
    """The constraints of a field but `required` and `unique`, and its categories.

    Raises ValueError for a value that a constraint can't have.
    """
    name = str(field.get("name", ""))
    for key, value in dict(field.get("constraints") or {}).items():
        if key in ("required", "unique") or key not in KNOWN or value is None:
            continue
        if key == "jsonSchema" and references_elsewhere(value):
            continue  # noted of the schema
        kind = str(field.get("type", "string"))
        if kind not in TYPES_OF.get(key, (kind,)):
            raise ValueError(f'constraint "{key}" is not supported by type "{kind}"')
        yield Constraint(key, value, _test(name, kind, key, value, read))
    if "categories" in field:
        yield _categories(field, read)


def _test(name: str, kind: str, key: str, value: Any, read: Read) -> Keeps:
    if key == "pattern":
        if not isinstance(value, str):
            raise ValueError(f"the pattern of {name} is not text")
        matches(value, "")
        return _patient(value, lambda text, _: matches(value, text))
    if key in OF_SIZE:
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise ValueError(f"{key} of {name} is not a length")
        return (lambda _, item: len(item) >= value) if key == "minLength" else (lambda _, item: len(item) <= value)
    if key == "enum":
        if not isinstance(value, list) or not value:
            raise ValueError(f"enum of {name} is not a list of values")
        return _one_of(name, kind, value, read)
    if key == "jsonSchema":
        keeps = cell_schema(name, value)
        return _patient(key, lambda _, item: keeps(item))
    limit = _limit(name, kind, key, value, read)
    test = {"minimum": operator.ge, "maximum": operator.le, "exclusiveMinimum": operator.gt}.get(key, operator.lt)
    return lambda _, item: not _is_nan(item) and bool(test(in_order(item), limit))


def _patient(what: str, keeps: Keeps) -> Keeps:
    """The test, which raises SlowPatternError when cells that are slow to test have taken too long together."""
    taken = 0.0

    def kept(text: str, item: Any) -> bool:
        nonlocal taken
        start = time.process_time()
        result = keeps(text, item)
        took = time.process_time() - start
        taken += took if took > SLOW_CELL_SECONDS else 0
        if taken > COLUMN_SECONDS:
            raise SlowPatternError(what[:LONGEST_MESSAGE])
        return result

    return kept


def _is_nan(value: Any) -> bool:
    """Whether a value is not a number, which nothing is more or less than."""
    return isinstance(value, float) and math.isnan(value)


def _limit(name: str, kind: str, key: str, value: Any, read: Read) -> Any:
    try:
        limit = in_order(read(NativeCell(value)))
    except ValueError:
        limit = math.nan
    if _is_nan(limit):
        raise ValueError(f"{key} of {name} is not of the type {kind}")
    return limit


def _one_of(name: str, kind: str, values: Sequence[Any], read: Read, what: str = "enum") -> Keeps:
    allowed = []
    for value in values:
        try:
            allowed.append(read(NativeCell(value)))
        except ValueError:
            if NativeCell(value):  # an empty text in a list of values means that there may be none
                raise ValueError(f"{value!r} in the {what} of {name} is not of the type {kind}") from None
    if kind in ("object", "array", "list", "geojson", "any"):
        texts, keys = frozenset(map(str, allowed)), frozenset(map(key_text, allowed))
        if kind == "any":  # in CSV all is text, so that any value may be the one that is allowed; in JSON 1 is not "1"
            return lambda text, item: key_text(item) in keys if isinstance(text, NativeCell) else text in texts
        return lambda _, item: key_text(item) in keys
    known = frozenset(allowed)
    return lambda _, item: item in known


def _categories(field: Mapping[str, Any], read: Read) -> Constraint:
    name, kind, categories = str(field.get("name", "")), str(field.get("type")), field["categories"]
    if kind not in CATEGORICAL:
        raise ValueError(f'categories of {name} are not supported by type "{kind}"')
    if not isinstance(categories, list):
        raise ValueError(f"categories of {name} is not a list")
    values = [item["value"] if isinstance(item, Mapping) and "value" in item else item for item in categories]
    if any(isinstance(value, Mapping | list) for value in values):
        raise ValueError(f"categories of {name} has one without a value")
    labels = [item["label"] for item in categories if isinstance(item, Mapping) and "label" in item]
    for what, texts in (("values", list(map(str, values))), ("labels", list(map(str, labels)))):
        if len(set(texts)) != len(texts):
            raise ValueError(f"categories of {name} has two {what} alike")
    keeps = _one_of(name, kind, values, read, "categories")
    for value in (field.get("constraints") or {}).get("enum") or []:
        text = NativeCell(value)
        if text and not keeps(text, read(text)):
            raise ValueError(f"{value!r} in the enum of {name} is none of its categories")
    return Constraint("categories", values, keeps)
