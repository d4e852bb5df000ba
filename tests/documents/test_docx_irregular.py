"""Word documents that no program should write, and some do: what they lack or have twice hides no text."""

from __future__ import annotations

from pathlib import Path

import pytest
from documents.docx_support import paragraph, read, texts, word
from mandate_data.documents import read_document
from mandate_data.errors import InputError

LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUM = '<w:num w:numId="1">{}</w:num>'


def test_a_style_that_does_not_say_what_it_is_for_is_one_of_paragraphs() -> None:
    styles = '<w:style w:styleId="Part"><w:name w:val="heading 2"/></w:style><w:style><w:name w:val="x"/></w:style>'
    document = read(word(paragraph("Findings", properties='<w:pStyle w:val="Part"/>'), styles=styles))
    assert [(block.kind, block.level, block.text.value) for block in document.blocks] == [("heading", 2, "Findings")]


@pytest.mark.parametrize(
    "numbering",
    [
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Gone"/></w:abstractNum>'
        + NUM.format('<w:abstractNumId w:val="0"/>'),
        NUM.format(""),
        NUM.format("<w:abstractNumId/>"),
    ],
    ids=["style of lists", "definition", "its number"],
)
def test_a_list_whose_definition_is_not_in_the_file_is_read(numbering: str) -> None:
    document = read(word(paragraph("See A/HRC/31/58.", properties=LISTED), numbering=numbering))
    assert texts(document) == ["See A/HRC/31/58."]


def test_a_list_that_a_style_of_lists_defines_keeps_its_bullets() -> None:
    level = '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}<w:styleLink w:val="Dashes"/></w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Dashes"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Dashes"><w:name w:val="Dashes"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    document = read(word(paragraph("First", properties=LISTED), numbering=numbering, styles=styles))
    assert [(block.kind, block.text.value) for block in document.blocks] == [("item", "First")]


def test_all_bodies_of_a_document_are_read() -> None:
    document = read(word(f"{paragraph('One.')}</w:body><w:body>{paragraph('Two.')}"))
    assert texts(document) == ["One.", "Two."]


def test_text_in_the_line_above_the_notes_is_counted() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    above = paragraph("<w:r><w:separator/></w:r>", "Notes follow")
    notes = (
        f'<w:footnote w:type="separator" w:id="-1">{above}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("A/HRC/31/58.")}</w:footnote>'
    )
    document = read(word(paragraph("Text.", reference), footnotes=notes))
    assert [one.reason for one in document.left_out] == ["text in the line above the notes (2 words)"]
    plain = read(word(paragraph("Text.", reference), footnotes=notes.replace("Notes follow", "")))
    assert plain.left_out == ()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("EncryptedPackage", "encrypted and needs a password; open it with the password and save it without one"),
        ("WordDocument", "a document of an old office program; save it as .docx"),
    ],
)
def test_a_document_with_a_password_is_told_from_an_old_one(content: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "locked.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + content.encode("utf-16-le") + bytes(600))
    with pytest.raises(InputError) as raised:
        read_document(path, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "x")
    assert str(raised.value) == f"{path}: not a Word document: it is {what}"
