"""Dates that exist and are in order; mandate holders whose terms follow one another."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
from mandate_data.validate.rule import Frames, Row, Rule, each

from ..terms_of_office import bounds

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


def _ordinals_by_term(frame: pd.DataFrame, frames: Frames) -> pd.Series[bool]:
    rank = frame["term_start"].map(lambda start: bounds(str(start))[0]).rank(method="first")
    return frame["ordinal"].astype(float) == rank


def _terms_follow(frame: pd.DataFrame, frames: Frames) -> pd.Series[bool]:
    """A term does not begin before the one before it has ended, as far as the dates tell."""
    ordered = frame.sort_values("ordinal", kind="stable")
    right = pd.Series(True, index=frame.index)
    for before, after in zip(ordered.index[:-1], ordered.index[1:], strict=True):
        end, start = ordered.at[before, "term_end"], ordered.at[after, "term_start"]
        if end is not None and bounds(str(start))[1] < bounds(str(end))[0]:
            right[after] = False
        if end is None:
            right[before] = False
    return right


RULES: tuple[Rule, ...] = (
    *(
        Rule(
            "date-exists",
            table,
            column,
            each(_date_exists(column)),
        )
        for table, columns in DATE_COLUMNS.items()
        for column in columns
    ),
    Rule(
        "term-order",
        "mandate_holders",
        "term_end",
        each(in_order("term_start", "term_end")),
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
