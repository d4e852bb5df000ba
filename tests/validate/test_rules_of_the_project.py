"""Every rule of meaning fires on a small change of the real tables, and is silent on the tables as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from mandate_data.extract import Extracted
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Tables, Value
from mandate_data.validate.own_package import explain
from mandate_data.validate.rules_check import check_rules

from schemas.rules.near_duplicates import one_apart

from .editing import RULES

ROOT = Path(__file__).parents[2]
Edit = tuple[str, str, dict[str, Value]]  # table, key of the row, changes


@dataclass(frozen=True)
class Case:
    """Edits, and the finding that they must give: its rule, its field, its row and its words."""

    code: str
    table: str
    field: str
    key: str
    message: str
    edits: tuple[Edit, ...]


def case(code: str, table: str, key: str, field: str, message: str, *edits: Edit, **changes: Value) -> Any:
    """A case that changes cells of the row which is then found (`changes`), or of others (`edits`)."""
    own: tuple[Edit, ...] = ((table, key, changes),) if changes else ()
    return pytest.param(Case(code, table, field, key, message, (*own, *edits)), id=f"{code}-{table}-{field}")


def no_day(table: str, key: str, field: str, date: str) -> Any:
    return case("date-exists", table, key, field, f"{date} is not a day of the calendar", **{field: date})


def no_part(field: str, value: Value, shown: str) -> Any:
    message = f"{field} {shown} is not what the symbol A/HRC/22/54/Add.1 says"
    return case("symbol-parts", "documents", "A/HRC/22/54/Add.1", field, message, **{field: value})


def misfit(field: str, value: Value) -> Any:
    message = f"the symbol A/50/456 does not fit the {field} {value}"
    return case(f"report-{field}", "thematic_reports", "A/50/456", "symbol", message, **{field: value})


def near(table: str, key: str, field: str, name: str) -> Any:
    message = f"{name} is one character from another {field} of {table}"
    return case("name-near-another", table, key, field, message, **{field: name})


CASES = [
    no_day("sources", "handbook-2016", "published", "2016-02-30"),
    no_day("mandate_holders", "sale-of-children|maalla-mjid", "term_start", "2008-04-31"),
    no_day("mandate_holders", "sale-of-children|maalla-mjid", "term_end", "2014-02-29"),
    no_day("documents", "A/67/291", "date", "2012-06-31"),
    no_day("country_visits", "sale-of-children/2013-ben", "start_date", "2013-02-29"),
    no_day("country_visits", "sale-of-children/2013-ben", "end_date", "2013-11-31"),
    no_day("legal_instruments", "opsc", "date", "2000-09-31"),
    no_day("non_parties", "opsc|FJI", "as_of", "2016-04-31"),
    no_day("events", "mandate-created", "date", "1990-02-29"),
    case(
        "term-order", "mandate_holders", "sale-of-children|petit", "term_end",
        "the term ends (2000) before it starts (2001)", term_end="2000",
    ),
    case(
        "holder-ordinal", "mandate_holders", "sale-of-children|petit", "ordinal",
        "petit is called number 4, but the terms say otherwise", ordinal=4,
    ),
    case(
        "terms-follow", "mandate_holders", "sale-of-children|maalla-mjid", "term_start",
        "the term from 2007 overlaps the one before, or follows one without an end", term_start="2007",
    ),
    case(
        "terms-follow", "mandate_holders", "sale-of-children|petit", "term_start",
        "the term from 2001 overlaps the one before, or follows one without an end", term_end=None,
    ),
    case(
        "symbol-parts", "documents", "E/CN4/RES/1990/68", "symbol",
        "symbol E/CN4/RES/1990/68 is not what the symbol E/CN4/RES/1990/68 says",
        ("documents", "E/CN.4/RES/1990/68", {"symbol": "E/CN4/RES/1990/68"}),
    ),
    case(
        "symbol-parts", "documents", "no symbol", "symbol",
        "symbol no symbol is not what the symbol no symbol says", ("documents", "A/67/291", {"symbol": "no symbol"}),
    ),
    no_part("body", "general_assembly", "general_assembly"),
    no_part("kind", "resolution", "resolution"),
    no_part("session", "21", "21"),
    no_part("year", 2011, "2011"),
    no_part("number", "55", "55"),
    no_part("modifier", None, ""),
    no_part("parent_symbol", "A/HRC/25/48", "A/HRC/25/48"),
    no_part("url", "https://undocs.org/en/A/HRC/22/54", "https://undocs.org/en/A/HRC/22/54"),
    case(
        "document-number", "documents", "A/HRC/22/54/Add.1", "symbol",
        "A/HRC/22/54/Add.1 adds to a document without a number", number=None,
    ),
    case(
        "document-date", "documents", "A/67/291", "date",
        "A/67/291 is dated 2014-08-10, which is not of the year 2012", date="2014-08-10",
    ),
    case(
        "visit-order", "country_visits", "sale-of-children/2013-ben", "end_date",
        "the visit ends (2013-10-08) before it starts (2013-10-28)", end_date="2013-10-08",
    ),
    case(
        "visit-too-long", "country_visits", "sale-of-children/2011-fra", "end_date",
        "a visit from 2011-08-21 to 2011-12-02 takes more than 31 days", start_date="2011-08-21",
    ),
    case(
        "visit-year", "country_visits", "sale-of-children/2013-ben", "year",
        "year 2012 is not that of 2013-10-28", year=2012,
    ),
    case(
        "visit-countries", "country_visits", "sale-of-children/1998-bel-nld", "visit_id",
        "sale-of-children/1998-bel-nld does not name the countries in visit_countries",
        ("visit_countries", "sale-of-children/1998-bel-nld|BEL", {"country_code": "FRA"}),
    ),
    case(
        "visit-in-term", "country_visits", "sale-of-children/2013-ben", "person_id",
        "petit did not hold the mandate from 2013-10-28 to 2013-11-08", person_id="petit",
    ),
    case(
        "report-status", "country_visits", "sale-of-children/2013-ben", "report_status",
        "a forthcoming report with the symbol A/HRC/25/48/Add.3", report_status="forthcoming",
    ),
    case(
        "report-before-visit", "country_visits", "sale-of-children/2013-ben", "report_symbol",
        "A/HRC/19/63/Add.2 is older than the visit of 2013-11-08", report_symbol="A/HRC/19/63/Add.2",
    ),
    case(
        "report-before-visit", "country_visits", "sale-of-children/2013-ben", "report_symbol",
        "A/HRC/25/48/Add.3 is older than the visit of 2014-04-08",
        start_date="2014-04-01", end_date="2014-04-08",
    ),
    case(
        "report-too-late", "country_visits", "sale-of-children/2013-ben", "report_symbol",
        "A/HRC/31/58/Add.1 is more than 2 years younger than the visit of 2013-11-08",
        report_symbol="A/HRC/31/58/Add.1",
    ),
    case(
        "report-parent-unknown", "country_visits", "sale-of-children/2013-ben", "report_symbol",
        "A/HRC/25/48/Add.3 is added to a document that no list of the mandate's reports has",
        ("documents", "A/HRC/25/48/Add.3", {"parent_symbol": "A/HRC/RES/7/13"}),
    ),
    case(
        "report-no-addendum", "country_visits", "sale-of-children/2013-ben", "report_symbol",
        "A/HRC/25/48 is not an addendum, as reports on visits are", report_symbol="A/HRC/25/48",
    ),
    case(
        "report-of-two-visits", "country_visits", "sale-of-children/2013-ben", "report_symbol",
        "A/HRC/25/48/Add.1 is printed for another visit, too", report_symbol="A/HRC/25/48/Add.1",
    ),
    case(
        "session-year", "thematic_reports", "A/50/456", "session",
        "session 50 (general_assembly) did not meet in 1996", year=1996,
    ),
    case(
        "session-year", "thematic_reports", "A/HRC/12/23", "session",
        "session 12 (human_rights_council) did not meet in 2010", year=2010,
    ),
    case(
        "session-year", "thematic_reports", "E/CN.4/1991/51", "session",
        "session 47 (commission_on_human_rights) did not meet in 1990", year=1990,
    ),
    case(
        "report-holder", "thematic_reports", "A/50/456", "person_id",
        "petit did not hold the mandate when A/50/456 was presented", person_id="petit",
    ),
    misfit("body", "commission_on_human_rights"),
    misfit("session", 51),
    misfit("year", 1996),
    case("theme-gap", "themes", "emergencies", "ordinal", "7 does not follow the theme before", ordinal=7),
    case(
        "list-gap", "list_items", "leiden-2015/working-methods|6", "ordinal",
        "item 6 of leiden-2015/working-methods does not follow the one before",
        ("list_items", "leiden-2015/working-methods|5", {"ordinal": 6}),
    ),
    case(
        "list-too-short", "lists", "leiden-2015/empty", "list_id", "leiden-2015/empty has fewer than two items",
        ("lists", "leiden-2015/working-methods", {"list_id": "leiden-2015/empty"}),
    ),
    case(
        "citation-gap", "citations", "handbook-2016/n4/e-cn-4-res-1990-68.3", "citation_id",
        "handbook-2016/n4/e-cn-4-res-1990-68.3 is out of order: there is none before it",
        ("citations", "handbook-2016/n4/e-cn-4-res-1990-68", {"citation_id": "handbook-2016/n4/e-cn-4-res-1990-68.3"}),
    ),
    case(
        "citation-target", "citations", "handbook-2016/n4/e-cn-4-res-1990-68", "symbol",
        "handbook-2016/n4/e-cn-4-res-1990-68 has none of symbol, work_id and instrument_id, or more than one",
        instrument_id="crc",
    ),
    case(
        "citation-note", "citations", "handbook-2016/n4/e-cn-4-res-1990-68", "note",
        "a citation in the body with the note 4", context="body",
    ),
    case(
        "pinpoint-kind", "citations", "handbook-2016/n17/e-cn-4-2004-9", "pinpoint",
        "pinpoint 7 of kind ", pinpoint_kind=None,
    ),
    case("event-year", "events", "mandate-created", "year", "year 1991 is not that of 1990-03-07", year=1991),
    case(
        "event-symbol", "events", "mandate-widened", "date",
        "A/HRC/RES/7/13 is not of the year of 2010-03-27", date="2010-03-27", year=2010,
    ),
    case(
        "country-code", "countries", "XYZ", "country_code", "XYZ is not an ISO 3166-1 code",
        ("countries", "ALB", {"country_code": "XYZ"}),
    ),
    case(
        "country-region", "countries", "ALB", "region_code",
        "ALB differs from the UN M49 list", region_code="002",
    ),
    case(
        "percent", "statistics", "communications-response-rate", "value",
        "148.28 percent", value=Decimal("148.28"),
    ),
    case(
        "line-order", "provenance", "citations|handbook-2016/n4/e-cn-4-res-1990-68|symbol|1", "end_line",
        "lines 186 to 185", line=186, end_line=185,
    ),
    case(
        "line-exists", "provenance", "citations|handbook-2016/n4/e-cn-4-res-1990-68|symbol|1", "end_line",
        "handbook-2016 has no line 99999", end_line=99999,
    ),
    case(
        "symbol-near-another", "thematic_reports", "A/66/288", "symbol",
        "A/66/288 is nearly the symbol of a report that is cited, but is in no list",
        ("thematic_reports", "A/66/228", {"symbol": "A/66/288"}),
    ),
    case(
        "symbol-near-another", "thematic_reports", "A/HRC/19/53", "symbol",
        "A/HRC/19/53 is nearly the symbol of a report that is cited, but is in no list",
        ("thematic_reports", "A/HRC/19/63", {"symbol": "A/HRC/19/53"}),
    ),
    case(
        "symbol-near-another", "thematic_reports", "E/CN.4/1994/99", "symbol",
        "E/CN.4/1994/99 is nearly the symbol of a report that is cited, but is in no list",
        ("thematic_reports", "E/CN.4/1994/84", {"symbol": "E/CN.4/1994/99"}),
    ),
    case(
        "symbol-uncatalogued", "documents", "A/HRC/19/83", "symbol",
        "A/HRC/19/83 is cited, but is in no list of reports, of resolutions or of instruments",
        ("documents", "A/HRC/19/63", {"symbol": "A/HRC/19/83"}),
        ("citations", "handbook-2016/n4/e-cn-4-res-1990-68", {"symbol": "A/HRC/19/83"}),
    ),
    case(
        "report-long-awaited", "country_visits", "sale-of-children/2016-geo", "year",
        "the report on a visit of 2006 is still to come, more than 2 years before its source", year=2006,
    ),
    case(
        "report-unnamed", "country_visits", "sale-of-children/2016-geo", "report_status",
        "no source names the report on the visit sale-of-children/2016-geo, or says that it is forthcoming",
        ("provenance", "country_visits|sale-of-children/2016-geo|report_status|1", {"kind": "derived"}),
    ),
    near("organisations", "ecpat", "name", "ECPAT Internationel"),
    near("legal_instruments", "crc", "title", "Agenda for Sustainable Developments"),
    near("events", "general-comment-heard", "title", "Adoption: Agenda for Sustainable Developmant"),
    near("thematic_reports", "A/49/478", "title", "General considerations and scope on the mandate"),
    near("list_items", "handbook-2016/achievements|1", "label", "Issuing practical recommendation"),
    near("people", "muntarbhorn", "name", "Ofelia Calcetas-Santoz"),
    near("works", "every-child-counts", "title", "INTERPOL on the identification of victims of crime against children"),
    near("initiatives", "weprotect", "name", "Virtual Global Task force"),
    near("people", "muntarbhorn", "name", "Ofelia Calcetas-Santoz"),
    case(
        "visit-in-future", "country_visits", "sale-of-children/2016-geo", "start_date",
        "the visit of 2066-04-11 is after the sources were published", start_date="2066-04-11",
    ),
    case(
        "document-in-future", "documents", "A/89/L.85", "symbol",
        "A/89/L.85 is of a year or session after the sources were published",
        ("documents", "A/69/L.85", {"symbol": "A/89/L.85"}),
    ),
    case(
        "document-in-future", "documents", "CRC/C/GC/16", "symbol",
        "CRC/C/GC/16 is of a year or session after the sources were published", year=2093,
    ),
    case(
        "event-in-future", "events", "general-comment-heard", "date",
        "an event of kind adoption is dated 2099-07-01, after the sources were published", date="2099-07-01", year=2099,
    ),
]  # fmt: skip


def edit(tables: Tables, contract: Package, table: str, key: str, changes: dict[str, Value]) -> None:
    """Change cells of the one row with this key."""
    (row,) = [row for row in tables[table] if contract.tables[table].key_of(row) == key]
    assert changes.keys() <= row.keys()
    assert any(row[column] != value for column, value in changes.items())
    row.update(changes)


@pytest.fixture(scope="module")
def before(extracted: Extracted, contract: Package) -> list[Finding]:
    return check_rules(extracted.tables, contract, RULES)


def test_every_rule_has_a_case() -> None:
    covered = {(found.code, found.table, found.field) for found in (param.values[0] for param in CASES)}
    assert covered == {(rule.code, rule.table, rule.field) for rule in RULES}


@pytest.mark.parametrize("harm", CASES)
def test_rule_fires_on_a_harmed_table(harm: Case, tables: Tables, contract: Package, before: list[Finding]) -> None:
    for change in harm.edits:
        edit(tables, contract, *change)
    rules = [rule for rule in RULES if rule.code == harm.code]
    new = Counter(check_rules(tables, contract, rules)) - Counter(before)
    (found,) = [one for one in new if (one.code, one.row_key, one.field) == (harm.code, harm.key, harm.field)]
    assert found.message == harm.message
    assert (found.table, found.severity) == (harm.table, "warning" if harm.code == "report-unnamed" else "error")
    assert new[found] == 1, "said once"


def test_rules_are_silent_on_the_real_tables_but_for_known_errors(before: list[Finding], tables: Tables) -> None:
    left = [finding for finding in explain(before, tables) if finding.severity != "note"]
    assert left == []
    assert {finding.code for finding in before} == {
        "report-of-two-visits",
        "terms-follow",
    }


def test_rule_that_cannot_be_checked_is_an_error_and_not_a_pass(tables: Tables, contract: Package) -> None:
    edit(tables, contract, "country_visits", "sale-of-children/2013-ben", {"start_date": "2013-02-29"})
    found = {one.message: one for one in check_rules(tables, contract, RULES) if one.code == "rule-not-run"}
    message = 'the rule visit-order could not be checked: ValueError("day is out of range for month")'
    assert found[message].severity == "error"
    assert found[message].hint == "correct the other findings first; if there is none, the rule itself is wrong"


def test_rule_that_cannot_be_checked_is_explained_by_no_erratum(tables: Tables, contract: Package) -> None:
    edit(tables, contract, "country_visits", "sale-of-children/2013-ben", {"start_date": "2013-02-29"})
    explained = explain(check_rules(tables, contract, RULES), tables)
    assert {one.severity for one in explained if one.code == "rule-not-run"} == {"error"}


HARM = """
import sys
from pathlib import Path
from mandate_data.package.read import read_package
from mandate_data.package.table_schemas import load_contract
from mandate_data.validate.own_package import validate_package
from mandate_data.project import Project
from mandate_data.validate.rules_check import check_rules, rules_of
root, package = map(Path, sys.argv[1:])
contract = load_contract(root / "schemas")
tables = {name: table.rows for name, table in read_package(package).items()}
tables["country_visits"][0]["year"] += 1
print(*{finding.code for finding in check_rules(tables, contract, rules_of(Project(root)))})
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    "switch",
    [{"PANDERA_VALIDATION_ENABLED": "False"}, {"PANDERA_VALIDATION_DEPTH": "SCHEMA_ONLY"}],
    ids=lambda switch: "".join(switch),
)
def test_no_switch_in_the_environment_lets_bad_data_pass(switch: dict[str, str], package: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", HARM, str(ROOT), str(package)],
        cwd=ROOT, env=os.environ | switch, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "visit-year" in ran.stdout.split()


@pytest.mark.parametrize(
    ("other", "apart"),
    [
        ("A/66/288", True),
        ("A/66/28", True),
        ("A/66/2228", True),
        ("A/66/282", True),
        ("B/66/228", True),
        ("A/66/228/", True),
        ("A/66/228", False),
        ("A/66/299", False),
        ("A/66/822", False),
        ("A/66/22800", False),
        ("", False),
    ],
)
def test_texts_one_character_apart(other: str, apart: bool) -> None:
    assert one_apart("A/66/228", other) == one_apart(other, "A/66/228") == apart


@pytest.mark.parametrize("name", ["ECPAT", "ECPAT International 2", "ECPAT-International", "BAYTA", "ECPAT Nederland"])
def test_names_that_are_short_counted_or_further_apart_are_no_duplicates(
    name: str, tables: Tables, contract: Package
) -> None:
    edit(tables, contract, "organisations", "defence-for-children", {"name": name})
    rules = [rule for rule in RULES if rule.code == "name-near-another"]
    assert [one for one in check_rules(tables, contract, rules) if one.code == "name-near-another"] == []
