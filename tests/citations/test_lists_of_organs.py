"""A list that goes on with another organ, and the forms of organs whose decisions have no symbol."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

GOVERNING = "governing_council"


@pytest.mark.parametrize(
    ("text", "language", "symbols"),
    [
        (
            "Совет по правам человека в своей резолюции 49/3 и Генеральная Ассамблея в своей резолюции 77/5",
            "ru",
            ["A/HRC/RES/49/3", "A/RES/77/5"],
        ),
        (
            "Комиссия по правам человека в своей резолюции 2002/3 и Экономический и Социальный Совет в резолюции"
            " 2003/5",
            "ru",
            ["E/CN.4/RES/2002/3", "E/RES/2003/5"],
        ),
        (
            "مجلس حقوق الإنسان في قراره 49/3 والجمعية العامة في قرارها 77/5",
            "ar",
            ["A/HRC/RES/49/3", "A/RES/77/5"],
        ),
        ("人权理事会第49/3号决议和大会第77/5号决议", "zh", ["A/HRC/RES/49/3", "A/RES/77/5"]),
        ("قرارات الجمعية العامة 60/1 و61/2 و 62/3", "ar", ["A/RES/60/1", "A/RES/61/2", "A/RES/62/3"]),
        (
            "قرارات مجلس الأمن 1325 (2000) و1820 (2008) و 1888 (2009)",
            "ar",
            ["S/RES/1325(2000)", "S/RES/1820(2008)", "S/RES/1888(2009)"],
        ),
    ],
)
def test_each_number_is_of_its_own_organ(text: str, language: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(text, language=language)] == symbols


def test_each_number_is_of_its_own_organ_without_symbols() -> None:
    found = cite(
        "Комиссия по наркотическим средствам в своей резолюции 61/2 и Комиссия по положению женщин в резолюции 60/2"
    )
    assert [(one.symbol, one.organ) for one in found] == [
        (None, "commission_on_narcotic_drugs"),
        (None, "commission_on_the_status_of_women"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Recalling Governing Council decisions SS.VII/1 of 15 February 2002, 22/17 of 7 February 2003 and 23/1,",
            [("decisions SS.VII/1", GOVERNING), ("22/17", GOVERNING), ("23/1", GOVERNING)],
        ),
        ("Governing Council decision SS.VII/1 of 15 February 2002", [("decision SS.VII/1", GOVERNING)]),
        ("In its decision SS.VII/1, the Governing Council agreed.", [("decision SS.VII/1", GOVERNING)]),
        ("la décision SS.VII/1 du Conseil d'administration", [("décision SS.VII/1", GOVERNING)]),
        ("By decision V/9h, the Meeting of the Parties endorsed it.", [("decision V/9h", "meeting_of_the_parties")]),
        ("Executive Committee decision 84/5 was taken.", [("decision 84/5", "executive_committee")]),
        (
            "Executive Committee of the High Commissioner's Programme decision 84/5",
            [("decision 84/5", "executive_committee_of_the_high_commissioners_programme")],
        ),
    ],
)
def test_decisions_without_symbols(text: str, expected: list[tuple[str, str]]) -> None:
    found = cite(text)
    assert [(one.text, one.organ) for one in found] == expected
    assert not any(one.symbol for one in found)
