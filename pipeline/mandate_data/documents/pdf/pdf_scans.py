"""A page of a PDF that is a picture: it is drawn, and its text recognised."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from mandate_data.documents.document import Recognised, count_words
from mandate_data.documents.pdf.pdf_words import Frame, Word
from mandate_data.documents.text_recognition import Recogniser, recognise

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72
MOST_DOTS = 40_000_000
"""Of one page: larger ones, as maps, are drawn more coarsely."""


class ScannedPage(NamedTuple):
    """The words of a page, its frame as it is seen, and what reports say of them."""

    words: list[Word]
    frame: Frame
    recognised: Recognised


def scanned_page(page: Any, number: int, recogniser: Recogniser) -> ScannedPage:
    """Recognise the text of a page of PDFium. Raises InputError where Tesseract fails."""
    width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
    dots = min(DOTS_PER_INCH, int((MOST_DOTS / max(width * height, 1.0)) ** 0.5 * POINTS_PER_INCH))
    scale = max(dots, 1) / POINTS_PER_INCH
    found = recognise(drawn(page, max(1, int(width * scale)), max(1, int(height * scale))), dots, recogniser)
    words = [
        Word(
            text=word.text,
            x0=word.x0 / scale,
            x1=word.x1 / scale,
            top=round((word.bottom - word.size) / scale, 1),
            bottom=round(word.bottom / scale, 1),
            size=round(word.size / scale, 1) or 1.0,
            bold=False,
            italic=False,
        )
        for word in found
    ]
    sure = sum(word.confidence for word in found) / len(found) if found else 0.0
    count = sum(count_words(word.text) for word in found)
    return ScannedPage(
        words, Frame(0, 0.0, 0.0, width, height), Recognised(number, count, round(sure), recogniser.name)
    )


def drawn(page: Any, width: int, height: int) -> bytes:
    """The page in shades of grey, as a file in the form PGM."""
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        data = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    rows = data if stride == width else b"".join(data[at : at + width] for at in range(0, stride * height, stride))
    return b"P5\n%d %d\n255\n" % (width, height) + rows
