"""Numbers of resolutions as scans and careless writers print them, and letters that have a part of their own."""

from __future__ import annotations

import pytest
from citation_support import symbols


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("General Assembly resolution 217 (111)", "A/RES/217(III)"),
        ("General Assembly resolution 217 A (Ill)", "A/RES/217(III)A"),
        ("General Assembly resolution 181 (11)", "A/RES/181(II)"),
        ("General Assembly resolution 1803 (XV11)", "A/RES/1803(XVII)"),
        ("General Assembly resolution 421 (V) and 377 (V)", "A/RES/421(V)"),
        ("Security Council resolution 242 (11)", "S/RES/242(1967)"),
        ("General Assembly resolution 60/1 (11)", "A/RES/60/1"),
    ],
)
def test_roman_numerals_that_were_misread(text: str, symbol: str) -> None:
    assert symbols(text)[0] == symbol


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Assembly resolutions 1514/XV and 2145/XXI", ["A/RES/1514(XV)", "A/RES/2145(XXI)"]),
        ("G.A. Resolution 1803-XVII", ["A/RES/1803(XVII)"]),
        ("Resolutions 1325/2000 and 1820/2008 of the Security Council", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("selon la résolution 1244/1999 du Conseil de sécurité", ["S/RES/1244(1999)"]),
        ("Resolution 1325/1999 of the Security Council", []),
        ("resolution 1701/2006 of the Chamber of Commerce", []),
        ("regulation 1408/1971 and resolution 305/2004 of the town", []),
    ],
)
def test_a_slash_before_the_session_or_the_year(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize("part", ["D.I", "D.1", "D. I", "D"])
def test_a_part_of_a_lettered_resolution(part: str) -> None:
    text = f"Economic and Social Council resolution 974 {part} (XXXVI) of 5 July 1963 and 1343 (XLV) of 18 July 1968"
    assert symbols(text) == ["E/RES/974(XXXVI)D", "E/RES/1343(XLV)"]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("General Assembly resolution A/60/1", "A/RES/60/1"),
        ("the Assembly's resolution A/ES-10/14 of 2003", "A/RES/ES-10/14"),
        ("la résolution A/59/250 de l'Assemblée générale", "A/RES/59/250"),
        ("Human Rights Council resolution A/HRC/17/4", "A/HRC/RES/17/4"),
        ("resolution A/60/503", "A/60/503"),
        ("the draft resolution in A/60/249", "A/60/249"),
        ("draft resolution A/60/L.1", "A/60/L.1"),
        ("the resolution (A/60/249)", "A/60/249"),
    ],
)
def test_a_resolution_printed_as_a_document(text: str, symbol: str) -> None:
    assert symbols(text) == [symbol]


def test_resolutions_printed_as_documents_in_a_list() -> None:
    assert symbols("See resolutions A/59/250 and A/60/1, para. 4.") == ["A/RES/59/250", "A/RES/60/1"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It adopted resolutions 84 and 85 (1950).", ["S/RES/84(1950)", "S/RES/85(1950)"]),
        ("Security Council resolutions 82, 83 and 84 (1950)", ["S/RES/82(1950)", "S/RES/83(1950)", "S/RES/84(1950)"]),
        ("Voir les résolutions 46 et 47 (1948).", ["S/RES/46(1948)", "S/RES/47(1948)"]),
        ("It adopted resolutions 12 and 13 (1999).", []),
        ("It adopted resolutions on 84 and 85 (1950) tons.", []),
        ("It adopted resolutions, 84 and 85.", []),
    ],
)
def test_two_numbers_share_the_year_behind_the_last(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected
