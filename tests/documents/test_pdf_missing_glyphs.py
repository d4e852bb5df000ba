"""PDFs: a page that shows letters as empty boxes, as no font has them, is reported: others beside them may be lost."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from weasyprint import HTML

LOST = "letters that may be lost beside those that the page shows as empty boxes, as their font lacks them"
RARE = "".join(map(chr, range(0x30400, 0x30420)))
"""Letters that hardly any font has."""
RUSSIAN = "Все люди рождаются свободными и равными в своём достоинстве и правах, и наделены разумом."
GREEK = "Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι στην αξιοπρέπεια και τα δικαιώματα."


def reported(body: str) -> list[tuple[int, str]]:
    style = "body { font: 11pt 'DejaVu Sans' }"
    page = HTML(string=f"<html lang='en'><style>{style}</style><body>{body}</body></html>").write_pdf()
    return [(one.page, one.what) for one in read_pdf(page).left_out]


def test_letters_that_no_font_has_are_reported_on_their_page() -> None:
    body = f"<p>See A/HRC/31/58.</p><p style='break-before: page'>See {RARE} A/HRC/31/59.</p>"
    assert reported(body) == [(2, LOST)]


@pytest.mark.parametrize("text", [RUSSIAN, GREEK, f"It has {RARE[:2]}.", "No others."])
def test_letters_that_are_drawn_are_not(text: str) -> None:
    assert reported(f"<p>{text}</p>") == []
