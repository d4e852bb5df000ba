"""A list in a footnote is read where its rule says so, and nowhere else."""

from __future__ import annotations

from conftest import ProjectCopy
from mandate_data.extract import Extracted

GUIDE = "raw/handbook-2016/extraction.yaml"
START = "start: 'Special Rapporteurs serve'"
LIST = "handbook-2016/legal-status"


def test_its_items_are_the_sentences_of_the_note(extracted: Extracted) -> None:
    labels = [str(row["label"]) for row in extracted.tables["list_items"] if row["list_id"] == LIST]
    assert [label.split()[:4] for label in labels[:2]] == [
        ["Special", "Rapporteurs", "serve", "in"],
        ["No", "Special", "Rapporteur", "is"],
    ]


def test_a_rule_that_does_not_say_so_does_not_look_in_notes(project: ProjectCopy) -> None:
    project.edit(GUIDE, f"in_notes: true\n    {START}", START)
    findings = [finding for finding in project.extract().findings if finding.code == "list-missing"]
    assert [(finding.row_key, finding.message) for finding in findings] == [(LIST, "no list matches 'legal-status'")]
