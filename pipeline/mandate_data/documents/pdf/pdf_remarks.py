"""Text that was put on a page later, as a note of a reader or in a field of a form: it is counted, not read."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from mandate_data.documents.document import WORD, LeftOut, count_words
from mandate_data.documents.pdf.pdf_words import Frame, Word

UNSAID = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
"""Annotations that no reader wrote: what a link or a window says is said elsewhere."""


def notes_of_readers(page: Any, number: int, form: Any, words: Sequence[Word], frame: Frame) -> list[LeftOut]:
    """What was put on a page of PDFium later, but for fields of which the page itself has the text in their place.

    `form` is PDFium's handle of the document's form, None without one; `words` are those of the page.
    """
    left_out: list[LeftOut] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind in UNSAID:
            pdfium.FPDFPage_CloseAnnot(note)
            continue
        what, values = "a note on the page", [_value(note, b"Contents")]
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            what, values = "a field of a form", [_value(note, b"V"), _field_value(form, note) if form else ""]
        value = next(filter(None, values), "")
        count = count_words(value)
        if kind == pdfium.FPDF_ANNOT_WIDGET and count and not _words(value) - _words(_text_in(note, words, frame)):
            count = 0
        if count or (not any(values) and _is_drawn(note)):
            left_out.append(LeftOut(what, count, page=number))
        pdfium.FPDFPage_CloseAnnot(note)
    return left_out


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def _text_in(note: Any, words: Sequence[Word], frame: Frame) -> str:
    """What the page has in the place of a note."""
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, box)
    (left, foot), (right, top) = frame.place(box.left, box.bottom), frame.place(box.right, box.top)
    left, right, top, foot = min(left, right), max(left, right), min(top, foot), max(top, foot)
    return " ".join(
        word.text for word in words if left < word.x1 and word.x0 < right and top < word.bottom and word.top < foot
    )


def _value(note: Any, key: bytes) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    units = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, units, size)
    return _decoded(units, size)


def _field_value(form: Any, note: Any) -> str:
    """The value of a field, which the one above it may have."""
    size = pdfium.FPDFAnnot_GetFormFieldValue(form, note, None, 0)
    units = (ctypes.c_ushort * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetFormFieldValue(form, note, units, size)
    return _decoded(units, size)


def _is_drawn(note: Any) -> bool:
    """Whether text is drawn where a note does not say what it says."""
    count = max(0, pdfium.FPDFAnnot_GetObjectCount(note))
    kinds = [pdfium.FPDFPageObj_GetType(pdfium.FPDFAnnot_GetObject(note, index)) for index in range(count)]
    return pdfium.FPDF_PAGEOBJ_TEXT in kinds


def _decoded(units: Any, size: int) -> str:
    return bytes(units)[: max(size - 2, 0)].decode("utf-16-le", "replace")
