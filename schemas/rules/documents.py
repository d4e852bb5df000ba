"""Documents that are what their symbols say."""

from __future__ import annotations

from collections.abc import Callable

from mandate_data.citations import SymbolError, parse
from mandate_data.validate.rule import Frames, Row, Rule, each, only, with_others

from .near_duplicates import one_apart, one_part_apart


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
            "session": symbol.session,
            "year": symbol.year,
            "number": symbol.number,
            "modifier": symbol.modifier or None,
            "parent_symbol": str(symbol.parent) if symbol.parent else None,
            "url": symbol.url,
        }
        return bool(row[column] == expected[column])

    return test


def _dated_in_session(row: Row) -> bool:
    """A document is dated in its year or, for a session early in the year, in the one before."""
    if row["date"] is None or row["year"] is None:
        return True
    return int(row["date"][:4]) in (row["year"], row["year"] - 1)


MANDATE_BODIES = ("general_assembly", "human_rights_council", "commission_on_human_rights")


def _catalogued(row: Row, frames: Frames) -> bool:
    """A report, resolution or draft that is cited stands in some list, event or instrument, too.

    This can be asked only of sources that list the mandate's reports: what others cite may be anything.
    """
    if row["kind"] not in ("report", "resolution", "limited") or row["body"] not in MANDATE_BODIES:
        return True
    citations, provenance = frames["citations"], frames["provenance"]
    listing = provenance[provenance["table"].isin(["thematic_reports", "country_visits"])]["source_id"]
    if not (citations[citations["source_id"].isin(listing)]["symbol"] == row["symbol"]).any():
        return True
    listed = (
        ("thematic_reports", "symbol"),
        ("country_visits", "report_symbol"),
        ("legal_instruments", "symbol"),
    )
    # A list or an event names the document that it is taken from; for what is no report that is enough.
    told = {"resolution": (("lists", "symbol"), ("events", "symbol")), "limited": (("lists", "symbol"),)}
    places = (*listed, *told.get(row["kind"], ()))
    return any((frames[table][column] == row["symbol"]).any() for table, column in places)


def _report_missed(symbol: str, frames: Frames) -> bool:
    """Whether a symbol is cited, or added to by the report on a visit, and stands in no list nor in an erratum."""
    documents, errata = frames["documents"], frames["errata"]
    if ((errata["table"] == "documents") & (errata["row_key"] == symbol)).any():
        return False
    added = documents[documents["parent_symbol"] == symbol]["symbol"]
    if frames["country_visits"]["report_symbol"].isin(added).any():
        return not (frames["thematic_reports"]["symbol"] == symbol).any()
    cited = only(frames, "documents", symbol=symbol)
    return cited is not None and not _catalogued(cited, frames)


def _no_misprint_of_another(row: Row, frames: Frames) -> bool:
    """A listed report is not one character, or one part of the symbol, from a report that is missed in the list.

    Reports of one session differ in one part, so that this counts against one that nothing else speaks of.
    """
    documents, symbol = frames["documents"], row["symbol"]
    cited = frames["citations"][frames["citations"]["context"] != "table"]["symbol"]
    alone = not (cited == symbol).any() and not (documents["parent_symbol"] == symbol).any()
    known = {*documents["symbol"], *documents["parent_symbol"].dropna()}
    near = [other for other in sorted(known) if one_apart(other, symbol) or (alone and one_part_apart(other, symbol))]
    return not any(_report_missed(other, frames) for other in near)


RULES: tuple[Rule, ...] = (
    Rule(
        "symbol-near-another",
        "thematic_reports",
        "symbol",
        with_others(_no_misprint_of_another),
    ),
    Rule(
        "symbol-uncatalogued",
        "documents",
        "symbol",
        with_others(_catalogued),
    ),
    *(
        Rule(
            "symbol-parts",
            "documents",
            column,
            each(_symbol_parts(column)),
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
        each(lambda row: row["number"] is not None),
    ),
    Rule(
        "document-date",
        "documents",
        "date",
        each(_dated_in_session),
    ),
)
