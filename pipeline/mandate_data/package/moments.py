"""Moments: dates, times and durations of Table Schema read as XML Schema has them, in any year and to any fraction.

read_datetime("2024-01-26T15:00:00.300-05:00") < read_datetime("2024-01-27T00:00:00Z")  # by `order`
"""

from __future__ import annotations

import re
from calendar import isleap
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

_ZONE = r"(Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?"
_YEAR_DIGITS = r"(-?(?:[1-9][0-9]{4,17}|[0-9]{4}))"
_CLOCK = r"(?:([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9](?:\.[0-9]+)?)|(24):(00):(00(?:\.0+)?))"
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SECONDS = re.compile(r"[0-9]{2}:[0-9]{2}:[0-9]{2}")
_TIME = re.compile(rf"{_CLOCK}{_ZONE}")
_DATETIME = re.compile(rf"{_YEAR_DIGITS}-([0-9]{{2}})-([0-9]{{2}})T{_CLOCK}{_ZONE}")
_YEAR = re.compile(rf"{_YEAR_DIGITS}{_ZONE}")
_YEAR_MONTH = re.compile(rf"{_YEAR_DIGITS}-(0[1-9]|1[0-2]){_ZONE}")
_DURATION = re.compile(
    r"(-)?P(?=[0-9T])(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?"
)
_DAYS_OF_MONTH = Decimal("30.436875")
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = 86_400
_ERA_YEARS, _ERA_DAYS = 400, 146_097


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment in seconds: since the year 0 of UTC, or since midnight; one without a zone is ordered as if in UTC."""

    seconds: Decimal
    has_zone: bool

    @property
    def order(self) -> Decimal:
        return self.seconds

    def __str__(self) -> str:
        return f"{self.seconds.normalize():f}{'Z' if self.has_zone else ''}"


@dataclass(frozen=True, slots=True)
class Elapsed:
    """A duration: its months and its seconds, which no number of months is equal to."""

    months: int
    seconds: Decimal

    @property
    def order(self) -> Decimal:
        """In seconds, a month taken as the average one."""
        return self.months * _DAYS_OF_MONTH * _DAY + self.seconds

    def __str__(self) -> str:
        return f"P{self.months}M{self.seconds.normalize():f}S"


def instant_of(value: datetime | time) -> Instant:
    """The instant of what a library has read."""
    clock = Decimal(value.hour * 3600 + value.minute * 60 + value.second) + Decimal(value.microsecond) / 1_000_000
    offset = value.utcoffset()
    days = value.toordinal() + _days_before(1) - 1 if isinstance(value, datetime) else 0
    zone = Decimal(str(offset.total_seconds())) if offset is not None else Decimal(0)
    return Instant(days * _DAY + clock - zone, offset is not None)


def read_date(text: str) -> date:
    if not _DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def read_time(text: str) -> Instant:
    """A time of day, with a fraction and a zone where there are any."""
    found = _TIME.fullmatch(text)
    if found is None or found[4]:
        raise ValueError(text)
    return Instant(_clock(found[1], found[2], found[3]) - _offset(found[7]), found[7] is not None)


def read_plain_time(text: str) -> Instant:
    """A time of day as hours, minutes and seconds, and nothing else."""
    if not _SECONDS.fullmatch(text):
        raise ValueError(text)
    return read_time(text)


def read_datetime(text: str) -> Instant:
    found = _DATETIME.fullmatch(text)
    if found is None:
        raise ValueError(text)
    days = _days(_astronomical(found[1]), int(found[2]), int(found[3]))
    clock = _clock(found[4] or found[7], found[5] or found[8], found[6] or found[9])
    return Instant(days * _DAY + clock - _offset(found[10]), found[10] is not None)


def read_year(text: str) -> int:
    found = _YEAR.fullmatch(text)
    if found is None:
        raise ValueError(text)
    _astronomical(found[1])
    return int(found[1])


def read_year_month(text: str) -> tuple[int, int]:
    found = _YEAR_MONTH.fullmatch(text)
    if found is None:
        raise ValueError(text)
    _astronomical(found[1])
    return int(found[1]), int(found[2])


def read_duration(text: str) -> Elapsed:
    found = _DURATION.fullmatch(text)
    if found is None:
        raise ValueError(text)
    years, months, days, hours, minutes, seconds = (Decimal(part or 0) for part in found.groups()[1:])
    sign = -1 if found[1] else 1
    whole = days * _DAY + hours * 3_600 + minutes * 60 + seconds
    return Elapsed(sign * int(years * 12 + months), sign * whole)


def _clock(hours: str, minutes: str, seconds: str) -> Decimal:
    return int(hours) * 3600 + int(minutes) * 60 + Decimal(seconds)


def _offset(zone: str | None) -> int:
    """Seconds that the zone is before UTC."""
    if zone is None or zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds


def _astronomical(year: str) -> int:
    """The year with 1 BC as 0. XML Schema has no year 0."""
    number = int(year)
    if number == 0:
        raise ValueError(year)
    return number + 1 if number < 0 else number


def _days(year: int, month: int, day: int) -> int:
    """Days since the first of the year 0."""
    if not 1 <= month <= len(_DAYS) or not 1 <= day <= _DAYS[month - 1] + (month == 2 and isleap(year)):
        raise ValueError(f"{year}-{month}-{day}")
    return _days_before(year) + sum(_DAYS[: month - 1]) + (month > 2 and isleap(year)) + day - 1


def _days_before(year: int) -> int:
    """Days from the first of the year 0 to the first of a year."""
    eras, rest = divmod(year, _ERA_YEARS)
    leaps = (rest + 3) // 4 - (rest + 99) // 100 + (rest + 399) // 400
    return eras * _ERA_DAYS + rest * 365 + leaps
