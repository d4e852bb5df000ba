"""What had happened, and what was still to come, when the sources were published."""

from __future__ import annotations

from mandate_data.validate.rule import Index, Row, Rule, each_row_with

from ..terms_of_office import bounds
from .documents import year_of_symbol

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


def _status_told(row: Row, index: Index) -> int:
    """The year in which the last source was published that the status of the report was taken from.

    A status that no source prints is of the sources of its row.
    """
    cells = index.find("provenance", table="country_visits", row_key=row["visit_id"])
    of_row = {cell["source_id"] for cell in cells}
    names = {cell["source_id"] for cell in cells if cell["field"] == "report_status" and cell["source_id"]} or of_row
    years = [bounds(str(one["published"]))[1].year for one in index.rows("sources") if one["source_id"] in names]
    return max(years, default=_published(index))


def _is_derived(row: Row, index: Index) -> bool:
    """Whether the status of the report on a visit is in no source's words."""
    cells = index.find("provenance", table="country_visits", row_key=row["visit_id"], field="report_status")
    return any(cell["kind"] == "derived" for cell in cells)


def _awaited(row: Row, index: Index) -> bool:
    """Whether the report on a visit may be awaited yet, where a source says so in words."""
    if row["report_status"] != "forthcoming" or _is_derived(row, index):
        return True
    return int(row["year"]) >= _status_told(row, index) - YEARS_TO_PUBLISH


def _named_or_awaited(row: Row, index: Index) -> bool:
    """Whether a source names the report on a visit, or says that it is awaited."""
    return row["report_status"] != "forthcoming" or not _is_derived(row, index)


def _has_happened(row: Row, index: Index) -> bool:
    return row["kind"] not in PAST_KINDS or int(row["year"]) <= _published(index)


def _document_exists(row: Row, index: Index) -> bool:
    years = [year for year in (year_of_symbol(row["symbol"]), row["year"]) if year is not None]
    return max(years, default=0) <= _published(index)


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
        "report-unnamed",
        "country_visits",
        "report_status",
        each_row_with(_named_or_awaited),
    ),
    Rule(
        "document-in-future",
        "documents",
        "symbol",
        each_row_with(_document_exists),
    ),
    Rule(
        "event-in-future",
        "events",
        "date",
        each_row_with(_has_happened),
    ),
)
