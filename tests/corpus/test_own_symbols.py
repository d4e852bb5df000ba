"""The symbol of a document, from its file's name or the head of its text."""

from __future__ import annotations

import pytest
from mandate_data.corpus.own_symbols import HEAD_LINES, symbol_of_name, symbol_of_text


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("reports/A_58_427.txt", "A/58/427"),
        ("A_HRC_38_36-EN.pdf", "A/HRC/38/36"),
        ("A-HRC-38-36_E.docx", "A/HRC/38/36"),
        ("A_HRC_22_54_Add_1 (2).pdf", "A/HRC/22/54/Add.1"),
        ("E_CN_4_2002_60.txt", "E/CN.4/2002/60"),
        ("E_CN.4_2002_60.txt", "E/CN.4/2002/60"),
        ("CRC_C_GC_16.pdf", "CRC/C/GC/16"),
        ("E_C_12_GC_21.pdf", "E/C.12/GC/21"),
        ("A_RES_55_2.pdf", "A/RES/55/2"),
        ("S_RES_2149(2014).txt", "S/RES/2149(2014)"),
        ("S_RES_2149 (2014) (1).pdf", "S/RES/2149(2014)"),
        ("S_RES_2149_(2014)-EN.pdf", "S/RES/2149(2014)"),
        ("A_RES_217(III).txt", "A/RES/217(III)"),
        ("E-CN15-2017-8.txt", "E/CN.15/2017/8"),
        ("E_CN4_Sub2_2003_12_Add1.pdf", "E/CN.4/Sub.2/2003/12/Add.1"),
        ("A_C3_60_L5.txt", "A/C.3/60/L.5"),
        ("CRC-GC11-Indigenous.txt", None),
        ("N1234567.pdf", None),
        ("report_2018.txt", None),
        ("A_B.txt", None),
        ("_".join(["Add", "1"] * 9) + ".txt", None),
    ],
)
def test_names(name: str, symbol: str | None) -> None:
    assert symbol_of_name(name) == symbol


@pytest.mark.parametrize(
    ("lines", "symbol"),
    [
        (["United Nations", "A/HRC/38/36", "General Assembly"], "A/HRC/38/36"),
        (["United Nations A/HRC/38/36"], "A/HRC/38/36"),
        (["See A/HRC/38/36"], None),
        (["Title", "A/HRC/38/36, para. 5"], None),
        (["and/or"], None),
        ([""] * HEAD_LINES + ["A/HRC/38/36"], None),
    ],
)
def test_heads(lines: list[str], symbol: str | None) -> None:
    assert symbol_of_text(lines) == symbol


def test_a_masthead_that_is_a_table_has_the_symbol() -> None:
    assert symbol_of_text(["United Nations |  | A/HRC/26/31", "General Assembly | Distr.: General"]) == "A/HRC/26/31"


@pytest.mark.parametrize(
    "lines",
    [
        ["| United Nations | E/CN.15/2017/8 |", "|---|---|", "| Economic and Social Council | Distr.: General |"],
        ["|   |   |", "|:--|--:|", "| United Nations | E/CN.15/2017/8 |"],
        ["|United Nations|**E/CN.15/2017/8**|"],
        ["United Nations | E/CN.15/2017/8", "---|---:"],
        ["# E/CN.15/2017/8", "", "**E/CN.15/2017/9**"],
        ["**E/CN.15/2017/8**"],
    ],
)
def test_a_masthead_in_markdown_has_the_symbol(lines: list[str]) -> None:
    assert symbol_of_text(lines) == "E/CN.15/2017/8"


@pytest.mark.parametrize(
    "line",
    [
        "A/HRC/26/31   United Nations",
        "UNITED NATIONS A/HRC/26/31",
        "A/HRC/26/31 | Nations Unies",
        "Naciones  Unidas | A/HRC/26/31",
        "United Nations A/HRC/26/31 Distr.: General",
        "Distr. GENERAL A/HRC/26/31",
    ],
)
def test_the_masthead_may_stand_on_either_side_of_the_symbol(line: str) -> None:
    assert symbol_of_text(["Human Rights Council", line]) == "A/HRC/26/31"


@pytest.mark.parametrize(
    "line", ["United Nations", "See A/HRC/26/31", "A/HRC/26/31 of the United Nations", "Distr.: General"]
)
def test_a_line_that_says_more_is_no_masthead(line: str) -> None:
    assert symbol_of_text([line]) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["A submission", "1. We refer to these reports:", "", "A/HRC/43/43", "", "A/HRC/43/44", "2. See A/HRC/43/43."],
        ["| Document |", "|---|", "| A/HRC/43/43 |"],
        ["| Issue | Document |", "|---|---|", "| Housing | A/HRC/43/43 |"],
        ["A submission", "Issue | Document", "Housing | A/HRC/43/43", "Evictions | A/HRC/44/40/Add.2"],
    ],
)
def test_symbols_of_a_list_or_a_table_are_those_of_others(lines: list[str]) -> None:
    assert symbol_of_text(lines) is None


@pytest.mark.parametrize(
    "line",
    ["\ufeffA/HRC/26/31", "\ufeffUnited Nations   A/HRC/26/31", "\u202bA/HRC/26/31\u202c", "\u200eA/HRC/\u200e26/31"],
)
def test_signs_that_do_not_show_are_no_part_of_it(line: str) -> None:
    assert symbol_of_text([line]) == "A/HRC/26/31"
