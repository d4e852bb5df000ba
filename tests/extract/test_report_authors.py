"""Whom running text names as the author of a report whose symbol is in the note behind."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy

HANDBOOK = "raw/handbook-2016/document.md"
LEIDEN = "raw/leiden-2015/document.md"
NAMED = {
    "A/67/291": "maalla-mjid",  # one of her reports
    "A/68/275": "maalla-mjid",  # her report, two sentences after her name
    "A/69/262": "de-boer-buquicchio",
    "A/70/222": "de-boer-buquicchio",  # the note is behind the list that follows
    "A/HRC/9/21": "maalla-mjid",
    "A/HRC/25/48": "maalla-mjid",
    "A/HRC/28/56": "de-boer-buquicchio",  # its note has another's mark: the guide says so
    "A/HRC/31/58": "de-boer-buquicchio",
    "E/CN.4/2001/78": "calcetas-santos",
    "E/CN.4/2004/9": "petit",
    "E/CN.4/2005/78": "petit",
    "E/CN.4/2006/67": "petit",
}


def named(project: ProjectCopy) -> dict[str, object]:
    rows = project.extract().tables["thematic_reports"]
    return {str(row["symbol"]): row["person_id"] for row in rows if row["attribution"] == "named"}


def test_reports_whose_author_a_source_names(project: ProjectCopy) -> None:
    assert named(project) == NAMED


def test_the_mandate_that_a_report_was_written_with(project: ProjectCopy) -> None:
    rows = project.extract().tables["thematic_reports"]
    assert {str(row["symbol"]): row["partner"] for row in rows if row["partner"]} == {
        "A/HRC/16/56": "srsg-violence-against-children",
        "E/CN.4/2006/67": "sr-trafficking",
    }


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "new", "symbol"),
    [
        pytest.param("Her report looked", "She looked", "A/HRC/31/58", id="no report"),
        pytest.param("Her report looked", "Her reports looked", "A/HRC/31/58", id="several reports"),
        pytest.param(
            "impact it has.[^23]", "impact it has, so Mr Juan Miguel Petit.[^23]", "A/HRC/31/58", id="another"
        ),
        pytest.param("[^23]: A/HRC/31/58", "[^23]: A/HRC/31/58; A/66/228", "A/HRC/31/58", id="two documents"),
        pytest.param(
            "A report of the mandate's current", "Work of the mandate's current", "A/70/222", id="no report, but a list"
        ),
    ],
)
def test_a_note_behind_other_words_names_nobody(old: str, new: str, symbol: str, project: ProjectCopy) -> None:
    project.edit(HANDBOOK, old, new)
    assert symbol not in named(project)


def test_a_note_on_where_a_report_was_presented_is_not_the_report(project: ProjectCopy) -> None:
    assert "A/HRC/7/8" not in named(project)
    project.edit(HANDBOOK, "presented the report on the Internet officially", "took it officially")
    assert named(project)["A/HRC/7/8"] == "petit"


def test_an_author_who_was_not_in_office_is_a_finding(project: ProjectCopy) -> None:
    project.edit(LEIDEN, "report by Special Rapporteur Najat Maalla M’jid", "report by Vitit Muntarbhorn")
    found = [item for item in project.extract().findings if item.severity == "error" and item.field == "person_id"]
    assert {(item.code, item.value) for item in found} == {
        ("contradiction", "muntarbhorn"),
        ("contradiction", "maalla-mjid"),
    }
