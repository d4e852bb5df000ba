"""Marks of notes that are printed as plain figures close behind a word: where they may be, and text without them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from mandate_data.documents.document import Block, Mark, Text
from mandate_data.documents.line_breaks import ABBREVIATED
from mandate_data.typography import LIFTED, LOWERED, RAISED

BEHIND_RAISED = (
    rf"(?:(?<=[^\s\d])|(?<=(?<!\d)(?:19|20)\d\d)|(?<=[{RAISED}] )|(?<=[{RAISED}], )"
    + "".join(rf"|(?<={before}\d{{{figures}}})" for before in ("/", r"\. ") for figures in (1, 2, 3))
    + rf")(?<![{RAISED}])(?<![\d ][kcm]m)(?<![\d ]m)"
)
"""What a raised figure stands behind that is a mark: a word, another mark, or the number of a year, a symbol or a
paragraph; behind a unit or another number it is an exponent."""
_BEHIND = rf"(?:(?<=[^\W\d_]|[.,;:)\]”\"’'])|(?<=[\]{RAISED}][ ,;–-]))"
SIGN = re.compile(rf"(?<=\S) ?\[(\d{{1,3}})\]|{BEHIND_RAISED}([{RAISED}]{{1,3}})")
FIGURE = re.compile(rf"(?<!\d)\d{{1,3}}(?!\d)|(?<![{RAISED}])[{RAISED}]{{1,3}}(?![{RAISED}])")
"""All figures that may be marks, and many more."""
POINTED = re.compile(r"\d\.$")
BETWEEN = re.compile(r"\s*[,;–-]\s*|\s+")
"""What may be printed between the marks of several notes at one place."""
_BEFORE = 40  # characters before a mark that tell what it is
_BEFORE_FIGURE = 2  # characters of a mark before its figure: a blank, a bracket
_LIST_GOES_ON = rf"[,;–-] ?\[\d|\[\d|[,;–-][{RAISED}]"


class MarkPlace(NamedTuple):
    """Where a mark stands: the index of its text, and where in that it begins and ends."""

    text: int
    start: int
    end: int


class Sign(NamedTuple):
    """Characters of a block that are the mark of a note with this number."""

    start: int
    end: int
    number: str


@lru_cache(maxsize=4096)
def _mark(number: str) -> re.Pattern[str]:
    raised, following = number.translate(LIFTED), int(number) + 1
    return re.compile(
        rf"(?:{_BEHIND}( ?)(?:{number}/|({number}))|(?<=\S) ?\[{number}\]|{BEHIND_RAISED}{raised})"
        rf"(?=\s|$|[,;:.)](?:\s|$)|{_LIST_GOES_ON}|[,;]{following}(?!\d))"
    )


class Figures:
    """The figures of texts by their number, looked for once, and which of them are marks of notes."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._figures: dict[str, list[MarkPlace]] = defaultdict(list)
        self._marks: dict[str, list[MarkPlace]] = {}
        for index, text in enumerate(texts):
            for found in FIGURE.finditer(text):
                self._figures[found[0].translate(LOWERED)].append(MarkPlace(index, *found.span()))

    def marks(self, number: str) -> Sequence[MarkPlace]:
        """Where marks of this number may stand: close behind a word or its punctuation, or in a list behind another
        mark."""
        if number not in self._marks:
            places = [self._mark_at(figure, number) for figure in self._figures.get(number, ())]
            self._marks[number] = [place for place in places if place is not None]
        return self._marks[number]

    def marks_from(self, number: str, text: int, offset: int = 0) -> Iterator[MarkPlace]:
        """The same in order, from an offset in one of the texts on."""
        marks = self.marks(number)
        return islice(marks, bisect_left(marks, (text, offset)), None)

    def _mark_at(self, figure: MarkPlace, number: str) -> MarkPlace | None:
        """The mark whose figure this is, with the blank and the bracket that belong to it."""
        text, mark = self._texts[figure.text], _mark(number)
        starts = range(max(figure.start - _BEFORE_FIGURE, 0), figure.start + 1)
        marks = (found for start in starts if (found := mark.match(text, start)) is not None)
        found = next((one for one in marks if one.end() > figure.start), None)
        if found is None:
            return None
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if found[1] and found[2] and (before[-1:].isalpha() or ABBREVIATED.search(before)):
            return None  # "article 5", "para. 4"
        return MarkPlace(figure.text, *found.span())


def with_marks_of(blocks: Sequence[Block], numbers: Sequence[str]) -> list[Block]:
    """The blocks, in which the marks of these notes are marks; each note has one, and they come in order.

    A sign that is no other thing's, as "[3]", marks its note wherever it is.
    """
    figures = Figures([block.text.value for block in blocks])
    index = offset = 0
    places: list[set[Sign]] = [set() for _ in blocks]
    for place, number in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else ""
        if found := _place_of(figures, blocks, number, following, index, offset):
            index, offset = found.text, found.end
            places[index].add(Sign(found.start, found.end, number))
    wanted = frozenset(numbers)
    for block, of_block in zip(blocks, places, strict=True):
        for sign in SIGN.finditer(block.text.value):
            if (number := (sign[1] or sign[2]).translate(LOWERED)) in wanted:
                of_block.add(Sign(*sign.span(), number))
    return [without(block, sorted(of_block)) for block, of_block in zip(blocks, places, strict=True)]


def _place_of(
    figures: Figures, blocks: Sequence[Block], number: str, following: str, index: int, offset: int
) -> MarkPlace | None:
    """The place of the mark of a note, not before an offset in the block `index`.

    What may be the end of a number, as in "para. 5.6", is taken if no other mark is before that of the following note.
    """
    sure = _sure_place(figures, blocks, number, index, offset)
    first = next(figures.marks_from(number, index, offset), None)
    limit = _sure_place(figures, blocks, following, index, offset) if following and sure != first else None
    return first if sure is None or (limit is not None and limit < sure) else sure


def _sure_place(figures: Figures, blocks: Sequence[Block], number: str, index: int, offset: int) -> MarkPlace | None:
    places = figures.marks_from(number, index, offset)
    return next((one for one in places if not _is_pointed(blocks[one.text].text.value, one.start)), None)


def _is_pointed(text: str, end: int) -> bool:
    return POINTED.search(text, max(0, end - 2), end) is not None


def without(block: Block, signs: Sequence[Sign]) -> Block:
    """The block without these characters, in their order, which are marks of notes."""
    if not signs:
        return block
    places = [mark.offset for mark in block.marks]
    marks: list[Mark] = []
    done = 0
    for sign in signs:
        before = bisect_right(places, sign.start, done)
        marks += [*block.marks[done:before], Mark(sign.start, sign.number)]
        done = before
    marks += block.marks[done:]
    return _cut(replace(block, marks=tuple(marks)), [(sign.start, sign.end) for sign in signs])


def with_marks_together(block: Block) -> Block:
    """The block without what is printed between the marks of several notes at one place, such as a comma."""
    value, marks = block.text.value, list(block.marks)
    cuts: list[tuple[int, int]] = []
    for place in reversed(range(len(marks) - 1) if not block.cells else ()):
        begin, end = marks[place].offset, marks[place + 1].offset
        if begin < end and BETWEEN.fullmatch(value, begin, end):
            behind = cuts[-1][1] if cuts and cuts[-1][0] == end else end
            blank = value[end - 1].isspace() and value[behind : behind + 1].isalnum()
            marks[place + 1] = replace(marks[place + 1], offset=begin)
            cuts.append((begin, end - blank))
    return _cut(replace(block, marks=tuple(marks)), cuts[::-1]) if cuts else block


def _cut(block: Block, cuts: Sequence[tuple[int, int]]) -> Block:
    """The block without these stretches of characters, in their order; marks in them stand where they began."""
    value, kept, done = block.text.value, list[str](), 0
    for start, end in cuts:
        kept.append(value[done:start])
        done = max(done, end)
    begins = [start for start, _ in cuts]
    gone = [0, *accumulate(end - start for start, end in cuts)]

    def moved(place: int) -> int:
        before = bisect_left(begins, place)
        return max(begins[before - 1] - gone[before - 1], place - gone[before]) if before else place

    return replace(
        block,
        text=Text("".join([*kept, value[done:]]), tuple([(moved(offset), line) for offset, line in block.text.starts])),
        marks=tuple([replace(mark, offset=moved(mark.offset)) for mark in block.marks]),
    )
