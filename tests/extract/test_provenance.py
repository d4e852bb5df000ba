"""Provenance by cell on the real sources: every cell has an address, and what is at the address is the cell's value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest
from mandate_data.documents import Document, Place
from mandate_data.documents.positions import text_at
from mandate_data.extract import Extracted
from mandate_data.extract.normalisations import NORMALISATIONS
from mandate_data.extract.reference_lists import REFERENCE_LISTS
from mandate_data.package.tables import Package, Row, text_of
from mandate_data.typography import straighten
from mandate_data.validate.evidence_check import Statement, check_evidence, statements_of

ABOUT_THE_DATA = {"sources", "rules", "errata", "claims", "provenance"}
PRINTED_NONETHELESS = {("claims", "claimed"), ("errata", "as_printed")}
MARKUP = set("\\*_`[]<>&|#")
# What these rules read is in a part of the text: the days of a span, the number in "General Comment 10",
# the figures of "2 and 9".
PART_MATTERS = {"span-start", "span-end", "span-year", "report-status", "symbol", "claimed", "pinpoint"}
PLACE = ("source_id", "line", "start", "end_line", "end")

Part = tuple[int, str, str, str, str]
"""A row of provenance: statement, kind, rule or erratum, source, and the text at the place or the cell of origin."""


def rows_of(extracted: Extracted, table: str, key: str, field: str) -> list[Row]:
    cell = (table, key, field)
    return [row for row in extracted.tables["provenance"] if (row["table"], row["row_key"], row["field"]) == cell]


def text_of_place(extracted: Extracted, row: Row) -> str:
    place = Place(*(row[column] for column in PLACE))  # type: ignore[arg-type]
    return text_at(extracted.documents[place.source_id], place)


def parts_of(extracted: Extracted, table: str, key: str, field: str) -> list[Part]:
    return [
        (
            int(str(row["statement"])),
            str(row["kind"]),
            text_of(row["rule_id"]) or text_of(row["erratum_id"]),
            text_of(row["source_id"]),
            text_of_place(extracted, row)
            if row["source_id"]
            else " ".join(text_of(row[column]) for column in ("from_table", "from_row_key", "from_field")),
        )
        for row in rows_of(extracted, table, key, field)
    ]


HANDBOOK, LEIDEN = "handbook-2016", "leiden-2015"
EXAMPLES = {
    "a value of two parts is one statement": (
        ("statistics", "petit-communications", "period"),
        [(1, "normalised", "interval", HANDBOOK, "2001"), (1, "normalised", "interval", HANDBOOK, "2008")],
    ),
    "a value of two sources is as many statements": (
        ("mandate_holders", "sale-of-children|maalla-mjid", "term_start"),
        [
            (1, "normalised", "date", HANDBOOK, "2008"),
            (2, "normalised", "date", HANDBOOK, "May 2008"),
            (3, "normalised", "date", LEIDEN, "2008"),
        ],
    ),
    "an ibid. is read with the symbol that it points back to": (
        ("events", "mandate-unknown", "symbol"),
        [
            (1, "normalised", "symbol", LEIDEN, "E/CN.4/2001/78"),
            (1, "normalised", "symbol", LEIDEN, "Ibid."),
        ],
    ),
    "statements of one part and of two are told apart": (
        ("theme_reports", "emergencies|A/HRC/19/63", "symbol"),
        [
            (1, "printed", "", HANDBOOK, "A/HRC/19/63"),
            (2, "normalised", "symbol", HANDBOOK, "A/HRC/19/63"),
            (2, "normalised", "symbol", HANDBOOK, "Ibid"),
            (3, "normalised", "symbol", HANDBOOK, "A/HRC/19/63"),
            (3, "normalised", "symbol", HANDBOOK, "Ibid"),
            (4, "printed", "", HANDBOOK, "A/HRC/19/63"),
        ],
    ),
    "a corrected symbol has the place of the misprint": (
        ("country_visits", "sale-of-children/2006-ukr", "report_symbol"),
        [(1, "corrected", "handbook-ukraine-report-symbol", HANDBOOK, "A/HRC/4/Add.2")],
    ),
    "a derived value follows from cells": (
        ("country_visits", "sale-of-children/2016-geo", "person_id"),
        [
            (1, "derived", "in-office", "", "country_visits sale-of-children/2016-geo mandate_id"),
            (1, "derived", "in-office", "", "country_visits sale-of-children/2016-geo start_date"),
            (1, "derived", "in-office", "", "country_visits sale-of-children/2016-geo end_date"),
            (1, "derived", "in-office", "", "mandate_holders sale-of-children|de-boer-buquicchio term_start"),
        ],
    ),
    "a value of a reference list follows from the key": (
        ("countries", "GEO", "region"),
        [(1, "referenced", "un-m49", "", "countries GEO country_code")],
    ),
    "what is ours has the place that it describes": (
        ("country_visits", "sale-of-children/2016-geo", "visit_id"),
        [(1, "assigned", "", HANDBOOK, "Mission to Georgia (11-18 April 2016) (Yet to be published)")],
    ),
    "a number claimed is printed somewhere": (
        ("claims", "countries-visited", "claimed"),
        [(1, "normalised", "claimed", HANDBOOK, "34")],
    ),
}


@pytest.mark.parametrize(("cell", "expected"), EXAMPLES.values(), ids=[name.replace(" ", "-") for name in EXAMPLES])
def test_how_a_cell_came_about(cell: tuple[str, str, str], expected: list[Part], extracted: Extracted) -> None:
    assert parts_of(extracted, *cell) == expected


def test_every_cell_has_provenance_and_nothing_else_has(extracted: Extracted, contract: Package) -> None:
    cells = {
        (name, table.key_of(row), column)
        for name, table in contract.tables.items()
        for row in extracted.tables[name]
        for column in table.columns
        if row[column] is not None and (name not in ABOUT_THE_DATA or (name, column) in PRINTED_NONETHELESS)
    }
    named = {(row["table"], row["row_key"], row["field"]) for row in extracted.tables["provenance"]}
    assert named == cells


def test_rows_and_statements_are_counted_from_one(extracted: Extracted) -> None:
    cells = defaultdict(list)
    for row in extracted.tables["provenance"]:
        cells[row["table"], row["row_key"], row["field"]].append(row)
    for rows in cells.values():
        assert [row["n"] for row in rows] == list(range(1, len(rows) + 1))
        numbers = [int(str(row["statement"])) for row in rows]
        assert numbers == sorted(numbers)
        assert set(numbers) == set(range(1, max(numbers) + 1))


def test_the_parts_of_a_statement_are_of_one_kind(extracted: Extracted) -> None:
    for statement in statements_of(extracted.tables["provenance"]):
        shared = {(row["kind"], row["rule_id"], row["erratum_id"]) for row in statement.rows}
        assert len(shared) == 1, statement.cell


def test_the_characters_of_a_printed_value_are_the_value(extracted: Extracted, contract: Package) -> None:
    """The line itself, cut at the characters given: no help from the code that takes markup away."""
    values = {
        (name, table.key_of(row), column): row[column]
        for name, table in contract.tables.items()
        for row in extracted.tables[name]
        for column in table.columns
    }
    seen = 0
    for statement in statements_of(extracted.tables["provenance"]):
        if statement.kind != "printed" or len(statement.places) > 1:
            continue
        (place,) = statement.places
        cut = extracted.documents[place.source_id].lines[place.line - 1][place.start : place.end]
        if place.line == place.end_line and not MARKUP.intersection(cut):
            assert straighten(cut) == straighten(text_of(values[statement.cell])), statement.cell
            seen += 1
    assert seen > 800


def test_the_table_of_rules_has_each_rule_that_is_used(extracted: Extracted) -> None:
    used = {row["rule_id"] for row in extracted.tables["provenance"] if row["rule_id"]}
    rules = {row["rule_id"]: row for row in extracted.tables["rules"]}
    assert rules.keys() == used
    kinds = {"normalised": "normalisation", "derived": "derivation", "referenced": "reference"}
    for row in extracted.tables["provenance"]:
        if row["rule_id"]:
            assert rules[row["rule_id"]]["kind"] == kinds[str(row["kind"])]
    assert {rule.rule_id for rule in NORMALISATIONS} & used
    assert set(REFERENCE_LISTS) & used
    assert all(str(rule["description"]).endswith(".") for rule in rules.values())


def edits_of(document: Document, place: Place) -> Iterator[Document]:
    """The document with one letter or figure of a place changed: the first, one in the middle, and the last."""
    at = [
        (line, column)
        for line in range(place.line, place.end_line + 1)
        for column, sign in enumerate(document.lines[line - 1])
        if sign.isalnum() and (place.line, place.start) <= (line, column) < (place.end_line, place.end)
    ]
    for line, column in sorted({at[0], at[len(at) // 2], at[-1]}) if at else ():
        lines, text = list(document.lines), document.lines[line - 1]
        sign = text[column]
        other = str((int(sign) + 1) % 10) if sign.isdecimal() else "w" if sign == "q" else "q"
        lines[line - 1] = text[:column] + other + text[column + 1 :]
        yield replace(document, lines=tuple(lines))


def is_reported(statement: Statement, row: Row, changed: Document, extracted: Extracted, of: Package) -> bool:
    """Whether the check of evidence finds that a statement no longer holds in the changed document."""
    tables = {name: [] for name in of.tables} | {statement.cell[0]: [row]} | {"provenance": list(statement.rows)}
    documents = {**extracted.documents, changed.source_id: changed}
    found = check_evidence(tables, of, documents, extracted.normalisations)
    return any(
        (finding.table, finding.row_key, finding.field) == statement.cell and finding.code == "evidence-differs"
        for finding in found
    )


@pytest.mark.quick(1)
@pytest.mark.parametrize("kind", ["printed", "normalised"])
def test_a_character_changed_in_a_source_is_found_at_every_cell_that_it_bears(
    kind: str, extracted: Extracted, contract: Package
) -> None:
    """Every cell that is read from a source, and three characters of each of its places.

    Where the value is in a part of the text, a change there is found, and elsewhere none need be.
    """
    rows = {(name, table.key_of(row)): row for name, table in contract.tables.items() for row in extracted.tables[name]}
    statements = [one for one in statements_of(extracted.tables["provenance"]) if one.kind == kind]
    assert len(statements) > 600
    for statement in statements:
        row = rows[statement.cell[:2]]
        documents = [
            changed for place in statement.places for changed in edits_of(extracted.documents[place.source_id], place)
        ]
        reported = [is_reported(statement, row, changed, extracted, contract) for changed in documents]
        assert any(reported) if statement.rule_id in PART_MATTERS else reported and all(reported), statement
