"""Each published value has provenance, and what provenance says of it holds; each kind of statement is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from mandate_data.documents import Document
from mandate_data.extract import Extracted
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Row, Tables, Value
from mandate_data.validate.evidence_check import check_evidence

VISIT = ("country_visits", "sale-of-children/2016-geo")
CORRECTED = "visit-ukraine-symbol"


@pytest.fixture(scope="module")
def documents(extracted: Extracted) -> Mapping[str, Document]:
    return extracted.documents


class Harmed:
    """Tables that a test changes, checked against the editions; messages of what is found."""

    def __init__(self, tables: Tables, contract: Package, extracted: Extracted) -> None:
        self.tables, self._contract, self._extracted = tables, contract, extracted

    def row(self, table: str, key: str) -> Row:
        (row,) = [row for row in self.tables[table] if self._contract.tables[table].key_of(row) == key]
        return row

    def provenance(self, table: str, key: str, field: str) -> Row:
        """The first row of provenance of a cell."""
        return next(
            row
            for row in self.tables["provenance"]
            if (row["table"], row["row_key"], row["field"]) == (table, key, field)
        )

    def findings(self, documents: Mapping[str, Document] | None = None) -> list[Finding]:
        texts = self._extracted.documents if documents is None else documents
        return check_evidence(self.tables, self._contract, texts, self._extracted.normalisations)

    def said(self) -> list[tuple[str, str]]:
        return [(finding.code, finding.message) for finding in self.findings()]


@pytest.fixture
def harmed(tables: Tables, contract: Package, extracted: Extracted) -> Harmed:
    return Harmed(tables, contract, extracted)


def test_all_that_is_said_of_the_real_tables_holds(harmed: Harmed) -> None:
    assert harmed.findings() == []


def test_each_kind_of_statement_is_there(harmed: Harmed) -> None:
    kinds = {row["kind"] for row in harmed.tables["provenance"]}
    assert kinds == {"printed", "normalised", "derived", "referenced", "assigned", "corrected"}


def test_a_printed_value_is_the_text_at_its_place(harmed: Harmed) -> None:
    harmed.row("visit_countries", "sale-of-children/2016-geo|GEO")["name_as_printed"] = "Germany"
    assert harmed.said() == [("evidence-differs", "name_as_printed is 'Germany', but 'Georgia' is printed there")]


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        (
            "start_date",
            "2016-04-12",
            "start_date is '2016-04-12', which the rule span-start does not read in '11-18 April 2016'",
        ),
        ("year", 2015, "year is '2015', which the rule span-year does not read in '11-18 April 2016'"),
        ("kind", "visit", "kind is 'visit', which the rule visit-kind does not read in 'Mission'"),
    ],
)
def test_a_normalised_value_is_what_its_rule_reads(column: str, value: Value, message: str, harmed: Harmed) -> None:
    harmed.row(*VISIT)[column] = value
    assert ("evidence-differs", message) in harmed.said()


def test_a_rule_that_is_none_is_found(harmed: Harmed) -> None:
    harmed.provenance(*VISIT, "start_date")["rule_id"] = "guess"
    assert harmed.said() == [("evidence-incomplete", "there is no rule 'guess' by which start_date is read")]


def test_a_derived_value_follows_from_cells_that_are_there(harmed: Harmed) -> None:
    harmed.provenance(*VISIT, "person_id")["from_row_key"] = "sale-of-children/2016-ger"
    assert harmed.said() == [
        (
            "evidence-origin",
            "person_id is said to follow from a cell that is not there:"
            " country_visits sale-of-children/2016-ger mandate_id",
        )
    ]


def test_a_value_does_not_follow_from_itself(harmed: Harmed) -> None:
    row = harmed.provenance(*VISIT, "person_id")
    row["from_table"], row["from_row_key"], row["from_field"] = row["table"], row["row_key"], "person_id"
    message = "person_id is said to follow from itself, directly or by way of other cells, and is read nowhere"
    assert harmed.said() == [("evidence-origin", message)]


def test_two_values_do_not_follow_from_each_other(harmed: Harmed) -> None:
    other = (VISIT[0], "sale-of-children/2015-arm")
    for cell, origin in ((VISIT, other), (other, VISIT)):
        row = harmed.provenance(*cell, "person_id")
        row["from_table"], row["from_row_key"], row["from_field"] = *origin, "person_id"
    message = "person_id is said to follow from itself, directly or by way of other cells, and is read nowhere"
    found = harmed.findings()
    assert {(finding.code, finding.message) for finding in found} == {("evidence-origin", message)}
    assert [(finding.table, finding.row_key) for finding in found] == [other, VISIT]


def test_a_referenced_value_is_what_its_list_has(harmed: Harmed) -> None:
    harmed.row("countries", "GEO")["region"] = "Europe"
    assert harmed.said() == [("evidence-differs", "region is 'Europe', but the list un-m49 has 'Asia'")]


def test_an_assigned_value_has_a_place(harmed: Harmed) -> None:
    row = harmed.provenance(*VISIT, "visit_id")
    for column in ("source_id", "line", "start", "end_line", "end"):
        row[column] = None
    assert harmed.said() == [("evidence-incomplete", "it is assigned, but no place is given")]


def corrected_cell(harmed: Harmed) -> Row:
    return next(row for row in harmed.tables["provenance"] if row["kind"] == "corrected")


def test_a_corrected_value_is_what_its_erratum_publishes(harmed: Harmed) -> None:
    cell = corrected_cell(harmed)
    erratum = next(row for row in harmed.tables["errata"] if row["erratum_id"] == cell["erratum_id"])
    erratum["published"] = "another"
    value = harmed.row(str(cell["table"]), str(cell["row_key"]))[str(cell["field"])]
    message = f"{cell['field']} is {value!r}, which is not what the erratum publishes"
    assert ("evidence-erratum", message) in harmed.said()


def test_an_erratum_finds_what_it_expects(harmed: Harmed) -> None:
    cell = corrected_cell(harmed)
    erratum = next(row for row in harmed.tables["errata"] if row["erratum_id"] == cell["erratum_id"])
    erratum["as_printed"] = "never printed"
    said = [message for code, message in harmed.said() if code == "evidence-erratum"]
    assert said
    assert all(message.startswith("the erratum expects 'never printed', but ") for message in said)


def test_a_value_without_provenance_is_found(harmed: Harmed) -> None:
    harmed.tables["provenance"].remove(harmed.provenance(*VISIT, "end_date"))
    assert harmed.said() == [
        ("evidence-missing", "provenance does not say where end_date of sale-of-children/2016-geo comes from")
    ]


def test_provenance_of_nothing_is_found(harmed: Harmed) -> None:
    harmed.provenance(*VISIT, "end_date")["row_key"] = "sale-of-children/2016-ger"
    codes = [code for code, _ in harmed.said()]
    assert codes == ["evidence-missing", "evidence-orphaned"]
    assert (
        harmed.said()[1][1]
        == "provenance names a cell that is not there: country_visits sale-of-children/2016-ger end_date"
    )


@pytest.mark.parametrize(
    ("column", "value", "problem"),
    [
        ("end_line", 99999, "there is no line 99999"),
        ("end", 4000, "line {line} has no character 4000"),
        ("line", 9999, "there is no line {line}"),
    ],
)
def test_a_place_that_is_not_there_is_found(column: str, value: int, problem: str, harmed: Harmed) -> None:
    row = harmed.provenance(*VISIT, "end_date")
    message = f"the place of end_date: {problem.format(line=row['end_line'])}"
    row[column] = value
    assert harmed.said() == [("evidence-place", message)]


@pytest.mark.parametrize("column", ["line", "start", "end_line", "end", "source_id"])
def test_a_place_is_whole_or_not_there(column: str, harmed: Harmed) -> None:
    harmed.provenance(*VISIT, "end_date")[column] = None
    assert harmed.said() == [("evidence-incomplete", f"its place has no {column}")]


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("derived", "it is derived, but no cell is given from which it follows"),
        ("referenced", "it is referenced, but no cell is given from which it follows"),
        ("corrected", "it is corrected, but no erratum is given"),
    ],
)
def test_a_statement_has_what_its_kind_needs(kind: str, message: str, harmed: Harmed) -> None:
    harmed.provenance(*VISIT, "end_date")["kind"] = kind
    assert harmed.said() == [("evidence-incomplete", message)]


def test_what_is_in_a_source_that_is_not_at_hand_is_not_looked_at(harmed: Harmed) -> None:
    harmed.row("visit_countries", "sale-of-children/2016-geo|GEO")["name_as_printed"] = "Germany"
    assert harmed.findings({}) == []


def changed(row: Row, column: str) -> Value:
    value = row[column]
    return value + 1 if isinstance(value, int) and not isinstance(value, bool) else f"{value}x"


def cells(tables: Tables, contract: Package, kinds: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    for row in tables["provenance"]:
        if row["kind"] in kinds and row["n"] == 1:
            yield str(row["table"]), str(row["row_key"]), str(row["field"])


@pytest.mark.quick(1)
@pytest.mark.parametrize("share", range(8))
def test_a_changed_value_is_found_in_every_column(share: int, harmed: Harmed, contract: Package) -> None:
    """One cell of each column whose values sources print."""
    seen: dict[tuple[str, str], tuple[str, str, str]] = {}
    for cell in cells(harmed.tables, contract, ("printed", "normalised")):
        seen.setdefault((cell[0], cell[2]), cell)
    for table, key, column in list(seen.values())[share::8]:
        row = harmed.row(table, key)
        if column in contract.tables[table].primary_key:
            continue  # then it is another row
        before = row[column]
        row[column] = changed(row, column)
        assert {(found.table, found.row_key, found.field) for found in harmed.findings()} >= {(table, key, column)}
        row[column] = before


@pytest.mark.parametrize(("cell", "kind"), [((*VISIT, "end_date"), "normalised"), ((*VISIT, "person_id"), "derived")])
def test_a_statement_by_a_rule_names_it(cell: tuple[str, str, str], kind: str, harmed: Harmed) -> None:
    for row in harmed.tables["provenance"]:
        if (row["table"], row["row_key"], row["field"]) == cell:
            row["rule_id"] = None
    assert harmed.said() == [("evidence-incomplete", f"it is {kind}, but no rule is given")]


@pytest.mark.parametrize(
    ("text", "value", "holds"),
    [
        ("A/HRC/31/58/Add.2", "published", True),
        ("Yet to be published", "forthcoming", True),
        ("Yet to be published", "published", False),
        ("Yet to be printed", "published", False),
    ],
)
def test_a_status_is_what_the_list_says(text: str, value: str, holds: bool, extracted: Extracted) -> None:
    assert extracted.normalisations["report-status"].is_confirmed(text, value) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("E/CN.4/RES/1990/68", True),
        ("E/CN4/RES/1990/68", True),
        ("resolution 1990/68", True),
        ("1990/68", True),
        ("A/HRC/RES/1990/68", False),
        ("X/CN.4/RES/1990/68", False),
        ("resolution 1990/69", False),
    ],
)
def test_a_symbol_printed_as_one_is_the_whole_symbol(text: str, holds: bool, extracted: Extracted) -> None:
    assert extracted.normalisations["symbol"].is_confirmed(text, "E/CN.4/RES/1990/68") is holds


@pytest.mark.parametrize(("column", "by"), [("start", 1), ("end", -1)])
def test_a_place_does_not_cut_a_word(column: str, by: int, harmed: Harmed) -> None:
    row = harmed.provenance("people", "muntarbhorn", "name")
    row[column] = int(str(row[column])) + by
    found = [message for code, message in harmed.said() if code == "evidence-place"]
    assert len(found) == 1
    assert "begins or ends within a word or a number" in found[0]


@pytest.mark.parametrize("spelt", ["Vi tit Muntarbhorn", "Vitit-Muntarbhorn", "VititMuntarbhorn"])
def test_a_printed_value_has_the_blanks_and_hyphens_of_its_place(spelt: str, harmed: Harmed) -> None:
    harmed.row("people", "muntarbhorn")["name"] = spelt
    assert "evidence-differs" in [code for code, _ in harmed.said()]
