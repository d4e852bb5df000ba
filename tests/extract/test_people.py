"""What sources say of mandate holders in passing: their country and their number, wherever it is printed."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.findings.finding import Finding

HANDBOOK = "raw/handbook-2016/document.md"


def errors(project: ProjectCopy) -> list[Finding]:
    return [finding for finding in project.extract().findings if finding.severity == "error"]


def test_every_place_that_names_a_country_is_evidence(project: ProjectCopy) -> None:
    line = project.edit(
        HANDBOOK, "Ms Ofelia Calcetas-Santos (of the Philippines)", "Ms Ofelia Calcetas-Santos (of Palau)"
    )
    found = [finding for finding in errors(project) if finding.table == "people"]
    wrong, *right = sorted(found, key=lambda finding: finding.value != "PLW")
    assert (wrong.code, wrong.table, wrong.field, wrong.line) == (
        "contradiction", "people", "country_code", line
    )  # fmt: skip
    assert wrong.message == "people calcetas-santos: country_code is 'PLW' here, 'PHL' elsewhere"
    assert [finding.value for finding in right] == ["PHL"]  # as many places say the one as the other


def test_a_country_that_nobody_knows_is_an_error_in_its_place(project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, "Mr Vitit Muntarbhorn (Thailand), ", "Mr Vitit Muntarbhorn (Siamland), ")
    (found,) = errors(project)
    assert (found.code, found.row_key, found.value, found.line) == (
        "unreadable-value", "muntarbhorn", "Siamland", line
    )  # fmt: skip


@pytest.mark.quick(1)
@pytest.mark.parametrize("brackets", ["(1991-1994)", "(hereinafter: Special Rapporteur)"])
def test_what_else_stands_in_brackets_is_no_country(brackets: str, project: ProjectCopy) -> None:
    project.edit(HANDBOOK, "Mr Vitit Muntarbhorn (Thailand), ", f"Mr Vitit Muntarbhorn {brackets}, ")
    assert errors(project) == []


def test_an_ordinal_that_most_places_contradict_is_the_wrong_one(project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, "In 2013, the mandate's fourth Special", "In 2013, the mandate's fifth Special")
    (found,) = errors(project)
    assert (found.code, found.field, found.value, found.line) == ("contradiction", "ordinal", "5", line)
