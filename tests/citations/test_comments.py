"""General comments named in prose, and communications."""

from __future__ import annotations

import pytest
from citation_support import found, only
from mandate_data.citations import cite, find
from mandate_data.citations.general_comments.general_comment_list import all_comments, symbol_of
from mandate_data.citations.symbols.symbols import parse

CHILD = "Committee on the Rights of the Child"


@pytest.mark.parametrize(
    ("text", "printed", "symbol"),
    [
        ("in 2013 CRC Committee issued General Comment No. 16", "General Comment No. 16", "CRC/C/GC/16"),
        (f"General Comment 10 of the {CHILD}", "General Comment 10", "CRC/C/GC/10"),
        ("CRC, general comment No. 4, para. 2", "general comment No. 4", "CRC/GC/2003/4"),
        ("CESCR general comment No. 14", "general comment No. 14", "E/C.12/2000/4"),
        ("CESCR GC 12", "GC 12", "E/C.12/1999/5"),
        (
            "Human Rights Committee, general comment No. 31 (2004), para. 8",
            "general comment No. 31 (2004)",
            "CCPR/C/21/Rev.1/Add.13",
        ),
        (
            "Committee on the Elimination of Discrimination against Women, general recommendation No. 19 (1992)",
            "general recommendation No. 19 (1992)",
            "A/47/38",
        ),
        ("Committee against Torture, general comment 2", "general comment 2", "CAT/C/GC/2"),
        ("Subcommittee on Prevention of Torture, general comment No. 1", "general comment No. 1", "CAT/OP/GC/1"),
        (
            f"general comment No. 9 (Children with disabilities) of the {CHILD}",
            "general comment No. 9",
            "CRC/C/GC/9",
        ),
        # no committee, but the year leaves only one
        ("General comment No. 13 (1999)", "General comment No. 13 (1999)", "E/C.12/1999/10"),
        ("general comment No. 13 (2011)", "general comment No. 13 (2011)", "CRC/C/GC/13"),
        # no committee, but only one has got that far
        ("general comment No. 37", "general comment No. 37", "CCPR/C/GC/37"),
        # the committee named in the sentence did not adopt it in that year
        (
            "the Committee on Economic, Social and Cultural Rights agreed with general comment No. 13 (2011)",
            "general comment No. 13 (2011)",
            "CRC/C/GC/13",
        ),
        # the committee was named before
        (
            "The Committee on the Rights of the Child met. In its general comment No. 5, the Committee said",
            "general comment No. 5",
            "CRC/GC/2003/5",
        ),
    ],
)
def test_the_committee_is_told(text: str, printed: str, symbol: str) -> None:
    reference = only(text)
    assert (reference.kind, reference.text, reference.symbol) == ("general_comment", printed, symbol)


def test_without_a_committee_it_stays_open() -> None:
    reference = only("general comment No. 14")
    assert (reference.symbol, reference.candidates) == (None, ("E/C.12/2000/4", "CRC/C/GC/14"))
    assert reference.reason == "the committee is not named"


def test_a_full_mention_settles_the_short_one() -> None:
    text = "General comment No. 14 matters. See E/C.12/2000/4."
    first = find(text)[0]
    assert (first.symbol, first.antecedent) == ("E/C.12/2000/4", text.index("E/C.12"))


@pytest.mark.parametrize(
    "text",
    [
        "Human Rights Committee, general comment No. 6 (1982)",
        "CERD, general recommendation XIV (42)",
        "Committee on the Elimination of Racial Discrimination, general recommendation III",
        "CEDAW general recommendation No. 1",
    ],
)
def test_a_comment_without_a_symbol_of_its_own(text: str) -> None:
    reference = only(text)
    assert (reference.symbol, reference.candidates) == (None, ())
    assert reference.reason == "this general comment has no symbol of its own"


def test_a_report_does_not_settle_a_comment_that_may_be_in_it() -> None:
    first, *others = find("General comment No. 6 matters. See E/1996/22.")
    assert (first.symbol, first.candidates) == (None, ("E/1996/22", "CRC/GC/2005/6", "CRPD/C/GC/6"))
    assert [other.symbol for other in others] == ["E/1996/22"]


CMW = "the Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families"
CMW_FR = "du Comité pour la protection des droits de tous les travailleurs migrants et des membres de leur famille"
CMW_ES = "del Comité de Protección de los Derechos de Todos los Trabajadores Migratorios y de sus Familiares"
CRC_3_4_22_23 = ["CMW/C/GC/3", "CMW/C/GC/4", "CRC/C/GC/22", "CRC/C/GC/23"]


@pytest.mark.parametrize(
    ("text", "language", "symbols"),
    [
        (
            f"its general comment No. 6 (2005) on children and joint general comments No. 3 and No. 4 (2017) of {CMW}"
            f" and No. 22 and No. 23 (2017) of the {CHILD}",
            "en",
            ["CRC/GC/2005/6", *CRC_3_4_22_23],
        ),
        (
            f"its general comment No. 14 (2013) and joint general comment No. 4 (2017) of {CMW},",
            "en",
            ["CRC/C/GC/14", "CMW/C/GC/4"],
        ),
        # without a year, "its" is the issuer's
        (
            f"its general comment No. 5 and joint general comment No. 4 (2017) of {CMW},",
            "en",
            ["CRC/GC/2003/5", "CMW/C/GC/4"],
        ),
        ("in line with general comment No. 13, the Committee recalls", "en", ["CRC/C/GC/13"]),
        ("in line with general comment No. 31, the Committee recalls", "en", ["CCPR/C/21/Rev.1/Add.13"]),
        ("The Committee on Migrant Workers knows its general comment No. 5.", "en", ["CMW/C/GC/5"]),
        (
            f"joint general comments No. 3 and No. 4 (2017) of {CMW}/No. 22 and No. 23 (2017) of the"
            f" {CHILD} on the human rights of children",
            "en",
            CRC_3_4_22_23,
        ),
        (
            "joint general recommendation No. 31 of the Committee on the Elimination of Discrimination against Women/"
            f"general comment No. 18 of the {CHILD} (2014) on harmful practices",
            "en",
            ["CEDAW/C/GC/31", "CRC/C/GC/18"],
        ),
        (
            "joint general recommendation No. 31/general comment No. 18 of the Committee on the Elimination of"
            " Discrimination against Women and the Committee on the Rights of the Child",
            "en",
            ["CEDAW/C/GC/31", "CRC/C/GC/18"],
        ),
        (
            f"son observation générale no 6 (2005) et les observations générales conjointes no 3 et no 4 (2017)"
            f" {CMW_FR}/no 22 et no 23 (2017) du Comité des droits de l'enfant",
            "fr",
            ["CRC/GC/2005/6", *CRC_3_4_22_23],
        ),
        (
            f"su observación general núm. 6 (2005) y las observaciones generales conjuntas núm. 3 y núm. 4 (2017)"
            f" {CMW_ES} y núms. 22 y 23 (2017) del Comité de los Derechos del Niño",
            "es",
            ["CRC/GC/2005/6", *CRC_3_4_22_23],
        ),
        (
            "замечания общего порядка № 3 и 4 (2017) Комитета по защите прав всех трудящихся-мигрантов и членов их"
            " семей и № 22 и 23 (2017) Комитета по правам ребенка",
            "ru",
            CRC_3_4_22_23,
        ),
        (
            "التعليق العام المشترك رقم 3 (2017) للجنة المعنية بحماية حقوق جميع العمال المهاجرين وأفراد أسرهم/رقم 22"
            " (2017) للجنة حقوق الطفل",
            "ar",
            ["CMW/C/GC/3", "CRC/C/GC/22"],
        ),
        ("儿童权利委员会第22号联合一般性意见(2017年)", "zh", ["CRC/C/GC/22"]),
    ],
)
def test_a_committee_that_has_the_number_comes_first(text: str, language: str, symbols: list[str]) -> None:
    assert [one.symbol for one in cite(text, issuer="CRC/C/FRA/CO/6-7", language=language)] == symbols


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "CESCR in general comments Nos. 14 (right to health) and 15 (right to water)",
            {"general comments Nos. 14": "E/C.12/2000/4", "15": "E/C.12/2002/11"},
        ),
        (
            "CESCR, general comments No. 13 (1999) on the right to education and No. 25 (2020) on science",
            {"general comments No. 13 (1999)": "E/C.12/1999/10", "25 (2020)": "E/C.12/GC/25"},
        ),
        ("CESCR general comments Nos. 3 and 14 say", {"general comments Nos. 3": "E/1991/23", "14": "E/C.12/2000/4"}),
        (
            "general recommendation No. 31 of CEDAW and general comment No. 18 of CRC",
            {"general recommendation No. 31": "CEDAW/C/GC/31", "general comment No. 18": "CRC/C/GC/18"},
        ),
    ],
)
def test_lists(text: str, expected: dict[str, str]) -> None:
    assert {printed: symbol for _, printed, symbol in found(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "a general comment on article 24",
        "African Committee of Experts, General Comment No. 1",
        "general recommendation-no-37",
        "GC 12 of the garden centre",
        "general comment 1997/3",
        "general comment No. 5/Add.1",
    ],
)
def test_what_is_none(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize("committee", all_comments())
def test_every_symbol_of_the_table_is_canonical(committee: str) -> None:
    for number in all_comments()[committee].years:
        symbol = symbol_of(committee, number)
        assert symbol is None or str(parse(symbol)) == symbol


def test_communications() -> None:
    text = "communications Nos. 1020/2001 and 1021/2001 (CCPR/C/92/D/1020/2001)"
    assert found(text) == [
        ("communication", "communications Nos. 1020/2001", "CCPR/C/92/D/1020/2001"),
        ("communication", "1021/2001", None),
        ("symbol", "CCPR/C/92/D/1020/2001", "CCPR/C/92/D/1020/2001"),
    ]
    assert find(text)[1].reason == "the committee and its session are not printed"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("CEDAW general recommendation No. 35 updates general recommendation No. 19.", "A/47/38"),
        ("General recommendation No. 35 of CEDAW updates general recommendation No. 19.", "A/47/38"),
        (
            "General comment No. 14 (2013) was read with CEDAW, art. 5, and general recommendation No. 19.",
            None,
        ),
    ],
)
def test_a_later_one_is_of_the_committee_of_the_one_before(text: str, symbol: str | None) -> None:
    assert cite(text)[-1].symbol == symbol


def test_the_year_of_a_resolution_is_not_that_of_a_general_comment_before_it() -> None:
    text = (
        "In line with its general recommendation No. 30 on women in conflict prevention, Security Council resolutions "
        "1325 (2000) and 1820 (2008), the Committee calls upon the State party to act."
    )
    first = find(text, issuer="CEDAW/C/XYZ/CO/4")[0]
    assert first.symbol == "CEDAW/C/GC/30"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (
            "The Committee on the Rights of the Child has explained this. See also general comment No. 14.",
            "CRC/C/GC/14",
        ),
        ("CESCR has said so. Under general comment No. 14, States must act.", "E/C.12/2000/4"),
        (
            "The Committee on World Food Security met. So did the Committee on the Rights of the Child. "
            "General comment No. 14 is another.",
            "CRC/C/GC/14",
        ),
        (
            "Committee on Economic, Social and Cultural Rights: it spoke. The Committee on the Rights of the Child "
            "met. See also general comment No. 14.",
            None,
        ),
        ("CEDAW/C/GC/35\n\n1. General recommendation No. 19 was the first of its kind.", "A/47/38"),
        ("CEDAW/C/GC/35\n\n1. General recommendation No. 19 on violence against women", "A/47/38"),
        ("CEDAW/C/GC/35 and CRC/C/GC/18\n\n1. General recommendation No. 19 on violence against women", None),
        ("CRC/C/GC/13 and CEDAW/C/GC/35 were read. General comment No. 14 is another.", "CRC/C/GC/14"),
        ("CRC/C/GC/13 and E/C.12/GC/21 were read. General comment No. 14 is another.", None),
    ],
)
def test_one_without_a_committee_is_of_the_only_one_told_before(text: str, symbol: str | None) -> None:
    assert cite(text)[-1].symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "The Committee on the Rights of the Child met. See general comment No. 14 on the highest standard of health.",
        "The Committee on the Rights of the Child met. See general comment No. 12 (the right to food).",
        "The Committee on the Rights of the Child met. Under the International Covenant on Economic, Social and"
        " Cultural Rights, facilities must be accessible (general comment No. 14).",
        "Le Comité des droits de l’enfant a été entendu. Selon le Pacte international relatif aux droits économiques,"
        " la santé est un droit (observation générale no 14).",
        "The National Committee on the Rights of the Child wrote. General comment No. 5 was translated.",
        "The Committee on the Rights of the Child of the Province of Quebec met. General comment No. 3 was read.",
        "The Committee on Economic, Social and Cultural Rights met. "
        + "The mission went on to other places. " * 40
        + "It met the Committee on the Rights of the Child. Health is the subject of general comment No. 14.",
    ],
)
def test_one_of_which_more_is_told_stays_open(text: str) -> None:
    assert cite(text)[-1].symbol is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("例如,见第1888/2009号来文和第2304/2013号来文。", ["第1888/2009号来文", "第2304/2013号来文"]),
        ("第1274/2004号和第1039/2001号来文", ["第1274/2004", "1039/2001号来文"]),
        ("2009/12号法令", []),
        ("第1274/2004号法令", []),
    ],
)
def test_communications_whose_word_follows(text: str, expected: list[str]) -> None:
    assert [one.text for one in cite(text) if one.kind == "communication"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ICESCR General Comment 3 (Fifth session, 1990): The Nature", ["E/1991/23"]),
        (
            "GENERAL COMMENTS ADOPTED BY THE COMMITTEE ON\nECONOMIC, SOCIAL AND CULTURAL RIGHTS ..... 1\n"
            "General comment No. 1: Reporting ..... 1\nGeneral comment No. 2: Assistance",
            ["E/1989/22", "E/1990/23"],
        ),
        (
            "Observaciones generales aprobadas por el Comité de los Derechos del Niño\n"
            "Observación general Nº 1: Propósitos de la educación",
            ["CRC/GC/2001/1"],
        ),
        ("The Committee on the Rights of the Child met. General comment No. 3: HIV", [None]),
    ],
)
def test_a_heading_says_whose_they_are(text: str, expected: list[str | None]) -> None:
    assert [reference.symbol for reference in cite(text)] == expected
