"""Nothing that may identify a child gets through: not in a table, not in a finding about one, not in any output.

All captions here are invented: nobody is called Xx, is 0 years old and lives in Nowhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, ProjectCopy
from mandate_data.build_package import build
from mandate_data.findings.finding import Finding
from mandate_data.findings.reports import FORMATS, Report, as_summary, as_text
from mandate_data.package.tables import Package, Tables
from mandate_data.project import Project
from mandate_data.validate.privacy_check import check_safeguarding

from validate.editing import Edited

CHECKS = Project(ROOT).checks
CAPTION = "Photo: Xx (0) in Nowhere"


def told(findings: list[Finding]) -> str:
    """The findings in every format in which they can be printed."""
    return "".join(report(Report(findings, CHECKS)) for report in FORMATS.values()) + as_summary(findings)


def test_real_tables_hold_nothing_of_the_kind(tables: Tables, contract: Package) -> None:
    assert check_safeguarding(tables, contract) == []


@pytest.mark.parametrize(
    "text",
    [
        CAPTION,
        "Xx (0) in Nowhere",
        "Xx, (aged 0) in Nowhere",
        "Xx (0 years old)",
        "Xx, aged 0, in Nowhere",
        "A 0-year-old in Nowhere",
        "held from age 0 to 1",
        "Photo credit: Nobody",
        "© Nobody",
        "Picture by Nobody",
        "Nobody (left) in Nowhere",
        "The photograph shows Nowhere",
    ],
)
def test_caption_credit_name_or_age_is_found_and_not_repeated(text: str, tables: Tables, contract: Package) -> None:
    tables["initiatives"][0]["role"] = text
    (found,) = check_safeguarding(tables, contract)
    assert (found.code, found.severity, found.field) == ("child-identifiable", "error", "role")
    assert found.message == "initiatives.role holds what may identify a child, or a caption"
    assert found.hint == "take it out of the source's edition; never publish it"
    assert text not in repr(found)


@pytest.mark.parametrize(
    "text",
    [
        "States that have not ratified (24)",
        "General Comment 10 (2007)",
        "Resolution 8 (XXIII)",
        "Najat Maalla M'jid (2008-2014)",
        "Protection of children from sale and sexual exploitation",
        "everyone below the age of 18",
        "25 years of the mandate",
    ],
)
def test_harmless_text_is_let_pass(text: str, tables: Tables, contract: Package) -> None:
    tables["initiatives"][0]["role"] = text
    assert check_safeguarding(tables, contract) == []


@pytest.mark.parametrize(
    ("table", "column"), [("list_items", "label"), ("visit_countries", "name_as_printed"), ("errata", "reason")]
)
def test_every_table_is_looked_at(table: str, column: str, tables: Tables, contract: Package) -> None:
    tables[table][0][column] = CAPTION
    assert [(one.table, one.field) for one in check_safeguarding(tables, contract)] == [(table, column)]


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("file", "old"),
    [
        ("data/initiatives.csv", "Initiated by ECPAT and chaired by the fourth"),  # a text that no line need carry
        ("data/list_items.csv", "Raising awareness and creating effective networks"),  # evidence differs, too
        ("data/country_visits.csv", "1992,mission"),  # breaks the contract, whose message quotes the cell
        ("json/country_visits.json", "mission"),  # breaks the JSON Schema
    ],
)
def test_no_report_on_an_edited_package_repeats_the_text(file: str, old: str, edited: Edited) -> None:
    edited.replace(file, old, CAPTION)
    edited.sign()
    found = edited.errors(with_sources=True)
    assert found
    assert "Xx" not in told(found)


def test_report_does_not_show_a_source_line_with_a_caption(tmp_path: Path) -> None:
    source = tmp_path / "document.md"
    source.write_text(f"One line\n{CAPTION}\n", encoding="utf-8")
    found = Finding(code="any", severity="error", message="wrong", value="Photo", file=str(source), line=2, end_line=2)
    assert as_text([found]) == f"{source}:2: error: wrong [any]\n1 error\n"


@pytest.mark.quick(1)
@pytest.mark.parametrize("source", ["handbook-2016", "leiden-2015"])
def test_captions_and_credits_in_a_source_reach_no_output(
    source: str, project: ProjectCopy, capfd: pytest.CaptureFixture[str]
) -> None:
    path, heading = f"raw/{source}/document.md", {"leiden-2015": "## Working methods\n", "handbook-2016": "# PREFACE\n"}
    planted = [CAPTION, "Xx (0) looks at the sea in Nowhere.", "Photo credit: Xx", "© Xx", "Xx (left) in Nowhere"]
    text = "\n\n".join([heading[source], *planted]) + "\n"
    line = project.edit(path, heading[source], text.replace("\n\n\n", "\n\n"))
    built = build(project.root, project.root / "build" / "package", steps=project.root / "build" / "steps")
    aside = [one for one in built.findings if one.code == "caption-set-aside" and source in one.file]
    said = {number for one in aside for number in range(one.line, one.end_line + 1)}
    assert {line + 2 * place for place in range(1, len(planted) + 1)} <= said
    assert {one.severity for one in aside} == {"note"}
    written = [file for file in (project.root / "build").rglob("*") if file.is_file()]
    assert len(written) > 60
    assert [file for file in written if "Xx" in file.read_text(encoding="utf-8")] == []
    assert "Xx" not in told(built.findings) + "".join(capfd.readouterr())
