"""The members of a working group hold its mandate at the same time; the holders of another one after each other."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from proposing import begin_report

TEXT = (
    "# A report\n\nThe {title} was created by the Council in 2010. Ms. Ana "
    "Example has been in office since 1 May 2011. "
    "Mr. Bob Sample has been in office since 1 May 2013. Ms. Eve Trial has no dates.\n\n"
    "Ms. Example visited Georgia in May 2014. Ms. Trial visited Fiji in June 2014.\n"
)
GUIDE = """about: {{mandate_id: health}}
passages:
  mandates:
    - {{id: health, pattern: 'The (?P<title>{title}) was'}}
    - {{id: health, pattern: 'created by the (?P<appointing_body>Council) in <created>'}}
  people:
    - {{id: example, pattern: '(?P<name>Ana Example)'}}
    - {{id: sample, pattern: '(?P<name>Bob Sample)'}}
    - {{id: trial, pattern: '(?P<name>Eve Trial)'}}
  mandate_holders:
    - {{id: health, pattern: 'Ana Example has been in office since <term_start>', person_id: example}}
    - {{id: health, pattern: 'Bob Sample has been in office since <term_start>', person_id: sample}}
  country_visits:
    - {{id: health/2014-geo, mandate_id: health, pattern: '(?P<kind>visited) Georgia in <span>', person_id: example}}
    - {{id: health/2014-fji, mandate_id: health, pattern: '(?P<kind>visited) Fiji in <span>', person_id: trial}}
  visit_countries:
    - {{id: health/2014-geo, pattern: 'visited (?P<name_as_printed>Georgia)', country_code: GEO}}
    - {{id: health/2014-fji, pattern: 'visited (?P<name_as_printed>Fiji)', country_code: FJI}}
"""


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Working Group on health", []),
        ("Special Rapporteur on health", ["terms-follow", "visit-in-term", "visit-in-term"]),
    ],
)
def test_members_of_a_group_are_in_office_together(title: str, wrong: list[str], project: ProjectCopy) -> None:
    begin_report(project, TEXT.format(title=title), guide=GUIDE.format(title=title))
    found = [one.code for one in project.build().findings if one.severity == "error" and "raw/report/" in one.file]
    assert sorted(found) == wrong
