"""Documents that are what their symbols say."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.citations import SymbolError, parse
from schemas.meaning.rule import Frames, Row, Rule, each, with_others


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
    """A report, resolution or draft that is cited stands in some list, event or instrument, too."""
    if row["kind"] not in ("report", "resolution", "limited") or row["body"] not in MANDATE_BODIES:
        return True
    if not (frames["citations"]["symbol"] == row["symbol"]).any():
        return True
    listed = (
        ("thematic_reports", "symbol"),
        ("country_visits", "report_symbol"),
        ("legal_instruments", "symbol"),
        ("lists", "symbol"),
    )
    if any((frames[table][column] == row["symbol"]).any() for table, column in listed):
        return True
    return bool((frames["events"]["symbol"] == row["symbol"]).any()) and row["kind"] == "resolution"


RULES: tuple[Rule, ...] = (
    Rule(
        "symbol-uncatalogued",
        "documents",
        "symbol",
        "{symbol} is cited, but stands in no list of reports, of resolutions or of instruments",
        "correct the symbol, or record an erratum that says that it is right",
        with_others(_catalogued),
    ),
    *(
        Rule(
            "symbol-parts",
            "documents",
            column,
            f"{column} {{{column}}} is not what the symbol {{symbol}} says",
            "correct the symbol, or the column",
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
        "{symbol} adds to a document without a number",
        "look up the number of the document that it adds to",
        each(lambda row: row["number"] is not None),
    ),
    Rule(
        "document-date",
        "documents",
        "date",
        "{symbol} is dated {date}, which is not of the year {year}",
        "correct the date or the symbol",
        each(_dated_in_session),
    ),
)
