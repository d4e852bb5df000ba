"""Decisions and documents of other organizations that have the look of ours, and what follows them, get no symbol."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def given(text: str) -> list[str]:
    """The symbols that the references of a text get."""
    return [one.symbol for one in cite(text) if one.symbol is not None]


@pytest.mark.parametrize(
    "text",
    [
        "On 22 June 2015, the Council adopted Decision (CFSP) 2015/972 launching EUNAVFOR MED.",
        "El Consejo adoptó la Decisión (PESC) 2022/884 y la Decisión (PESC) 2023/891.",
        "Member States implement Council Decision 2014/486 on EUAM Ukraine; under Decision 2014/219 EUCAP began.",
        "For Japan, decision 2019/419 is adequate.",
        "The WIPO Assemblies adopted the recommendations (document A/43/16, paragraph 334).",
        "Las Asambleas de la OMPI examinaron el documento A/57/12 y el documento A/58/11.",
        "The Code was adopted by resolution A/RES/406(XIII) of the thirteenth WTO General Assembly.",
        "See A/RES/60/1472.",
        "The UNITAID Board adopted resolution 17/4. Under resolution 19/10, funds were released.",
        "UNITAID resolution 17/4 approved the budget.",
        "The Synod passed resolution 12/9. Resolution 12/16 deals with dues.",
        "The OIC Council of Foreign Ministers adopted Resolution 10/37 and Resolution 11/37, and told the UN Human"
        " Rights Council.",
        "La Résolution 78/8 du Comité des Ministres du Conseil de l'Europe. La Résolution 76/5 vaut aussi.",
        "The Heads of State adopted Decision 200 (XI) on sport; later, Decision 227 (XII).",
        "The Interpol General Assembly met. Resolution 66/8 of 1997.",
        "General Assembly resolution 85/8",
    ],
)
def test_no_symbol(text: str) -> None:
    assert given(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ESCAP, noting General Assembly resolution 70/1, adopted resolution 72/6 and resolution 73/9. In resolution"
            " 74/5 it addressed the sea.",
            ["A/RES/70/1"],
        ),
        ("The Synod passed resolution 12/9. General Assembly resolution 60/251 differs.", ["A/RES/60/251"]),
        ("WIPO reported to the General Assembly (A/60/33).", ["A/60/33"]),
        ("Economic and Social Council decision 2014/219", ["E/DEC/2014/219"]),
        ("resolution 60/251 of 2006", ["A/RES/60/251"]),
        ("UNFF was established by ECOSOC resolution E/2000/35.", ["E/RES/2000/35"]),
        ("Security Council resolution S/1325 (2000)", ["S/RES/1325(2000)"]),
        ("Commission on Human Rights resolution E/CN.4/2003/16", ["E/CN.4/RES/2003/16"]),
        ("The report of the Council is E/2000/35.", ["E/2000/35"]),
    ],
)
def test_what_is_ours_keeps_its_symbol(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNGA 62/149 (2007), 63/168 (2008), 65/206 (2010)", ["A/RES/62/149", "A/RES/63/168", "A/RES/65/206"]),
        ("As UNGA 67/216 said, and UNSC 2254 (2015) recalls", ["A/RES/67/216", "S/RES/2254(2015)"]),
        ("In February 2015 the UN Security Council adopted 2202 (2015).", ["S/RES/2202(2015)"]),
        ("the UN Security Council's 2286 (2016) on health care", ["S/RES/2286(2016)"]),
        ("The General Assembly adopted 60/40.", []),
        ("The Security Council 2004 (2011)", ["S/RES/2004(2011)"]),
        ("HRC resolution 32/2 was renewed by resolution 41/18.", ["A/HRC/RES/32/2", "A/HRC/RES/41/18"]),
        ("Comm'n on Hum. Rts. Res. 2005/81", ["E/CN.4/RES/2005/81"]),
        ("Comm'n on H.R. Res. 1987/23", ["E/CN.4/RES/1987/23"]),
        ("Comm. on H.R. Res. 1987/23", ["E/CN.4/RES/1987/23"]),
        ("The House voted on H.R. Res. 1987/23", []),
        (
            "It was set up by Resolution 1612 (2005) of the Security Council and expanded by 1882 (2009), 1998 (2011),"
            " 2225 (2015).",
            ["S/RES/1612(2005)", "S/RES/1882(2009)", "S/RES/1998(2011)", "S/RES/2225(2015)"],
        ),
    ],
)
def test_numbers_right_behind_an_organ(text: str, expected: list[str]) -> None:
    assert given(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Commission for Social Development met. It recalled General Assembly resolution 66/125, and its own"
            " resolution 50/3.",
            ["A/RES/66/125"],
        ),
        (
            "The General Assembly asked the Economic and Social Council in resolution 52 (I) to consider it.",
            ["A/RES/52(I)"],
        ),
        ("The General Assembly asked the Human Rights Council to report (resolution 48/13).", ["A/RES/48/13"]),
        (
            "The Commission on Human Rights set it up (resolution 1986/20). It became another by resolution 2000/33,"
            " approved by Council decision 2000/261.",
            ["E/CN.4/RES/1986/20", "E/DEC/2000/261"],
        ),
        ("L'Assemblée générale des copropriétaires a adopté la résolution 61/2 relative au ravalement.", []),
        ("La Asamblea General de la federación aprobó la resolución 61/3 sobre el calendario.", []),
        (
            "The staff union's resolution 12/5 asked for more. General Assembly resolution 61/261 followed.",
            ["A/RES/61/261"],
        ),
        ("The Speaker recalled that Resolution 1325 (2000) of this Parliament had named the harbour.", []),
        ("The Council approved Resolution No. 63,711. The Security Council met.", []),
        ("The Sub-Commission on the Status of Women became a commission by resolution 11 (II).", []),
        (
            "The Sub-Commission on the Promotion and Protection of Human Rights, at its fifty-third session, adopted"
            " resolution 2001/21.",
            ["E/CN.4/Sub.2/RES/2001/21"],
        ),
        (
            "Dès 1970, avec sa résolution 286, le Conseil de sécurité s'intéresse aux détournements.",
            ["S/RES/286(1970)"],
        ),
        ("U.N. Docs. A/C.l/P.V. 1342-1346 and A/P.V. 1280", ["A/C.1/PV.1342", "A/C.1/PV.1346", "A/PV.1280"]),
        ("Distr. LIMITADA A/C.2/34/L.ll8 8 diciembre 1979", ["A/C.2/34/L.118"]),
        ("E/CN.7/1997/1216 avril 1997", []),
        (
            "1 See Report (A/2456), par. 3.\n2 The text has been reproduced in the Report, cited above, note 1.\n"
            "3 See ibid., par. 57.",
            ["A/2456", "A/2456", "A/2456"],
        ),
    ],
)
def test_whose_a_number_is(text: str, expected: list[str]) -> None:
    assert given(text) == expected


def test_numbers_with_the_code_of_one_body_need_no_word() -> None:
    found = cite("751(PLEN.36) PROGRAMA DE TRABAJO DE LA COMISIÓN")
    assert [(one.kind, one.text, one.symbol) for one in found] == [("resolution", "751(PLEN.36)", None)]
    assert found[0].organ == "economic_commission_for_latin_america_and_the_caribbean"
