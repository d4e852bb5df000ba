"""What no single place states: who was in office, a theme's reports, the year and the exact day of events."""

from __future__ import annotations

import calendar
from datetime import date

from mandate_data.citations import parse
from mandate_data.extract.merge import Merged
from mandate_data.extract.records import Cell, CellName, Evidence
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Value

from .derived_events import country_of_visit, derived_events
from .terms_of_office import bounds, in_office, is_held_together

# When the bodies that get the mandate's reports meet: first and last month.
GENERAL_ASSEMBLY_MONTHS = (9, 12)
COMMISSION_MONTHS = (2, 4)
COMMISSION_BEFORE = 1944
"""The year before the first session of the Commission would have been, had it met each year."""
# A report is written in the months before the session.
WRITING_MONTHS = 3

DERIVATIONS = {
    "order-of-terms": "The place of a mandate holder in the order of the terms.",
    "in-office": "Who alone held the mandate then, as far as the dates say.",
    "own-symbol": "What the symbol of the report says: the body, the session and the year.",
    "report-named": "A report on a visit is published where its symbol is known, and still to come where it is not.",
    "attribution": "Whether a source names the author, or one mandate holder alone was in office.",
    "of-report": "What the table of reports has on the report.",
    "of-instrument": "What the table of legal instruments has on the instrument that the document holds.",
    "dated-row": "A term, post, visit, report or instrument that has a date is an event on that date.",
    "of-visit": "The country of the visit.",
    "day-of-document": "The day of the document that adopted or published it, where the source is coarser.",
    "since-event": "The time from the year of an event to the end that is printed.",
    "year-of-date": "The year of the date.",
}


def derive(merged: Merged, contract: Package) -> list[Finding]:
    """Fill in all that follows from the rows read; `merged` is changed in place."""
    _holder_ordinals(merged)
    _visit_reports(merged)
    _own_sessions(merged)
    findings = [*_visit_holders(merged), *_report_holders(merged)]
    _theme_reports(merged)
    _events(merged)
    _periods(merged)
    _documents(merged)
    return findings


def _derived(value: str | int | None, rule: str, *origins: CellName) -> Cell:
    return Cell(value, Evidence("derived", (), rule, origins))


def _holder_ordinals(merged: Merged) -> None:
    """Number the holders of each mandate by their terms; a printed ordinal stays, for validation to compare."""
    rows = merged.rows["mandate_holders"]
    for mandate_id in sorted({str(row["mandate_id"]) for row in rows.values()}):
        of_mandate = [key for key, row in rows.items() if row["mandate_id"] == mandate_id]
        ordered = sorted(of_mandate, key=lambda key: bounds(str(rows[key].get("term_start") or "9999")))
        origins = [CellName("mandate_holders", key, "term_start") for key in sorted(of_mandate)]
        for ordinal, key in enumerate(ordered, 1):
            if rows[key].get("ordinal") is None:
                merged.put("mandate_holders", key, "ordinal", _derived(ordinal, "order-of-terms", *origins))


def _in_office(merged: Merged, mandate: Value, start: date, end: date) -> list[str]:
    """Who may have held a mandate between two days."""
    terms = [row for row in merged.rows["mandate_holders"].values() if row.get("term_start")]
    together = is_held_together(merged.rows["mandates"].get(str(mandate), {}).get("title"))
    return in_office([row for row in terms if row["mandate_id"] == mandate], start, end, together=together)


def _of_term(merged: Merged, mandate: Value, person_id: str) -> list[CellName]:
    """The cells that say when somebody held a mandate."""
    key = f"{mandate}|{person_id}"
    row = merged.rows["mandate_holders"][key]
    return [CellName("mandate_holders", key, column) for column in ("term_start", "term_end") if row.get(column)]


def _visit_reports(merged: Merged) -> None:
    """Whether the report on a visit was published, where no source says it in words of its own."""
    for key, row in merged.rows["country_visits"].items():
        if row.get("report_status") is None:
            column, status = ("report_symbol", "published") if row.get("report_symbol") else ("end_date", "forthcoming")
            cell = _derived(status, "report-named", CellName("country_visits", key, column))
            merged.put("country_visits", key, "report_status", cell)


def _own_sessions(merged: Merged) -> None:
    """Body, session and year of a report with a title that no list of reports has."""
    for key, row in merged.rows["thematic_reports"].items():
        symbol = parse(key)
        session = symbol.session
        if symbol.body == "commission_on_human_rights" and symbol.year is not None:
            session = str(symbol.year - COMMISSION_BEFORE)
        found = {"body": symbol.body, "session": session, "year": symbol.year}
        if row.get("title") is None or None in found.values() or any(row.get(column) for column in found):
            continue
        for column, value in found.items():
            cell = _derived(value, "own-symbol", CellName("thematic_reports", key, "symbol"))
            merged.put("thematic_reports", key, column, cell)


def _visit_holders(merged: Merged) -> list[Finding]:
    findings = []
    for key, row in merged.rows["country_visits"].items():
        if row.get("year") is None:
            year = _derived(
                int(str(row["start_date"])[:4]), "year-of-date", CellName("country_visits", key, "start_date")
            )
            merged.put("country_visits", key, "year", year)
        if row.get("person_id"):  # the guide says whose it was: the source may be about another mandate
            continue
        start, end = bounds(str(row["start_date"]))[0], bounds(str(row["end_date"]))[1]
        mandate = row["mandate_id"]
        possible = _in_office(merged, mandate, start, end)
        if len(possible) == 1:
            dates = [CellName("country_visits", key, column) for column in ("mandate_id", "start_date", "end_date")]
            cell = _derived(possible[0], "in-office", *dates, *_of_term(merged, mandate, possible[0]))
            merged.put("country_visits", key, "person_id", cell)
        elif possible:
            names = ", ".join(possible)
            findings.append(merged.finding("holder-unknown/visits", "country_visits", key, "person_id", possible=names))
        else:
            findings.append(merged.finding("holder-unknown/visit", "country_visits", key, "person_id"))
    return findings


def session_window(body: str, session: int, year: int) -> tuple[date, date]:
    """First and last day on which a session may have met."""
    if body == "human_rights_council":
        month = parse(f"A/HRC/{session}/1").session_month
        if month is None:
            raise ValueError(f"the Human Rights Council has no session {session}")
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    first, last = GENERAL_ASSEMBLY_MONTHS if body == "general_assembly" else COMMISSION_MONTHS
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def report_window(body: str, session: int, year: int) -> tuple[date, date]:
    """The days between which a report to a session was written and presented."""
    opened, closed = session_window(body, session, year)
    months = opened.year * 12 + opened.month - 1 - WRITING_MONTHS
    return date(months // 12, months % 12 + 1, 1), closed


def _report_holders(merged: Merged) -> list[Finding]:
    """Whose report it is: as a source says, or else who alone was in office; nobody's where neither settles it."""
    findings = []
    for key, row in list(merged.rows["thematic_reports"].items()):
        if not row.get("session"):
            findings.append(merged.finding("report-not-listed", "thematic_reports", key, "symbol"))
            # What only a list tells of it would be found missing, too.
            merged.delete("thematic_reports", key)
            continue
        mandate = row["mandate_id"]
        window = report_window(str(row["body"]), int(str(row["session"])), int(str(row["year"])))
        possible = _in_office(merged, mandate, *window)
        named = row.get("person_id")
        known = any(term["mandate_id"] == mandate for term in merged.rows["mandate_holders"].values())
        if known and not possible:
            findings.append(merged.finding("holder-unknown/report", "thematic_reports", key, "person_id"))
        elif named is None and len(possible) == 1:
            session = [
                CellName("thematic_reports", key, column) for column in ("mandate_id", "body", "session", "year")
            ]
            cell = _derived(possible[0], "in-office", *session, *_of_term(merged, mandate, possible[0]))
            merged.put("thematic_reports", key, "person_id", cell)
        elif known and named not in possible and named in merged.rows["people"]:  # others are reported as unknown
            findings.append(
                merged.finding(
                    "report-of-another", "thematic_reports", key, "person_id", named=named, in_office=possible[0]
                )
            )
        if row.get("person_id") is not None:
            of_person = CellName("thematic_reports", key, "person_id")
            how = _derived("in_office" if named is None else "named", "attribution", of_person)
            merged.put("thematic_reports", key, "attribution", how)
    return findings


def _theme_reports(merged: Merged) -> None:
    reports = merged.rows["thematic_reports"]
    for key, row in merged.rows["theme_reports"].items():
        symbol = str(row["symbol"])
        for column in ("person_id", "year"):
            if reports.get(symbol, {}).get(column) is not None:
                merged.put("theme_reports", key, column, merged.copied("of-report", "thematic_reports", symbol, column))


def _events(merged: Merged) -> None:
    """What follows from dated rows; an event gets its year, the exact day of its document, the country of its visit."""
    for happened in derived_events(merged):
        cells = happened.cells(merged)
        merged.add("events", happened.event_id, cells)
        if str(cells["date"].value).startswith(f"{merged.rows['events'][happened.event_id]['date']}-"):
            merged.put("events", happened.event_id, "date", cells["date"])  # finer than what the text says in passing
    for key, row in merged.rows["events"].items():
        symbol = str(row.get("symbol"))
        dated = merged.rows["documents"].get(symbol, {}).get("date")
        if row.get("kind") != "report" and isinstance(dated, str) and dated.startswith(f"{row['date']}-"):
            merged.put("events", key, "date", merged.copied("day-of-document", "documents", symbol, "date"))
        year = int(str(row["date"])[:4])
        merged.put("events", key, "year", _derived(year, "year-of-date", CellName("events", key, "date")))
        reported = merged.rows["thematic_reports"].get(symbol, {})
        if row.get("person_id") is None and reported.get("person_id") is not None:
            merged.put("events", key, "person_id", merged.copied("of-report", "thematic_reports", symbol, "person_id"))
        country = country_of_visit(merged, str(row.get("visit_id")))
        if country is not None:
            place = merged.rows["visit_countries"][country.row_key]["country_code"]
            merged.put("events", key, "country_code", _derived(str(place), "of-visit", country))


def _periods(merged: Merged) -> None:
    """A figure since an event is of the time from the event's year on."""
    for key, row in merged.rows["statistics"].items():
        event, end = str(row.get("since_event")), row.get("period")
        year = merged.rows["events"].get(event, {}).get("year")
        if year is None or end is None:
            continue
        origin = CellName("events", event, "year")
        first, *more = [
            printed._replace(kind="derived", rule="since-event", origins=(origin,))
            for printed in merged.evidence[CellName("statistics", key, "period")]
        ]
        merged.put("statistics", key, "period", Cell(f"{year}/{end}", first), *more)


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
    _sessions(merged)
    for key, report in merged.rows["thematic_reports"].items():
        if report.get("title") is not None:
            listed = _derived(key, "of-report", CellName("thematic_reports", key, "symbol"))
            title = merged.copied("of-report", "thematic_reports", key, "title")
            merged.add("documents", key, {"symbol": listed, "title": title})


def _sessions(merged: Merged) -> None:
    """A report to the Commission has the session of its list, and so has the report on a visit that is added to it."""
    reports = merged.rows["thematic_reports"]
    listed = {key: key for key in reports}
    for visit in merged.rows["country_visits"].values():
        symbol = str(visit.get("report_symbol") or "")
        parent = str(parse(symbol).parent) if symbol else ""
        if parent in reports:
            listed[symbol] = parent
    for symbol, report in sorted(listed.items()):
        if reports[report]["body"] == "commission_on_human_rights":
            origin = CellName("thematic_reports", report, "symbol")
            session = merged.copied("of-report", "thematic_reports", report, "session")
            cells = {"symbol": _derived(symbol, "of-report", origin), "session": session}
            merged.add("documents", symbol, cells)
