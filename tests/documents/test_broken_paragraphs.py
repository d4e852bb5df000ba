"""Paragraphs that a page breaks go on behind it; notes with small Roman numbers are no rest of one."""

from __future__ import annotations

from documents.docx_support import paragraph, read, texts, word

OPEN = "The ferry had not run since the storm of 14 November, and the office said so to all of the"


def test_a_paragraph_goes_on_in_small_letters() -> None:
    document = read(word(paragraph(OPEN) + paragraph("members of the council.")))
    assert texts(document) == [f"{OPEN} members of the council."]


def test_notes_with_small_roman_numbers_are_no_rest_of_a_paragraph() -> None:
    written = [f"{OPEN} members.xxi", "NOTES", "i See A/59/100, para. 3.", "ii CCPR/C/VUT/CO/7.", "iii S/1996/662."]
    assert texts(read(word("".join(map(paragraph, written))))) == written
