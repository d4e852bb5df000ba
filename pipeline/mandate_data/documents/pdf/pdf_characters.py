"""PDFium's characters of a page: which belong together, how they are set, and where they are, as arrays.

PDFium is asked for the whole text of a page at once, for the text object of a few characters of each line, and then for
the place of the first and the last character of each piece alone: to ask for every character takes five times as long.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, repeat
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

GAP = 0.1  # of the size: a wider gap parts two words
GLUED = re.compile(r"[a-z,;)][A-Z0-9(]|[,;:)][a-z]|[a-z]{16}|\d[a-z]{3}")  # words between which no space is set
SLANT = math.radians(6)
HYPHEN = "\ufffe"  # what PDFium writes for the hyphen that breaks a word
LINE = re.compile(r"[^\r\n]+")
TOKEN = re.compile(rf"[^\s\x00{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
BEHIND = '.,;:)\\]\u201d\u2019"'
FIGURES = re.compile(  # that may mark a note: at the end or at the beginning of a word
    rf"\d(?=[{BEHIND}]*(?:[\s\x00]|\Z))|(?<![^\s\x00{HYPHEN}])\d{{1,3}}(?=[^\W\d]|[(\"\u201c])"
)
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
HIGH = 0.2  # of the size: a figure whose lowest point lies so far above the foot of the line is drawn raised
LOW = 0.55  # of the size: and is no higher

Numbers = npt.NDArray[np.float64]
Number = TypeVar("Number", float, Numbers)


@dataclass(frozen=True, slots=True)
class Style:
    """How the characters of one text object are set: `quarters` is -1 for slanted text; `unnamed` says that the font
    doesn't name the first of them."""

    size: float
    bold: bool
    italic: bool
    quarters: int
    unnamed: bool = False


Piece = tuple[int, int, int, bool]
"""First and last character of a run of one text object, its address, and whether it is drawn raised, as a mark."""
Fonts = dict[int, tuple[bool, bool]]
"""Whether a font is bold, and whether it is in italics, by its address."""

# Declared anew with plain addresses: pypdfium2 makes an object of each pointer, which takes as long as the call.
_object_at = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
_font_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFTextObj_GetFont, ctypes.c_void_p).value or 0
)
_origin_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p).value or 0
)
_box_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_drawing_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)(
    ctypes.cast(pdfium.FPDFText_GetCharBox, ctypes.c_void_p).value or 0
)
_matrix_of = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetMatrix, ctypes.c_void_p).value or 0
)
_size_of = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)
_is_unnamed = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_HasUnicodeMapError, ctypes.c_void_p).value or 0
)


class Characters:
    """The characters of one page; `fonts` says how those are that its document was seen to have."""

    def __init__(self, page: Any, text_page: Any, fonts: Fonts) -> None:
        self.page, self.fonts = page, fonts
        self.raw = text_page
        self.handle = ctypes.cast(text_page, ctypes.c_void_p).value
        self.count = max(0, pdfium.FPDFText_CountChars(text_page))
        self.text = self._text()
        self.styles: dict[int, Style] = {}
        self._matrix = pdfium.FS_MATRIX()
        self._at_matrix = ctypes.addressof(self._matrix)
        self._numbers = tuple(ctypes.c_double() for _ in range(6))
        self._corners = tuple(map(ctypes.addressof, self._numbers))

    def _text(self) -> str:
        units = (ctypes.c_ushort * (self.count + 1))()
        written = pdfium.FPDFText_GetText(self.raw, 0, self.count, units)
        text = bytes(units)[: 2 * self.count].decode("utf-16-le", "replace")
        if written == self.count + 1 and len(text) == self.count:
            return text
        codes = [pdfium.FPDFText_GetUnicode(self.raw, index) for index in range(self.count)]
        hyphens = [
            index for index, code in enumerate(codes) if code == 2 and pdfium.FPDFText_IsHyphen(self.raw, index) == 1
        ]
        for index in hyphens:
            codes[index] = ord(HYPHEN)
        return PAIR.sub(_joined, "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes))

    def pieces(self) -> list[Piece]:
        """The runs of characters that belong together, in the order of the file."""
        whole: list[Piece] = []
        doubtful: list[tuple[int, int]] = []
        text = self.text
        for line in LINE.finditer(text):
            tokens = [token.span() for token in TOKEN.finditer(text, *line.span())]
            if tokens and GLUED.search(text, *line.span()):
                doubtful += [span for span in tokens if GLUED.search(text, *span)]
                tokens = [span for span in tokens if not GLUED.search(text, *span)]
            if tokens:
                self._by_object(tokens, whole)
        whole += self._apart(doubtful)
        whole.sort()
        marks = [last for found in FIGURES.finditer(text) if self._is_raised(last := found.end() - 1)]
        return self._with_marks(whole, marks) if marks else whole

    def _by_object(self, tokens: Sequence[tuple[int, int]], whole: list[Piece]) -> None:
        """Add the pieces of tokens of one line, which end where the text object changes.

        The characters of one object follow one another: what lies between two of them is of the same object.
        """
        first = _object_at(self.handle, tokens[0][0])
        if first and first == _object_at(self.handle, tokens[-1][1] - 1):
            whole += [(start, end - 1, first, False) for start, end in tokens]
        elif len(tokens) > 1:
            middle = len(tokens) // 2
            self._by_object(tokens[:middle], whole)
            self._by_object(tokens[middle:], whole)
        else:
            ((start, end),) = tokens
            objects = [_object_at(self.handle, index) for index in range(start, end)]
            for one, run in groupby(range(end - start), objects.__getitem__):
                places = list(run)
                if one:
                    whole.append((start + places[0], start + places[-1], one, False))

    def _apart(self, tokens: Sequence[tuple[int, int]]) -> Iterator[Piece]:
        """The pieces of tokens, which end where the text object changes and at gaps."""
        at = _object_at
        found = [
            (index, one, start)
            for start, end in tokens
            for index in range(start, end)
            if (one := at(self.handle, index))
        ]
        if not found:
            return
        indices, objects, begins = zip(*found, strict=True)
        for index, one, _ in found:
            if one not in self.styles:
                self.style(one, index)
        styles = [self.styles[one] for one in objects]
        left, right = self.along(indices, np.array([style.quarters for style in styles]))
        apart = np.abs(left[1:] - right[:-1]) > GAP * np.array([style.size for style in styles[1:]])
        slanted = np.array([style.quarters < 0 for style in styles[1:]], bool)
        new = (apart & ~slanted) | (np.diff(np.array(begins)) != 0) | (np.diff(np.array(objects, np.uint64)) != 0)
        cuts = [0, *(np.flatnonzero(new) + 1).tolist(), len(found)]
        for first, end in pairwise(cuts):
            yield indices[first], indices[end - 1], objects[first], False

    def along(self, indices: Sequence[int], quarters: npt.NDArray[np.int64]) -> tuple[Numbers, Numbers]:
        """Where characters begin and end along the way that their text runs, each its own."""
        x, y, boxes = self.places(indices, indices)
        left, right = x, ends_of(boxes, 0)
        for way in (1, 2, 3):
            if (chosen := quarters == way).any():
                left = np.where(chosen, turned(x, y, way)[0], left)
                right = np.where(chosen, ends_of(boxes, way), right)
        return left, right

    def _with_marks(self, pieces: Sequence[Piece], marks: Sequence[int]) -> list[Piece]:
        """The same pieces, from which figures that are drawn raised, though they are on the line, are apart; `marks`
        are the last ones of each."""
        held = set(marks)
        parted: list[Piece] = []
        for piece in pieces:
            start, end, of, _ = piece
            for last in range(start, end + 1):
                if last not in held:
                    continue
                first = last
                while first > start and self.text[first - 1].isdigit() and self._is_raised(first - 1):
                    first -= 1
                if first > start:
                    parted.append((start, first - 1, of, False))
                parted.append((first, last, of, True))
                start = last + 1
            if start <= end:
                parted.append((start, end, of, False))
        return parted

    def _is_raised(self, index: int) -> bool:
        """Whether a character is a small and raised drawing, as fonts have for marks of notes."""
        left, right, bottom, top, x, y = self._corners
        if not _drawing_of(self.handle, index, left, right, bottom, top):
            return False
        _, _, low, high, _, foot = self._numbers
        style = self.style(_object_at(self.handle, index), index)
        if not 0 < high.value - low.value < LOW * style.size:
            return False
        _origin_of(self.handle, index, x, y)
        return style.quarters == 0 and low.value - foot.value > HIGH * style.size

    def style(self, one: int, index: int) -> Style:
        """How a text object is set, which the character at `index` belongs to."""
        found = self.styles.get(one)
        if found is None:
            matrix, size = self._matrix, _size_of(self.handle, index)
            _matrix_of(self.handle, index, self._at_matrix)
            upright = math.copysign(1, size)  # a negative size turns letters upside down
            quarters = 0
            if matrix.b or matrix.a * upright < 0:
                angle = math.atan2(matrix.b * upright, matrix.a * upright)
                quarters = round(angle / (math.pi / 2))
                quarters = -1 if abs(angle - quarters * math.pi / 2) > SLANT else quarters % 4
            size = abs(size) * math.hypot(matrix.c, matrix.d)
            bold, italic = self._font(_font_of(one))
            unnamed = _is_unnamed(self.handle, index) == 1
            found = self.styles[one] = Style(round(size, 1) or 1.0, bold, italic, quarters, unnamed)
        return found

    def _font(self, font: int | None) -> tuple[bool, bool]:
        """Whether a font is bold, and whether it is in italics."""
        if font is None:
            return False, False
        if font not in self.fonts:
            name = ctypes.create_string_buffer(200)
            pdfium.FPDFFont_GetBaseFontName(ctypes.cast(font, pdfium.FPDF_FONT), name, 200)
            text = name.value.decode("utf-8", "replace")
            self.fonts[font] = BOLD.search(text) is not None, ITALIC.search(text) is not None
        return self.fonts[font]

    def places(self, starts: Sequence[int], lasts: Sequence[int]) -> tuple[Numbers, Numbers, Numbers]:
        """x and y of the points from which the characters `starts` are drawn, and the boxes of the characters `lasts`:
        left, top, right and bottom, a row each. All count from the lower left corner of the page."""
        count = len(starts)
        xs, ys = (ctypes.c_double * count)(), (ctypes.c_double * count)()
        boxes = (pdfium.FS_RECTF * count)()
        at_x, at_y, at_box = ctypes.addressof(xs), ctypes.addressof(ys), ctypes.addressof(boxes)
        handle = repeat(self.handle)
        at_origins = range(at_x, at_x + 8 * count, 8), range(at_y, at_y + 8 * count, 8)
        deque(map(_origin_of, handle, starts, *at_origins), maxlen=0)
        deque(map(_box_of, handle, lasts, range(at_box, at_box + 16 * count, 16)), maxlen=0)
        if not count:
            return np.empty(0), np.empty(0), np.empty((0, 4))
        return (
            np.frombuffer(memoryview(xs), np.float64),
            np.frombuffer(memoryview(ys), np.float64),
            np.frombuffer(memoryview(boxes), np.float32).reshape(count, 4).astype(np.float64),
        )


def ends_of(boxes: Numbers, quarters: int) -> Numbers:
    """Where characters end, along the way their text runs, from their boxes."""
    column, other, sign = {1: (1, 3, 1.0), 2: (0, 2, -1.0), 3: (1, 3, -1.0)}.get(quarters, (0, 2, 1.0))
    ends: Numbers = np.maximum(sign * boxes[:, column], sign * boxes[:, other])
    return ends


def turned(x: Number, y: Number, quarters: int) -> tuple[Number, Number]:
    """A point of a page that is turned by quarters of a circle."""
    match quarters:
        case 1:
            return y, -x
        case 2:
            return -x, -y
        case 3:
            return -y, x
        case _:
            return x, y


def _joined(pair: re.Match[str]) -> str:
    """The character that two halves are, at the place of the first; nothing at that of the second."""
    if len(pair[0]) == 1:
        return "\ufffd"
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + "\0"
