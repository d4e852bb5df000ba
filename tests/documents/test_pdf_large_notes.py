"""PDFs: a note as large as the text, without a full stop, takes in nothing of the next page, and keeps its number."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from mandate_data.documents import Document
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
    return read_pdf(pdf)


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


@pytest.mark.parametrize("rule", ["border-top: 0.5pt solid; width: 30%", "border-top: 0.5pt solid"])
def test_a_note_that_goes_on_below_a_rule_takes_in_no_other_note(rule: str) -> None:
    """The notes are as large as the text, and their numbers are not raised."""
    first = "1  See A/HRC/19/63, para. 9, and what it says of the"
    line = f"<div style='{rule}'></div>"
    body = (
        f"<p>1. It was said<sup>1</sup> by all. {TEXT}</p>{line}<p>{first}</p>"
        f"<p style='break-before: page'>2. It was said<sup>2</sup> by all. {TEXT}</p>{line}<p>judges of the region.</p>"
        "<p>2  See A/HRC/20/4.</p>"
    )
    pdf = HTML(string=f"<html><style>{STYLE}p {{ margin: 2pt 0 }}</style><body>{body}</body></html>").write_pdf()
    document = read_pdf(pdf)
    assert [(block.number or block.kind, block.text.value) for block in document.blocks] == [
        ("paragraph", f"1. It was said by all. {TEXT}"),
        ("1", "See A/HRC/19/63, para. 9, and what it says of the judges of the region."),
        ("paragraph", f"2. It was said by all. {TEXT}"),
        ("2", "See A/HRC/20/4."),
    ]


def test_text_below_a_rule_is_no_note_where_none_is_open() -> None:
    line = "<div style='border-top: 0.5pt solid; width: 30%'></div>"
    body = (
        f"<p>1. It was said<sup>1</sup> by all. {TEXT}</p>{line}<p>1  See A/HRC/19/63.</p>"
        f"<p style='break-before: page'>2. {TEXT} They went</p>{line}<p>on with it for a year.</p>"
    )
    pdf = HTML(string=f"<html><style>{STYLE}p {{ margin: 2pt 0 }}</style><body>{body}</body></html>").write_pdf()
    document = read_pdf(pdf)
    assert ("1", "See A/HRC/19/63.") in [(block.number, block.text.value) for block in document.blocks]


@pytest.mark.parametrize("raised", [False, True])
def test_notes_with_small_roman_numbers(raised: bool) -> None:
    """As word processors number the notes at the end of a text."""
    labels = [f"<sup>{one}</sup> " if raised else f"{one} " for one in ("i", "ii", "iii")]
    texts = ["E/CN.4/2004/48, para. 7.", "Ibid., para. 8.", "A/69/274."]
    body = (
        f"<p>1. First<sup>i</sup> and second<sup>ii</sup> statement.<sup>iii</sup> {TEXT}</p>"
        f"<p style='break-before: page'>{'<br>'.join(map(''.join, zip(labels, texts, strict=True)))}</p>"
    )
    pdf = HTML(string=f"<html><style>{STYLE}</style><body>{body}</body></html>").write_pdf()
    document = read_pdf(pdf)
    assert [mark.number for mark in document.blocks[0].marks] == ["i", "ii", "iii"]
    assert [(block.number, block.text.value) for block in document.blocks[1:]] == [
        *zip(("i", "ii", "iii"), texts, strict=True)
    ]


def test_two_marks_in_one_place() -> None:
    body = (
        f"<p>1. It was said.<sup>1, 2</sup> {TEXT}</p><p>2. {TEXT}<sup>3</sup><sup>,</sup> <sup>4</sup></p>"
        f"<p style='margin-top: 30pt'>{'<br>'.join(f'{one}  See A/HRC/19/6{one}.' for one in range(1, 5))}</p>"
    )
    pdf = HTML(string=f"<html><style>{STYLE}</style><body>{body}</body></html>").write_pdf()
    document = read_pdf(pdf)
    assert [[mark.number for mark in block.marks] for block in document.blocks[:2]] == [["1", "2"], ["3", "4"]]
    assert [block.text.value for block in document.blocks[:2]] == [f"1. It was said. {TEXT}", f"2. {TEXT}"]
    assert [block.number for block in document.blocks[2:]] == ["1", "2", "3", "4"]
