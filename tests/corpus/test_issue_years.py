"""The year of a document: only where its symbol, or what is printed right behind it, fixes it."""

from __future__ import annotations

import json

import pytest
from mandate_data.citations import cite, parse
from mandate_data.corpus.citation_formats import AROUND, Printed, as_csl
from mandate_data.corpus.issue_years import year_of


@pytest.mark.parametrize(
    ("symbol", "year"),
    [
        ("S/RES/1325(2000)", 2000),
        ("S/RES/1325", 2000),
        ("S/PRST/2010/25", 2010),
        ("S/2011/250", 2011),
        ("E/RES/2004/17", 2004),
        ("E/DEC/2004/225", 2004),
        ("E/CN.4/RES/1990/68", 1990),
        ("E/CN.4/RES/1235(XXIII)", 1967),
        ("E/CN.4/RES/S-1/1", 1992),
        ("E/RES/1235(XLII)", 1967),
        ("A/HRC/RES/7/13", 2008),
        ("A/HRC/RES/S-15/1", 2011),
        ("A/HRC/DEC/2/102", 2006),
        ("A/RES/S-26/2", 2001),
        ("CRC/GC/2003/4", 2003),
        ("CRC/C/GC/14", 2013),
        ("CCPR/C/21/Rev.1/Add.13", 2004),
    ],
)
def test_what_a_symbol_fixes(symbol: str, year: int) -> None:
    assert year_of(parse(symbol)) == year


@pytest.mark.parametrize(
    "symbol",
    [
        *("A/RES/60/251", "A/RES/65/281", "A/RES/66/290", "A/DEC/60/551"),  # sessions go on into the next year
        *("A/RES/217(III)A", "A/RES/1514(XV)", "E/RES/1503(XLIX)", "E/RES/2018/4", "E/CN.4/RES/1(II)"),
        *("A/RES/ES-10/2", "A/HRC/PRST/OS/13/1"),
        *("CCPR/C/50/D/488/1992", "CAT/C/36/D/181/2001"),  # the year in which the communication was registered
        *(
            "A/HRC/19/63",
            "E/CN.4/1997/95/Add.1",
            "E/2011/8",
            "E/CN.6/2013/4",
            "A/60/251",
        ),  # maybe dated the year before
        *("S/2011/250/Add.1", "S/RES/1325(2000)/Corr.1", "E/RES/2004/17/Rev.1"),  # came out later
        *("CCPR/C/GC/33", "E/C.12/2002/11"),  # dated twice: when it was adopted, and when it came out
        "A/60/251-S/2005/3",
    ],
)
def test_what_a_symbol_does_not_fix(symbol: str) -> None:
    assert year_of(parse(symbol)) is None


def years(text: str) -> dict[str, int | None]:
    """The years of the items that are made of the references of a text."""
    printed = [Printed("a.txt", one, "", text[one.end : one.end + AROUND]) for one in cite(text, kinds="all")]
    items = json.loads("".join(as_csl(printed)))
    return {item["id"]: item["issued"]["date-parts"][0][0] if "issued" in item else None for item in items}


@pytest.mark.parametrize(
    ("text", "symbol", "year"),
    [
        ("The General Assembly, in its resolution 60/251 of 15 March 2006, decided.", "A/RES/60/251", 2006),
        ("See General Assembly resolution 60/251, adopted on 15 March 2006.", "A/RES/60/251", 2006),
        ("General Assembly resolution 65/281 (17 June 2011).", "A/RES/65/281", 2011),
        ("General Assembly resolution 65/281, para. 3 (17 June 2011).", "A/RES/65/281", 2011),
        ("See A/RES/66/290 (2012).", "A/RES/66/290", 2012),
        ("See A/RES/217(III)A, 10 December 1948.", "A/RES/217(III)A", 1948),
        ("La Asamblea General, en su resolución 60/251, de 15 de marzo de 2006, decidió.", "A/RES/60/251", 2006),
        ("L’Assemblée générale, dans sa résolution 60/251 du 15 mars 2006, a décidé.", "A/RES/60/251", 2006),
        ("Генеральная Ассамблея в своей резолюции 60/251 от 15 марта 2006 года решила.", "A/RES/60/251", 2006),
        ("See E/CN.4/1997/95/Add.1, 30 October 1996.", "E/CN.4/1997/95/Add.1", 1996),
        ("See CCPR/C/50/D/488/1992 of 31 March 1994.", "CCPR/C/50/D/488/1992", 1994),
        ("Committee on Economic, Social and Cultural Rights, general comment No. 15 (2002)", "E/C.12/2002/11", 2002),
    ],
)  # fmt: skip
def test_the_date_right_behind_is_that_of_the_document(text: str, symbol: str, year: int) -> None:
    assert years(text) == {symbol: year}


@pytest.mark.parametrize(
    ("text", "symbol", "year"),
    [
        ("See A/RES/60/251. On 15 March 2006 it met.", "A/RES/60/251", None),
        ("See A/RES/60/251, para. 3, and the letter of 15 March 2006.", "A/RES/60/251", None),
        ("See A/RES/60/251 of 15 March 2016.", "A/RES/60/251", None),  # a slip
        ("See A/RES/60/251 of 15 March 2006, and A/RES/60/251 of 15 March 2005.", "A/RES/60/251", None),
        ("See A/HRC/RES/7/13 of 27 March 2007.", "A/HRC/RES/7/13", 2008),  # what the symbol fixes
        ("Security Council resolution 1325 (2000) of 31 October 2001", "S/RES/1325(2000)", 2000),
        ("General comment No. 3 (1990) of the Committee on Economic, Social and Cultural Rights", "E/1991/23", None),
    ],
)
def test_no_year_rather_than_a_wrong_one(text: str, symbol: str, year: int | None) -> None:
    assert years(text) == {symbol: year}


def test_an_ibid_with_a_date_tells_none() -> None:
    assert years("See A/RES/60/251, para. 2.\n\nIbid., 15 March 2006.") == {"A/RES/60/251": None}
