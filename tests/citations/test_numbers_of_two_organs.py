"""A number that two organs can have, beside none: of the one whose resolutions the text cites, if of one alone."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

LAST = "In 1982 resolution 37/9 followed."


def last(text: str) -> str | None:
    """The symbol of the last reference."""
    return cite(text)[-1].symbol


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Resolution 31/49 of the General Assembly ratified it.", "A/RES/37/9"),
        ("It is in A/RES/31/49.", "A/RES/37/9"),
        ("Human Rights Council resolution 5/1 set it up.", "A/HRC/RES/37/9"),
        ("A report said so (A/HRC/36/12). Human Rights Council resolution 5/1 set it up.", "A/HRC/RES/37/9"),
    ],
)
def test_it_is_of_the_organ_that_is_cited(before: str, expected: str) -> None:
    assert last(f"{before} {LAST}") == expected


@pytest.mark.parametrize(
    "before",
    [
        "The General Assembly met.",
        "General Assembly resolution 31/49 ratified it. The report is A/HRC/36/12.",
        "General Assembly resolution 31/49 and Human Rights Council resolution 5/1 said so.",
        "ESCAP resolution 64/1 said so.",
    ],
)
def test_else_it_is_open(before: str) -> None:
    assert last(f"{before} {LAST}") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "The Panel adopted resolution 37/9.",
        "The board, in its resolution 37/9, agreed.",
    ],
)
def test_so_is_that_of_somebody_named(sentence: str) -> None:
    assert last(f"General Assembly resolution 31/49 ratified it. {sentence}") is None


def test_the_commission_and_the_council_are_told_so_too() -> None:
    text = "Resolution 2003/1 of the Commission on Human Rights is old. Resolution 2004/17 is new."
    assert last(text) == "E/CN.4/RES/2004/17"
    assert last(f"{text} So is Economic and Social Council resolution 2004/28. Resolution 2004/19 is, too.") is None


def test_a_full_mention_of_the_same_number_settles_it_first() -> None:
    text = "General Assembly resolution 31/49 ratified it. Resolution 37/9 followed. See A/HRC/RES/37/9."
    assert [one.symbol for one in cite(text)] == ["A/RES/31/49", "A/HRC/RES/37/9", "A/HRC/RES/37/9"]
