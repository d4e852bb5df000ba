"""The items of a list that its source groups know their groups, and a group that is not there is reported."""

from __future__ import annotations

from conftest import ProjectCopy
from mandate_data.extract import Extracted

EDITION = "raw/handbook-2016/document.md"
LIST = "handbook-2016/protocol-offences"


def groups_of(extracted: Extracted, list_id: str) -> list[object]:
    rows = [row for row in extracted.tables["list_items"] if row["list_id"] == list_id]
    return [row["group"] for row in sorted(rows, key=lambda row: int(str(row["ordinal"])))]


def test_an_item_is_in_the_group_that_was_opened_last_before_it(extracted: Extracted) -> None:
    assert groups_of(extracted, LIST) == ["Sale of children for a purpose"] * 4 + ["Other offences"] * 2
    assert groups_of(extracted, "leiden-2015/core-issues") == (
        ["Sale and trafficking of children"]
        + ["Sale and trafficking of children: concerns of the fourth mandate holder"] * 3
        + ["Exploitation of children in prostitution"] * 3
        + ["Sexual exploitation of children: major issues of concern"] * 2
        + ["Children on the move"] * 3
    )
    assert groups_of(extracted, "handbook-2016/violations") == (
        ["Sexual exploitation, sale and trafficking"] * 3
        + ["Child sexual abuse material, grooming and exploitation by those who travel"] * 3
    )
    assert "list-group-missing" not in {finding.code for finding in extracted.findings}


def test_a_group_that_no_item_is_in_is_reported(project: ProjectCopy) -> None:
    project.edit(EDITION, "and also the exploitation of children in", "and exploitation of children in")
    findings = [finding for finding in project.extract().findings if finding.code == "list-group-missing"]
    assert [(finding.row_key, finding.field, finding.message) for finding in findings] == [
        (LIST, "group", "no item of 'protocol-offences' is in the group 'Other offences'")
    ]
