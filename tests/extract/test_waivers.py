"""A value that no source prints is an error unless a waiver says why it is published; so is a waiver of nothing."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding

WAIVERS = "schemas/waivers.yaml"


def found(project: ProjectCopy, code: str) -> list[Finding]:
    return [finding for finding in project.extract().findings if finding.code == code]


def test_the_waivers_of_this_project_cover_what_no_source_prints(project: ProjectCopy) -> None:
    assert found(project, "value-unsourced") == []
    assert found(project, "waiver-stale") == []


def test_a_value_that_no_source_prints_is_an_error_at_what_it_describes(project: ProjectCopy) -> None:
    project.edit(WAIVERS, "row_keys: [sr-health]", "row_keys: [sr-slavery]")
    (finding,) = found(project, "value-unsourced")
    assert (finding.severity, finding.table, finding.row_key, finding.field) == (
        *("error", "organisations", "sr-health", "name"),
    )
    assert finding.message == "name is 'Special Rapporteur on the right to health', which no source prints"
    assert finding.hint == "read it from the source, leave it empty, or list it in schemas/waivers.yaml with the reason"
    assert finding.line > 0


def test_a_waiver_that_nothing_needs_is_an_error_on_its_line(project: ProjectCopy) -> None:
    line = project.edit(WAIVERS, "[sr-health]", "[sr-health, sr-slavery]") - 2
    (finding,) = found(project, "waiver-stale")
    assert (finding.severity, finding.file, finding.line) == ("error", str(project.root / WAIVERS), line)
    assert finding.message == "no name of sr-slavery in organisations needs this waiver"


def test_without_a_file_nothing_is_waived(project: ProjectCopy) -> None:
    (project.root / WAIVERS).unlink()
    codes = {finding.field for finding in found(project, "value-unsourced")}
    assert codes == {"name", "organisation", "title", "value"}


def test_a_broken_waiver_is_one_line(project: ProjectCopy) -> None:
    line = project.edit(WAIVERS, "  field: name\n", "") - 1
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == f"{project.root / WAIVERS}:{line}: 0: lacks 'field'; add it: column of the values"
