"""Forms of Arabic, Chinese and Russian texts: blanks at a slash, letters, names, decisions on cases."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


def test_blanks_around_the_slash_and_letters_in_arabic() -> None:
    text = (
        "وإذ تشير إلى قراراتها 40 / 152 سين المؤرخ 16 كانون الأول/ ديسمبر 1985،"
        " و 41 / 86 فاء المؤرخ 4 كانون الأول/ ديسمبر 1986، و 45 / 65 المؤرخ 4 كانون الأول/ ديسمبر 1990،"
    )
    assert symbols(text) == ["A/RES/40/152O", "A/RES/41/86Q", "A/RES/45/65"]


def test_the_sub_commission_in_chinese() -> None:
    assert symbols("促进与保护人权小组委员会通过第1999/25号决议") == ["E/CN.4/Sub.2/RES/1999/25"]


def test_a_title_above_a_preamble_in_chinese() -> None:
    text = "加强国际合作\n大会,并回顾大会1999年12月10日关于对话年的第54/113号决议"
    assert symbols(text) == ["A/RES/54/113"]
    assert symbols("经济合作组织\n大会第12/3号决议") == [None]


def test_a_decision_on_a_communication_in_russian() -> None:
    text = "Комитет ссылается на свое решение по сообщению № 1207/2003, Икс против Игрек."
    assert [(one.kind, one.text) for one in cite(text)] == [("communication", "сообщению № 1207/2003")]


def test_a_range_of_decisions_of_a_conference_in_russian() -> None:
    text = "Последствия осуществления решений 2/CMP.7–4/CMP.7 и 1/CMP.8 для методологических вопросов"
    assert [one.text for one in cite(text)] == ["решений 2/CMP.7", "4/CMP.7", "1/CMP.8"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("إن الجمعية العامة،\nإذ تشير إلى قرارها 52/38 لام المؤرخ 9 كانون الأول/ديسمبر 1997", ["A/RES/52/38L"]),
        (
            "قراري مجلس حقوق الإنسان 5 / 1 بشأن بناء مؤسسات المجلس و 5 / 2 بشأن مدونة قواعد السلوك",
            ["A/HRC/RES/5/1", "A/HRC/RES/5/2"],
        ),
        (
            "كان المجلس الاقتصادي والاجتماعي قد أنشأ اللجنة بقراره 1818 (د-55) وغيّر اسمها بقراره 1985/69.",
            ["E/RES/1818(LV)", "E/RES/1985/69"],
        ),
        ("联合国大会关于海洋的体制安排的51/189号决议", ["A/RES/51/189"]),
        ("公司董事会关于海洋的51/189号决议", []),
        ("大会通过了决定。\n(2) S-19/2号决议,附件。", ["A/RES/S-19/2"]),
        (
            "65/118. 《宣言》五十周年\n\n  大会\n\n  回顾其1960年12月14日第1514(XV)号决议",
            ["A/RES/65/118", "A/RES/1514(XV)"],
        ),
        ("一五一四(十五). 關於准許殖民地國家及民族獨立之宣言\n\n大會,\n\n念及世界人民", ["A/RES/1514(XV)"]),
    ],
)
def test_numbers_without_their_sign_and_headings_without_a_comma(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重申安全理事会第1718(2006)号决议第8(a)㈢段", ("paragraph", "8(a)㈢")),
        ("重申安全理事会第1718(2006)号决议第8(a)(三)段", ("paragraph", "8(a)(三)")),
        ("见CCPR/C/102/D/1815/2008号文件,第10.3段。", ("paragraph", "10.3")),
        ("见A/51/116,附件一和二。", ("annex", "一和二")),
        ("[2] S/RES/1973( 2011) ,第4段.", ("paragraph", "4")),
    ],
)
def test_pinpoints_in_chinese(text: str, expected: tuple[str, str]) -> None:
    assert [(one.pinpoint_kind, one.pinpoint) for one in cite(text)] == [expected]
