"""Visits inside a term, with reports that fit them; reports that fit their session."""

from __future__ import annotations

from collections.abc import Callable

from mandate_data.validate.rule import Frames, Row, Rule, each, only, rows, unique, with_others

from ..derivations import session_window
from ..terms_of_office import bounds, in_office
from .terms_of_office_rules import in_order

REPORT_BODIES = {"GA": "general_assembly", "HRC": "human_rights_council", "CHR": "commission_on_human_rights"}


LONGEST_VISIT = 31  # days; a mission takes a week or two
YEARS_TO_REPORT = 2  # the longest time between a visit and the year of its report


def _visit_in_term(row: Row, frames: Frames) -> bool:
    start, end = bounds(row["start_date"])[0], bounds(row["end_date"])[1]
    return row["holder_id"] in in_office(rows(frames["mandate_holders"]), start, end)


def _visit_named(row: Row, frames: Frames) -> bool:
    places = frames["visit_countries"]
    codes = places[places["visit_id"] == row["visit_id"]]["country_code"]
    return sorted(row["visit_id"].split("-")[1:]) == sorted(code.lower() for code in codes)


def _report_year(row: Row, frames: Frames) -> int | None:
    document = only(frames, "documents", symbol=row["report_symbol"])
    return None if document is None or document["year"] is None else int(document["year"])


def _report_not_before(row: Row, frames: Frames) -> bool:
    """A visit is over before the session to which it is reported is; of a report in no list, its year must do."""
    end = bounds(row["end_date"])[0]
    document = only(frames, "documents", symbol=row["report_symbol"])
    if document is None or document["year"] is None:
        return True
    report = only(frames, "thematic_reports", symbol=document["parent_symbol"])
    if report is None:
        return int(document["year"]) >= end.year
    return end <= session_window(report["body"], int(report["session"]), int(report["year"]))[1]


def _not_too_long(row: Row) -> bool:
    return (bounds(row["end_date"])[0] - bounds(row["start_date"])[1]).days < LONGEST_VISIT


def _report_in_time(row: Row, frames: Frames) -> bool:
    year = _report_year(row, frames)
    return year is None or year <= bounds(row["end_date"])[1].year + YEARS_TO_REPORT


def _report_parent_known(row: Row, frames: Frames) -> bool:
    """A report on a visit is added to one of the mandate's own reports."""
    document = only(frames, "documents", symbol=row["report_symbol"])
    if document is None or document["parent_symbol"] is None:
        return True
    return bool((frames["thematic_reports"]["symbol"] == document["parent_symbol"]).any())


def _report_is_addendum(row: Row, frames: Frames) -> bool:
    document = only(frames, "documents", symbol=row["report_symbol"])
    return document is None or document["modifier"] is not None


def _session_year(row: Row) -> bool:
    """Session N of the Assembly opens in N + 1945, of the Commission in N + 1944; the Council has three a year."""
    session, year = int(row["session"]), int(row["year"])
    if row["body"] == "GA":
        return year == session + 1945
    if row["body"] == "CHR":
        return year == session + 1944
    return year == (2006 if session <= 3 else 2007 + (session - 4) // 3)


def _report_document(column: str) -> Callable[[Row, Frames], bool]:
    def test(row: Row, frames: Frames) -> bool:
        document = only(frames, "documents", symbol=row["symbol"])
        if document is None or document[column] is None:
            return True
        expected = REPORT_BODIES[row["body"]] if column == "body" else row[column]
        return str(document[column]) == str(expected)

    return test


def _report_holder(row: Row, frames: Frames) -> bool:
    window = session_window(row["body"], int(row["session"]), int(row["year"]))
    return row["holder_id"] in in_office(rows(frames["mandate_holders"]), *window)


RULES: tuple[Rule, ...] = (
    Rule(
        "visit-order",
        "country_visits",
        "end_date",
        each(in_order("start_date", "end_date")),
    ),
    Rule(
        "visit-too-long",
        "country_visits",
        "end_date",
        each(_not_too_long),
    ),
    Rule(
        "visit-year",
        "country_visits",
        "year",
        each(lambda row: str(row["start_date"])[:4] == str(row["year"]) == str(row["visit_id"])[:4]),
    ),
    Rule(
        "visit-countries",
        "country_visits",
        "visit_id",
        with_others(_visit_named),
    ),
    Rule(
        "visit-in-term",
        "country_visits",
        "holder_id",
        with_others(_visit_in_term),
    ),
    Rule(
        "report-status",
        "country_visits",
        "report_status",
        each(lambda row: (row["report_status"] == "published") == (row["report_symbol"] is not None)),
    ),
    Rule(
        "report-before-visit",
        "country_visits",
        "report_symbol",
        with_others(_report_not_before),
    ),
    Rule(
        "report-too-late",
        "country_visits",
        "report_symbol",
        with_others(_report_in_time),
    ),
    Rule(
        "report-parent-unknown",
        "country_visits",
        "report_symbol",
        with_others(_report_parent_known),
    ),
    Rule(
        "report-no-addendum",
        "country_visits",
        "report_symbol",
        with_others(_report_is_addendum),
    ),
    Rule(
        "report-of-two-visits",
        "country_visits",
        "report_symbol",
        unique("report_symbol"),
    ),
    Rule(
        "session-year",
        "thematic_reports",
        "year",
        each(_session_year),
    ),
    Rule(
        "report-holder",
        "thematic_reports",
        "holder_id",
        with_others(_report_holder),
    ),
    *(
        Rule(
            f"report-{column}",
            "thematic_reports",
            "symbol",
            with_others(_report_document(column)),
        )
        for column in ("body", "session", "year")
    ),
)
