"""Visits of a list or a table are proposed, called so by the words above it; others are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import call_with_bytes
from conftest import ProjectCopy
from mandate_data.propose_passages import Proposal
from proposing import begin_report, proposed

HOLDER = "The Special Rapporteur, Ms. Ana Example, spoke.\n\n"
NOT_MADE = "it did not take place, or was only asked for"
OTHERS = "others made it, or it is not said that the mandate did"
GEORGIA = ("health/2016-geo", "visit", "2016-04-11", "2016-04-19", "")
DOMINICA = ("health/2016-dma", "visit", "2016-05-02", "2016-05-06", "A/HRC/32/4/Add.2")


MANDATE = """about: {mandate_id: health}
passages:
  mandates:
    - id: health
      pattern: '(?P<title>Special Rapporteur on health)'
    - id: health
      pattern: 'created by the (?P<appointing_body>Council) in <created>'
"""


def visits(found: list[Proposal]) -> list[tuple[str, ...]]:
    """Of each visit: its id, kind, first and last day, and report."""
    names = ("visit_id", "kind", "start_date", "end_date", "report_symbol")
    said = [one.values["country_visits"] for one in found if one.table == "country_visits"]
    return [tuple(one.get(name, "") for name in names) for one in said]


@pytest.mark.parametrize(
    "text",
    [
        "During the period she visited:\n\n- Georgia (11–19 April 2016);\n- Dominica (2–6 May 2016, "
        "see A/HRC/32/4/Add.2).",
        "The Special Rapporteur visited the following countries:\n\n- (a) Georgia, from 11 to 19 April 2016;\n"
        "- (b) Dominica, from 2 to 6 May 2016 (A/HRC/32/4/Add.2).",
        "During the period, she visited: (a) Georgia (11–19 April 2016); (b) Dominica (2–6 May 2016; "
        "A/HRC/32/4/Add.2).",
        "She undertook country visits to:\n\n(a) Georgia (11–19 April 2016);\n\n(b) Dominica (2–6 May 2016) "
        "(A/HRC/32/4/Add.2).",
        "## Country visits\n\n- Georgia: 11–19 April 2016\n- Dominica: 2–6 May 2016 (A/HRC/32/4/Add.2)",
        "Country visits by previous mandate holders\n\n- Georgia, 11–19 April 2016\n"
        "- Dominica, 2–6 May 2016 (A/HRC/32/4/Add.2)",
    ],
)
def test_the_items_of_a_list_of_visits_are_proposed(text: str, root: Path) -> None:
    found, others = proposed(root, HOLDER + text)
    assert visits(found) == [GEORGIA, DOMINICA]
    assert [one.table for one in found] == ["country_visits", "country_visits"]
    assert others == []


@pytest.mark.parametrize(
    ("above", "why"),
    [
        ("She plans to visit:", NOT_MADE),
        ("Requests for visits are pending with:", NOT_MADE),
        ("UNICEF visited:", OTHERS),
        ("The Special Rapporteur on torture visited:", OTHERS),
        ("## Country visits of the Special Rapporteur on torture", OTHERS),
        ("## Planned country visits", NOT_MADE),
    ],
)
def test_lists_of_visits_that_others_made_or_none_are_told(above: str, why: str, root: Path) -> None:
    found, others = proposed(root, f"{HOLDER}{above}\n\n- Georgia (11–19 April 2016);")
    assert visits(found) == []
    assert [(one.what, one.why) for one in others if "visit to" in one.what] == [("a visit to Georgia", why)]


@pytest.mark.parametrize("above", ["She wrote to:", "## Communications", "Seminars took place in:"])
def test_countries_of_other_lists_are_no_visits(above: str, root: Path) -> None:
    found, _ = proposed(root, f"{HOLDER}{above}\n\n- Georgia (11–19 April 2016);")
    assert visits(found) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She conducted a visit (Georgia, 11–19 April 2016).", [GEORGIA]),
        ("She made one official country visit (Georgia, 11-19 April 2016).", [GEORGIA]),
        ("The Special Rapporteur carried out two visits (Georgia, 11–19 April 2016; and Dominica, 2–6 May 2016).",
         [GEORGIA, (*DOMINICA[:4], "")]),
    ],
)  # fmt: skip
def test_countries_in_brackets_behind_the_word_are_proposed(
    text: str, expected: list[tuple[str, ...]], root: Path
) -> None:
    found, _ = proposed(root, HOLDER + text)
    assert visits(found) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Committee conducted a visit (Georgia, 11–19 April 2016).",
        "Her report on a mission (A/HRC/32/4/Add.2) appeared on 11 April 2016.",
    ],
)
def test_brackets_behind_the_word_that_tell_no_visit_of_the_mandate(text: str, root: Path) -> None:
    assert visits(proposed(root, HOLDER + text)[0]) == []


@pytest.mark.parametrize(
    ("above", "head", "kind"),
    [
        ("## Country visits", "Country | Dates | Report", "visit"),
        ("Table 1. Missions of previous mandate holders", "Country | Dates | Report", "mission"),
        ("## Annex", "Country visited | Date of visit | Report", "visit"),
        ("The visits of the Special Rapporteur since 2008 are set out below.", "State | Period | Report", "visit"),
    ],
)
def test_the_rows_of_a_table_of_visits_are_proposed(above: str, head: str, kind: str, root: Path) -> None:
    rows = "| Georgia | 11–19 April 2016 | |\n| Dominica | 2–6 May 2016 | A/HRC/32/4/Add.2 and Corr.1 |"
    found, others = proposed(root, f"{HOLDER}{above}\n\n| {head} |\n|---|---|---|\n{rows}")
    assert visits(found) == [(GEORGIA[0], kind, *GEORGIA[2:]), (DOMINICA[0], kind, *DOMINICA[2:])]
    assert others == []


@pytest.mark.parametrize(
    ("above", "row", "why"),
    [
        ("## Requests for country visits", "Georgia | 11–19 April 2016 | ", NOT_MADE),
        ("## Country visits", "Georgia | 11–19 April 2016 | Postponed", NOT_MADE),
        ("## Country visits by the Subcommittee on Prevention of Torture", "Georgia | 11–19 April 2016 | ", OTHERS),
    ],
)
def test_rows_of_visits_that_others_made_or_none_are_told(above: str, row: str, why: str, root: Path) -> None:
    found, others = proposed(root, f"{HOLDER}{above}\n\n| Country | Dates | Status |\n|---|---|---|\n| {row} |")
    assert found == []
    assert [(one.what, one.why) for one in others] == [("a visit to Georgia", why)]


TWO = (
    "The Working Group on health, represented by Ms. Thapa and Mr. Queiroz, visited Georgia from 11 to 19 April 2016. "
    "Its members are Ms. Sunita Thapa (Nepal) and Mr. Rodrigo Queiroz (Brazil)."
)
TABLE = (
    "## Country visits of the Working Group\n\nIts members are Ms. Sunita Thapa and Mr. Rodrigo Queiroz.\n\n"
    "| Country | Dates | Members |\n|---|---|---|\n| Georgia | 11–19 April 2016 | Ms. Thapa, Mr. Queiroz |"
)


@pytest.mark.parametrize("text", [TWO, TABLE])
def test_of_several_people_who_made_a_visit_each_can_be_answered_and_the_others_are_told(text: str, root: Path) -> None:
    (one,), others = proposed(root, text)
    assert one.question == "person_id, such as thapa or queiroz"
    assert one.introduced["queiroz"] == {"id": "queiroz", "pattern": r"(?P<name>Rodrigo Queiroz)(?![\w-])"}
    assert [(other.what, other.why) for other in others] == [
        (
            "who else made the visit health/2016-geo",
            "the text names Ms. Thapa and Mr. Queiroz, and a visit has one person in country_visits; answer with the "
            "one who led it, the others have no row of their own",
        )
    ]


def test_people_whom_a_visitor_met_made_no_visit(root: Path) -> None:
    text = f"{HOLDER}Ms. Example visited Georgia from 11 to 19 April 2016 and met Mr. Y and Ms. Z."
    (one,), others = proposed(root, text)
    assert (one.question, others) == ("person_id, such as example", [])


def test_what_is_accepted_of_a_list_and_a_table_is_built(project: ProjectCopy) -> None:
    text = (
        "# A report\n\nThe mandate was created by the Council in 2010. The Special Rapporteur on health, Ms. Ana "
        "Example, reports. She has held the mandate since 1 May 2015.\n\nDuring the period she visited:\n\n"
        "- Georgia (11–19 April 2016);\n\n## Missions\n\n| Country | Dates |\n|---|---|\n| Dominica | 2–6 May 2017 |\n"
    )
    begin_report(project, text, "2018-12", MANDATE)
    done = call_with_bytes("new-source", "report", "--propose", folder=project.root, given=b"example\n=\n=\n")
    assert done.stderr == b"3 passages added to raw/report/extraction.yaml\n"
    built = project.build()
    assert [one.message for one in built.findings if one.severity == "error"] == []
    rows = [row for row in project.table("country_visits") if row["mandate_id"] == "health"]
    assert [(row["visit_id"], row["kind"], row["start_date"], row["end_date"], row["person_id"]) for row in rows] == [
        ("health/2016-geo", "visit", "2016-04-11", "2016-04-19", "example"),
        ("health/2017-dma", "mission", "2017-05-02", "2017-05-06", "example"),
    ]
    kinds = [
        (row["kind"], row["line"])
        for row in project.table("provenance")
        if (row["row_key"], row["field"]) == ("health/2017-dma", "kind")
    ]
    assert kinds == [("normalised", "9")]
