"""Each of several marks at one place leads to its note; what may be the end of a number is a mark where one is due."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, PLAIN, marks, parsed
from docx_support import paragraph, read, run, word

RAISED = '<w:vertAlign w:val="superscript"/>'
FOUR = [("1", "It said."), ("2", "It said."), ("3", "It said."), ("4", "It said.")]


def notes(label: str, numbers: str = "1234") -> str:
    return "\n".join(f"{label.format(number)}A/HRC/{number}/1." for number in numbers) + "\n"


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
@pytest.mark.parametrize(
    ("several", "label"),
    [
        ("[1], [2], [3],[4]", "[{}] "),
        ("[1][2] [3]–[4]", "[{}] "),
        ("¹,²,³,⁴", None),
        ("¹, ² ³ ⁴", None),
    ],
)
def test_several_marks_at_one_place(several: str, label: str | None, media_type: str) -> None:
    listed = notes(label) if label else "".join(f"{sign} A/HRC/{n}/1.\n" for n, sign in enumerate("¹²³⁴", 1))
    block, *found = parsed(f"It said.{several} And more.\n\n{listed}", media_type).blocks
    assert (block.text.value, marks(block)) == ("It said. And more.", FOUR)
    assert [one.number for one in found if one.kind == "footnote"] == ["1", "2", "3", "4"]


def test_figures_alone_behind_a_word_in_a_list() -> None:
    block = parsed(f"It said.1,2 It said.3, 4 End.\n\nNotes\n\n{notes('{} ')}", PLAIN).blocks[0]
    assert block.text.value == "It said. It said. End."
    assert [number for number, _ in marks(block)] == ["1", "2", "3", "4"]


def test_a_mark_that_is_printed_again() -> None:
    block = parsed(f"One.[1] Two.[2] Again.[1]\n\n{notes('[{}] ', '12')}", PLAIN).blocks[0]
    assert marks(block) == [("1", "One."), ("2", "One. Two."), ("1", "One. Two. Again.")]


@pytest.mark.parametrize("text", ["A/HRC/15/2¹,²", "In 2007¹ it was so²", "See para. 5¹ and para. 14²"])
def test_a_raised_mark_behind_a_symbol_a_year_or_a_paragraph(text: str) -> None:
    block = parsed(f"{text} then.\n\n¹ A/HRC/15/3.\n² A/HRC/15/4.\n", PLAIN).blocks[0]
    assert [number for number, _ in marks(block)] == ["1", "2"]


@pytest.mark.parametrize("power", ["10²", "5 km²", "46¹²"])
def test_an_exponent_is_no_mark(power: str) -> None:
    block = parsed(f"It is {power} there.¹ And so on.²\n\n¹ A/HRC/15/3.\n² A/HRC/15/4.\n", PLAIN).blocks[0]
    assert block.text.value == f"It is {power} there. And so on."


@pytest.mark.parametrize("between", [run(",", RAISED), run(", "), run(" ")])
def test_several_marks_of_word(between: str) -> None:
    body = paragraph("Said.", run("1", RAISED), between, run("2", RAISED), " And more.")
    body += paragraph(run("1", RAISED), " A/HRC/15/3.") + paragraph(run("2", RAISED), " A/HRC/15/4.")
    block = read(word(body)).blocks[0]
    assert (block.text.value, marks(block)) == ("Said. And more.", [("1", "Said."), ("2", "Said.")])


def test_a_raised_part_of_a_list_stays_beside_the_text() -> None:
    block = parsed("As said<sup>1</sup>, and<sup>2</sup> so.\n\n[^1]: A/HRC/15/3.\n", MARKDOWN).blocks[0]
    assert (block.text.value, marks(block)) == ("As said, and so.", [("1", "As said"), ("2", "As said, and")])


BEFORE, BEHIND = "Text.5 See A/HRC/15/2, para. 5.6 The Committee said so.", " End.\n\n5 See A.\n6 See B.\n7 See C.\n"


def test_a_mark_that_is_due_is_no_part_of_the_number_before_it() -> None:
    block = parsed(f"{BEFORE}7{BEHIND}", PLAIN).blocks[0]
    assert block.text.value == "Text. See A/HRC/15/2, para. 5. The Committee said so. End."
    assert [number for number, _ in marks(block)] == ["5", "6", "7"]


def test_a_number_is_whole_where_its_end_is_no_mark_that_is_due() -> None:
    block = parsed(f"{BEFORE}6 More.7{BEHIND}", PLAIN).blocks[0]
    assert block.text.value == "Text. See A/HRC/15/2, para. 5.6 The Committee said so. More. End."
    assert [number for number, _ in marks(block)] == ["5", "6", "7"]
