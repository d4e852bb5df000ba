"""Russian words and names in each of their cases, one and many."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

RESOLUTIONS = "резолюция резолюции резолюцию резолюцией резолюций резолюциям резолюциями резолюциях"
DECISIONS = "решение решения решению решением решении решений решениям решениями решениях"
COMMENTS = "замечание замечания замечанию замечанием замечании замечаний замечаниям замечаниями замечаниях"
RECOMMENDATIONS = [
    "общая рекомендация",
    "общей рекомендации",
    "общую рекомендацию",
    "общей рекомендацией",
    "общие рекомендации",
    "общих рекомендаций",
    "общим рекомендациям",
    "общими рекомендациями",
    "общих рекомендациях",
]
COMMUNICATIONS = "сообщение сообщения сообщению сообщением сообщении сообщений сообщениям сообщениями сообщениях"
PINPOINTS = {
    "page": "страница страницы странице страницу страницей страниц страницам страницами страницах",
    "paragraph": "пункт пункта пункту пунктом пункте пункты пунктов пунктам пунктами пунктах "
    "абзац абзаца абзацу абзацем абзаце абзацы абзацев абзацам абзацами абзацах",
    "article": "статья статьи статье статью статьей статьёй статей статьям статьями статьях",
    "annex": "приложение приложения приложению приложением приложении приложений приложениям приложениями приложениях",
    "chapter": "глава главы главе главу главой глав главам главами главах",
    "section": "раздел раздела разделу разделом разделе разделы разделов разделам разделами разделах",
    "principle": "принцип принципа принципу принципом принципе принципы принципов принципам принципами принципах",
    "rule": "правило правила правилу правилом правиле правил правилам правилами правилах",
    "part": "часть части частью частей частям частями частях",
}
ORGANS = {
    "A/RES/60/251": "Генеральная Ассамблея|Генеральной Ассамблеи|Генеральной Ассамблее|Генеральную Ассамблею"
    "|Генеральной Ассамблеей|Генассамблея ООН|Генассамблеей ООН|ГА ООН",
    "A/HRC/RES/7/13": "Совет по правам человека|Совета по правам человека|Совету по правам человека"
    "|Советом по правам человека|Совете по правам человека",
    "S/RES/1325(2000)": "Совет Безопасности|Совета Безопасности|Совету Безопасности|Советом Безопасности"
    "|Совете Безопасности|СБ ООН|Совбез ООН|Совбезом ООН",
    "E/RES/2005/9": "Экономический и Социальный Совет|Экономического и Социального Совета"
    "|Экономическому и Социальному Совету|Экономическим и Социальным Советом|Экономическом и Социальном Совете|ЭКОСОС",
    "E/CN.4/RES/2003/68": "Комиссия по правам человека|Комиссии по правам человека|Комиссию по правам человека"
    "|Комиссией по правам человека",
    "E/CN.4/Sub.2/RES/2003/16": "Подкомиссия|Подкомиссии|Подкомиссию|Подкомиссией"
    "|Подкомиссия по поощрению и защите прав человека|Подкомиссией по поощрению и защите прав человека",
}


@pytest.mark.parametrize(
    ("text", "words", "symbol"),
    [
        ("{} 60/251 Генеральной Ассамблеи", RESOLUTIONS.split(), "A/RES/60/251"),
        ("{} 2/102 Совета по правам человека", DECISIONS.split(), "A/HRC/DEC/2/102"),
        ("{} общего порядка № 14 Комитета по правам ребенка", COMMENTS.split(), "CRC/C/GC/14"),
        ("Комитет по правам ребенка, свое {} общего порядка № 14", COMMENTS.split(), "CRC/C/GC/14"),
        ("{} № 35 Комитета по ликвидации дискриминации в отношении женщин", RECOMMENDATIONS, "CEDAW/C/GC/35"),
        ("{} № 2054/2011", COMMUNICATIONS.split(), None),
    ],
)
def test_each_form_of_the_word_is_read(text: str, words: list[str], symbol: str | None) -> None:
    assert [[one.symbol for one in cite(text.format(word), language="ru")] for word in words] == [[symbol]] * len(words)


@pytest.mark.parametrize("kind", PINPOINTS)
def test_each_form_of_a_pinpoint_is_read_before_and_behind(kind: str) -> None:
    for word in PINPOINTS[kind].split():
        (behind,) = cite(f"См. A/HRC/19/63, {word} 5.", language="ru")
        assert (behind.pinpoint_kind, behind.pinpoint) == (kind, "5"), word
        (before,) = cite(f"{word} 5 резолюции 60/251 Генеральной Ассамблеи", language="ru")
        assert (before.pinpoint_kind, before.pinpoint) == (kind, "5"), word


@pytest.mark.parametrize("symbol", ORGANS)
def test_each_form_of_an_organ_is_read(symbol: str) -> None:
    number = symbol.rpartition("RES/")[2].replace("(", " (")
    for name in ORGANS[symbol].split("|"):
        for text in (
            f"резолюция {number} {name}",
            f"резолюция {number}, принятая {name}",
            f"{name}, резолюция {number}",
        ):
            assert [one.symbol for one in cite(text, language="ru")] == [symbol], text


@pytest.mark.parametrize("own", ["своем", "своём", "свое", "своего", "своему", "своим"])
def test_its_decision_is_that_of_the_subject(own: str) -> None:
    (reference,) = cite(f"Совет по правам человека, {own} решение 2/102 от 5 марта", language="ru")
    assert reference.symbol == "A/HRC/DEC/2/102"


@pytest.mark.parametrize("month", ["январе", "феврале", "марте", "апреле", "мае", "июне", "июле", "августе", "декабре"])
def test_a_list_goes_on_behind_a_date(month: str) -> None:
    found = cite(f"резолюции Генеральной Ассамблеи 60/251 от 5 {month} 2006 года и 60/147", language="ru")
    assert [one.symbol for one in found] == ["A/RES/60/251", "A/RES/60/147"]


@pytest.mark.parametrize("numbers", ["5", "5 и 6", "5–6", "5, 6 и 8", "5 (a)"])
def test_numbers_of_pinpoints_stand_before_the_word_for_what_is_cited(numbers: str) -> None:
    for what in ("резолюции 60/251 Генеральной Ассамблеи", "решения 2/102", "документа A/HRC/19/63"):
        (reference,) = cite(f"Совет по правам человека, в пунктах {numbers} {what}", language="ru")
        assert reference.pinpoint == numbers, what


@pytest.mark.parametrize("first", ["Доклад", "Пункт 5 доклада", "Документ", "Статья", "Этот доклад"])
def test_notes_begin_with_any_capital(first: str) -> None:
    notes = f"1 {first} A/HRC/19/63.\n2 Там же, п. 3.\n3 Письмо A/HRC/20/1.\n4 Там же.\n"
    text = f"Совет принял 5 докладов.1 И другой.2\n\n{notes}"
    found = [(one.symbol, one.note) for one in cite(text)]
    assert found == [("A/HRC/19/63", "1"), ("A/HRC/19/63", "2"), ("A/HRC/20/1", "3"), ("A/HRC/20/1", "4")]


def test_numbers_before_small_letters_mark_no_notes() -> None:
    text = "Совет принял 1 доклад, 2 письма и 3 записки, 4 предложения. См. A/HRC/19/63. Там же, п. 3."
    assert [(one.symbol, one.note) for one in cite(text)] == [("A/HRC/19/63", None)] * 2


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("резолюция оон 1325 (2000)", "S/RES/1325(2000)"),
        ("согласно резолюции 1244 Совета Безопасности ООН", "S/RES/1244(1999)"),
        ("согласно резолюции 1244 совета безопасности оон", "S/RES/1244(1999)"),
        ("резолюция сб оон 1244", "S/RES/1244(1999)"),
        ("резолюция генеральной ассамблеи оон 68/262", "A/RES/68/262"),
        ("резолюция оон 1244 требует", None),
    ],
)
def test_organs_in_small_letters_before_the_name_of_the_nations(text: str, symbol: str | None) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]


@pytest.mark.parametrize(
    "text",
    [
        "резолюция 1244 совета безопасности рф",
        "национальный совет безопасности, резолюция 1325",
        "зоонозы и резолюция 1325 2000 года",
    ],
)
def test_a_council_in_small_letters_is_none_of_the_nations(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Конвенция, принятая резолюцией 65/229, действует.", "A/RES/65/229"),
        ("Генеральная Ассамблея. Конвенция была принята резолюцией 44/25 от 20 ноября 1989 года.", "A/RES/44/25"),
        ("Съезд принял резолюцию 65/229.", None),
    ],
)
def test_what_is_adopted_by_a_resolution_did_not_adopt_it(text: str, expected: str | None) -> None:
    assert [one.symbol for one in cite(text)] == [expected]
