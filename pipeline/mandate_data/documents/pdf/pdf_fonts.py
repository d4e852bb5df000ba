"""Fonts whose codes pdfminer does not understand: it would leave their text out and say nothing.

A Type 0 font may bring a table of its own from codes to glyphs. What a code means stands in another table
(`ToUnicode`), so that the first is wanted for the widths alone. Where it can't be had, the text is lost, and that must
be known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pdfminer.cmapdb import CMapDB
from pdfminer.pdffont import PDFCIDFont, PDFFont
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import LIT, literal_name

TWO_BYTES = re.compile(rb"begincodespacerange\s*<[0-9a-fA-F]{4}>\s*<[0-9a-fA-F]{4}>\s*endcodespacerange")
CHARACTERS = re.compile(rb"begincidchar(.*?)endcidchar", re.DOTALL)
CHARACTER = re.compile(rb"<([0-9a-fA-F]{4})>\s*(\d+)")
RANGES = re.compile(rb"begincidrange(.*?)endcidrange", re.DOTALL)
RANGE = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]{4})>\s*(\d+)")


class Fonts(PDFResourceManager):
    """The fonts of a document. `lost` becomes true when a page has one whose text can't be read."""

    def __init__(self) -> None:
        super().__init__()
        self.lost = False

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a resource; pdfminer asks for each font of a page, those that it has seen included."""
        encoding = resolve1(spec.get("Encoding"))
        if not isinstance(encoding, PDFStream) or _is_known(encoding):
            return super().get_font(objid, spec)
        glyphs = _glyphs(encoding) if "ToUnicode" in spec else {}
        if not glyphs:
            self.lost = True
            return super().get_font(objid, spec)
        is_new = objid not in self._cached_fonts
        font = super().get_font(objid, {**spec, "Encoding": LIT("Identity-H")})
        if is_new and isinstance(font, PDFCIDFont):
            font.widths = {code: font.widths[glyph] for code, glyph in glyphs.items() if glyph in font.widths}
        return font


def _glyphs(table: PDFStream) -> dict[int, int]:
    """The glyph of each code of two bytes in an embedded table; none where it has other codes or builds on another."""
    data = table.get_data()
    if b"usecmap" in data or "UseCMap" in table.attrs or not TWO_BYTES.search(data):
        return {}
    glyphs = {int(code, 16): int(glyph) for part in CHARACTERS.findall(data) for code, glyph in CHARACTER.findall(part)}
    for first, last, glyph in [found for part in RANGES.findall(data) for found in RANGE.findall(part)]:
        glyphs |= {code: int(glyph) + code - int(first, 16) for code in range(int(first, 16), int(last, 16) + 1)}
    return glyphs


def _is_known(table: PDFStream) -> bool:
    try:
        CMapDB.get_cmap(literal_name(table.attrs.get("CMapName")))
    except CMapDB.CMapNotFound:
        return False
    return True
