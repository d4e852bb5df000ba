"""Lines of Chinese go on without a blank, in every format; a number that the end of a line broke is whole again."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, PLAIN, blocks, only, parsed
from mandate_data.documents.line_breaks import before_next_line
from mandate_data.documents.printed_words import PrintedWords

BROKEN = [
    ("回顾其第7/1", "3号决议", "回顾其第7/13号决议"),
    ("回顾其第 7/1", "3 号决议", "回顾其第 7/13 号决议"),
    ("回顾其第199", "6/31号决议", "回顾其第1996/31号决议"),
    ("在2007年6月1", "8日的决议中", "在2007年6月18日的决议中"),
    ("见A/HRC/19/6", "3号文件", "见A/HRC/19/63号文件"),
]
"""Two lines, and what they are in one piece."""
APART = [
    ("见第20", "6 同上", "见第20 6 同上"),
    ("共有12", "3 States met", "共有12 3 States met"),
    ("in resolution 7/1", "3号", "in resolution 7/1 3号"),
    ("70/1", "7/13号决议", "70/1 7/13号决议"),
]


@pytest.mark.parametrize(("first", "second", "whole"), [*BROKEN, *APART])
def test_a_number_within_chinese_goes_on_behind_the_end_of_a_line(first: str, second: str, whole: str) -> None:
    assert before_next_line(first, second, PrintedWords([])) + second == whole
    assert only(f"{first}\n{second}", PLAIN).text.value == whole
    assert only(f"{first}\n{second}").text.value == whole


@pytest.mark.parametrize(("first", "second", "whole"), BROKEN)
def test_it_does_in_html(first: str, second: str, whole: str) -> None:
    assert only(f"<div>{first}\n  {second}</div>").text.value == whole


def test_lines_of_chinese_in_html_have_no_blank_between() -> None:
    document = parsed("<p>人权理\n事会第43/22号决\n  <b>议</b>，\n见 A/1\n号 Part\n<i>III</i></p>")
    (block,) = document.blocks
    assert block.text.value == "人权理事会第43/22号决议，见 A/1 号 Part III"
    assert [block.text.line_at(block.text.value.index(word)) for word in ("理", "事", "议", "见", "号 P")] == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_cells_of_html_have_none() -> None:
    rows = blocks("<table><tr><td>人权理\n事会</td><td>决<br>议</td></tr></table>")
    assert [cell.value for cell in rows[0].cells] == ["人权理事会", "决 议"]


@pytest.mark.parametrize("media_type", [MARKDOWN, PLAIN])
def test_a_number_that_is_its_whole_line_stays_apart(media_type: str) -> None:
    assert only("70/1\n71/3号决议", media_type).text.value == "70/1 71/3号决议"
