"""Finds the passages of a text that are in another language than the rest of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mandate_data.citations.languages import words_of
from mandate_data.citations.languages.detection import language_of_line
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.reading.sentences import WALL

_MOST_BETWEEN = 3
"""Lines that say nothing of their language, between two of a passage."""
_MOST_EMPTY = 12
"""Empty lines between two of a passage."""


_ABOVE, _BELOW = -1, 1


class Passage(NamedTuple):
    """The lines [start, end) of `PreparedText.raw` as a text of their own, in their language."""

    start: int
    end: int
    text: PreparedText


class _Line(NamedTuple):
    """A line [start, end) and its language, if it says so."""

    start: int
    end: int
    code: str | None


class _Lines:
    """The lines of a text; of each, the language is told once."""

    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._known: dict[int, _Line] = {}

    def at(self, place: int) -> _Line:
        """The line of a place."""
        start = self._raw.rfind("\n", 0, place) + 1
        if start not in self._known:
            end = self._raw.find("\n", place)
            end = len(self._raw) if end < 0 else end
            self._known[start] = _Line(start, end, language_of_line(self._raw[start:end]) if end > start else None)
        return self._known[start]

    def beside(self, line: _Line, step: int, floor: int = 0) -> _Line | None:
        """The nearest line `_ABOVE` or `_BELOW` that says its language, from `floor` on, if only a few are between that
        do not."""
        unsure = empty = 0
        while unsure <= _MOST_BETWEEN and empty <= _MOST_EMPTY:
            if line.start <= floor if step < 0 else line.end >= len(self._raw):
                return None
            line = self.at(line.start - 1 if step < 0 else line.end + 1)
            if line.code is not None:
                return line
            unsure, empty = unsure + (line.end > line.start), empty + (line.end == line.start)
        return None


def passages(text: PreparedText, places: Iterable[int]) -> Iterator[Passage]:
    """The passages of a text in other languages than its own, in its order: the lines in one language around each of
    the `places` with a word of another than that of the text."""
    lines, floor = _Lines(text.raw), 0
    for place in places:
        if place < floor:
            continue
        line = lines.at(place)
        above, below = lines.beside(line, _ABOVE, floor), lines.beside(line, _BELOW)
        code = line.code or next((one.code for one in (above, below) if one and one.code != text.words.code), None)
        before, floor = floor, line.end
        if code is None or code == text.words.code:
            continue
        first = last = line
        while above is not None and above.code == code:
            first, above = above, lines.beside(above, _ABOVE, before)
        while below is not None and below.code == code:
            last, below = below, lines.beside(below, _BELOW)
        floor = last.end
        yield _passage(text, first.start, last.end, code)


def _passage(text: PreparedText, start: int, end: int, code: str) -> Passage:
    """The lines [start, end) as a passage, in pieces if the text is."""
    pieces = []
    begin = start
    while (wall := text.plain.find(WALL, begin, end)) >= 0:
        pieces.append(text.raw[begin:wall])
        begin = wall + 1
    pieces.append(text.raw[begin:end])
    return Passage(start, end, PreparedText(*pieces, words=words_of(code), issuer=text.issuer, issued=text.issued))
