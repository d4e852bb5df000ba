"""Resolutions of other organizations are read by numbers that only these have, and stay open with the organization."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

WHO = "world_health_organization"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recalling World Health Assembly resolution WHA67.15 on violence", [("resolution WHA67.15", WHO)]),
        ("resolution of the World Health Assembly WHA58.3, in part",
         [("resolution of the World Health Assembly WHA58.3", WHO)]),
        ("resolutions WHA58.3, WHA59.2 and WHA61.18 of the Health Assembly",
         [("resolutions WHA58.3", WHO), ("WHA59.2", WHO), ("WHA61.18", WHO)]),
        ("decision WHA68(9)", [("decision WHA68(9)", WHO)]),
        ("la résolution WHA58.3 de l'Assemblée mondiale de la Santé", [("résolution WHA58.3", WHO)]),
        ("Recordando la resolución AG/RES. 2434 (XXXVIII-O/08)",
         [("resolución AG/RES. 2434 (XXXVIII-O/08)", "organization_of_american_states")]),
        ("ссылаясь на резолюцию WHA67.15 Всемирной ассамблеи здравоохранения", [("резолюцию WHA67.15", WHO)]),
        ("وإذ تشير إلى قرار جمعية الصحة العالمية WHA58.3", [("قرار جمعية الصحة العالمية WHA58.3", WHO)]),
        ("回顾世界卫生大会WHA58.3、WHA59.2号决议", [("WHA58.3", WHO), ("WHA59.2", WHO)]),
        ("IMO Assembly resolution A.1052(27)", [("resolution A.1052(27)", "international_maritime_organization")]),
        ("resolution 36 C/Resolution 15", [("resolution 36 C/Resolution 15", "unesco")]),
        ("resolution 130 (Rev. Busan, 2014)",
         [("resolution 130 (Rev. Busan, 2014)", "international_telecommunication_union")]),
        ("resolution 12/40-P(IS)", [("resolution 12/40-P(IS)", "organization_of_islamic_cooperation")]),
    ],
)  # fmt: skip
def test_they_are_open_with_the_organization(text: str, expected: list[tuple[str, str]]) -> None:
    found = cite(text)
    assert [(one.text, one.organ) for one in found] == expected
    assert {one.symbol for one in found} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "WHA58.3 and A38-18 are printed alone.",
        "They made a decision to buy A38-18.",
        "the resolution XMSC.255(84) or MSC.255(84)b",
        "国务院第WHA号决议",
    ],
)
def test_without_the_word_they_are_no_references(text: str) -> None:
    assert cite(text) == []


def test_numbers_of_the_united_nations_are_read_as_before() -> None:
    found = cite("Security Council resolution 1325 (October, 2000), General Assembly resolution 36/97 C, A/60/L.1")
    assert [one.symbol for one in found] == ["S/RES/1325(2000)", "A/RES/36/97C", "A/60/L.1"]


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("FAO Conference resolution 8/2009", "food_and_agriculture_organization"),
        ("la decisión 28/04 del Mercosur", "mercosur"),
        ("the Common Market Council decision 07/03", "mercosur"),
        ("Security Council resolution 8/2009", None),
        ("resolution 8/2009", None),
    ],
)
def test_a_number_with_its_year_is_open_beside_an_organ_of_others(text: str, organ: str | None) -> None:
    assert [(one.symbol, one.organ) for one in cite(text)] == ([] if organ is None else [(None, organ)])
