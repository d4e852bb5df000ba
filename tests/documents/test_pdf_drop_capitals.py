"""PDFs with large first letters over several lines, as magazines have them."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from weasyprint import HTML

STYLE = (
    "p { width: 80mm; font: 11pt/13pt DejaVu Serif; text-align: justify } "
    "b { float: left; font: 36pt/32pt DejaVu Serif; margin: 2pt 4pt 0 0 }"
)
REST = (
    " faculty of law asked the Council for a report on all of this, and the report was long in coming, as reports "
    "are. The faculty read it at once, and it was of one mind with the Council on what should be done about it."
)


@pytest.mark.parametrize(
    ("printed", "read"),
    [("<b>T</b>he", "The"), ("<b>A</b>", "A"), ("<b>A</b>nother", "Another"), ("<b>“O</b>ur", "“Our")],
)
def test_a_large_first_letter_is_read_with_its_word(printed: str, read: str) -> None:
    page = HTML(string=f"<html lang=en><style>{STYLE}</style><p>{printed}{REST}</p>").write_pdf()
    document = read_pdf(page)
    assert [block.text.value for block in document.blocks] == [f"{read}{REST}"]
    assert document.left_out == ()


def test_a_large_letter_above_a_text_is_a_heading() -> None:
    page = HTML(string=f"<html lang=en><h1>B</h1><p>The{REST}</p>").write_pdf()
    document = read_pdf(page)
    assert [(block.kind, block.text.value) for block in document.blocks] == [
        ("heading", "B"),
        ("paragraph", f"The{REST}"),
    ]
