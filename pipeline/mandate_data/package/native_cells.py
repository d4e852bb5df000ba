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

_KINDS: Sequence[tuple[type | tuple[type, ...], Sequence[str]]] = (
    (str, ()),
    (bool, ("boolean", "any")),
    ((int, float, Decimal), ("integer", "number", "year", "any")),
    (datetime, ("datetime", "date", "any")),
    (date, ("date", "any")),
    (time, ("time", "any")),
    (timedelta, ("duration", "any")),
    (bytes, ("string", "any")),
    (Mapping, ("object", "geojson", "geopoint", "any")),
    (list, ("array", "list", "geopoint", "any")),
)


def readable_text(text: str, field: Mapping[str, Any], kind: str) -> str:
    """The text that a cell of a field is read from. Raises ValueError for a value that can't be one of its type."""
    if not isinstance(text, NativeCell):
        return text
    if not _fits(text, kind):
        raise ValueError(text)
    return _text_for(text, kind, str(field.get("format", "default")), str(field.get("delimiter", ",")))


def _fits(cell: NativeCell, kind: str) -> bool:
    """Whether a value may be one of a column's type: a number is no text, and true is no 1."""
    for types, kinds in _KINDS:
        if isinstance(cell.value, types):
            return not kinds or kind in kinds
    return False


def _text_for(cell: NativeCell, kind: str, format: str, delimiter: str) -> str:
    """The text of a cell in a column of a type: a list as its items, a date in the column's format, 2.0 as 2."""
    value = cell.value
    if kind == "list" and isinstance(value, list):
        return delimiter.join(map(NativeCell, value))
    if isinstance(value, datetime | date | time) and format not in ("default", "any"):
        return value.strftime(format.removeprefix("fmt:"))
    if kind == "date" and isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if kind in ("integer", "year") and isinstance(value, float | Decimal) and value % 1 == 0:
        return str(int(value))
    return cell
