"""Visits inside a term, with reports that fit them; reports that fit their session."""

from __future__ import annotations

from collections.abc import Callable

from mandate_data.citations.symbols.session_years import assembly_year, commission_year, council_year
from mandate_data.roman_numerals import to_roman
from mandate_data.validate.rule import Index, Row, Rule, each_row, each_row_with, unique

from ..derivations import report_window, session_window
from ..terms_of_office import bounds, is_held_together, may_have_held
from .documents import lists_reports, year_of_symbol
from .terms_of_office_rules import in_order

LONGEST_VISIT = 31  # days; a mission takes a week or two
YEARS_TO_REPORT = 2  # the longest time between a visit and the year of its report


def _together(row: Row, index: Index) -> bool:
    """Whether several hold the mandate of a row at the same time."""
    mandate = index.only("mandates", mandate_id=row["mandate_id"])
    return mandate is not None and is_held_together(mandate["title"])


def _visit_in_term(row: Row, index: Index) -> bool:
    """Whoever made a visit held the mandate then, as far as any of its terms is known."""
    terms = index.find("mandate_holders", mandate_id=row["mandate_id"])
    start, end = bounds(row["start_date"])[0], bounds(row["end_date"])[1]
    return may_have_held(terms, row["person_id"], start, end, together=_together(row, index))


def _journey(row: Row) -> str:
    """Year and countries in the id of a visit, behind its mandate."""
    return str(row["visit_id"]).rpartition("/")[2]


def _visit_named(row: Row, index: Index) -> bool:
    codes = [place["country_code"].lower() for place in index.find("visit_countries", visit_id=row["visit_id"])]
    return sorted(_journey(row).split("-")[1:]) == sorted(codes)


def _report_year(row: Row) -> int | None:
    """The year in the symbol of the report, or the one in which its session opened."""
    return None if row["report_symbol"] is None else year_of_symbol(row["report_symbol"])


def _report_not_before(row: Row, index: Index) -> bool:
    """A visit is over before the session to which it is reported is; of a report in no list, its year must do."""
    end = bounds(row["end_date"])[0]
    document = index.only("documents", symbol=row["report_symbol"])
    year = _report_year(row)
    if document is None or year is None:
        return True
    report = index.only("thematic_reports", symbol=document["parent_symbol"])
    if report is None:
        return year >= end.year
    return end <= session_window(report["body"], int(report["session"]), int(report["year"]))[1]


def _not_too_long(row: Row) -> bool:
    return (bounds(row["end_date"])[0] - bounds(row["start_date"])[1]).days < LONGEST_VISIT


def _report_in_time(row: Row) -> bool:
    year = _report_year(row)
    return year is None or year <= bounds(row["end_date"])[1].year + YEARS_TO_REPORT


def _report_parent_known(row: Row, index: Index) -> bool:
    """A report on a visit is added to one of the mandate's own reports, where a source of the visit lists those."""
    document = index.only("documents", symbol=row["report_symbol"])
    if document is None or document["parent_symbol"] is None:
        return True
    cells = index.find("provenance", table="country_visits", row_key=row["visit_id"], field="report_symbol")
    if not any(lists_reports(source, index) for source in {cell["source_id"] for cell in cells} - {None}):
        return True
    return bool(index.find("thematic_reports", symbol=document["parent_symbol"]))


def _report_is_addendum(row: Row, index: Index) -> bool:
    document = index.only("documents", symbol=row["report_symbol"])
    return document is None or document["modifier"] is not None


def _session_year(row: Row) -> bool:
    """The session met in the year of the report."""
    session = str(row["session"])
    if row["body"] == "general_assembly":
        return bool(row["year"] == assembly_year(session))
    if row["body"] == "commission_on_human_rights":
        return bool(row["year"] == commission_year(to_roman(int(session))))
    return bool(row["year"] == council_year(session))


def _report_document(column: str) -> Callable[[Row, Index], bool]:
    def test(row: Row, index: Index) -> bool:
        document = index.only("documents", symbol=row["symbol"])
        if document is not None and column == "year":
            return year_of_symbol(row["symbol"]) in (None, row["year"])
        if document is None or document[column] is None:
            return True
        return str(document[column]) == str(row[column])

    return test


def _report_holder(row: Row, index: Index) -> bool:
    """Whose report it is held the mandate then, as far as any of its terms is known."""
    if row["person_id"] is None:
        return True
    terms = index.find("mandate_holders", mandate_id=row["mandate_id"])
    window = report_window(row["body"], int(row["session"]), int(row["year"]))
    return may_have_held(terms, row["person_id"], *window, together=_together(row, index))


RULES: tuple[Rule, ...] = (
    Rule(
        "visit-order",
        "country_visits",
        "end_date",
        each_row(in_order("start_date", "end_date")),
    ),
    Rule(
        "visit-too-long",
        "country_visits",
        "end_date",
        each_row(_not_too_long),
    ),
    Rule(
        "visit-year",
        "country_visits",
        "year",
        each_row(lambda row: str(row["start_date"])[:4] == str(row["year"]) == _journey(row)[:4]),
    ),
    Rule(
        "visit-countries",
        "country_visits",
        "visit_id",
        each_row_with(_visit_named),
    ),
    Rule(
        "visit-in-term",
        "country_visits",
        "person_id",
        each_row_with(_visit_in_term),
    ),
    Rule(
        "report-status",
        "country_visits",
        "report_status",
        each_row(lambda row: (row["report_status"] == "published") == (row["report_symbol"] is not None)),
    ),
    Rule(
        "report-before-visit",
        "country_visits",
        "report_symbol",
        each_row_with(_report_not_before),
    ),
    Rule(
        "report-too-late",
        "country_visits",
        "report_symbol",
        each_row(_report_in_time),
    ),
    Rule(
        "report-parent-unknown",
        "country_visits",
        "report_symbol",
        each_row_with(_report_parent_known),
    ),
    Rule(
        "report-no-addendum",
        "country_visits",
        "report_symbol",
        each_row_with(_report_is_addendum),
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
        "session",
        each_row(_session_year),
    ),
    Rule(
        "report-holder",
        "thematic_reports",
        "person_id",
        each_row_with(_report_holder),
    ),
    *(
        Rule(
            f"report-{column}",
            "thematic_reports",
            "symbol",
            each_row_with(_report_document(column)),
        )
        for column in ("body", "session", "year")
    ),
)
