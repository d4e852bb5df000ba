"""Printed symbols in running text: their bounds, chains of addenda, look-alikes, and what is passed over."""

from __future__ import annotations

import pytest
from citation_support import found, only
from mandate_data.citations import find


@pytest.mark.parametrize(
    ("text", "printed", "symbol"),
    [
        ("See A/HRC/25/48.", "A/HRC/25/48", "A/HRC/25/48"),
        ("(A/HRC/25/48).16 Next", "A/HRC/25/48", "A/HRC/25/48"),
        ("\u201cA/HRC/25/48\u201d", "A/HRC/25/48", "A/HRC/25/48"),
        ("UN Doc.A/HRC/25/48*", "A/HRC/25/48", "A/HRC/25/48"),
        ("2A/HRC/25/48, p. 3", "A/HRC/25/48", "A/HRC/25/48"),  # a note mark glued on
        ("_A/HRC/25/48_", "A/HRC/25/48", "A/HRC/25/48"),
        ("A/HRC/47/27 (2021)", "A/HRC/47/27", "A/HRC/47/27"),
        ("A/59/40 (Vol. I), p. 2", "A/59/40 (Vol. I)", "A/59/40(Vol.I)"),
        ("S/RES/1325 (2000) on women", "S/RES/1325 (2000)", "S/RES/1325(2000)"),
        ("A/RES/217 (III) A, article 26", "A/RES/217 (III) A", "A/RES/217(III)A"),
        ("in A/RES/51/153 B of 1996", "A/RES/51/153 B", "A/RES/51/153B"),
        ("in A/RES/55/2 A new era", "A/RES/55/2", "A/RES/55/2"),
        ("A/65/820-S/2011/250, para. 1", "A/65/820-S/2011/250", "A/65/820-S/2011/250"),
        ("A/65/820 \u2013 S/2011/250", "A/65/820 \u2013 S/2011/250", "A/65/820-S/2011/250"),
        ("CERD/C/POL/CO/22-24, para. 1", "CERD/C/POL/CO/22-24", "CERD/C/POL/CO/22-24"),
        ("OHCHR/A/HRC/56/CRP.2: principles", "A/HRC/56/CRP.2", "A/HRC/56/CRP.2"),
        ("U.N. Doc. A/810, at 71", "A/810", "A/810"),
        ("E/CN.4/2003/79 Add.2, para. 3", "E/CN.4/2003/79 Add.2", "E/CN.4/2003/79/Add.2"),
        ("A/60/1\nCorr.1.", "A/60/1\nCorr.1", "A/60/1/Corr.1"),
        ("A/60/1 Add the words", "A/60/1", "A/60/1"),
        ("LC/G.2662(MDP.2/4) of 2016", "LC/G.2662(MDP.2/4)", "LC/G.2662(MDP.2/4)"),
        ("E/CN.4/RES.1990/68.E , 7 March", "E/CN.4/RES.1990/68.E", "E/CN.4/RES/1990/68"),
    ],
)
def test_a_symbol_and_nothing_else(text: str, printed: str, symbol: str) -> None:
    assert found(text)[0] == ("symbol", printed, symbol)
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("E/CN4/RES/1990/68", "E/CN.4/RES/1990/68"),
        ("CCPR/C/ 120/D/2054/2011", "CCPR/C/120/D/2054/2011"),
        ("E/CN.4/\n2003/53", "E/CN.4/2003/53"),
        ("A/HRC/25/ 48", "A/HRC/25/48"),
        ("E/CN.4/2003/53/Add. 1", "E/CN.4/2003/53/Add.1"),
        ("A/HRC/7/8/Add.l", "A/HRC/7/8/Add.1"),
        ("E.C/12/2000/4", "E/C.12/2000/4"),
    ],
)
def test_slips_are_put_right_in_running_text(text: str, symbol: str) -> None:
    reference = only(f"as the report ({text}) says")
    assert (reference.text, reference.symbol, reference.repaired) == (text, symbol, True)


@pytest.mark.parametrize(
    "text",
    [
        "OEA/Ser.L/III.15",
        "HIV/AIDS and/or his/her 24/7",
        "on 12/05/2009",
        "IMO document MSC/72/13/2",
        "WTO document S/CSS/W/23",
        "Novo A/S, an A/320, influenza A/H1N1, a/58/427, s/he",
        "ST A/9095&Lang=en",
        "?symbolno=CRC/C/GC/16",
        "NOT-A/HRC/25/48x",
        "A/HRC/25 of the session",
        "WHO/EDM/PAR/2004.5 and UIL/2012/PI/H/3/Rev.2",
    ],
)
def test_look_alikes_are_passed_over(text: str) -> None:
    assert find(text) == []


def test_an_addendum_to_nothing_is_found_and_said_to_be_incomplete() -> None:
    reference = only("Mission to Ukraine (A/HRC/4/Add.2)")
    assert (reference.symbol, reference.repaired) == ("A/HRC/4/Add.2", False)
    assert reference.reason == "the document number is missing"


def test_sections_of_the_budget_are_read_whole_or_not_at_all() -> None:
    text = "See A/78/6 (Plan outline), A/72/6 (Income\nsect. 3), A/79/6 (Sect. 1, Part A) and A/80/6 (Plan of action)."
    assert [one.symbol for one in find(text)] == ["A/78/6(Plan outline)", "A/72/6(Income sect.3)", "A/80/6"]


def test_several_symbols_in_one_bracket() -> None:
    assert found("[CRC/C/GC/10; E/RES/2005/20](#)") == [
        ("symbol", "CRC/C/GC/10", "CRC/C/GC/10"),
        ("symbol", "E/RES/2005/20", "E/RES/2005/20"),
    ]


@pytest.mark.parametrize(
    ("text", "addenda"),
    [
        ("E/CN.4/2003/53 and Corr.1 and 2", {"Corr.1": "Corr.1", "2": "Corr.2"}),
        ("E/CN.4/2003/53 and Add.1, 2 and 3.", {"Add.1": "Add.1", "2": "Add.2", "3": "Add.3"}),
        ("E/CN.4/2003/53 and Add.l", {"Add.l": "Add.1"}),
        ("E/CN.4/2003/53/Add.1, Add.2 and Add.3", {"Add.2": "Add.2", "Add.3": "Add.3"}),
        ("E/CN.4/2003/53/Add.2 to 4)", {"4": "Add.4"}),
        ("E/CN.4/2003/53/Add.1 and Corr.1", {"Corr.1": "Add.1/Corr.1"}),
        ("E/CN.4/2003/53/Corr.1 and Add.1", {"Add.1": "Add.1"}),
        ("E/CN.4/2003/53/Add.1, 2 countries", {}),
        ("E/CN.4/2003/53/Add.1, 21 May 2008", {}),
        ("E/CN.4/2003/53 and 12 others", {}),
    ],
)
def test_chains_of_addenda(text: str, addenda: dict[str, str]) -> None:
    references = find(text)
    assert {item.text: item.symbol for item in references[1:]} == {
        printed: f"E/CN.4/2003/53/{modifier}" for printed, modifier in addenda.items()
    }
    assert {item.kind for item in references[1:]} <= {"addendum"}
    assert all(item.antecedent == 0 for item in references[1:])


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/58/1-S/2003/2 and Add.1", ["A/58/1-S/2003/2", "A/58/1/Add.1-S/2003/2/Add.1"]),
        (
            "E/2001/43-E/CN.15/2001/13/Add.1 and Add.2",
            ["E/2001/43-E/CN.15/2001/13/Add.1", "E/2001/43-E/CN.15/2001/13/Add.2"],
        ),
    ],
)
def test_addenda_to_a_document_of_two_bodies(text: str, symbols: list[str]) -> None:
    assert [item.symbol for item in find(text)] == symbols


@pytest.mark.parametrize(
    "text",
    [
        "https://undocs.org/A/HRC/25/48",
        "http://docs.example.org/?a=b&s=/A/HRC/25/48.",
        "www.ohchr.org/A/HRC/25/48",
        "undocs.org/en/A/HRC/25/48",
        "[report](https://undocs.org/A/HRC/25/48)",
        '[report](/files/A/HRC/25/48 "A/HRC/25/48")',
        '<a href="/A/HRC/25/48">report</a>',
    ],
)
def test_addresses_and_link_targets_are_passed_over(text: str) -> None:
    assert find(text) == []


def test_the_text_of_a_link_counts() -> None:
    assert found("[A/69/262](https://undocs.org/A/HRC/25/48), p. 3") == [("symbol", "A/69/262", "A/69/262")]
    assert found('<a href="#">A/69/262</a>') == [("symbol", "A/69/262", "A/69/262")]
    assert found("See http://a.example.org/x; A/69/262.") == [("symbol", "A/69/262", "A/69/262")]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("(see CRC/C/SR.1500 and 1501), held on 25 May", ["CRC/C/SR.1500", "CRC/C/SR.1501"]),
        ("CCPR/C/SR.2345, 2346 and SR.2347", ["CCPR/C/SR.2345", "CCPR/C/SR.2346", "CCPR/C/SR.2347"]),
        ("A/C.3/SR.100-105, p. 3", ["A/C.3/SR.100", "A/C.3/SR.105"]),
        ("A/C.5/59/SR.98, 99, 100 and 101", [f"A/C.5/59/SR.{number}" for number in range(98, 102)]),
        ("A/C.5/59/SR.99 and 1000", ["A/C.5/59/SR.99"]),
        ("CRC/C/SR.1500-01", ["CRC/C/SR.1500", "CRC/C/SR.1501"]),
        ("S/PV.4208 and 4209", ["S/PV.4208", "S/PV.4209"]),
        ("委员会审议了报告（CRC/C/SR.1500和1501）", ["CRC/C/SR.1500", "CRC/C/SR.1501"]),
        ("委员会审议了报告A/HRC/28/56及Corr.1", ["A/HRC/28/56", "A/HRC/28/56/Corr.1"]),
        ("CRC/C/SR.1500, 2010", ["CRC/C/SR.1500"]),
        ("CRC/C/SR.5 and 7 others", ["CRC/C/SR.5"]),
        ("CRC/C/SR.1500 and 1,501 people", ["CRC/C/SR.1500"]),
        ("A/HRC/28/56 and 57 States", ["A/HRC/28/56"]),
    ],
)
def test_records_of_meetings_in_a_list(text: str, symbols: list[str]) -> None:
    references = find(text)
    assert [reference.symbol for reference in references] == symbols
    assert [reference.text for reference in references] == [text[one.start : one.end] for one in references]


def test_what_is_printed_in_brackets_on_a_symbol_is_not_cut_off() -> None:
    assert only("See LC/G.2662(XYZ.2/4), para. 3.").symbol == "LC/G.2662(XYZ.2/4)"
    assert [one.symbol for one in find("See A/60/1(A/59/2).")] == ["A/60/1", "A/59/2"]


@pytest.mark.parametrize(
    "text",
    [
        "a month costs S/ 3500 in Lima",
        "policy no. E/2004/33 of the insurer",
        "the part with S/N A/4455",
        "State Duma resolution 1325 (2000)-III GD",
    ],
)
def test_prices_policies_and_numbers_of_others_are_none(text: str) -> None:
    assert find(text) == []


def test_a_hyphen_before_words_ends_a_number() -> None:
    assert only("General Assembly resolution 48/104-Declaration on Violence").symbol == "A/RES/48/104"
    assert only("policy document no. E/2004/33").symbol == "E/2004/33"
