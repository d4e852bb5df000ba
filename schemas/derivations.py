"""What no single place states: who was in office, a theme's reports, the year and the exact day of events."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date

from mandate_data.citations import parse
from mandate_data.extract.merge import Merged
from mandate_data.extract.records import Cell, CellName, Evidence
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Row

from .terms_of_office import bounds, in_office

# When the bodies that get the mandate's reports meet: first and last month.
GENERAL_ASSEMBLY_MONTHS = (9, 12)
COMMISSION_MONTHS = (2, 4)

DERIVATIONS = {
    "order-of-terms": "The place of a mandate holder in the order of the terms.",
    "in-office": "Who held the mandate then; in a year of change, the outgoing holder.",
    "of-report": "What the table of reports has on the report.",
    "of-instrument": "What the table of legal instruments has on the instrument that the document holds.",
    "dated-instrument": "An instrument that has a date is an event on that date.",
    "day-of-document": "The day of the document that adopted or published it, where the source is coarser.",
    "since-event": "The time from the year of an event to the end that is printed.",
    "year-of-date": "The year of the date.",
}


def derive(merged: Merged, contract: Package) -> list[Finding]:
    """Fill in all that follows from the rows read; `merged` is changed in place."""
    _holder_ordinals(merged)
    findings = [*_visit_holders(merged), *_report_holders(merged)]
    _theme_reports(merged)
    _events(merged)
    _periods(merged)
    _documents(merged)
    return findings


def _derived(value: str | int | None, rule: str, *origins: CellName) -> Cell:
    return Cell(value, Evidence("derived", (), rule, origins))


def _holder_ordinals(merged: Merged) -> None:
    """Number the holders by their terms; an ordinal that a source prints stays, for validation to compare."""
    rows = merged.rows["mandate_holders"]
    ordered = sorted(rows, key=lambda key: bounds(str(rows[key].get("term_start") or "9999")))
    origins = [CellName("mandate_holders", key, "term_start") for key in sorted(rows)]
    for ordinal, key in enumerate(ordered, 1):
        if rows[key].get("ordinal") is None:
            merged.put("mandate_holders", key, "ordinal", _derived(ordinal, "order-of-terms", *origins))


def _terms(merged: Merged) -> list[Row]:
    return [row for row in merged.rows["mandate_holders"].values() if row.get("term_start")]


def _of_term(merged: Merged, holder_id: str) -> list[CellName]:
    """The cells that say when somebody held the mandate."""
    row = merged.rows["mandate_holders"][holder_id]
    return [CellName("mandate_holders", holder_id, column) for column in ("term_start", "term_end") if row.get(column)]


def _visit_holders(merged: Merged) -> list[Finding]:
    findings = []
    for key, row in merged.rows["country_visits"].items():
        if row.get("year") is None:
            year = _derived(
                int(str(row["start_date"])[:4]), "year-of-date", CellName("country_visits", key, "start_date")
            )
            merged.put("country_visits", key, "year", year)
        if row.get("holder_id"):  # the guide says whose it was: the source may be about another mandate
            continue
        start, end = bounds(str(row["start_date"]))[0], bounds(str(row["end_date"]))[1]
        possible = in_office(_terms(merged), start, end)
        row["holder_id"] = None
        if possible:
            dates = [CellName("country_visits", key, column) for column in ("start_date", "end_date")]
            cell = _derived(possible[0], "in-office", *dates, *_of_term(merged, possible[0]))
            merged.put("country_visits", key, "holder_id", cell)
        else:
            findings.append(merged.finding("holder-unknown/visit", "country_visits", key, "holder_id"))
    return findings


def session_window(body: str, session: int, year: int) -> tuple[date, date]:
    """First and last day on which a session may have met."""
    if body == "HRC":
        month = parse(f"A/HRC/{session}/1").session_month
        if month is None:
            raise ValueError(f"the Human Rights Council has no session {session}")
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    first, last = GENERAL_ASSEMBLY_MONTHS if body == "GA" else COMMISSION_MONTHS
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _report_holders(merged: Merged) -> list[Finding]:
    """Whose report it is: as a source says, or else who was in office; the outgoing holder in a year of change."""
    findings = []
    for key, row in list(merged.rows["thematic_reports"].items()):
        if not row.get("session"):
            findings.append(merged.finding("report-not-listed", "thematic_reports", key, "symbol"))
            # What only a list tells of it would be found missing, too.
            merged.delete("thematic_reports", key)
            continue
        window = session_window(str(row["body"]), int(str(row["session"])), int(str(row["year"])))
        possible = in_office(_terms(merged), *window)
        if not possible:
            findings.append(merged.finding("holder-unknown/report", "thematic_reports", key, "holder_id"))
        named = row.get("holder_id")
        if named is None:
            row["holder_id"] = None
            if possible:
                session = [CellName("thematic_reports", key, column) for column in ("body", "session", "year")]
                cell = _derived(possible[0], "in-office", *session, *_of_term(merged, possible[0]))
                merged.put("thematic_reports", key, "holder_id", cell)
        elif possible and named not in possible:
            findings.append(
                merged.finding(
                    "report-of-another", "thematic_reports", key, "holder_id", named=named, in_office=possible[0]
                )
            )
    return findings


def _theme_reports(merged: Merged) -> None:
    reports = merged.rows["thematic_reports"]
    for key, row in merged.rows["theme_reports"].items():
        symbol = str(row["symbol"])
        for column in ("holder_id", "year"):
            row[column] = None
            if reports.get(symbol, {}).get(column) is not None:
                merged.put("theme_reports", key, column, merged.copied("of-report", "thematic_reports", symbol, column))


def _events(merged: Merged) -> None:
    """Every dated instrument is an event; an event gets its year, and the exact day of its document."""
    for key, row in merged.rows["legal_instruments"].items():
        if row.get("date") is not None:
            named_by = "short_title" if row.get("short_title") else "title"
            kind = "publication" if row.get("kind") == "study" else "adoption"  # nobody adopts a study
            event_id = f"{kind}-{key}"
            of_kind = CellName("legal_instruments", key, "kind")
            of_date = CellName("legal_instruments", key, "date")
            of_name = CellName("legal_instruments", key, named_by)
            rule = "dated-instrument"
            cells = {
                "event_id": _derived(event_id, rule, of_date),
                "date": _derived(str(row["date"]), rule, of_date),
                "kind": _derived(kind, rule, of_kind),
                "title": _derived(f"{kind.capitalize()}: {row.get(named_by)}", rule, of_kind, of_name),
                "instrument_id": _derived(key, rule, of_date),
            }
            if row.get("symbol") is not None:
                cells["symbol"] = merged.copied(rule, "legal_instruments", key, "symbol")
            merged.add("events", event_id, cells)
    for key, row in merged.rows["events"].items():
        symbol = str(row.get("symbol"))
        dated = merged.rows["documents"].get(symbol, {}).get("date")
        if isinstance(dated, str) and dated.startswith(f"{row['date']}-"):
            merged.put("events", key, "date", merged.copied("day-of-document", "documents", symbol, "date"))
        year = int(str(row["date"])[:4])
        merged.put("events", key, "year", _derived(year, "year-of-date", CellName("events", key, "date")))


def _periods(merged: Merged) -> None:
    """A figure since an event is of the time from the event's year on."""
    for key, row in merged.rows["statistics"].items():
        event, end = str(row.get("since_event")), row.get("period")
        year = merged.rows["events"].get(event, {}).get("year")
        if year is None or end is None:
            continue
        origin = CellName("events", event, "year")
        row["period"] = f"{year}/{end}"
        cell = CellName("statistics", key, "period")
        merged.evidence[cell] = [
            replace(printed, kind="derived", rule="since-event", origins=(origin,)) for printed in merged.evidence[cell]
        ]


def _documents(merged: Merged) -> None:
    """A document's year is that of its date; it has the title of the instrument or report that it holds."""
    for key, row in merged.rows["documents"].items():
        if row.get("date") is not None:
            year = int(str(row["date"])[:4])
            merged.put("documents", key, "year", _derived(year, "year-of-date", CellName("documents", key, "date")))
    for key, instrument in merged.rows["legal_instruments"].items():
        symbol = instrument.get("symbol")
        if symbol is not None:
            named = _derived(str(symbol), "of-instrument", CellName("legal_instruments", key, "symbol"))
            title = merged.copied("of-instrument", "legal_instruments", key, "title")
            merged.add("documents", str(symbol), {"symbol": named, "title": title})
    for key, report in merged.rows["thematic_reports"].items():
        if report.get("title") is not None:
            listed = _derived(key, "of-report", CellName("thematic_reports", key, "symbol"))
            title = merged.copied("of-report", "thematic_reports", key, "title")
            merged.add("documents", key, {"symbol": listed, "title": title})
