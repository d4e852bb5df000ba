"""Complete lists, numbered citations, codes that exist, lines that are there."""

from __future__ import annotations

from collections.abc import Sequence

from mandate_data.extract.countries import all_countries
from mandate_data.validate.rule import Index, Row, Rule, consecutive, each_row, each_row_with

from .documents import year_of_symbol


def _numbered(rows: Sequence[Row], index: Index) -> list[bool]:
    """A second citation of the same in one note or section ends in .2, a third in .3, without a gap."""
    ids = {row["citation_id"] for row in rows}
    right = []
    for row in rows:
        base, _, number = row["citation_id"].partition(".")
        before = base if number == "2" else f"{base}.{int(number or 1) - 1}"
        right.append(not number or (int(number) > 1 and before in ids))
    return right


def _is_in_a_numbered_note(row: Row) -> bool:
    """Whether it is in a footnote, whose mark is a number: the id of a citation says where it is."""
    return row["context"] == "footnote" and "/n-" not in row["citation_id"]


def _cites_one(row: Row) -> bool:
    return sum(row[column] is not None for column in ("symbol", "work_id", "instrument_id")) == 1


def _has_items(row: Row, index: Index) -> bool:
    """A list has two items; a document may recommend one thing alone."""
    fewest = 1 if row["kind"] == "recommendation" else 2
    return len(index.find("list_items", list_id=row["list_id"])) >= fewest


def _event_symbol_year(row: Row) -> bool:
    """A dated decision or report carries the year of its symbol, or the one before its session."""
    year = None if row["symbol"] is None else year_of_symbol(row["symbol"])
    return year is None or row["kind"] not in ("resolution", "publication") or int(row["year"]) in (year, year - 1)


def _percent(row: Row) -> bool:
    return row["unit"] != "percent" or 0 <= float(row["value"]) <= 100


def _iso_code(row: Row) -> bool:
    if row["country_code"] in all_countries():
        return True  # each of the list's codes is one of ISO 3166, as a test says; the other way round two are not
    import pycountry  # takes as long to load as all rules take to run

    return pycountry.countries.get(alpha_3=row["country_code"]) is not None


def _m49(row: Row) -> bool:
    country = all_countries().get(row["country_code"])
    return country is not None and all(row[name] == getattr(country, name) for name in country.__dataclass_fields__)


def _line_in_source(row: Row, index: Index) -> bool:
    source = index.only("sources", source_id=row["source_id"])
    return source is None or row["end_line"] is None or row["end_line"] <= source["lines"]


def _in_order(row: Row) -> bool:
    """The place begins before it ends; rows without a whole place are right, as another check reports them."""
    first, last = (row["line"], row["start"]), (row["end_line"], row["end"])
    return None in first or None in last or bool(first <= last)


RULES: tuple[Rule, ...] = (
    Rule(
        "theme-gap",
        "themes",
        "ordinal",
        consecutive("ordinal", within="mandate_id"),
    ),
    Rule(
        "list-gap",
        "list_items",
        "ordinal",
        consecutive("ordinal", within="list_id"),
    ),
    Rule(
        "list-too-short",
        "lists",
        "list_id",
        each_row_with(_has_items),
    ),
    Rule(
        "citation-gap",
        "citations",
        "citation_id",
        _numbered,
    ),
    Rule("citation-target", "citations", "symbol", each_row(_cites_one)),
    Rule(
        "citation-note",
        "citations",
        "note",
        each_row(lambda row: _is_in_a_numbered_note(row) == (row["note"] is not None)),
    ),
    Rule(
        "pinpoint-kind",
        "citations",
        "pinpoint",
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
        each_row(lambda row: str(row["date"])[:4] == str(row["year"])),
    ),
    Rule(
        "event-symbol",
        "events",
        "date",
        each_row(_event_symbol_year),
    ),
    Rule(
        "country-code",
        "countries",
        "country_code",
        each_row(_iso_code),
    ),
    Rule(
        "country-region",
        "countries",
        "region_code",
        each_row(_m49),
    ),
    Rule("percent", "statistics", "value", each_row(_percent)),
    Rule(
        "line-order",
        "provenance",
        "end_line",
        each_row(_in_order),
    ),
    Rule(
        "line-exists",
        "provenance",
        "end_line",
        each_row_with(_line_in_source),
    ),
)
