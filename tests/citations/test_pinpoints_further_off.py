"""Pinpoints further off, behind titles and pages, and what looks like one and is none."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

PINNED_FURTHER_ON = [
    (
        "resolution 60/251, which created the Human Rights Council, and in particular paragraphs 1 and 16 thereof",
        "1 and 16",
    ),
    ("resolution 68/1 of 20 September 2013, and in particular paragraphs 5 to 7 thereof", "5 to 7"),
    ("resolution 62/149, which calls for a moratorium, and paragraph 2 thereof", "2"),
    ("la résolution 60/251, par laquelle elle a créé le Conseil, notamment le paragraphe 5 de ladite résolution", "5"),
    ("la resolución 60/251, por la que creó el Consejo, en particular el párrafo 5 de la misma", "5"),
    ("قرارها 60/251 المؤرخ 15 آذار/مارس 2006 الذي أنشئ بموجبه مجلس حقوق الإنسان وخاصة الفقرتين 1 و 16 منه", "1 و 16"),
]


@pytest.mark.parametrize(("text", "value"), PINNED_FURTHER_ON)
def test_a_place_that_is_said_to_be_of_what_is_cited_before(text: str, value: str) -> None:
    assert cite(f"{text}.")[0].pinpoint == value


def test_such_a_place_is_none_of_what_is_cited_behind_or_in_another_paragraph() -> None:
    text = (
        "The General Assembly,\nReaffirming its resolution 60/251,\n"
        "Recalling the Final Document, and in particular paragraph 120 thereof, and its resolution 62/219,"
    )
    assert [(one.symbol, one.pinpoint) for one in cite(text)] == [("A/RES/60/251", None), ("A/RES/62/219", None)]


@pytest.mark.parametrize(
    "text",
    [
        "(CAT/C/FRA/4-6)*\nArticles 1 and 4\n1. The Committee",
        "CAT/C/FRA/4-6)*\nСтатьи 1 и 4\n1. Комитет",
        "(CCPR/C/KEN/3)\nArticles 6, 7 and 9\n1. The Committee",
        "(CCPR/C/ESP/3)\nArtículo 2, párrafo 1\n1. El Comité",
        "E/CN.4/Sub.2/1999/54 page 2 CONTENTS Chapter Page",
        "article 5 of Regulation No. 881, adopted pursuant to resolution 1390 (2002)",
        "TD/B/53/8 (Vol. I) Page 2 CONTENTS Chapter Page",
        "صدر المحضر الموجز للجزء الثاني (المغلق) للجلسة تحت رقم CCPR/C/SR.2307/Add.1",
        "l'article 3 de la position commune 2004/137/PESC conformément à la résolution 1689 (2006) du Conseil",
        "lo dispuesto en el artículo 2 de su reglamento y reiterado en la resolución 60/251 de la Asamblea General",
    ],
)
def test_a_heading_the_head_of_a_page_and_an_article_of_another_text_are_none(text: str) -> None:
    assert [one.pinpoint for one in cite(text)] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Non-Citizens, U.N. Doc. A/59/18 (2004) 93 at para. 27.", "27"),
        ("Torture, A/37/40 (1982) 94 at paras. 1-3.", "1-3"),
        ("Gran Bretaña e Irlanda del Norte, U.N. Doc. A/54/38, paras. 278-318 (1999). El Comité examinó", "278-318"),
        ("General comment No. 14: The right to health, para. 12.", "12"),
        ("Замечание общего порядка № 14: Право на здоровье, п. 12. Комитет", "12"),
        ("按照《关于打击有罪不罚的一套原则》(E/CN.4/2005/102/Add.1)原则2", "2"),
    ],
)
def test_a_place_behind_a_page_a_title_or_in_a_text_of_another_language(text: str, value: str) -> None:
    assert [one.pinpoint for one in cite(text)] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "resolution 39/46 and the Convention against Torture, in particular article 10 thereof",
        "resolution 55/25, by which the Assembly adopted the Convention, article 32 of which established a conference",
        "resolution 1373 (2001), Ruritania amended its Criminal Code, including section 114 thereof",
        "resolution 1718 (2006), the Committee adopted guidelines, and paragraph 6 thereof",
        "resolution 16/4, by which the Council asked for a report; the Committee read it, paragraph 3 thereof",
        "la résolution 44/25, par laquelle elle a adopté la Convention, notamment le paragraphe 3 de celle-ci",
        "la resolución 1373 (2001), y el párrafo 5 de la misma Ley",
        "بقرار الجمعية العامة 44/25، صدقت الدولة على اتفاقية حقوق الطفل، وخاصة المادة 3 منها",
        "резолюции 1373 (2001), суд сослался на пункт 3 этого решения",
    ],
)
def test_a_place_of_what_stands_between_is_none_of_the_resolution(text: str) -> None:
    assert [one.pinpoint for one in cite(f"{text}.") if one.kind == "resolution"] == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("paragraph 5 of the said resolution 60/251", "5"),
        ("paragraphe 6 de ladite résolution 1373 (2001)", "6"),
        ("párrafo 6 de dicha resolución 1373 (2001)", "6"),
        ("пункте 6 указанной резолюции 1373 (2001)", "6"),
        ("пункт 7 (постановляющей части) резолюции 1325 (2000)", "7"),
        ("article 12 of the 1966 General Assembly resolution 2200 A (XXI)", "12"),
        ("See UN Doc. A/52/40 Page 12, where it is told", "12"),
        ("Observation générale no 13 : Le droit de l'enfant, par. 4", "4"),
        ("Observation générale no 14 (2000) : le droit au meilleur état de santé, par. 12", "12"),
        ("A/HRC/26/31\nParagraphs 12 and 15\n", "12 and 15"),
        ("Эстония, A/57/38 (Part I), paras. 71-118, 7 мая 2002 г. Комитет", "71-118"),
    ],
)
def test_a_place_of_what_follows_or_is_named_again(text: str, value: str) -> None:
    assert [one.pinpoint for one in cite(text)] == [value]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CO Ruritania, A/49/38, 13th Session (1994) para 78.", "78"),
        ("See A/59/18 ('2004 Report') at para. 62.", "62"),
        ("See A/56/18 (“2001 Report”), para. 3.", "3"),
        ("UN Doc. E/CN.4/L.1543, paras. 6, 10, 18 (1980).", "6, 10, 18"),
        ("CAT/C/3/Rev.6, r 35.", "35"),
        ("UN Doc. A/47/41, Ann. III (1992)", "III"),
        ("UNGA Res 217A(III) (10 December 1948) (UDHR) art 25", "25"),
        ("See A/HRC/4/21/Add.3 (on Ruritania), para. 45.", "45"),
        ("See A/49/38, 13th Session of the Committee, para 78.", None),
        ("general comment No. 3, para. 4, 18 (1993) of the Human Rights Committee", "4"),
    ],
)
def test_behind_sessions_short_titles_and_dates(text: str, expected: str | None) -> None:
    assert cite(text)[0].pinpoint == expected
