"""References in the six official languages."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from mandate_data import citations
from mandate_data.citations import LANGUAGES, cite, find
from mandate_data.citations.languages import detected_language, words_of

TEXTS = [
    ("fr", "Par sa résolution 7/13, le Conseil des droits de l’homme a créé le mandat.", ["A/HRC/RES/7/13"]),
    ("fr", "la résolution 2004/17 de la Commission des droits de l'homme", ["E/CN.4/RES/2004/17"]),
    (
        "fr",
        "les résolutions 1325 (2000) et 1820 (2008) du Conseil de sécurité",
        ["S/RES/1325(2000)", "S/RES/1820(2008)"],
    ),
    ("fr", "L'Assemblée générale,\nRappelant sa résolution 72/233 du 20 décembre 2017, le texte", ["A/RES/72/233"]),
    (
        "fr",
        "l'Observation générale no 14 (2000) du Comité des droits économiques, sociaux et culturels",
        ["E/C.12/2000/4"],
    ),
    ("fr", "la résolution 854 (XL) de la Commission économique pour l'Afrique", [None]),
    ("es", "En su resolución 7/13, el Consejo de Derechos Humanos estableció el mandato.", ["A/HRC/RES/7/13"]),
    (
        "es",
        "las resoluciones 55/2 y 60/1 de la Asamblea General, de 8 de septiembre de 2000",
        ["A/RES/55/2", "A/RES/60/1"],
    ),
    ("es", "la decisión 1/102 del Consejo de Derechos Humanos", ["A/HRC/DEC/1/102"]),
    ("es", "Observación general núm. 5 (2003) del Comité de los Derechos del Niño", ["CRC/GC/2003/5"]),
    ("es", "la resolución 15/10 del Mercosur", [None]),
    (
        "ru",
        "в резолюции 7/13 Совета по правам человека и резолюциях 55/2 и 60/1 Генеральной Ассамблеи",
        ["A/HRC/RES/7/13", "A/RES/55/2", "A/RES/60/1"],
    ),
    ("ru", "Генеральная Ассамблея в своей резолюции 60/251 постановила", ["A/RES/60/251"]),
    ("ru", "резолюция 1325 (2000) Совета Безопасности", ["S/RES/1325(2000)"]),
    ("ar", "قرار مجلس حقوق الإنسان 7/13 وقرار الجمعية العامة 55/2", ["A/HRC/RES/7/13", "A/RES/55/2"]),
    ("ar", "القرار 7/13 الصادر عن مجلس حقوق الإنسان", ["A/HRC/RES/7/13"]),
    ("zh", "人权理事会第7/13号决议和大会第55/2号决议", ["A/HRC/RES/7/13", "A/RES/55/2"]),
    ("zh", "安全理事会第1325（2000）号决议", ["S/RES/1325(2000)"]),
    ("zh", "安全理事会第1882(2009)号和第1998(2011)号决\n议，第2段。", ["S/RES/1882(2009)", "S/RES/1998(2011)"]),
    ("zh", "人权理事会第43/22号\r\n决议。儿童权利委员会第25号一般性意\n    见", ["A/HRC/RES/43/22", "CRC/C/GC/25"]),
    ("zh", "人权理\n事会第\n43/22\n号决议，大\n会第60/1号决议", ["A/HRC/RES/43/22", "A/RES/60/1"]),
]

BEFORE_OURS = "回顾\n又回顾\n根据\n重申\n铭记\n注意到\n按照\n遵照\n欢迎\n在\n经\n并\n和\n获\n关于妇女的\n联合国"
OF_OTHERS = """非洲联盟大会
国际民用航空组织大会
亚洲及太平洋经济社会委员会
国际刑警组织大会
拉丁美洲和加勒比经济委员会
红十字国际大会
中国作家协会大会
INTERPOL大会
国际刑警组织（INTERPOL）大会
国际足联理事会
东盟人权委员会
伊斯兰首脑会议
国际刑警组织的大会"""
BESIDE_OTHERS = [
    ("zh", "大会第60/1号决议和第60/512号决定", ["A/RES/60/1", "A/DEC/60/512"]),
    ("zh", "大会第60/1号决议、第60/512号决定和第60/2号决议", ["A/RES/60/1", "A/DEC/60/512", "A/RES/60/2"]),
    ("zh", "大会第60/511和60/512号决定", ["A/DEC/60/511", "A/DEC/60/512"]),
    ("zh", "经济及社会理事会第1996/31号决议和第2011/268号决定", ["E/RES/1996/31", "E/DEC/2011/268"]),
    *(("zh", f"{before}大会第53/144号决议", ["A/RES/53/144"]) for before in BEFORE_OURS.splitlines()),
    *(("zh", f"{organ}第60/3号决议", [None]) for organ in OF_OTHERS.splitlines()),
    ("zh", "国际足联大会通过了第60/3号决议", [None]),
    ("zh", "公司股东大会第60/1号决议", []),
    ("zh", "特别委员会审议了报告，并注意到第60/251号决议", ["A/RES/60/251"]),
    ("zh", "人权理事会设立了工作组。理事会第15/23号决议", ["A/HRC/RES/15/23"]),
    (
        "ru",
        "резолюции 64/292 Генеральной Ассамблеи и 15/9 Совета по правам человека",
        ["A/RES/64/292", "A/HRC/RES/15/9"],
    ),
    (
        "ru",
        "резолюции Генеральной Ассамблеи 64/292 и Совета по правам человека 15/9",
        ["A/RES/64/292", "A/HRC/RES/15/9"],
    ),
    ("ru", "резолюция 60/251 Генеральной Ассамблеи Организации Объединенных Наций", ["A/RES/60/251"]),
    ("ru", "принятая Генеральной Ассамблеей Декларация, резолюция 48/104", ["A/RES/48/104"]),
    ("ru", "доклад Генеральной Ассамблее Генерального секретаря о резолюции 60/1", ["A/RES/60/1"]),
    ("ru", "Генеральная ассамблея ИКАО приняла резолюцию 39/3", [None]),
    ("ru", "Генеральная Ассамблея Интерпола приняла резолюцию 60/3", [None]),
    ("ru", "Совет по правам человека при Президенте, решение 5/101", [None]),
    ("ru", "Национальный Совет принял резолюцию 12/3", [None]),
    ("ru", "Совет директоров принял решение 12/101", [None]),
    ("ru", "Исламская конференция, резолюция 10/37", [None]),
    ("ar", "قرار الجمعية العامة 217 ألف (د-3)", ["A/RES/217(III)A"]),
    ("ar", "قرار الجمعية العامة 2200 ألف (د - 21)", ["A/RES/2200(XXI)A"]),
    ("ar", "قرار الجمعية العامة 1514 (د-15)", ["A/RES/1514(XV)"]),
    ("ar", "قرار الجمعية العامة 48/218 باء", ["A/RES/48/218B"]),
    ("ar", "قرار الجمعية العامة للأمم المتحدة 60/251", ["A/RES/60/251"]),
    ("ar", "القرار 60/1 الذي اعتمدته الجمعية العامة لتعزيز حقوق الإنسان", ["A/RES/60/1"]),
    ("ar", "الجمعية العامة لمنظمة الدول الأمريكية قرار 60/3", [None]),
    ("ar", "اعتمدت الجمعية العامة للإنتربول القرار 60/3", [None]),
    ("ar", "مؤتمر القمة الإسلامي القرار 10/37", [None]),
    ("ar", "قرار مجلس الأمن القومي 12 (2014)", []),
    ("ar", "قرار المجلس الوطني 12/3", []),
    ("ar", "قرار مجلس حقوق الإنسان التابع للجامعة 12/3", []),
]
"""Organs of ours and those of others that have the same words in their names."""


@pytest.mark.parametrize(("language", "text", "symbols"), TEXTS + BESIDE_OTHERS)
def test_resolutions(language: str, text: str, symbols: list[str | None]) -> None:
    references = find(text, language=language)
    assert [reference.symbol for reference in references] == symbols
    assert all(text[reference.start : reference.end] == reference.text for reference in references)


@pytest.mark.parametrize(
    ("language", "text", "pinpoint"),
    [
        ("fr", "Voir A/HRC/19/63, par. 10 à 12.", ("paragraph", "10 à 12")),
        ("fr", "A/HRC/19/63, paragr. 9", ("paragraph", "9")),
        ("fr", "au paragraphe 5 de la résolution 60/251 de l'Assemblée générale", ("paragraph", "5")),
        ("es", "Véase A/HRC/19/63, párrs. 10 a 12.", ("paragraph", "10 a 12")),
        ("es", "el párrafo 5 de la resolución 60/251 de la Asamblea General", ("paragraph", "5")),
        ("ru", "См. A/HRC/19/63, пункты 10–12.", ("paragraph", "10–12")),
        ("ru", "пункт 5 резолюции 60/251 Генеральной Ассамблеи", ("paragraph", "5")),
        ("ar", "انظر A/HRC/19/63، الفقرة 9", ("paragraph", "9")),
        ("zh", "见A/HRC/19/63，第9段", ("paragraph", "9")),
        ("zh", "见A/HRC/19/63号文件，第22(b)段", ("paragraph", "22(b)")),
        ("zh", "A/HRC/19/63第5和第6段", ("paragraph", "5和第6")),
        ("zh", "大会第60/251号决议第5段", ("paragraph", "5")),
        ("zh", "人权理事会第5/1号决议附件", ("annex", None)),
        ("zh", "人权理事会第5/1号决议附件二第3段", ("paragraph", "二;3")),
        ("zh", "人权理事会第5/1号决议附件二", ("annex", "二")),
        ("zh", "人权理事会第5/1号决议附件中", ("annex", None)),
        ("zh", "人权理事会第5/1号决议(见附件)", (None, None)),
    ],
)
def test_pinpoints(language: str, text: str, pinpoint: tuple[str | None, str | None]) -> None:
    (reference,) = find(text, language=language)
    assert (reference.pinpoint_kind, reference.pinpoint) == pinpoint


@pytest.mark.parametrize(
    ("language", "ibid"),
    [
        ("fr", "Ibid., par. 15."),
        ("es", "Ibíd., párr. 15."),
        ("ru", "Там же, пункт 15."),
        ("ar", "المرجع نفسه، الفقرة 15"),
        ("zh", "同上，第15段"),
    ],
)
def test_ibid(language: str, ibid: str) -> None:
    found = cite(f"1 A/HRC/19/63.\n2 {ibid}", language=language)
    assert [(one.kind, one.symbol, one.pinpoint) for one in found] == [
        ("symbol", "A/HRC/19/63", None),
        ("ibid", "A/HRC/19/63", "15"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [(language, text) for language, text, _ in TEXTS if language != "fr"]
    + [
        ("en", "See the report of the Special Rapporteur"),
        ("en", ""),
        ("en", "A/HRC/7/8"),
        ("fr", "Dans sa résolution 7/13, le Conseil a créé le mandat."),
    ],
)
def test_the_language_is_detected(language: str, text: str) -> None:
    assert detected_language(text) == language


def test_every_language_has_its_words_and_an_unknown_one_is_refused() -> None:
    for language in LANGUAGES:
        assert words_of(language).code == language
    with pytest.raises(ValueError, match="unknown language 'tlh'; known are en, fr, es, ru, ar, zh"):
        find("", language="tlh")
    message = (
        "unknown issuer 'nobody': give the symbol of a document, as A/HRC/7/1, what symbols of the body begin with, as"
        " A/HRC, or its slug, as human_rights_council"
    )
    with pytest.raises(ValueError, match=f"^{message}$"):
        find("", issuer="nobody")
    with pytest.raises(ValueError, match="unknown issuer ''"):
        find("", issuer="")
    with pytest.raises(ValueError, match="unknown kinds 'some'; known are documents, all"):
        find("", kinds="some")  # type: ignore[arg-type]
    assert find("Council resolution 7/13", issuer="A/HRC") == find("Council resolution 7/13", issuer="A/HRC/7/1")


PATTERNS = ("re.compile", "re.search", "re.match", "re.fullmatch", "re.sub", "re2.compile", "Linear")
PARTS_OF_SYMBOLS = {
    "Add",
    "Corr",
    "Rev",
    "Amend",
    "Summary",
    "Sect",
    "sect",
    "Prog",
    "prog",
    "intro",
    "Introduction",
    "Foreword",
    "Plan",
    "outline",
    "Income",
    "find",
    "Findings",
    "Supp",
    "Suppl",
    "supp",
    "resump",
    "Resumption",
    "Part",
    "part",
    "Vol",
    "vol",
    "Sub",
    "ses",
}
LATIN = {"bis", "ter", "et", "seq", "al", "ff"}
MARKUP = {"sup", "https", "www"}
MARKUP |= {"li", "div", "aside", "section", "small", "span", "em", "strong", "id", "fn", "ftn", "edn", "foot", "end"}
MARKUP |= {"cite", "note", "nbsp", "ensp", "emsp", "thinsp", "numsp", "puncsp", "hairsp"}
NAMES = {"seen", "above", "latin"}
"""Of groups and of an encoding."""


def test_the_engine_has_no_words_in_its_patterns() -> None:
    for module in sorted(Path(citations.__file__).parent.glob("*.py")):
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or ast.unparse(call.func) not in PATTERNS:
                continue
            for text in ast.walk(call):
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    bare = re.sub(r"\(\?P?<\w+>|\\[A-Za-z]\w?\w?|\(\?[a-z-]+:|\[[^\]]*\]", " ", text.value)
                    words = set(re.findall(r"[A-Za-z]?[a-z]{2,}", bare))
                    assert words <= PARTS_OF_SYMBOLS | LATIN | MARKUP | NAMES, (module.name, text.lineno)


@pytest.mark.parametrize("tag", ["fr", "FR", "fr-CA", "Fr_ca", "fr-Latn-CA"])
def test_a_tag_is_read_whatever_its_case_and_region(tag: str) -> None:
    text = "Ibid., par. 5; A/60/1, par. 3 à 5"
    assert find(text, language=tag) == find(text, language="fr")
    assert find(text, language=tag) != find(text, language="en")


@pytest.mark.parametrize("tag", ["f", "french", "fr-", "fr CA", "tlh-AQ"])
def test_what_is_no_tag_of_a_language_is_refused(tag: str) -> None:
    with pytest.raises(ValueError, match=f"^unknown language '{tag}'; known are en, fr, es, ru, ar, zh$"):
        find("", language=tag)


def test_chinese_is_read_in_the_characters_of_earlier_documents() -> None:
    text = "安全理事會重申繼續執行第1325(2000)號決議,並回顧大會第60/1號決議第3段。見經濟及社會理事會第1996/31號決議。"
    references = find(text, language="zh")
    assert [reference.symbol for reference in references] == ["S/RES/1325(2000)", "A/RES/60/1", "E/RES/1996/31"]
    assert [text[one.start : one.end] for one in references] == [one.text for one in references]
    assert (references[1].pinpoint_kind, references[1].pinpoint) == ("paragraph", "3")


def test_chinese_years_with_blanks_part_no_pinpoint_from_its_general_comment() -> None:
    text = "儿童权利委员会第 25 号一般性意见(2021 年)第 12 至 14 段和第 13 号一般性意见(2011 年)，第 4 段。"
    assert [(one.symbol, one.pinpoint) for one in find(text)] == [("CRC/C/GC/25", "12 至 14"), ("CRC/C/GC/13", "4")]


def test_letters_of_numbers_are_no_words_of_a_language() -> None:
    text = "General Assembly resolutions 33/28, 217 A (III), 22 A (I)."
    assert detected_language(text) == "en"
    assert [reference.symbol for reference in cite(text)] == ["A/RES/33/28", "A/RES/217(III)A", "A/RES/22(I)A"]
