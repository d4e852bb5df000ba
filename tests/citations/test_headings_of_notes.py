"""Notes under a heading for notes, and sentences of notes that begin with a treaty."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

BODY = "It grew.1 Others agreed.2\n"


def of_notes(text: str) -> list[tuple[str | None, str, str | None]]:
    """Note, text and symbol of each reference."""
    return [(reference.note, reference.text, reference.symbol) for reference in cite(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Notes\n1 A/60/1, para. 3.\n2 Ibid., para. 5.",
        f"{BODY}\nNotes\n1/ A/60/1, para. 3.\n2/ Ibid., para. 5.",
        f"{BODY}Notes:\n1 A/60/1, para. 3.\n2 Ibid., para. 5.",
        f"{BODY}\n      Notes\n    1   A/60/1, para. 3.\n    2   Ibid., para. 5.",
        "Notas\r\n1 A/60/1, párr. 3.\r\n2 Ibid., párr. 5.",
    ],
)
def test_a_heading_for_notes_is_no_pointer_to_the_note_below_it(text: str) -> None:
    assert of_notes(text) == [("1", "A/60/1", "A/60/1"), ("2", "Ibid.", "A/60/1")]


def test_a_supra_points_to_the_first_note_below_the_heading() -> None:
    text = f"{BODY}\nNotes\n1 A/60/1, para. 3.\n2 A/61/2.\n3 See note 1 above."
    assert of_notes(text)[-1] == ("3", "note 1 above", "A/60/1")


def test_a_word_for_notes_in_the_same_line_is_no_heading() -> None:
    assert of_notes("Notes 1 A/60/1, para. 3.\n2 Ibid., para. 5.") == [
        (None, "A/60/1", "A/60/1"),
        (None, "Ibid.", None),
    ]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("OPSC, article 6.", "21"),
        ("Convention on the Rights of the Child, art. 34.", "21"),
        ("Children know that OPSC is law.", None),
    ],
)
def test_a_sentence_of_a_note_may_begin_with_a_treaty(sentence: str, note: str | None) -> None:
    text = f"It grew.20 And more.21\n\n20 A/60/1.\n21 A/60/2. {sentence}\n"
    treaty = [reference.note for reference in cite(text, kinds="all") if reference.kind == "treaty"]
    assert treaty == [note]
