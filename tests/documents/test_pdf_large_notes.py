"""PDFs: a note as large as the text, without a full stop, takes in nothing of the next page, and keeps its number."""

from __future__ import annotations

import pytest
from mandate_data.documents import PDF, Document, parse_binary
from weasyprint import HTML

TEXT = "The holder of the mandate visited many countries and met with ministers, judges and those who work for them."
STYLE = "@page { size: A5; margin: 20mm } body { font: 10pt 'DejaVu Serif' } sup { font-size: 6pt; line-height: 0 }"


def pages(mark: str, note: str, following: str, gap: str) -> Document:
    """A page that ends in a note, close below open text, and the page behind it."""
    body = (
        f"<p>1. It was said{mark} by all. {TEXT}</p><p>2. {TEXT} The text of the page goes on to the</p>"
        f"<p style='margin-top: {gap}'>{note}</p><p style='break-before: page'>{following}</p><p>9. {TEXT}</p>"
    )
    pdf = HTML(string=f"<html><style>{STYLE}</style><body>{body}</body></html>").write_pdf()
    assert isinstance(pdf, bytes)
    return parse_binary(pdf, PDF, "text", "a file", "", safeguarded=False)


@pytest.mark.parametrize("gap", ["6pt", "14pt", "40pt"])
@pytest.mark.parametrize(
    ("mark", "note"), [(" [1]", "[1] "), (" 1/", "1/ "), ("<sup>1</sup>", "<sup>1</sup> "), ("<sup>1</sup>", "1  ")]
)
def test_open_text_goes_on_behind_an_open_note(mark: str, note: str, gap: str) -> None:
    document = pages(mark, f"{note}See A/HRC/19/63, para. 9", "next one, where it ends.", gap)
    assert [(block.number or block.kind, block.text.value) for block in document.blocks] == [
        ("paragraph", f"1. It was said by all. {TEXT}"),
        ("paragraph", f"2. {TEXT} The text of the page goes on to the next one, where it ends."),
        ("1", "See A/HRC/19/63, para. 9"),
        ("paragraph", f"9. {TEXT}"),
    ]


def test_a_note_above_a_numbered_paragraph_is_one() -> None:
    document = pages("<sup>1</sup>", "1  See A/HRC/19/63, para. 9", "2. It begins.", "6pt")
    assert ("1", "See A/HRC/19/63, para. 9") in [(block.number, block.text.value) for block in document.blocks]


def test_a_paragraph_that_a_page_cuts_and_no_note_goes_on() -> None:
    document = pages("", "3. What it says of them is", "not for this page.", "10pt")
    assert "3. What it says of them is not for this page." in [block.text.value for block in document.blocks]
