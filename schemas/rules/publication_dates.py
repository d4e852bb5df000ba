"""What had happened, and what was still to come, when the sources were published."""

from __future__ import annotations

from mandate_data.validate.rule import Frames, Row, Rule, with_others

from ..terms_of_office import bounds

YEARS_TO_PUBLISH = 2  # the longest time for which a report on a visit is awaited
PAST_KINDS = (
    "resolution",
    "adoption",
    "entry_into_force",
    "conference",
    "appointment",
    "publication",
    "visit",
    "crisis",
)


def _published(frames: Frames) -> int:
    return max(bounds(str(date))[1].year for date in frames["sources"]["published"])


def _awaited(row: Row, frames: Frames) -> bool:
    return row["report_status"] != "forthcoming" or int(row["year"]) >= _published(frames) - YEARS_TO_PUBLISH


def _has_happened(row: Row, frames: Frames) -> bool:
    return row["kind"] not in PAST_KINDS or int(row["year"]) <= _published(frames)


def _visit_has_begun(row: Row, frames: Frames) -> bool:
    return bounds(row["start_date"])[0].year <= _published(frames)


RULES: tuple[Rule, ...] = (
    Rule(
        "visit-in-future",
        "country_visits",
        "start_date",
        with_others(_visit_has_begun),
    ),
    Rule(
        "report-long-awaited",
        "country_visits",
        "year",
        with_others(_awaited),
    ),
    Rule(
        "event-in-future",
        "events",
        "date",
        with_others(_has_happened),
    ),
)
