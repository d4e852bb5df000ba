"""`Its resolution` in a preamble is that of the body whose preamble it is, symbols or none, whoever a paragraph before
names; and a number in Roman figures is not ours where the body named last numbers so, too."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite

ESCAP = "The Economic and Social Commission for Asia and the Pacific,\n"
FORUM = "Recalling the plan that the General Assembly endorsed in its resolution 58/201 of 23 December 2003,\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ESCAP}{FORUM}Recalling also its resolution 63/9 on roads,\n", ["A/RES/58/201", None]),
        (
            f"{ESCAP}{FORUM}Recalling further its resolutions 63/9 on roads, 64/4 on ports, and 66/5 on rail,\n",
            ["A/RES/58/201", None, None, None],
        ),
        (
            "La Comisión Económica y Social para Asia y el Pacífico,\nRecordando la resolución 64/214 de la Asamblea"
            " General,\nRecordando también su resolución 63/9,\n",
            ["A/RES/64/214", None],
        ),
        (
            "La Commission économique et sociale pour l'Asie et le Pacifique,\nRappelant la résolution 64/214 de"
            " l'Assemblée générale,\nRappelant également sa résolution 63/9,\n",
            ["A/RES/64/214", None],
        ),
        (
            "The General Assembly,\nRecalling Human Rights Council resolution 5/1,\nRecalling also its resolution"
            " 60/251,\n",
            ["A/HRC/RES/5/1", "A/RES/60/251"],
        ),
    ],
)
def test_its_resolution_is_that_of_the_preamble(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize("paragraphs", [0, 8, 14])
def test_a_preamble_may_be_long_and_another_organ_act_in_the_paragraph_before(paragraphs: int) -> None:
    text = (
        "The General Assembly,\nHaving considered the reports of the Secretary-General,2\n"
        + "Recalling the reports on the financing of the Mission and the estimates of its costs,\n" * paragraphs
        + "Recalling Security Council resolution 1445 (2002), by\nwhich the Council authorized the expansion of\n"
        "the Mission,\nRecalling further its resolution 54/260 A of 7 April 2000, as well as others,\n"
    )
    assert symbols(text) == ["S/RES/1445(2002)", "A/RES/54/260A"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Economic Commission for Africa met in 1995.\n\nResolution 794 (XXX): the Treaty\n\nIt called.", [None]),
        ("La Comisión Económica para África se reunió.\n\nEn la resolución 794 (XXX) se pidió algo.", [None]),
        ("The Economic and Social Council met in 1958.\n\nResolution 671 (XXV) set it up.", ["E/RES/671(XXV)"]),
        ("The Economic Commission for Africa met. Resolution 671 (XXV) of 29 April 1958 had.", ["E/RES/671(XXV)"]),
        ("The Economic Commission for Africa met. Resolution 1514 (XV) was recalled.", ["A/RES/1514(XV)"]),
    ],
)
def test_roman_sessions_are_those_of_the_body_named_last(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 106 (VI), adopted in 1955 by the Commission, and resolution 579 (XX) of the Economic and Social"
        " Council set the date.",
        "La resolución 106 (VI), aprobada en 1955 por la Comisión, y la resolución 579 (XX) del Consejo Económico y"
        " Social fijaron la fecha.",
        "La résolution 106 (VI), adoptée le 15 septembre 1955 par la Commission, et la résolution 579 (XX) du Conseil"
        " économique et social ont fixé la date.",
    ],
)
def test_the_date_may_be_between_adopted_and_by(text: str) -> None:
    assert symbols(text, "E/CN.12/AC.40/SR.4") == [None, "E/RES/579(XX)"]


def test_who_adopted_it_goes_before_who_is_named_above() -> None:
    heading = "Report to the Economic and Social Council (E/796)\n"
    text = f"{heading}He said that resolution 106 (VI), adopted in 1955 by the Commission, came."
    assert symbols(text, "E/CN.12/AC.40/SR.4")[-1] is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Security Council welcomed resolution 1244 (1999),158 which was sent.", ["S/RES/1244(1999)"]),
        ("Security Council resolutions 1160 (1998),1199 (1998) and 1203 (1998)", None),
        ("Security Council resolutions 242,338 and 425", None),
        ("Security Council resolutions 242 (1967), 338 (1973) and 425", None),
    ],
)
def test_a_mark_behind_a_comma_is_no_number(text: str, expected: list[str] | None) -> None:
    assert len(cite(text)) == 3 if expected is None else symbols(text) == expected


def test_an_arabic_preamble_whose_first_paragraph_goes_on() -> None:
    assert symbols(
        "إن الجمعية العامة،\n\nوإذ تعيد تأكيد تأييدها للمبادئ التي وضعتها هيئة نزع السلاح(1)،\n\n"
        "وإذ تشير إلى قراراتها 40 / 152 سين المؤرخ 16 كانون الأول/ ديسمبر 1985، و 42 / 42 واو المؤرخ 30 تشرين الثاني"
    ) == ["A/RES/40/152O", "A/RES/42/42F"]


RECORDS = "Official Records of the Economic and Social Council"


@pytest.mark.parametrize(
    "text",
    [
        f"{RECORDS}, 2011, Supplement No. 10 (E/2011/30), chap. I, sect. D, resolution 20/6, and decision 20/101.",
        f"{RECORDS}, 2001, Supplement No. 4 (E/2001/24), chap. II, sect. A, resolution 2001/75.",
        "Report on the fifty-fifth session (E/2011/27-E/CN.6/2011/12), chap. I, decision 55/101.",
        "1 E/CN.7/2009/12, resolution 52/2, and decision 52/101.",
        "The report (E/2011/30, chap. I, resolution 20/6) was adopted.",
    ],
)
def test_what_is_printed_in_the_report_of_a_commission_is_not_the_councils(text: str) -> None:
    assert [one for one in symbols(text) if one is not None and ("/RES/" in one or "/DEC/" in one)] == []


@pytest.mark.parametrize(
    "text",
    [
        "See E/2011/99, resolution 2011/12 of the Economic and Social Council.",
        "See E/2004/23, resolution 2011/12 of the Economic and Social Council.",
        f"{RECORDS}, 2011, Supplement No. 1 (E/2011/99), resolution 2011/12.",
    ],
)
def test_its_own_resolutions_are_the_councils_behind_its_documents(text: str) -> None:
    assert symbols(text)[-1] == "E/RES/2011/12"


def test_numbers_that_the_security_council_has_not_come_to() -> None:
    assert symbols("Security Council resolutions 2700 (2023), 4000 (2021) and 9000 (2019)") == [
        "S/RES/2700(2023)",
        None,
        None,
    ]


def test_a_commission_that_numbers_on_keeps_its_high_numbers() -> None:
    assert symbols("Economic Commission for Africa resolution 812 (XXXI)") == [None]
    assert symbols("The Subcommission, in its resolution 1999/5, agreed. The Commission on Human Rights met.") == [
        "E/CN.4/Sub.2/RES/1999/5"
    ]
