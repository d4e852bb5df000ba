"""Cell values: what a text is as a value of a type of Table Schema, read as strictly as the standard has it.

read = reader({"name": "year", "type": "date"})
read("2020-01-31")    # datetime.date(2020, 1, 31); read("2020-1-31") raises ValueError
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from mandate_data.limits import LONGEST_NUMBER
from mandate_data.package.geojson import is_geojson, is_topojson
from mandate_data.package.moments import (
    Elapsed,
    Instant,
    instant_of,
    read_date,
    read_datetime,
    read_duration,
    read_plain_time,
    read_time,
    read_year,
    read_year_month,
)
from mandate_data.package.native_cells import NativeCell, readable_text
from mandate_data.package.strict_json import no_constant
from mandate_data.package.text_formats import read_binary, read_email, read_uri, read_uuid

Read = Callable[[str], Any]
TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")
"""How a boolean is written where its field says nothing else."""

_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_SPECIAL = ("NAN", "INF", "-INF")

FORMATS: Mapping[str, Sequence[str]] = {
    "string": ("default", "email", "uri", "binary", "uuid"),
    "geopoint": ("default", "array", "object"),
    "geojson": ("default", "topojson"),
    **dict.fromkeys(("date", "datetime", "time"), ("default", "any")),
}
"""Formats by type, but for patterns of dates and times; other types have the default alone."""


WRITTEN: Sequence[str] = ("bareNumber", "groupChar", "decimalChar", "trueValues", "falseValues")
"""Properties of a field that say how its values are written as text; a number of JSON is written in JSON's way."""


def reader(field: Mapping[str, Any], version_2: bool = True) -> Read:
    """The function that reads a cell of a field of a valid schema; it raises ValueError for a text that is not a value.

    Version 1 of the standard has any time of ISO 8601 where version 2 has `hh:mm:ss` alone. A `NativeCell` of a type of
    its own is read as what it is, whatever the field says of texts.
    """
    read = _text_reader(field, version_2)
    if not any(name in field for name in WRITTEN):
        return read
    plain = _text_reader({key: value for key, value in field.items() if key not in WRITTEN}, version_2)
    return lambda text: (plain if isinstance(text, NativeCell) and text.is_typed else read)(text)


def _text_reader(field: Mapping[str, Any], version_2: bool) -> Read:
    kind, format = str(field.get("type", "string")), str(field.get("format", "default"))
    match kind:
        case "integer":
            return lambda text: _integer(_bare(text, field))
        case "number":
            return lambda text: _number(text, field)
        case "boolean":
            true, false = frozenset(field.get("trueValues", TRUE)), frozenset(field.get("falseValues", FALSE))
            return lambda text: _boolean(text, true, false)
        case "list":
            return _list_reader(field, version_2)
        case "time" if format == "default" and not version_2:
            return read_time
        case "date" | "datetime" | "time" if format not in ("default", "any"):
            return lambda text: _by_pattern(kind, text, format.removeprefix("fmt:"))
        case "date" | "datetime" | "time" if format == "any":
            return lambda text: _any_date(kind, text)
        case "string" | "geopoint" | "geojson":
            return READERS[f"{kind}/{format}"]
        case _:
            return READERS[kind]


def in_order(value: Any) -> Any:
    """A value that can be compared with others of its type."""
    return value.order if isinstance(value, Instant | Elapsed) else value


def _bare(text: str, field: Mapping[str, Any], decimal: str = "") -> str:
    """The number without characters around it and signs between its digits, where the field may have them.

    Digits are grouped in front of the `decimal` sign and the exponent alone, which a number may have.
    """
    if field.get("bareNumber", True) is False:
        text = re.sub(r"^[^0-9+-]*(?=[+-]?[.0-9])|(?<=[0-9.])[^0-9]*$", "", text)
    group = field.get("groupChar")
    if not group:
        return text
    whole = re.split(rf"{re.escape(decimal)}|[eE]", text, maxsplit=1)[0] if decimal and decimal != group else text
    return re.sub(rf"(?<=[0-9]){re.escape(group)}(?=[0-9])", "", whole) + text[len(whole) :]


def _integer(text: str) -> int | Decimal:
    """A whole number; Python makes no `int` of more digits than a limit."""
    if not _INTEGER.fullmatch(text):
        raise ValueError(text)
    return int(text) if len(text) <= LONGEST_NUMBER else Decimal(text)


def _number(text: str, field: Mapping[str, Any]) -> Decimal | float:
    if text.upper() in _SPECIAL:
        return float(text)
    decimal = field.get("decimalChar", ".")
    bare = _bare(text, field, decimal)
    if decimal != ".":
        if "." in bare:
            raise ValueError(text)
        bare = bare.replace(decimal, ".")
    if not _NUMBER.fullmatch(bare):
        raise ValueError(text)
    try:
        return Decimal(bare)
    except InvalidOperation:
        raise ValueError(text) from None


def _boolean(text: str, true: frozenset[str], false: frozenset[str]) -> bool:
    if text not in true and text not in false:
        raise ValueError(text)
    return text in true


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=no_constant)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _json_of(kind: type) -> Read:
    def read(text: str) -> Any:
        value = _json(text)
        if not isinstance(value, kind):
            raise ValueError(text)
        return value

    return read


def _json_that(test: Callable[[Any], bool]) -> Read:
    def read(text: str) -> Any:
        value = _json(text)
        try:
            if test(value):
                return value
        except RecursionError:
            raise ValueError("nested too deeply") from None
        raise ValueError(text)

    return read


def _list_reader(field: Mapping[str, Any], version_2: bool) -> Read:
    delimiter = str(field.get("delimiter", ","))
    kind = str(field.get("itemType", "string"))
    read = reader({"type": kind}, version_2)

    def read_item(item: Any) -> Any:
        return read(readable_text(NativeCell(item), {}, kind))

    def read_list(text: str) -> Any:
        if isinstance(text, NativeCell) and isinstance(text.value, list):
            return [read_item(item) for item in text.value]
        return [read(item) for item in text.split(delimiter)]

    return read_list


def _any_date(kind: str, text: str) -> Any:
    from dateutil import parser

    try:
        value: datetime = parser.parse(text)
    except OverflowError:
        raise ValueError(text) from None
    return _part(kind, value)


def _part(kind: str, value: datetime) -> Any:
    return value.date() if kind == "date" else instant_of(value.timetz() if kind == "time" else value)


def _by_pattern(kind: str, text: str, pattern: str) -> Any:
    value = datetime.strptime(text, pattern)
    if not text.isascii():
        raise ValueError(text)
    return _part(kind, value)


_POINT = re.compile(rf"({_NUMBER.pattern}), ?({_NUMBER.pattern})")


def _point(longitude: Any, latitude: Any) -> tuple[Decimal, Decimal]:
    numbers = [json.dumps(item) for item in (longitude, latitude)]
    if not all(map(_NUMBER.fullmatch, numbers)):
        raise ValueError(f"{longitude}, {latitude}")
    return _on_earth(*numbers)


def _on_earth(longitude: str, latitude: str) -> tuple[Decimal, Decimal]:
    east, north = Decimal(longitude), Decimal(latitude)
    if abs(east) > 180 or abs(north) > 90:
        raise ValueError(f"{longitude}, {latitude}")
    return east, north


def _point_of_text(text: str) -> tuple[Decimal, Decimal]:
    found = _POINT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return _on_earth(found[1], found[2])


def _point_of_array(text: str) -> tuple[Decimal, Decimal]:
    value = _json(text)
    if not isinstance(value, list) or len(value) != 2:
        raise ValueError(text)
    return _point(value[0], value[1])


def _point_of_object(text: str) -> tuple[Decimal, Decimal]:
    value = _json(text)
    if not isinstance(value, dict) or set(value) != {"lon", "lat"}:
        raise ValueError(text)
    return _point(value["lon"], value["lat"])


READERS: Mapping[str, Read] = {
    "any": lambda text: text,
    "string/default": lambda text: text,
    "string/email": read_email,
    "string/uri": read_uri,
    "string/uuid": read_uuid,
    "string/binary": read_binary,
    "object": _json_of(dict),
    "array": _json_of(list),
    "date": read_date,
    "time": read_plain_time,
    "datetime": read_datetime,
    "year": read_year,
    "yearmonth": read_year_month,
    "duration": read_duration,
    "geopoint/default": _point_of_text,
    "geopoint/array": _point_of_array,
    "geopoint/object": _point_of_object,
    "geojson/default": _json_that(is_geojson),
    "geojson/topojson": _json_that(is_topojson),
}
TYPES = (*dict.fromkeys(name.partition("/")[0] for name in READERS), "integer", "number", "boolean", "list")
"""Types of Table Schema, of versions 1 and 2."""
