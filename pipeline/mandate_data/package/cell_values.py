"""Cell values: what a text is as a value of a type of Table Schema, read as strictly as the standard has it.

read = reader({"name": "year", "type": "date"})
read("2020-01-31")    # datetime.date(2020, 1, 31); read("2020-1-31") raises ValueError
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

Read = Callable[[str], Any]
TRUE, FALSE = ("true", "True", "TRUE", "1"), ("false", "False", "FALSE", "0")

_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(rf"([0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}})(\.[0-9]+)?({_ZONE})")
_YEAR = re.compile(rf"(-?(?:[1-9][0-9]{{4,}}|[0-9]{{4}})){_ZONE}")
_YEAR_MONTH = re.compile(rf"(-?(?:[1-9][0-9]{{4,}}|[0-9]{{4}}))-(0[1-9]|1[0-2]){_ZONE}")
_DURATION = re.compile(
    r"(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)
_DAYS_OF_MONTH = Decimal("30.436875")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+|[^@\s]+@localhost")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_LONGEST_INTEGER = 4_000
"""Digits: Python refuses to read more than 4,300."""

FORMATS: Mapping[str, Sequence[str]] = {
    "string": ("default", "email", "uri", "binary", "uuid"),
    "geopoint": ("default", "array", "object"),
    "geojson": ("default", "topojson"),
    **dict.fromkeys(("date", "datetime", "time"), ("default", "any")),
}
"""Formats by type, but for patterns of dates and times; other types have the default alone."""


def reader(field: Mapping[str, Any]) -> Read:
    """The function that reads a cell of a field of a valid schema; it raises ValueError for a text that is no value."""
    kind, format = str(field.get("type", "string")), str(field.get("format", "default"))
    match kind:
        case "integer":
            return lambda text: _integer(_bare(text, field))
        case "number":
            return lambda text: _number(text, field)
        case "boolean":
            true, false = field.get("trueValues", TRUE), field.get("falseValues", FALSE)
            return lambda text: _boolean(text, true, false)
        case "list":
            return _list_reader(field)
        case "date" | "datetime" | "time" if format not in ("default", "any"):
            return lambda text: _by_pattern(kind, text, format.removeprefix("fmt:"))
        case "date" | "datetime" | "time" if format == "any":
            return lambda text: _any_date(kind, text)
        case "string" | "geopoint" | "geojson":
            return READERS[f"{kind}/{format}"]
        case _:
            return READERS[kind]


def in_order(value: Any) -> Any:
    """A value that can be compared with others of its type: dates without a zone are taken for UTC."""
    if isinstance(value, datetime | time) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    return value


def text_of_native(value: Any) -> str:
    """A value of JSON as the text that stands for it in a cell; none is the empty text."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _bare(text: str, field: Mapping[str, Any]) -> str:
    group = field.get("groupChar")
    text = text.replace(group, "") if group else text
    if field.get("bareNumber", True) is False:
        text = re.sub(r"^[^0-9+-]*(?=[+-]?[.0-9])|(?<=[0-9.])[^0-9]*$", "", text)
    return text


def _integer(text: str) -> int:
    if not _INTEGER.fullmatch(text) or len(text) > _LONGEST_INTEGER:
        raise ValueError(text)
    return int(text)


def _number(text: str, field: Mapping[str, Any]) -> Decimal | float:
    if text in ("NaN", "INF", "-INF"):
        return float(text)
    decimal = field.get("decimalChar", ".")
    bare = _bare(text, field)
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


def _boolean(text: str, true: Sequence[str], false: Sequence[str]) -> bool:
    if text not in true and text not in false:
        raise ValueError(text)
    return text in true


def _matching(pattern: re.Pattern[str]) -> Read:
    def read(text: str) -> str:
        if not pattern.fullmatch(text):
            raise ValueError(text)
        return text

    return read


def _binary(text: str) -> str:
    try:
        base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error
    return text


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _json_of(kind: type) -> Read:
    def read(text: str) -> Any:
        value = _json(text)
        if not isinstance(value, kind):
            raise ValueError(text)
        return value

    return read


def _geojson(*kinds: str) -> Read:
    def read(text: str) -> Any:
        value = _json(text)
        if not isinstance(value, dict) or value.get("type") not in kinds:
            raise ValueError(text)
        return value

    return read


def _list_reader(field: Mapping[str, Any]) -> Read:
    delimiter = str(field.get("delimiter", ","))
    read = reader({"type": field.get("itemType", "string")})
    return lambda text: [read(item) for item in text.split(delimiter)]


def _date(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _time(text: str) -> time:
    found = _TIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return time.fromisoformat(found[1] + (found[2] or "")[:7] + found[3])


def _datetime(text: str) -> datetime:
    day, separator, hour = text.partition("T")
    if not separator:
        raise ValueError(text)
    return datetime.combine(_date(day), _time(hour))


def _any_date(kind: str, text: str) -> Any:
    from dateutil import parser

    try:
        value: datetime = parser.parse(text)
    except OverflowError:
        raise ValueError(text) from None
    return _part(kind, value)


def _part(kind: str, value: datetime) -> date | time | datetime:
    return value.date() if kind == "date" else value.timetz() if kind == "time" else value


def _by_pattern(kind: str, text: str, pattern: str) -> Any:
    value = datetime.strptime(text, pattern)
    if not text.isascii():
        raise ValueError(text)
    return _part(kind, value)


def _year(text: str) -> int:
    found = _YEAR.fullmatch(text)
    if found is None or int(found[1]) == 0:
        raise ValueError(text)
    return int(found[1])


def _year_month(text: str) -> tuple[int, int]:
    found = _YEAR_MONTH.fullmatch(text)
    if found is None or int(found[1]) == 0:
        raise ValueError(text)
    return int(found[1]), int(found[2])


def _duration(text: str) -> timedelta | Decimal:
    """Its length in seconds, a month taken as the average one."""
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    years, months, days, hours, minutes, seconds = (Decimal(part or 0) for part in found.groups()[1:])
    whole = ((years * 12 + months) * _DAYS_OF_MONTH + days) * 86_400 + hours * 3_600 + minutes * 60 + seconds
    return -whole if found[1] else whole


def _point(longitude: Any, latitude: Any) -> tuple[Decimal, Decimal]:
    numbers = [item if isinstance(item, str) else json.dumps(item) for item in (longitude, latitude)]
    if not all(_NUMBER.fullmatch(number.strip(" ")) for number in numbers):
        raise ValueError(f"{longitude}, {latitude}")
    east, north = (Decimal(number.strip(" ")) for number in numbers)
    if abs(east) > 180 or abs(north) > 90:
        raise ValueError(f"{longitude}, {latitude}")
    return east, north


def _point_of_text(text: str) -> tuple[Decimal, Decimal]:
    longitude, _, latitude = text.partition(",")
    return _point(longitude, latitude)


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


_GEOJSON = ("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection")

READERS: Mapping[str, Read] = {
    "any": lambda text: text,
    "string/default": lambda text: text,
    "string/email": _matching(_EMAIL),
    "string/uri": _matching(_URI),
    "string/uuid": _matching(_UUID),
    "string/binary": _binary,
    "object": _json_of(dict),
    "array": _json_of(list),
    "date": _date,
    "time": _time,
    "datetime": _datetime,
    "year": _year,
    "yearmonth": _year_month,
    "duration": _duration,
    "geopoint/default": _point_of_text,
    "geopoint/array": _point_of_array,
    "geopoint/object": _point_of_object,
    "geojson/default": _geojson(*_GEOJSON, "Feature", "FeatureCollection"),
    "geojson/topojson": _geojson("Topology"),
}
TYPES = (*dict.fromkeys(name.partition("/")[0] for name in READERS), "integer", "number", "boolean", "list")
"""Types of Table Schema, of versions 1 and 2."""
