"""Paragraphs that a page breaks go on behind it; notes with small Roman numbers are no rest of one."""

from __future__ import annotations

from mandate_data.documents import PDF, parse_binary
from weasyprint import HTML

OPEN = "The ferry had not run since the storm of 14 November, and the office said so to all of the"
STYLE = "p { font: 11pt DejaVu Serif; margin: 0 0 14pt } .next { break-before: page }"


def texts(*paragraphs: str) -> list[str]:
    """What is read of these paragraphs, the second at the head of another page."""
    body = "".join(f"<p class={'next' if place == 1 else 'any'}>{one}</p>" for place, one in enumerate(paragraphs))
    page = HTML(string=f"<html lang=en><style>{STYLE}</style>{body}").write_pdf()
    return [block.text.value for block in parse_binary(page, PDF, "text", "a file", "", safeguarded=False).blocks]


def test_a_paragraph_goes_on_in_small_letters() -> None:
    assert texts(OPEN, "members of the council.", "It said more.") == [
        f"{OPEN} members of the council.",
        "It said more.",
    ]


def test_notes_with_small_roman_numbers_are_no_rest_of_a_paragraph() -> None:
    notes = ["i See A/59/100, para. 3.", "ii CCPR/C/VUT/CO/7.", "iii S/1996/662."]
    said = texts(f"{OPEN} members.xxi", *notes)
    assert said[0] == f"{OPEN} members.xxi"
    assert " ".join(said[1:]) == " ".join(notes)
