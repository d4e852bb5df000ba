"""A list of resolutions goes on behind the verb that says what a later one did to the one before."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("set by resolution 2147 (2014) and, most recently, by 2277 (2016)", ["2147(2014)", "2277(2016)"]),
        (
            "set by resolution 1925 (2010) of 28 May 2010, and extended by 2277 (2016) and 2348 (2017)",
            ["1925(2010)", "2277(2016)", "2348(2017)"],
        ),
        ("by resolution 1907 (2009), as amended by 2009 (2011), it did so", ["1907(2009)", "2009(2011)"]),
        ("in resolution 2147 (2014) and subsequently in 2277 (2016)", ["2147(2014)", "2277(2016)"]),
        (
            "Le mandat, établi par la résolution 1925 (2010), puis prorogé par la 2277 (2016) du Conseil",
            ["1925(2010)", "2277(2016)"],
        ),
        (
            "El mandato establecido por la resolución 1925 (2010) y prorrogado por 2277 (2016) y, más recientemente,"
            " por la 2348 (2017)",
            ["1925(2010)", "2277(2016)", "2348(2017)"],
        ),
        ("Deaths rose after resolution 2147 (2014) and in 2016 (figure 3).", ["2147(2014)"]),
        ("It was set by resolution 2147 (2014), and again by 2015 people.", ["2147(2014)"]),
    ],
)
def test_a_list_goes_on_behind_a_verb(text: str, symbols: list[str]) -> None:
    assert [reference.symbol for reference in cite(text)] == [f"S/RES/{symbol}" for symbol in symbols]
