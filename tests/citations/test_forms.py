"""Forms in which real documents cite, one line each; and look-alikes that are not citations."""

from __future__ import annotations

import pytest
from citation_scoring import documents
from citation_support import found, only
from mandate_data.citations import cite, find, find_symbols, parse


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("E/CN.4/1986/L,45", "E/CN.4/1986/L.45"),
        ("E/CN.4/l986/21", "E/CN.4/1986/21"),
        ("E/CN 4/1987/20", "E/CN.4/1987/20"),
        ("A/4l/46", "A/41/46"),
        ("A/HRC/I7/27", "A/HRC/17/27"),
        ("A/HRC29/25", "A/HRC/29/25"),
        ("A/S-23/10/Rev 1", "A/S-23/10/Rev.1"),
        ("A/45 /18", "A/45/18"),
        ("E.C/12/2000/4", "E/C.12/2000/4"),
        ("CCPR/C/21/Rev.1/Add. 13", "CCPR/C/21/Rev.1/Add.13"),
        ("\u0410/HRC/7/8", "A/HRC/7/8"),
    ],
)
def test_misprints_are_found_and_put_right(printed: str, canonical: str) -> None:
    reference = only(f"In document {printed}, para. 5, more is said.")
    assert (reference.text, reference.symbol, reference.repaired) == (printed, canonical, True)
    assert reference.pinpoint == "5"


@pytest.mark.parametrize(
    ("symbol", "kind", "number"),
    [
        ("CCPR/C/88/D/1321-1322/2004", "communication", "1321-1322"),
        ("E/CN.4/1992/S-1/9", "report", "9"),
        ("A/CN.9/WG.III/WP.166", "working_paper", "166"),
        ("A/CONF.151/PC/WG.III/L.8", "limited", "8"),
        ("A/CONF.192/BMS/2016/WP.1/Rev.3", "working_paper", "1"),
        ("A/HRC/OM/L.1", "limited", "1"),
        ("A/HRC/WGEID/124/1", "report", "1"),
        ("CRC/C/Q/MEX/2", "list_of_issues", "2"),
        ("CED/C/MEX/VR/1", "report", "1"),
        ("CEDAW/C/OP.8/CAN/1", "inquiry", "1"),
        ("HRI/ICM/2010/2", "report", "2"),
        ("HR/PUB/02/1", "publication", "1"),
        ("HR/P/PT/8/Rev.2", "publication", "8"),
        ("JIU/REP/2014/7", "report", "7"),
        ("NPT/CONF.2010/50(Vol.I)", "report", "50"),
        ("CCW/GGE.1/2019/3", "report", "3"),
        ("CD/1864", "report", "1864"),
        ("PCNICC/2000/1/Add.2", "report", "1"),
        ("S/PV.8453(Resumption1)", "verbatim_record", "8453"),
        ("A/48/6(Sect.21)", "report", "6"),
        ("A/CONF.157/24(PartI)", "report", "24"),
    ],
)
def test_bodies_and_series(symbol: str, kind: str, number: str) -> None:
    parsed = parse(symbol)
    assert (str(parsed), parsed.kind, parsed.number, parsed.repaired) == (symbol, kind, number, False)
    assert only(f"See {symbol}, para. 2.").symbol == symbol


def test_a_reissue_is_told() -> None:
    assert (parse("A/HRC/16/57*").reissued, parse("A/HRC/16/57").reissued) == (True, False)
    assert parse("A/HRC/16/57*") == parse("A/HRC/16/57")


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("A/HRC/20/22/Add.1, Add.2 and Corr.1, and Add.4", ["Add.1", "Add.2", "Add.2/Corr.1", "Add.4"]),
        ("A/HRC/20/22 and Corr.1 and 2", ["", "Corr.1", "Corr.2"]),
        ("A/HRC/20/22, Add.1 and Corr.1", ["", "Add.1", "Corr.1"]),
        ("A/HRC/20/22/Rev.1 and Add.1 and 2", ["Rev.1", "Rev.1/Add.1", "Rev.1/Add.2"]),
        ("A/HRC/20/22/Corr.1 and Add.1", ["Corr.1", "Add.1"]),
        ("A/HRC/20/22, para. 20, and Corr.1", ["", "Corr.1"]),
        ("A/HRC/20/22 and Add.1 and 3-5", ["", "Add.1", "Add.3", "Add.5"]),
        ("A/HRC/20/22/Add.1-Add.2", ["Add.1", "Add.2"]),
    ],
)
def test_chains(text: str, symbols: list[str]) -> None:
    expected = [f"A/HRC/20/22/{suffix}".rstrip("/") for suffix in symbols]
    assert [reference.symbol for reference in find(f"({text})")] == expected


def test_an_addendum_to_a_double_symbol_is_double() -> None:
    assert [symbol for _, _, symbol in found("(A/45/436-S/21712 and Add.1)")] == [
        "A/45/436-S/21712",
        "A/45/436/Add.1-S/21712/Add.1",
    ]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("Resolution 44/25 of 20 November 1989", ["A/RES/44/25"]),
        ("Resolution 44/12 of 16 July 2020", ["A/HRC/RES/44/12"]),
        ("Resolution 39/46, annex", ["A/RES/39/46"]),  # the Council never adopted so many in a session
        ("Resolution 1990/68 of 7 March 1990", ["E/CN.4/RES/1990/68"]),
        ("Resolution 1995/32 of 25 July 1995", ["E/RES/1995/32"]),
        ("Resolution 1995/5 of 18 August 1995", ["E/CN.4/Sub.2/RES/1995/5"]),
        (
            "Security Council resolution 674 of 29 October 1990 and resolution 686 of 2 March 1991",
            ["S/RES/674(1990)", "S/RES/686(1991)"],
        ),
        ("Assembly resolutions 44/47 A to K", ["A/RES/44/47A", "A/RES/44/47K"]),
        (
            "Emergency special session: resolutions ES-10/2 of 25 April 1997 and ES-10/3",
            ["A/RES/ES-10/2", "A/RES/ES-10/3"],
        ),
        ("Council resolutions 5/1, on its institutions, and 5/2, on its rules", ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]),
        (
            "Human Rights Council resolutions 6/4, 15/18 and 24/7.",
            ["A/HRC/RES/6/4", "A/HRC/RES/15/18", "A/HRC/RES/24/7"],
        ),
        ("Human Rights Council resolu-\ntion 24/7", ["A/HRC/RES/24/7"]),
        (
            "C.H.R. Res. 1991/74; E.S.C. Res. 1503 (XLVIII); S.C. Res. 827",
            ["E/CN.4/RES/1991/74", "E/RES/1503(XLVIII)", "S/RES/827(1993)"],
        ),
        (
            "Resolutions 53/241 and 54/263 of the Assembly and 1261 (1999) of the Council",
            ["A/RES/53/241", "A/RES/54/263", "S/RES/1261(1999)"],
        ),
        ("Recalling resolutions 1993/45 of 5 March 1993, 1994/82", ["E/CN.4/RES/1993/45", "E/CN.4/RES/1994/82"]),
        ("At its special session the Commission adopted resolution 1992/S-1/1", ["E/CN.4/RES/S-1/1"]),
    ],
)
def test_what_tells_the_organ(text: str, symbols: list[str]) -> None:
    assert [symbol for _, _, symbol in found(text)] == symbols


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("CERD, general recommendation XV (42)", [None]),
        ("The Human Rights Committee, in general comment No. 24 (52)", ["CCPR/C/21/Rev.1/Add.6"]),
        (
            "CESCR, general comments No. 13 (1999) on education, No. 15 (2002) on water and No. 18 (2005) on work",
            ["E/C.12/1999/10", "E/C.12/2002/11", "E/C.12/GC/18"],
        ),
        (
            "CESCR, general comments Nos. 12 (1999), para. 8, 14 (2000), para. 12, and 15 (2002)",
            ["E/C.12/1999/5", "E/C.12/2000/4", "E/C.12/2002/11"],
        ),
        ("CRC general comments Nos. 3 on HIV/AIDS and 4 on health", ["CRC/GC/2003/3", "CRC/GC/2003/4"]),
    ],
)
def test_lists_of_general_comments(text: str, symbols: list[str | None]) -> None:
    assert [symbol for _, _, symbol in found(text)] == symbols


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("communications Nos. 172/1984 (Doe v. Ruritania) and 182/1984", ["communications Nos. 172/1984", "182/1984"]),
        ("communications No. 5/2011 and No. 8/2012", ["communications No. 5/2011", "8/2012"]),
        ("communication 1642-1741/2007", ["communication 1642-1741/2007"]),
        ("communication No. R.12/52", ["communication No. R.12/52"]),
    ],
)
def test_communications(text: str, texts: list[str]) -> None:
    assert [(kind, text) for kind, text, _ in found(text)] == [("communication", text) for text in texts]


@pytest.mark.parametrize(
    ("text", "kind", "pinpoint"),
    [
        ("(A/45/40), vol. I, annex X, sect. J, para. 5", "paragraph", "I;X;J;5"),
        ("A/68/7, para. VI.10", "paragraph", "VI.10"),
        ("A/HRC/12/48, paras. 1966-1979", "paragraph", "1966-1979"),
        ("A/HRC/36/31, paras. 20 and 71, and annex I, A/HRC/39/41", "paragraph", "20 and 71"),
        ("U.N. Doc. E/CN.4/1992/17, at 14 (1991)", "page", "14"),
        ("3d Sess., at 71, U.N. Doc. A/810 (1948)", "page", "71"),
        ("resolution 39/2 of the Human Rights Council, para. 22.", "paragraph", "22"),
        ("paragraph 5 of the annex to Human Rights Council resolution 16/21", "paragraph", "5"),
        ("communication No. 1748/2008, Doe et al. v. Ruritania, para. 7.4", "paragraph", "7.4"),
        ("communication No. 488/1992 (Doe v. Ruritania), Views adopted on 31 March 1994, para. 8", "paragraph", "8"),
        ("Doe, supra note 7, at 690.", "page", "690"),
        ("Doe, supra note 7, para. 6.", "paragraph", "6"),
        ("E/CN.4/1990/17\npage 12\n", None, None),
        ("A/HRC/7/8. Para. 5 of the text", None, None),
        ("Annexes I to IV to the present report (A/HRC/7/8)", None, None),
    ],
)
def test_pinpoints(text: str, kind: str | None, pinpoint: str | None) -> None:
    reference = find(text)[0]
    assert (reference.pinpoint_kind, reference.pinpoint) == (kind, pinpoint)


@pytest.mark.parametrize(
    "text",
    [
        "INTERPOL General Assembly resolution AGN/61/RES/4",
        "CM/Res.1472 (LX) and AHG/Res. 240 (XXXI); Assembly/AU/Dec.529(XXIII)",
        "Presidential decision No. 26/94, Cabinet decision No. 2/102 and the mayor's decision 17/119",
        "He is open 24/7 to A/B tests, and A/320 aeroplanes",
        "see OEA/Ser.L/V/II.66, HIV/AIDS, MSC/72/13/2 and and/or 1/2/3",
        "S/he or his/her; km/h; TCP/IP 4",
    ],
)
def test_look_alikes(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("word", ["ibid. ", "Idem ", "Ibid., p. 3; ", "op. cit., ", "See supra note 3, p. 2; "])
@pytest.mark.parametrize("often", [3, 12, 13, 77, 300])
def test_of_a_run_of_pointing_words_every_one_is_found(word: str, often: int) -> None:
    references = found("A/60/1. " + word * often)
    assert len(references) == 1 + often
    assert len({text for _, text, _ in references[1:]}) == 1


def test_of_a_run_of_pointing_words_none_is_found_within_a_word() -> None:
    assert found("ibidibid idemidem supranational " * 20) == []


def test_printed_symbols_alone_are_those_that_find_finds() -> None:
    text = (
        "See A/HRC/7/8 and Corr.1, E/CN4/2004/9.\n\nLe rapport \u00ab A/68/275 \u00bb; www.x.org/A/HRC/1/2; A/HRC/9/9"
    )
    every = [item for item in find(text) if item.kind in ("symbol", "addendum")]
    assert find_symbols(text) == [item._replace(pinpoint_kind=None, pinpoint=None) for item in every]
    assert [item.line for item in find_symbols(text)] == [1, 1, 1, 3, 3]


def test_printed_symbols_alone_in_real_documents() -> None:
    for path in documents("*_*.txt").values():
        text = path.read_text(encoding="utf-8")
        every = {item.start for item in cite(text) if item.kind in ("symbol", "addendum") and "/" in item.text[:8]}
        alone = {item.start for item in find_symbols(text)}
        slips = [text[start : start + 15] for start in every - alone]
        assert all(slip.startswith("E.C/") for slip in slips), slips
