"""Lists of resolutions that go on another one past its pinpoint: whose the later ones are."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Assembly resolution 57/228 A, para. 3, and resolution 58/153.",
            ["A/RES/57/228A", "A/RES/58/153"],
        ),
        (
            "See resolution 1996/31 of the Commission, para. 4, and resolutions 1997/8 and 1998/2.",
            ["E/CN.4/RES/1996/31", "E/CN.4/RES/1997/8", "E/CN.4/RES/1998/2"],
        ),
        (
            "See resolution 1996/31 of the Commission, para. 4; and resolutions 1997/8 and 1998/2.",
            ["E/CN.4/RES/1996/31", "E/CN.4/RES/1997/8", "E/CN.4/RES/1998/2"],
        ),
        (
            "See Economic and Social Council resolution 2001/2, section II, and decision 2002/230.",
            ["E/RES/2001/2", "E/DEC/2002/230"],
        ),
        (
            "The Human Rights Council recalled General Assembly resolution 57/228 A, para. 3, and resolution 58/3.",
            ["A/RES/57/228A", "A/RES/58/3"],
        ),
        (
            "The General Assembly, recalling Human Rights Council resolution 34/16, para. 3, and resolution 37/20, "
            "decides.",
            ["A/HRC/RES/34/16", "A/HRC/RES/37/20"],
        ),
        (
            "The Economic and Social Council endorsed resolution 1996/31 of the Commission on Human Rights, para. 4, "
            "and resolutions 1997/8 and 1998/2.",
            ["E/CN.4/RES/1996/31", "E/CN.4/RES/1997/8", "E/CN.4/RES/1998/2"],
        ),
        (
            "The Commission on Human Rights took note of Economic and Social Council resolution 1996/31, para. 4, and "
            "resolution 1997/8.",
            ["E/RES/1996/31", "E/RES/1997/8"],
        ),
        (
            "The Sub-Commission, recalling resolution 1996/31 of the Commission on Human Rights, para. 4, and "
            "resolutions 1997/8 and 1998/2, asks States to act.",
            ["E/CN.4/RES/1996/31", "E/CN.4/RES/1997/8", "E/CN.4/RES/1998/2"],
        ),
        (
            "resolution 34/16 of the Human Rights Council, para. 3, resolution 55/2 of the Assembly, sect. V, para. "
            "20, and resolution 56/6",
            ["A/HRC/RES/34/16", "A/RES/55/2", "A/RES/56/6"],
        ),
        (
            "The Human Rights Council acted under paragraph 3 of General Assembly resolution 57/228 A and paragraph 4 "
            "of resolution 58/3.",
            ["A/RES/57/228A", "A/RES/58/3"],
        ),
        (
            "The Human Rights Council recalled General Assembly resolution 57/228 A of 22 May 2003, para. 3, as well "
            "as resolution 58/3, para. 4, and decision 58/404.",
            ["A/RES/57/228A", "A/RES/58/3", "A/DEC/58/404"],
        ),
        (
            "Security Council resolution 1325 (2000), para. 3, and General Assembly resolution 58/15, para. 2, and "
            "resolution 1820 (2008), para. 3, and resolution 59/14.",
            ["S/RES/1325(2000)", "A/RES/58/15", "S/RES/1820(2008)", "A/RES/59/14"],
        ),
        (
            "Conformément à la résolution 34/16 du Conseil des droits de l'homme, par. 3, et à la résolution 60/1 de "
            "l'Assemblée générale, par. 2, et à la résolution 61/2, le Secrétaire général",
            ["A/HRC/RES/34/16", "A/RES/60/1", "A/RES/61/2"],
        ),
        (
            "Véanse la resolución 34/16 del Consejo de Derechos Humanos, párr. 3, la resolución 60/1 de la Asamblea "
            "General, párr. 2, y la resolución 58/3.",
            ["A/HRC/RES/34/16", "A/RES/60/1", "A/RES/58/3"],
        ),
        (
            "См. резолюцию 34/16 Совета по правам человека, пункт 3, и резолюцию 60/1 Генеральной Ассамблеи, пункт 2, "
            "и резолюцию 58/3.",
            ["A/HRC/RES/34/16", "A/RES/60/1", "A/RES/58/3"],
        ),
        (
            "انظر قرار مجلس حقوق الإنسان 34/16، الفقرة 3، وقرار الجمعية العامة 60/1، الفقرة 2، والقرار 58/3.",
            ["A/HRC/RES/34/16", "A/RES/60/1", "A/RES/58/3"],
        ),
        (
            "见人权理事会第34/16号决议第3段和大会第60/1号决议第2段和第58/3号决议。",
            ["A/HRC/RES/34/16", "A/RES/60/1", "A/RES/58/3"],
        ),
    ],
)
def test_a_list_has_the_organ_of_the_one_that_it_goes_on(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected", "organs"),
    [
        (
            "Commission on the Status of Women resolution 50/2, para. 3, and resolution 51/2.",
            [None, None],
            ["commission_on_the_status_of_women"] * 2,
        ),
        (
            "See UN-Habitat Governing Council resolution 20/1, para. 2, and resolution 21/3.",
            [None, None],
            ["united_nations_human_settlements_programme"] * 2,
        ),
        (
            "The General Assembly recalled ESCAP resolution 66/15, para. 4, and resolution 67/1.",
            [None, None],
            ["economic_and_social_commission_for_asia_and_the_pacific"] * 2,
        ),
        (
            "See UNEP Governing Council decision 20/1, para. 3, and General Assembly resolution 60/1, para. 5.",
            [None, "A/RES/60/1"],
            ["united_nations_environment_programme", "general_assembly"],
        ),
        (
            "See Council of Europe resolution 1815 (2011), para. 3, and resolution 1325 (2000).",
            [None, "S/RES/1325(2000)"],
            ["council_of_europe", "security_council"],
        ),
        (
            "See ESCAP resolution 66/15, para. 4, and resolution 67/206.",
            [None, "A/RES/67/206"],
            ["economic_and_social_commission_for_asia_and_the_pacific", "general_assembly"],
        ),
    ],
)
def test_a_list_behind_an_organ_without_symbols(text: str, expected: list[str | None], organs: list[str]) -> None:
    assert [(one.symbol, one.organ) for one in cite(text)] == list(zip(expected, organs, strict=True))


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        # a number of another organ is between, and what follows may be either's
        (
            "General Assembly resolution 60/251, para. 5, resolution 5/1, para. 3, and resolution 33/4.",
            ("A/RES/33/4", "A/HRC/RES/33/4"),
        ),
    ],
)
def test_a_number_that_either_organ_can_have_stays_open(text: str, candidates: tuple[str, ...]) -> None:
    last = cite(text)[-1]
    assert (last.symbol, set(last.candidates)) == (None, set(candidates))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("See General Assembly resolution 57/228 A, para. 3, and resolution 58/3 of the Parliament of Ruritania.", []),
        (
            "General Assembly resolution 57/228 A, para. 3, and the Economic and Social Commission for Western Asia "
            "adopted resolution 30/3.",
            [None],
        ),
    ],
)
def test_a_number_with_an_organ_of_its_own_is_no_part_of_the_list(text: str, others: list[None]) -> None:
    assert symbols(text) == ["A/RES/57/228A", *others]


def test_each_list_is_gone_on_by_the_next_wherever_it_is_said_again() -> None:
    one = "the Assembly met. Human Rights Council resolution 34/16, para. 3, and resolution 37/20 apply to schools. "
    other = "the Assembly met. General Assembly resolution 34/16, para. 3, and resolution 37/20 apply to schools. "
    found = symbols(one * 30 + other * 30)
    assert found == ["A/HRC/RES/34/16", "A/HRC/RES/37/20"] * 30 + ["A/RES/34/16", "A/RES/37/20"] * 30
