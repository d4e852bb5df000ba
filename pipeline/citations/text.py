"""Running text as the finders read it: plain typography, addresses masked, sentences and dates.

Everything keeps its offset: a prepared text is exactly as long as the text it was made from.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from pipeline.citations.symbols import TYPOGRAPHY

MASK = "\ue000"
"""Stands for every character of a web address."""
TAG = "\ue001"
"""Stands for every character of a tag or of a link's target, which are no part of the text."""
WALL = "\ue002"
"""Between two pieces of text that were joined; no citation reaches across it."""

SENTENCE_REACH = 800
"""How far a sentence is followed: a list without full stops has no end."""

_PLAIN = {
    **TYPOGRAPHY,
    ord("\u2018"): "'",
    ord("\u2019"): "'",
    ord("\u201c"): '"',
    ord("\u201d"): '"',
    ord("\u00ab"): '"',
    ord("\u00bb"): '"',
    ord(MASK): " ",
    ord(TAG): " ",
    ord(WALL): " ",
}

_HIDDEN = re.compile(
    # the target of a link
    r"\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,2000})?(?:\s{1,3}\"[^\"\n]{0,200}\")?\)"
    r"|</?[A-Za-z][^<>]{0,500}>"
    r"|(?:https?|ftp)://[^\s<>\]]{1,2000}"
    r"|www\.[^\s<>\]]{1,2000}"
    r"|[A-Za-z0-9-]{1,60}(?:\.[A-Za-z0-9-]{1,60}){0,4}\."
    r"(?:org|int|com|net|edu|gov|info|eu|ch|uk|fr|de|nl|ly|io)/[^\s<>\]]{1,2000}"
)

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
DATE = rf"(?:\d{{1,2}}\s{{1,2}})?{MONTH}\s{{1,2}}(?:19|20)\d\d"

_ABBREVIATIONS = frozenset(
    re.findall(
        r"\S+",
        "doc docs no nos para paras par p pp art arts vol vols ch chap chaps sec sect sects mr mrs ms dr prof st cf"
        " ed eds al res add corr rev u.n g.a e.g i.e ibid op cit see viz inter approx resp dec ser suppl jr n nn fn",
    )
)
_STOP = re.compile(r"[.!?][)\]\"'*_\d\ue000\ue001]{0,4}\s+(?=[\"'(\[*_]{0,2}[A-Z0-9\ue000\ue001])|\n[ \t]*\n|" + WALL)
_LAST_WORD = re.compile(r"[A-Za-z][A-Za-z.]*$")


class Prepared:
    """Pieces of text made ready for the finders: `raw` as given, `plain` to search in, both joined by
    `WALL`."""

    def __init__(self, *pieces: str) -> None:
        self.raw = WALL.join(pieces)
        self.plain = WALL.join(_HIDDEN.sub(_mask, piece.translate(_PLAIN)) for piece in pieces)

    @cached_property
    def stops(self) -> tuple[int, ...]:
        """Where sentences begin, in order, 0 and the end of the text included."""
        found = {0, len(self.plain)}
        for match in _STOP.finditer(self.plain):
            if self.plain[match.start()] not in ".!?" or _ends_sentence(self.plain, match.start()):
                found.add(match.end())
        return tuple(sorted(found))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around [start, end), or of its part within reach."""
        stops = self.stops
        first = stops[bisect_right(stops, start) - 1]
        last = stops[min(bisect_left(stops, max(end, first + 1)), len(stops) - 1)]
        return max(first, start - SENTENCE_REACH), min(last, end + SENTENCE_REACH)


def _mask(match: re.Match[str]) -> str:
    text = match[0]
    if text.startswith("]"):
        return "]" + TAG * (len(text) - 1)
    if text.startswith("<"):
        return TAG * len(text)
    bare = text.rstrip(".,;:)")
    return MASK * len(bare) + text[len(bare) :]


def _ends_sentence(plain: str, dot: int) -> bool:
    """Whether a dot ends a sentence: not after an abbreviation or an initial."""
    if plain[dot] != ".":
        return True
    before = _LAST_WORD.search(plain, max(0, dot - 20), dot)
    if before is None:
        return True
    word = before[0]
    return word.lower() not in _ABBREVIATIONS and not (len(word) == 1 and word.isupper())


def squeeze(text: str) -> str:
    """The text with every run of white space as one space, and none at the ends."""
    return " ".join(text.split())
