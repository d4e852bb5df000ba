"""How law reviews, parliaments, newspapers and other bodies cite: forms that United Nations documents do not have."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite
from mandate_data.citations.symbols.symbols import parse

_EARLY = ("54(1948)", "56(1948)", "62(1948)", "73(1949)")
_DATED_BY_YEAR = ["S/RES/1325(2000)", "A/RES/2625(XXV)"]
_ADDED = ("A/AC.105/CRP.1/Add.1", "A/AC.105/CRP.1/Add.2")
_OF_MANDATES = ("16/23", "25/13", "34/19")


def symbols(text: str) -> list[str | None]:
    """The symbols of the references in a text, in order."""
    return [reference.symbol for reference in cite(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Security Council met. This was said in Resolution 2121 (Oct. 10, 2013), and in Resolution 2134"
            " (Jan. 28, 2014).",
            ["S/RES/2121(2013)", "S/RES/2134(2014)"],
        ),
        (
            "SC Res. 2127, para. 2 (Dec. 5, 2013). It is repeated in Resolution 2121, para. 3 (Oct. 10, 2013).",
            ["S/RES/2127(2013)", "S/RES/2121(2013)"],
        ),
        (
            "The Security Council did so in Resolutions 161, para. 3 (Feb. 21, 1961), and 814, para. 7 (Mar. 26,"
            " 1993).",
            ["S/RES/161(1961)", "S/RES/814(1993)"],
        ),
        (
            "Security Council Resolution 1373, adopted in 2001, and Resolution 1540, adopted in 2004.",
            ["S/RES/1373(2001)", "S/RES/1540(2004)"],
        ),
        (
            "Security Council resolution 1325 on women, peace and security, the follow-up resolutions 1820, 1888,"
            " 2242.",
            ["S/RES/1325(2000)", "S/RES/1820(2008)", "S/RES/1888(2009)", "S/RES/2242(2015)"],
        ),
        (
            "UN Security Council Resolutions 2585 and 2642 kept the crossing open.",
            ["S/RES/2585(2021)", "S/RES/2642(2022)"],
        ),
        ("by resolution 2433 \n(2018) the Council decided", ["S/RES/2433(2018)"]),
        (
            "The Security Council's SCR 1540, extended by 1673 (2006) and 1810 (2008), and SCRs 1373 and 1540.",
            [
                "S/RES/1540(2004)",
                "S/RES/1673(2006)",
                "S/RES/1810(2008)",
                "S/RES/1373(2001)",
                "S/RES/1540(2004)",
            ],
        ),
        (
            "la résolution 1325 du Conseil de sécurité des Nations unies et les résolutions 1820 et 1960 du même"
            " Conseil",
            ["S/RES/1325(2000)", "S/RES/1820(2008)", "S/RES/1960(2010)"],
        ),
        ("résolution 68/178 de l'Assemblée générale des Nations unies", ["A/RES/68/178"]),
        ("la resolución 68/178 de la Asamblea General de las Naciones unidas", ["A/RES/68/178"]),
        (
            "Resolución 2467 del Consejo de Seguridad y apoya la Resolución 1325",
            ["S/RES/2467(2019)", "S/RES/1325(2000)"],
        ),
    ],
)
def test_numbers_of_the_security_council(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "This language was presaged in Resolution 2121 (Oct. 10, 2013).",
        "The Security Council met. This was said in Resolution 2121 (Oct. 10, 2003).",
        "The SCR 250 engine has a power of 1000.",
        "Security Council resolution 242, and 338 soldiers",
        "The Security Council met the Arctic Parliament, which adopted Resolution 2121 (Oct. 10, 2013).",
    ],
)
def test_what_does_not_fit_is_no_number_of_the_security_council(text: str) -> None:
    assert [symbol for symbol in symbols(text) if symbol not in (None, "S/RES/242(1967)")] == []


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("General Assembly Resolution 194 of 1948", "A/RES/194(III)"),
        ("In 1971, General Assembly Resolution 2758 was adopted.", "A/RES/2758(XXVI)"),
        ("Resolution 3379 of the General Assembly of 10 November 1975", "A/RES/3379(XXX)"),
        ("Резолюция № 3379 Генеральной Ассамблеи от 10 ноября 1975 г.", "A/RES/3379(XXX)"),
        ("Résolution 2758 de l'Assemblée générale du 25 octobre 1971", "A/RES/2758(XXVI)"),
        ("1971年10月25日联合国大会第2758号决议", "A/RES/2758(XXVI)"),
        ("General Assembly Resolution 194 of 1975", None),
        ("General Assembly Resolution 194", "A/RES/194(III)"),
        ("General Assembly Resolution 377 A", "A/RES/377(V)A"),
        ("General Assembly Resolution 2758", "A/RES/2758(XXVI)"),
        ("General Assembly Resolution 501", None),
    ],
)
def test_a_year_beside_an_early_number_of_the_assembly_tells_its_session(text: str, symbol: str | None) -> None:
    assert symbols(text) == [symbol]


@pytest.mark.parametrize(
    ("printed", "symbol"),
    [
        ("A/RES/25/2625", "A/RES/2625(XXV)"),
        ("A/RES/3/217A", "A/RES/217(III)A"),
        ("A/CONF/177/20/Rev.1", "A/CONF.177/20/Rev.1"),
        ("E/CN/4/1996/53", "E/CN.4/1996/53"),
        ("A/AC/109/2019/L.18", "A/AC.109/2019/L.18"),
    ],
)
def test_symbols_written_in_another_way_are_mended_and_told(printed: str, symbol: str) -> None:
    assert (parse(printed).canonical, parse(printed).repaired) == (symbol, True)
    (reference,) = cite(f"See {printed}, para. 3.")
    assert (reference.symbol, reference.repaired) == (symbol, True)


def test_a_session_that_had_not_reached_the_number_is_none() -> None:
    assert symbols("See A/RES/25/3379, para. 3.") == []


@pytest.mark.parametrize(
    ("text", "pinpoints"),
    [
        ("SC Res. 713, pmbl. paras. 3–4 (Sept. 25, 1991).", ["3–4"]),
        ("S.C. Res. 1373, pmbl., ¶ 3; G.A. Res. 60/147, pmbl. ¶ 4.", ["3", "4"]),
        ("S/RES/2178, op para 5.", ["5"]),
        ("S/RES/2254 (2015), fifth preambular para.", ["fifth"]),
        ("S/PRST/2010/3, seventh paragraph.", ["seventh"]),
        ("В п. 12 резолюции 2254 (2015) Совета Безопасности.", ["12"]),
        ("Resolución 1325 (2000) del Consejo de Seguridad, OP 8.", ["8"]),
        ("la résolution 1998/46 de la Commission, en particulier son annexe III", ["III"]),
        ("See A/HRC/10/3, paragraph 4 of the annex to A/HRC/11/4.", [None, "4"]),
        ("See A/HRC/10/3, paragraph 4 of the report of the Secretary-General (A/70/1).", [None, "4"]),
        ("See A/HRC/10/3, paragraph 4 of the annex, and A/HRC/11/4.", ["4", None]),
        (
            "Voir le paragraphe 3 de la résolution 1540 (2004), le paragraphe 4 de la résolution 1673 (2006) et le"
            " paragraphe 5 de la résolution 1810 (2008) du Conseil de sécurité.",
            ["3", "4", "5"],
        ),
        (
            "Véanse el párrafo 3 de la resolución 1540 (2004), el párrafo 4 de la resolución 1673 (2006).",
            ["3", "4"],
        ),
        ("в соответствии с пунктом 3 резолюции 60/251, пунктом 4 документа A/HRC/10/3 Ассамблеи", ["3", "4"]),
        ("الفقرة 3 من الوثيقة A/HRC/10/3، والفقرة 4 من الوثيقة A/HRC/11/4", ["3", "4"]),
        ("в соответствии с документами A/HRC/10/3, пункт 4, и A/HRC/11/4", ["4", None]),
    ],
)
def test_pinpoints(text: str, pinpoints: list[str | None]) -> None:
    assert [reference.pinpoint for reference in cite(text)] == pinpoints


def test_the_annex_to_which_is_a_pinpoint() -> None:
    (reference,) = cite("The Assembly adopted resolution 41/128, the annex to which contains the Declaration.")
    assert (reference.pinpoint_kind, reference.pinpoint) == ("annex", None)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("UNGA Res 377(V) (3 November 1950) UN Doc A/RES/377(V)A.", "A/RES/377(V)A"),
        ("Comm. Against Racism, General Recommendation No. 23, U.N. Doc. A/52/18, annex V.", "A/52/18"),
        ("G.A. Res. 2625 (XXV), Annex, 25 U.N. GAOR, Supp. No. 28, U.N. Doc. A/8028 (1970).", "A/RES/2625(XXV)"),
        ("G.A. Res. 217A (III), U.N. Doc. A/810 at 71 (Dec. 10, 1948).", "A/RES/217(III)A"),
        ("General Assembly resolution 60/147, document A/60/2.", None),
        ("G.A. Res. 60/147, para. 3, and U.N. Doc. A/60/1.", None),
    ],
)
def test_what_the_document_right_behind_prints_is_one_source_with_it(text: str, symbol: str | None) -> None:
    notes = cite(f"One.1 Two.2\n\n1. See {text}\n2. Id. at 3.\n")
    assert [reference.symbol for reference in notes if reference.kind == "ibid"] == [symbol]


def test_the_document_before_a_supra_is_what_it_repeats() -> None:
    text = "1. SC Res. 713 (1991); SC Res. 688 (1991).\n2. See A/60/1.\n3. SC Res. 688, supra note 1, para. 5.\n"
    supra = cite(text)[-1]
    assert (supra.kind, supra.symbol, supra.pinpoint) == ("supra", "S/RES/688(1991)", "5")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A/CN.4/114 + Add.1–6 Observations of Governments",
            ["A/CN.4/114", "A/CN.4/114/Add.1", "A/CN.4/114/Add.6"],
        ),
        ("See A/62/439 and Add.1 and 2 countries", ["A/62/439", "A/62/439/Add.1"]),
        ("A/C.3/62/SR.22-33 Members spoke", ["A/C.3/62/SR.22", "A/C.3/62/SR.33"]),
    ],
)
def test_the_end_of_a_range_counts_nothing(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


def test_numbers_of_lists_and_of_addenda_mark_no_notes() -> None:
    text = "A/HRC/10/1, paras. 1 (a)–(d), 2 (e) and 3 (f). Ibid., para. 5."
    assert [(one.symbol, one.note) for one in cite(text)] == [("A/HRC/10/1", None)] * 2
    text = "A/CN.4/227 + Add.1 Fifth report\nA/CN.4/228 + Add.2 Second report\nA/5687 Depositary practice"
    assert {one.note for one in cite(text)} == {None}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Advisory Committee recalls that, in its resolution 66/246, paragraph 86, the General Assembly asked.",
            ["A/RES/66/246"],
        ),
        (
            "L'Assemblée générale a parlé de l'Union européenne. Au paragraphe 3 de sa résolution 66/253 A, elle agit.",
            ["A/RES/66/253A"],
        ),
        (
            "General Assembly resolution 1995 (XIX) founded UNCTAD; resolutions 63/204 and 66/185 reviewed it.",
            ["A/RES/1995(XIX)", "A/RES/63/204", "A/RES/66/185"],
        ),
        (
            "resolutions of the General Assembly (60/180) and the Security Council (1645 (2005)).",
            ["A/RES/60/180", "S/RES/1645(2005)"],
        ),
        (
            "resolutions of the Human Rights Council: 15/21 and 21/16; and of the Commission on Human Rights: 2000/38.",
            ["A/HRC/RES/15/21", "A/HRC/RES/21/16", "E/CN.4/RES/2000/38"],
        ),
        (
            "resolutions of the Human Rights Council 15/21, as well as of the General Assembly, among them 65/205.",
            ["A/HRC/RES/15/21", "A/RES/65/205"],
        ),
        (
            "HRC resolution 16/18, extended by 25/30, and renewed in 31/26.",
            ["A/HRC/RES/16/18", "A/HRC/RES/25/30", "A/HRC/RES/31/26"],
        ),
        ("Human Rights Council resolution 16/18, which was passed by 25/30 members.", ["A/HRC/RES/16/18"]),
        ("General Assembly resolution 37/99 A through K", ["A/RES/37/99A", "A/RES/37/99K"]),
        (
            "GA Res. 194(III), para. 11, spoke of return; 273(III) admitted a State; 302(IV) founded an agency.",
            ["A/RES/194(III)", "A/RES/273(III)", "A/RES/302(IV)"],
        ),
        (
            "Security Council resolution 1267 (1999), which created the Committee; and 2253 (2015) widened it.",
            ["S/RES/1267(1999)", "S/RES/2253(2015)"],
        ),
        ("Security Council Resolutions 54, 56, 62 and 73 governed the truces.", [f"S/RES/{n}" for n in _EARLY]),
        ("The Security Council resolution 15 years later, Security Council resolution 12 May.", []),
        ("Resolution 47 of the Human Rights Council, a draft resolution 47, Security Council, 15 May.", []),
        ("Resolución A.G. 2065 (XX).", ["A/RES/2065(XX)"]),
    ],
)
def test_the_organ_goes_on(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Economic and Social Council endorsed resolution 2008/38 of the Commission.", [None]),
        ("The General Assembly endorsed resolution 60/1 of the Commission.", [None]),
        ("The General Assembly endorsed resolution 60/1 of the Committee.", [None]),
        ("The Human Rights Council endorsed resolution 5/1 of the Advisory Committee.", [None]),
        ("The General Assembly endorsed resolution 5/1 of the Human Rights Council.", ["A/HRC/RES/5/1"]),
        ("The Tribunal, adopted by resolution 351 A (IV)", [None]),
        (
            "ESCAP adopted resolution 64/1 in 2008. It took note of General Assembly resolution 60/1. Resolution 64/1"
            " changed its structure.",
            [None, "A/RES/60/1", None],
        ),
        ("The Commission,\nRecalling resolution 71/1 and Assembly resolution 70/1,", [None, "A/RES/70/1"]),
        ("麻醉药品委员会，回顾其第53/4号决议和大会第64/182号决议，", [None, "A/RES/64/182"]),
        ("إن لجنة المخدرات، إذ تشير إلى قراريها 53/4 و 52/2 وقرار الجمعية العامة 64/182", [None, None, "A/RES/64/182"]),
        ("E/ESCAP/75/38, resolution 75/1", ["E/ESCAP/75/38", None]),
        ("HSP/GC/26/6: resolution 26/8", ["HSP/GC/26/6", None]),
        ("A/AC.105/1, resolution 60/147", ["A/AC.105/1", "A/RES/60/147"]),
    ],
)
def test_no_symbol_of_another_organ(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected


def test_committees_as_american_law_reviews_abbreviate_them() -> None:
    text = "Comm. on the Rights of the Child, General Comment No. 5, U.N. Doc. CRC/GC/2003/5 (2003)."
    assert symbols(text) == ["CRC/GC/2003/5", "CRC/GC/2003/5"]


def test_the_organ_that_follows_is_named_though_its_resolutions_have_no_symbols() -> None:
    text = "The Human Rights Council met. In its resolution 4/6 on plastics, the Environment Assembly spoke."
    (reference,) = cite(text)
    assert (reference.symbol, reference.organ) == (None, "united_nations_environment_assembly")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Asamblea General: 45/177; 57/270 B; 61/16. Consejo Económico y Social: 1998/46; decisión 1999/281.",
            ["A/RES/45/177", "A/RES/57/270B", "A/RES/61/16", "E/RES/1998/46", "E/DEC/1999/281"],
        ),
        ("Mandates of the Human Rights Council: 16/23, 25/13 and 34/19.", [f"A/HRC/RES/{n}" for n in _OF_MANDATES]),
        ("Security Council: 1325 (2000), 1820 (2008)", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("General Assembly: 65/281", ["A/RES/65/281"]),
        ("General Assembly: 60/40 in favour", []),
        ("Votes in the General Assembly: 120/30, 110/40", []),
        ("Meetings of the Human Rights Council: 10/3, 12/3", []),
        ("The assembly: 45/177, 46/1", []),
    ],
)
def test_lists_behind_an_organ_and_a_colon(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La Resolución 1325 de 2000 y la Resolución 2625 de 1970 de las Naciones Unidas", _DATED_BY_YEAR),
        ("el Consejo de Seguridad y la Resolución 2625 de 1970", ["A/RES/2625(XXV)"]),
        ("la résolution 1325 de 2000 du Conseil de sécurité", ["S/RES/1325(2000)"]),
        ("Resolución 1441 de 2013 del Ministerio de Salud", []),
        ("El Ministerio de Salud expidió la Resolución 1820 de 2008.", []),
        ("Resolución 1325 de 2000 de la Superintendencia Nacional de Salud", []),
        ("Informe E/2020/22E/C.12/2019/3", ["E/2020/22", "E/C.12/2019/3"]),
        ("E/1990/5/Add.22(E/C.12/1995/SR.46-48)", ["E/1990/5/Add.22", "E/C.12/1995/SR.46", "E/C.12/1995/SR.48"]),
        ("A/65/L.78A/65/L.78", ["A/65/L.78", "A/65/L.78"]),
        ("CEDAW/C/UK/3 and Add.1 and 2", ["CEDAW/C/UK/3", "CEDAW/C/UK/3/Add.1", "CEDAW/C/UK/3/Add.2"]),
        ("قرار مجلس الأمن التابع للأمم المتحدة رقم 1515", ["S/RES/1515(2003)"]),
        ("الوثيقة CCPR/C/SR.35, 36 and 37. تقرير اللجنة", ["CCPR/C/SR.35", "CCPR/C/SR.36", "CCPR/C/SR.37"]),
        ("الوثيقة A/AC.105/CRP.1 وAdd.1وAdd.2 تقرير", ["A/AC.105/CRP.1", *_ADDED]),
        ("resolution 1189 (1998)of 13 August 1998", ["S/RES/1189(1998)"]),
    ],
)
def test_forms_of_real_texts(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("A/54/38, paras. 278-318 (1999).", "278-318"),
        ("A/54/38, paras. 1-3 (1993).", "1-3"),
        ("A/54/38, paras. 12, 1822 (2008).", "12"),
        ("A/54/38, paras. 4-5\nDecision", "4-5"),
    ],
)
def test_the_end_of_a_range_of_paragraphs_before_a_year(text: str, pinpoint: str) -> None:
    assert cite(text)[0].pinpoint == pinpoint


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNITED NATIONS General Assembly\nResolution 60/147. Basic Principles", ["A/RES/60/147"]),
        ("The Economic Programme\nresolution 60/147", [None]),
        ("the Interpol General Assembly resolution 60/147", [None]),
    ],
)
def test_what_stands_before_an_organ_or_at_the_end_of_a_line(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(("council", "issuer"), [("the Council", "A/HRC/7/78"), ("the Human Rights Council", None)])
def test_rows_of_a_table_of_contents_with_dots(council: str, issuer: str | None) -> None:
    text = (
        f"CONTENTS\n\nPart One: Resolutions adopted by {council} at its seventh session ...... 7\n\n"
        "7/1. Violations in a territory ...... 7\n\n7/2. Composition of the staff ...... 8\n"
    )
    assert [one.symbol for one in cite(text, issuer=issuer)] == ["A/HRC/RES/7/1", "A/HRC/RES/7/2"]


def test_rows_of_a_table_of_contents_whose_council_nobody_knows_are_none() -> None:
    assert symbols("Resolutions adopted by the Council at its session ...... 7\n\n7/1. Violations ...... 7\n") == []
