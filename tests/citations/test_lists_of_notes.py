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


PARAGRAPHS_AND_NOTES = """1. The State party said that the programme had begun in all of the provinces, see
A/HRC/25/48 (para. 55).1 And the work went on.
2. The State party said that the ministries had taken note of it, see A/71/261.2 And more.
3. The State party said that it would go on, see A/74/162.


1. See CRC/C/GC/13, para. 21.
2. Ibid., paras. 22–62.
4. The State party said more, see A/76/144.

5. And more.
"""


def test_numbered_paragraphs_are_no_notes_where_notes_are_numbered_too() -> None:
    assert noted(PARAGRAPHS_AND_NOTES) == [
        (None, "A/HRC/25/48"),
        (None, "A/71/261"),
        (None, "A/74/162"),
        ("1", "CRC/C/GC/13"),
        ("2", "Ibid."),
        (None, "A/76/144"),
    ]


def test_a_note_that_begins_as_none_does_stands_among_others_that_do() -> None:
    text = PARAGRAPHS_AND_NOTES.replace("2. Ibid", "2. UNICEF, Annual report, p. 5.\n3. Ibid").replace(
        "4. The", "\n4. The"
    )
    assert noted(text)[3:] == [("1", "CRC/C/GC/13"), ("3", "Ibid."), (None, "A/76/144")]


@pytest.mark.parametrize(
    "second", ["A second paragraph of the first note with CRC/C/GC/13.", "More was said, and it stands in CRC/C/GC/13."]
)
@pytest.mark.parametrize("form", ["[{}]", "［{}］"])
def test_the_second_line_of_a_note_is_the_notes(second: str, form: str) -> None:
    one, two, three = (form.format(number) for number in (1, 2, 3))
    text = f"The report says so.{one} Others do.{two} And so on.{three}\n\n{one} A/HRC/31/58, para. 4.\n{second}\n"
    text += f"{two} Ibid., para. 5.\n{three} See note 1 above.\n"
    found = [(reference.note, reference.text, reference.symbol) for reference in cite(text)]
    assert found == [
        ("1", "A/HRC/31/58", "A/HRC/31/58"),
        ("1", "CRC/C/GC/13", "CRC/C/GC/13"),
        ("2", "Ibid.", None),
        ("3", "note 1 above", None),
    ]


def test_text_of_the_next_page_below_a_note_is_none_of_it() -> None:
    text = "Text says so.[1]\n\n[1] A/HRC/31/58, para. 4.\nThe next page cites CRC/C/GC/13.[2]\n\n[2] Ibid., para. 5.\n"
    assert noted(text) == [("1", "A/HRC/31/58"), (None, "CRC/C/GC/13"), ("2", "Ibid.")]
    assert cite(text)[2].symbol == "A/HRC/31/58"


def test_a_mark_on_a_line_of_its_own_below_a_broken_word() -> None:
    text = "As noted in CRC/C/OPSC/EXA/CO/1 (para. 15).1 The services authori-\n2. By allocation of what the inter-\n"
    text += "  1\n    See CRC/C/GC/13, para. 21.\n  2\n    Ibid., paras. 22-62.\n"
    found = [(reference.note, reference.symbol) for reference in cite(text)]
    assert found[1:] == [("1", "CRC/C/GC/13"), ("2", "CRC/C/GC/13")]


def test_a_note_that_begins_with_supra() -> None:
    text = "12 See A/HRC/31/58, para. 4.\n13 Ibid., para. 5.\n14 A/71/261.\n15 supra note 12, at 6.\n16 Ibid.\n"
    found = [(reference.note, reference.symbol) for reference in cite(text)]
    assert found[3:] == [("15", "A/HRC/31/58"), ("16", "A/HRC/31/58")]


def test_a_note_of_another_script_goes_on_behind_an_abbreviation() -> None:
    text = "Сказано.¹ Сказано.² Сказано.³\n\n¹ См. A/HRC/31/58, пункт 4.\n² См. A/71/261.\n³ См. сноску 1 выше.\n"
    found = [(reference.note, reference.symbol) for reference in cite(text)]
    assert found == [("1", "A/HRC/31/58"), ("2", "A/71/261"), ("3", "A/HRC/31/58")]


def test_full_width_brackets_mark_notes() -> None:
    text = "报告指出。［1］其他报告也指出。［2］\n\n［1］见A/HRC/25/48，第3段。\n［2］同上，第4段。\n"
    found = [(reference.note, reference.symbol) for reference in cite(text)]
    assert found == [("1", "A/HRC/25/48"), ("2", "A/HRC/25/48")]
