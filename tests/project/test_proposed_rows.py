"""Rows of tables of visits, holders and reports are proposed, or told; other tables are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from calling import call_with_bytes
from proposing import GUIDE, proposed

UNREAD = "its row is of a form that is not read; write a passage for it, with where: [row]"
UNCALLED = (
    "neither its row nor what is above it prints whether it was a visit or a mission; write a passage for it, and a "
    "waiver for its kind"
)


def table(*rows: str, above: str = "") -> str:
    head, *others = rows
    line = "|" + "---|" * (head.count("|") + 1)
    return "\n".join([f"{above}\n", f"| {head} |", line, *(f"| {row} |" for row in others)])


@pytest.mark.parametrize(
    ("head", "row", "term"),
    [
        ("Name | Nationality | Term", "Ms. Ana Example | Ghana | 2008–2014", ("2008", "2014")),
        ("Mandate holder | Period", "Ana Example | from 1 May 2008 to 30 April 2014", ("2008-05-01", "2014-04-30")),
        ("Name | From | To", "Ms. Ana Example (Ghana) | May 2008 | April 2014", ("2008-05", "2014-04")),
        ("Name | Term of office", "Dr. Ana Example | since May 2008", ("2008-05", None)),
        ("Name | Term", "Ana Example | 2008 - present", ("2008", None)),
    ],
)
def test_a_holder_of_a_table_is_proposed(head: str, row: str, term: tuple[str, str | None], root: Path) -> None:
    (one,), others = proposed(root, table(head, row, above="## Mandate holders"))
    said = one.values["mandate_holders"]
    assert (one.values["people"]["name"], said["term_start"], said.get("term_end")) == ("Ana Example", *term)
    assert others == []


def test_a_visit_of_a_table_is_proposed_where_its_row_says_so(root: Path) -> None:
    rows = ("Type | Country | Dates | Report", "Mission | Fiji | 3-7 May 2013 | A/HRC/26/31/Add.1")
    (one,), others = proposed(root, table(*rows))
    assert one.values["country_visits"] == {
        "visit_id": "health/2013-fji",
        "mandate_id": "health",
        "kind": "mission",
        "start_date": "2013-05-03",
        "end_date": "2013-05-07",
        "report_symbol": "A/HRC/26/31/Add.1",
    }
    assert one.values["visit_countries"]["name_as_printed"] == "Fiji"
    assert others == []


@pytest.mark.parametrize(
    ("row", "what", "why"),
    [
        ("Fiji | spring of 2013 | A/HRC/26/31/Add.1", "a visit to Fiji", UNREAD),
        ("Atlantis | May 2013 | A/HRC/26/31/Add.1", "a visit to Atlantis", "no country of this name is known"),
    ],
)
def test_a_visit_of_a_table_that_is_not_read_is_told(row: str, what: str, why: str, root: Path) -> None:
    found, others = proposed(root, table("Country | Dates | Report", row, above="## Country visits"))
    assert (found, [(one.what, one.why) for one in others]) == ([], [(what, why)])


def test_a_row_whose_kind_can_not_be_read_above_it_is_told(root: Path) -> None:
    rows = ("Country | Dates | Remarks", "Peru | June 2013 | Two Missions in one", "Fiji | May 2013 | none")
    found, others = proposed(root, table(*rows, above="## Missions"))
    assert [one.values["country_visits"]["visit_id"] for one in found] == ["health/2013-per"]
    assert [(one.what, one.why) for one in others] == [("a visit to Fiji", UNCALLED)]


def test_a_report_of_a_table_is_proposed(root: Path) -> None:
    found, others = proposed(root, table("Symbol | Title", "A/HRC/26/31 | Unhealthy foods", above="## Reports"))
    assert [one.values["thematic_reports"] for one in found] == [
        {"symbol": "A/HRC/26/31", "mandate_id": "health", "title": "Unhealthy foods"}
    ]
    assert others == []


@pytest.mark.parametrize(
    "rows",
    [
        ("Country | Date of ratification", "Fiji | treaty of 2013"),
        ("Country | Date", "Fiji | 2013"),
        ("Name | Term", "Ana Example | 2008-2014"),
        ("Symbol | Title", "A/HRC/26/31 | Unhealthy foods"),
    ],
)
def test_other_tables_are_left_alone(rows: tuple[str, str], root: Path) -> None:
    assert proposed(root, table(*rows, above="## Treaties")) == ([], [])


def test_a_row_that_is_accepted_is_looked_for_in_rows_and_not_proposed_again(root: Path) -> None:
    text = table("Name | Nationality | Term", "Ms. Ana Example | Ghana | 2008–2014", above="## Mandate holders")
    proposed(root, text)
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"example\n")
    assert done.stderr == b"1 passage added to raw/report/extraction.yaml\n"
    guide = (root / "raw" / "report" / "extraction.yaml").read_text(encoding="utf-8")
    passages = yaml.safe_load(guide)["passages"]
    assert [entry["where"] for entries in passages.values() for entry in entries] == [["row"], ["row"]]
    assert proposed(root, text, guide) == ([], [])


def test_a_second_visit_of_a_year_is_told(root: Path) -> None:
    rows = ("Kind | Country | Dates", "Visit | Fiji | May 2013", "Visit | Fiji | June 2013")
    found, others = proposed(root, table(*rows))
    assert [one.values["country_visits"]["start_date"] for one in found] == ["2013-05"]
    assert [(one.what, one.why) for one in others] == [
        (
            "a visit to Fiji",
            "another passage reads health/2013-fji; if this is another visit of that year, write a passage with "
            "another id for it",
        )
    ]


def test_what_the_guide_reads_further_on_is_not_proposed_of_a_table_before_it(root: Path) -> None:
    guide = (
        f"{GUIDE}passages:\n  country_visits:\n    - {{id: health/2013-fji, mandate_id: health, "
        "pattern: 'She (?P<kind>visited) Fiji in <span>'}\n"
    )
    text = f"{table('Kind | Country | Dates', 'Visit | Fiji | May 2013')}\n\nShe visited Fiji in May 2013."
    found, others = proposed(root, text, guide)
    assert found == []
    assert [one.sentence for one in others] == ["'May 2013' is in a row of a table: no event is made of it"]
