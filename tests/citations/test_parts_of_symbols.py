"""Symbols are read whole or not at all, with what is said of their addenda, and the annexes of Chinese texts."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find, find_symbols


@pytest.mark.parametrize(
    "symbol",
    [
        "A/CONF.62/WP.10",
        "A/CONF.62/WP.10/Rev.3",
        "A/CONF.62/WP.10/Corr.1",
        "HSP/WP.1/Rev.2",
        "TD/B/65(2)/5",
        "TD/B/C.2/98(1)/L.2",
        "DP-FPA/2018/1",
        "T/PET.5/L.77",
        "E/C.2/NGO/L.3",
        "CD/NTB/WP.330/Rev.2",
        "CCW/CONF.III/WP.2/Rev.1",
    ],
)
def test_symbols_are_read_whole(symbol: str) -> None:
    text = f"See document {symbol} of it."
    assert [one.symbol for one in find(text)] == [symbol]
    assert [one.symbol for one in find_symbols(text)] == [symbol]


@pytest.mark.parametrize(
    "printed", ["E/2004(2)/18", "S/2004/12(1)/4", "A/60/L.1(A)/4", "A/60/L.1/Rev.x", "ECE/TRANS/WP.15"]
)
def test_nothing_shorter_is_read_where_a_part_is_not_understood(printed: str) -> None:
    text = f"See document {printed} of it."
    assert (find(text), find_symbols(text)) == ([], [])


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/74/528 and its Corr.1", ["A/74/528", "A/74/528/Corr.1"]),
        ("A/74/528 and its Add.1 and Corr.1", ["A/74/528", "A/74/528/Add.1", "A/74/528/Corr.1"]),
        ("A/71/809 and its addendum (Add.1)", ["A/71/809", "A/71/809/Add.1"]),
        ("A/71/809 and its addendum", ["A/71/809"]),
        ("A/71/809 and its 2 annexes", ["A/71/809"]),
    ],
)
def test_addenda_that_are_its(text: str, symbols: list[str]) -> None:
    assert [one.symbol for one in find(text)] == symbols


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("见S/2018/171,附件16。", "annex", "16"),
        ("见S/2018/171，附件2。", "annex", "2"),
        ("见S/2018/171，附件1第5段。", "paragraph", "1;5"),
        ("见S/2018/171，附件2018年。", "annex", None),
    ],
)
def test_numbers_of_annexes_in_chinese(text: str, kind: str, value: str | None) -> None:
    (reference,) = cite(text)
    assert (reference.pinpoint_kind, reference.pinpoint) == (kind, value)
