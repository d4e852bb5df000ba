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
