"""A finding has the line of the source that caused it, or that of the CSV file where the source is not at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ProjectCopy
from mandate_data.build_package import BuildResult
from mandate_data.extract import Extracted
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package
from mandate_data.validate.finding_places import locate
from mandate_data.validation import inspect

from validate.editing import Edited

HANDBOOK = "raw/handbook-2016/document.md"
FINDING = Finding(code="any", severity="error", message="wrong")
PACKAGE = Path("package")
Errors = Callable[[BuildResult], list[Finding]]


def located(finding: Finding, extracted: Extracted, contract: Package, at_hand: bool = True) -> Finding:
    documents = extracted.documents if at_hand else {}
    (found,) = locate([finding], extracted.tables, contract, PACKAGE, documents)
    return found


def test_finding_goes_to_the_line_that_carries_its_value(extracted: Extracted, contract: Package) -> None:
    about = replace(FINDING, table="mandate_holders", row_key="sale-of-children|de-boer-buquicchio", field="term_start")
    lines = extracted.documents["handbook-2016"].lines
    for value in ("8 May 2014", "Maud"):
        found = located(replace(about, value=value), extracted, contract)
        assert value in lines[found.line - 1]
        assert found.file.endswith(HANDBOOK)


def test_finding_goes_to_the_row_s_first_line_where_none_carries_the_value(
    extracted: Extracted, contract: Package
) -> None:
    about = replace(FINDING, table="citations", row_key="handbook-2016/n4/e-cn-4-res-1990-68", value="printed nowhere")
    found = located(about, extracted, contract)
    assert "[^4]:" in extracted.documents["handbook-2016"].lines[found.line - 1]
    assert found.end_line == found.line


def test_finding_goes_to_the_csv_file_where_the_source_is_not_at_hand(extracted: Extracted, contract: Package) -> None:
    about = replace(FINDING, table="citations", row_key="handbook-2016/n4/e-cn-4-res-1990-68")
    found = located(about, extracted, contract, at_hand=False)
    assert (found.file, found.line, found.end_line) == (str(PACKAGE / "data/citations.csv"), 121, 121)


def test_finding_on_no_known_row_goes_to_the_csv_file(extracted: Extracted, contract: Package) -> None:
    found = located(replace(FINDING, table="citations", row_key="nowhere"), extracted, contract)
    assert (found.file, found.line) == (str(PACKAGE / "data/citations.csv"), 0)


def test_finding_that_has_an_address_keeps_it(extracted: Extracted, contract: Package) -> None:
    about = replace(
        FINDING, table="citations", row_key="handbook-2016/n4/e-cn-4-res-1990-68", file="elsewhere.md", line=7
    )
    assert located(about, extracted, contract) == about


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "new", "code", "value"),
    [
        ("(19-26 October 2015)", "(29-26 October 2015)", "visit-order", "2015-10-26"),
        ("(A/HRC/31/58/Add.1)", "(A/HRC/31/58)", "report-no-addendum", "A/HRC/31/58"),
        ("(11-18 April 2016)", "(11-18 April 1989)", "contract-constraint-error", "1989"),
    ],
    ids=["meaning", "meaning of a symbol", "contract"],
)
def test_build_puts_a_finding_on_the_harmed_line(
    old: str, new: str, code: str, value: str, project: ProjectCopy, errors: Errors
) -> None:
    line = project.edit(HANDBOOK, old, new)
    found = [one for one in errors(project.build()) if one.code == code and one.value == value]
    assert [(one.file, one.line) for one in found] == [(str(project.root / HANDBOOK), line)]


def test_edited_package_is_judged_on_the_line_of_the_source(edited: Edited, project: ProjectCopy) -> None:
    edited.replace("data/country_visits.csv", ",2013-11-08,", ",2013-11-09,")
    edited.sign()
    (found,) = [one for one in inspect(edited.folder, project.root).findings if one.code == "evidence-differs"]
    assert found.file == str(project.root / HANDBOOK)
    assert (
        "Mission to Benin" in project.document("handbook-2016").read_text(encoding="utf-8").split("\n")[found.line - 1]
    )


@pytest.mark.slow
def test_edition_that_has_changed_since_is_not_held_against_the_package(edited: Edited, project: ProjectCopy) -> None:
    project.edit(HANDBOOK, "Mission to Benin", "Mission to Beni")
    (changed,) = [one for one in inspect(edited.folder, project.root).findings if one.severity != "note"]
    assert (changed.code, changed.severity, changed.row_key) == ("source-differs", "error", "handbook-2016")
    edited.replace("data/country_visits.csv", ",2013-11-08,", ",2013-10-08,")
    edited.sign()
    (found,) = [one for one in inspect(edited.folder, project.root).findings if one.code == "visit-order"]
    visits = (edited.folder / "data/country_visits.csv").read_text(encoding="utf-8").split("\n")
    assert found.file == str(edited.folder / "data/country_visits.csv")
    assert visits[found.line - 1].startswith("sale-of-children/2013-ben,")
