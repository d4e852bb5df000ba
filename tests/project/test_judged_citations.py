"""A citation that the text does not settle means what the curator says in the guide, with the reason and the line."""

from __future__ import annotations

import pytest
from calling import call_with_bytes
from conftest import ProjectCopy
from mandate_data.findings import Finding
from proposing import begin_report

TEXT = (
    "# A report\n\nViolations were found.[^1] They go on.[^2]\n\n"
    "[^1]: See A/71/317, para. 20; and S/2016/1157.\n\n[^2]: Ibid., para. 22.\n"
)
JUDGED = """citations:
  - pattern: '(?P<cited>Ibid\\.), para\\. 22'
    symbol: A/71/317
    reason: The paragraph is about the same killings as that of A/71/317.
"""


def about_citations(findings: list[Finding]) -> list[tuple[str, str, int, str]]:
    return [
        (one.code, one.severity, one.line, one.message)
        for one in findings
        if one.code in ("citation-unresolved", "citation-judged")
    ]


def test_without_a_word_of_the_curator_an_ibid_after_two_sources_is_a_warning(project: ProjectCopy) -> None:
    begin_report(project, TEXT)
    ((code, severity, line, message),) = about_citations(list(project.build().findings))
    assert (code, severity, line) == ("citation-unresolved", "warning", 7)
    assert message == "which UN document is meant is not clear from 'Ibid.': the note before cites several sources"


def test_the_curator_s_word_is_published_as_such_with_its_line(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=JUDGED)
    built = project.build()
    assert about_citations(list(built.findings)) == [
        (
            "citation-judged",
            "note",
            7,
            "'Ibid.' is taken as A/71/317, as the curator judges: The paragraph is about the same killings as that of "
            "A/71/317.",
        )
    ]
    assert [one.message for one in built.findings if one.severity == "error"] == []
    key = "report/n2/a-71-317"
    (row,) = [one for one in project.table("citations") if one["citation_id"] == key]
    assert (row["symbol"], row["form"], row["as_printed"], row["pinpoint"]) == ("A/71/317", "ibid", "Ibid.", "22")
    said = [one for one in project.table("provenance") if (one["row_key"], one["field"]) == (key, "symbol")]
    assert [(one["kind"], one["line"]) for one in said] == [("assigned", "7")]


def test_what_the_text_settles_is_no_matter_of_the_curator(project: ProjectCopy) -> None:
    guide = JUDGED.replace("(?P<cited>Ibid\\.), para\\. 22", "S/2016/1157")
    begin_report(project, TEXT, guide=guide)
    codes = [one for one in about_citations(list(project.build().findings)) if one[0] == "citation-judged"]
    assert codes == [
        (
            "citation-judged",
            "error",
            5,
            "'S/2016/1157' is not a citation that the text leaves unsettled, and the guide takes it as A/71/317: The "
            "paragraph is about the same killings as that of A/71/317.",
        )
    ]


def test_an_entry_that_matches_nothing_is_an_error(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=JUDGED.replace("22'", "23'"))
    codes = [
        one[:2] + one[3:] for one in about_citations(list(project.build().findings)) if one[0] == "citation-judged"
    ]
    assert codes == [("citation-judged", "error", "no text matches the citation that the guide takes as A/71/317")]


@pytest.mark.parametrize(
    ("symbol", "problem"),
    [
        ("A.71.317", "'A.71.317' is not a document symbol: it has no slash, or signs that no symbol has"),
        ("A/RES/48/0104", "write the symbol 'A/RES/48/0104' as A/RES/48/104"),
    ],
)
def test_what_is_no_symbol_is_refused_with_its_line(symbol: str, problem: str, project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=JUDGED.replace("symbol: A/71/317", f"symbol: {symbol}"))
    done = call_with_bytes("build", folder=project.root)
    assert done.returncode == 2
    assert f"raw/report/extraction.yaml:5: {problem}" in done.stderr.decode()
