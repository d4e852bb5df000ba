"""Slips of the press in symbols, and numbers that no document has: what cannot be read whole is not cut shorter."""

from __future__ import annotations

import pytest
from mandate_data.citations import SymbolError, cite, find_symbols, parse


@pytest.mark.parametrize(
    "text",
    [
        "See document S/828912.",
        "See document S/27000, para. 3.",
        "See document S/828912/Add.1.",
        "See document A/828912, para. 3.",
        "See document E/59123, para. 3.",
    ],
)
def test_numbers_that_were_never_reached(text: str) -> None:
    assert cite(text) == []
    assert find_symbols(text) == []


@pytest.mark.parametrize("symbol", ["S/26999", "S/8289", "A/10015", "E/6100", "S/PV.30001", "E/1982/4"])
def test_numbers_that_were(symbol: str) -> None:
    assert [one.symbol for one in cite(f"See document {symbol}.")] == [symbol]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("E/ CN.14/ 642 I ECONOMIC COMMISSION FOR AFRICA", "E/CN.14/642"),
        ("E/CN.14/642 O", "E/CN.14/642"),
        ("A/RES/51/153 B", "A/RES/51/153B"),
    ],
)
def test_a_letter_behind_a_blank_is_no_figure(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]


def test_nor_is_it_one_to_parse() -> None:
    with pytest.raises(SymbolError):
        parse("E/CN.14/642 I")
    assert parse("A/RES/47/120 I").letter == "I"


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/10015/Rev:1", "A/10015/Rev.1"),
        ("A/10015/Add:1", "A/10015/Add.1"),
        ("A/C.3/50/L:4", "A/C.3/50/L.4"),
        ("A/BUR/54/1Add.1", "A/BUR/54/1/Add.1"),
        ("A/BUR/54/1Add 1", "A/BUR/54/1/Add.1"),
        ("A/BUR/54/1Add. 1", "A/BUR/54/1/Add.1"),
        ("A/BUR/54/1 Add 1", "A/BUR/54/1/Add.1"),
        ("A/BUR/54/1ADD.1", "A/BUR/54/1/Add.1"),
        ("A/BUR/54/1Corr.1", "A/BUR/54/1/Corr.1"),
        ("A/BUR/54/1Add.1Rev.2", "A/BUR/54/1/Add.1/Rev.2"),
        ("A/BUR/54/1Amend.1", "A/BUR/54/1/Amend.1"),
    ],
)
def test_slips_before_a_suffix(printed: str, symbol: str) -> None:
    [found] = cite(f"See {printed}, para. 4.")
    assert (found.text, found.symbol, found.repaired, found.pinpoint) == (printed, symbol, True, "4")


@pytest.mark.parametrize("printed", ["A/10015/Rev;1", "A/10015/Rev: 1", "TD/B/40(1)Add.1", "A/10015/X:1"])
def test_what_is_no_slip_is_not_cut(printed: str) -> None:
    assert cite(f"See {printed}, para. 4.") == []


def test_a_revision_without_number() -> None:
    assert [one.symbol for one in cite("See A/10015/Rev: it is new.")] == ["A/10015/Rev"]
    assert [one.symbol for one in cite("See A/10015/Rev, 12 May 1975.")] == ["A/10015/Rev"]


@pytest.mark.parametrize(
    "symbol",
    [
        "E/ESCWA/26/9/Report",
        "E/ESCWA/29/12/Report/Add.1",
        "E/CN.18/WG/2017/4",
        "E/CN.18/WG/2017/L.4",
        "E/CN.6/2000/PC/L.7",
        "E/CN.6/2000/PC/2/Add.1",
        "LC/G.1403/Rev.6",
        "LC/CAR/G.123",
    ],
)
def test_series(symbol: str) -> None:
    assert str(parse(symbol)) == symbol
    assert [one.symbol for one in cite(f"See {symbol}, para. 4.")] == [symbol]


def test_only_one_commission_calls_its_reports_so() -> None:
    assert str(parse("E/ESCWA/26/9/REPORT")) == "E/ESCWA/26/9/Report"
    for printed in ("FCCC/CP/2001/13/Report", "A/60/1/Report"):
        with pytest.raises(SymbolError):
            parse(printed)
