"""How the press, law reviews and sanctions lists cite: slashed lists, years with "in", brackets, abbreviated words."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UN Security Council Resolution 1267/1989/2253 and UNSCR 1267/2253.",
            [*("S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"), *("S/RES/1267(1999)", "S/RES/2253(2015)")],
        ),
        ("UNSC Resolutions 1718/1737 and 2231 of 2015.", ["S/RES/1718(2006)", "S/RES/1737(2006)", "S/RES/2231(2015)"]),
        ("Les résolutions 1718/1737 du Conseil de sécurité.", ["S/RES/1718(2006)", "S/RES/1737(2006)"]),
        ("The Security Council and resolution 1737/1718.", []),
        ("The Security Council was told of resolution 348/1990 of the ministry.", []),
        ("The Security Council said so. Resolution 660 in 1990 was the first.", ["S/RES/660(1990)"]),
        ("With Resolution 678 in November 1990 the Council acted.", ["S/RES/678(1990)"]),
        ("Resolution 678 in 2003 was the first.", []),
        ("The Security Council in reso- lutions 309 (1972) and 310 (1972).", ["S/RES/309(1972)", "S/RES/310(1972)"]),
        ("Le Conseil de sécurité, dans sa réso- lution 309 (1972).", ["S/RES/309(1972)"]),
    ],
)
def test_numbers_of_the_security_council(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The camera has a resolution 12/24 bits.",
        "UNEP has maps in a spatial resolution 1/24 degree x 1/24 degree.",
        "Le PNUE a des cartes d'une résolution 1/24 degré.",
        "El PNUMA tiene mapas con una resolución 10/30 m.",
        "Case file S/2011/250 was closed. Our reference: A/65/221",
    ],
)
def test_what_is_measured_or_filed_is_not_cited(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hum. Rts. Comm., Gen. Comment No. 31.", "CCPR/C/21/Rev.1/Add.13"),
        ("Comm. on Econ., Soc. & Cultural Rts., Gen. Cmt. 3.", "E/1991/23"),
        ("CEDAW, Gen. Rec. No. 35.", "CEDAW/C/GC/35"),
        ("CEDAW, Gen. Recommendation 35.", "CEDAW/C/GC/35"),
        ("CCPR/C/71/D/701/1996; Commc'n No. 701/1996.", "CCPR/C/71/D/701/1996"),
        ("CCPR/C/71/D/701/1996; Comm. No. 701/1996.", "CCPR/C/71/D/701/1996"),
        ("CCPR/C/88/D/1321-1322/2004. Views on communication No. 1322/2004.", "CCPR/C/88/D/1321-1322/2004"),
        ("CCPR/C/127/D/2725/2016\n\n委员会关于第2725/2016号来文的决定", "CCPR/C/127/D/2725/2016"),
        ("CCPR/C/133/D/2907/2016\n\nبشأن البلاغين رقم 2904/2016 و2907/2016", "CCPR/C/133/D/2907/2016"),
    ],
)
def test_abbreviated_words(text: str, expected: str) -> None:
    assert cite(text)[-1].symbol == expected


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("UN Doc A/C.3/47/SR.35 (4 December 1992) 11 [57].", ("paragraph", "57")),
        ("UN Doc A/54/549 (15 November 1999) [3].", ("paragraph", "3")),
        ("A/54/549.\n\n1 Ibid 6 [21].", ("paragraph", "21")),
        ("It was said in A/RES/60/1 (2005) [12] and elsewhere.", (None, None)),
        ("U.N. SCOR, 69th Sess., 7180th mtg. at 4, U.N. Doc. S/PV.7180 (2014)", ("page", "4")),
        ("paragraphs 85-121 of the Court's opinion was about Security Council Resolution 1244 (1999).", (None, None)),
        ("paragraph 51 of the Advisory Opinion on Security Council resolution 276 (1970)", (None, None)),
        ("In paragraph 3 of the resolution, the Council spoke of the map in document S/22412.", (None, None)),
        ("As paragraph 3 of the resolution (S/RES/687 (1991)) says.", ("paragraph", "3")),
        ("В пункте 3 резолюции, Совет упомянул документ S/22412.", (None, None)),
        ("见(A/59/23),第一章,第42段。", ("paragraph", "一;42")),
        ("大会第60/1号决议第一章，第二节，第5段", ("paragraph", "一;二;5")),
    ],
)
def test_pinpoints(text: str, pinpoint: tuple[str | None, str | None]) -> None:
    last = cite(text)[-1]
    assert (last.pinpoint_kind, last.pinpoint) == pinpoint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Commission had E/CN.6/574, 591 and 592.", ["E/CN.6/574", "E/CN.6/591", "E/CN.6/592"]),
        ("See E/CN.4/574 and Add.1, 591 and 592.", ["E/CN.4/574", "E/CN.4/574/Add.1"]),
        ("See A/60/343, 345 members voted.", ["A/60/343"]),
        ("See A/56/10, 143, and A/60/343, 999.", ["A/56/10", "A/60/343"]),
        ("(S/2023/612和S/2023/615)和", ["S/2023/612", "S/2023/615"]),
        ("见A/C.6/55/SR.11、16、19和22。", [f"A/C.6/55/SR.{number}" for number in (11, 16, 19, 22)]),
    ],
)
def test_documents_listed_by_number(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See A/RES/3379, A/RES/1803 and A/RES/194.", ["A/RES/3379(XXX)", "A/RES/1803(XVII)", "A/RES/194(III)"]),
        ("See A/RES/501.", [None]),
        ("S/PV/7180 and A/PV/2281", ["S/PV.7180", "A/PV.2281"]),
        (
            "The Committee pursuant to resolutions 1267, 1989 and 2253 met. The Security Council agreed.",
            ["S/RES/1267(1999)", "S/RES/1989(2011)", "S/RES/2253(2015)"],
        ),
        ("See also Resolutions 1483 and 1500. The Security Council met.", ["S/RES/1483(2003)", "S/RES/1500(2003)"]),
        ("See also Resolutions 1500 and 1483. The Security Council met.", []),
        ("See also Resolutions 1483 and 1500 of the bank.", []),
        ("The House adopted resolutions 1267 and 1989. The Security Council met.", []),
        ("The committee passed resolutions 1267 and 1989 on parking. The Security Council met.", []),
        ("CCPR/C/111/D/1942/2010. Communication no 1942/2010présentée par lui.", ["CCPR/C/111/D/1942/2010"] * 2),
    ],
)
def test_what_the_number_alone_tells(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected


NOTES = """1 UN Doc A/56/10 (2001).

2 UN Doc. A/59/565 (Dec. 2, 2004) [hereinafter Panel Report]; U.N. Doc. A/HRC/14/24/Add.6 (2010) [hereinafter Report];
see also Crawford, The ILC's Articles (2002).

"""


@pytest.mark.parametrize(
    ("note", "symbol"),
    [
        ("ILC Report, above n 1, para 10.", "A/56/10"),
        ("See n 1 above, para 12.", "A/56/10"),
        ("Panel Report, supra note 2, at 4.", "A/59/565"),
        ("Report, supra note 2, at 4.", "A/HRC/14/24/Add.6"),
        ("Crawford, supra note 2, at 4.", None),
        ("Second Panel Report, supra note 1, at 4.", "A/56/10"),
    ],
)
def test_notes_of_law_reviews_point_back(note: str, symbol: str | None) -> None:
    assert cite(f"{NOTES}3 {note}")[-1].symbol == symbol


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 242 of the Security Council, resolution 194 of the General Assembly.",
        "La résolution 242 du Conseil de sécurité, la résolution 194 de l'Assemblée générale.",
        "La resolución 242 del Consejo de Seguridad, la resolución 194 de la Asamblea General.",
    ],
)
def test_the_organ_right_behind_is_its_own_where_a_comma_parts_the_one_before(text: str) -> None:
    assert symbols(text) == ["S/RES/242(1967)", "A/RES/194(III)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 2254 was adopted unanimously on 18 December 2015 by the Security Council.", "S/RES/2254(2015)"),
        ("La résolution 2254, adoptée à l'unanimité par le Conseil de sécurité", "S/RES/2254(2015)"),
        (
            "La resolución 2254, aprobada por unanimidad el 18 de diciembre de 2015 por el Consejo de Seguridad",
            "S/RES/2254(2015)",
        ),
        ("The General Assembly adopted on 29 November 1947 resolution 181.", "A/RES/181(II)"),
        ("L'Assemblée générale a adopté, le 29 novembre 1947, la résolution 181.", "A/RES/181(II)"),
        ("La Asamblea General aprobó el 29 de noviembre de 1947 la resolución 181.", "A/RES/181(II)"),
        ("la résolution (CSNU) 1747 (2007)", "S/RES/1747(2007)"),
        ("Les rés. 2003/45 de la Comm. des droits de l'homme, dans le rapport", "E/CN.4/RES/2003/45"),
    ],
)
def test_how_and_when_it_was_adopted(text: str, expected: str) -> None:
    assert symbols(text) == [expected]


def test_who_adopted_it_unanimously_may_be_another_body() -> None:
    (found,) = cite("The Security Council met. Resolution 12/3 was adopted unanimously by the trade union.")
    assert found.symbol is None


@pytest.mark.parametrize(
    "text",
    [
        "La Resolución 60/1 del Consejo Universitario. Las Naciones Unidas.",
        "La résolution 12/1 du Conseil académique. Le Conseil des droits de l'homme.",
        "Резолюция 12/3 Ученого совета университета. Совет по правам человека.",
        "Резолюция 12/3 Всемирного конгресса. Совет по правам человека.",
        "The Security Council met. Resolution 12/3 was adopted by the trade union.",
        "La résolution 12/3 a été adoptée à l'unanimité par le syndicat. Le Conseil de sécurité.",
    ],
)
def test_resolutions_of_universities_unions_and_congresses_stay_open(text: str) -> None:
    assert symbols(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la résolution 1973 du Conseil de sécurité de l'Organisation des Nations unies (ONU)", ["S/RES/1973(2011)"]),
        ("la Resolución 1325 del Consejo de Seguridad de NN. UU. sobre Mujeres", ["S/RES/1325(2000)"]),
        ("la Resolución 60/1 de la Asamblea General de las NACIONES UNIDAS", ["A/RES/60/1"]),
        ("Resolución 102 (I) de la Asamblea General de la Organización de las Naciones Unidas", ["A/RES/102(I)"]),
        ("la résolution 60/1 de l'Assemblée générale de l'O.N.U.", ["A/RES/60/1"]),
        ("En 1999, avec la résolution 1269, le Conseil de sécurité a parlé du terrorisme.", ["S/RES/1269(1999)"]),
        ("El Consejo de Seguridad evaluó la aplicación de la 1325 (2000).", ["S/RES/1325(2000)"]),
        (
            "La Asamblea General, en la resolución 194 (III), y en la 302 (IV), decidió.",
            ["A/RES/194(III)", "A/RES/302(IV)"],
        ),
        ("La Asamblea General se reunió. La ley 302 (IV) del Código Penal.", []),
        ("CAT/C/ISR/Q/412 février 2009\n\nFRANÇAIS", ["CAT/C/ISR/Q/4"]),
        ("A/CN.4/SER. A/2001 ANUARIO DE LA COMISIÓN", []),
        (
            "E/CN.4/SR.230-261 and CCPR/C/SR.1100-1150",
            [*("E/CN.4/SR.230", "E/CN.4/SR.261"), *("CCPR/C/SR.1100", "CCPR/C/SR.1150")],
        ),
        ("Distr. E/RES/1974/1848(LVI)", ["E/RES/1848(LVI)"]),
        ("Human Rights Council resolution S-12/1 B and Council resolution S-12/1 A.", ["A/HRC/RES/S-12/1"] * 2),
    ],
)
def test_names_of_the_united_nations_and_forms_of_its_documents(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


def test_what_the_issuer_adopted_is_not_of_an_organ_that_it_recalls() -> None:
    text = "The Commission, mindful of General Assembly resolution 62/208, adopted resolution 65/4."
    assert symbols(text, "E/ESCAP") == ["A/RES/62/208", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("la plena aplicación de la resolución 1.514 de la Asamblea General", ["A/RES/1514(XV)"]),
        ("las resoluciones 715 y 1.051 del Consejo de Seguridad", ["S/RES/715(1991)", "S/RES/1051(1996)"]),
        ("la resolución 1.325 (2000) del Consejo de Seguridad", ["S/RES/1325(2000)"]),
        ("la resolución 2.065 de las Naciones Unidas de 1965", ["A/RES/2065(XX)"]),
        ("La resolución 1.500 fue aprobada por la junta.", []),
        ("general comment No. 31 [80] of the Human Rights Committee", ["CCPR/C/21/Rev.1/Add.13"]),
    ],
)
def test_numbers_with_a_sign_for_thousands_and_sessions_in_brackets(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "communication No. 35/2011, Doe v. Ruritania, inadmissibility decision adopted on 26 July 2013, para. 8.8.",
        "Human Rights Committee, general comment No. 31 [80] (2004) on the nature of the obligation, para. 8.8.",
    ],
)
def test_pinpoints_behind_decisions_and_sessions(text: str) -> None:
    assert cite(text)[-1].pinpoint == "8.8"
