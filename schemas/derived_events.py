"""The events that follow from other tables: terms of office, posts, visits, reports, dated instruments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mandate_data.extract.merge import Merged
from mandate_data.extract.records import Cell, CellName, Evidence
from mandate_data.extract.values import slug

RULE = "dated-row"
ADOPTION = "adoption"
POSTS = ("post", "membership")
"""Kinds of positions whose start and end are events."""


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that follows from a row: its date is in `date_column`; `joins` name the columns that it takes over."""

    event_id: str
    table: str
    key: str
    date_column: str
    kind: str
    title: str
    joins: Mapping[str, str]
    named_by: tuple[CellName, ...] = ()

    def cells(self, merged: Merged) -> dict[str, Cell]:
        """The cells of the event, each with the cells that it follows from."""
        of_date = CellName(self.table, self.key, self.date_column)
        named = self.named_by or (of_date,)
        cells = {
            "event_id": _derived(self.event_id, of_date),
            "date": merged.copied(RULE, self.table, self.key, self.date_column),
            "kind": _derived(self.kind, of_date),
            "title": _derived(self.title, *named),
        }
        cells["date"] = _derived(str(cells["date"].value), of_date)
        for column, of_row in self.joins.items():
            if merged.rows[self.table][self.key].get(of_row) is not None:
                cells[column] = merged.copied(RULE, self.table, self.key, of_row)
        return cells


def _derived(value: str, *origins: CellName) -> Cell:
    return Cell(value, Evidence("derived", (), RULE, origins))


def derived_events(merged: Merged) -> Iterator[Happened]:
    """All events that follow from rows of other tables."""
    yield from _instruments(merged)
    yield from _terms(merged)
    yield from _positions(merged)
    yield from _visits(merged)
    yield from _reports(merged)


def _instruments(merged: Merged) -> Iterator[Happened]:
    """An instrument is adopted on its date where a source says so, else dated; none where an event says otherwise."""
    events = merged.rows["events"]
    otherwise = {(event.get("instrument_id"), event.get("date")) for event in events.values()}
    for key, row in merged.rows["legal_instruments"].items():
        if row.get("date") is not None and (key, row["date"]) not in otherwise:
            adopted = f"{ADOPTION}-{key}" in events
            yield Happened(
                event_id=f"{ADOPTION if adopted else 'dated'}-{key}",
                table="legal_instruments",
                key=key,
                date_column="date",
                kind=ADOPTION if adopted else "other",
                title=f"{'Adoption' if adopted else 'Dated by a source'}: {row.get('title')}",
                joins={"instrument_id": "instrument_id", "symbol": "symbol"},
                named_by=(CellName("legal_instruments", key, "title"),),
            )


def _terms(merged: Merged) -> Iterator[Happened]:
    for key, row in merged.rows["mandate_holders"].items():
        mandate, person = str(row["mandate_id"]), str(row["person_id"])
        of_name, of_mandate = CellName("people", person, "name"), CellName("mandates", mandate, "title")
        name, title = _value(merged, of_name), _value(merged, of_mandate)
        for column, kind, verb in (("term_start", "appointment", "takes"), ("term_end", "end_of_term", "leaves")):
            if row.get(column) is not None:
                yield Happened(
                    event_id=f"{kind.replace('_', '-')}-{mandate}-{person}",
                    table="mandate_holders",
                    key=key,
                    date_column=column,
                    kind=kind,
                    title=f"{name} {verb} office: {title}",
                    joins={"person_id": "person_id"},
                    named_by=(of_name, of_mandate),
                )


def _positions(merged: Merged) -> Iterator[Happened]:
    for key, row in merged.rows["positions"].items():
        person = str(row["person_id"])
        of_name, of_title = CellName("people", person, "name"), CellName("positions", key, "title")
        of_organisation = CellName("organisations", str(row.get("organisation_id")), "name")
        parts = [_value(merged, of_title), _value(merged, of_organisation)]
        if parts[1] and parts[1] in parts[0]:  # a prize that bears its name
            parts[1] = ""
        title = ", ".join(part for part in parts if part)
        named = (of_name, of_title, *([of_organisation] if parts[1] else []))
        starts = ("start", "appointment", "takes up a post") if row.get("kind") in POSTS else ("start", "other", "")
        if row.get("kind") == "award":
            starts = ("start", "award", "receives an award")
        for column, kind, verb in (starts, ("end", "end_of_term", "leaves a post")):
            if row.get(column) is not None and verb:
                yield Happened(
                    event_id=f"{kind.replace('_', '-')}-{slug(key)}",
                    table="positions",
                    key=key,
                    date_column=column,
                    kind=kind,
                    title=f"{_value(merged, of_name)} {verb}: {title}",
                    joins={"person_id": "person_id", "country_code": "country_code"},
                    named_by=named,
                )


def _visits(merged: Merged) -> Iterator[Happened]:
    for key, row in merged.rows["country_visits"].items():
        places = [other for other, place in merged.rows["visit_countries"].items() if place["visit_id"] == key]
        names = [CellName("visit_countries", place, "name_as_printed") for place in places]
        kind = str(row["kind"]).replace("follow_up", "follow-up").replace("_", " ").capitalize()
        joins = {"person_id": "person_id", "visit_id": "visit_id", "symbol": "report_symbol"}
        happened = Happened(
            event_id=f"visit-{slug(key)}",
            table="country_visits",
            key=key,
            date_column="start_date",
            kind="visit",
            title=f"{kind}: {' and '.join(_value(merged, name) for name in names)}",
            joins=joins,
            named_by=(CellName("country_visits", key, "kind"), *names),
        )
        yield happened


def _reports(merged: Merged) -> Iterator[Happened]:
    for key, row in merged.rows["thematic_reports"].items():
        body = " ".join(word if word in ("of", "on") else word.capitalize() for word in str(row["body"]).split("_"))
        yield Happened(
            event_id=f"report-{slug(key)}",
            table="thematic_reports",
            key=key,
            date_column="year",
            kind="report",
            title=f"Report to the {body}: {row.get('title')}",
            joins={"person_id": "person_id", "symbol": "symbol"},
            named_by=(CellName("thematic_reports", key, "body"), CellName("thematic_reports", key, "title")),
        )


def _value(merged: Merged, cell: CellName) -> str:
    """The value of a cell; "" where there is none."""
    value = merged.rows[cell.table].get(cell.row_key, {}).get(cell.field)
    return "" if value is None else str(value)


def country_of_visit(merged: Merged, visit: str) -> CellName | None:
    """The cell of the only country of a visit; None for a visit to several."""
    places = [key for key, place in merged.rows["visit_countries"].items() if place["visit_id"] == visit]
    return CellName("visit_countries", places[0], "country_code") if len(places) == 1 else None
