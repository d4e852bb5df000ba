"""Early and short symbols that stand alone in a note or in an item of a list, and codes that only look like it."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The General Assembly adopted the report.1\n\nNotes\n\n1 A/777.\n", ["A/777"]),
        ("The General Assembly adopted the report.1\n\nNotes\n\n1. A/777\n", ["A/777"]),
        ("The Security Council met.1 It met again.2\n\nNotes\n\n1 S/234.\n2 S/256, p. 3.\n", ["S/234", "S/256"]),
        ("1 E/800, Report of the Commission on Narcotic Drugs.\n", ["E/800"]),
        ("[^1]: E/800, Report of the third session.\n", ["E/800"]),
        ("Documents of the United Nations\n\n- A/777\n- E/800\n- S/123\n", ["A/777", "E/800", "S/123"]),
        ("Documents of the United Nations:\n(a) A/777;\n(b) E/800;\n", ["A/777", "E/800"]),
        ("Documents before the General Assembly\n\nA/777    Letter from Chile\nE/800    Report\n", ["A/777", "E/800"]),
        (
            "Records of the Security Council:\n\nS/321  Letter from Egypt\nS/322  Cablegram\nS/323\n",
            ["S/321", "S/322", "S/323"],
        ),
        (
            "The United Nations met.\n\nNotes\n\n1 A/812; see also E/900.\n2 S/777 (1948).\n",
            ["A/812", "E/900", "S/777"],
        ),
        ("1 A/777; E/800, Report of the Secretary-General.\n", ["A/777", "E/800"]),
        ("The Security Council met.1\n\nNotes\n\n1 S/234, 3 May 1949.\n", ["S/234"]),
        ("See rule 3 of E/33 and article 2 (1) of A/520.", ["E/33", "A/520"]),
        ("1/ A/777, Letter dated 3 May 1949 from the representative of Chile.\n", ["A/777"]),
        ("The Trusteeship Council met.1\n\n-----\n1 T/218, Report of the Visiting Mission.\n", ["T/218"]),
        ("L'Assemblée générale a adopté le rapport.1\n\nNotes\n\n1 A/777.\n", ["A/777"]),
        ("Les Nations Unies ont publié :\n- A/777, Rapport du Secrétaire général\n- A/778\n", ["A/777", "A/778"]),
        ("La Asamblea General aprobó el informe.1\n\nNotas\n\n1 A/777, Informe de la Comisión.\n", ["A/777"]),
        ("Генеральная Ассамблея приняла доклад.1\n\nПримечания\n\n1 A/777.\n", ["A/777"]),
        ("اعتمدت الجمعية العامة التقرير.\n\n- A/777، تقرير الأمين العام\n- A/778\n", ["A/777", "A/778"]),
        ("联合国大会通过了报告。\n\n- A/777\n- A/778\n", ["A/777", "A/778"]),
    ],
)
def test_an_early_symbol_is_enough_for_a_note_or_an_item(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations paid\n1 S/ 8.876,56\n2 S/ 250\n",
        "Las Naciones Unidas pagaron\n- S/250\n- S/300\n",
        "Rooms\n\n1 A/777\n2 A/778\n",
        "The United Nations has rented\n\nRoom     Rent\nA/777    500\nA/778    600\n",
        "1 A/777.\n2 A/778.\n",
        "Shoes\n- A/42\n- A/43\n",
        "The United Nations bought shoes:\n- A/42\n- A/43\n",
        "The committee hired an aeroplane.\n\n1 A/320 landed at night.\n",
        "The General Assembly met. They took the\nA/320 to Geneva.\n",
        "Cabinets of the United Nations\n\nCabinet no.\nA/101\nA/102\n",
        "Waybill:\nE/800\n",
        "Under section 3 of A/320 the wing was repaired.\n",
        "The United Nations flew\n- A/320, an aeroplane of many seats\n",
    ],
)
def test_what_only_looks_like_an_early_symbol_is_none(text: str) -> None:
    assert symbols(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Declaration, 10 December 1948, A/810 at 71.", [("A/810", "71")]),
        ("The Declaration, 10 December 1948, A/810 at p. 71.", [("A/810", "71")]),
        ("The Declaration, res. 217A (III), A/810 at 71 (1948).", [("A/RES/217(III)A", None), ("A/810", "71")]),
        ("They met on 10 December 1948, A/810 at noon.", []),
        ("The room A/320 at 10.", []),
        ("He came on 3 May 2004, A/320 at 10.", []),
    ],
)
def test_those_cited_by_a_page_behind_a_date_or_a_resolution(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.symbol, one.pinpoint) for one in cite(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Security Council met.\n\nCode: | S/726 |\nDate: | 29 March 1948 |", ["S/726"]),
        ("The Security Council met.\n\n| Symbol | Date |\n| S/726 | 29 March 1948 |\n", ["S/726"]),
        (
            "<p>The Security Council met.</p><table><tr><td>Code:</td><td>S/726</td><td>1948</td></tr></table>",
            ["S/726"],
        ),
        ("The Security Council met.\n\n| Seat | Date |\n| S/726 | 29 March 1948 |\n", []),
        ("The Security Council met.\n\nCode: | S/726 |\nDate: | 29 March 2018 |", []),
        ("The Security Council met.\n\nCode: | S/72 |\nDate: | 29 March 1948 |", []),
        ("They met.\n\nCode: | S/726 |\nDate: | 29 March 1948 |", []),
        ("The aircraft: | A/320 |\nused by the United Nations since 1978", []),
    ],
)
def test_those_alone_in_a_cell(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected
