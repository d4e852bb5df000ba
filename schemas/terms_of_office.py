"""Who held the mandate when: an imprecise date against terms that are known to the day, the month or the year."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from mandate_data.package.tables import Value


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day that an EDTF level 0 date may mean."""
    parts = [int(part) for part in edtf.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 0
    if len(parts) == 3:
        day = date(year, month, parts[2])
        return day, day
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def in_office(holders: Sequence[Mapping[str, Value]], start: date, end: date) -> list[str]:
    """Ids of all who may have held the mandate of these terms between two days, in order of their terms.

    A term ends at the latest when the next one has surely begun. Where terms are known only to the year, a
    year of change has two possible holders.
    """
    ordered = sorted(holders, key=lambda row: bounds(str(row["term_start"])))
    possible = []
    for position, row in enumerate(ordered):
        earliest = bounds(str(row["term_start"]))[0]
        latest = bounds(str(row["term_end"]))[1] if row.get("term_end") else date.max
        if position + 1 < len(ordered):
            latest = min(latest, bounds(str(ordered[position + 1]["term_start"]))[1] - timedelta(days=1))
        if earliest <= end and start <= latest:
            possible.append(str(row["person_id"]))
    return possible
