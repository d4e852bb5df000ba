"""Tables of contents: rows with blank lines between, and cells each in a line of its own."""

from __future__ import annotations

import pytest
from citation_support import symbols

_ROWS = "7/1. {0} 8\n\n7/2. {0} ..... 9\n\n\n7/3. {0} {1}\n\n{1} ..... 12\n\n7/4. {0} 14\n\n{0}."
_OF_THE_COUNCIL = [f"A/HRC/RES/7/{number}" for number in range(1, 5)]
_TITLES = {
    "es": ("Los derechos de las personas en la región", "de los trabajadores en las ciudades"),
    "en": ("The rights of persons in the region", "of the workers in the towns"),
    "fr": ("Les droits des personnes dans la région", "des travailleurs dans les villes"),
    "zh": ("区域内的权利", "和城市工人的权利"),
}


@pytest.mark.parametrize(
    ("language", "head"),
    [
        ("es", "Resoluciones\n\n"),
        ("en", "Resolutions\n\n"),
        ("fr", "Résolutions\n\n"),
        ("es", "Consejo de Derechos Humanos\n\nÍndice\n\nResoluciones\n\n"),
        ("en", "Human Rights Council\n\nContents\n\nA. Resolutions\n\n"),
        ("fr", "Conseil des droits de l'homme\n\nTable des matières\n\nA. Résolutions\n\n"),
        ("es", "I. Resoluciones aprobadas por el Consejo de Derechos Humanos en su séptimo período de sesiones\n\n"),
        ("es", "I. Resoluciones aprobadas por el Consejo de Derechos Humanos en su séptimo período de sesiones 8\n\n"),
        ("en", "I. Resolutions adopted by the Human Rights Council at its seventh session 8\n\n"),
        ("fr", "I. Résolutions adoptées par le Conseil des droits de l'homme à sa septième session 8\n\n"),
        ("zh", "人权理事会\n\n目录\n\n决议\n\n"),
    ],
)
def test_rows_with_blank_lines_between_are_read(language: str, head: str) -> None:
    assert symbols(head + _ROWS.format(*_TITLES[language])) == _OF_THE_COUNCIL


def test_decisions_below_resolutions_are_decisions() -> None:
    text = (
        "Resoluciones\n\n7/1. La paz 8\n\n7/2. Los bosques 9\n\nDecisiones\n\n7/101. La mesa 70\n\n7/102. El local 71"
    )
    assert symbols(text) == ["A/HRC/RES/7/1", "A/HRC/RES/7/2", "A/HRC/DEC/7/101", "A/HRC/DEC/7/102"]


def test_only_rows_of_its_session_are_of_the_organ_of_the_first() -> None:
    assert symbols("Resoluciones\n\n7/1. Un título 8\n\n60/1. Otro título 9\n\n7/2. El tercero 9") == [
        "A/HRC/RES/7/1",
        "A/HRC/RES/7/2",
    ]
    assert symbols("Resoluciones\n\n60/1. Un título 8\n\n60/2. Otro título 9") == [None]


_ES = "Resoluciones\nNúmero de\nla resolución\nTítulo\nTema del\nprograma\nFecha de aprobación\nPágina\n"
_EN = "Resolutions\nResolution\nnumber\nTitle\nAgenda\nitem\nDate of adoption\nPage\n"
_FR = "Résolutions\nNuméro de\nla résolution\nTitre\nPoint de l'ordre\ndu jour\nDate d'adoption\nPage\n"


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            f"Consejo Económico y Social\nÍndice\n{_ES}",
            "2008/2\nLos trabajos\n3 a)\n18 de julio de 2008\n11\n2008/3\nLa obra\n4",
        ),
        (
            f"E/2008/INF/9/Add.7\nÍndice\n{_ES}",
            "2008/2\nLos trabajos\n3 a)\n18 de julio de 2008\n11\n2008/3\nLa obra\n24/7/2008",
        ),
        (
            f"Economic and Social Council\nContents\n{_EN}",
            "2008/2\nThe work\n3 (a)\n18 July 2008\n11\n2008/3\nIts end\n27-13-9",
        ),
        (
            f"Conseil économique et social\n{_FR}",
            "2008/2\nLes travaux\n3 a)\n18 juillet 2008\n11\n2008/3\nLa fin\n13",
        ),
        (
            "经济及社会理事会\n目录\n决议\n决议编号\n标题\n",
            "2008/2\n工作进展\n3\n2008年7月18日\n2008/3\n评价\n13",
        ),
        (
            "Экономический и Социальный Совет\nРезолюции\nНомер\nрезолюции\nНазвание\n",
            "2008/2\nХод работы\n3\n2008/3\nОценка\n13",
        ),
    ],
)
def test_cells_in_lines_of_their_own_are_rows(head: str, rows: str) -> None:
    assert [one for one in symbols(head + rows) if "RES" in str(one)] == ["E/RES/2008/2", "E/RES/2008/3"]


def test_titles_may_speak_of_resolutions_and_decisions_follow() -> None:
    text = (
        f"Economic and Social Council\n{_EN}2008/2\nThe work\nresolution 60/1 of the General Assembly\n11\n"
        "2008/3\nFollow-up to the resolutions of the Conference\n4\n2008/5\nThe last\n9\n"
        "Decisions\nDecision\nnumber\nTitle\n2008/201 A\nElections\n3\n2008/202\nMore of them\n4"
    )
    assert symbols(text) == [
        "E/RES/2008/2",
        "A/RES/60/1",
        "E/RES/2008/3",
        "E/RES/2008/5",
        "E/DEC/2008/201A",
        "E/DEC/2008/202",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "General Assembly\nTelephone list\n60/1\nJane\n60/2\nJohn",
        "City of Lyon\nRésolutions\nNuméro\nTitre\n2008/2\nProgrès\n2008/3\nÉvaluation",
        "Human Rights Council\n\nResolutions\nNumber\nVotes\n27/12\nIn favour\n30/14\nAgainst",
        "Human Rights Council\n\nResolutions\nNumber\nVotes\n27/12\nin favour\n27/14\nagainst",
        f"Economic and Social Council\n{_EN}12 May\n2008/2\nThe work\n2008/3\nThe rest",
    ],
)
def test_other_numbers_in_lines_of_their_own_are_no_rows(text: str) -> None:
    assert symbols(text) == []
