"""Paragraphs that a page breaks go on behind it; notes with small Roman numbers are not a rest of one."""

from __future__ import annotations

from document_support import read_pdf
from weasyprint import HTML

OPEN = "The ferry had not run since the storm of 14 November, and the office said so to all of the"
STYLE = "p { font: 11pt DejaVu Serif; margin: 0 0 14pt } .next { break-before: page }"


def texts(body: str) -> list[str]:
    page = HTML(string=f"<html lang=en><style>{STYLE}</style>{body}").write_pdf()
    return [block.text.value for block in read_pdf(page).blocks]


def test_a_paragraph_goes_on_in_small_letters() -> None:
    body = f"<p>{OPEN}</p><p class=next>members of the council.</p><p>It said more.</p>"
    assert texts(body) == [f"{OPEN} members of the council.", "It said more."]


def test_notes_with_small_roman_numbers_are_no_rest_of_a_paragraph() -> None:
    notes = ["i See A/59/100, para. 3.", "ii CCPR/C/VUT/CO/7.", "iii S/1996/662."]
    listed = "".join(f"<p>{note}</p>" for note in notes)
    said = texts(f"<p>{OPEN} members.xxi</p><h2>Notes</h2>{listed}")
    assert said[:2] == [f"{OPEN} members.xxi", "Notes"]
    assert " ".join(said[2:]) == " ".join(notes)
