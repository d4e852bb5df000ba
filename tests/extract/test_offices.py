"""Who held the mandate when, derived from terms that are known to the day, the month or the year."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.extract import Extracted
from mandate_data.package.tables import Row

from schemas.terms_of_office import bounds, in_office


def holders(*terms: str) -> list[Row]:
    """Rows of holders a, b, c … from terms written `1991/1994` or `2014/`."""
    rows: list[Row] = []
    for holder, term in zip("abcdefgh", terms, strict=False):
        start, _, end = term.partition("/")
        rows.append({"person_id": holder, "term_start": start, "term_end": end or None})
    return rows


def on(rows: list[Row], day: str) -> str:
    """All who may have been in office on an imprecise date."""
    return "".join(in_office(rows, *bounds(day)))


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("2014-05", date(2014, 5, 1), date(2014, 5, 31)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28)),
        ("2014-12", date(2014, 12, 1), date(2014, 12, 31)),
        ("2014-05-08", date(2014, 5, 8), date(2014, 5, 8)),
    ],
)
def test_first_and_last_day_of_an_imprecise_date(edtf: str, first: date, last: date) -> None:
    assert bounds(edtf) == (first, last)


@given(st.dates(date(1000, 1, 1)))
def test_a_coarser_date_holds_the_finer_one(day: date) -> None:
    for length in (4, 7, 10):
        first, last = bounds(day.isoformat()[:length])
        assert first <= day <= last
        assert first.isoformat()[:length] == last.isoformat()[:length]


YEARS = holders("1991/1994", "1994/2001", "2001/")


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("1990-12-31", ""),
        ("1991", "a"),
        ("1993-06", "a"),
        ("1994", "ab"),
        ("1994-01-01", "ab"),
        ("1994-12-30", "ab"),
        ("1994-12-31", "b"),  # by now the next term has surely begun
        ("1995", "b"),
        ("2001-06", "bc"),
        ("2030-01-01", "c"),
    ],
)
def test_a_year_of_change_has_two_possible_holders(day: str, possible: str) -> None:
    assert on(YEARS, day) == possible


DAYS = holders("1991-03-01/1994-05-31", "1994-06-01/2001", "2001-07/")


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("1991-02", ""),
        ("1991-03-01", "a"),
        ("1994-05-31", "a"),
        ("1994-06-01", "b"),
        ("1994", "ab"),
        ("2001-06-30", "b"),
        ("2001-07-15", "bc"),
        ("2001-08-01", "c"),
    ],
)
def test_terms_known_to_the_day_leave_no_doubt(day: str, possible: str) -> None:
    assert on(DAYS, day) == possible


def test_a_gap_between_terms_has_no_holder() -> None:
    rows = holders("1991/1993", "1995/1996")
    assert [on(rows, year) for year in ("1993", "1994", "1995", "1997")] == ["a", "", "b", ""]


def test_a_term_without_an_end_ends_when_the_next_begins() -> None:
    assert on(holders("1991/", "1995-03-01/"), "1995-02-28") == "a"
    assert on(holders("1991/", "1995-03-01/"), "1995-03-01") == "b"


def test_a_span_over_a_change_has_both_holders() -> None:
    assert in_office(DAYS, date(1994, 5, 20), date(1994, 6, 10)) == ["a", "b"]


@given(st.permutations(YEARS), st.dates(date(1990, 1, 1), date(2010, 1, 1)))
def test_the_order_of_rows_does_not_matter(rows: list[Row], day: date) -> None:
    assert in_office(rows, day, day) == in_office(YEARS, day, day)


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=6, unique=True), st.data())
def test_terms_that_follow_day_on_day_have_one_holder_each_day(starts: list[date], data: st.DataObject) -> None:
    starts = sorted(starts)
    rows = holders(*(f"{start}/{following or ''}" for start, following in itertools.zip_longest(starts, starts[1:])))
    day = data.draw(st.dates(date(1890, 1, 1), date(2110, 1, 1)))
    begun = [holder for holder, start in zip("abcdefgh", starts, strict=False) if start <= day]
    assert in_office(rows, day, day) == begun[-1:]


@pytest.mark.parametrize(
    ("day", "possible"),
    [
        ("1990", []),
        ("1994", ["muntarbhorn", "calcetas-santos"]),
        ("1998-12", ["calcetas-santos"]),
        ("2001-01", ["calcetas-santos", "petit"]),
        ("2007-05", ["petit"]),
        ("2010-10-12", ["maalla-mjid"]),
        ("2016-04", ["de-boer-buquicchio"]),
    ],
)
def test_holders_of_the_mandate(day: str, possible: list[str], extracted: Extracted) -> None:
    assert in_office(extracted.tables["mandate_holders"], *bounds(day)) == possible
