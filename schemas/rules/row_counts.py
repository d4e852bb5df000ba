"""Complete lists, numbered citations, codes that exist, claims that agree, lines that are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pycountry
from mandate_data.extract.countries import all_countries
from mandate_data.validate.rule import Index, Row, Rule, consecutive, each_row, each_row_with


def _numbered(rows: Sequence[Row], index: Index) -> list[bool]:
    """Citations of a source are numbered 0001, 0002, … without a gap."""
    counts: Counter[str] = Counter()
    right = []
    for row in rows:
        counts[row["source_id"]] += 1
        right.append(row["citation_id"] == f"{row['source_id']}:{counts[row['source_id']]:04d}")
    return right


def _has_items(row: Row, index: Index) -> bool:
    return len(index.find("list_items", list_id=row["list_id"])) >= 2


def _event_symbol_year(row: Row, index: Index) -> bool:
    """A dated decision or report carries the year of its symbol, or the one before its session."""
    document = index.only("documents", symbol=row["symbol"])
    if document is None or document["year"] is None or row["kind"] not in ("resolution", "publication"):
        return True
    return int(row["year"]) in (int(document["year"]), int(document["year"]) - 1)


def _percent(row: Row) -> bool:
    return row["unit"] != "percent" or 0 <= float(row["value"]) <= 100


def _iso_code(row: Row) -> bool:
    return pycountry.countries.get(alpha_3=row["country_code"]) is not None


def _m49(row: Row) -> bool:
    country = all_countries().get(row["country_code"])
    return country is not None and all(row[name] == getattr(country, name) for name in country.__dataclass_fields__)


def _line_in_source(row: Row, index: Index) -> bool:
    source = index.only("sources", source_id=row["source_id"])
    return source is None or row["end_line"] is None or row["end_line"] <= source["lines"]


def _in_order(row: Row) -> bool:
    """The place begins before it ends; rows without a place are right."""
    if row["line"] is None:
        return True
    return bool((row["line"], row["start"]) <= (row["end_line"], row["end"]))


RULES: tuple[Rule, ...] = (
    Rule(
        "theme-gap",
        "themes",
        "ordinal",
        "{ordinal} does not follow the theme before",
        "number the themes from 1 without a gap",
        consecutive("ordinal"),
    ),
    Rule(
        "list-gap",
        "list_items",
        "ordinal",
        "item {ordinal} of {list_id} does not follow the one before",
        "number the items from 1 without a gap",
        consecutive("ordinal", within="list_id"),
    ),
    Rule(
        "list-too-short",
        "lists",
        "list_id",
        "{list_id} has fewer than two items",
        "look for the items in the source",
        each_row_with(_has_items),
    ),
    Rule(
        "citation-gap",
        "citations",
        "citation_id",
        "{citation_id} is out of order",
        "number citations from 0001 without a gap",
        _numbered,
    ),
    Rule(
        "citation-note",
        "citations",
        "note",
        "a citation in the {context} with the note {note}",
        "give footnotes, and only them, a number",
        each_row(lambda row: (row["context"] == "footnote") == (row["note"] is not None)),
    ),
    Rule(
        "pinpoint-kind",
        "citations",
        "pinpoint",
        "pinpoint {pinpoint} of kind {pinpoint_kind}",
        "give both or neither; only an annex may have no number",
        each_row(
            lambda row: (
                (row["pinpoint"] is None) == (row["pinpoint_kind"] is None)
                or (row["pinpoint_kind"], row["pinpoint"]) == ("annex", None)
            )
        ),
    ),
    Rule(
        "event-year",
        "events",
        "year",
        "year {year} is not that of {date}",
        "correct the year",
        each_row(lambda row: str(row["date"])[:4] == str(row["year"])),
    ),
    Rule(
        "event-symbol",
        "events",
        "date",
        "{symbol} is not of the year of {date}",
        "correct the date, or the symbol",
        each_row_with(_event_symbol_year),
    ),
    Rule(
        "country-code",
        "countries",
        "country_code",
        "{country_code} is no ISO 3166-1 code",
        "correct the code",
        each_row(_iso_code),
    ),
    Rule(
        "country-region",
        "countries",
        "region_code",
        "{country_code} differs from the UN M49 list",
        "take the row from the list",
        each_row(_m49),
    ),
    Rule("percent", "statistics", "value", "{value} percent", "a share lies between 0 and 100", each_row(_percent)),
    Rule(
        "claim-disagrees",
        "claims",
        "claimed",
        "the source says {claimed}, the tables give {computed} ({computed_from})",
        "correct the number or the rows, or record an erratum on claims that explains the difference",
        each_row(lambda row: row["verdict"] == "agrees"),
    ),
    Rule(
        "line-order",
        "provenance",
        "end_line",
        "line {line}, character {start} to line {end_line}, character {end}",
        "an end is not before its start",
        each_row(_in_order),
    ),
    Rule(
        "line-exists",
        "provenance",
        "end_line",
        "{source_id} has no line {end_line}",
        "correct the line",
        each_row_with(_line_in_source),
    ),
)
