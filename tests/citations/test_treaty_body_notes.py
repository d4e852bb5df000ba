"""Forms of the notes of treaty bodies, of the Human Rights Council and of law reviews on them."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite

CASE = "Doe v. Ruritania"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"See communication No. 1756/2008, {CASE}. See communications Nos. 1873/2009 and 2217/2012.",
            ["communication No. 1756/2008", "communications Nos. 1873/2009", "2217/2012"],
        ),
        (
            f"1 See communication No. 1756/2008, {CASE}, para. 6.2.\n"
            f"2 See communications No. 1873/2009, {CASE}, para. 9.6, and No. 2217/2012, Roe v. Ruritania, para. 7.5.",
            ["communication No. 1756/2008", "communications No. 1873/2009", "2217/2012"],
        ),
        (
            "See communications Nos. 1873/2009, para. 9.6, and 2217/2012, para. 7.5.",
            ["communications Nos. 1873/2009", "2217/2012"],
        ),
        (
            "See Poe v. Ruritania (communications Nos. 1593 to 1603/2007), para. 7.4.",
            ["communications Nos. 1593 to 1603/2007"],
        ),
    ],
)
def test_communications(text: str, expected: list[str]) -> None:
    assert [one.text for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "issuer", "expected"),
    [
        (
            "General comments No. 13 (1999) on the right to education (art. 13) and No. 11 (1999) on plans (art. 14).",
            "E/C.12",
            ["E/C.12/1999/10", "E/C.12/1999/4"],
        ),
        ("1. Recalls Council resolutions 5/1 and 5/2;", "A/HRC", ["A/HRC/RES/5/1", "A/HRC/RES/5/2"]),
        ("3. Reaffirms Assembly resolution 53/144;", "A/HRC", ["A/RES/53/144"]),
        ("2. Endorses Commission resolution 2005/80;", "A/HRC", ["E/CN.4/RES/2005/80"]),
        ("HR Committee, General Comment No 32; HRCtee, GC 35.", None, ["CCPR/C/GC/32", "CCPR/C/GC/35"]),
        (
            "See E/CN.4/2005/135, chap. II, sect. A, resolution 2005/69.",
            "A",
            ["E/CN.4/2005/135", "E/CN.4/RES/2005/69"],
        ),
        ("Sub-Comm’n Res. 1 (XXIV) was followed.", None, ["E/CN.4/Sub.2/RES/1(XXIV)"]),
        (
            "the reports (E/CN.4/1994/3, 4, 6 and 110), and see E/CN.4/1994/7, 8.",
            None,
            ["E/CN.4/1994/3", "E/CN.4/1994/4", "E/CN.4/1994/6", "E/CN.4/1994/110", "E/CN.4/1994/7"],
        ),
        ("ECOSOC resolution 1503 follows from resolution 1503 (XLVIII) of ECOSOC.", None, ["E/RES/1503(XLVIII)"] * 2),
        ("Observation générale n° 12, CRC/C/GC/12; le Comité DESC", None, ["CRC/C/GC/12", "CRC/C/GC/12"]),
        ("Comm. on the Rts. of the Child, Gen. Comment No. 24, ¶ 22.", None, ["CRC/C/GC/24"]),
        ("Комитет ООН по правам ребенка, Замечание общего порядка № 13", None, ["CRC/C/GC/13"]),
        ("经社文权利委员会第14号一般性意见", None, ["E/C.12/2000/4"]),
        ("A/RES/ES-10/15 and ES-10/14", None, ["A/RES/ES-10/15", "A/RES/ES-10/14"]),
        ("A/HRC/RES/24/35 and 61/24 of the General Assembly", None, ["A/HRC/RES/24/35"]),
        ("联大377(V)号决议。", None, ["A/RES/377(V)"]),
        ("Резолюция Генеральной Ассамблеи ES-11/1 от 2 марта 2022 года", None, ["A/RES/ES-11/1"]),
        ("The Views are in A/70/40 (Vol. II, Part One).", None, ["A/70/40(Vol.II/Partone)"]),
    ],
)
def test_symbols(text: str, issuer: str | None, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text, issuer=issuer)] == expected


def test_a_capital_within_a_sentence_is_a_name() -> None:
    assert symbols("In its session the Notes Council resolution 5/1 was adopted.") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UN Doc A/HRC/10/44 (14 January 2009) [50]–[52].", ("paragraph", "50–52")),
        ("UN Doc CCPR/C/59/D/560/1993 (30 April 1997) [9.2].", ("paragraph", "9.2")),
        ("UN Doc A/HRC/10/88 (3 March 2009) 15–17 [60].", ("paragraph", "60")),
        ("UN Doc CCPR/C/GC/36, [8].", ("paragraph", "8")),
        ("UN Doc E/CN.4/1982/30 (11 March 1982) 147.", ("page", "147")),
        ("UN Doc A/60/1 (3 March 2009) 15 States abstained.", (None, None)),
        ("See A/60/1. [3] The next note.", (None, None)),
        (
            "CAT/C/GC/2, available at: https://example.org/47ac.html [accessed 3 May 2015], para. 18.",
            ("paragraph", "18"),
        ),
        ("See E/CN.6/2013/11, chap. I, sect. A, para. 34 (aa).", ("paragraph", "I;A;34 (aa)")),
        ("U.N. Doc. Supp. No. 40 (A/36/40) at 166 (1981).", ("page", "166")),
        (
            "General Assembly resolution 2200A (XXI) (United Nations, Treaty Series, vol. 999, p. 171).",
            (None, None),
        ),
        ("La résolution 2719 (2023) du Conseil de sécurité, par 15 voix contre zéro.", (None, None)),
        ("See A/CONF.157/24, pt. I, ¶ 5.", ("paragraph", "I;5")),
        (
            "See A/HRC/27/16, paras. 114.9 (Ghana), 114.10 (Uruguay) and 115.2 (Slovenia).",
            ("paragraph", "114.9 (Ghana), 114.10 (Uruguay) and 115.2"),
        ),
    ],
)
def test_pinpoints(text: str, expected: tuple[str | None, str | None]) -> None:
    assert [(one.pinpoint_kind, one.pinpoint) for one in cite(text)] == [expected]


def test_the_page_behind_an_ibid_without_a_full_stop() -> None:
    text = "27 UN Doc E/CN.4/1982/30 (11 March 1982) 147.\n28 Ibid 148.\n29 Ibid. 30\n30 See A/60/1."
    assert [(one.text, one.pinpoint) for one in cite(text)][1:3] == [("Ibid", "148"), ("Ibid.", None)]


def test_op_cit_with_its_note() -> None:
    text = "1 See A/HRC/14/24, para. 33.\n2 CRC/C/GC/10, para. 32.\n3 Op. cit., note 1, para. 40."
    assert (cite(text)[-1].symbol, cite(text)[-1].pinpoint) == ("A/HRC/14/24", "40")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Security Council Resolutions 242 of November 22, 1967, and 338 of October 22, 1973, called",
            ["S/RES/242(1967)", "S/RES/338(1973)"],
        ),
        ("General Assembly Resolution 181 of November 29, 1947, partitioned", ["A/RES/181(II)"]),
        (
            "Security Council Resolutions on Women, Peace and Security: 1325 (2000), 1820 (2008).",
            ["S/RES/1325(2000)", "S/RES/1820(2008)"],
        ),
        (
            "The Security Council's resolutions on women, peace and security (1325 and 1820) oblige States.",
            ["S/RES/1325(2000)", "S/RES/1820(2008)"],
        ),
        ("Security Council Resolutions 1970/2011 and 1973/2011", ["S/RES/1970(2011)", "S/RES/1973(2011)"]),
        ("La Resolución 1325-2000 del Consejo de Seguridad de la ONU obliga.", ["S/RES/1325(2000)"]),
        ("The UN Security Council met. Resolution 1701, adopted in 2006, ended the war.", ["S/RES/1701(2006)"]),
        ("resolutions on trade (12 and 14) of the chamber", []),
    ],
)
def test_numbers_with_dates_and_behind_what_they_are_on(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "UN security council resolution 2334 says so.", ["S/RES/2334(2016)"]),
        ("en", "The United Nations human rights council adopted resolution 48/13.", ["A/HRC/RES/48/13"]),
        ("fr", "la résolution 2334 adoptée par le conseil de sécurité de l’ONU", ["S/RES/2334(2016)"]),
        ("es", "la resolución 194 de la asamblea general de la ONU", ["A/RES/194(III)"]),
        (
            "es",
            "Consejo de Seguridad: medidas previstas en resoluciones como la 1267 de 1999, la 1373 de 2001, la 1718",
            ["S/RES/1267(1999)", "S/RES/1373(2001)", "S/RES/1718(2006)"],
        ),
        ("es", "fiel a la resolución N° 1.988, aprobada por el Consejo de Seguridad", ["S/RES/1988(2011)"]),
        ("fr", "Distr. GÉNÉRALE\n\nCCPR/C/SR.239318 octobre 2006\n\nOriginal: FRANÇAIS", ["CCPR/C/SR.2393"]),
        ("es", "El consejo de seguridad de la empresa adoptó la resolución 1325.", []),
        ("fr", "L’ONU agit. La résolution 181, adoptée le 29 novembre 1947, préconisait cela.", ["A/RES/181(II)"]),
        ("es", "La ONU actúa. La resolución 338, aprobada el 22 de octubre de 1973, exige eso.", ["S/RES/338(1973)"]),
        ("ru", "Совет Безопасности ООН собрался. Резолюция 1701, принятая в 2006 году.", ["S/RES/1701(2006)"]),
        ("ar", "اجتمع مجلس الأمن الدولي. وينص القرار 1701 الصادر عام 2006 على ذلك.", ["S/RES/1701(2006)"]),
        ("en", "The club acted. Resolution 338, adopted on 22 October 1973, calls for it.", []),
        ("en", "In its resolution 1680, adopted unanimously, the Security Council calls", ["S/RES/1680(2006)"]),
        ("en", "Resolution 1559 (disarmament of militias) of the Security Council", ["S/RES/1559(2004)"]),
        ("es", "La Resolución 1441 (2002) de SUNAT, sin perjuicio del Consejo de Seguridad de la ONU.", [None]),
        ("fr", "La résolution 1540 (2004) de la Haute Autorité, et le Conseil de sécurité", [None]),
        ("en", "Resolution 1325 (2000) of the Synod honoured the Security Council.", [None]),
    ],
)
def test_the_press(language: str, text: str, expected: list[str | None]) -> None:
    assert [one.symbol for one in cite(text, language=language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("es", "Resolución 1011 (1995), párrafos operativos 7 y 8", ["7 y 8"]),
        ("fr", "résolution 1373 (2001), paragraphe opératoire 2", ["2"]),
        ("es", "Véase A/HRC/31/1, numeral 12.", ["12"]),
        ("fr", "Résolution 2648 (2022) du Conseil de sécurité : paragraphe 4", ["4"]),
        ("fr", "voir A/53/44 et A/53/44/Corr.1, annexe IX", ["IX", "IX"]),
    ],
)
def test_pinpoints_in_french_and_spanish(language: str, text: str, expected: list[str]) -> None:
    assert [one.pinpoint for one in cite(text, language=language)] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "1. Rapport, A/56/10, p. 76.\n2. Daillier, Droit, Paris, 2009, p. 1.\n3. Rapport, préc., note 1, p. 81.",
        ),
        (
            "fr",
            "1. Rapport, A/56/10, p. 76.\n2. Daillier, Droit, Paris, 2009, p. 1.\n3. Rapport, précité, note 1, p. 81.",
        ),
        (
            "es",
            "1. Informe, A/56/10, p. 76.\n2. Crawford, Los artículos, Madrid, 2004.\n3. Informe, cit., nota 1, p. 81.",
        ),
    ],
)
def test_words_that_point_back_to_a_note(language: str, text: str) -> None:
    last = cite(text, language=language)[-1]
    assert (last.kind, last.symbol, last.pinpoint) == ("supra", "A/56/10", "81")


def test_the_name_of_the_sub_commission_ends_before_that_of_the_commission() -> None:
    text = (
        "1990/64. Work of the Sub-Commission on Prevention of Discrimination and Protection of Minorities\n\n"
        "The Commission on Human Rights, Recalling its tasks under Commission resolutions 8 (XXIII) of 16 March 1967,"
    )
    assert symbols(text) == ["E/CN.4/RES/1990/64", "E/CN.4/RES/8(XXIII)"]
