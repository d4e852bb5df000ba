"""A source in another language is told once: visits, holders, recommendations and events are found in English alone."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from proposing import begin_report

ENGLISH = "She met the Minister of Health and the members of the Commission, and spoke of the laws that are in force."
FRENCH = "Elle a rencontré le Ministre de la santé et les membres de la Commission, et a parlé des lois en vigueur."
GERMAN = "Sie traf den Minister für Gesundheit, die Mitglieder der Kommission und viele Kinder, die Schulen besuchen."
RUSSIAN = "Она встретилась с Министром здравоохранения и с членами Комиссии, говорила о законах и о школах в стране."
CHINESE = "她会见了卫生部长和委员会成员，并谈到了现行法律。"
ARABIC = "اجتمعت بوزير الصحة وأعضاء اللجنة وتحدثت عن القوانين السارية في البلد"


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        ([FRENCH, FRENCH, ENGLISH], "most of the text is in French"),
        ([ENGLISH, ENGLISH, FRENCH], "part of the text is in French"),
        ([GERMAN], "most of the text is in another language"),
        ([RUSSIAN], "most of the text is in Russian"),
        ([CHINESE], "most of the text is in Chinese"),
        ([ARABIC], "most of the text is in Arabic"),
    ],
)
def test_another_language_is_told_once_with_its_first_line(
    paragraphs: list[str], said: str, project: ProjectCopy
) -> None:
    begin_report(project, "\n\n".join(["# A report", *paragraphs, "Ghana."]) + "\n")
    found = [one for one in project.extract().findings if one.code == "facts-in-english"]
    first = next(number for number, text in enumerate(paragraphs) if text != ENGLISH)
    assert [(one.severity, one.line, one.message) for one in found] == [
        ("warning", 3 + 2 * first, f"{said}: visits, holders, recommendations and events are found in English alone")
    ]


@pytest.mark.parametrize(
    "short",
    [
        "Visites au Ghana, au Togo.",
        "A well-founded, rights-based approach needs long-term cross-border cooperation: measures must not harm.",
        "Maria Example, Ana Muster and Jo Doe have served as mandate holders since 1 May 2020.",
    ],
)
def test_english_is_not_told(short: str, project: ProjectCopy) -> None:
    begin_report(project, f"# A report\n\n{ENGLISH}\n\n{short}\n")
    assert [one for one in project.extract().findings if one.code == "facts-in-english"] == []
