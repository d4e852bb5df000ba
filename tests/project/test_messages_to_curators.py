"""What a curator is told of an unknown person, an event without a title, and a term that is missing."""

from __future__ import annotations

from conftest import ProjectCopy
from proposing import begin_report

GUIDE = """about: {mandate_id: health}
passages:
  mandates:
    - {id: health, pattern: '(?P<title>Special Rapporteur on health)'}
    - {id: health, pattern: 'created by the (?P<appointing_body>Council) in <created>'}
  country_visits:
    - {id: health/2014-geo, mandate_id: health, pattern: 'She (?P<kind>visited) Georgia in <span>', person_id: example}
  visit_countries:
    - {id: health/2014-geo, pattern: 'visited (?P<name_as_printed>Georgia)', country_code: GEO}
"""
TEXT = (
    "# A report\n\nThe post of Special Rapporteur on health was created by the Council in 2010.\n\n"
    "She visited Georgia in May 2014. On 3 June 2014, she met the Minister.\n"
)
PEOPLE = "  people:\n    - {id: example, pattern: '(?P<name>Ana Example)'}\n"


def said(project: ProjectCopy, *codes: str) -> list[tuple[str, str, str, int, str]]:
    found = [one for one in project.build().findings if "raw/report/" in one.file]
    return [(one.severity, one.message, one.hint, one.line, one.code) for one in found if one.code in codes]


def test_a_person_who_is_not_among_people_is_told_in_one_line(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    assert said(project, "id-unknown", "contract-foreign-key") == [
        (
            "error",
            "country_visits health/2014-geo has the person_id 'example', which no row of people has",
            "add a passage with this id under people to the source's extraction.yaml, or correct the id",
            10,
            "id-unknown",
        )
    ]


def test_a_person_of_several_rows_is_told_once(project: ProjectCopy) -> None:
    second = GUIDE[GUIDE.index("    - {id: health/2014-geo") : GUIDE.index("  visit_countries")]
    again = second.replace("2014-geo", "2013-fji").replace("Georgia", "Fiji")
    place = "    - {id: health/2013-fji, pattern: 'visited (?P<name_as_printed>Fiji)', country_code: FJI}\n"
    guide = GUIDE.replace("  visit_countries", f"{again}  visit_countries") + place
    begin_report(project, f"{TEXT}\nShe visited Fiji in May 2013.\n", guide=guide)
    assert [(one[1], one[3]) for one in said(project, "id-unknown", "contract-foreign-key")] == [
        (
            "2 rows have the person_id 'example', which no row of people has; the first is country_visits "
            "health/2014-geo",
            10,
        )
    ]


def test_the_unknown_person_of_a_report_is_told_once(project: ProjectCopy) -> None:
    report = (
        "  thematic_reports:\n    - {id: A/HRC/26/1, mandate_id: health, person_id: nobody, "
        "pattern: 'her report on (?P<title>health) in 2014'}\n"
        "  mandate_holders:\n    - {id: health, person_id: example, pattern: 'held it from <term_start>'}\n"
    )
    text = f"{TEXT}\nMs. Ana Example held it from 1 May 2010. She presented her report on health in 2014.\n"
    begin_report(project, text, guide=GUIDE + PEOPLE + report)
    told = said(project, "id-unknown", "report-of-another", "contract-foreign-key")
    assert [one[1] for one in told] == [
        "thematic_reports A/HRC/26/1 has the person_id 'nobody', which no row of people has"
    ]


def test_a_person_who_is_among_people_is_no_finding(project: ProjectCopy) -> None:
    begin_report(project, TEXT.replace("She met", "Ana Example met") + "\nMs. Ana Example.\n", guide=GUIDE + PEOPLE)
    assert said(project, "id-unknown", "contract-foreign-key") == []


def test_an_event_without_a_title_is_a_warning(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    assert said(project, "event-untitled") == [
        (
            "warning",
            "what happened on 3 June 2014 is called after its day alone",
            "give it a title with `mandate-data new-source report --propose`, or list the date under unread, with the "
            "reason",
            5,
            "event-untitled",
        )
    ]


def test_an_event_with_a_title_is_no_finding(project: ProjectCopy) -> None:
    event = "  events:\n    - {id: minister, pattern: 'On <date>, she met', kind: other, title: She meets a minister}\n"
    begin_report(project, TEXT, guide=GUIDE + event)
    assert said(project, "event-untitled") == []


def test_a_visit_without_a_holder_says_what_to_do(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE.replace(", person_id: example", ""))
    assert said(project, "holder-unknown") == [
        (
            "error",
            "nobody held the mandate at the time of the visit health/2014-geo",
            "add a passage under mandate_holders for the holder of that time, or correct the date of the visit, or the "
            "terms",
            5,
            "holder-unknown",
        )
    ]
