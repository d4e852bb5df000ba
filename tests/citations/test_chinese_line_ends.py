"""The end of a line may stand within a number of a Chinese text, as programs break such lines anywhere."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("人权理事会在其第7/1\n3号决议中", "A/HRC/RES/7/13"),
        ("人权理事会在其第 7/1\n  3 号决议中", "A/HRC/RES/7/13"),
        ("人权理事会在其第7/1\r\n3号决议中", "A/HRC/RES/7/13"),
        ("经济及社会理事会第199\n6/31号决议", "E/RES/1996/31"),
        ("大会第60/2\n51号决议", "A/RES/60/251"),
        ("大会第6\n0/251号决议", "A/RES/60/251"),
        ("安全理事会第132\n5(2000)号决议", "S/RES/1325(2000)"),
        ("见载于A/HRC/19/6\n3号文件", "A/HRC/19/63"),
        ("大会2006年3月1\n5日第60/251号决议", "A/RES/60/251"),
    ],
)
@pytest.mark.parametrize("form", ["{}。", "<p>{}。</p>"])
def test_a_broken_number_is_read_in_one_piece(text: str, symbol: str, form: str) -> None:
    assert [one.symbol for one in cite(form.format(text), language="zh")] == [symbol]


@pytest.mark.parametrize("text", ["见人权理事会第7/1\n3 同上", "第60/251号决议。\n\n第70/1\n\n3号决议"])
def test_what_may_be_another_number_is_none(text: str) -> None:
    assert not {"A/HRC/RES/7/13", "A/RES/70/13"} & {one.symbol for one in cite(text, language="zh")}


def test_numbers_in_lines_of_their_own_stay_apart() -> None:
    found = cite("大会决议\n70/1\n71/3号\n", language="zh")
    assert "70/1\n71/3" not in [one.text for one in found]
