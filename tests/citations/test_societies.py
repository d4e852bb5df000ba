"""A body of others that has no name, such as a trade union, behind a number or in the sentence before."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    "text",
    [
        "The resolution 4/12 of the trade union was adopted.",
        "The resolution 4/12 of the shareholders was adopted.",
        "La résolution 4/12 du syndicat a été adoptée.",
        "La résolution 4/12 de l'association a été adoptée.",
        "La résolution 4/12 des copropriétaires a été adoptée.",
        "La resolución 4/12 de la cooperativa fue aprobada.",
        "Резолюция 5/1 съезда профсоюзов была принята.",
        "Резолюция 5/1 Всероссийского съезда профсоюзов была принята.",
        "Резолюция 7/13 Общества охраны природы была принята.",
        "公司董事会第5/2号决议",
        "القرار 5/2 لنقابة المعلمين",
        "وقرر مجلس إدارة الشركة في قراره 5/2 تعيين مدير.",
        "The parish council met on 4 May. It adopted resolution 12/3.",
        "The union met on 4 May. It adopted resolution 12/3.",
        "Le conseil municipal s'est réuni. Il a adopté la résolution 12/3.",
        "Le syndicat s'est réuni. Il a adopté la résolution 12/3.",
    ],
)
def test_a_number_of_a_society_gets_no_symbol(text: str) -> None:
    (reference,) = cite(text)
    assert reference.symbol is None


OF_ANOTHER = "another body is named as having adopted it"


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            "The Synod adopted resolution 12/3. Human Rights Council resolution 12/3 came later.",
            [None, "A/HRC/RES/12/3"],
        ),
        (
            "The Bar Association's resolution 12/3 quotes Human Rights Council resolution 12/3 in full.",
            [None, "A/HRC/RES/12/3"],
        ),
        ("The Synod adopted resolution 12/3 and thanked the Human Rights Council.", [None]),
        ("The Synod, in its resolution 12/3, thanked the Human Rights Council.", [None]),
        (
            "Resolution 12/3 of the trade union is a copy of Human Rights Council resolution 12/3.",
            [None, "A/HRC/RES/12/3"],
        ),
        ("La Federación de Abogados, en su resolución 12/3, agradeció al Consejo de Derechos Humanos.", [None]),
        ("Le Synode a adopté la résolution 12/3 et remercié le Conseil des droits de l’homme.", [None]),
    ],
)
def test_another_mention_of_the_number_does_not_settle_it(text: str, symbols: list[str | None]) -> None:
    references = cite(text)
    assert [one.symbol for one in references] == symbols
    assert references[0].reason == OF_ANOTHER


@pytest.mark.parametrize(
    "text",
    [
        "In November 1947 the United Nations adopted resolution 181 (II), the partition plan.",
        "The United Nations adopted resolution 181 (II). General Assembly resolution 181 (II) was accepted.",
        "The plenary adopted resolution 181 (II) (A/RES/181(II)).",
        "The special session adopted resolution 181 (II). General Assembly resolution 181 (II) has an annex.",
        "Delegations adopted resolution 181 (II). See General Assembly resolution 181 (II), part I.",
        "The European Parliament endorsed resolution 181 (II). General Assembly resolution 181 (II), annex.",
        "The trade union endorsed resolution 181 (II). General Assembly resolution 181 (II), annex.",
        "Les Nations Unies ont adopté la résolution 181 (II). La résolution 181 (II) de l’Assemblée générale a suivi.",
        "La ONU aprobó la resolución 181 (II). La resolución 181 (II) de la Asamblea General es conocida.",
    ],
)
def test_a_word_for_the_organ_or_its_sitting_is_no_other_body(text: str) -> None:
    assert {one.symbol for one in cite(text)} == {"A/RES/181(II)"}


def test_a_senate_that_endorses_a_resolution_has_not_adopted_it() -> None:
    for body in ("The Senate", "The Palestine National Council", "The Bonn Conference"):
        text = f"{body} endorsed resolution 242 (1967). Security Council resolution 242 (1967) is binding."
        assert [one.symbol for one in cite(text)] == ["S/RES/242(1967)"] * 2


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Resolution 4/12 of the Council was adopted.", "A/HRC/RES/4/12"),
        ("Resolution 4/12 of the previous session was adopted.", "A/HRC/RES/4/12"),
        ("La résolution 4/12 du Conseil a été adoptée.", "A/HRC/RES/4/12"),
        ("La résolution 4/12 du 30 mars 2007 a été adoptée.", "A/HRC/RES/4/12"),
        ("La resolución 4/12 del Consejo fue aprobada.", "A/HRC/RES/4/12"),
        ("Резолюция 5/1 Совета была принята.", "A/HRC/RES/5/1"),
        ("人权理事会第5/2号决议", "A/HRC/RES/5/2"),
        ("القرار 5/2 لمجلس حقوق الإنسان", "A/HRC/RES/5/2"),
        ("وقرر مجلس حقوق الإنسان في قراره 5/2 أن", "A/HRC/RES/5/2"),
        ("The Human Rights Council met on 4 May. It adopted resolution 12/3.", "A/HRC/RES/12/3"),
        ("The Human Rights Council met. The trade union spoke. It adopted resolution 12/3.", "A/HRC/RES/12/3"),
    ],
)
def test_a_number_of_an_organ_keeps_its_symbol(text: str, symbol: str) -> None:
    assert cite(text)[-1].symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Council resolution 12/3 came first. Parliament adopted a law to implement resolution 12/3.",
        "Human Rights Council resolution 12/3 came first. The city council asked them to comply with resolution 12/3.",
        "La résolution 12/3 du Conseil des droits de l’homme est connue. Le Parlement a adopté une loi pour appliquer"
        " la résolution 12/3.",
        "La résolution 12/3 du Conseil des droits de l’homme est là. Le Parlement a fait sienne la résolution 12/3.",
        "La resolución 12/3 del Consejo de Derechos Humanos es otra. El Parlamento hizo suya la resolución 12/3.",
    ],
)
def test_a_parliament_that_does_something_under_a_resolution_has_not_adopted_it(text: str) -> None:
    assert [one.symbol for one in cite(text)] == ["A/HRC/RES/12/3"] * 2


@pytest.mark.parametrize("body", ["The Landtag", "The State Duma", "The Riigikogu", "The Loya Jirga"])
def test_a_parliament_by_its_name_is_another_body(body: str) -> None:
    text = f"{body} adopted resolution 12/3. Human Rights Council resolution 12/3 came first."
    assert [one.symbol for one in cite(text)] == [None, "A/HRC/RES/12/3"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("واعتمد مجلس الشورى القرار 7/13 بشأن حقوق الطفل.", None),
        ("وأصدر مجلس الشيوخ القرار 12/4 في 2015.", None),
        ("واعتمد مجلس أوروبا القرار 12/4.", None),
        ("واعتمد مجلس حقوق الإنسان القرار 7/13.", "A/HRC/RES/7/13"),
        ("واعتمد مجلس الأمن القرار 1540 (2004).", "S/RES/1540(2004)"),
        ("واعتمد المجلس القرار 7/13.", "A/HRC/RES/7/13"),
    ],
)
def test_councils_of_others_in_arabic(text: str, symbol: str | None) -> None:
    (reference,) = cite(text, language="ar")
    assert reference.symbol == symbol
