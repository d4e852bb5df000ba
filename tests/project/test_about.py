"""What a guide says its source is about: a column of a table, and an id that a row has."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.errors import InputError
from mandate_data.project import Project
from mandate_data.propose_passages import propose
from proposing import begin_report

TEXT = "# A report\n\nShe visited Ghana in May 2014.\n"


def test_an_id_that_no_row_has_is_told_with_the_line_of_the_guide(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide="about: {mandate_id: no-such}\n")
    (found,) = [one for one in project.extract().findings if one.code == "about-unknown"]
    assert (found.severity, found.line) == ("error", 4)
    assert found.file.endswith("raw/report/extraction.yaml")
    assert found.message == "mandates has no mandate_id 'no-such', which the guide says the source is about"


def test_nothing_is_proposed_about_it(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide="about: {mandate_id: no-such}\n")
    with pytest.raises(InputError) as refused:
        propose(Project(project.root), "report")
    assert str(refused.value).endswith(
        "raw/report/extraction.yaml:4: about: mandates has no mandate_id 'no-such'; correct it, or add passages for it "
        "under mandates, and build"
    )


def test_a_column_that_no_table_has_is_refused(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide="about: {mandat_id: sale-of-children}\n")
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value).endswith("raw/report/extraction.yaml:4: about: no table has a column 'mandat_id'")


def test_an_id_that_a_row_has_is_right(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide="about: {mandate_id: sale-of-children}\n")
    assert [one for one in project.extract().findings if one.code == "about-unknown"] == []
    proposals, _ = propose(Project(project.root), "report")
    assert [one.table for one in proposals] == ["country_visits"]
