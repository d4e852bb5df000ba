"""Documents that are what their symbols say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from mandate_data.citations import Symbol, SymbolError, parse
from mandate_data.validate.rule import Index, Row, Rule, each_row, each_row_with
from mandate_data.yaml_files import read_yaml

from .near_duplicates import one_apart, one_part_apart

CONFIRMED = frozenset(entry["symbol"] for entry in read_yaml(Path(__file__).parents[1] / "confirmed_symbols.yaml"))
"""Symbols that one place alone cites, and that somebody has read there a second time."""


def year_of_symbol(symbol: str) -> int | None:
    """The year that a symbol has, or in which its session opened; None where it says neither, or is not a symbol."""
    try:
        return parse(symbol).year
    except SymbolError:
        return None


def _year_fits(year: int | None, symbol: Symbol) -> bool:
    """Whether a document may be of a year: that of its symbol, or one next to that in which its session opened."""
    if symbol.year is None or (year is None and symbol.session):
        return True
    return year is not None and abs(year - symbol.year) <= (1 if symbol.session else 0)


def _symbol_parts(column: str) -> Callable[[Row], bool]:
    def test(row: Row) -> bool:
        try:
            symbol = parse(row["symbol"])
        except SymbolError:
            return column != "symbol"
        expected = {
            "symbol": str(symbol),
            "body": symbol.body,
            "kind": symbol.kind,
            "session": symbol.session or row["session"],
            "year": row["year"] if _year_fits(row["year"], symbol) else symbol.year,
            "number": symbol.number,
            "modifier": symbol.modifier or None,
            "parent_symbol": str(symbol.parent) if symbol.parent else None,
            "url": symbol.url,
        }
        return bool(row[column] == expected[column])

    return test


def _dated_in_session(row: Row) -> bool:
    """A document is dated in the year of its symbol or session, or in the one before or, of the Assembly, after."""
    year = year_of_symbol(row["symbol"])
    if row["date"] is None or year is None:
        return True
    last = year + 1 if row["body"] == "general_assembly" else year
    return year - 1 <= int(row["date"][:4]) <= last


MANDATE_BODIES = ("general_assembly", "human_rights_council", "commission_on_human_rights")


def lists_reports(source_id: str, index: Index) -> bool:
    """Whether a source lists the mandate's reports, each with its year."""
    return bool(index.find("provenance", table="thematic_reports", field="year", source_id=source_id))


def _catalogued(row: Row, index: Index) -> bool:
    """A report, resolution or draft that is cited stands in some list, event or instrument, too.

    This can be asked only of sources that list the mandate's reports, with their years: what others cite may be
    anything.
    """
    if row["kind"] not in ("report", "resolution", "limited") or row["body"] not in MANDATE_BODIES:
        return True
    if row["symbol"] in CONFIRMED:
        return True
    citing = {citation["source_id"] for citation in index.find("citations", symbol=row["symbol"])}
    if not any(lists_reports(source, index) for source in citing):
        return True
    listed = (
        ("thematic_reports", "symbol"),
        ("country_visits", "report_symbol"),
        ("legal_instruments", "symbol"),
    )
    # A list or an event names the document that it is taken from; for what is not a report that is enough.
    told = {"resolution": (("lists", "symbol"), ("events", "symbol")), "limited": (("lists", "symbol"),)}
    places = (*listed, *told.get(row["kind"], ()))
    return any(index.find(table, **{column: row["symbol"]}) for table, column in places)


def _is_of_a_lister(visit_id: str, index: Index) -> bool:
    """Whether a visit is told by a source that lists the mandate's reports: what others tell of may be anything."""
    told = index.find("provenance", table="country_visits", row_key=visit_id)
    return any(lists_reports(source_id, index) for source_id in {one["source_id"] for one in told})


def _report_missed(symbol: str, index: Index) -> bool:
    """Whether a symbol is cited, or added to by the report on a visit, and stands in no list nor in an erratum."""
    if symbol in CONFIRMED or index.find("errata", table="documents", row_key=symbol):
        return False
    added = index.find("documents", parent_symbol=symbol)
    visits = [visit for one in added for visit in index.find("country_visits", report_symbol=one["symbol"])]
    if any(_is_of_a_lister(visit["visit_id"], index) for visit in visits):
        return not index.find("thematic_reports", symbol=symbol)
    cited = index.only("documents", symbol=symbol)
    return cited is not None and not _catalogued(cited, index)


def _no_misprint_of_another(row: Row, index: Index) -> bool:
    """A listed report is not one character, or one part of the symbol, from a report that is missed in the list.

    Reports of one session differ in one part, so that this counts against one that nothing else speaks of.
    """
    symbol = row["symbol"]
    cited = any(citation["context"] != "table" for citation in index.find("citations", symbol=symbol))
    alone = not cited and not index.find("documents", parent_symbol=symbol)
    known = {document[column] for document in index.rows("documents") for column in ("symbol", "parent_symbol")}
    alike = [
        other
        for other in sorted(known - {None})
        if one_apart(other, symbol) or (alone and one_part_apart(other, symbol))
    ]
    return not any(_report_missed(other, index) for other in alike)


RULES: tuple[Rule, ...] = (
    Rule(
        "symbol-near-another",
        "thematic_reports",
        "symbol",
        each_row_with(_no_misprint_of_another),
    ),
    Rule(
        "symbol-uncatalogued",
        "documents",
        "symbol",
        each_row_with(_catalogued),
    ),
    *(
        Rule(
            "symbol-parts",
            "documents",
            column,
            each_row(_symbol_parts(column)),
        )
        for column in (
            "symbol",
            "body",
            "kind",
            "session",
            "year",
            "number",
            "modifier",
            "parent_symbol",
            "url",
        )
    ),
    Rule(
        "document-number",
        "documents",
        "symbol",
        each_row(lambda row: row["number"] is not None),
    ),
    Rule(
        "document-date",
        "documents",
        "date",
        each_row(_dated_in_session),
    ),
)
