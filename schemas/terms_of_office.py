"""Who held the mandate when: an imprecise date against terms that are known to the day, the month or the year."""

from __future__ import annotations

import calendar
import re
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


_GROUP = re.compile(r"\b(?:Working Group|Expert Mechanism|Committee|Panel|Board)\b")


def is_held_together(title: object) -> bool:
    """Whether the mandate of this title is that of a group, whose members hold it at the same time."""
    return _GROUP.search(str(title)) is not None


def in_office(holders: Sequence[Mapping[str, Value]], start: date, end: date, *, together: bool = False) -> list[str]:
    """Ids of all who may have held the mandate of these terms between two days, in order of their terms.

    A term ends at the latest when the next one has surely begun, unless several hold the mandate `together`. Where
    terms are known only to the year, a year of change has two possible holders.
    """
    ordered = sorted(holders, key=lambda row: bounds(str(row["term_start"])))
    possible = []
    for position, row in enumerate(ordered):
        earliest = bounds(str(row["term_start"]))[0]
        latest = bounds(str(row["term_end"]))[1] if row.get("term_end") else date.max
        if position + 1 < len(ordered) and not together:
            latest = min(latest, bounds(str(ordered[position + 1]["term_start"]))[1] - timedelta(days=1))
        if earliest <= end and start <= latest:
            possible.append(str(row["person_id"]))
    return possible


def may_have_held(
    terms: Sequence[Mapping[str, Value]], person_id: Value, start: date, end: date, *, together: bool = False
) -> bool:
    """Whether somebody may have held the mandate of these terms between two days: nobody says otherwise where no terms
    are known, or, of several who hold it `together`, none of this person."""
    known = [row for row in terms if row["person_id"] == person_id] if together else terms
    return not known or person_id in in_office(known, start, end, together=together)
