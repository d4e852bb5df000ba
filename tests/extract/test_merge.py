"""Statements of several places about one thing become one row: they may add and refine, but not contradict."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.documents import Place
from mandate_data.extract import Extracted
from mandate_data.extract.merge import Merged, merge
from mandate_data.extract.records import Cell, CellName, Evidence, Kind, Record, Scalar
from mandate_data.package.table_schemas import load_contract
from mandate_data.package.tables import Tables
from mandate_data.validate.row_key_check import check_row_keys

CONTRACT = load_contract(Path(__file__).parents[2] / "schemas")
PATHS = {"one": "raw/one/document.md", "two": "raw/two/document.md"}


def record(table: str, source_id: str = "one", line: int = 1, end_line: int | None = None, **values: Scalar) -> Record:
    place = Place(source_id, line, 0, end_line or line, 9)
    cells = {column: Cell(value, Evidence("printed", (place,))) for column, value in values.items()}
    return Record(table, cells, place)


def statements(result: Merged, column: str, key: str = "m|nobody", table: str = "mandate_holders") -> list[Evidence]:
    return list(result.evidence.get(CellName(table, key, column), ()))


def at(source_id: str, line: int, kind: Kind = "printed", rule: str = "") -> Evidence:
    return Evidence(kind, (Place(source_id, line, 0, line, 9),), rule)


def holder(source_id: str = "one", line: int = 1, **values: Scalar) -> Record:
    return record("mandate_holders", source_id, line, mandate_id="m", person_id="nobody", **values)


def merged(*records: Record) -> Merged:
    return merge(records, CONTRACT, PATHS)


def messages(result: Merged) -> list[tuple[str, str]]:
    return [(finding.code, finding.message) for finding in result.findings]


def test_two_sources_add_to_one_row_and_both_are_evidence() -> None:
    result = merged(holder(ordinal=1, name="Nobody"), holder("two", 7, term_start="1991", ordinal=1))
    assert result.rows["mandate_holders"] == {
        "m|nobody": {"mandate_id": "m", "person_id": "nobody", "ordinal": 1, "name": "Nobody", "term_start": "1991"}
    }
    assert statements(result, "ordinal") == [at("one", 1), at("two", 7)]
    assert statements(result, "name") == [at("one", 1)]
    assert statements(result, "term_start") == [at("two", 7)]
    assert result.findings == ()


def visit(source_id: str, line: int, kind: str) -> Record:
    return record("country_visits", source_id, line, visit_id="m/2014-geo", kind=kind)


@pytest.mark.parametrize("kinds", list(itertools.permutations(["visit", "mission"])))
def test_an_exact_word_refines_a_general_one_and_is_its_own_evidence(kinds: tuple[str, str]) -> None:
    result = merged(visit("one", 1, kinds[0]), visit("two", 7, kinds[1]))
    assert result.rows["country_visits"]["m/2014-geo"]["kind"] == "mission"
    exact = at("one", 1) if kinds[0] == "mission" else at("two", 7)
    assert statements(result, "kind", "m/2014-geo", "country_visits") == [exact]
    assert result.findings == ()


def test_two_exact_words_contradict_each_other_whatever_general_one_there_is() -> None:
    result = merged(visit("one", 1, "joint_mission"), visit("two", 7, "mission"))
    assert [code for code, _ in messages(result)] == ["contradiction", "contradiction"]


def test_every_table_is_there_though_no_record_is() -> None:
    result = merged()
    assert set(result.rows) == set(CONTRACT.tables)
    assert result.evidence == {}
    assert result.findings == ()


def test_the_same_place_is_evidence_once() -> None:
    result = merged(holder(ordinal=1), holder(ordinal=1))
    assert statements(result, "ordinal") == [at("one", 1)]
    assert result.places["mandate_holders", "m|nobody"] == (Place("one", 1, 0, 1, 9),)


def test_rows_of_different_keys_stay_apart() -> None:
    rows = [record("visit_countries", visit_id="1998-bel-nld", country_code=code) for code in ("BEL", "NLD")]
    assert list(merged(*rows).rows["visit_countries"]) == ["1998-bel-nld|BEL", "1998-bel-nld|NLD"]


def test_a_missing_value_neither_erases_nor_contradicts() -> None:
    result = merged(holder(ordinal=1), holder("two", ordinal=None, name=None), holder(line=3, name="Nobody"))
    assert result.rows["mandate_holders"]["m|nobody"] == {
        "mandate_id": "m",
        "person_id": "nobody",
        "ordinal": 1,
        "name": "Nobody",
    }
    assert result.findings == ()


@pytest.mark.parametrize("dates", list(itertools.permutations(["1991", "1991-03", "1991-03-01"])), ids="-".join)
@pytest.mark.parametrize("column", ["term_start", "term_end"])
def test_the_finest_date_is_published_whatever_comes_first(column: str, dates: tuple[str, ...]) -> None:
    result = merged(*(holder(line=line, **{column: day}) for line, day in enumerate(dates, 1)))
    assert result.rows["mandate_holders"]["m|nobody"][column] == "1991-03-01"
    assert result.findings == ()


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
    later = record("mandate_holders", "two", 7, 8, mandate_id="m", person_id="nobody", **{column: value})
    result = merged(holder(**{column: known}), later)
    assert result.rows["mandate_holders"]["m|nobody"][column] == known
    first, finding = result.findings
    assert first.message == f"mandate_holders m|nobody: {column} is '{known}' here, '{value}' elsewhere"
    assert (first.value, first.file) == (str(known), PATHS["one"])
    assert finding.message == f"mandate_holders m|nobody: {column} is '{value}' here, '{known}' elsewhere"
    assert finding.hint == "correct the wrong one, or record an erratum that says which is published and why"
    assert (finding.code, finding.severity) == ("contradiction", "error")
    assert (finding.table, finding.row_key, finding.field) == ("mandate_holders", "m|nobody", column)
    assert (finding.value, finding.file, finding.line, finding.end_line) == (str(value), PATHS["two"], 7, 8)


def test_what_contradicts_is_no_evidence_for_what_is_published() -> None:
    result = merged(holder(ordinal=1), holder("two", 7, ordinal=2))
    assert statements(result, "ordinal") == [at("one", 1)]


def test_a_coarser_date_is_evidence_for_a_finer_one() -> None:
    result = merged(holder(term_start="1991"), holder("two", 7, term_start="1991-03"))
    assert statements(result, "term_start") == [at("one", 1), at("two", 7)]


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
    assert statements(result, "title", "a", table) == [at("one", 1), at("two", 1, "normalised", "capitals")]
    assert result.findings == ()


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
    assert finding.message == f"{key} appears twice; first on line 4"
    assert finding.hint == "delete one of the two, or correct the one that means something else"
    assert (finding.code, finding.severity, finding.table, finding.row_key) == ("row-twice", "error", table, key)
    assert (finding.file, finding.line, finding.end_line) == (PATHS["one"], 6, 7)


@pytest.mark.parametrize("table", ROWS)
def test_a_row_that_two_sources_print_is_none(table: str) -> None:
    assert merged(record(table, "one", **ROWS[table]), record(table, "two", **ROWS[table])).findings == ()


@pytest.mark.parametrize("table", ROWS)
def test_a_row_read_twice_in_one_place_is_none(table: str) -> None:
    assert merged(record(table, line=4, **ROWS[table]), record(table, line=4, **ROWS[table])).findings == ()


def test_other_rows_may_be_told_in_many_places_of_a_source() -> None:
    assert merged(*(record("documents", line=line, symbol="A/70/222") for line in (1, 2, 3))).findings == ()


def test_a_row_that_follows_from_others_adds_evidence_to_one_that_is_there() -> None:
    result = merged(record("documents", symbol="A/70/222", kind="report"))
    origin = Evidence("derived", (), "named", (CellName("citations", "one:0001", "symbol"),))
    result.add("documents", "A/70/222", {"symbol": Cell("A/70/222", origin), "kind": Cell("other", origin)})
    result.add("documents", "A/70/223", {"symbol": Cell("A/70/223", origin)})
    assert result.rows["documents"]["A/70/222"]["kind"] == "report"
    assert statements(result, "symbol", "A/70/222", "documents") == [at("one", 1), origin]
    assert statements(result, "kind", "A/70/222", "documents") == [at("one", 1)]
    assert statements(result, "symbol", "A/70/223", "documents") == [origin]


def test_the_place_of_a_row_is_that_of_the_rows_it_follows_from() -> None:
    result = merged(record("citations", line=7, citation_id="one:0001", symbol="A/70/222"))
    origin = Evidence("derived", (), "named", (CellName("citations", "one:0001", "symbol"),))
    result.add("documents", "A/70/222", {"symbol": Cell("A/70/222", origin)})
    assert result.place_of("documents", "A/70/222") == Place("one", 7, 0, 7, 9)
    assert result.place_of("documents", "A/70/223") is None


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
    expected = {"mandate_id": "m", "person_id": "nobody"} | {column: values[column] for column in told}
    for result in (merged(*records), merged(*reversed(records))):
        assert result.rows["mandate_holders"]["m|nobody"] == expected
        assert len(result.places["mandate_holders", "m|nobody"]) == len(records)
        assert result.findings == ()


def test_both_sources_tell_of_every_mandate_holder(extracted: Extracted) -> None:
    """The Leiden assessment knows terms to the year, the handbook two of them to the day or the month."""
    holders = {str(row["person_id"]): row for row in extracted.tables["mandate_holders"]}
    places = [row for row in extracted.tables["provenance"] if row["table"] == "mandate_holders"]
    for key in holders:
        assert {row["source_id"] for row in places if row["row_key"] == f"sale-of-children|{key}"} == {
            "handbook-2016",
            "leiden-2015",
        }
    assert holders["de-boer-buquicchio"]["term_start"] == "2014-05-08"
    assert (
        holders["maalla-mjid"]["term_start"],
        holders["maalla-mjid"]["term_end"],
    ) == ("2008-05", "2014-06")
    assert (holders["petit"]["term_start"], holders["petit"]["term_end"]) == (
        "2001",
        "2008",
    )


def test_keys_that_are_alike_when_joined_are_never_one_row_in_silence() -> None:
    """Only with the sign that joins them in both: the row keeps it, which is an error of the package."""
    one = record("mandate_holders", line=1, mandate_id="a|b", person_id="c")
    result = merged(one, record("mandate_holders", line=2, mandate_id="a", person_id="b|c"))
    assert list(result.rows["mandate_holders"]) == ["a|b|c"]
    assert {message for code, message in messages(result) if code == "contradiction"} != set()
    tables: Tables = {name: list(rows.values()) for name, rows in result.rows.items()}
    assert [(found.code, found.severity) for found in check_row_keys(tables, CONTRACT)] == [("key-separator", "error")]
