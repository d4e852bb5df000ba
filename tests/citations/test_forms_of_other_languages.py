"""Forms of Arabic, Chinese and Russian texts: blanks at a slash, letters, names, decisions on cases."""

from __future__ import annotations

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
