"""What had happened, and what was still to come, when the sources were published."""

from __future__ import annotations

from mandate_data.validate.rule import Index, Row, Rule, each_row_with

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


def _published(index: Index) -> int:
    return max(bounds(str(source["published"]))[1].year for source in index.rows("sources"))


def _awaited(row: Row, index: Index) -> bool:
    return row["report_status"] != "forthcoming" or int(row["year"]) >= _published(index) - YEARS_TO_PUBLISH


def _has_happened(row: Row, index: Index) -> bool:
    return row["kind"] not in PAST_KINDS or int(row["year"]) <= _published(index)


def _visit_has_begun(row: Row, index: Index) -> bool:
    return bounds(row["start_date"])[0].year <= _published(index)


RULES: tuple[Rule, ...] = (
    Rule(
        "visit-in-future",
        "country_visits",
        "start_date",
        each_row_with(_visit_has_begun),
    ),
    Rule(
        "report-long-awaited",
        "country_visits",
        "year",
        each_row_with(_awaited),
    ),
    Rule(
        "event-in-future",
        "events",
        "date",
        each_row_with(_has_happened),
    ),
)
