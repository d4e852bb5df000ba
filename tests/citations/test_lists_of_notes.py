"""Lists of notes: one note alone, notes of several paragraphs, notes under a rule; in `cite`."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def noted(text: str) -> list[tuple[str | None, str]]:
    """Note and text of each reference."""
    return [(reference.note, reference.text) for reference in cite(text)]


@pytest.mark.parametrize(
    "text",
    [
        "A claim [1] is made.\n\n[1] A/HRC/5/1, para. 2.\n",
        "A claim[1] is made.\n\n-----\n[1] A/HRC/5/1, para. 2.\n",
        "A claim¹ is made.\n\n¹ A/HRC/5/1, para. 2.\n",
        "A claim 1/ is made.\n\n     1/ A/HRC/5/1, para. 2.\n",
        "A claim.1 It is made.\n\n-----\n\n1  A/HRC/5/1, para. 2.\n",
        "A claim.1 It is made.\n\nNotes\n\n1. A/HRC/5/1, para. 2.\n",
        "Une affirmation.1 Elle est faite.\n\nNotes de fin\n\n1. A/HRC/5/1, par. 2.\n",
    ],
)
def test_one_note_is_enough_if_the_text_has_its_mark(text: str) -> None:
    assert noted(text) == [("1", "A/HRC/5/1")]


@pytest.mark.parametrize(
    "text",
    [
        "A claim is made.\n\n[1] A/HRC/5/1, para. 2.\n",  # no mark
        "A claim is made in\n[1] A/HRC/5/1, para. 2, which [1] is.\n",  # a line that goes on
        "[1] is the mark of A/HRC/5/1.\n\nA claim [1] is made.\n",
        "A claim.\n\n[1] A/HRC/5/1.\n\nSo [1] it    is   as   wide    as   this   line    is,   and   ends   here.\n",
        "A claim.1 It is made.\n\n1. A/HRC/5/1, para. 2.\n",  # a numbered paragraph
        "A claim is made.\n\n-----\n\n1. A/HRC/5/1, para. 2.\n",
        "It weighs 5 kg.2 It is made.\n\nNotes\n\n1. A/HRC/5/1, para. 2.\n",
    ],
)
def test_what_only_looks_like_one_note_is_none(text: str) -> None:
    assert noted(text) == [(None, "A/HRC/5/1")]


@pytest.mark.parametrize("blanks", [" ", "  ", "   "])
def test_notes_close_below_a_rule(blanks: str) -> None:
    text = f"A claim [1] and another [2].\n\n-----\n1{blanks}See A/HRC/5/1, para. 2.\n2{blanks}Ibid., para. 3.\n"
    assert noted(text) == [("1", "A/HRC/5/1"), ("2", "Ibid.")]


LIST = (
    "A claim{0}, another{1}.\n\n{2}\n\n{3}See A/HRC/5/1, para. 2.\n\nIt says so in A/HRC/5/2, too.\n\n{4}A/HRC/5/3.\n\n"
    "See also A/HRC/5/4.\n"
)
FORMS = [(" [1]", " [2]", "[1] ", "[2] "), ("¹", "²", "¹ ", "² "), (".1", ".2", "1 ", "2 ")]


@pytest.mark.parametrize(("one", "two", "first", "second"), FORMS)
def test_further_paragraphs_of_notes_under_a_heading(one: str, two: str, first: str, second: str) -> None:
    text = LIST.format(one, two, "Notes", first, second)
    assert [note for note, _ in noted(text)] == ["1", "1", "2", "2"]


@pytest.mark.parametrize(
    ("above", "behind"),
    [("-----", ""), ("Notes", "Annex\n\nA/HRC/5/5 is here.\n"), ("Notes", "1. A/HRC/5/5 is a paragraph.\n")],
)
def test_text_behind_the_last_note_is_no_part_of_it(above: str, behind: str) -> None:
    text = LIST.format(" [1]", " [2]", above, "[1] ", "[2] ").replace(
        "See also A/HRC/5/4.\n", behind or "See A/HRC/5/5."
    )
    assert [note for note, _ in noted(text)] == ["1", "1", "2", None]


def test_notes_with_a_stroke_are_those_at_the_beginning_of_lines() -> None:
    text = (
        "It was said by nine votes to four. 1/ The office agreed. 2/\n\n     1/   A/HRC/41/62, annex IV.\n"
        "     2/   Ibid., para. 3.\n\nThe bridges were built. 3/ The Council took note.\n\n     3/   See A/56/141.\n"
    )
    assert [(one.symbol, one.note) for one in cite(text)] == [
        ("A/HRC/41/62", "1"),
        ("A/HRC/41/62", "2"),
        ("A/56/141", "3"),
    ]
