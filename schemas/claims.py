"""How the claims of the sources are recomputed: the queries that passages of the extraction guides name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from statistics import median
from typing import TypeVar

from mandate_data.citations import parse
from mandate_data.extract.claims import Query, in_range, normal, same_number, same_text
from mandate_data.extract.countries import countries_in, country_code
from mandate_data.package.tables import Row, Tables, text_of

_Found = TypeVar("_Found")
COMMUNICATIONS = "Communications sent to Governments and replies received"


def _first(found: Iterator[_Found]) -> _Found:
    """The first of what was found. Raises LookupError where that is nothing."""
    for item in found:
        return item
    raise LookupError("the tables hold nothing of the kind")


def _visited_countries(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    return str(len({visit["country_code"] for visit in tables["visit_countries"]}))


def _visits_a_year(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    years = [int(str(visit["year"])) for visit in tables["country_visits"]]
    terms = [int(str(holder["term_start"])[:4]) for holder in tables["mandate_holders"]]
    return text_of(round(Decimal(len(years)) / (max(years) - min(terms) + 1), 1))


def _visit_weeks(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    days = [
        (date.fromisoformat(str(visit["end_date"])) - date.fromisoformat(str(visit["start_date"]))).days + 1
        for visit in tables["country_visits"]
        if len(str(visit["start_date"])) == 10
    ]
    return text_of(round(Decimal(str(median(days))) / 7, 1))


def _non_parties(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    return str(sum(1 for state in tables["non_parties"] if state["instrument_id"] == options["instrument"]))


def _statistic(tables: Tables, statistic_id: str) -> Decimal:
    return _first(Decimal(text_of(row["value"])) for row in tables["statistics"] if row["statistic_id"] == statistic_id)


def _parties_and_non_parties(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    return text_of(_statistic(tables, options["parties"]) + Decimal(_non_parties(tables, row, options)))


def _ratio(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    share = _statistic(tables, options["part"]) / _statistic(tables, options["whole"]) * 100
    return text_of(round(share, 2))


def _holders(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    return str(len(tables["mandate_holders"]))


def _items(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    return str(sum(1 for item in tables["list_items"] if item["list_id"] == options["list"]))


def _protocols(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    parent = options["title_begins"]
    return str(sum(1 for item in tables["legal_instruments"] if str(item["title"]).startswith(parent)))


def _session_of_resolution(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    event = _first(event for event in tables["events"] if event["event_id"] == options["event"])
    year = parse(str(event["symbol"])).year
    if year is None:
        raise LookupError("the symbol tells no year")
    return str(year - 1944)  # the Commission's Nth session met in year N + 1944


def _communications_reports(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    years = {str(report["year"]) for report in tables["thematic_reports"] if report["title"] == COMMUNICATIONS}
    return ", ".join(sorted(years))


def _report_year(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    """The year of the report that the claim cites: of its session, or of its date where only that is right."""
    symbol = options["symbol"]
    years = [str(report["year"]) for report in tables["thematic_reports"] if report["symbol"] == symbol]
    dated = [str(row["date"])[:4] for row in tables["documents"] if row["symbol"] == symbol and row.get("date")]
    claimed = normal(str(row["claimed"]))
    return claimed if claimed in dated else (years + dated + [""])[0]


def _countries_of_holder(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    """The claimed countries that the holder did visit, as printed."""
    visits = {visit["visit_id"] for visit in tables["country_visits"] if visit["holder_id"] == options["holder"]}
    codes = {place["country_code"] for place in tables["visit_countries"] if place["visit_id"] in visits}
    named = country_names(str(row["claimed"])).split(", ")
    return ", ".join(name for name in named if country_code(name) in codes)


def country_names(claimed: str) -> str:
    """A row of countries as their names, separated by commas."""
    return ", ".join(name for name, _, _ in countries_in(claimed))


def _visit_year(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    """Years of the visits to the claim's country by the claim's holder, or by anyone."""
    visits = {
        visit["visit_id"]: str(visit["year"])
        for visit in tables["country_visits"]
        if options.get("holder", visit["holder_id"]) == visit["holder_id"]
    }
    code = country_code(options["country"])
    years = sorted(
        visits[place["visit_id"]]
        for place in tables["visit_countries"]
        if place["country_code"] == code and place["visit_id"] in visits
    )
    claimed = normal(str(row["claimed"]))
    return claimed if claimed in years else ", ".join(years)


def _years_since(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    events = {str(event["event_id"]): int(str(event["year"])) for event in tables["events"]}
    source = _first(item for item in tables["sources"] if item["source_id"] == row["source_id"])
    year = int(str(source["published"])[:4]) + int(options.get("years_later") or 0)
    return str(abs(year - events[options["event"]]))


def _years_of_mandate(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    """Years from the first holder's term to the publication of the source."""
    source = _first(item for item in tables["sources"] if item["source_id"] == row["source_id"])
    first = min(int(str(holder["term_start"])[:4]) for holder in tables["mandate_holders"])
    return str(int(str(source["published"])[:4]) - first)


def _tenure(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    holder = _first(item for item in tables["mandate_holders"] if item["holder_id"] == options["holder"])
    return str(int(str(holder["term_end"])[:4]) - int(str(holder["term_start"])[:4]))


def _report_year_by_title(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    """Years of the reports whose title begins so; the claimed one, if it is among them."""
    years_ = sorted(
        str(report["year"])
        for report in tables["thematic_reports"]
        if str(report["title"]).startswith(options["title"])
    )
    claimed = normal(str(row["claimed"]))
    return claimed if claimed in years_ else ", ".join(years_)


def _term(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    holder = _first(item for item in tables["mandate_holders"] if item["holder_id"] == options["holder"])
    return f"{str(holder['term_start'])[:4]}-{str(holder['term_end'])[:4]}"


def _term_start(tables: Tables, row: Row, options: Mapping[str, str]) -> str:
    return _term(tables, row, options)[:4]


def _percent_free(claimed: str, computed: str) -> bool:
    return same_number(claimed.rstrip("%"), computed)


QUERIES: Mapping[str, Query] = {
    "visited_countries": Query("number of distinct country_code in visit_countries", _visited_countries, same_number),
    "visits_a_year": Query(
        "rows of country_visits divided by the years from the first term to the last visit, one decimal",
        _visits_a_year,
        in_range,
    ),
    "visit_weeks": Query(
        "median length in weeks of the country_visits dated to the day, one decimal", _visit_weeks, in_range
    ),
    "non_parties": Query("rows of non_parties for the instrument", _non_parties, same_number),
    "parties_and_non_parties": Query(
        "the statistic on States parties plus the rows of non_parties for the instrument",
        _parties_and_non_parties,
        same_number,
    ),
    "ratio": Query(
        "the statistic on replies divided by that on communications, in percent, two decimals",
        _ratio,
        _percent_free,
    ),
    "holders": Query("rows of mandate_holders", _holders, same_number),
    "items": Query("rows of list_items in the list", _items, same_number),
    "protocols": Query("rows of legal_instruments whose title begins like the protocols'", _protocols, same_number),
    "session_of_resolution": Query("year of the resolution's symbol minus 1944", _session_of_resolution, same_number),
    "communications_reports": Query(
        "years in thematic_reports of the reports on communications sent and replies received",
        _communications_reports,
        same_text,
    ),
    "report_year": Query(
        "year in thematic_reports of the report cited, or of its date in documents", _report_year, same_number
    ),
    "countries_of_holder": Query(
        "countries in visit_countries visited by the mandate holder",
        _countries_of_holder,
        same_text,
        country_names,
    ),
    "visit_year": Query("years in country_visits of visits to the country", _visit_year, same_number),
    "years_since": Query("year of the source's publication minus the year of the event", _years_since, same_number),
    "years_of_mandate": Query(
        "year of the source's publication minus the year of the first term's start",
        _years_of_mandate,
        same_number,
    ),
    "report_year_by_title": Query(
        "year in thematic_reports of the report with the title that the claim speaks of",
        _report_year_by_title,
        same_text,
    ),
    "term": Query("years of the term's start and end in mandate_holders", _term, same_text),
    "term_start": Query("year of the term's start in mandate_holders", _term_start, same_number),
    "tenure": Query("year of the term's end minus the year of its start", _tenure, same_number),
}
