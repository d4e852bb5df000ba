"""The numbers that Word counts for paragraphs are read as it prints them."""

from __future__ import annotations

import pytest
from mandate_data.documents.document import LeftOut
from mandate_data.documents.docx_numbering import as_printed
from test_left_out import read, run, texts, word

LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Para"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>'
    "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Para"><w:name w:val="Single Text"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bold"><w:name w:val="Bold Text"/><w:basedOn w:val="Para"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Dash"><w:name w:val="Dash"/>'
    '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


def styled(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run(text)}</w:p>'


def listed(identity: int, text: str, level: int = 0) -> str:
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{identity}"/>'
    return f"<w:p><w:pPr><w:numPr>{place}</w:numPr></w:pPr>{run(text)}</w:p>"


def test_styles_number_paragraphs_and_headings() -> None:
    body = (
        styled("Chapter", "Introduction")
        + styled("Para", "The mandate.")
        + styled("Bold", "Its scope:")
        + listed(1, "one thing;", level=1)
        + listed(1, "another.", level=1)
        + styled("Chapter", "Findings")
        + styled("Para", "It was found.")
        + listed(1, "again.", level=1)
        + styled("Dash", "a dash")
    )
    document = read(word(body, numbering=LISTS, styles=STYLES))
    assert [(block.kind, block.text.value) for block in document.blocks] == [
        ("heading", "I. Introduction"),
        ("paragraph", "1. The mandate."),
        ("paragraph", "2. Its scope:"),
        ("paragraph", "(a) one thing;"),
        ("paragraph", "(b) another."),
        ("heading", "II. Findings"),
        ("paragraph", "3. It was found."),
        ("paragraph", "(a) again."),
        ("item", "a dash"),
    ]
    assert document.left_out == ()


def test_a_list_that_goes_on_behind_a_heading_numbers_paragraphs() -> None:
    heading = f'<w:p><w:pPr><w:pStyle w:val="H"/><w:outlineLvl w:val="0"/></w:pPr>{run("Findings")}</w:p>'
    document = read(word(listed(1, "One.") + heading + listed(1, "Two.") + listed(4, "Eight."), numbering=LISTS))
    assert texts(document)[::2] == ["1. One.", "2. Two."]
    assert texts(document)[3] == "7. Eight."


def test_items_of_a_short_list_stay_items_and_their_numbers_are_reported() -> None:
    document = read(word(listed(2, "One.") + listed(2, "Two.", level=1), numbering=LISTS))
    assert texts(document) == ["One.", "Two."]
    what = "the number that Word gives to a paragraph, here and in 1 other place"
    assert document.left_out == (LeftOut(what, line=1),)


def test_a_paragraph_can_refuse_the_number_of_its_style() -> None:
    refused = (
        f'<w:p><w:pPr><w:pStyle w:val="Para"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>{run("No number.")}</w:p>'
    )
    document = read(word(styled("Para", "One.") + refused + styled("Para", "Two."), numbering=LISTS, styles=STYLES))
    assert texts(document) == ["1. One.", "No number.", "2. Two."]


@pytest.mark.parametrize(
    ("number", "form", "printed"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "1994"),
        (949, "upperRoman", "CMXLIX"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (12, "decimal", "12"),
        (12, "chineseCounting", "12"),
        (0, "lowerRoman", "0"),
    ],
)
def test_forms_of_numbers(number: int, form: str, printed: str) -> None:
    assert as_printed(number, form) == printed
