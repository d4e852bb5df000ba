"""Numbers without a word for resolutions or without a session, which a date or a year beside them tells."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite

COUNCIL = "The Security Council recalls its resolution 186 (1964)."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{COUNCIL} Columns were mixed up in March, 187 (1964) of 13 March, 192 (1964) of which would be lost,",
         ["S/RES/186(1964)", "S/RES/187(1964)", "S/RES/192(1964)"]),
        (f"{COUNCIL} A law 1264 (1999) of 5 May 1999 and a book 1988 (2011) of 5 May came out.", ["S/RES/186(1964)"]),
        ("Recalling General Assembly resolutions 2066 (XX) of 16 December I 965, 2232 (XXI) of 20 December 1966,",
         ["A/RES/2066(XX)", "A/RES/2232(XXI)"]),
        ("General Assembly resolutions 65 (1) of 14 December 1946 and 141 (II) of 1 November 1947",
         ["A/RES/65(I)", "A/RES/141(II)"]),
        ("L'Assemblée générale réaffirme sa position, énoncée dans sa résolution 1514 du 14 décembre 1960.",
         ["A/RES/1514(XV)"]),
        ("The General Assembly met. The ministry, by resolution 1514 of 14 December 1960, closed it.", []),
        ("The Security Council met. The decree, 1325 (2000) of 3 May, was passed.", []),
        ("The General Assembly met. Resolution 3379, adopted in 1975, was about it.", ["A/RES/3379(XXX)"]),
        ("The Security Council met. On 23 September 1998 the Council adopted, after a debate, resolution 1199.",
         ["S/RES/1199(1998)"]),
        ("The Security Council met. On 23 September 1998 the ministry adopted resolution 1199.", []),
        ("United Nations Security Council Resolution 1244/99", ["S/RES/1244(1999)"]),
        ("United Nations Security Council Resolution 1244/98", []),
        ("UNSC Resolutions 2015 (64)", []),
        ("UNSC Resolution 2015 (2011)", ["S/RES/2015(2011)"]),
    ],
)  # fmt: skip
def test_the_date_tells_which_it_is(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("General Assembly resolution 251 is an early one.", "A/RES/251(III)"),
        ("General Assembly resolution 251 of 2006 founded it.", None),
        ("General Assembly resolution 194 was adopted a year after 1947.", None),
    ],
)
def test_another_year_rules_a_session_out(text: str, expected: str | None) -> None:
    assert symbols(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GA Res. 50/43–55 and Dec. 50/416.", ["A/RES/50/43", "A/RES/50/55", "A/DEC/50/416"]),
        ("General Assembly resolutions 60/5 and 61/2-4", ["A/RES/60/5", "A/RES/61/2", "A/RES/61/4"]),
        ("General Assembly resolution 57/1-3", []),
        ("resolutions 2/38-MM and 2/38-POL of the OIC", [None, None]),
    ],
)
def test_both_ends_of_a_range(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolución 2046 (S-III) del Consejo Económico y Social", "E/RES/2046(S-III)"),
        ("resolution 2046 (S-III)", "E/RES/2046(S-III)"),
        ("resolution 2248 (S-V)", "A/RES/2248(S-V)"),
    ],
)
def test_special_sessions_are_told_by_their_numbers(text: str, expected: str) -> None:
    assert symbols(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 ONU. Asamblea General. Resolución 40/33, anexo, regla 5.1.", "A/RES/40/33"),
        ("United Nations General Assembly. (1985). Resolution 40/33. Standard rules.", "A/RES/40/33"),
        ("Asamblea General de las Naciones Unidas (1985). Resolución 40/33.", "A/RES/40/33"),
        ("UN General Assembly. Resolution 40/33. New York, 1985.", "A/RES/40/33"),
        ("The case was heard by the General Assembly. Resolution 40/33 says so.", None),
    ],
)
def test_an_organ_named_alone_before_a_full_stop_is_the_author(text: str, expected: str | None) -> None:
    assert symbols(text) == [expected]


def test_what_a_resolution_adopted_is_no_owner_of_it() -> None:
    text = "Acogiendo la aprobación por la Asamblea General, en su resolución 61/177, de la Convención"
    assert symbols(text) == ["A/RES/61/177"]


def test_a_body_without_resolutions_has_none_that_only_stands_beside_it() -> None:
    text = (
        "The law was codified (resolution 174 (II)). The statute of the Commission is annexed to resolution 174 (II)."
    )
    assert symbols(text, "A/CN.4/10") == ["A/RES/174(II)", "A/RES/174(II)"]
    (found,) = cite("Recalling International Law Commission resolution 7/9,")
    assert (found.symbol, found.organ) == (None, "international_law_commission")


def test_brackets_behind_a_report_are_of_the_organ_that_can_have_the_number() -> None:
    text = "Report of the Board of Auditors, Supplement No. 5 (A/58/5), vol. II (resolutions 47/211 and 49/233 A)"
    assert symbols(text) == ["A/58/5", "A/RES/47/211", "A/RES/49/233A"]


def test_its_is_not_that_of_an_organ_that_has_no_such_number() -> None:
    text = "The General Assembly met. It welcomed the group of UN-Habitat set up pursuant to its resolution 72/226."
    assert symbols(text) == ["A/RES/72/226"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Resolution 1325 on women was adopted by the UN Security Council in 2000.", ["S/RES/1325(2000)"]),
        ("Resolution 1325, which the Security Council adopted in 2000, is about women.", ["S/RES/1325(2000)"]),
        ("La résolution 1325 a été adoptée par le Conseil de sécurité.", ["S/RES/1325(2000)"]),
        ("La resolución 1325 fue aprobada por el Consejo de Seguridad.", ["S/RES/1325(2000)"]),
        ("Резолюция 1325 была принята Советом Безопасности.", ["S/RES/1325(2000)"]),
        ("Resolution 1325 was passed by the town council.", []),
        ("Resolution 1325 was read by the Security Council.", []),
    ],
)
def test_who_is_said_behind_to_have_adopted_it(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


def test_what_the_assembly_is_said_to_have_adopted_is_open_without_a_session() -> None:
    (found,) = cite("The General Assembly adopted resolution 501.")
    assert (found.symbol, found.candidates) == (None, ("A/RES/501(V)", "A/RES/501(VI)"))
    assert cite("The General Assembly adopted resolution 30.") == []


def test_numbers_behind_an_organ_and_a_word_that_introduces_them() -> None:
    text = "les résolutions du Conseil de sécurité des Nations Unies, y compris les n° 1173, 1176 et 1306"
    assert symbols(text) == ["S/RES/1173(1998)", "S/RES/1176(1998)", "S/RES/1306(2000)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("G.A. Res. 36/97 (C) (Dec. 9, 1981)", "A/RES/36/97C"),
        ("General Assembly resolution 217 (III)(A)", "A/RES/217(III)A"),
        ("General Assembly resolution 51/7 (a)", "A/RES/51/7"),
    ],
)
def test_letters_in_brackets(text: str, expected: str) -> None:
    assert symbols(text) == [expected]
