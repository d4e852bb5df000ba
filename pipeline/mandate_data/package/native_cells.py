"""Native cells: values of JSON, Parquet or Excel as the cells of a table, which know what they were."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any


class NativeCell(str):
    """A value as the text that stands for it; `value` is the value itself."""

    __slots__ = ("value",)
    value: Any

    def __new__(cls, value: Any) -> NativeCell:
        """Without a value the text is empty, whatever else is missing in its column."""
        cell = super().__new__(cls, _text(value))
        cell.value = value
        return cell

    @property
    def is_typed(self) -> bool:
        """Whether the value is of a type of its own: no text, and not missing."""
        return self.value is not None and not isinstance(self.value, str)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return value
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return f"{'-' if value < timedelta(0) else ''}PT{format(Decimal(str(abs(value.total_seconds()))), 'f')}S"
        case Decimal():
            return format(value, "f")
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case float() if value != value or value in (float("inf"), float("-inf")):
            return str(value).upper()
        case _:
            return json.dumps(value, ensure_ascii=False, default=_text)


NO_VALUE = NativeCell(None)
"""A cell of a file that a dialect's `nullSequence` says is none."""

_KINDS: Sequence[tuple[type | tuple[type, ...], str, Sequence[str]]] = (
    (str, "a text", ()),
    (bool, "a boolean", ("boolean", "any")),
    ((int, float, Decimal), "a number", ("integer", "number", "year", "any")),
    (datetime, "a date and time", ("datetime", "date", "any")),
    (date, "a date", ("date", "any")),
    (time, "a time", ("time", "any")),
    (timedelta, "a duration", ("duration", "any")),
    (bytes, "binary", ("string", "any")),
    (Mapping, "an object", ("object", "geojson", "geopoint", "any")),
    (list, "a list", ("array", "list", "geopoint", "any")),
)


def fits(cell: NativeCell, kind: str) -> bool:
    """Whether a value may be one of a column's type: a number is not text, and true is no 1."""
    for types, _, kinds in _KINDS:
        if isinstance(cell.value, types):
            return not kinds or kind in kinds
    return False


def what_it_is(cell: NativeCell) -> str:
    """What messages call a value: `a number`, `a list`."""
    return next((what for types, what, _ in _KINDS if isinstance(cell.value, types)), type(cell.value).__name__)


def _in_format(cell: NativeCell, kind: str, format: str) -> str:
    """A cell as a column of a type reads it: a date in the column's format, 2.0 as 2."""
    value = cell.value
    if isinstance(value, datetime | date | time) and format not in ("default", "any"):
        return value.strftime(format.removeprefix("fmt:"))
    if kind == "date" and isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if kind in ("integer", "year") and isinstance(value, float) and value.is_integer():
        return NativeCell(int(value))
    if kind in ("integer", "year") and isinstance(value, Decimal) and value == (whole := value.to_integral_value()):
        return NativeCell(whole)
    return cell


def readable_text(text: str, field: Mapping[str, Any], kind: str) -> str:
    """The text that a cell of a field is read from. Raises ValueError for a value that can't be one of its type."""
    if not isinstance(text, NativeCell):
        return text
    if not fits(text, kind):
        raise ValueError(text)
    return _in_format(text, kind, str(field.get("format", "default")))


def is_missing(text: str, missing: frozenset[str]) -> bool:
    """Whether a cell has no value; the texts for none are texts, and -99 is a number."""
    if isinstance(text, NativeCell):
        if text.is_typed:
            return False
        if text.value is None:
            return True
    return text in missing
