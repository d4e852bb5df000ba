"""Arabic words for and, so, in, to and as, which are joined to what stands behind them: a word, or a symbol."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find_symbols

JOINED = ("", "و", "ف", "ب", "ك", "وب", "وك", "فب")
TO = ("لل", "ولل", "فلل")
SYMBOLS = ("A/HRC/37/60", "S/2020/1107", "CRC/C/GC/24", "A/RES/60/251", "A/C.3/75/SR.10", "E/ESCWA/29/10")
PINPOINTS = {
    "paragraph": ("فقرة", "فقرتين", "فقرات"),
    "article": ("مادة", "مواد"),
    "annex": ("مرفق",),
    "page": ("صفحة", "صفحات"),
    "chapter": ("فصل",),
    "section": ("فرع", "جزء"),
    "principle": ("مبدأ",),
    "rule": ("قاعدة",),
}


@pytest.mark.parametrize("joined", ["و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "وـ", "بـ"])
def test_a_symbol_is_read_behind_what_is_joined_to_it(joined: str) -> None:
    for symbol in SYMBOLS:
        text = f"انظر {joined}{symbol}، الفقرة 5"
        (reference,) = cite(text, language="ar")
        assert (reference.symbol, reference.text, reference.pinpoint) == (symbol, symbol, "5")
        assert [one.symbol for one in find_symbols(text)] == [symbol]


def test_symbols_joined_to_and_follow_one_another() -> None:
    text = "انظر A/HRC/40/52، الفقرة 17؛ وA/HRC/37/60؛ وA/73/45، وCRC/C/GC/24."
    assert [one.symbol for one in cite(text)] == ["A/HRC/40/52", "A/HRC/37/60", "A/73/45", "CRC/C/GC/24"]


@pytest.mark.parametrize("word", ["مكتب", "دولةو", "مطارل", "ببب"])
def test_no_symbol_begins_behind_another_word(word: str) -> None:
    assert cite(f"{word}A/HRC/37/60", language="ar") == []
    assert find_symbols(f"{word}A/HRC/37/60") == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("{}قرار 60/251 الصادر عن الجمعية العامة", "A/RES/60/251"),
        ("{}مقرر 2/102 الصادر عن مجلس حقوق الإنسان", "A/HRC/DEC/2/102"),
        ("{}تعليق العام رقم 14 للجنة حقوق الطفل", "CRC/C/GC/14"),
        ("{}توصية العامة رقم 35 للجنة المعنية بالقضاء على التمييز ضد المرأة", "CEDAW/C/GC/35"),
        ("{}بلاغ رقم 2054/2011", None),
    ],
)
def test_the_word_is_read_behind_what_is_joined_to_it(text: str, symbol: str | None) -> None:
    for joined in (*(f"{one}ال" for one in JOINED), *TO):
        assert [one.symbol for one in cite(text.format(joined), language="ar")] == [symbol], joined


@pytest.mark.parametrize("kind", PINPOINTS)
def test_a_pinpoint_is_read_behind_what_is_joined_to_it(kind: str) -> None:
    for word in PINPOINTS[kind]:
        for joined in (*(f"{one}ال" for one in JOINED), *TO):
            text = f"{joined}{word} 15 من القرار 60/251 الصادر عن الجمعية العامة"
            (reference,) = cite(text, language="ar")
            assert (reference.pinpoint_kind, reference.pinpoint) == (kind, "15"), text


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("التعليقات العامة رقم 13 و14 للجنة حقوق الطفل", ["CRC/C/GC/13", "CRC/C/GC/14"]),
        ("التعليقين العامين رقم 13 ورقم 14 للجنة حقوق الطفل", ["CRC/C/GC/13", "CRC/C/GC/14"]),
        ("للقرارات 60/251 و60/147 الصادرة عن الجمعية العامة", ["A/RES/60/251", "A/RES/60/147"]),
        ("لجنة حقوق الطفل، بتعليقها العام رقم 14", ["CRC/C/GC/14"]),
    ],
)
def test_lists(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text, language="ar")] == symbols


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "قرار مجلس الأمن ( ٢٠٠٤ ) ١٥٥٩ و( ٢٠٠٦ ) ١٦٨٠",
            [("قرار مجلس الأمن ( ٢٠٠٤ ) ١٥٥٩", "S/RES/1559(2004)"), ("( ٢٠٠٦ ) ١٦٨٠", "S/RES/1680(2006)")],
        ),
        (
            "قرارات مجلس الأمن (2004) 1559 و(2006) 1680 و ( 2006 ) 1701",
            [
                ("قرارات مجلس الأمن (2004) 1559", "S/RES/1559(2004)"),
                ("(2006) 1680", "S/RES/1680(2006)"),
                ("( 2006 ) 1701", "S/RES/1701(2006)"),
            ],
        ),
        (
            "قرارا مجلس الأمن 1559 ( 2004 ) و1680 ( 2006 )",
            [("قرارا مجلس الأمن 1559 ( 2004 )", "S/RES/1559(2004)"), ("1680 ( 2006 )", "S/RES/1680(2006)")],
        ),
        ("قرار مجلس الأمن 1325 (2000) و(2004) شخصا", [("قرار مجلس الأمن 1325 (2000)", "S/RES/1325(2000)")]),
        ("القرار ( 1 ) 155 شخصا", []),
        ("المادة ( ٢٠٠٤ ) ١٥٥٩", []),
    ],
)
def test_numbers_as_they_are_seen(text: str, expected: list[tuple[str, str]]) -> None:
    references = cite(text, language="ar")
    assert [(one.text, one.symbol) for one in references] == expected
    assert all(text[one.start : one.end] == one.text for one in references)


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("القرار 1559 لعام 2004 الصادر عن مجلس الأمن", ["S/RES/1559(2004)"]),
        ("الأمم المتحدة. القرار 1559 لعام 2004", ["S/RES/1559(2004)"]),
        ("القرار 1559 لعام 2004", []),
        ("الأمم المتحدة. القرار 1559 لعام 2011", []),
        ("القرار 1701/2006 الصادر عن مجلس الأمن", ["S/RES/1701(2006)"]),
        ("القرار 1701/2006 الصادر عن الوزارة", []),
        ("قرار مجلس الأمن رقم 1701 لسنة 2006", ["S/RES/1701(2006)"]),
        ("قرار وزير العدل رقم 1701 لسنة 2006", []),
        ("قراري مجلس الأمن 1559 و1701 لعامي 2004 و2006", ["S/RES/1559(2004)", "S/RES/1701(2006)"]),
        ("الأمم المتحدة. القرارين 1559 و1701 لعامي 2004 و2006", ["S/RES/1559(2004)", "S/RES/1701(2006)"]),
        ("القرارين 1559 و1701 لعامي 2004 و2006", []),
        ("الأمم المتحدة. القرارين 1559 و1701 لعامي 2003 و2006", []),
    ],
)
def test_years_in_words(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text, language="ar")] == symbols
