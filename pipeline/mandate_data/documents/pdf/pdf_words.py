"""PDFium's characters become words: their text, where they stand, and how they are set.

PDFium is asked for the whole text of a page at once, and then for the place of the first and the last character of each
word alone: to ask for every character takes five times as long. Words end at spaces, where the type changes, and at
gaps. All measures are points; x runs to the right, y downwards from the top of the page, as the text is read.
"""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from mandate_data.documents.document import count_words

DESCENT = 0.21  # of the size: how far letters reach below the line they stand on
GAP = 0.1  # of the size: a wider gap parts two words
GLUED = re.compile(r"[a-z,;)][A-Z0-9(]|[,;:)][a-z]|[a-z]{16}|\d[a-z]{3}")  # words between which no space is set
TOUCHING = 0.04  # of the size: what is as near belongs to one word, whatever PDFium takes it for
SLANT = math.radians(6)
HYPHEN = "\ufffe"  # what PDFium writes for the hyphen that breaks a word
TOKEN = re.compile(rf"[^\s\x00{HYPHEN}]+{HYPHEN}?|{HYPHEN}")
PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]")
BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
ITALIC = re.compile(r"italic|oblique", re.IGNORECASE)
SAME_PLACE = 0.3  # of the size: a word printed again so near is fake bold or a second layer


class Word(NamedTuple):
    """A word: `x0` to `x1`, `top` to `bottom` and its `size`, these two to a tenth of a point; how it is set."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The page as its text is read: turned by `quarters` of a circle, `width` by `height`, from `left` and `upper`."""

    quarters: int
    left: float
    upper: float
    width: float
    height: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the page stands."""
        x, y = _turned(x, y, self.quarters)
        return x - self.left, self.upper - y


@dataclass(frozen=True, slots=True)
class Style:
    """How the characters of one text object are set: `quarters` is -1 for slanted text."""

    size: float
    bold: bool
    italic: bool
    quarters: int


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page that run the way most of them do, each once; how many run another way, or say nothing."""

    words: list[Word]
    frame: Frame
    turned: int
    unreadable: int
    backwards: bool


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


class Characters:
    """The characters of one page; `fonts` has the names of those that its document was seen to have."""

    def __init__(self, page: Any, text_page: Any, fonts: dict[int, str]) -> None:
        self.page, self.fonts = page, fonts
        self.raw = text_page
        self.handle = ctypes.cast(text_page, ctypes.c_void_p).value
        self.count = max(0, pdfium.FPDFText_CountChars(text_page))
        self.text = self._text()
        self.styles: dict[int, Style] = {}
        self._x, self._y, self._box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        self._places = (ctypes.addressof(self._x), ctypes.addressof(self._y), ctypes.addressof(self._box))

    def _text(self) -> str:
        units = (ctypes.c_ushort * (self.count + 1))()
        written = pdfium.FPDFText_GetText(self.raw, 0, self.count, units)
        text = bytes(units)[: 2 * self.count].decode("utf-16-le", "replace")
        if written == self.count + 1 and len(text) == self.count:
            return text
        codes = [pdfium.FPDFText_GetUnicode(self.raw, index) for index in range(self.count)]
        return PAIR.sub(_joined, "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes))

    def segments(self) -> Iterator[tuple[int, int, int]]:
        """Text object, first and last character of each run of characters that belong together."""
        for token in TOKEN.finditer(self.text):
            start, end = token.span()
            first = _object_at(self.handle, start)
            if first == _object_at(self.handle, end - 1) and not GLUED.search(token[0]):
                if first:
                    yield first, start, end - 1
            else:
                yield from self._pieces(start, end)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        held: tuple[int, int, int] | None = None
        right = 0.0
        for index in range(start, end):
            one = _object_at(self.handle, index)
            if not one:
                continue
            style = self.style(one, index)
            apart = False
            if held is not None:
                left = self.left(index, style.quarters)
                apart = abs(left - right) > style.size * GAP and style.quarters >= 0
            if held is None or one != held[0] or apart:
                if held is not None:
                    yield held
                held = (one, index, index)
            else:
                held = (one, held[1], index)
            right = self.right(index, style.quarters)
        if held is not None:
            yield held

    def style(self, one: int, index: int) -> Style:
        """How a text object is set, which the character at `index` belongs to."""
        if one not in self.styles:
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self.raw, index, matrix)
            angle = math.atan2(matrix.b, matrix.a)
            quarters = round(angle / (math.pi / 2))
            slanted = abs(angle - quarters * math.pi / 2) > SLANT
            size = pdfium.FPDFText_GetFontSize(self.raw, index) * math.hypot(matrix.c, matrix.d)
            font = self._font(_font_of(one))
            self.styles[one] = Style(
                size=round(size, 1) or 1.0,
                bold=BOLD.search(font) is not None,
                italic=ITALIC.search(font) is not None,
                quarters=-1 if slanted else quarters % 4,
            )
        return self.styles[one]

    def _font(self, font: int | None) -> str:
        if font is None:
            return ""
        if font not in self.fonts:
            name = ctypes.create_string_buffer(200)
            pointer = ctypes.cast(font, pdfium.FPDF_FONT)
            pdfium.FPDFFont_GetBaseFontName(pointer, name, 200)
            self.fonts[font] = name.value.decode("utf-8", "replace")
        return self.fonts[font]

    def left(self, index: int, quarters: int) -> float:
        """Where a character begins, along the way the text runs."""
        return _turned(*self.origin(index), max(quarters, 0))[0]

    def right(self, index: int, quarters: int) -> float:
        """Where a character ends, along the way the text runs."""
        box = self._box
        _box_of(self.handle, index, self._places[2])
        match quarters:
            case 1:
                return float(max(box.bottom, box.top))
            case 2:
                return float(-min(box.left, box.right))
            case 3:
                return float(-min(box.bottom, box.top))
            case _:
                return float(max(box.left, box.right))

    def origin(self, index: int) -> tuple[float, float]:
        """The point from which a character is drawn."""
        _origin_of(self.handle, index, self._places[0], self._places[1])
        return self._x.value, self._y.value


def _joined(pair: re.Match[str]) -> str:
    """The character that two halves are, at the place of the first; nothing at that of the second."""
    if len(pair[0]) == 1:
        return "\ufffd"
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + "\0"


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    match quarters:
        case 1:
            return y, -x
        case 2:
            return -x, -y
        case 3:
            return -y, x
        case _:
            return x, y


def words_of(characters: Characters) -> PageWords:
    """The words of a page, in the order of the file."""
    found: list[tuple[Style, int, int]] = []
    ways = Counter[int]()
    for one, start, end in characters.segments():
        style = characters.style(one, start)
        found.append((style, start, end))
        ways[style.quarters] += end + 1 - start
    way = max((quarters for quarters in ways if quarters >= 0), key=lambda quarters: ways[quarters], default=0)
    frame = _frame(characters.page, way)
    words: list[Word] = []
    unreadable = 0
    for style, start, end in found:
        if style.quarters != way:
            continue
        text = characters.text[start : end + 1].replace(HYPHEN, "-")
        unreadable += not text.isascii() and any(_says_nothing(character) for character in text)
        words.append(_word(characters, style, start, end, text, frame))
    backwards = sum(unicodedata.bidirectional(word.text[0]) in ("R", "AL") for word in words if not word.text.isascii())
    turned = sum(count_words(characters.text[start : end + 1]) for style, start, end in found if style.quarters != way)
    return PageWords(_once(_whole(words)), frame, turned, unreadable, backwards * 5 > len(words))


def _says_nothing(character: str) -> bool:
    return character == "\ufffd" or (not character.isascii() and unicodedata.category(character) in ("Co", "Cn"))


def _word(characters: Characters, style: Style, start: int, end: int, text: str, frame: Frame) -> Word:
    x0, foot = frame.place(*characters.origin(start))
    x1 = characters.right(end, frame.quarters) - frame.left
    bottom = round(foot + DESCENT * style.size, 1)
    return Word(text, x0, max(x0, x1), bottom - style.size, bottom, style.size, style.bold, style.italic)


def _whole(words: list[Word]) -> list[Word]:
    """The same words, in which pieces that touch, of one size and on one line, are one."""
    whole: list[Word] = []
    for word in words:
        last = whole[-1] if whole else None
        if (
            last is not None
            and abs(last.bottom - word.bottom) < 0.5
            and abs(last.size - word.size) < 0.1
            and abs(word.x0 - last.x1) < TOUCHING * word.size
        ):
            whole[-1] = last._replace(text=last.text + word.text, x1=word.x1)
        else:
            whole.append(word)
    return whole


def _once(words: list[Word]) -> list[Word]:
    """The same words without those that are printed again on themselves."""
    seen: dict[str, list[Word]] = {}
    kept: list[Word] = []
    for word in words:
        near = SAME_PLACE * word.size
        before = seen.setdefault(word.text, [])
        if not before or not any(
            abs(one.x0 - word.x0) < near and abs(one.bottom - word.bottom) < near for one in before
        ):
            before.append(word)
            kept.append(word)
    return kept


def _frame(page: Any, quarters: int) -> Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    corners = [_turned(box.left, box.bottom, quarters), _turned(box.right, box.top, quarters)]
    left, right = sorted(corner[0] for corner in corners)
    lower, upper = sorted(corner[1] for corner in corners)
    return Frame(quarters, left, upper, right - left, upper - lower)
