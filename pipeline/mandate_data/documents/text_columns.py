"""Two columns of text side by side on a page of plain text, as `pdftotext -layout` prints them: told by their gutter.

A gutter is a strip of blanks through many lines, beside which words go on from line to line in small letters, as the
cells of a table do not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

GUTTER = re.compile(r"(?:^|(?<=\S)) {2,}(?=\S)")
SENTENCES = re.compile(r"[a-z)]\. [^\W\d_a-z]")
LABELLED = re.compile(r"(\d{1,3})\. (?=[^\W\d_])")
ENDED = re.compile(r"[.!?:;][”\"’')\]]*\d{0,3}$")
IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}")  # two are about a word
LEAST = 2  # blanks
ROWS = 8  # lines with text in both columns
WORDS = 3  # of a line, on average
FULL = 0.6  # of the width of its column, on average
GOES_ON = 0.4  # of the lines begin with a small letter
LETTERS = 0.5  # of the lines begin with a letter, but for the number of a paragraph
FEWEST_IN_TABLES = 3  # lines that begin with capitals in both columns
IN_TABLES = 0.6  # of the lines that begin so in the left one
FEW_ROWS = 4  # lines with text in both columns that may be such
LEAST_OF_FEW = 3  # blanks between them
PAGE_END = "\f"
MOST_LINES = 500  # of a page
PLACES = 3  # that are tried


class Columns(NamedTuple):
    """The page with columns, from 1, by form feeds; the line with which they begin; whether they are surely such."""

    page: int
    line: int
    sure: bool = True

    @property
    def reason(self) -> str:
        """What is so, in words for people."""
        stands = "stands" if self.sure else "may stand"
        return f"from line {self.line} on, text {stands} in two columns, whose lines are read across"


class Region(NamedTuple):
    """Lines from `first` up to `last`, exclusive, whose right column begins at the character `place`."""

    first: int
    last: int
    place: int


class ColumnWatch:
    """Tells in which pages of a text, which comes in chunks, there are two columns; a page ends with a form feed."""

    def __init__(self) -> None:
        self._page, self._line = 1, 1  # where the lines that are held begin
        self._held: list[str] = []
        self._rest = ""

    def feed(self, text: str) -> Iterator[Columns]:
        """The columns of the pages that are whole by now."""
        *whole, self._rest = f"{self._rest}{text}".split("\n")
        for line in whole:
            before, *following = line.split(PAGE_END)
            if following or len(self._held) >= MOST_LINES:
                yield from self._looked_at()
            self._page += len(following)
            self._held.append(following[-1] if following else before)

    def end(self) -> Iterator[Columns]:
        """The columns of the last page."""
        yield from self.feed("\n")
        yield from self._looked_at()

    def _looked_at(self) -> Iterator[Columns]:
        sure = columns_of(self._held)[:1]
        for first, _, place in sure or doubtful_columns(self._held)[:1]:
            beside = next(index for index, line in enumerate(self._held) if index >= first and line[place:].strip())
            yield Columns(self._page, self._line + beside, bool(sure))
        self._line += len(self._held)
        self._held = []


def columns_of(lines: Sequence[str]) -> list[Region]:
    """Where text stands in two columns among the lines of a page, from top to bottom."""
    return sorted(_apart([*_found(lines, SURE), *_found(lines, JOINED)]))


def doubtful_columns(lines: Sequence[str]) -> list[Region]:
    """Where text may stand in two columns: few lines, or in scripts that have no capitals by which a table is told."""
    sure = columns_of(lines)
    return [one for one in _found(lines, DOUBTFUL) if _is_apart(one, sure)]


class _Needs(NamedTuple):
    """What columns must have: lines, blanks between them, capitals; and, if so asked, that the right one goes on where
    the left one ends."""

    rows: int
    blanks: int
    capitals: bool
    joined: bool = False


SURE = _Needs(ROWS, LEAST, True)
JOINED = _Needs(FEW_ROWS, LEAST_OF_FEW, True, True)
DOUBTFUL = _Needs(FEW_ROWS, LEAST_OF_FEW, False)


def _found(lines: Sequence[str], needs: _Needs) -> list[Region]:
    begins = Counter(found.end() for line in lines for found in GUTTER.finditer(line))
    places = [place for place, count in begins.most_common(PLACES) if count >= needs.rows]
    regions = [region for place in places for region in _regions(lines, place, needs)]
    return sorted(_apart(sorted(regions, key=lambda region: region.first - region.last)))


def _apart(regions: Sequence[Region]) -> list[Region]:
    """The regions, without those that share lines with one before them."""
    kept: list[Region] = []
    for region in regions:
        if _is_apart(region, kept):
            insort(kept, region)
    return kept


def _is_apart(region: Region, others: Sequence[Region]) -> bool:
    """Whether a region shares no line with others, which are in order and share none with one another."""
    place = bisect_left(others, region)
    before, after = others[place - 1] if place else None, others[place] if place < len(others) else None
    return (before is None or before.last <= region.first) and (after is None or region.last <= after.first)


def _regions(lines: Sequence[str], place: int, needs: _Needs) -> Iterator[Region]:
    """The runs of lines through which the gutter before a place runs, if they are text on both sides."""
    first = 0
    for index in range(len(lines) + 1):
        if index < len(lines) and not lines[index][place - needs.blanks : place].strip():
            continue
        while first < index and not lines[first].strip():
            first += 1
        last = index
        while last > first and not lines[last - 1].strip():
            last -= 1
        left, right = [line[:place].strip() for line in lines[first:last]], [line[place:] for line in lines[first:last]]
        if _are_text(left, right, needs):
            yield Region(first, last, place)
        first = index + 1


def _are_text(left: Sequence[str], right: Sequence[str], needs: _Needs) -> bool:
    columns = [[line.strip() for line in column if line.strip()] for column in (left, right)]
    if not all(len(column) >= needs.rows and _is_text(column, needs) for column in columns):
        return False
    if needs.joined and not _goes_on(*columns):
        return False
    # Each row of a table begins in all of its columns, with a capital mostly.
    begin = [one.strip()[:1].isupper() and other.strip()[:1].isupper() for one, other in zip(left, right, strict=True)]
    capitals = sum(line[0].isupper() for line in columns[0])
    return sum(begin) < FEWEST_IN_TABLES or sum(begin) < IN_TABLES * capitals


def _goes_on(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the right column begins with the number of the next paragraph, or within the sentence that the left one
    does not end, where there are sentences that begin within lines, as in no list of words."""
    if right[0][0].islower() and not ENDED.search(left[-1]):
        return any(SENTENCES.search(line) for line in (*left, *right))
    begin = LABELLED.match(right[0])
    last = next((found for line in reversed(left) if (found := LABELLED.match(line))), None)
    return begin is not None and last is not None and int(begin[1]) == int(last[1]) + 1


def _is_text(column: Sequence[str], needs: _Needs) -> bool:
    width = max(map(len, column))
    words = sum(len(line.split()) + (0 if needs.capitals else len(IDEOGRAPHS.findall(line))) for line in column)
    small = sum(line[0].islower() or (not needs.capitals and _has_no_case(line[0])) for line in column)
    full = sum(map(len, column)) >= FULL * width * len(column)
    # The numbers of paragraphs, and lines within symbols, tell nothing of how sentences go on.
    letters = sum(line[0].isalpha() or LABELLED.match(line) is not None for line in column)
    told = letters >= LETTERS * len(column) and small >= GOES_ON * letters
    return full and words >= WORDS * len(column) and told


def _has_no_case(letter: str) -> bool:
    return letter.isalpha() and not letter.isupper() and not letter.islower()
