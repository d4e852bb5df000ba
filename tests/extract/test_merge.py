"""What several places tell of one thing is one row: they may add and refine, but not contradict."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.extract import Extracted
from mandate_data.extract.merge import Merged, merge
from mandate_data.extract.records import Evidence, Record, Scalar
from mandate_data.package.table_schemas import PackageContract, load_contract

CONTRACT = load_contract(Path(__file__).parents[2] / "schemas")
PATHS = {"one": "raw/one/document.md", "two": "raw/two/document.md"}


def record(table: str, source_id: str = "one", line: int = 1, end_line: int | None = None, **values: Scalar) -> Record:
    return Record(table, values, Evidence(source_id, line, end_line or line, f"reader-{source_id}"))


def holder(source_id: str = "one", line: int = 1, **values: Scalar) -> Record:
    return record("mandate_holders", source_id, line, holder_id="nobody", **values)


def merged(*records: Record) -> Merged:
    return merge(records, CONTRACT, PATHS)


def messages(result: Merged) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in result.findings]


def test_two_sources_add_to_one_row_and_both_are_evidence() -> None:
    result = merged(holder(ordinal=1, name="Nobody"), holder("two", 7, term_start="1991", ordinal=1))
    assert result.rows["mandate_holders"] == {
        "nobody": {"holder_id": "nobody", "ordinal": 1, "name": "Nobody", "term_start": "1991"}
    }
    assert result.evidence["mandate_holders"]["nobody"] == [
        Evidence("one", 1, 1, "reader-one"),
        Evidence("two", 7, 7, "reader-two"),
    ]
    assert result.findings == []


def test_every_table_is_there_though_no_record_is() -> None:
    result = merged()
    assert set(result.rows) == set(result.evidence) == set(CONTRACT.tables)
    assert result.findings == []


def test_the_same_place_is_evidence_once() -> None:
    result = merged(holder(ordinal=1), holder(name="Nobody"))
    assert result.evidence["mandate_holders"]["nobody"] == [Evidence("one", 1, 1, "reader-one")]


def test_rows_of_different_keys_stay_apart() -> None:
    rows = [record("visit_countries", visit_id="1998-bel-nld", country_code=code) for code in ("BEL", "NLD")]
    assert list(merged(*rows).rows["visit_countries"]) == ["1998-bel-nld|BEL", "1998-bel-nld|NLD"]


def test_a_missing_value_neither_erases_nor_contradicts() -> None:
    result = merged(holder(ordinal=1), holder("two", ordinal=None, name=None), holder(line=3, name="Nobody"))
    assert result.rows["mandate_holders"]["nobody"] == {"holder_id": "nobody", "ordinal": 1, "name": "Nobody"}
    assert result.findings == []


@pytest.mark.parametrize("dates", list(itertools.permutations(["1991", "1991-03", "1991-03-01"])), ids="-".join)
@pytest.mark.parametrize("column", ["term_start", "term_end"])
def test_the_finest_date_is_published_whatever_comes_first(column: str, dates: tuple[str, ...]) -> None:
    result = merged(*(holder(line=line, **{column: day}) for line, day in enumerate(dates, 1)))
    assert result.rows["mandate_holders"]["nobody"][column] == "1991-03-01"
    assert result.findings == []


@pytest.mark.parametrize(
    ("column", "known", "value"),
    [
        ("term_start", "1991", "1992"),
        ("term_start", "1991-03", "1991-04"),
        ("term_start", "1991-03", "1992"),
        ("term_start", "1991", "19910"),  # a longer text is no finer date
        ("ordinal", 1, 2),
        ("ordinal", 0, 1),
        ("country_code", "THA", "tha"),
        ("name", "Nobody", "Nobody Else"),
    ],
)
def test_a_contradiction_is_a_finding_on_both_and_the_first_value_stays(
    column: str, known: Scalar, value: Scalar
) -> None:
    later = record("mandate_holders", "two", 7, 8, holder_id="nobody", **{column: value})
    result = merged(holder(**{column: known}), later)
    assert result.rows["mandate_holders"]["nobody"][column] == known
    first, finding = result.findings
    assert first.message == f"mandate_holders nobody: {column} is '{known}' here, '{value}' elsewhere"
    assert (first.value, first.file) == (str(known), PATHS["one"])
    assert finding.message == f"mandate_holders nobody: {column} is '{value}' here, '{known}' elsewhere"
    assert finding.hint == "correct the wrong one, or record an erratum that says which is published and why"
    assert (finding.code, finding.severity) == ("contradiction", "error")
    assert (finding.table, finding.row_key, finding.field) == ("mandate_holders", "nobody", column)
    assert (finding.value, finding.file, finding.line, finding.end_line) == (str(value), PATHS["two"], 7, 8)


def test_what_contradicts_is_evidence_all_the_same() -> None:
    result = merged(holder(ordinal=1), holder("two", 7, ordinal=2))
    assert [place.source_id for place in result.evidence["mandate_holders"]["nobody"]] == ["one", "two"]


def test_each_contradiction_is_told_in_its_place() -> None:
    result = merged(holder(line=1, ordinal=1), holder("two", 7, ordinal=2), holder("two", 9, ordinal=3))
    assert [(finding.line, finding.value) for finding in result.findings] == [(1, "1"), (7, "2"), (9, "3")]


@pytest.mark.parametrize("odd", [0, 1, 2])
def test_where_most_places_agree_the_other_one_is_told(odd: int) -> None:
    # A coarser date agrees with a finer one.
    said = ["1991", "1991-03", "1991-03-01"]
    said[odd] = "1990"
    result = merged(*(holder("two", line, term_start=date) for line, date in enumerate(said)))
    assert [(finding.line, finding.value) for finding in result.findings] == [(odd, "1990")]


@pytest.mark.parametrize("table", ["themes", "legal_instruments"])
def test_capitals_of_a_title_are_those_of_the_first_place(table: str) -> None:
    key = CONTRACT.tables[table].primary_key[0]
    titles = ["Prevention Of All", "prevention of all", "PREVENTION OF ALL"]
    result = merged(
        *(record(table, source, title=title, **{key: "a"}) for source, title in zip(PATHS, titles, strict=False))
    )
    assert result.rows[table]["a"]["title"] == "Prevention Of All"
    assert result.findings == []


ROWS = {
    "country_visits": {"visit_id": "2000-mar", "year": 2000},
    "themes": {"theme_id": "prevention"},
    "non_parties": {"instrument_id": "opsc", "country_code": "FJI"},
}


@pytest.mark.parametrize("table", ROWS)
def test_a_row_that_a_source_prints_twice_is_a_finding(table: str) -> None:
    values = ROWS[table]
    key = CONTRACT.tables[table].key_of(values)
    result = merged(record(table, line=4, **values), record(table, line=6, end_line=7, **values))
    (finding,) = result.findings
    assert finding.message == f"{key} stands twice; first on line 4"
    assert finding.hint == "delete one of the two, or correct the one that means something else"
    assert (finding.code, finding.severity, finding.table, finding.row_key) == ("row-twice", "error", table, key)
    assert (finding.file, finding.line, finding.end_line) == (PATHS["one"], 6, 7)


@pytest.mark.parametrize("table", ROWS)
def test_a_row_that_two_sources_print_is_none(table: str) -> None:
    assert merged(record(table, "one", **ROWS[table]), record(table, "two", **ROWS[table])).findings == []


@pytest.mark.parametrize("table", ROWS)
def test_a_row_read_twice_in_one_place_is_none(table: str) -> None:
    assert merged(record(table, line=4, **ROWS[table]), record(table, line=4, **ROWS[table])).findings == []


def test_other_rows_may_be_told_in_many_places_of_a_source() -> None:
    assert merged(*(record("documents", line=line, symbol="A/70/222") for line in (1, 2, 3))).findings == []


def test_a_derived_row_adds_evidence_to_one_that_is_there() -> None:
    result = merged(record("documents", symbol="A/70/222", kind="report"))
    more = [Evidence("one", 1, 1, "reader-one"), Evidence("two", 2, 2, "reader-two")]
    result.add("documents", "A/70/222", {"symbol": "A/70/222", "kind": "other"}, more)
    result.add("documents", "A/70/223", {"symbol": "A/70/223"}, more[1:])
    assert result.rows["documents"]["A/70/222"]["kind"] == "report"
    assert result.evidence["documents"] == {"A/70/222": more, "A/70/223": more[1:]}


COLUMNS = ["ordinal", "name", "country_code", "term_start"]


@given(
    st.dictionaries(st.sampled_from(COLUMNS), st.sampled_from(["1991", "Nobody", "THA"]), min_size=1),
    st.lists(st.sets(st.sampled_from(COLUMNS)), min_size=1, max_size=5),
)
def test_parts_of_one_row_in_any_order_make_that_row(values: dict[str, str], parts: list[set[str]]) -> None:
    records = [
        holder(line=line, **{column: values[column] for column in part if column in values})
        for line, part in enumerate(parts, 1)
    ]
    told = set().union(*parts) & set(values)
    expected = {"holder_id": "nobody"} | {column: values[column] for column in told}
    for result in (merged(*records), merged(*reversed(records))):
        assert result.rows["mandate_holders"]["nobody"] == expected
        assert len(result.evidence["mandate_holders"]["nobody"]) == len(records)
        assert result.findings == []


def test_both_sources_tell_of_every_mandate_holder(extracted: Extracted, contract: PackageContract) -> None:
    """The Leiden assessment knows terms to the year, the handbook two of them to the day or the month."""
    holders = {contract.tables["mandate_holders"].key_of(row): row for row in extracted.tables["mandate_holders"]}
    places = [row for row in extracted.tables["provenance"] if row["table"] == "mandate_holders"]
    for key in holders:
        assert {row["source_id"] for row in places if row["row_key"] == key} == {"handbook-2016", "leiden-2015"}
    assert holders["de-boer-buquicchio"]["term_start"] == "2014-05-08"
    assert (holders["maalla-mjid"]["term_start"], holders["maalla-mjid"]["term_end"]) == ("2008-05", "2014-06")
    assert (holders["petit"]["term_start"], holders["petit"]["term_end"]) == ("2001", "2008")
