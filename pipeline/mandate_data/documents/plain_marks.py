"""Marks of notes that are printed as plain figures close behind a word: where they may be, and text without them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

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
MAY_MARK = re.compile(rf"(?<=[^\s\d])\d{{1,3}}(?!\d)|(?<=\S) \d{{1,3}}(?!\d)|(?<!^)[{RAISED}]{{1,3}}")
"""All figures that may be marks, and many more."""
POINTED = re.compile(r"\d\.$")
BETWEEN = re.compile(r"\s*[,;–-]\s*|\s+")
"""What may be printed between the marks of several notes at one place."""
_BEFORE = 40  # characters before a mark that tell what it is
_LIST_GOES_ON = rf"[,;–-] ?\[\d|\[\d|[,;–-][{RAISED}]"


@lru_cache(maxsize=4096)
def _mark(number: str) -> re.Pattern[str]:
    raised, following = number.translate(LIFTED), int(number) + 1
    return re.compile(
        rf"(?:{_BEHIND}( ?)(?:{number}/|({number}))|(?<=\S) ?\[{number}\]|{BEHIND_RAISED}{raised})"
        rf"(?=\s|$|[,;:.)](?:\s|$)|{_LIST_GOES_ON}|[,;]{following}(?!\d))"
    )


def may_mark(text: str, number: str) -> bool:
    """Whether a text has the figures of a mark at all, not at its beginning: this is fast."""
    return text.find(number, 1) >= 0 or text.find(number.translate(LIFTED), 1) >= 0


def mark_places(text: str, number: str) -> Iterator[tuple[int, int]]:
    """Where a mark may stand in a text: close behind a word or its punctuation, or in a list behind another mark."""
    for found in _mark(number).finditer(text) if may_mark(text, number) else ():
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if found[1] and found[2] and (before[-1:].isalpha() or ABBREVIATED.search(before)):
            continue  # "article 5", "para. 4"
        yield found.span()


def with_marks_of(blocks: Sequence[Block], numbers: Sequence[str]) -> list[Block]:
    """The blocks, in which the marks of these notes are marks; each note has one, and they come in order.

    A sign that is no other thing's, as "[3]", marks its note wherever it is.
    """
    index = offset = 0
    places: list[dict[tuple[int, int], str]] = [{} for _ in blocks]
    for place, number in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else ""
        if found := _place_of(blocks, number, following, index, offset):
            index, (begin, offset) = found
            places[index][begin, offset] = number
    marked: list[Block] = []
    for block, of_block in zip(blocks, places, strict=True):
        for sign in SIGN.finditer(block.text.value):
            if (number := (sign[1] or sign[2]).translate(LOWERED)) in numbers:
                of_block[sign.span()] = number
        for begin, end in sorted(of_block, reverse=True):
            block = without(block, begin, end, of_block[begin, end])
        marked.append(block)
    return marked


def _place_of(
    blocks: Sequence[Block], number: str, following: str, index: int, offset: int
) -> tuple[int, tuple[int, int]] | None:
    """The block and the place of the mark of a note, not before an offset in the block `index`.

    What may be the end of a number, as in "para. 5.6", is taken if no other mark is before that of the following note.
    """
    sure = _sure_place(blocks, number, index, offset)
    first = next(_places(blocks, number, index, offset), None)
    limit = _sure_place(blocks, following, index, offset) if following and sure != first else None
    return first if sure is None or (limit is not None and limit < sure) else sure


def _sure_place(blocks: Sequence[Block], number: str, index: int, offset: int) -> tuple[int, tuple[int, int]] | None:
    places = _places(blocks, number, index, offset)
    return next((one for one in places if not POINTED.search(blocks[one[0]].text.value, 0, one[1][0])), None)


def _places(blocks: Sequence[Block], number: str, index: int, offset: int) -> Iterator[tuple[int, tuple[int, int]]]:
    for at in range(index, len(blocks)):
        for place in mark_places(blocks[at].text.value, number):
            if at > index or place[0] >= offset:
                yield at, place


def without(block: Block, start: int, end: int, number: str) -> Block:
    """The block without these characters, which are the mark of a note."""
    before = sum(mark.offset <= start for mark in block.marks)
    cut = _cut(block, start, end)
    return replace(cut, marks=(*cut.marks[:before], Mark(start, number), *cut.marks[before:]))


def part_of(block: Block, start: int, end: int, own: bool = False) -> Block:
    """The part of a block from one character to another; `own` says that its first mark is its own label."""
    value = block.text.value[start:end].rstrip()
    starts = block.text.starts
    begin, stop = bisect_right(starts, start, key=lambda one: one[0]), bisect_left(starts, end, key=lambda one: one[0])
    text = Text(value, ((0, block.text.line_at(start)), *((at - start, line) for at, line in starts[begin:stop])))
    behind = block.marks[bisect_left(block.marks, start, key=lambda mark: mark.offset) :]
    near = takewhile(lambda mark: mark.offset <= end, behind)
    marks = [mark for mark in near if not (mark.offset == end < len(block.text.value))]
    marks = marks[1:] if own and marks else marks
    moved = tuple(Mark(min(mark.offset - start, len(value)), mark.number) for mark in marks)
    return replace(block, text=text, marks=moved, label="" if start or own else block.label)


def with_marks_together(block: Block) -> Block:
    """The block without what is printed between the marks of several notes at one place, such as a comma."""
    for place in reversed(range(len(block.marks) - 1) if not block.cells else ()):
        begin, end = block.marks[place].offset, block.marks[place + 1].offset
        if begin < end and BETWEEN.fullmatch(block.text.value, begin, end):
            marks = list(block.marks)
            marks[place + 1] = replace(marks[place + 1], offset=begin)
            blank = block.text.value[end - 1].isspace() and block.text.value[end : end + 1].isalnum()
            block = _cut(replace(block, marks=tuple(marks)), begin, end - blank)
    return block


def _cut(block: Block, start: int, end: int) -> Block:
    def moved(place: int) -> int:
        return place if place <= start else max(start, place - (end - start))

    value = block.text.value
    return replace(
        block,
        text=Text(value[:start] + value[end:], tuple((moved(offset), line) for offset, line in block.text.starts)),
        marks=tuple(replace(mark, offset=moved(mark.offset)) for mark in block.marks),
    )
