"""Letters that a page shows as empty boxes, as their font has no drawing of them: the program that made the file knew
the letters, but may have lost others beside them."""

from __future__ import annotations

import ctypes
from collections import defaultdict

import pypdfium2.raw as pdfium

from mandate_data.documents.pdf.pdf_characters import Characters

LATIN = "\u024f"  # fonts have drawings of the letters up to this one
MOST = 60  # letters of a page that tell
FEWEST = 5  # letters that are drawn alike
PART = 0.5  # of the letters of their font

Box = tuple[float, ...]


def shows_boxes(characters: Characters) -> bool:
    """Whether a page draws many different letters, of a script other than Latin, as one and the same box."""
    text = characters.text
    if text.isascii():
        return False
    letters = sorted({one for one in text if one > LATIN and one.isalpha()})[:MOST]
    if len(letters) < FEWEST:
        return False
    drawn: dict[int, list[Box]] = defaultdict(list)
    for letter in letters:
        place = text.index(letter)
        font = _font_of(characters, place)
        if font and (box := _box_of(characters, place)):
            drawn[font].append(box)
    return any(_are_alike(boxes) for boxes in drawn.values())


def _are_alike(boxes: list[Box]) -> bool:
    most = max(map(boxes.count, boxes))
    return most >= FEWEST and most >= PART * len(boxes)


def _font_of(characters: Characters, index: int) -> int:
    """The address of the font of a character; 0 if that is not shown, or if the file doesn't hold the font, or draws
    letters by itself."""
    one = pdfium.FPDFText_GetTextObject(characters.raw, index)
    if not one or pdfium.FPDFTextObj_GetTextRenderMode(one) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE:
        return 0
    font = pdfium.FPDFTextObj_GetFont(one)
    if not font or pdfium.FPDFFont_GetIsEmbedded(font) != 1:
        return 0
    has_name = pdfium.FPDFFont_GetBaseFontName(font, None, 0) > 1
    return (ctypes.cast(font, ctypes.c_void_p).value or 0) if has_name else 0


def _box_of(characters: Characters, index: int) -> Box:
    """The box that a character is drawn in, from the point where it begins, in hundredths of the size; empty if nothing
    is drawn."""
    numbers = [ctypes.c_double() for _ in range(6)]
    at = [ctypes.byref(number) for number in numbers]
    if not pdfium.FPDFText_GetCharBox(characters.raw, index, *at[:4]):
        return ()
    pdfium.FPDFText_GetCharOrigin(characters.raw, index, *at[4:])
    left, right, bottom, top, x, y = (number.value for number in numbers)
    size = abs(pdfium.FPDFText_GetFontSize(characters.raw, index)) or 1.0
    if right <= left or top <= bottom:
        return ()
    return tuple(round(one / size, 2) for one in (left - x, right - x, bottom - y, top - y))
