"""Each row's lines exist in the source and carry what the row says; changed values and wrong lines are found."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest
from mandate_data.documents import Document
from mandate_data.extract import Extracted
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Tables, Value
from mandate_data.validate.evidence_check import (
    SHOWN,
    Carries,
    Shown,
    carries_country,
    carries_date,
    carries_number,
    carries_symbol,
    carries_words,
    check_evidence,
)

NOWHERE: Mapping[Carries, Value] = {
    carries_words: "words that stand nowhere",
    carries_number: 7654321,
    carries_date: "1848-02-24",
    carries_symbol: "A/HRC/99/99",
    carries_country: "ATA",
}
CITATION = "handbook-2016:0003"  # E/CN4/RES/1990/68, on one line


@pytest.fixture(scope="module")
def documents(extracted: Extracted) -> Mapping[str, Document]:
    return extracted.documents


def row_of(tables: Tables, contract: PackageContract, table: str, key: str) -> Row:
    (row,) = [row for row in tables[table] if contract.tables[table].key_of(row) == key]
    return row


def places_of(tables: Tables, table: str, key: str) -> list[Row]:
    return [row for row in tables["provenance"] if (row["table"], row["row_key"]) == (table, key)]


def test_every_row_of_the_real_tables_is_carried_by_its_lines(
    tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    assert check_evidence(tables, contract, documents) == []


@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: f"{shown.table}.{shown.column}")
def test_changed_value_is_found(
    shown: Shown, tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    table = contract.tables[shown.table]
    row = next(row for row in tables[shown.table] if row[shown.column] is not None)
    places = places_of(tables, shown.table, table.key_of(row))
    row[shown.column] = NOWHERE[shown.carries]
    for place in places:
        place["row_key"] = table.key_of(row)  # where the value is part of the key
    found = {
        (one.table, one.row_key, one.field): one
        for one in check_evidence(tables, contract, documents)
        if one.code == "evidence-differs"
    }
    finding = found[shown.table, table.key_of(row), shown.column]
    value = NOWHERE[shown.carries]
    assert finding.message == f"{shown.column} is '{value}', which none of the row's lines carries"
    assert (finding.value, finding.severity) == (str(value), "error")


def test_wrong_line_is_found(tables: Tables, contract: PackageContract, documents: Mapping[str, Document]) -> None:
    (place,) = places_of(tables, "citations", CITATION)
    place["line"] = place["end_line"] = int(str(place["line"])) + 1
    (found,) = check_evidence(tables, contract, documents)
    assert (found.code, found.table, found.row_key) == ("evidence-differs", "citations", CITATION)
    assert found.message == "as_printed is 'E/CN4/RES/1990/68', which none of the row's lines carries"


def test_line_beyond_the_end_is_found(
    tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    (place,) = places_of(tables, "citations", CITATION)
    place["line"] = place["end_line"] = len(documents["handbook-2016"].lines) + 1
    assert [one.code for one in check_evidence(tables, contract, documents)] == ["evidence-differs"]


def test_missing_provenance_is_found(
    tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    (place,) = places_of(tables, "citations", CITATION)
    tables["provenance"].remove(place)
    (found,) = check_evidence(tables, contract, documents)
    assert (found.code, found.severity) == ("evidence-missing", "error")
    assert found.message == f"citations {CITATION} says on no line of any source where it comes from"


@pytest.mark.parametrize("table", ["countries", "documents"])
def test_reference_tables_need_provenance_too(
    table: str, tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    tables["provenance"] = [row for row in tables["provenance"] if row["table"] != table]
    missing = [one for one in check_evidence(tables, contract, documents) if one.code == "evidence-missing"]
    assert [one.table for one in missing] == [table] * len(tables[table])


def test_orphaned_provenance_is_found(
    tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    tables["citations"].remove(row_of(tables, contract, "citations", CITATION))
    (found,) = check_evidence(tables, contract, documents)
    assert (found.code, found.severity) == ("evidence-orphaned", "error")
    assert found.message == f"provenance names a row of citations that isn't there: {CITATION}"


def differing(tables: Tables, contract: PackageContract, documents: Mapping[str, Document]) -> list[Finding]:
    return [one for one in check_evidence(tables, contract, documents) if one.code == "evidence-differs"]


def test_rows_of_a_source_that_is_not_at_hand_are_not_judged(
    tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    leiden = {"leiden-2015": documents["leiden-2015"]}
    assert differing(tables, contract, leiden) == []
    row_of(tables, contract, "citations", CITATION)["as_printed"] = "words that stand nowhere"
    row_of(tables, contract, "citations", "leiden-2015:0001")["as_printed"] = "words that stand nowhere"
    assert [one.row_key for one in differing(tables, contract, leiden)] == ["leiden-2015:0001"]


def test_corrected_value_is_let_pass_by_its_erratum_alone(
    tables: Tables, contract: PackageContract, documents: Mapping[str, Document]
) -> None:
    for row in tables["errata"]:
        row["status"] = "flagged"
    corrected = {(one.table, one.row_key, one.field) for one in differing(tables, contract, documents)}
    assert ("country_visits", "2006-ukr", "report_symbol") in corrected


@pytest.mark.parametrize(
    ("carries", "text", "value", "expected"),
    [
        (carries_number, "a rate of 48.28 per cent", Decimal("48.28"), True),
        (carries_number, "a rate of 48.28 per cent", 48, False),
        (carries_number, "a rate of 48.28 per cent", 8, False),
        (carries_number, "960,000 in all", 960000, True),
        (carries_number, "960,000 in all", 960, False),
        (carries_number, "8.4 million in all", 8400000, True),
        (carries_number, "8.4 million in all", Decimal("8.4"), False),
        (carries_number, "84 replies.", 84, True),
        (carries_number, "five of them", 5, True),
        (carries_number, "the fifth session", 5, True),
        (carries_number, "fivefold", 5, False),
        (carries_date, "on 7 March 1990", "1990-03-07", True),
        (carries_date, "on 17 March 1990", "1990-03-07", False),
        (carries_date, "7 April 1990", "1990-03-07", False),
        (carries_date, "number 19901", "1990", False),
        (carries_date, "from 1990 to April 2016", "1990/2016-04", True),
        (carries_date, "from 1990 on", "1990/2016-04", False),
        (carries_symbol, "see A/HRC/25/48, para. 2", "A/HRC/25/48", True),
        (carries_symbol, "see A/HRC/25/48, para. 2", "A/HRC/25/4", False),
        (carries_symbol, "see A/HRC/25/48/Add.3", "A/HRC/25/48", True),
        (carries_symbol, "see CCPR/C/ 120/D/2054/2011 and others", "CCPR/C/120/D/2054/2011", True),
        (carries_symbol, "Resolution 8 (XXIII)", "E/CN.4/RES/8(XXIII)", True),
        (carries_symbol, "Resolution 88 (XXIII)", "E/CN.4/RES/8(XXIII)", False),
        (carries_country, "a visit to the Lao People's Democratic Republic in May", "LAO", True),
        (carries_country, "the Republic of Korea", "PRK", False),
        (carries_country, "Nigeria", "NER", False),
        (carries_words, "Vitit  Muntarbhorn", "Vitit Muntarbhorn", True),
        (carries_words, "Vitit", "Vitit Muntarbhorn", False),
    ],
)
def test_what_a_line_carries(carries: Carries, text: str, value: Value, expected: bool) -> None:
    assert carries(text, value) is expected
