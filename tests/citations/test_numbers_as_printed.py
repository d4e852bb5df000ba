"""Numbers and symbols in an order, behind a word or with a length that only some languages and printings have."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("عملا بقرار الجمعية العامة ١٨٥/٤٦ المؤرخ ٢٠ كانون الأول/ديسمبر ١٩٩١، توافق اللجنة", ["A/RES/46/185"]),
        ("عملا بقرار الجمعية العامة ٤٦/١٨٥ المؤرخ ٢٠ كانون الأول/ديسمبر ١٩٩١، توافق اللجنة", ["A/RES/46/185"]),
        ("وقرارات الجمعية العامة ١٨٥/٤٦ و ١٢٢/٤٧ و 48/100", ["A/RES/46/185", "A/RES/47/122", "A/RES/48/100"]),
        ("وقرار مجلس الأمن 2011) 1970)، لحماية المدنيين", ["S/RES/1970(2011)"]),
        ("قرار مجلس الأمن (1999) 1244", ["S/RES/1244(1999)"]),
        ("قرار الجمعية العامة ٢٥٦/٧٥ ألف", ["A/RES/75/256A"]),
    ],
)
def test_the_two_parts_as_they_are_seen_from_left_to_right(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text, language="ar")] == symbols


def test_no_other_language_reads_them_so() -> None:
    assert [one.symbol for one in cite("General Assembly resolution 185/46 of 20 December 1991")] == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Резолюция Генеральной Ассамблеи ООН от 16 декабря 1966 г. N 2200 А (XXI)", "A/RES/2200(XXI)A"),
        ("резолюция Генеральной Ассамблеи от 10 декабря 1948 г. № 217 А (III)", "A/RES/217(III)A"),
        ("Резолюция Генеральной Ассамблеи ООН от 20 декабря 1965 года № 2105", "A/RES/2105(XX)"),
    ],
)
def test_a_date_before_the_number(text: str, symbol: str) -> None:
    (reference,) = cite(text)
    assert (reference.text, reference.symbol) == (text, symbol)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("les économies demandées dans la résolution budgétaire 50/214", "A/RES/50/214"),
        ("La résolution historique 1325 (2000) du Conseil de sécurité", "S/RES/1325(2000)"),
        ("la resolución anual 73/12 de la Asamblea General", "A/RES/73/12"),
        ("las resoluciones anuales 48/141 de la Asamblea General", "A/RES/48/141"),
        ("las resoluciones anteriores 48/141 de la Asamblea General", "A/RES/48/141"),
        ("la resolución histórica 1325 (2000) del Consejo de Seguridad", "S/RES/1325(2000)"),
    ],
)
def test_an_adjective_behind_the_word(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]


@pytest.mark.parametrize("text", ["la résolution annuelle 12 fois", "la resolución adoptada por 12 votos"])
def test_an_adjective_before_a_count_is_none(text: str) -> None:
    assert cite(text) == []


def test_initials_of_the_council_in_other_languages_and_with_nothing_between() -> None:
    text = "participación activa de las mujeres: SCR 1325 (2000)SCR 1889 (2009)SCR 2122 (2013) y SCR 2493 (2019)."
    assert [one.symbol for one in cite(text)] == [
        *("S/RES/1325(2000)", "S/RES/1889(2009)", "S/RES/2122(2013)", "S/RES/2493(2019)")
    ]


def test_a_year_behind_the_organ_is_no_number() -> None:
    assert cite("Resolution of the United Nations General Assembly, 2011") == []
    assert [one.symbol for one in cite("Resolution of the General Assembly, 60/251")] == ["A/RES/60/251"]


def test_the_second_symbol_of_a_title_page() -> None:
    text = "联合国E/2010/4*–E/CN.6/2010/2*\n\n经济及社会理事会Distr."
    assert [one.symbol for one in cite(text)] == ["E/2010/4", "E/CN.6/2010/2"]


def test_the_address_of_a_document_under_two_symbols_is_that_under_the_first() -> None:
    (reference,) = cite("See A/75/93-E/2020/64.")
    assert (reference.symbol, reference.url) == ("A/75/93-E/2020/64", "https://undocs.org/en/A/75/93")


def test_a_short_symbol_is_read_where_the_text_prints_a_revision_of_it() -> None:
    text = "The provisional rules (S/96) were last revised in 1982: S/96/Rev.7."
    assert [one.symbol for one in cite(text)] == ["S/96", "S/96/Rev.7"]
    assert cite("The seats (S/96) were sold in 1982.") == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("إذ تعيد تأكيد قرارهــا 70/138 المؤرخ 17 كانون الأول/ديسمبر 2015", ["A/RES/70/138"]),
        ("قرارُ الجمعيةِ العامّة 70/138", ["A/RES/70/138"]),
        ("مجلــس الأمــن في قــراره 1325 (2000)", ["S/RES/1325(2000)"]),
        ("قرار الجمعية العامة رقم 3034 (الدورة 27)", ["A/RES/3034(XXVII)"]),
        ("в Генеральной Ассамблее\nРезолюция 2758 (XXVI)", ["A/RES/2758(XXVI)"]),
        ("S/PRST/2004/40\n2004年10月28日安全理事会第5066次会议", ["S/PRST/2004/40"]),
        ("a report on the implementation of this resolution.\nA/65/93\n22 June 2010", ["A/65/93"]),
        ("General Assembly Res. A/60/147 of 2005", ["A/RES/60/147"]),
        (
            "General Assembly resolutions 1122 (XI) of 26 November 1956,2 1089 (XI) of 21 December 1956",
            ["A/RES/1122(XI)", "A/RES/1089(XI)"],
        ),
        ("有关人士 C EDAW/C/BLR/CO/7\n1.2011年1月27日", ["CEDAW/C/BLR/CO/7"]),
        ("See C RC/C/15/Add.1. Annex C: C AT.", ["CRC/C/15/Add.1"]),
        ("la décision 2997 (XXVII) de l'Assemblée générale en date du 15 décembre 1972", [None]),
        ("Economic and Social Council decision 78 (LVIII)", ["E/DEC/78(LVIII)"]),
        (
            "resolutions 1973 (2011),2 and 2009 (2011),3 of the Security Council",
            ["S/RES/1973(2011)", "S/RES/2009(2011)"],
        ),
        ("General Assembly resolution 90/34", [None]),
        (
            "قراراتها 3263 (د- 29) المؤرخ في 9 كانون الأول/ ديسمبر 1974، و 3474 (د- 30) المؤرخ في 11 كانون الأول",
            ["A/RES/3263(XXIX)", "A/RES/3474(XXX)"],
        ),
        ("CESCR General Comment 14, 12", ["E/C.12/2000/4"]),
        ("28 General Comment 34, 25; 29 General Comment 34", ["CCPR/C/GC/34"] * 2),
        (
            "the decision by the Committee against Torture to revise its General Comment No. 4 on article 3",
            ["CAT/C/GC/4"],
        ),
        ("Decision 1/CP21 of the Conference of the Parties", [None]),
        ("en el informe de Venezuela (CCPR/C/VEN/98/3)", ["CCPR/C/VEN/98/3"]),
        (
            "Comité DESC, Observation générale no 14; Comité CEDAW, Recommandation générale no 24",
            ["E/C.12/2000/4", "A/54/38/Rev.1"],
        ),
    ],
)
def test_words_and_numbers_as_real_texts_have_them(text: str, symbols: list[str | None]) -> None:
    assert [one.symbol for one in cite(text)] == symbols


@pytest.mark.parametrize(
    "text",
    [
        "la resolución directoral 60/251 de la provincia",
        "la résolution communale 61/105 du conseil",
    ],
)
def test_an_adjective_that_names_another_body_is_none(text: str) -> None:
    assert [one.symbol for one in cite(text) if one.symbol] == []


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("أصدرت الجمعية العامة القرار رقم (101/39)، وقبله القراران 61/31 و62/31", ["39/101", "31/61", "31/62"]),
        ("أصدرت الجمعية العامة القرار رقم (39/101)، ثم القرار 61/62", ["39/101", "61/62"]),
        ("قرار الجمعية العامة 85/38", ["38/85"]),
    ],
)
def test_where_one_number_is_turned_round_all_are(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == [f"A/RES/{symbol}" for symbol in symbols]


def test_years_beside_numbers_in_arabic_without_brackets() -> None:
    text = "يشير مجلس الأمن إلى القرارات 1559 2004 و425 و426 1978 و1680 2006، والقرار 1701 2006"
    expected = ["1559(2004)", "425(1978)", "426(1978)", "1680(2006)", "1701(2006)"]
    assert [one.symbol for one in cite(text)] == [f"S/RES/{number}" for number in expected]
