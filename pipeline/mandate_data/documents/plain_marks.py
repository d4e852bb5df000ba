"""Marks of notes that are printed as plain figures close behind a word: where they may be, and text without them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mandate_data.documents.document import Block, Mark, Text
from mandate_data.documents.line_breaks import ABBREVIATED
from mandate_data.typography import RAISED

FIGURES = str.maketrans(RAISED, "0123456789")
AS_RAISED = str.maketrans("0123456789", RAISED)


def mark_places(text: str, number: str) -> Iterator[tuple[int, int]]:
    """Where a mark may stand in a text: close behind a word or its punctuation."""
    raised = number.translate(AS_RAISED)
    mark = rf"(?<=[^\W\d_]|[.,;:)\]”\"’'])( ?)(?:\[{number}\]|{number}/|{raised}|({number}))(?=\s|$|[,;:.)](?:\s|$))"
    for found in re.finditer(mark, text):
        before = text[: found.start()]
        if found[1] and found[2] and (before[-1:].isalpha() or ABBREVIATED.search(before)):
            continue  # "article 5", "para. 4"
        yield found.span()


def with_marks_of(blocks: Sequence[Block], numbers: Sequence[str]) -> list[Block]:
    """The blocks, in which the marks of these notes are marks; each note has one, and they come in order."""
    marked = list(blocks)
    begin = offset = 0
    for number in numbers:
        for index in range(begin, len(marked)):
            value = marked[index].text.value
            places = (one for one in mark_places(value, number) if index > begin or one[0] >= offset)
            if place := next(places, None):
                marked[index] = without(marked[index], *place, number)
                begin, offset = index, place[0]
                break
    return marked


def without(block: Block, start: int, end: int, number: str) -> Block:
    """The block without these characters, which are the mark of a note."""

    def moved(place: int) -> int:
        return place if place <= start else max(start, place - (end - start))

    value = block.text.value
    marks = [*(replace(mark, offset=moved(mark.offset)) for mark in block.marks), Mark(start, number)]
    return replace(
        block,
        text=Text(value[:start] + value[end:], tuple((moved(offset), line) for offset, line in block.text.starts)),
        marks=tuple(sorted(marks, key=lambda mark: mark.offset)),
    )
