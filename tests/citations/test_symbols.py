"""Symbols: the canonical form, the parts, what is put right, and what is refused."""

from __future__ import annotations

import pytest
from mandate_data.citations import Symbol, SymbolError, cite, find_symbols, parse

CANONICAL = """
    A/RES/55/2  A/RES/3452(XXX)  A/RES/S-26/2  A/RES/ES-10/15  A/RES/217(III)A  A/RES/51/153B  A/RES/3201(S-VI)
    A/HRC/RES/7/13  A/HRC/RES/S-15/1  A/HRC/DEC/6/102  A/HRC/PRST/25/1  A/HRC/25/48  A/HRC/26/NGO/12  A/HRC/56/CRP.2
    A/HRC/WG.6/34/ITA/3  A/HRC/WG.15/1/2  A/HRC/AC/5/2  A/HRC/EMRIP/2009/3
    A/HRC/OM/1/L.1  CRC/OP/SA/1  E/C.12/5
    S/RES/1325(2000)  S/PRST/2011/10  S/2011/250  S/PV.4567  S/25704  S/AC.37/2003/1455
    E/RES/1503(XLVIII)  E/RES/663(XXIV)C  E/RES/2005/20  E/DEC/2003/270  E/1991/23  E/2005/L.5  E/ICEF/2010/P/L.5
    E/CN.4/RES/1995/37B  E/CN.4/RES/S-5/1  E/CN.4/DEC/2001/105  E/CN.4/RES/8(XXIII)  E/CN.4/2003/SR.12
    E/CN.4/2003/WG.15/2  E/CN.4/Sub.2/2003/12/Rev.2  E/CN.4/Sub.2/40  E/CN.4/Sub.2/AC.4/1998/2  E/CN.4/1326
    E/C.12/2000/4  E/C.12/GC/26  E/C.12/TZA/CO/1-3  E/C.12/1/Add.69  E/CN.5/2002/4
    A/59/40(Vol.I)  A/54/38/Rev.1  A/69/L.85  A/36/40  A/9095  A/810  A/C.3/59/L.30  A/CONF.219/3/Rev.1
    A/CONF.157/PC/62/Add.5  A/AC.256/CRP.6/Rev.2  A/INF/55/2  A/ES-10/273
    CRC/C/GC/16  CRC/C/66/2  CRC/GC/2001/1  CRC/C/15/Add.159  CRC/C/OPSC/USA/CO/2  CRC/C/NRU/CO/1  CRC/C/81/D/16/2017
    CCPR/C/113/D/2054/2011  CCPR/C/21/Rev.1/Add.13  CCPR/CO/79/GNQ  CERD/C/POL/CO/22-24  CEDAW/C/2009/WP.1/R
    CAT/C/GC/2  CMW/C/ALB/CO/2  CRPD/C/GRC/CO/1  CED/C/GC/1  HRI/GEN/1/Rev.9(Vol.I)  HRI/MC/2008/4  HR/PUB/11/04
    ST/SGB/2003/13  T/RES/2200(LXI)  DP/2005/1  FCCC/CP/2015/10/Add.1
    A/RES/2252(ES-V)  LC/PUB.2020/5-P  LC/PUB.2018/4/Rev.1-P  CCPR/C/CHN-HKG/CO/4  FCCC/ARR/2020/JPN  FCCC/IDR.1/AUS
    UNEP(DTIE)/Hg/INC.5/7  CERD/C/64/Dec.2  CAT/C/XXVII/Concl.6  CEDAW/C/2001/II/Add.8  ICC-ASP/1/3(PartII-C)
    T/AC.36/L.60  T/COM.5/L.7  S/AC.26/Dec.258(2005)  S/AC.26/1991/1  A/HRC/IDWG/4  A/CN.10/2023/WG.1/CRP.1
    ESCAP/74/7  ESCAP/RES/79/1  ESCAP/CDR/2022/3  E/2023/39-ESCAP/79/35
    A/65/820-S/2011/250  CEDAW/C/GC/31-CRC/C/GC/18
    CERD/C/66/NZL/Dec.1  A/AC.265/2004/WG/1  E/PC/T/33  E/PC/T/A/PV/22  IT/32/Rev.50  IT/73/Rev.1  ICTR/3/Rev.1
""".split()  # noqa: SIM905


@pytest.mark.parametrize("text", CANONICAL)
def test_a_canonical_symbol_comes_back_unchanged(text: str) -> None:
    symbol = parse(text)
    assert str(symbol) == text
    assert not symbol.repaired
    assert not symbol.incomplete


@pytest.mark.parametrize(
    ("text", "body", "kind", "session", "year", "number"),
    [
        ("A/58/427", "general_assembly", "report", "58", 2003, "427"),
        ("CRC/C/AUS/RQ/5-6", "committee_on_the_rights_of_the_child", "replies_to_list_of_issues", None, None, "5-6"),
        ("CED/C/MEX/AI/1", "committee_on_enforced_disappearances", "additional_information", None, None, "1"),
        ("A/RES/3452(XXX)", "general_assembly", "resolution", "XXX", 1975, "3452"),
        ("A/RES/S-26/2", "general_assembly", "resolution", "S-26", 2001, "2"),
        ("A/69/L.85", "general_assembly", "limited", "69", 2014, "85"),
        ("A/C.3/59/L.30", "third_committee_of_the_general_assembly", "limited", "59", 2004, "30"),
        ("A/HRC/31/58", "human_rights_council", "report", "31", 2016, "58"),
        ("A/HRC/RES/S-15/1", "human_rights_council", "resolution", "S-15", 2011, "1"),
        (
            "A/HRC/WG.6/34/ITA/3",
            "working_group_on_the_universal_periodic_review",
            "report",
            "34",
            None,  # the review counts sessions of its own
            "3",
        ),
        ("E/CN.4/2004/9", "commission_on_human_rights", "report", None, 2004, "9"),
        ("E/CN.4/RES/8(XXIII)", "commission_on_human_rights", "resolution", "XXIII", 1967, "8"),
        ("E/CN.4/DEC/2001/105", "commission_on_human_rights", "decision", None, 2001, "105"),
        (
            "E/CN.4/Sub.2/2003/12",
            "sub_commission_on_the_promotion_and_protection_of_human_rights",
            "report",
            None,
            2003,
            "12",
        ),
        ("E/RES/1503(XLVIII)", "economic_and_social_council", "resolution", "XLVIII", 1970, "1503"),
        ("E/C.12/2000/4", "committee_on_economic_social_and_cultural_rights", "report", None, 2000, "4"),
        ("S/RES/1325(2000)", "security_council", "resolution", None, 2000, "1325"),
        ("S/PRST/2011/10", "security_council", "presidential_statement", None, 2011, "10"),
        ("CRC/C/GC/16", "committee_on_the_rights_of_the_child", "general_comment", None, None, "16"),
        ("CRC/C/66/2", "committee_on_the_rights_of_the_child", "report", "66", None, "2"),
        ("CCPR/C/113/D/2054/2011", "human_rights_committee", "communication", "113", 2011, "2054"),
        ("CAT/C/IRL/CO/2", "committee_against_torture", "concluding_observations", None, None, "2"),
        ("E/CN.4/2003/SR.12", "commission_on_human_rights", "summary_record", None, 2003, "12"),
        ("A/HRC/56/CRP.2", "human_rights_council", "conference_room_paper", "56", 2024, "2"),
        ("A/HRC/26/NGO/12", "human_rights_council", "ngo_statement", "26", 2014, "12"),
        ("A/INF/55/2", "general_assembly", "information", "55", 2000, "2"),
        ("T/RES/2200(LXI)", "trusteeship_council", "resolution", "LXI", None, "2200"),
        ("ST/SGB/2003/13", "secretariat", "report", None, 2003, "13"),
    ],
)
def test_parts(text: str, body: str, kind: str, session: str | None, year: int | None, number: str | None) -> None:
    symbol = parse(text)
    found = (symbol.body, symbol.kind, symbol.session, symbol.year, symbol.number)
    assert found == (body, kind, session, year, number)


def test_letter_state_title_and_twin() -> None:
    assert parse("E/CN.4/RES/1995/37B").letter == "B"
    assert parse("E/RES/663(XXIV)C").letter == "C"
    assert parse("A/RES/55/2").letter is None
    assert parse("CRC/C/LBN/CO/4-5").state == "LBN"
    assert parse("CRC/C/GC/1").body_title == "Committee on the Rights of the Child"
    assert parse("A/65/820-S/2011/250").twin == "S/2011/250"
    assert parse("A/46/608/S/23177").canonical == "A/46/608-S/23177"


def test_modifiers_and_parents() -> None:
    symbol = parse("A/HRC/22/54/Add.1/Corr.2")
    assert symbol.modifiers == ("Add.1", "Corr.2")
    assert symbol.modifier == "Add.1/Corr.2"
    assert str(symbol.parent) == "A/HRC/22/54/Add.1"
    assert symbol.parent is not None
    assert str(symbol.parent.parent) == "A/HRC/22/54"
    assert symbol.parent.parent is not None
    assert symbol.parent.parent.parent is None
    assert parse("A/HRC/22/54").modifier is None
    assert str(parse("A/59/40(Vol.I)/Corr.1").parent) == "A/59/40(Vol.I)"
    assert str(parse("A/59/40(Vol.I)").parent) == "A/59/40"


def test_an_addendum_of_a_numbered_series_has_no_parent() -> None:
    assert parse("CRC/C/15/Add.159").parent is None
    assert parse("E/C.12/1/Add.69").parent is None
    assert str(parse("CCPR/C/21/Rev.1/Add.13").parent) == "CCPR/C/21/Rev.1"


def test_an_addendum_to_nothing_is_read_and_reported() -> None:
    symbol = parse("A/HRC/4/Add.2")
    assert str(symbol) == "A/HRC/4/Add.2"
    assert symbol.incomplete
    assert symbol.number is None
    assert (symbol.session, symbol.year, symbol.modifiers) == ("4", 2007, ("Add.2",))
    assert symbol.parent is None
    assert not symbol.repaired
    assert parse("E/CN.4/2005/Add.1").incomplete
    assert not parse("CRC/C/15/Add.1").incomplete


def test_sessions_of_the_council_have_a_month() -> None:
    months = [parse(f"A/HRC/{session}/1").session_month for session in (1, 2, 3, 4, 5, 6, 7, 31, 56)]
    assert months == [6, 9, 11, 3, 6, 9, 3, 3, 6]
    assert parse("A/HRC/S-15/1").session_month is None
    assert parse("A/69/262").session_month is None


@pytest.mark.parametrize(
    ("session", "year"),
    [("1", 2006), ("3", 2006), ("4", 2007), ("6", 2007), ("7", 2008), ("12", 2009), ("22", 2013), ("50", 2022)],
)
def test_the_council_meets_three_times_a_year(session: str, year: int) -> None:
    assert parse(f"A/HRC/{session}/1").year == year


@pytest.mark.parametrize(
    ("session", "year"),
    [("II", 1946), ("VI", 1948), ("XIV", 1952), ("XXIV", 1957), ("XXXVII", 1964), ("XLII", 1967), ("LXIII", 1977)],
)
def test_years_of_the_early_economic_and_social_council(session: str, year: int) -> None:
    assert parse(f"E/RES/100({session})").year == year


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("E/CN4/RES/1990/68", "E/CN.4/RES/1990/68"),
        ("E/CN.4/RES.1990/68.E", "E/CN.4/RES/1990/68"),
        ("E/CN.4/RES/1990/68.En", "E/CN.4/RES/1990/68"),
        ("E.C/12/2000/4", "E/C.12/2000/4"),
        ("A/HRC/7/8/Add.l", "A/HRC/7/8/Add.1"),
        ("A/HRC/7/8/Add.lO", "A/HRC/7/8/Add.10"),
        ("A/HRC/7/8/Add1", "A/HRC/7/8/Add.1"),
        ("A/HRC/7/8/ADD.1", "A/HRC/7/8/Add.1"),
        ("A/HRC/7/8.Add.1", "A/HRC/7/8/Add.1"),
        ("CCPR/C/ 120/D/2054/2011", "CCPR/C/120/D/2054/2011"),
        ("E/CN.4/\n2003/53", "E/CN.4/2003/53"),
        ("a/hrc/25/48", "A/HRC/25/48"),
        ("E/CN.4/SUB.2/2003/12", "E/CN.4/Sub.2/2003/12"),
        ("e/cn.4/res/1995/37b", "E/CN.4/RES/1995/37B"),
        ("CCPR/C/IRL/CO4", "CCPR/C/IRL/CO/4"),
        ("GA/RES/55/2", "A/RES/55/2"),
        ("S/RES/1325", "S/RES/1325(2000)"),  # the number tells the year
        ("CRC/C/GC/\u00ad16", "CRC/C/GC/16"),
    ],
)
def test_slips_are_put_right_and_reported(printed: str, canonical: str) -> None:
    symbol = parse(printed)
    assert (str(symbol), symbol.repaired, symbol.printed) == (canonical, True, printed)


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("A/RES/3452 (XXX)", "A/RES/3452(XXX)"),
        ("S/RES/1325 (2000)", "S/RES/1325(2000)"),
        ("A/RES/51/153 B", "A/RES/51/153B"),
        ("A/RES/217 A (III)", "A/RES/217(III)A"),
        ("A/59/40 (Vol. I)", "A/59/40(Vol.I)"),
        ("A/78/6 (Plan outline)/Rev.1", "A/78/6(Plan outline)/Rev.1"),
        ("A/65/6 (Part one)", "A/65/6(Partone)"),
        ("A/72/6 (Income sect. 3)", "A/72/6(Income sect.3)"),
        ("A/58/6 (Foreword)", "A/58/6(Foreword)"),
        ("A/HRC/16/57*", "A/HRC/16/57"),
        (" A/HRC/16/57 ", "A/HRC/16/57"),
        ("A/RES/S\u201126/2", "A/RES/S-26/2"),
        ("A/65/820\u2013S/2011/250", "A/65/820-S/2011/250"),
    ],
)
def test_typography_is_no_slip(printed: str, canonical: str) -> None:
    symbol = parse(printed)
    assert (str(symbol), symbol.repaired) == (canonical, False)


@pytest.mark.parametrize(
    "text",
    [
        "OEA/Ser.L/III.15",
        "HIV/AIDS",
        "24/7",
        "and/or",
        "MSC/72/13/2",
        "12/05/2009",
        "S/CSS/W/23",  # the World Trade Organization's
        "A/H1N1",
        "A/S",
        "A/24/7",  # the Assembly numbers by session from the 31st on
        "A/HRC/25",  # a session alone is not a document
        "E/CN.4/2005",
        "A/RES/8(IIII)",
        "A/HRC/7/8/Add.",
        "A/HRC/7/8 and more",
        "A/HRC/7/8-A/HRC/",
        "",
        "/",
        "A/",
        "A//5",
        "A" * 200,
    ],
)
def test_look_alikes_are_refused(text: str) -> None:
    with pytest.raises(SymbolError):
        parse(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "MSC/72/13/2",
            "'MSC/72/13/2' is not a document symbol: no United Nations body has symbols that begin with 'MSC'",
        ),
        ("A/HRC/25", "'A/HRC/25' is not a document symbol: Human Rights Council has no documents numbered '25'"),
        ("A/", "'A/' is not a document symbol: it has no document number"),
        ("plain", "'plain' is not a document symbol: it has no slash, or signs that no symbol has"),
        ("A" * 101, "a symbol has at most 100 characters, this text has 101"),
    ],
)
def test_messages_say_why(text: str, message: str) -> None:
    with pytest.raises(SymbolError) as caught:
        parse(text)
    assert str(caught.value) == message


def test_address() -> None:
    assert parse("A/HRC/25/48").url == "https://undocs.org/en/A/HRC/25/48"
    assert parse("A/RES/3452(XXX)").url == "https://undocs.org/en/A/RES/3452%28XXX%29"


def test_symbols_are_equal_however_they_were_printed() -> None:
    assert parse("E/CN4/RES/1990/68") == parse("E/CN.4/RES/1990/68")
    assert len({parse("A/59/40 (Vol. I)"), parse("A/59/40(Vol.I)")}) == 1
    assert isinstance(parse("A/59/40"), Symbol)


@pytest.mark.parametrize(
    "text",
    [
        "CES/RES. 12/3",
        "CES/RES 12/3",
        "CES/Res. 12/3",
        "CES/DEC. 12/3",
        "CES/REC. 12/3",
        "CES/RES. XII/3",
        "CES/PRST. 12",
        "ECE/CES/RES. 12/3",
        "TD/RES. 12/3",
        "UNEP/GC/DEC. 20/1",
        "ISBA/DEC. 12/3",
        "A/CONF.151/RES. 1/2",
    ],
)
def test_a_blank_parts_no_number_from_a_series_that_is_not_known(text: str) -> None:
    with pytest.raises(SymbolError) as raised:
        parse(text)
    assert str(raised.value) == (
        f"{text!r} is not a document symbol: a blank is before its number, and how its body numbers is not known"
    )
    assert find_symbols(f"See {text} on this.") == []
    assert [one.symbol for one in cite(f"See {text} on this.")] == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("A/RES. 60/1", "A/RES/60/1"),
        ("A/DEC. 55/402", "A/DEC/55/402"),
        ("E/CN.4/RES. 1999/3", "E/CN.4/RES/1999/3"),
        ("S/RES 1325 (2000)", "S/RES/1325(2000)"),
        ("HSP/HA.1/Res. 3", "HSP/HA.1/Res.3"),
        ("UNEP/EA.1/Res. 5", "UNEP/EA.1/Res.5"),
        ("E/ECA/RES. 870 (XLIII)", "E/ECA/RES.870(XLIII)"),
        ("CES/L. 12", "CES/L.12"),
        ("CES/RES/12/3", "CES/RES/12/3"),
    ],
)
def test_a_blank_is_put_right_where_the_series_is_known(text: str, symbol: str) -> None:
    assert [one.symbol for one in cite(f"See {text} on this.")] == [symbol]
