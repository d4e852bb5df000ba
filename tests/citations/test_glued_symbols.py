"""Symbols that a text taken from HTML or PDF sets right behind a word or before one, and what only looks like it."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, find_symbols


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("Letter to the Security CouncilS/2002/178 of the President", "S/2002/178"),
        ("КодS/RES/420 (1977)", "S/RES/420(1977)"),
        ("publicationLC/G.1403/Rev.6", "LC/G.1403/Rev.6"),
        ("NumberA/RES/65/290", "A/RES/65/290"),
        ("General AssemblyA/60/1", "A/60/1"),
        ("documentA/60/1", "A/60/1"),
        ("L’Assemblée générale, rapport de l’AssembléeA/60/1 de mai", "A/60/1"),
        ("La Asamblea General aprobó el informeE/CN.4/2004/1 ayer.", "E/CN.4/2004/1"),
        ("Доклад КомитетаCRC/C/15/Add.238 опубликован", "CRC/C/15/Add.238"),
        ("AssemblyA/PV.183", "A/PV.183"),
        ("SymbolS/2002/178Distr.: General", "S/2002/178"),
    ],
)
def test_a_symbol_behind_a_word(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]
    assert [one.symbol for one in find_symbols(text)] == [symbol]


@pytest.mark.parametrize(
    "text",
    [
        "HIV/AIDS, 60 km/h, TCP/IP and GmbH/A/B at the General Assembly",
        "The General Assembly has fooA/3 and barS/8289 and mamaTD/12.",
        "The United Nations: www.example.org/docA/60/1 x=docA/60/1 me@docA/60/1 a.docA/60/1 my_docA/60/1",
        "The United Nations: iOS/2020/12 and macOS/2020/12 and kA/60/1",
        "The United Nations keep scanS/2021/12.pdf",
        "They opened cabinetE/2011/8 at noon.",
        "The modelS/2019/4 was sold.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("See A/C.1/57/L.43GA Resolution", "A/C.1/57/L.43"),
        ("See A/60/1UN Security", "A/60/1"),
        ("See A/60/1GENERAL ASSEMBLY", "A/60/1"),
        ("S/2002/178Distr.: General", "S/2002/178"),
        ("S/2002/178Distribution", "S/2002/178"),
        ("CRC/C/15/Add.23830 juin 2004", "CRC/C/15/Add.238"),
        ("CRC/C/15/Add.23830 de junio de 2004", "CRC/C/15/Add.238"),
        ("CRC/C/15/Add.23830 июня 2004", "CRC/C/15/Add.238"),
        ("CRC/C/15/Add.2385 June 2004", "CRC/C/15/Add.238"),
        ("A/HRC/37/5130 June 2018", "A/HRC/37/51"),
        ("S/828912 May 1968", "S/8289"),
        ("A/HRC/37/51 30 June 2018", "A/HRC/37/51"),
        ("E/CN.4/1998/6 June 1998", "E/CN.4/1998/6"),
        ("CCPR/C/50/D/488/1992 June 1994", "CCPR/C/50/D/488/1992"),
    ],
)
def test_what_is_glued_behind_a_symbol(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(text)] == [symbol]
    assert [one.symbol for one in find_symbols(text)] == [symbol]


@pytest.mark.parametrize(
    "text",
    [
        "CRC/C/15/Add.815 juin 2004",  # Add.81 of the 5th, or Add.8 of the 15th
        "A/HRC/37/5115 June 2018",
        "CRC/C/15/Add.23830 children",
        "A/60/1ABCD and more",
        "A/RES/46/36AB Title",
    ],
)
def test_what_cannot_be_told_is_not_read(text: str) -> None:
    assert cite(text) == []
