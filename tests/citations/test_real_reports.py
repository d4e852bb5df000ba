"""Forms of real reports and resolutions, in several languages: lists, tables, preambles, and how scans print them."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

_TABLE = "1557 (2004)    12 August 2004    Iraq\n1558 (2004)    17 August 2004    Somalia"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the list goes on
        (
            "ru",
            "резолюции Совета Безопасности 1267 (1999) ( 995_452 ), 1333 (2000) ( 995_677 ) и 1822 (2008)",
            ["S/RES/1267(1999)", "S/RES/1333(2000)", "S/RES/1822(2008)"],
        ),
        (
            "en",
            "Summary records: A/C.2/49/SR.3, 12 and 33\nReports of the Committees: A/49/726",
            ["A/C.2/49/SR.3", "A/C.2/49/SR.12", "A/C.2/49/SR.33", "A/49/726"],
        ),
        ("en", "He took note of T/1084 and Add.1.21/\n\n19/ See", ["T/1084", "T/1084/Add.1"]),
        ("en", "on the basis of A/CN.9/WP.37 and Add.1.5\n\n13. It", ["A/CN.9/WP.37", "A/CN.9/WP.37/Add.1"]),
        # whose they are
        (
            "en",
            "It takes account of Council resolutions 590 (XX) and 664 (XXIV), and of Trusteeship Council resolution "
            "1369 (XVII).",
            ["E/RES/590(XX)", "E/RES/664(XXIV)", "T/RES/1369(XVII)"],
        ),
        (
            "fr",
            "Le Conseil économique et social,\n\nCrée une Commission dont le mandat, fixé par sa résolution 37 (IV) "
            "du 28 mars 1947, est repris.",
            ["E/RES/37(IV)"],
        ),
        (
            "fr",
            "L'Assemblée générale,\n\nVu la résolution 9 (I) du 9 février 1946,\n\nRenvoie à la résolution 323 (IV), "
            "ainsi qu'à la résolution 110 (V) du Conseil de tutelle.",
            ["A/RES/9(I)", "A/RES/323(IV)", "T/RES/110(V)"],
        ),
        ("en", "The Tenth Special Session of the General Assembly: resolution S-10/2.", ["A/RES/S-10/2"]),
        (
            "en",
            "The Commission met (E/CN.4/2001/167). By decision 2001/115 it took note of it.",
            ["E/CN.4/2001/167", "E/CN.4/DEC/2001/115"],
        ),
        (
            "es",
            "Consejo de Derechos Humanos\nInforme de la Tercera Comisión A/68/454\nResoluciones 68/146 a 68/148",
            ["A/68/454", "A/RES/68/146", "A/RES/68/148"],
        ),
        (
            "en",
            "The Human Rights Council adopted resolution 43/4 in accordance with General Assembly resolution 60/251. "
            "Its earlier resolution 34/18 is known.",
            ["A/HRC/RES/43/4", "A/RES/60/251", "A/HRC/RES/34/18"],
        ),
        (
            "en",
            "The Commission on the Status of Women adopted resolution 63/1 pursuant to General Assembly resolution "
            "70/163. Its resolution 60/2 is known.",
            [None, "A/RES/70/163", None],
        ),
        (
            "en",
            "The Economic and Social Council, on the recommendation of the Commission, adopted resolution 2013/40.",
            ["E/RES/2013/40"],
        ),
        ("en", "Resolution 1441 was adopted unanimously by the Security Council.", ["S/RES/1441(2002)"]),
        ("fr", "La résolution 1325 a été adoptée par le Conseil de sécurité.", ["S/RES/1325(2000)"]),
        ("en", "CEDAW/C/MMR/CO/EP/1 and CEDAW/C/IND/SP.1", ["CEDAW/C/MMR/CO/EP/1", "CEDAW/C/IND/SP.1"]),
        # tables and contents
        (
            "en",
            "I. Resolutions adopted by the Security Council from 1 August 2004 to 31 July 2005\n\n"
            f"Resolution number    Date of adoption    Subject\n{_TABLE}",
            ["S/RES/1557(2004)", "S/RES/1558(2004)"],
        ),
        (
            "en",
            "Resolutions adopted by the General Assembly during its twentieth session [2008 (XX) - 2132 (XX)]",
            ["A/RES/2008(XX)", "A/RES/2132(XX)"],
        ),
        ("es", "65/290. Fortalecimiento\nLa Asamblea General\n,\nRecordando la Carta", ["A/RES/65/290"]),
        ("ru", "5/1. Строительство\nСовет по правам человека,\nдействуя в соответствии", ["A/HRC/RES/5/1"]),
        ("ru", "5/1. Строительство\n\nСовет по правам человека,\n\nдействуя в соответствии", ["A/HRC/RES/5/1"]),
        # without a word for resolutions
        (
            "fr",
            "les résolutions du Conseil de sécurité des 7 août et 4 décembre 1963 (181 (1963) et 182 (1963))",
            ["S/RES/181(1963)", "S/RES/182(1963)"],
        ),
        ("en", "The Council (S/2015/716) recalls paragraph 3 of 1612 (2005).", ["S/2015/716", "S/RES/1612(2005)"]),
        (
            "en",
            "The Security Council met. The draft recalls 1239 (1999) as well.",
            ["S/RES/1239(1999)"],
        ),
        # Arabic
        ("ar", "القرار 2248 (دإ-5) المؤرخ 19 أيار/مايو 1967", ["A/RES/2248(S-V)"]),
        ("ar", "القرار 1004 (دإط-2)", ["A/RES/1004(ES-II)"]),
        ("ar", "من قرار مجلس اﻷمن 841 (1993)", ["S/RES/841(1993)"]),
        ("ar", "بالاو (انظرCRC/C/SR.2269) المعقودة", ["CRC/C/SR.2269"]),
        ("ar", "(انظر CERD/C/SR.2628و2629)", ["CERD/C/SR.2628", "CERD/C/SR.2629"]),
        ("ar", "في جلستيها 2102 و2103CERD/C/SR.2102) المعقودة", ["CERD/C/SR.2102"]),
        (
            "ar",
            "تشير إلى قرارها 181 (د-2) المؤرخ 29 تشرين الثاني/نوفمبر 1947 وقرارها 194 (د-3)",
            ["A/RES/181(II)", "A/RES/194(III)"],
        ),
        ("ar", "القرار دإط-10/14 وقرار الجمعية العامة دإ-19/2", ["A/RES/ES-10/14", "A/RES/S-19/2"]),
        (
            "ar",
            "إن مجلس حقوق الإنسان، إذ يشير إلى قراراته دإ-17/1 و19/22",
            ["A/HRC/RES/S-17/1", "A/HRC/RES/19/22"],
        ),
        # notes right behind a bracket, lists of general comments
        ("en", "Security Council resolution 1807 (2008)7. It met", ["S/RES/1807(2008)"]),
        ("en", "resolution 1514 (XV ) of the General Assembly", ["A/RES/1514(XV)"]),
        (
            "en",
            "The Committee on the Rights of the Child, in its general comments No. 5 (2003) on general measures of "
            "implementation, No. 14 (2013) on the right of the child and No. 19 (2016) on budgets",
            ["CRC/GC/2003/5", "CRC/C/GC/14", "CRC/C/GC/19"],
        ),
        # early documents and scans
        ("en", "1947: T/185 + Add.1-2 (3rd session)", ["T/185", "T/185/Add.1", "T/185/Add.2"]),
        ("en", "(T/PET.4/3, T/OBS.4/2, A/BUR/50)", ["T/PET.4/3", "T/OBS.4/2", "A/BUR/50"]),
        ("en", "takes note of document S/ 8247. See also (A/ 2465).", ["S/8247", "A/2465"]),
        ("en", "Document E/CN.4/AC.l/W.2/Rev.l and A/CONF.lO/6", ["E/CN.4/AC.1/W.2/Rev.1", "A/CONF.10/6"]),
        ("en", "resolution 2253 (ES -V) of the General Assembly", ["A/RES/2253(ES-V)"]),
    ],
)
def test_they_are_read(language: str, text: str, expected: list[str | None]) -> None:
    assert [one.symbol for one in cite(text, language=language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Security Council was briefed. The annex recalls 1200 (1998) cases of cholera.", []),
        ("en", "The resolutions of the Security Council fell from 22 (1947) to 8 (1950).", []),
        ("en", "Missions under Security Council resolutions - military observers: 1270 (1999).", []),
        (
            "en",
            "Security Council resolution 1244 (1999) set it up. Its staff fell to 1271 (1999).",
            ["S/RES/1244(1999)"],
        ),
        ("en", "The EU froze assets under Decision 2011/273. The Human Rights Council met.", [None]),
        ("en", "It recalls 1239 (1999), the journal of the parish.", []),
        ("en", "The United Nations recalls 1239 (1999).", []),  # nothing names the Security Council
        ("en", "The Security Council met in 1973 (1999) and 1988 (2011).", []),  # years
        ("es", "S/ 8247 por mes", []),
        ("en", "The General Assembly and the Human Rights Council met. Resolution S-10/2 is known.", [None]),
    ],
)
def test_what_is_none_is_left_out(language: str, text: str, expected: list[str | None]) -> None:
    assert [one.symbol for one in cite(text, language=language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "pinpoint"),
    [
        ("en", "under section E of Security Council resolution 687 (1991)", "E"),
        ("en", "E/CN.4/Sub.2/1985/21, paras. 22-25,\n1. Decides to extend it", "22-25"),
        ("fr", "Il renvoie au rapport S/2014/181, par. 22, à la résolution 52/231 de l'Assemblée", "22"),
        ("fr", "Bahreïn (A/HRC/8/19)\n\nTroisième partie: Résumé des débats", None),
        ("en", "Yearbook 1980, vol. II (Part Two), p. 31, document A/35/10", None),
        ("en", "the report, p. 31, A/35/10", "31"),
        ("en", "CESCR general comment No. 15 (2002) on the right to water (arts. 11 and 12), para. 12", "12"),
        ("en", "CRC general comment No. 14 (2013) on his or her best interests (art. 3, para. 1).", None),
        ("en", "Human Rights Committee, general comment No. 34 (article 19 of the Covenant), para. 25", "25"),
        ("ru", "(пункт 68 повестки дня)\nДоклады Генерального секретаря A/68/318", None),
    ],
)
def test_pinpoints(language: str, text: str, pinpoint: str | None) -> None:
    assert cite(text, language=language)[0].pinpoint == pinpoint


def test_an_ibid_behind_the_end_of_a_range_is_open() -> None:
    ibid = cite("1. See A/CN.4/490 and Add.1-7; ibid., para. 60.")[-1]
    assert (ibid.kind, ibid.symbol, ibid.reason) == ("ibid", None, "the note before cites several sources")


@pytest.mark.parametrize(
    ("named", "symbol"),
    [("消除种族歧视委员会", "CERD/C/GC/33"), ("人权事务委员会", "CCPR/C/GC/33")],  # the first one says "recommendation"
)
def test_a_general_comment_is_of_the_committee_that_the_text_names(named: str, symbol: str) -> None:
    found = cite(f"{symbol}\n\n{named}\n\n第七十五届会议\n\n第33号一般性意见\n\n后续行动", language="zh")
    assert [one.symbol for one in found] == [symbol, symbol]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        # the mark of a note right behind the name of an organ
        ("Recalling resolution 2005/68 of the Commission on Human Rights11. The expert", ["E/CN.4/RES/2005/68"]),
        (
            "Экономический и Социальный Совет; о резолюции 2005/68 Комиссии по правам человека123.",
            ["E/CN.4/RES/2005/68"],
        ),
        ("Recalling resolution 2005/68 of the Commission on Human Rights2005.", [None]),
        # a pinpoint between `in` and `its`
        (
            "The Advisory Committee recalls that, in section IV, paragraph 3, of its resolution 61/279, the General "
            "Assembly requested the report.",
            ["A/RES/61/279"],
        ),
        (
            "The Committee recalls that, in annex II to its resolution 7/29, the Human Rights Council asked.",
            ["A/HRC/RES/7/29"],
        ),
        (
            "The Committee asks, in section II, paragraph 3, of its resolution 10/2, the Human Rights Council to act.",
            [None],
        ),
        ("The Steering Committee, in paragraph 3 of its resolution 61/279, noted the report.", [None]),
        # whose they are is named before; who is asked, behind
        (
            "The Human Rights Council requests, in paragraph 9 of its resolution 48/4, the General Assembly to act.",
            ["A/HRC/RES/48/4"],
        ),
        (
            "إن مجلس حقوق الإنسان، إذ يشير إلى قرار الجمعية العامة 48/141 وقراره 48/12،",
            ["A/RES/48/141", "A/HRC/RES/48/12"],
        ),
        (
            "إن الجمعية العامة، إذ تشير إلى قرار مجلس حقوق الإنسان 34/16 وقرارها 48/12،",
            ["A/HRC/RES/34/16", "A/RES/48/12"],
        ),
        (
            "إن الجمعية العامة، إذ تشير إلى قرار مجلس حقوق الإنسان 34/16 وقراره 48/12،",
            ["A/HRC/RES/34/16", "A/HRC/RES/48/12"],
        ),
        # who is only reported, or recalls, is not the owner
        (
            "Le Conseil des droits de l’homme rappelle que, au paragraphe 5 de sa résolution 53/10, l’Assemblée",
            ["A/RES/53/10"],
        ),
        (
            "Comme suite au rapport du Conseil des droits de l’homme, au paragraphe 4 de sa résolution 74/10, "
            "l’Assemblée générale a décidé",
            ["A/RES/74/10"],
        ),
        (
            "En relación con el informe del Consejo de Derechos Humanos, en el párrafo 4 de su resolución 74/10, "
            "la Asamblea General decidió",
            ["A/RES/74/10"],
        ),
        # a gloss behind the pinpoint of a record
        (
            "It was said (A/C.6/74/SR.23, para. 12 (Austria), and SR.29, para. 101 (Peru)).",
            ["A/C.6/74/SR.23", "A/C.6/74/SR.29"],
        ),
        ("It was said in A/C.6/74/SR.23 (Monday), and 29 others.", ["A/C.6/74/SR.23"]),
        ("A/HRC/19/63 (the report of the Special Rapporteur), Add.1 to document S", ["A/HRC/19/63"]),
        # a committee right before another general comment
        (
            "15 CESCR, general comment No. 15 (2002), para. 3.\n16 General comment No. 15, para. 24; Committee on the "
            "Rights of the Child, general comment No. 16 (2013).",
            ["E/C.12/2002/11", "E/C.12/2002/11", "CRC/C/GC/16"],
        ),
    ],
)
def test_what_stands_between_a_number_and_its_organ(text: str, symbols: list[str | None]) -> None:
    assert [one.symbol for one in cite(text)] == symbols
