"""Numbers in documents of commissions that number resolutions of their own, and those in brackets behind an organ."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("issuer", "number", "symbol"),
    [
        ("E/CN.6/2013/4", "resolution 70/1", "A/RES/70/1"),
        ("E/CN.7/2018/1", "resolution 70/1", "A/RES/70/1"),
        ("E/CN.15/2018/1", "resolution 70/1", "A/RES/70/1"),
        ("E/CN.15/2018/1", "resolution 60/1", "A/RES/60/1"),
        ("E/CN.3/2016/1", "resolution 68/3", "A/RES/68/3"),
        ("UNEP/EA.5/1", "resolution 70/1", "A/RES/70/1"),
        ("E/ESCAP/60/1", "resolution 84/1", "A/RES/84/1"),
        ("E/CN.6/2013/4", "resolution 65/1 of 22 September 2010", "A/RES/65/1"),
        ("E/CN.6/2013/4", "resolution 2010/5", "E/RES/2010/5"),
    ],
)
def test_what_the_issuer_has_not_come_to_is_not_its_own(issuer: str, number: str, symbol: str) -> None:
    assert symbols(f"Member States recalled {number}.", issuer) == [symbol]


@pytest.mark.parametrize(
    ("issuer", "number"),
    [
        ("E/CN.6/2013/4", "resolution 54/4"),
        ("E/CN.6/2026/4", "resolution 70/1"),
        ("commission_on_the_status_of_women", "resolution 70/1"),
        ("E/CN.7/2018/1", "resolution 60/1"),
        ("E/CN.15/2018/1", "resolution 26/4"),
        ("E/CN.9/2018/1", "resolution 2014/1"),
        ("E/ESCAP/73/1", "resolution 72/6"),
    ],
)
def test_what_it_may_have_adopted_stays_open(issuer: str, number: str) -> None:
    assert symbols(f"Member States recalled {number}.", issuer) == [None]


@pytest.mark.parametrize(
    ("issuer", "symbol"),
    [(None, "A/RES/70/1"), ("A/HRC/60/1", "A/RES/70/1"), ("A/HRC/70/1", "A/HRC/RES/70/1"), ("S/2030/1", None)],
)
def test_the_council_has_held_as_many_sessions_as_the_text_is_old(issuer: str | None, symbol: str | None) -> None:
    assert symbols("States recalled resolution 70/1.", issuer) == [symbol]


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        (
            "The General Assembly endorsed the recommendation of the Human Rights Council (resolution 48/3).",
            ("A/RES/48/3", "A/HRC/RES/48/3"),
        ),
        (
            "The General Assembly, welcoming the report of the Human Rights Council (resolution 48/3), decided so.",
            ("A/RES/48/3", "A/HRC/RES/48/3"),
        ),
        (
            "The General Assembly took note of the resolution of the Human Rights Council (resolution 48/13).",
            ("A/RES/48/13", "A/HRC/RES/48/13"),
        ),
        (
            "The Economic and Social Council endorsed the view of the Commission on Human Rights (resolution 2000/3).",
            ("E/RES/2000/3", "E/CN.4/RES/2000/3"),
        ),
        (
            "L'Assemblée générale a fait sienne la recommandation du Conseil des droits de l'homme (résolution 48/3).",
            ("A/RES/48/3", "A/HRC/RES/48/3"),
        ),
        (
            "La Asamblea General hizo suya la recomendación del Consejo de Derechos Humanos (resolución 48/3).",
            ("A/RES/48/3", "A/HRC/RES/48/3"),
        ),
    ],
)
def test_a_number_in_brackets_behind_what_is_spoken_of_stays_open(text: str, candidates: tuple[str, ...]) -> None:
    assert [(one.symbol, one.candidates) for one in cite(text)] == [(None, candidates)]


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("The General Assembly endorsed the view of the Human Rights Council (resolution 60/251).", "A/RES/60/251"),
        ("The General Assembly endorsed the view of the Human Rights Council (resolution 5/1).", "A/HRC/RES/5/1"),
        ("as requested by the Human Rights Council (resolution 48/3)", "A/HRC/RES/48/3"),
        ("The report of the Human Rights Council (resolution 48/3) is long.", "A/HRC/RES/48/3"),
        ("The General Assembly noted the adoption by the Human Rights Council (resolution 48/3).", "A/HRC/RES/48/3"),
        (
            "The General Assembly noted the view of the Human Rights Council (resolution 48/3 of 7 October 2021).",
            "A/HRC/RES/48/3",
        ),
    ],
)
def test_a_number_in_brackets_that_only_one_of_them_can_have_is_its(text: str, symbol: str) -> None:
    assert symbols(text) == [symbol]


@pytest.mark.parametrize("heading", ["Resolutions", "List of resolutions", "## RESOLUTIONS"])
def test_rows_below_a_heading_without_an_organ_are_the_issuers(heading: str) -> None:
    text = f"{heading}\n\n2003/1\n2003/2, Children\n2003/3 Women\n\nDecisions\n\n2003/101\n2003/102\n"
    numbers = [f"E/CN.4/RES/2003/{number}" for number in (1, 2, 3)]
    assert symbols(text, "E/CN.4") == [*numbers, "E/CN.4/DEC/2003/101", "E/CN.4/DEC/2003/102"]
    rows = cite(text, issuer="E/ESCAP")[1:3]
    assert [(one.symbol, one.organ) for one in rows] == [
        (None, "economic_and_social_commission_for_asia_and_the_pacific")
    ] * 2


def test_without_an_issuer_they_are_nobodys() -> None:
    assert symbols("Resolutions\n\n2003/1\n2003/2\n") == [None]
