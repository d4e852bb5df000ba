"""Numbers that only resolutions have the form of are read without a word that says so."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The General Assembly: the principles of 2625 (XXV) and 1514 (XV)", ["A/RES/2625(XXV)", "A/RES/1514(XV)"]),
        ("The General Assembly recalled 1514 (XV), and 2200 A (XXI).", ["A/RES/1514(XV)", "A/RES/2200(XXI)A"]),
        ("The General Assembly met.\n\n2625 (XXV) Declaration on Principles", ["A/RES/2625(XXV)"]),
        ("The General Assembly met (217 A (III)).", ["A/RES/217(III)A"]),
        ("The Economic and Social Council met, under 1503 (XLVIII).", ["E/RES/1503(XLVIII)"]),
        ("L'Assemblée générale : les principes de 2625 (XXV)", ["A/RES/2625(XXV)"]),
        (
            "Security Council resolutions 1822 (2008), !904 (2009), 2082 (2012) and 2133 (2014)",
            ["S/RES/1822(2008)", "S/RES/2082(2012)", "S/RES/2133(2014)"],
        ),
        ("The resolutions 48/264 (A/52/856) and 51/241 (A/52/855) of the General Assembly",
         ["A/RES/48/264", "A/52/856", "A/RES/51/241", "A/52/855"]),
    ],
)  # fmt: skip
def test_they_have_a_symbol(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


def test_decisions_of_conferences_are_open_with_their_organ() -> None:
    found = cite("The Parties recalled 1/CP.16, 2/CP.17 and 4/CMP.3.")
    assert [one.text for one in found] == ["1/CP.16", "2/CP.17", "4/CMP.3"]
    assert {(one.kind, one.symbol, one.organ) for one in found} == {
        ("decision", None, "united_nations_framework_convention_on_climate_change")
    }


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly met. Law 1514 (XV) was passed.",
        "The General Assembly noted that under 302 (IV) of the Penal Code",
        "The General Assembly: Sections 302 (I), 303 (II) and 304 (III) of the Act",
        "The General Assembly: box 120 (VI), 340 (VII) and 377 (V); iron, 300 (III)",
        "The General Assembly noted: pursuant to 302 (IV) IPC, he was sentenced.",
        "The General Assembly noted: under 302 (IV), 303 (IV) and 304 (IV) of the Code",
        "The General Assembly: Recueil des cours, 285 (V), pp. 9-489",
        "the parish council, under 1514 (XV), met",  # nothing tells of the United Nations
        "The United Nations, in Nature 1325 (2000), and in 1325 (2000)",
        "the file 12/1/CP.2 and 3.1/CP.2 of the United Nations",
        "The General Assembly under 1514 (II)",  # it had not come so far
    ],
)
def test_others_have_none(text: str) -> None:
    assert cite(text) == []


@pytest.mark.parametrize(
    ("number", "candidates"),
    [
        ("501 A", ["A/RES/501(V)A", "A/RES/501(VI)A"]),
        ("186", []),  # perhaps of a special session
        ("5000", []),
    ],
)
def test_a_number_alone_of_the_assembly_is_open_with_the_sessions_it_may_be_of(
    number: str, candidates: list[str]
) -> None:
    (found,) = cite(f"General Assembly resolution {number} was adopted.")
    assert (found.symbol, list(found.candidates)) == (None, candidates)
    assert found.reason == "the session or the year is not named"


def test_a_number_alone_of_the_assembly_is_that_of_the_resolution_named_in_full() -> None:
    found = cite("General Assembly resolution 181 (II) stands. Resolution 181 of the General Assembly does.")
    assert [one.symbol for one in found] == ["A/RES/181(II)", "A/RES/181(II)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安理会1325号决议和人权理事会5/1号决议", ["S/RES/1325(2000)", "A/HRC/RES/5/1"]),
        ("联大48/26号决议", ["A/RES/48/26"]),
        ("县政府12号决定、市议会1325号决议和2015年12号决议", []),
    ],
)
def test_chinese_numbers_without_their_sign(text: str, expected: list[str]) -> None:
    assert [one.symbol for one in cite(text)] == expected


def test_a_number_alone_of_the_assembly_that_one_session_has_is_settled() -> None:
    (found,) = cite("General Assembly resolution 1541 was adopted.")
    assert (found.symbol, found.candidates, found.reason) == ("A/RES/1541(XV)", (), None)
