"""Organs in every case of Russian, participles that say who acted, years with their word; Arabic words glued on."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("принятой Генеральной Ассамблеей в ее резолюции 2625 (XXV)", ["A/RES/2625(XXV)"]),
        ("провозглашенное Генеральной Ассамблеею в ее резолюции 47/135", ["A/RES/47/135"]),
        (
            "Совет по правам человека отмечает цели, принятые Генеральной Ассамблеей в ее резолюции 60/1.",
            ["A/RES/60/1"],
        ),
        (
            "Генеральная Ассамблея отмечает мандат, утвержденный Советом по правам человека в его резолюции 16/4.",
            ["A/HRC/RES/16/4"],
        ),
        ("резолюции Совета Безопасности 1296 ( 2000 г.) и 1314 (2000 г.)", ["S/RES/1296(2000)", "S/RES/1314(2000)"]),
        ("安全理事会第1325（2000年）号决议", ["S/RES/1325(2000)"]),
        (
            "قرارات مجلس الأمن 242 و338 ومبدأ الأرض مقابل السلام",
            ["S/RES/242(1967)", "S/RES/338(1973)"],
        ),
    ],
)
def test_the_organ_is_read_in_the_case_that_it_stands_in(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN Resolution 1701. In 2006 the United Nations Security Council voted for it.", ["S/RES/1701(2006)"]),
        ("UN Resolution 1701 in 2006.", ["S/RES/1701(2006)"]),
        ("UN Resolution 2758 in 1971 gave China its seat.", ["A/RES/2758(XXVI)"]),
        ("La résolution 1701 de l'ONU. Le Conseil de sécurité l'a adoptée.", ["S/RES/1701(2006)"]),
        ("Резолюция ООН 1701. Совет Безопасности принял ее.", ["S/RES/1701(2006)"]),
        ("قرار الأمم المتحدة رقم 1701 هو قرار أصدره مجلس الأمن الدولي", ["S/RES/1701(2006)"]),
        ("القرار الأممي 2254 قرار اتخذه مجلس الأمن. يؤكد القرار الأممي (2254) ذلك", ["S/RES/2254(2015)"] * 2),
        ("The General Assembly and the Security Council met. UN Resolution 194 was recalled.", [None]),
        ("UN Resolution 1325 is on women.", [None]),
    ],
)
def test_a_resolution_of_the_united_nations_is_of_the_organ_that_the_text_names(
    text: str, expected: list[str | None]
) -> None:
    assert symbols(text) == expected


def test_a_resolution_of_the_united_nations_has_candidates() -> None:
    (found,) = cite("UN Resolution 1325 is on women.")
    assert found.candidates == ("S/RES/1325(2000)", "A/RES/1325(XIII)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("عام 1970، أصدرت الجمعية العامة قرارها رقم (2656/25)، تقرر إنشاء فريق", ["A/RES/2656(XXV)"]),
        ("أصدرت الجمعية العامة قرارها رقم (393/5)، ونص", ["A/RES/393(V)"]),
        ("وفي عام 1977، أصدرت الجمعية العامة قرارها رقم (40/32)، تعرب فيه", ["A/RES/32/40"]),
        ("وفي عام 1985، أصدرت الجمعية العامة قرارها رقم (40/32)، تعرب فيه", ["A/RES/40/32"]),
        ("منذ عام 1981، وقرار الجمعية العامة 70/36 المؤرخ 7 كانون الأول/ديسمبر 2015", ["A/RES/70/36"]),
        ("قرار مجلس الأمن الدولي رقم 56 بتاريخ 19 آب/أغسطس 1948.", ["S/RES/56(1948)"]),
        (
            "大会第 54/267 号、2000年12月19日第 55/180 号和2001年6月14日第 55/180 B 号决议",
            ["A/RES/54/267", "A/RES/55/180", "A/RES/55/180B"],
        ),
        (
            "增进和保护人权小组委员会,在其2004年8月12日举行的会议上未经表决即通过的第2004/121号决定",
            ["E/CN.4/Sub.2/DEC/2004/121"],
        ),
        ("这是2000年10月31日安全理事会第4213次会议通过的一项决议。", []),
    ],
)
def test_numbers_as_arabic_and_chinese_print_them(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("Дополнение № 40 (A/57/40), том I, пункт 83.", "I;83"),
        ("الملحق رقم 40 (A/58/40)، المجلد الثاني، المرفق السادس.", "الثاني;السادس"),
        ("补编第40号(A/57/40)，第一卷，第83段。", "一;83"),
        ("补编第40号(A/58/40)，第二卷，附件十一。", "二;十一"),
        ("补编第40号(A/58/40)，第二卷。", None),
        ("في الجزء الثاني من القرار 64/243", "الثاني"),
    ],
)
def test_volumes_and_what_is_within_them(text: str, pinpoint: str | None) -> None:
    (found,) = cite(text, issuer="A")
    assert (found.pinpoint, found.symbol is None) == (pinpoint, False)


def test_an_arabic_list_goes_on_behind_titles_that_a_joined_word_ends() -> None:
    text = "وإذ يشير إلى قراريه 5/1 بشأن بناء مؤسسات المجلس و5/2 بشأن مدونة قواعد السلوك"
    assert symbols(text, "A/HRC") == ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]


@pytest.mark.parametrize(
    ("text", "pinpoints"),
    [
        ("в пунктах 3 и 4 своей резолюции 1612 (2005)", ["3 и 4"]),
        ("(A/62/286، الفرعان الثالث والرابع)", ["الثالث والرابع"]),
        ("安全理事会第1612(2005)号决议第3段和第4段", ["3;4"]),
        ("安全理事会第1612(2005)号决议第3、第4段及附件", ["3、第4"]),
        ("秘书长的报告(A/62/286,第三和第四节)", ["三和第四"]),
        ("工作组的报告(A/HRC/16/47，附件)，第68段", ["68"]),
        ("CEDAW/C/CHN/CO/7-8，第23和24段；E/C.12/CHN/CO/2，第12段", ["23和24", "12"]),
    ],
)
def test_pinpoints_in_other_scripts(text: str, pinpoints: list[str]) -> None:
    assert [one.pinpoint for one in cite(text)] == pinpoints


def test_a_text_of_little_but_symbols_is_read_in_its_script() -> None:
    assert symbols("见A/CN.4/L.682和Corr.1及Add.1；A/61/10，第241段") == [
        *("A/CN.4/L.682", "A/CN.4/L.682/Corr.1", "A/CN.4/L.682/Add.1", "A/61/10")
    ]


def test_chinese_notes_point_back() -> None:
    text = "1 见A/61/10，第241段。\n\n2 见A/60/1。\n\n3 见上文注1，第3段。\n\n4 见上文脚注2。\n\n5 同前注1。"
    assert symbols(text) == ["A/61/10", "A/60/1", "A/61/10", "A/60/1", "A/61/10"]


@pytest.mark.parametrize(
    ("notes", "texts", "cited"),
    [
        ("1 A/60/1, пункт 5.\n2 Там же.\n3 См. сноску 1, пункт 9.", ["Там же", "сноску 1"], "A/60/1"),
        (
            "1 A/60/1، الفقرة 5.\n2 المصدر نفسه.\n3 المرجع السابق، الفقرة 7.\n4 انظر الحاشية 1.",
            ["المصدر نفسه", "المرجع السابق", "الحاشية 1"],
            "A/60/1",
        ),
        ("1 A/60/1，第5段。\n2 同上。\n3 见脚注1。", ["同上", "见脚注1"], "A/60/1"),
    ],
)
def test_words_that_point_back_in_other_scripts(notes: str, texts: list[str], cited: str) -> None:
    back = [one for one in cite(notes) if one.kind in ("ibid", "supra")]
    assert [one.text for one in back] == texts
    assert {one.symbol for one in back} == {cited}
