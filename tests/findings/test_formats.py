"""Findings for programs: SARIF, GitHub annotations and job summary, JUnit."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from mandate_data.findings.finding import Finding
from mandate_data.findings.registry import Check
from mandate_data.findings.reports import as_github, as_junit, as_sarif, as_summary, as_text
from mandate_data.project import Project
from sarif_pydantic import Sarif

CHECKS = Project(ROOT).checks
HOSTILE = 'a: 100%, "b" <c> & |d|\r\n::error::e'


@pytest.fixture
def wrong(tmp_path: Path) -> Finding:
    """A finding on line 2 of a file, whose value stands there."""
    (tmp_path / "raw").mkdir()
    file = tmp_path / "raw" / "document.md"
    file.write_text("first\nin 2015 it was\n", encoding="utf-8")
    return Finding(
        code="visit-year",
        severity="error",
        message="year 2016 is not that of 2015",
        table="country_visits",
        row_key="2016-geo",
        field="year",
        value="2015",
        hint="correct the year",
        file=str(file),
        line=2,
        end_line=2,
    )


def changed(finding: Finding, **changes: object) -> Finding:
    return Finding(**{**finding.as_dict(), **changes})  # type: ignore[arg-type]


def test_sarif_is_valid_and_points_at_the_value(wrong: Finding, tmp_path: Path) -> None:
    content = json.loads(as_sarif([wrong], CHECKS, tmp_path))
    Sarif.model_validate(content)
    assert content["version"] == "2.1.0"
    (run,) = content["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["visit-year"]
    assert run["tool"]["driver"]["rules"][0]["shortDescription"]["text"] == CHECKS["visit-year"].means
    assert run["results"] == [
        {
            "ruleId": "visit-year",
            "ruleIndex": 0,
            "level": "error",
            "message": {"text": "year 2016 is not that of 2015 (correct the year)"},
            "partialFingerprints": run["results"][0]["partialFingerprints"],
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "raw/document.md"},
                        "region": {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8},
                    },
                    "logicalLocations": [{"fullyQualifiedName": "country_visits/2016-geo/year"}],
                }
            ],
        }
    ]


def test_sarif_of_nothing_and_of_what_has_no_place(tmp_path: Path) -> None:
    nowhere = Finding(code="rule-not-run", severity="error", message="it could not be checked")
    for findings in ([], [nowhere]):
        content = json.loads(as_sarif(findings, CHECKS, tmp_path))
        Sarif.model_validate(content)
        assert len(content["runs"][0]["results"]) == len(findings)
    assert "locations" not in content["runs"][0]["results"][0]


def test_sarif_addresses_are_references(wrong: Finding, tmp_path: Path) -> None:
    odd = changed(wrong, file=str(tmp_path / "raw" / "a b%.md"), line=0)
    outside = changed(wrong, file="/elsewhere/a b.csv", line=0)
    content = json.loads(as_sarif([odd, outside], CHECKS, tmp_path))
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in content["runs"][0]["results"]
    ]
    assert uris == ["raw/a%20b%25.md", "file:///elsewhere/a%20b.csv"]


def test_github_annotates_the_value(wrong: Finding, tmp_path: Path) -> None:
    note = changed(wrong, severity="note", value="", hint="", line=1, end_line=2)
    assert as_github([wrong, note], tmp_path) == (
        "::error file=raw/document.md,line=2,endLine=2,col=4,endColumn=7,title=visit-year"
        "::year 2016 is not that of 2015%0Acorrect the year\n"
        "::notice file=raw/document.md,line=1,endLine=2,title=visit-year::year 2016 is not that of 2015\n"
    )


def test_github_commands_are_escaped(wrong: Finding, tmp_path: Path) -> None:
    hostile = changed(wrong, message=HOSTILE, hint="", file=str(tmp_path / "a:b,c%.md"), line=0)
    assert as_github([hostile], tmp_path) == (
        '::error file=a%3Ab%2Cc%25.md,title=visit-year::a: 100%25, "b" <c> & |d|%0D%0A::error::e\n'
    )


def test_the_job_summary_is_a_table(wrong: Finding, tmp_path: Path) -> None:
    hostile = changed(wrong, message=HOSTILE, severity="warning", hint="mend it")
    assert as_summary([wrong, hostile], tmp_path) == (
        "## mandate-data: 1 error, 1 warning\n"
        "\n"
        "| severity | where | what | what to do |\n"
        "|---|---|---|---|\n"
        "| error | `raw/document.md:2` | year 2016 is not that of 2015 `visit-year` | correct the year |\n"
        '| warning | `raw/document.md:2` | a: 100%, "b" &lt;c> &amp; \\|d\\|  ::error::e `visit-year` | mend it |\n'
    )
    assert as_summary([], tmp_path) == "## mandate-data: no findings\n\n"


def test_junit_has_a_case_a_check(wrong: Finding) -> None:
    warning = changed(wrong, severity="warning", code="source-differs", message="\x00 & <b>")
    root = ElementTree.fromstring(as_junit([wrong, changed(wrong, row_key="2016-nga"), warning], CHECKS))
    cases = {case.attrib["name"]: case for case in root.iter("testcase")}
    assert list(cases) == list(CHECKS)
    assert (root.attrib["tests"], root.attrib["failures"]) == (str(len(CHECKS)), "1")
    failure = cases["visit-year"].find("failure")
    assert failure is not None
    assert failure.attrib == {"message": "2 errors", "type": "visit-year"}
    assert (failure.text or "").split("\n")[0] == (
        f"{wrong.file}:2: error: year 2016 is not that of 2015 (correct the year)"
    )
    assert cases["source-differs"].find("failure") is None
    assert "\ufffd & <b>" in (cases["source-differs"].findtext("system-out") or "")


def test_text_has_colours_where_they_are_asked_for(wrong: Finding) -> None:
    assert "\x1b[" not in as_text([wrong])
    assert as_text([wrong], colour=True).split("\n")[0] == (
        f"\x1b[1m{wrong.file}:2: \x1b[0m\x1b[1;31merror:\x1b[0m year 2016 is not that of 2015 [visit-year]"
    )


def test_what_may_identify_a_child_is_quoted_by_no_format(wrong: Finding, tmp_path: Path) -> None:
    Path(wrong.file).write_text("first\nPhoto: artificial 2015\n", encoding="utf-8")
    for text in (
        as_text([wrong]),
        as_sarif([wrong], CHECKS, tmp_path),
        as_github([wrong], tmp_path),
        as_junit([wrong], CHECKS),
    ):
        assert "artificial" not in text
        assert "startColumn" not in text


def test_a_check_of_another_project_is_shown_in_every_format(wrong: Finding, tmp_path: Path) -> None:
    colour = Check("lamp-colour", "meaning", "error", "A lamp has a colour that no lamp has.", "the lamp is purple")
    known = {colour.code: colour}
    other = changed(wrong, code="lamp-colour", message="the lamp is purple", erratum="purple-lamp", severity="note")
    (run,) = json.loads(as_sarif([other], known, tmp_path))["runs"]
    Sarif.model_validate({"version": "2.1.0", "runs": [run]})
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["shortDescription"], rule["defaultConfiguration"]) == (
        "lamp-colour",
        {"text": colour.means},
        {"level": "error"},
    )
    assert rule["fullDescription"]["text"] == "A lamp has a colour that no lamp has. For example: the lamp is purple"
    assert "helpUri" not in rule
    assert run["results"][0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "explained by the erratum purple-lamp"}
    ]
    assert run["results"][0]["properties"] == {"erratum": "purple-lamp"}
    sentence = "the lamp is purple (explained by erratum purple-lamp)"
    assert run["results"][0]["message"] == {"text": f"{sentence} (correct the year)"}
    case = ElementTree.fromstring(as_junit([other], known)).find(".//testcase[@name='lamp-colour']/system-out")
    assert case is not None
    assert case.text == f"{other.file}:2: note: {sentence} (correct the year)"
    assert f"title=lamp-colour::{sentence}" in as_github([other], tmp_path)
    assert f"{sentence} `lamp-colour`" in as_summary([other], tmp_path)
    assert f"{sentence} [lamp-colour]" in as_text([other])


def test_the_characters_of_a_finding_are_marked_where_they_are_known(wrong: Finding, tmp_path: Path) -> None:
    (run,) = json.loads(as_sarif([changed(wrong, start=8, end=10)], CHECKS, tmp_path))["runs"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 11}


def test_sarif_links_to_the_page_of_checks_and_knows_a_finding_again(wrong: Finding, tmp_path: Path) -> None:
    page = "https://code.example/data/blob/HEAD/docs/checks.md"
    (run,) = json.loads(as_sarif([wrong, wrong], CHECKS, tmp_path, help_page=page))["runs"]
    Sarif.model_validate({"version": "2.1.0", "runs": [run]})
    driver = run["tool"]["driver"]
    assert (driver["informationUri"], driver["rules"][0]["helpUri"]) == (page, f"{page}#visit-year")
    prints = [result["partialFingerprints"]["mandateDataFinding/v1"] for result in run["results"]]
    assert len(set(prints)) == 2  # the same finding twice
    (moved,) = json.loads(as_sarif([changed(wrong, line=1, end_line=1)], CHECKS, tmp_path))["runs"][0]["results"]
    (other,) = json.loads(as_sarif([changed(wrong, value="2014")], CHECKS, tmp_path))["runs"][0]["results"]
    assert moved["partialFingerprints"]["mandateDataFinding/v1"] == prints[0]
    assert other["partialFingerprints"]["mandateDataFinding/v1"] not in prints


def test_what_errata_explain_is_counted_where_people_read(wrong: Finding, tmp_path: Path) -> None:
    count = "17 findings explained by errata, not shown (--show-explained shows them)"
    assert as_text([], explained=17) == f"no findings; {count}\n"
    assert as_github([], tmp_path, explained=17) == f"{count}\n"
    assert as_summary([], tmp_path, explained=17) == f"## mandate-data: no findings\n\n{count}.\n\n"
    assert as_text([], explained=1).startswith("no findings; 1 finding explained by errata")
