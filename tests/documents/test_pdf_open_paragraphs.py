"""PDFs: a paragraph that ends in a comma or in nothing is whole if a gap follows: no next one goes on with it."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from weasyprint import HTML

LONG = "the resolutions of the Council on the protection of lighthouses and of those who keep them on the coasts"
WHOLE = f"{LONG.capitalize()}, and {LONG}, and {LONG}, and no more."
PREAMBLES = {
    "en": ["The Human Rights Council,", f"Recalling {LONG}, and its own decision 6/102,", f"Recalling also {LONG},"],
    "ru": ["Совет по правам человека,", "ссылаясь на резолюцию 60/251,", "ссылаясь также на решение 6/102,"],
    "ar": ["إن مجلس حقوق الإنسان،", "إذ يشير إلى قرار الجمعية،", "وإذ يشير أيضا إلى قراره،", "(1) انظر القرار."],
    "zh": ["人权理事会，", "回顾大会第60/251号决议，", "又回顾第5/1号决议，", "1 见第60/251号决议。"],
    "masthead": [
        "United Nations",
        "General Assembly Distr.: General",
        "12 January 2026",
        "Sixty-first session Agenda item 3",
    ],
    "note": ["El Consejo de Derechos Humanos, recordando su resolución 6/102,", "1 Véase A/HRC/19/63, párrs. 12 a 15."],
}
"""Paragraphs, by the language or the kind of text."""


def texts(body: str, style: str = "", language: str = "en") -> list[str]:
    style = f"@page {{ size: A4; margin: 25mm }} body {{ font: 11pt/1.35 'DejaVu Sans' }} p {{ margin: 0 }} {style}"
    way = "rtl" if language == "ar" else "ltr"
    page = HTML(string=f"<html lang='{language}' dir='{way}'><style>{style}</style><body>{body}</body></html>")
    return [f"{block.label} {block.text.value}".strip() for block in read_pdf(page.write_pdf()).blocks]


@pytest.mark.parametrize("gap", ["6pt", "11pt", "16pt"])
@pytest.mark.parametrize("kind", PREAMBLES)
def test_paragraphs_with_a_gap_between_them_stay_apart(kind: str, gap: str) -> None:
    several = [*PREAMBLES[kind], "إذ يشير إلى قرار الجمعية العامة " * 12 + "كله." if kind == "ar" else WHOLE]
    body = "".join(f"<p>{one}</p>" for one in several)
    assert texts(body, f"p {{ margin-bottom: {gap} }}", kind if len(kind) == 2 else "en") == several


@pytest.mark.parametrize("kind", ["en", "masthead"])
def test_paragraphs_that_begin_further_in_stay_apart(kind: str) -> None:
    several = [f"{one} as {LONG} say, and as the Assembly said," for one in PREAMBLES[kind]]
    assert texts("".join(f"<p>{one}</p>" for one in several), "p { text-indent: 24pt }") == several


def test_what_a_picture_cuts_goes_on_below_it() -> None:
    picture = "<svg width='100' height='60'><rect width='100' height='60' fill='grey'/></svg>"
    body = f"<p>It was said to the members of the</p><div>{picture}</div><p>Working Group by all.</p>"
    assert texts(body) == ["It was said to the members of the Working Group by all."]


@pytest.mark.parametrize("second", ["and the rest of it.", "Members of it."])
def test_what_the_end_of_a_page_cuts_goes_on(second: str) -> None:
    body = f"<p>{LONG.capitalize()}, and the</p><p style='break-before: page'>{second}</p>"
    assert texts(body) == [f"{LONG.capitalize()}, and the {second}"]
