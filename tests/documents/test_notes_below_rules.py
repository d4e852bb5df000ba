"""Notes directly below a rule or a heading for notes are read as `cite` reads them; what has no marks is not a note."""

from __future__ import annotations

import pytest
from document_support import PLAIN, misplaced, parsed
from mandate_data.citations import cite

BODY = "The Council met.1 It then adopted the text.2\n"
NOTES = ("Report, A/HRC/15/2, para. 5.", "Ibid., para. 6.")
HEADINGS = [
    *("Notes", "Footnotes", "Endnotes:", "References", "Notes and references", "**Notes**"),
    *("Notes de bas de page", "Références", "Notas al pie de página", "Notas finales", "Referencias"),
    *("Примечания", "Сноски", "注释", "脚注", "الحواشي", "الهوامش"),
    *("____", "----------", "* * *", "————"),
]


def of_blocks(text: str) -> list[tuple[str, str]]:
    """Number and text of each note that the reader of plain text finds."""
    document = parsed(text, PLAIN)
    assert not misplaced(document)
    return [(block.number, block.text.value) for block in document.blocks if block.kind == "footnote"]


def of_citations(text: str) -> list[tuple[str | None, str | None, str | None]]:
    """Note, symbol and pinpoint of each citation of the text as it is."""
    return [(one.note, one.symbol, one.pinpoint) for one in cite(text)]


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("label", ["{} ", "{}. ", "({}) ", "[{}] "])
@pytest.mark.parametrize("heading", HEADINGS)
def test_notes_below_a_heading_or_a_rule(heading: str, label: str, gap: str) -> None:
    text = f"{BODY}{gap}{heading}\n" + "".join(f"{label.format(n)}{note}\n" for n, note in enumerate(NOTES, 1))
    assert of_blocks(text) == [("1", NOTES[0]), ("2", NOTES[1])]
    assert of_citations(text) == [("1", "A/HRC/15/2", "5"), ("2", "A/HRC/15/2", "6")]


@pytest.mark.parametrize("label", ["{} ", "{}. "])
def test_notes_that_no_ibid_tells(label: str) -> None:
    text = f"{BODY}____\n{label.format(1)}A/HRC/15/2, para. 5.\n{label.format(2)}A/HRC/16/3, para. 6.\n"
    assert of_blocks(text) == [("1", "A/HRC/15/2, para. 5."), ("2", "A/HRC/16/3, para. 6.")]
    assert of_citations(text) == [("1", "A/HRC/15/2", "5"), ("2", "A/HRC/16/3", "6")]


def test_one_note_directly_below_a_rule() -> None:
    text = "The Council met.1 It then adopted the text.\n____\n1 Report, A/HRC/15/2, para. 5.\n"
    assert of_blocks(text) == [("1", "Report, A/HRC/15/2, para. 5.")]
    assert of_citations(text) == [("1", "A/HRC/15/2", "5")]


@pytest.mark.parametrize("rule", ["____", "Notes"])
def test_numbered_paragraphs_below_a_rule_are_no_notes_without_marks(rule: str) -> None:
    text = f"The Council met. It then adopted the text.\n{rule}\n1. It recalls A/HRC/15/2.\n2. It notes A/HRC/16/3.\n"
    assert of_blocks(text) == []
    assert of_citations(text) == [(None, "A/HRC/15/2", None), (None, "A/HRC/16/3", None)]


def test_a_line_that_is_a_heading_for_notes_by_chance_parts_nothing() -> None:
    text = "The text was adopted; see,\nNotes\n1 to 3 of the Council, and went on.\n"
    assert [block.text.value for block in parsed(text, PLAIN).blocks] == [" ".join(text.split())]
