"""A resolution of an organ of others that is called as one of ours, or by initials, gets no symbol."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    "text",
    [
        "The Security Council of Ruritania met. In its resolution 1701 (2006), it decided on arms.",
        "The National Security Council met on Monday. Its resolution 1701 (2006) was published.",
        "the Supreme National Security Council of Ruritania adopted resolution 1737 (2006)",
        "Conseil de sécurité de la République populaire, résolution 1373 (2001)",
        "The PSC adopted resolution 1701 (2006).",
        "In 2012 the FISA has adopted resolution 2085 (2012).",
        "The PSC, in its resolution 1701 (2006), asked for help.",
        "El CPS aprobó la resolución 2085 (2012).",
        "Le CPS a adopté la résolution 2085 (2012).",
    ],
)
def test_it_stays_open(text: str) -> None:
    (found,) = cite(text)
    assert (found.symbol, found.reason) == (None, "another body is named as having adopted it")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("The UNSC adopted resolution 1701 (2006).", "S/RES/1701(2006)"),
        ("Le CSNU a adopté la résolution 2085 (2012).", "S/RES/2085(2012)"),
        ("The FAO welcomed resolution 1696 (2006).", "S/RES/1696(2006)"),
        ("The PSC called for the implementation of resolution 1701 (2006).", "S/RES/1701(2006)"),
        ("The Security Council thanked the National Assembly. In its resolution 1701 (2006) it …", "S/RES/1701(2006)"),
        (
            "Programme of Action of the International Conference on Population and Development\n"
            "In its resolution 49/128, the General Assembly",
            "A/RES/49/128",
        ),
    ],
)
def test_what_others_only_speak_of_is_ours(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]


def test_a_number_alone_that_a_parliament_adopted_is_no_reference() -> None:
    text = (
        "Resolution 1514 of 14 December 1960 was adopted by the Ruritanian Parliament; the General Assembly noted it."
    )
    assert cite(text) == []
    assert cite("The General Assembly noted resolution 1514 of 14 December 1960.") != []
