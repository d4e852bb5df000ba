"""Running text as the finders read it: one byte per character, in plain typography.

Offsets are kept: a plain text is exactly as long as the text it was made from.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import cache

import re2

from mandate_data.citations.bodies import Body
from mandate_data.citations.languages.words import Words, words_of
from mandate_data.citations.reading import blanks
from mandate_data.citations.reading.broken_words import broken_sentences, broken_words
from mandate_data.citations.reading.emphasis import NO_EMPHASIS, emphasis
from mandate_data.citations.reading.entities import as_characters, entities
from mandate_data.citations.reading.escapes import escapes
from mandate_data.citations.reading.html_lines import html_lines
from mandate_data.citations.reading.inline_tags import NO_TAGS, untagged
from mandate_data.citations.reading.invisible import invisible
from mandate_data.citations.reading.note_marks import note_marks
from mandate_data.citations.reading.pointed_marks import pointed_marks
from mandate_data.citations.reading.sentences import WALL, Sentences
from mandate_data.citations.reading.turned_numbers import as_written
from mandate_data.citations.reading.written_numbers import in_figures
from mandate_data.line_feeds import with_line_feeds

LETTER = "\xe9"
"""Stands for any letter that no symbol can have."""
SIGN = "\xa4"
"""Stands for any sign that is neither letter, digit nor space."""
INVISIBLE = "\xad"
"""Stands for soft hyphens, direction marks and other characters that do not show."""
# Printed characters by what they are read as; look-alikes of Latin capitals are mended, and reported as such.
_READ_AS = {
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "\n": "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029",
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d",
    "/": "\u2044\u2215\uff0f",
    "'": "\u2018\u2019\u201a\u201b\u2032",
    '"': "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033",
    INVISIBLE: "\x00\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067"
    "\u2068\u2069\ufeff",
    **dict(
        zip(
            "ABCEHIJKMOPSTXYaceopxy",
            "АВСЕНІЈКМОРЅТХҮасеорху",
            strict=True,
        )
    ),
}
# Blocks of signs; Chinese, Japanese and Korean letters too, as no space parts them from a symbol.
_SIGNS = (
    (0x00, 0x20),
    (0x7F, 0xAA),
    (0xAB, 0xB5),
    (0xB6, 0xBA),
    (0xBB, 0xC0),
    (0xD7, 0xD8),
    (0xF7, 0xF8),
    (0x02B0, 0x02B9),  # raised letters, as marks of notes
    (0x02E1, 0x02E4),
    (0x060C, 0x060D),
    (0x061B, 0x061C),
    (0x061F, 0x0620),
    (0x1D2C, 0x1D6B),
    (0x2000, 0x2100),
    (0x2190, 0x2C00),
    (0x2E00, 0xA4D0),
    (0xAC00, 0xD7B0),
    (0xD800, 0xFAFF),
    (0xFE00, 0xFE70),
    (0xFF00, 0x10000),
    (0x1F000, 0x30000),
)


_DAY = r"\d{1,2}(?:\s?er|st|nd|rd|th|\s?[\xba\xb0o])?"
_YEAR = r"(?:19|20)\d\d"


def fragment(words: Words, pattern: str) -> str:
    """A pattern of a language for plain text: its letters as they are read, its spaces any space."""
    plain = re.sub(r" (?=[?{*+])", r"\\s", plain_text(pattern, words))
    if words.ligature is not None:
        pair, sign = words.ligature
        plain = re.sub(rf"{pair}(?![?*+{{])", f"(?:{pair}|{sign})", plain)
    return plain.replace(" ", r"\s{1,2}")


@cache
def month(words: Words) -> str:
    """A pattern for the name of a month."""
    return f"(?:{fragment(words, '|'.join(words.months))})"


@cache
def date(words: Words, dated: bool = True, month_name: str = "", year: str = _YEAR) -> str:
    """A pattern for a date, or (not `dated`) for a day and month alone."""
    pattern = fragment(words, words.date if dated else words.day_month)
    for field, value in (("{day}", _DAY), ("{month}", month_name or month(words)), ("{year}", year)):
        pattern = pattern.replace(field, value)
    return f"(?:{pattern})"


def behind_number(words: Words, day: str) -> str:
    """A pattern for the date of a resolution, `day` as it is printed, behind its number: `of 16 December 2005`."""
    glued = rf"|(?<=[\d)])(?=(?:{fragment(words, words.dated)})\s?\d)" if words.edge else ""
    return rf"(?:(?:,?\s{{1,2}}{glued})(?:(?:{fragment(words, words.dated)})\s?)?\(?{day}\)?)"


CLOSING = r"(?:\]\([^()\s]{0,300}(?:\([^()\s]{0,100}\)[^()\s]{0,300})?\)|[)\]*_\"']){0,6}"
"""What may close right after a reference: brackets, emphasis, the target of a link."""


class _Reading(dict[int, str]):
    """What a character is read as, by its code point, found when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = any(first <= code < last for first, last in _SIGNS)
        plain = chr(code - 0xFF01 + 0x21) if 0xFF01 <= code < 0xFF5F else SIGN if sign else LETTER
        self[code] = plain
        return plain


_READ = _Reading({code: chr(code) for code in (*range(0x20, 0x7F), 0xA7, 0xB6, 0x09, 0x0A, 0x0D)})
_READ.update({ord(sign): plain for plain, printed in _READ_AS.items() for sign in printed})


@cache
def _reader(words: Words) -> Callable[[str], bytes]:
    """What reads a text of a language that is not plain ASCII.

    The commonest characters are encoded by a table of 256 and read from it; the others, one run at a time, by a
    handler of errors.
    """
    reading = _Reading(_READ)
    reading.update({ord(printed): plain for printed, plain in words.letters.items()})
    common = [*dict.fromkeys((*words.letters, *(chr(code) for code in _READ if code > _LAST_ASCII), *_OFTEN))][:128]
    decoded = "".join(map(chr, range(128))) + "".join(common).ljust(128, "\ufffe")
    encoding = codecs.charmap_build(decoded)
    final = "".join(reading[ord(sign)] if sign != "\ufffe" else SIGN for sign in decoded).encode("latin-1")
    places = {plain: place for place, plain in enumerate(final.decode("latin-1"))}

    def read_others(error: UnicodeError) -> tuple[bytes, int]:
        assert isinstance(error, UnicodeEncodeError)
        run = error.object[error.start : error.end]
        return bytes(places[reading[ord(sign)]] for sign in run), error.end

    name = f"mandate_data.citations.{words.code}"
    codecs.register_error(name, read_others)
    if all(plain in places for plain in (*words.letters.values(), LETTER, SIGN, INVISIBLE)):
        return lambda text: codecs.charmap_encode(text, name, encoding)[0].translate(final)
    return lambda text: text.translate(reading).encode("latin-1")


_LAST_ASCII = 0x7F
_OFTEN = "\u2022\u2026\u2014\u20ac\xb0\xba\xe9\xe8\xe0\xe7\xf4\xfc\xf3\xed\xe1\xf1\xf6\xe4"


def plain_bytes(text: str, words: Words | None = None) -> bytes:
    """`text` in plain typography, one byte per character; with the letters of a language, where it has others."""
    if text.isascii():
        return _plain_ascii(text.encode("ascii"))
    read, data = _reader(words or words_of("en")), text.encode("ascii", "replace")
    if data.count(_UNREAD, 0, _SAMPLE) > min(len(data), _SAMPLE) // _RARE:
        return read(text)
    mended = bytearray(_plain_ascii(data))
    places = [match.start() for match in _UNREAD_SIGN.finditer(data)]
    for place, sign in zip(places, read("".join([text[place] for place in places])), strict=True):
        mended[place] = sign
    return bytes(mended)


def _plain_ascii(data: bytes) -> bytes:
    """ASCII in plain typography; most texts have nothing but what is read as it is printed."""
    return data.translate(_ASCII) if data.translate(None, _AS_PRINTED) else data


_UNREAD = b"?"
"""What a character that is not ASCII is encoded as, until it is read."""
_UNREAD_SIGN = re.compile(rb"\?")
_SAMPLE = 4000
_RARE = 30
"""Where fewer than one character in so many is not ASCII, those are read one by one."""


_WALL = WALL.encode()
_READ_CONTROL = {ord(sign): plain for plain, printed in _READ_AS.items() for sign in printed if sign < "\x80"}
_ASCII = bytes(
    code if 0x20 <= code < 0x7F or code in b"\t\n\r" else ord(_READ_CONTROL.get(code, SIGN)) for code in range(128)
) + bytes(range(128, 256))
_AS_PRINTED = bytes(code for code, plain in enumerate(_ASCII) if code == plain)


def plain_text(text: str, words: Words | None = None) -> str:
    """The same as a string."""
    if text.isascii() and text.isprintable():
        return text
    return plain_bytes(text, words).decode("latin-1")


class PreparedText:
    """Text made ready for the finders: `raw`, and `data` and `plain` to search in, as bytes and as string.

    Joined pieces are separated by a line break in `raw` and by `WALL` in the others. A stretch of a longer text has
    the `offset` and the `line` at which it begins there, which are added to the places of its references; it is a
    `part` of the text, which does not tell what the whole is about. `printed` is what names are looked for in: `plain`,
    but `raw` where the letters of the language share signs.
    `words` are those of its language, `issuer` is the body that issued it, and `issued` the year by which
    it did, where that is known. `given` is the text as it was given, from which `cuts` were made where `stretched`
    blanks are read as one and marks of emphasis and tags left out. Without the marks and the tags within its lines it
    is `shown`, from which the `shown_cuts` were made. `titles` are the places of what is in italics, `links` of what is
    linked to the web; where it is `marked_up`, it has tags of HTML; where it is `mixed`, passages in other languages
    may be in it. `lists_of_documents` has in which lines a list was found to be one of documents, or none,
    `codes` what was told of each code.
    """

    __slots__ = (
        "_named",
        "codes",
        "cuts",
        "data",
        "given",
        "issued",
        "issuer",
        "line",
        "links",
        "lists_of_documents",
        "marked_up",
        "mixed",
        "offset",
        "part",
        "plain",
        "printed",
        "raw",
        "sentences",
        "shown",
        "shown_cuts",
        "titles",
        "words",
    )

    def __init__(
        self,
        *pieces: str,
        offset: int = 0,
        line: int = 1,
        words: Words | None = None,
        issuer: Body | None = None,
        issued: int | None = None,
        stretched: bool = False,
        part: bool = False,
        mixed: bool = False,
    ) -> None:
        self.offset = offset
        self.part = part
        self.mixed = mixed
        self._named: dict[tuple[str, int, int], bool] = {}
        self.lists_of_documents: dict[int, bool] = {}
        self.codes: dict[tuple[int, bool, bool, bool], tuple[bool, int | None]] = {}
        self.line = line
        self.words = words or words_of("en")
        self.issuer = issuer
        self.issued = issued
        self.given = self.raw = pieces[0] if len(pieces) == 1 else "\n".join(pieces)
        tags = untagged(pieces) if stretched and "<" in self.given else NO_TAGS
        if tags.cuts:
            pieces, self.raw = tags.pieces, "\n".join(tags.pieces)
        self.shown = self.raw
        lines = html_lines(self.raw) if stretched and len(pieces) == 1 else None
        self.marked_up = lines is not None or bool(tags.cuts)
        blank = lines.blank if lines is not None else []
        if lines is not None:
            pieces, self.raw = (lines.text,), lines.text
        if stretched and "\r" in self.raw:
            pieces, self.raw = tuple(map(with_line_feeds, pieces)), with_line_feeds(self.raw)
        in_words: list[tuple[int, int]] = []
        if self.words.variants or self.words.mirrored:
            pieces = as_written(tuple(piece.translate(self.words.variants) for piece in pieces), self.words)
            pieces, in_words = in_figures(pieces, self.words.written, stretched)
            self.raw = "\n".join(pieces)
        written = entities(self.raw) if stretched else []
        if written:
            pieces, self.raw = tuple(map(as_characters, pieces)), as_characters(self.raw)
        written = sorted(written + in_words)
        self.data = _WALL.join(plain_bytes(piece, self.words) for piece in pieces)
        emphasized = emphasis(self.data) if stretched else NO_EMPHASIS
        links, shown = sorted(tags.links + emphasized.links), blanks.places(emphasized.cuts)
        if emphasized.cuts:
            self.raw, self.shown = blanks.cut(self.raw, emphasized.cuts), blanks.cut(self.shown, emphasized.cuts)
            self.data = blanks.cut(self.data, emphasized.cuts)
            written, blank = shown.all_left(written), shown.all_left(blank)
        words_apart = broken_words(self.data) if stretched else []
        others = [kind(self.data) for kind in _SAYS_NOTHING] if stretched else []
        marks = note_marks(self.raw, self.data) if stretched else []
        unseen = invisible(self.raw, self.data) if stretched else []
        broken = broken_sentences(self.raw, self.words) if stretched else []
        cuts = blanks.merged(blank, written, words_apart, broken, marks, unseen, *others)
        self.cuts = self.shown_cuts = blanks.places(cuts)
        for before in (emphasized.cuts, tags.cuts):
            if before:
                self.cuts = blanks.behind(before, self.cuts)
        self.titles = self.shown_cuts.all_left(shown.all_left(emphasized.titles))
        self.links = self.shown_cuts.all_left(shown.all_left(links))
        if cuts:
            self.raw, self.data = blanks.cut(self.raw, cuts), blanks.cut(self.data, cuts)
        self.plain = self.data.decode("latin-1")
        self.printed = self.raw if self.words.shares_signs else self.plain
        self.sentences = Sentences(self.plain, self.raw, self.words)

    def names_near(self, names: re.Pattern[str], start: int, block: int) -> bool:
        """Whether the block of so many characters that has `start`, or the one beside it, has one of the `names`; each
        block is searched once."""
        index = start // block
        key = names.pattern, block, index
        if key not in self._named:
            low = index * block
            self._named[key] = names.search(self.printed, max(0, low - block), low + 2 * block) is not None
        return self._named[key]


_LOOKS_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\([^()]*\))*\)")


def loose(pattern: str) -> str:
    """A pattern for `Linear` that finds whatever the given one does, and more: it does not look around."""
    return _LOOKS_AROUND.sub("", pattern).replace(r"\w", r"\S")


class Linear:
    """A pattern for `PreparedText.data`, compiled by RE2, whose time is linear in the text."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str, case_sensitive: bool = True) -> None:
        options = re2.Options()
        options.encoding = re2.Options.Encoding.LATIN1
        options.case_sensitive = case_sensitive
        options.max_mem = _MEMORY
        self._pattern = re2.compile(pattern.encode("latin-1"), options)

    def spans(self, data: bytes, start: int, end: int) -> list[tuple[int, int]]:
        """Where the pattern matches in [start, end), from left to right; it never matches nothing."""
        return [match.span() for match in self._pattern.finditer(data, start, end)]

    def search_at(self, data: bytes) -> int | None:
        """Where the first match begins; None if there is none."""
        match = self._pattern.search(data)
        return match.start() if match else None

    def end_at(self, data: bytes, start: int, end: int) -> int | None:
        """Where the match that begins at `start` ends; None if there is none."""
        match = self._pattern.match(data, start, end)
        return match.end() if match else None

    def is_all_of(self, data: bytes) -> bool:
        """Whether the pattern matches the whole of `data`."""
        return self._pattern.fullmatch(data) is not None


class Printed:
    """A pattern for `PreparedText.raw`, in a language whose letters share signs: names, letter by letter."""

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def spans(self, raw: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where the pattern matches in [start, end), from left to right."""
        return [match.span() for match in self._pattern.finditer(raw, start, end)]

    def end_at(self, raw: str, start: int, end: int) -> int | None:
        """Where the match that begins at `start` ends; None if there is none."""
        match = self._pattern.match(raw, start, end)
        return match.end() if match else None


_SAYS_NOTHING = (blanks.stretched, blanks.unseen, escapes, pointed_marks)
"""What finds the stretches of a text that are cut out of it."""
_MEMORY = 1 << 25
"""Bytes that a pattern may keep of what it has seen: with half of it, it forgets, and reads a text broken into lines at
a third of the speed."""


@cache
def is_all_of(pattern: str) -> Callable[[str], bool]:
    """Whether a pattern for plain text matches the whole of a name; compiled by RE2, in a third of the time of `re`."""
    linear = Linear(pattern)
    return lambda name: linear.is_all_of(name.encode("latin-1"))


def squeeze(text: str) -> str:
    """The text with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())
