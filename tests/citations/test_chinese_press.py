"""Chinese lists without commas, ranges, numbers without their sign, sessions, and words before their numbers."""

from __future__ import annotations

import pytest
from citation_support import printed
from mandate_data.citations import cite

Found = list[tuple[str, str | None]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "安全理事会第2292(2016)2357(2017)2420(2018)号决议",
            [
                ("第2292(2016)", "S/RES/2292(2016)"),
                ("2357(2017)", "S/RES/2357(2017)"),
                ("2420(2018)", "S/RES/2420(2018)"),
            ],
        ),
        (
            "第1718（2006）1874（2009）和2087（2013）号决议",
            [
                ("第1718（2006）", "S/RES/1718(2006)"),
                ("1874（2009）", "S/RES/1874(2009)"),
                ("2087（2013）", "S/RES/2087(2013)"),
            ],
        ),
        ("安理会第660号决议-第1284号决议", [("第660", "S/RES/660(1990)"), ("1284", "S/RES/1284(1999)")]),
        ("安理会第660号决议至第1284号决议", [("第660", "S/RES/660(1990)"), ("1284", "S/RES/1284(1999)")]),
        ("大会第60/1号至第60/5号决议", [("第60/1", "A/RES/60/1"), ("60/5", "A/RES/60/5")]),
    ],
)
def test_lists_without_commas_and_ranges(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联合国安理会17日通过1973号决议。", [("1973", "S/RES/1973(2011)")]),
        ("安理会2011年3月17日通过1973号决议。", [("1973", "S/RES/1973(2011)")]),
        ("安理会对1973号决议进行表决。", [("1973", "S/RES/1973(2011)")]),
        ("大会欢迎安理会1325号决议", [("1325", "S/RES/1325(2000)")]),
        ("安理会1325号及1820号决议", [("1325", "S/RES/1325(2000)"), ("1820", "S/RES/1820(2008)")]),
        ("市议会对1973号决议进行表决。", []),
        ("董事会通过2009号决议。", []),
        ("大会讨论了1325号决议。", []),
        ("安理会开会。市议会对2009号决定进行表决。", []),
    ],
)
def test_numbers_without_their_sign(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第60届联大通过第251号决议", [("第251", "A/RES/60/251")]),
        ("第六十届会议大会通过第251号决议", [("第251", "A/RES/60/251")]),
        ("联合国大会第六十届会议通过第251号决议", [("第251", "A/RES/60/251")]),
        ("联合国大会第60届会议第251号决议", [("第251", "A/RES/60/251")]),
        ("第三届联大通过第217号决议", [("第217", "A/RES/217(III)")]),
        ("第60届联大期间,安理会通过第1325号决议", [("第1325", "S/RES/1325(2000)")]),
        ("第65届联大通过第1973号决议", []),
        ("第60届世界卫生大会通过第251号决议", []),
        ("第五届全国人民代表大会通过第251号决议", []),
    ],
)
def test_a_session_beside_the_assembly(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大会决议60/251", [("决议60/251", "A/RES/60/251")]),
        ("人权理事会决议7/1", [("决议7/1", "A/HRC/RES/7/1")]),
        ("安理会决议1325(2000)", [("决议1325(2000)", "S/RES/1325(2000)")]),
        ("这项决议60/251", []),
        ("通过决议2/3多数", []),
        ("决议案四(一)\nA/RES/4(I)", [("决议案四(一)", "A/RES/4(I)"), ("A/RES/4(I)", "A/RES/4(I)")]),
        ("A/RES/4(I)\n决议案四(一)", [("A/RES/4(I)", "A/RES/4(I)"), ("决议案四(一)", "A/RES/4(I)")]),
        ("| 决议案四(一) | A/RES/4(I) |", [("决议案四(一)", "A/RES/4(I)"), ("A/RES/4(I)", "A/RES/4(I)")]),
    ],
)
def test_the_word_before_its_number(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected


def test_a_symbol_right_behind_a_session_is_no_letter() -> None:
    assert [one.text for one in cite("resolution 4 (I) A/RES/4 (I)")] == ["resolution 4 (I)", "A/RES/4 (I)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("儿童权利委员会一般性意见5(2003)", [("一般性意见5(2003)", "CRC/GC/2003/5")]),
        ("儿童权利委员会一般性意见第5号(2003年)", [("一般性意见第5号(2003年)", "CRC/GC/2003/5")]),
        ("儿童权利委员会一般性意见5号", [("一般性意见5号", "CRC/GC/2003/5")]),
        ("人权事务委员会一般性意见7(第十六届会议,1982年)", [("一般性意见7(第十六届会议,1982年)", None)]),
        ("人权事务委员会一般性意见6(16)", [("一般性意见6(16)", None)]),
        ("消除对妇女歧视委员会一般性建议19(第十一届会议)", [("一般性建议19(第十一届会议)", "A/47/38")]),
        ("儿童权利委员会通过一般性意见2项", []),
        ("儿童权利委员会一般性意见 12", []),
        ("儿童权利委员会一般性意见5(见附件)", []),
        ("儿童权利委员会一般性意见第5条", []),
    ],
)
def test_general_comments_before_their_numbers(text: str, expected: Found) -> None:
    assert printed(text, "zh") == expected
