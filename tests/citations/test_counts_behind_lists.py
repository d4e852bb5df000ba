"""Counts of things and shares behind a list of resolutions go on none."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council resolutions 1970, 1973 and 193 States", ["S/RES/1970(2011)", "S/RES/1973(2011)"]),
        ("Security Council resolutions 1267, 1989 and 500 people", ["S/RES/1267(1999)", "S/RES/1989(2011)"]),
        ("General Assembly resolutions 60/1 and 2/3 of the members", ["A/RES/60/1"]),
        ("Las resoluciones 60/1 y 2/3 de los miembros de la Asamblea General.", ["A/RES/60/1"]),
        ("Les résolutions 60/1 et 2/3 des membres de l'Assemblée générale.", ["A/RES/60/1"]),
    ],
)
def test_they_are_left_out(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Security Council resolutions 242 and 338 call for peace", ["S/RES/242(1967)", "S/RES/338(1973)"]),
        (
            "the Security Council's resolutions 1325, 1820 and 1244 were adopted",
            ["S/RES/1325(2000)", "S/RES/1820(2008)", "S/RES/1244(1999)"],
        ),
        (
            "Security Council resolutions 1701, 1559 and 425 Lebanon invoked",
            ["S/RES/1701(2006)", "S/RES/1559(2004)", "S/RES/425(1978)"],
        ),
        ("Human Rights Council resolutions 2/3 and 2/4 of the session", ["A/HRC/RES/2/3", "A/HRC/RES/2/4"]),
    ],
)
def test_numbers_before_words_are_read(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected
