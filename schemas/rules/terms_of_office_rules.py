"""Dates that exist and are in order; mandate holders whose terms follow one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from mandate_data.package.tables import KEY_SEPARATOR
from mandate_data.validate.rule import Index, Row, Rule, each_row

from ..terms_of_office import bounds, is_held_together

DATE_COLUMNS = {
    "sources": ("published",),
    "mandate_holders": ("term_start", "term_end"),
    "documents": ("date",),
    "country_visits": ("start_date", "end_date"),
    "legal_instruments": ("date",),
    "non_parties": ("as_of",),
    "events": ("date",),
}


def _date_exists(column: str) -> Callable[[Row], bool]:
    def test(row: Row) -> bool:
        if row[column] is None:
            return True
        try:
            bounds(str(row[column]))
        except ValueError:
            return False
        return True

    return test


def in_order(first: str, last: str) -> Callable[[Row], bool]:
    def test(row: Row) -> bool:
        if row[first] is None or row[last] is None:
            return True
        return bounds(str(row[first]))[0] <= bounds(str(row[last]))[1]

    return test


def _by_mandate(rows: Sequence[Row]) -> list[list[Row]]:
    """The terms of each mandate."""
    mandates = sorted({row["mandate_id"] for row in rows})
    return [[row for row in rows if row["mandate_id"] == mandate] for mandate in mandates]


def _key(row: Row) -> tuple[str, str]:
    return row["mandate_id"], row["person_id"]


def _ordinals_by_term(rows: Sequence[Row], index: Index) -> list[bool]:
    ranks: dict[tuple[str, str], int] = {}
    for terms in _by_mandate(rows):
        by_term = sorted(terms, key=lambda row: bounds(row["term_start"])[0])
        ranks |= {_key(row): rank for rank, row in enumerate(by_term, 1)}
    return [row["ordinal"] == ranks[_key(row)] for row in rows]


def _terms_follow(rows: Sequence[Row], index: Index) -> list[bool]:
    """A term does not begin before the one before it has ended, as far as the dates tell; that of a group's member may.

    The end of a term may be missing where the next began after the last source of the term was published.
    """
    wrong = set()
    for terms in _by_mandate(rows):
        mandate = index.only("mandates", mandate_id=terms[0]["mandate_id"])
        if mandate is not None and is_held_together(mandate["title"]):
            continue
        for before, after in pairwise(sorted(terms, key=lambda row: row["ordinal"])):
            if before["term_end"] is None:
                if bounds(after["term_start"])[1] <= _last_told(before, index):
                    wrong.add(_key(before))
            elif bounds(after["term_start"])[1] < bounds(before["term_end"])[0]:
                wrong.add(_key(after))
    return [_key(row) not in wrong for row in rows]


def _last_told(term: Row, index: Index) -> date:
    """The day by which the last source of a term was published; the last of all days where none is named."""
    key = KEY_SEPARATOR.join(_key(term))
    cells = index.find("provenance", table="mandate_holders", row_key=key, field="term_start")
    published = [index.only("sources", source_id=cell["source_id"]) for cell in cells]
    return max((bounds(source["published"])[1] for source in published if source is not None), default=date.max)


RULES: tuple[Rule, ...] = (
    *(
        Rule(
            "date-exists",
            table,
            column,
            each_row(_date_exists(column)),
        )
        for table, columns in DATE_COLUMNS.items()
        for column in columns
    ),
    Rule(
        "term-order",
        "mandate_holders",
        "term_end",
        each_row(in_order("term_start", "term_end")),
    ),
    Rule(
        "holder-ordinal",
        "mandate_holders",
        "ordinal",
        _ordinals_by_term,
    ),
    Rule(
        "terms-follow",
        "mandate_holders",
        "term_start",
        _terms_follow,
    ),
)
