"""Scans: pages that are pictures go through Tesseract where it is installed, and are reported as recognised."""

from __future__ import annotations

import re
import zlib
from dataclasses import replace
from pathlib import Path

import pypdfium2.raw as pdfium
import pytest
from calling import call
from mandate_data.documents import PDF, Document, parse_binary
from mandate_data.documents.document import LeftOut
from mandate_data.documents.pdf.pdf_scans import drawn
from mandate_data.documents.text_recognition import Ocr, find_recogniser
from mandate_data.documents.unread_parts import unread_parts
from mandate_data.errors import InputError
from typesetting import typeset

TEXT = """# The mandate

The Council took note of the report A/HRC/31/58 in its resolution 31/5, and asked for more of them.

Two States were visited: the report on the first is E/CN.4/2004/9, paragraph 7.
"""
needs_tesseract = pytest.mark.skipif(find_recogniser() is None, reason="Tesseract is not installed")


def scan(pdf: bytes) -> bytes:
    """A PDF whose pages are pictures of the pages of another."""
    document = pdfium.FPDF_LoadMemDocument64(pdf, len(pdf), None)
    objects: list[bytes] = []
    pages = pdfium.FPDF_GetPageCount(document)
    for index in range(pages):
        page = pdfium.FPDF_LoadPage(document, index)
        width, height = round(pdfium.FPDF_GetPageWidthF(page)), round(pdfium.FPDF_GetPageHeightF(page))
        _, size, _, data = drawn(page, width * 3, height * 3).split(b"\n", 3)
        pdfium.FPDF_ClosePage(page)
        wide, high = size.split()
        packed = zlib.compress(data, 1)
        drawing = b"%d 0 0 %d 0 0 cm /I Do" % (width, height)
        number = 3 + 3 * index
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
            % (width, height, number + 1, number + 2),
            b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
            b"<</Type/XObject/Subtype/Image/Width %s/Height %s/ColorSpace/DeviceGray/BitsPerComponent 8"
            b"/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (wide, high, len(packed), packed),
        ]
    pdfium.FPDF_CloseDocument(document)
    kids = b" ".join(b"%d 0 R" % (3 + 3 * index) for index in range(pages))
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages), *objects]
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    count = len(objects) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, b"".join(b"%010d 00000 n \n" % at for at in places))
    return written + table + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(written))


def read(data: bytes, ocr: Ocr) -> Document:
    return parse_binary(data, PDF, "text", "a.pdf", "", safeguarded=False, ocr=ocr)


@needs_tesseract
def test_the_text_of_a_scan_is_recognised_and_reported() -> None:
    document = read(scan(typeset(TEXT, head="")), "auto")
    assert [block.text.value for block in document.blocks] == [
        "The mandate",
        "The Council took note of the report A/HRC/31/58 in its resolution 31/5, and asked for more of them.",
        "Two States were visited: the report on the first is E/CN.4/2004/9, paragraph 7.",
    ]
    (page,) = document.recognised
    assert (page.page, document.unread) == (1, ())
    assert re.fullmatch(
        r"its text was recognised in a picture of it \(\d+ words, \d+ % sure; Tesseract [\d.]+, [a-z_+]+\)", page.reason
    )


@pytest.mark.slow
@needs_tesseract
def test_pages_with_text_are_recognised_only_if_that_is_forced() -> None:
    pdf = typeset(TEXT, head="")
    assert read(pdf, "auto").recognised == ()
    forced = read(pdf, "force")
    assert [one.page for one in forced.recognised] == [1]
    assert any("A/HRC/31/58" in block.text.value for block in forced.blocks)


@pytest.mark.slow
@needs_tesseract
def test_cite_says_that_a_page_was_recognised(tmp_path: Path) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan(typeset(TEXT, head="")))
    done = call("cite", "scan.pdf", "--format", "text", folder=tmp_path)
    assert done.returncode == 0
    assert "page 1: its text was recognised in a picture of it" in done.stderr
    assert "A/HRC/31/58" in done.stdout


def test_without_recognition_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(InputError, match="its only page has no text; run it through text recognition first"):
        read(scan(typeset(TEXT, head="")), "off")


def test_a_page_that_is_a_picture_is_called_so() -> None:
    document = replace(read(typeset(TEXT, head=""), "off"), unread=(1, 2, 3), left_out=(LeftOut("a font", page=3),))
    assert unread_parts(document) == [
        (1, "not all of it is text that can be read"),
        (2, "it is a picture, as of a scan, and not read: --ocr auto reads its text where Tesseract is installed"),
        (3, "not all of it is text that can be read"),
        (3, "not read: a font"),
    ]


def test_recognition_that_is_forced_needs_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    find_recogniser.cache_clear()
    try:
        assert read(typeset(TEXT, head=""), "auto").recognised == ()
        with pytest.raises(InputError, match="--ocr force: tesseract is not installed; install it, or take --ocr auto"):
            read(typeset(TEXT, head=""), "force")
    finally:
        find_recogniser.cache_clear()
