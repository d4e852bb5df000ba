"""A slow and obvious judge of a table, written from the text of Table Schema alone: what the engines must find.

It judges rows of cells, not files, and knows nothing of the program: values are fractions, tuples and sets.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Found = tuple[str, int, str]
"""The code, the number of the row (the header is 1), the field; "" for a key."""
DIGITS = "0123456789"
MONTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Instant:
    """Seconds, and whether a zone was given."""

    seconds: Fraction
    zone: bool


@dataclass(frozen=True)
class Span:
    """A duration: months and seconds are two things."""

    months: int
    seconds: Fraction


def no(condition: object) -> None:
    """Refuse a text where something is wrong with it."""
    if condition:
        raise ValueError("no value")


def digits(text: str, least: int = 1) -> int:
    no(len(text) < least or any(sign not in DIGITS for sign in text))
    return int(text)


def integer(text: str) -> Fraction:
    sign = -1 if text[:1] == "-" else 1
    return Fraction(sign * digits(text[1:] if text[:1] in ("-", "+") else text))


def number(text: str) -> Any:
    if text.lower() in ("nan", "inf", "-inf"):
        return text.lower()
    mantissa, exponent = text, Fraction(0)
    for sign in "Ee":
        if sign in text:
            mantissa, _, rest = text.partition(sign)
            exponent = integer(rest)
            break
    negative = mantissa[:1] == "-"
    mantissa = mantissa[1:] if mantissa[:1] in ("-", "+") else mantissa
    whole, point, part = mantissa.partition(".")
    no(not whole and not part)
    value = Fraction(digits(whole) if whole else 0)
    if point and part:
        value += Fraction(digits(part), 10 ** len(part))
    return (-value if negative else value) * Fraction(10) ** int(exponent)


def date(text: str) -> tuple[int, int, int]:
    parts = text.split("-")
    no([len(part) for part in parts] != [4, 2, 2])
    year, month, day = map(digits, parts)
    no(year == 0)
    return calendar_day(year, month, day)


def calendar_day(year: int, month: int, day: int) -> tuple[int, int, int]:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    no(not 1 <= month <= 12)
    no(not 1 <= day <= MONTHS[month - 1] + (leap and month == 2))
    return year, month, day


def clock(text: str) -> Fraction:
    parts = text.split(":")
    no(len(parts) != 3 or any(len(part) != 2 for part in parts[:2]))
    seconds, point, part = parts[2].partition(".")
    no(len(seconds) != 2 or (point and not part))
    values = digits(parts[0]), digits(parts[1]), digits(seconds)
    no(values[0] > 23 or values[1] > 59 or values[2] > 59)
    fraction = Fraction(digits(part), 10 ** len(part)) if part else Fraction(0)
    return values[0] * 3600 + values[1] * 60 + values[2] + fraction


def time(text: str) -> Instant:
    no(len(text) != 8)
    return Instant(clock(text), False)


def datetime(text: str) -> Instant:
    """Of the years 1 to 9999, which the tables here are of."""
    day, sign, rest = text.partition("T")
    no(not sign)
    year, month, number_of_day = date(day)
    zone = re.search(r"(Z|[+-]..:..)$", rest)
    offset = 0
    if zone is not None and zone[0] != "Z":
        hours, minutes = digits(zone[0][1:3]), digits(zone[0][4:6])
        no(hours > 14 or minutes > 59 or (hours == 14 and minutes))
        offset = (hours * 60 + minutes) * 60 * (-1 if zone[0][0] == "-" else 1)
    days = sum(365 + (one % 4 == 0 and (one % 100 != 0 or one % 400 == 0)) for one in range(1, year))
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days += sum(MONTHS[: month - 1]) + (leap and month > 2) + number_of_day
    rest = rest[: zone.start()] if zone else rest
    return Instant(days * 86400 + (86400 if rest == "24:00:00" else clock(rest)) - offset, zone is not None)


def year(text: str) -> int:
    before = text.removeprefix("-")
    no(len(before) != 4 or digits(before) == 0)
    return int(text)


def yearmonth(text: str) -> tuple[int, int]:
    first, _, second = text.rpartition("-")
    no(len(second) != 2 or not 1 <= digits(second) <= 12)
    return year(first), int(second)


def duration(text: str) -> Span:
    sign = -1 if text[:1] == "-" else 1
    text = text.removeprefix("-")
    no(text[:1] != "P")
    day, letter, hours = text[1:].partition("T")
    months, seconds = Fraction(0), Fraction(0)
    no((letter and not hours) or not (day or hours))
    for part, units in ((day, {"Y": 12, "M": 1, "D": 86400}), (hours, {"H": 3600, "M": 60, "S": 1})):
        left = list(units)
        while part:
            unit = next(at for at, character in enumerate([*part, "!"]) if character not in DIGITS + ".")
            no(unit == len(part) or part[unit] not in left)
            name, amount = part[unit], part[:unit]
            left = left[left.index(name) + 1 :]
            no("." in amount and (name != "S" or amount[0] == "." or amount[-1] == "."))
            value = number(amount) * units[name]
            months, seconds = (
                (months + value, seconds)
                if name in "Y" or (units[name] == 1 and name == "M")
                else (months, seconds + value)
            )
            part = part[unit + 1 :]
    return Span(sign * int(months), sign * seconds)


def boolean(text: str) -> bool:
    no(text not in ("true", "True", "TRUE", "1", "false", "False", "FALSE", "0"))
    return text in ("true", "True", "TRUE", "1")


def json_of(kind: type) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        no("NaN" in text or "Infinity" in text)
        value = json.loads(text)
        no(not isinstance(value, kind))
        return value

    return read


def geopoint(text: str) -> tuple[Any, Any]:
    east, sign, north = text.partition(",")
    no(not sign)
    point = number(east), number(north.removeprefix(" "))
    no(isinstance(point[0], str) or isinstance(point[1], str) or abs(point[0]) > 180 or abs(point[1]) > 90)
    return point


def uuid(text: str) -> str:
    no([len(part) for part in text.split("-")] != [8, 4, 4, 4, 12])
    no(any(sign not in "0123456789abcdefABCDEF-" for sign in text))
    return text


READ: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "any": str,
    "integer": integer,
    "number": number,
    "boolean": boolean,
    "date": date,
    "time": time,
    "datetime": datetime,
    "year": year,
    "yearmonth": yearmonth,
    "duration": duration,
    "object": json_of(dict),
    "array": json_of(list),
    "geopoint": geopoint,
}


def value_of(text: str, field: Mapping[str, Any]) -> Any:
    """The logical value of a cell. Raises ValueError where there is none."""
    kind = field.get("type", "any")
    if kind == "list":
        item = {"type": field.get("itemType", "string")}
        return [value_of(part, item) for part in text.split(field.get("delimiter", ","))]
    if field.get("format") == "uuid":
        return uuid(text)
    if kind == "number" and field.get("decimalChar"):
        no("." in text)
        return number(text.replace(field["decimalChar"], "."))
    return READ[kind](text)


def order(value: Any) -> Any:
    if isinstance(value, Span):
        return value.months * Fraction("30.436875") * 86400 + value.seconds
    if isinstance(value, Instant):
        return value.seconds
    return (
        {"inf": Fraction(10) ** 9999, "-inf": -(Fraction(10) ** 9999)}.get(value, value)
        if value in ("inf", "-inf")
        else value
    )


def keeps(name: str, limit: Any, text: str, value: Any, field: Mapping[str, Any]) -> bool:
    """Whether a value keeps one constraint."""
    if name == "pattern":
        no_carriage_return = limit.replace(".", r"[^\n\r]")
        return (
            re.fullmatch(no_carriage_return, text) is not None
        )  # of patterns that mean the same to Python and XML Schema
    if name in ("minLength", "maxLength"):
        return len(value) >= limit if name == "minLength" else len(value) <= limit
    if name == "enum":
        return any(same(value_of(str(item), field), value) for item in limit)
    if value == "nan":
        return False
    bound, own = order(value_of(str(limit), field)), order(value)
    return {"minimum": own >= bound, "maximum": own <= bound, "exclusiveMinimum": own > bound}.get(name, own < bound)


def same(one: Any, other: Any) -> bool:
    return bool(one == other) and one != "nan"


def judge(schema: Mapping[str, Any], header: Sequence[str], rows: Sequence[Sequence[str]]) -> set[Found]:
    """All that is wrong with the rows of a table whose header is right."""
    by_name = {field["name"]: field for field in schema["fields"]}
    found: set[Found] = set()
    table: list[tuple[int, dict[str, Any]]] = []
    for row, cells in enumerate(rows, 2):
        values: dict[str, Any] = dict.fromkeys(by_name)
        table.append((row, values))
        if not any(cells):
            required = any(
                is_required(by_name[name]) and "" in missing(by_name[name], schema)
                for name in header
                if name in by_name
            )
            found.add(("contract-blank-row", row, ""))
            if len(cells) < len(header) or required:
                continue
        for at, name in enumerate(header):
            if at >= len(cells):
                found.add(("contract-missing-cell", row, name if name in by_name else ""))
            elif name in by_name:
                values[name] = judge_cell(cells[at], by_name[name], schema, row, found)
        if len(cells) > len(header):
            found.add(("contract-extra-cell", row, ""))
    judge_keys(schema, table, found)
    return found


def is_required(field: Mapping[str, Any]) -> bool:
    return bool(field.get("constraints", {}).get("required"))


def missing(field: Mapping[str, Any], schema: Mapping[str, Any]) -> list[str]:
    stated = field.get("missingValues", schema.get("missingValues", [""]))
    return [item["value"] if isinstance(item, dict) else item for item in stated]


def judge_cell(text: str, field: Mapping[str, Any], schema: Mapping[str, Any], row: int, found: set[Found]) -> Any:
    if text in missing(field, schema):
        if is_required(field):
            found.add(("contract-constraint-error", row, field["name"]))
        return None
    try:
        value = value_of(text, field)
    except (ValueError, RecursionError):
        found.add(("contract-type-error", row, field["name"]))
        return None
    rules = {name: limit for name, limit in field.get("constraints", {}).items() if name not in ("required", "unique")}
    if "categories" in field:
        listed = [item["value"] if isinstance(item, dict) else item for item in field["categories"]]
        if not keeps("enum", listed, text, value, field):
            found.add(("contract-constraint-error", row, field["name"]))
    if not all(keeps(name, limit, text, value, field) for name, limit in rules.items()):
        found.add(("contract-constraint-error", row, field["name"]))
    return value


def judge_keys(schema: Mapping[str, Any], table: Sequence[tuple[int, dict[str, Any]]], found: set[Found]) -> None:
    primary = schema.get("primaryKey", [])
    for row, values in table:
        if any(values[name] is None for name in primary):
            found.add(("contract-primary-key", row, ""))
    unique = [(key, "contract-unique-error", "") for key in schema.get("uniqueKeys", [])]
    unique += [
        ([field["name"]], "contract-unique-error", field["name"])
        for field in schema["fields"]
        if field.get("constraints", {}).get("unique")
    ]
    for key, code, name in [(primary, "contract-primary-key", ""), *unique]:
        for at, (row, values) in enumerate(table):
            own = [values[part] for part in key]
            before = [[other[part] for part in key] for _, other in table[:at]]
            if key and None not in own and own in before:
                found.add((code, row, name))
    for key in schema.get("foreignKeys", []):
        there = [[values[part] for part in key["reference"]["fields"]] for _, values in table]
        for row, values in table:
            own = [values[part] for part in key["fields"]]
            if None not in own and own not in there:
                found.add(("contract-foreign-key", row, ""))
