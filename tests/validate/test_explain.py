"""An erratum turns the finding that it explains into a note, and no other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from conftest import ProjectCopy
from mandate_data.build_package import BuildResult
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Tables
from mandate_data.validate.own_package import explain

HANDBOOK = "raw/handbook-2016/document.md"
# What the erratum handbook-countries-visited explains.
EXPLAINED = Finding(
    code="claim-disagrees", severity="error", message="the source says 34, the tables give 35",
    table="claims", row_key="countries-visited", field="claimed", value="34",
)  # fmt: skip
Errors = Callable[[BuildResult], list[Finding]]


def test_finding_on_the_cell_of_an_erratum_becomes_a_note_that_names_it(tables: Tables) -> None:
    (found,) = explain([EXPLAINED], tables)
    assert found == replace(EXPLAINED, severity="note", erratum="handbook-countries-visited")


@pytest.mark.parametrize(
    "other",
    [
        replace(EXPLAINED, row_key="visits-a-year"),
        replace(EXPLAINED, field="computed"),
        replace(EXPLAINED, table="statistics"),
        replace(EXPLAINED, value="33"),
        replace(EXPLAINED, code="erratum-stale"),
    ],
    ids=["another row", "another field", "another table", "another value", "the erratum itself"],
)
def test_finding_on_anything_else_stays_an_error(other: Finding, tables: Tables) -> None:
    assert explain([other], tables) == [other]


def test_finding_without_a_row_is_explained_by_its_value(tables: Tables) -> None:
    mark = Finding(code="mark-twice", severity="warning", message="twice", table="citations", field="note", value="32")
    assert [one.severity for one in explain([mark, replace(mark, value="31")], tables)] == ["note", "warning"]


@pytest.mark.slow
def test_without_its_erratum_a_known_error_stops_the_build(project: ProjectCopy, errors: Errors) -> None:
    line = project.edit(HANDBOOK, "34 different countries", "33 different countries")
    built = project.build()
    assert not built.accepted
    found = {one.code: one for one in errors(built)}
    assert found["claim-disagrees"].message == "the source says 33, the tables give 35"
    assert (found["claim-disagrees"].file, found["claim-disagrees"].line) == (str(project.root / HANDBOOK), line)
    assert found["erratum-stale"].file == str(project.root / "raw/handbook-2016/errata.yaml")


@pytest.mark.slow
def test_mended_source_makes_its_erratum_stale(project: ProjectCopy, errors: Errors) -> None:
    project.edit(HANDBOOK, "34 different countries", "35 different countries")
    messages = {one.message for one in errors(project.build()) if one.code == "erratum-stale"}
    left = "erratum handbook-countries-visited: there is no finding 'claim-disagrees' left for it to explain"
    assert left in messages


def test_no_erratum_is_called_stale_where_the_contract_hides_what_it_explains(
    project: ProjectCopy, errors: Errors
) -> None:
    project.edit(HANDBOOK, "(11-18 April 2016)", "(11-18 April 1889)")
    codes = {one.code for one in errors(project.build())}
    assert "contract-constraint-error" in codes
    assert "erratum-stale" not in codes
