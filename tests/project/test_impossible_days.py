"""A day that is none of the calendar: refused where a passage reads it, until an erratum says what is published."""

from __future__ import annotations

from conftest import ProjectCopy
from proposing import begin_report

TEXT = (
    "# A report\n\nShe met the Minister on 31 June 2014. She went on a mission to Ghana (28-31 June 2013) "
    "(A/HRC/26/18/Add.1). The letter A/HRC/26/19 of 31 April 2013 says so.\n"
)
GUIDE = """passages:
  events:
    - {id: minister, pattern: 'met the Minister on <date>', kind: other, title: She meets the Minister}
  country_visits:
    - id: sale-of-children/2013-gha
      pattern: '(?P<kind>mission) to Ghana \\(<span>\\) \\(A/HRC/26/18/Add.1'
      mandate_id: sale-of-children
      person_id: maalla-mjid
      symbol: here
  visit_countries:
    - id: sale-of-children/2013-gha
      pattern: 'mission to (?P<name_as_printed>Ghana) \\('
      country_code: GHA
"""
VISIT = "sale-of-children/2013-gha"
ERRATA = (
    ("events", "minister", "date", "31 June 2014", "2014-06"),
    ("country_visits", VISIT, "start_date", "28-31 June 2013", "2013-06-28"),
    ("country_visits", VISIT, "end_date", "28-31 June 2013", "2013-06-30"),
    ("documents", "A/HRC/26/19", "date", "31 April 2013", "2013-04-30"),
)


def test_an_impossible_day_is_refused_and_the_hint_names_an_erratum(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    found = [one for one in project.extract().findings if one.code == "unreadable-value"]
    assert [(one.severity, one.line, one.message) for one in found] == [
        ("error", 3, "'31 April 2013': April 2013 has no day 31"),
        ("error", 3, "'31 June 2014': June 2014 has no day 31"),
        ("error", 3, "'28-31 June 2013': June 2013 has no day 31"),
    ]
    assert {one.hint for one in found} == {
        "correct the edition, or the pattern in the guide; if the source prints it, record an erratum on it"
    }


def test_an_erratum_says_what_is_published_instead(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    entries = [
        f"- erratum_id: report-{number}\n  kind: error\n  table: {table}\n  row_key: {key}\n  field: {field}\n"
        f"  as_printed: {printed}\n  published: '{published}'\n  status: corrected\n"
        f"  reason: The month has 30 days, so that the day is wrong.\n  line_contains: '{printed}'\n  expects: 1\n"
        for number, (table, key, field, printed, published) in enumerate(ERRATA)
    ]
    (project.root / "raw" / "report" / "errata.yaml").write_text("".join(entries), encoding="utf-8")
    built = project.build()
    assert [one for one in built.findings if one.severity in ("error", "warning")] == []
    keys = {"events": "event_id", "country_visits": "visit_id", "documents": "symbol"}
    for table, key, field, _, published in ERRATA:
        (row,) = [one for one in project.table(table) if one[keys[table]] == key]
        assert row[field] == published
    (event,) = [one for one in project.table("provenance") if one["row_key"] == "minister" and one["field"] == "date"]
    assert (event["kind"], event["erratum_id"], event["line"]) == ("corrected", "report-0", "3")


def test_an_erratum_on_another_text_changes_nothing(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    entry = (
        "- {erratum_id: report-1, kind: error, table: events, row_key: minister, field: date, as_printed: 1 June 2014,"
        " published: '2014-06', status: corrected, reason: June has 30 days; so it is wrong., line_contains: Minister,"
        " expects: 1}\n"
    )
    (project.root / "raw" / "report" / "errata.yaml").write_text(entry, encoding="utf-8")
    codes = [one.code for one in project.extract().findings if one.severity == "error"]
    assert "erratum-stale" in codes
    assert codes.count("unreadable-value") == 3
