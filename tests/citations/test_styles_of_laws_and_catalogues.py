"""How laws, encyclopaedias, catalogues and old records cite."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "in accordance with the Security Council Resolution (UNSCR) 2127 (2013) of 5 December 2013",
            [("Resolution (UNSCR) 2127 (2013)", "S/RES/2127(2013)")],
        ),
        (
            "The Security Council met, recalling resolutions on Lebanon including 501 (1982), 508 (1982) and"
            " 520 (1982).",
            [
                ("501 (1982)", "S/RES/501(1982)"),
                ("508 (1982)", "S/RES/508(1982)"),
                ("520 (1982)", "S/RES/520(1982)"),
            ],
        ),
        (
            "Les résolutions du Conseil sur les enfants dont 1261 (1999) et 1314 (2000)",
            [("1261 (1999)", "S/RES/1261(1999)"), ("1314 (2000)", "S/RES/1314(2000)")],
        ),
        (
            "L'Assemblée générale. Résolutions pertinentes : 60/286 et 71/323",
            [("Résolutions pertinentes : 60/286", "A/RES/60/286"), ("71/323", "A/RES/71/323")],
        ),
        (
            "(see CAT/C/SR.177 and 178 and Add.2)",
            [
                ("CAT/C/SR.177", "CAT/C/SR.177"),
                ("178", "CAT/C/SR.178"),
                ("Add.2", "CAT/C/SR.178/Add.2"),
            ],
        ),
        ("UN Doc. A/CN.4/L 182. And A/C.3/L 4 copies", [("A/CN.4/L 182", "A/CN.4/L.182")]),
        ("Document AEC/C.1/85 (AEC/37)", [("AEC/C.1/85", "AEC/C.1/85"), ("AEC/37", "AEC/37")]),
        ("The invoice AEC/37 was paid.", []),
        ("Decision of 9 April 1962 (S/511 1) and (S/S331)", []),
    ],
)
def test_they_are_read(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.text, one.symbol) for one in cite(text)] == expected


@pytest.mark.parametrize("symbol", ["ENDC/PV.200", "TNCD/1", "DC/SC.1/41", "S/C.3/32", "AEC/C.2/W.3", "A/RES/56/509"])
def test_series_of_disarmament_are_in_the_table(symbol: str) -> None:
    assert str(parse(symbol)) == symbol


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Source of Position: A/HRC/43/15 - Para 121", "121"),
        ("A/HRC/43/15/Add.1 – para.3", "3"),
        ("A/HRC/43/15 - Page 3", None),
        ("La résolution 1452 (2002) du 20 décembre 2002, en son paragraphe 1, prévoit", "1"),
    ],
)
def test_a_pinpoint_may_stand_behind_a_dash_or_its(text: str, expected: str | None) -> None:
    (found,) = cite(text)
    assert found.pinpoint == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "This followed resolutions 2056 and 2071 (2012) of the Council. The Security Council met.",
            ["S/RES/2056(2012)", "S/RES/2071(2012)"],
        ),
        (
            "The Security Council recalled resolutions 501 (1982) and 508 (1982), and the Force approved in"
            " 426 (1978), and extended it.",
            ["S/RES/501(1982)", "S/RES/508(1982)", "S/RES/426(1978)"],
        ),
        ("The town adopted resolutions 56 and 71 (2012).", []),
    ],
)
def test_numbers_share_a_year_or_stand_alone_with_it(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "   2004/28\n   United Nations standards and norms\n\n   The Economic and Social Council,\n   Recalling",
            ["E/RES/2004/28"],
        ),
        ("41/6.消除对妇女和女童一切形式的歧视\n\n人权理事会,\n\n又回顾", ["A/HRC/RES/41/6"]),
        ("The score was\n60/251\nin the match\n\nThe General Assembly,\nRecalling", []),
        ("委员会注意到题为“革新”的第52/12 B号决议。", ["A/RES/52/12B"]),
        ("قرار مجلس الأمن في الأمم المتحدة 1540 (2004)", ["S/RES/1540(2004)"]),
    ],
)
def test_heads_of_texts_and_letters(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The General Assembly, Recalling its resolutions 1995 (XIX) of 30 December 1964, as amended, on the"
            " establishment of a conference, 41/168 of 5 December 1986 and 43/27 of 18 November 1988,",
            ["A/RES/1995(XIX)", "A/RES/41/168", "A/RES/43/27"],
        ),
        ("A/CN.4/175 (see A/CN.4/182) + Add.1 Law", ["A/CN.4/175", "A/CN.4/182", "A/CN.4/175/Add.1"]),
        ("A/CN.4/175 (see A/CN.4/182 and Add.1)", ["A/CN.4/175", "A/CN.4/182", "A/CN.4/182/Add.1"]),
        ("A/72/3 et Add.1 à 3\n14     Suite donnée aux textes", ["A/72/3", "A/72/3/Add.1", "A/72/3/Add.3"]),
    ],
)
def test_lists_go_on(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "L'Assemblée générale, rappelant ses résolutions 54/55 B du 1 er décembre 1999 et 55/34 D",
            ["A/RES/54/55B", "A/RES/55/34D"],
        ),
        (
            "El Consejo de Derechos Humanos, recordando sus resoluciones 12/13, de 1º de octubre de 2009, y 15/7",
            ["A/HRC/RES/12/13", "A/HRC/RES/15/7"],
        ),
        ("Code: S/RES/952 (Document)", ["S/RES/952(1994)"]),
        ("Code: A/60/952", ["A/60/952"]),
        ("GA Dec. 49/423–26, and Res. 50/43-55", ["A/DEC/49/423", "A/DEC/49/426", "A/RES/50/43", "A/RES/50/55"]),
        ("CRC/C/NOR/5 and 6; CEDAW/C/LKA/3 and 4 States", ["CRC/C/NOR/5", "CRC/C/NOR/6", "CEDAW/C/LKA/3"]),
        ("A/RES/2065/XX", ["A/RES/2065(XX)"]),
        ("He took flight S/2004/15 to Rome.", []),
        ("决定终止安全理事会第661(1990)号决议所设委员会", ["S/RES/661(1990)"]),
    ],
)
def test_dates_codes_and_ranges(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


def test_a_pinpoint_behind_the_views_on_a_communication() -> None:
    (found,) = cite("Communication No. 214/2002, Views of 14 May 2004, para. 13.5")
    assert (found.pinpoint_kind, found.pinpoint) == ("paragraph", "13.5")
