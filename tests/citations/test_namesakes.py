"""Organs and numbers of others that look like those of the United Nations get no symbol of ours."""

from pathlib import Path

import pytest
from mandate_data.citations import cite

SENTENCES = (Path(__file__).parent / "labels" / "foreign.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_no_false_symbol(sentence: str) -> None:
    assert [(reference.text, reference.symbol) for reference in cite(sentence) if reference.symbol] == []


@pytest.mark.parametrize(
    ("sentence", "symbol"),
    [
        ("the adoption by the General Assembly of a Convention on the Rights of the Child in resolution 44/25", 1),
        ("The adoption by the Security Council of resolution 1325 (2000) was welcomed.", 1),
        ("In Human Rights Council resolution 12/4, States agreed.", 1),
        ("the Universal Declaration, General Assembly resolution 217 A (III)", 1),
        ("Pursuant to relevant Security Council resolutions, in particular 1894 (2009),", 1),
        ("the United Nations General Assembly in its resolution 60/251 of 15 March 2006", 1),
        ("the General Assembly of the United Nations, resolution 60/251", 1),
        ("l'Assemblée générale des Nations Unies, dans sa résolution 60/251", 1),
        ("la Asamblea General de las Naciones Unidas, en su resolución 60/251", 1),
        ("The Conference room paper of the Human Rights Council of 12 March 2010, resolution 13/20", 1),
        ("联合国大会第60/251号决议", 1),
    ],
)
def test_ours_are_read_as_before(sentence: str, symbol: int) -> None:
    assert sum(reference.symbol is not None for reference in cite(sentence)) == symbol


@pytest.mark.parametrize(
    "text",
    [
        "The town council of Bray met. The Council adopted resolution 12/3.",
        "Le conseil municipal s'est réuni hier. Le Conseil a adopté la résolution 12/3.",
        "El consejo escolar se reunió. El Consejo adoptó la resolución 12/3.",
        "Городской совет собрался на сессию. Совет в своей резолюции 9/5 осудил застройку.",
        "The General Assembly of the University of Ruritania met. The General Assembly adopted resolution 61/5.",
        "Ruritania's Security Council adopted resolution 1820 (2008).",
    ],
)
def test_a_body_of_others_is_meant_again(text: str) -> None:
    assert [one.symbol for one in cite(text)] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council of elders met the Human Rights Council. The Council adopted resolution 12/3.", "A/HRC/RES/12/3"),
        ("The UN's Security Council adopted resolution 1820 (2008).", "S/RES/1820(2008)"),
        ("The Council adopted resolution 12/3.", "A/HRC/RES/12/3"),
    ],
)
def test_ours_is_meant_again(text: str, expected: str) -> None:
    assert [one.symbol for one in cite(text)] == [expected]


def test_an_early_number_of_the_united_nations_is_open_beside_the_council() -> None:
    text = "Security Council resolution 2334 condemned settlements, and UN resolution 194 grants return."
    assert [(one.symbol, one.candidates) for one in cite(text)][1] == (None, ("S/RES/194(1964)", "A/RES/194(III)"))
