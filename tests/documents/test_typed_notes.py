"""Notes that are typed as paragraphs are notes in every format, and their marks are marks; other paragraphs are not."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, PLAIN, misplaced, parsed
from docx_support import paragraph, read, run, word
from mandate_data.documents import Document

RAISED = '<w:vertAlign w:val="superscript"/>'


def shown(document: Document) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Of each block its kind or the number of a note, its text, and its marks with the word before each."""
    return [
        (
            block.number or block.kind,
            block.text.value,
            [(mark.number, block.text.value[: mark.offset].rsplit(" ", 1)[-1]) for mark in block.marks],
        )
        for block in document.blocks
    ]


READ = [
    ("paragraph", "1. Claim and claim.", [("1", "Claim"), ("2", "claim")]),
    ("1", "A/HRC/5/1, para. 2.", []),
    ("2", "Ibid., para. 3.", []),
]


@pytest.mark.parametrize(
    "text",
    [
        "1. Claim [1] and claim [2].\n\n[1] A/HRC/5/1, para. 2.\n[2] Ibid., para. 3.\n",
        "1. Claim¹ and claim².\n\n¹ A/HRC/5/1, para. 2.\n² Ibid., para. 3.\n",
        "1. Claim 1/ and claim 2/.\n\n     1/ A/HRC/5/1, para. 2.\n\n     2/ Ibid., para. 3.\n",
        "1. Claim1 and claim2.\n\n1 A/HRC/5/1, para. 2.\n2 Ibid., para. 3.\n",
    ],
)
def test_notes_of_a_text(text: str) -> None:
    document = parsed(text, PLAIN)
    assert shown(document) == READ
    assert not misplaced(document)


@pytest.mark.parametrize(
    "text",
    [
        "1\\. Claim [1] and claim [2].\n\n___\n\n[1] A/HRC/5/1, para. 2.\n[2] Ibid., para. 3.\n",
        "1\\. Claim\\[1\\] and claim\\[2\\].\n\n\\[1\\] A/HRC/5/1, para. 2.\n\n\\[2\\] Ibid., para. 3.\n",
        "1\\. Claim¹ and claim².\n\n---\n\n¹ A/HRC/5/1, para. 2.\n\n² Ibid., para. 3.\n",
        "1\\. Claim<sup>1</sup> and claim<sup>2</sup>.\n\n<sup>1</sup> A/HRC/5/1, para. 2.\n"
        "<sup>2</sup> Ibid., para. 3.\n",
    ],
)
def test_notes_of_markdown(text: str) -> None:
    document = parsed(text, MARKDOWN)
    assert shown(document) == READ
    assert not misplaced(document)


@pytest.mark.parametrize("heading", ["Notes", "Endnotes", "Примечания"])
def test_numbered_paragraphs_under_a_heading_for_notes(heading: str) -> None:
    text = f"Claim<sup>1</sup> and claim<sup>2</sup>.\n\n## {heading}\n\n1. Smith 2003.\n2. Ibid.\n"
    assert shown(parsed(text))[2:] == [("1", "Smith 2003.", []), ("2", "Ibid.", [])]


def test_paragraphs_with_the_numbers_of_marks_are_no_notes() -> None:
    text = "1\\. Claim<sup>1</sup> and claim<sup>2</sup>.\n\n2\\. States took part.\n\n3\\. They went on.\n"
    assert [kind for kind, _, _ in shown(parsed(text))] == ["paragraph"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "The list in [1] is long.\n\nThe area is 4 km² and is\n² as large.\n",
        "*First.* It began.\n\n*Second.* It went on.\n",
        "He went 1/ of the way.\n\nOn 2/ it is not said.\n",
    ],
)
def test_what_only_looks_like_a_note_is_none(text: str) -> None:
    assert {kind for kind, _, _ in shown(parsed(text, PLAIN))} <= {"paragraph", "heading"}


def test_notes_that_are_typed_in_word() -> None:
    document = read(
        word(
            paragraph("1. Claim", run("1", RAISED), " and claim", run("2", RAISED), ".")
            + paragraph(run("1", RAISED), " A/HRC/5/1, para. 2.")
            + paragraph(run("2", RAISED), " Ibid., para. 3.")
        )
    )
    assert shown(document) == READ


def test_a_paragraph_between_two_notes_belongs_to_the_first() -> None:
    text = "Claim [1] and claim [2].\n\n[1] A/HRC/5/1.\n\nIt says more.\n\n[2] Ibid.\n\nThe end.\n"
    document = parsed(text)
    assert [(kind, said) for kind, said, _ in shown(document)] == [
        ("paragraph", "Claim and claim."), ("1", "A/HRC/5/1."), ("1", "It says more."), ("2", "Ibid."),
        ("paragraph", "The end."),
    ]  # fmt: skip
    assert document.blocks[1].group == document.blocks[2].group != document.blocks[3].group


def test_notes_at_the_foot_of_each_page() -> None:
    text = (
        "1. The text of a page goes on with many words, as a page should 1/, and then it has\n\n"
        "     1/ A/HRC/5/1.\n\fbeen cut by its end 2/.\n\n     2/ Ibid.\n"
    )
    assert [(kind, said) for kind, said, _ in shown(parsed(text, PLAIN))] == [
        ("paragraph",
         "1. The text of a page goes on with many words, as a page should, and then it has been cut by its end."),
        ("1", "A/HRC/5/1."),
        ("2", "Ibid."),
    ]  # fmt: skip


def test_notes_with_two_blanks_below_a_rule() -> None:
    text = "1. Claim [1] and claim [2].\n\n-----\n1  A/HRC/5/1, para. 2.\n2  Ibid., para. 3.\n"
    assert shown(parsed(text, PLAIN)) == [READ[0], ("paragraph", "-----", []), *READ[1:]]


ENDNOTES = (
    "1{0} It is claimed.{1}\n\n2{0} And again.{2}\n\n{3}\n\n{4} A/HRC/5/1, para. 2.\n\nIt says more.\n\n{5} Ibid.\n\n"
    "See also A/HRC/5/2.\n"
)


@pytest.mark.parametrize(("one", "two", "first", "second"), [("1", "2", "1.", "2."), (" [1]", " [2]", "[1]", "[2]")])
@pytest.mark.parametrize(("media_type", "point", "heading"), [(PLAIN, ".", "Notes"), (MARKDOWN, "\\.", "## Notes")])
def test_notes_of_several_paragraphs_under_a_heading(
    media_type: str, point: str, heading: str, one: str, two: str, first: str, second: str
) -> None:
    document = parsed(ENDNOTES.format(point, one, two, heading, first, second), media_type)
    notes: dict[str, str] = {}
    for block in document.blocks:
        if block.kind == "footnote":
            notes[block.number] = " ".join([*filter(None, [notes.get(block.number)]), block.text.value])
    assert notes == {"1": "A/HRC/5/1, para. 2. It says more.", "2": "Ibid. See also A/HRC/5/2."}
    assert [mark.number for block in document.blocks for mark in block.marks] == ["1", "2"]
    assert not misplaced(document)


def test_numbered_paragraphs_below_notes_are_not_theirs() -> None:
    text = "A claim.1\n\n## Notes\n\n1. A/HRC/5/1.\n\n## Annex\n\nIt says more.\n"
    assert [(kind, said) for kind, said, _ in shown(parsed(text))][2:] == [
        ("1", "A/HRC/5/1."), ("heading", "Annex"), ("paragraph", "It says more."),
    ]  # fmt: skip
