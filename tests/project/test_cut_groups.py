"""A group of a guide that has a part of a word: the whole word if that means the same, else one finding."""

from __future__ import annotations

from conftest import ProjectCopy
from proposing import begin_report

TEXT = "# A report\n\nVisits to Ghana (3-7 May 2013) (A/HRC/26/18/Add.1) were useful.\n"
GUIDE = """passages:
  country_visits:
    - id: sale-of-children/2013-gha
      pattern: '(?P<kind>Visit)s to Ghana \\(<span>\\) \\(A/HRC/26/18/Add.1'
      mandate_id: sale-of-children
      person_id: maalla-mjid
      symbol: here
  visit_countries:
    - id: sale-of-children/2013-gha
      pattern: 'Visits to (?P<name_as_printed>Ghana) \\('
      country_code: GHA
"""


def test_a_part_of_a_word_is_read_as_the_whole_that_means_the_same(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    built = project.build()
    assert [one for one in built.findings if one.severity == "error"] == []
    (row,) = [one for one in project.table("country_visits") if one["visit_id"] == "sale-of-children/2013-gha"]
    assert row["kind"] == "visit"
    places = [
        (one["line"], one["start"], one["end"])
        for one in project.table("provenance")
        if (one["table"], one["row_key"], one["field"]) == ("country_visits", "sale-of-children/2013-gha", "kind")
    ]
    assert places == [("3", "0", "6")]


def test_a_part_of_a_word_that_means_nothing_is_refused_with_the_line_of_the_guide(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE.replace(">Ghana)", ">Ghan)a"))
    (found,) = [one for one in project.extract().findings if one.code == "unreadable-value"]
    assert (found.severity, found.line, found.value) == ("error", 3, "Ghan")
    assert found.message == (
        "the group name_as_printed has 'Ghan', which begins or ends within a word or a number: "
        "'Visits to […]a (3-7 May 2013) (A/'"
    )
    assert found.hint is not None
    assert found.hint.startswith("let the group have the whole of it, at ")
    assert found.hint.endswith("raw/report/extraction.yaml:12")
