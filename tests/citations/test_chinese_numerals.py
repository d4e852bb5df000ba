"""Numbers of resolutions in Chinese numerals, as documents until the 1970s print them."""

from __future__ import annotations

import pytest
from citation_support import printed
from mandate_data.citations import cite

Found = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会第一五一四(十五)号决议", [("第一五一四(十五)", "A/RES/1514(XV)")]),
        ("大會第一五一四（十五）號決議", [("第一五一四（十五）", "A/RES/1514(XV)")]),
        ("第1514(十五)号决议", [("第1514(十五)", "A/RES/1514(XV)")]),
        ("大会第三二〇一(S-VI)号决议", [("第三二〇一(S-VI)", "A/RES/3201(S-VI)")]),
        ("第二二〇〇甲(二十一)号决议", [("第二二〇〇甲(二十一)", "A/RES/2200(XXI)A")]),
        ("第二二○○甲(二十一)号决议", [("第二二○○甲(二十一)", "A/RES/2200(XXI)A")]),
        ("第二二零零 甲(二十一)号决议", [("第二二零零 甲(二十一)", "A/RES/2200(XXI)A")]),
        (
            "大会第一七二一甲和乙(十六)号决议",
            [("第一七二一甲", "A/RES/1721(XVI)A"), ("乙(十六)", "A/RES/1721(XVI)B")],
        ),
        ("安全理事会第二四二(一九六七)号决议", [("第二四二(一九六七)", "S/RES/242(1967)")]),
        ("安理会一三二五号决议", [("一三二五", "S/RES/1325(2000)")]),
        ("大会第一千五百十四(十五)号决议", [("第一千五百十四(十五)", "A/RES/1514(XV)")]),
        ("大会第一千五百一十四(十五)号决议", [("第一千五百一十四(十五)", "A/RES/1514(XV)")]),
        ("大会第二千二百号决议甲(XXI)", [("第二千二百号决议甲(XXI)", "A/RES/2200(XXI)A")]),
        ("大会一九七一年十月二十五日第二七五八号决议", [("第二七五八", "A/RES/2758(XXVI)")]),
        ("大会一九七一年 10 月二十五日第2758号决议", [("第2758", "A/RES/2758(XXVI)")]),
        ("大会一九六〇年十二月十四日第一五一四(十五)号决议", [("第一五一四(十五)", "A/RES/1514(XV)")]),
    ],
)
def test_numerals_are_read_as_figures(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会第一五一四号决议(XV)", [("第一五一四号决议(XV)", "A/RES/1514(XV)")]),
        ("大会第1514号决议(XV)", [("第1514号决议(XV)", "A/RES/1514(XV)")]),
        ("大会第一五一四号决议(十五)", [("第一五一四号决议(十五)", "A/RES/1514(XV)")]),
        ("大会第二二〇〇号决议甲(XXI)", [("第二二〇〇号决议甲(XXI)", "A/RES/2200(XXI)A")]),
        ("经社理事会第一二三五号决议(四十二)", [("第一二三五号决议(四十二)", "E/RES/1235(XLII)")]),
        (
            "大会第1514号决议(XV)和第1654号决议(XVI)",
            [("第1514号决议(XV)", "A/RES/1514(XV)"), ("1654号决议(XVI)", "A/RES/1654(XVI)")],
        ),
        (
            "第一五一四号和第一五四一号决议(XV)",
            [("第一五一四", "A/RES/1514(XV)"), ("一五四一号决议(XV)", "A/RES/1541(XV)")],
        ),
        ("第1514号决议(XV)和第60/501号决定", [("第1514号决议(XV)", "A/RES/1514(XV)"), ("60/501", "A/DEC/60/501")]),
        ("安全理事会第1325号决议(十三)", [("第1325", "S/RES/1325(2000)")]),
        ("大会第1514号决议(三)", [("第1514", "A/RES/1514(XV)")]),
    ],
)
def test_a_session_may_stand_behind_the_word(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会決議案一五一四(十五)", [("決議案一五一四(十五)", "A/RES/1514(XV)")]),
        ("大会決議案一五一四（十五）", [("決議案一五一四（十五）", "A/RES/1514(XV)")]),
        ("大會決議案二二○○甲（二十一）", [("決議案二二○○甲（二十一）", "A/RES/2200(XXI)A")]),
        ("经济及社会理事会决议一二三五(四十二)", [("决议一二三五(四十二)", "E/RES/1235(XLII)")]),
        ("大会决议1514(XV)", [("决议1514(XV)", "A/RES/1514(XV)")]),
        ("安全理事会决议1325(2000)", [("决议1325(2000)", "S/RES/1325(2000)")]),
        ("决议第一五一四(十五)号", [("决议第一五一四(十五)", "A/RES/1514(XV)")]),
        (
            "安理会决议二四二(一九六七)和三三八(一九七三)",
            [("决议二四二(一九六七)", "S/RES/242(1967)"), ("三三八(一九七三)", "S/RES/338(1973)")],
        ),
        (
            "大会决议案一五一四（十五）、一六五四（十六）及一八一〇（十七）",
            [
                ("决议案一五一四（十五）", "A/RES/1514(XV)"),
                ("一六五四（十六）", "A/RES/1654(XVI)"),
                ("一八一〇（十七）", "A/RES/1810(XVII)"),
            ],
        ),
    ],
)
def test_the_word_may_stand_before_the_number(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第一五一四(十五)号和第一五四一(十五)号决议",
            [("第一五一四(十五)", "A/RES/1514(XV)"), ("一五四一(十五)", "A/RES/1541(XV)")],
        ),
        (
            "第一五一四（十五）、第一六五四（十六）及第一八一〇（十七）号決議",
            [
                ("第一五一四（十五）", "A/RES/1514(XV)"),
                ("一六五四（十六）", "A/RES/1654(XVI)"),
                ("一八一〇（十七）", "A/RES/1810(XVII)"),
            ],
        ),
    ],
)
def test_lists(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    "text",
    [
        "一九九三年决议和一九六〇年决定",
        "大会第十六届会议通过了三项决议",
        "国务院第一二〇号令",
        "中华人民共和国主席令第一二〇号",
        "刑法第一二〇条和民法典第一五一四条",
        "全国人民代表大会第二四二(一九六七)号决议",
        "市议会第一五一四号决议(XV)",
        "第一五一四号令(十五)",
        "大会决议草案一二(十五)",
        "大会决定二(十五)名成员",
        "大会通过决议。一、二(三)",
        "决议第二(三)段",
        "第一、二(三)章",
        "协议一五一四(十五)",
        "公司股东大会决议一五一四(十五)",
        "民国二十(一九三一)年决议",
        "大会决议12(见附件)",
    ],
)
def test_years_counts_and_laws_are_no_resolutions(text: str) -> None:
    assert printed(text, "zh") == []


def test_a_pinpoint_follows() -> None:
    (one,) = cite("大會第一五一四（十五）號決議第二段")
    assert (one.symbol, one.pinpoint_kind, one.pinpoint) == ("A/RES/1514(XV)", "paragraph", "二")


def test_a_general_comment_has_its_number_in_numerals() -> None:
    assert printed("儿童权利委员会第十四号一般性意见", "zh") == [("第十四号一般性意见", "CRC/C/GC/14")]
    assert printed("儿童权利委员会第十四届会议的一般性意见", "zh") == []


def test_a_passage_of_a_text_in_another_language() -> None:
    english = "See General Assembly resolution 60/1 of the session, which is long and says what was agreed then.\n\n"
    text = f"{english}大會在其第一五一四(十五)號決議中通過了關於人民的宣言。\n\n{english}{english}"
    references = cite(text)
    assert [(one.text, one.symbol, one.line) for one in references[:2]] == [
        ("resolution 60/1", "A/RES/60/1", 1),
        ("第一五一四(十五)", "A/RES/1514(XV)", 3),
    ]
    assert all(text[one.start : one.end] == one.text for one in references)
