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
    assert (reference.symbol, reference.reason) == (None, "another body is named as having adopted it")


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
