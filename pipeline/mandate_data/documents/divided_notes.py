"""Blocks divided where notes begin that are typed: each note a footnote, with the paragraphs that go on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter, itemgetter

from mandate_data.documents.document import Block, Mark, Text
from mandate_data.documents.note_beginnings import BEGINS, ENDED, FEW, IN_TEXT, SURE, Form, Marks, Start
from mandate_data.documents.plain_marks import Sign, without
from mandate_data.note_headings import is_notes_heading
from mandate_data.typography import LOWERED

LONGEST = 1500  # characters of a note


def divided(blocks: Sequence[Block], notes: Sequence[Start], marks: Marks) -> Iterator[Block]:
    """The blocks, divided where notes begin; a paragraph between a note and the next belongs to it."""
    by_block: dict[int, list[Start]] = defaultdict(list)
    for note in notes:
        by_block[note.block].append(note)
    labels = {(note.form, note.label) for note in notes}
    group = max((block.group for block in blocks if block.kind == "footnote"), default=0)
    has_heading = _list_has_heading(blocks, notes)
    last, asked = -1, -1  # of the notes; the answer for all but the last one is the same up to the next
    goes_on = False
    for index, block in enumerate(blocks):
        within = by_block.get(index, [])
        begin = within[0].start if within else len(block.text.value)
        if goes_on and begin and (last != asked or last + 1 == len(notes)):
            goes_on = _goes_on(blocks, notes, last, index, marks, has_heading)
            asked = last
        if goes_on and begin:
            yield replace(part(block, 0, begin), kind="footnote", number=notes[last].label, group=group, boxed=False)
        elif begin:
            yield _with_marks(part(block, 0, begin) if within else block, labels)
        for place, note in enumerate(within):
            last, group, goes_on = last + 1, group + 1, True
            end = within[place + 1].start if place + 1 < len(within) else len(block.text.value)
            own = part(block, note.end, end, own=note.form == "mark")
            yield replace(own, kind="footnote", number=note.label, group=group, boxed=False)


def _goes_on(
    blocks: Sequence[Block], notes: Sequence[Start], last: int, index: int, marks: Marks, has_heading: bool
) -> bool:
    """Whether a note goes on up to this block: the next note of their list follows, whose mark is before both; or it is
    the last of a list under a heading for notes, and only whole sentences follow that are no other heading's."""
    note = notes[last]
    if last + 1 == len(notes):
        between = blocks[note.block + 1 : index + 1]
        return has_heading and are_paragraphs(between) and all(map(_is_whole, between))
    following = notes[last + 1]
    between = [*blocks[note.block + 1 : following.block], part(blocks[following.block], 0, following.start)]
    return (
        note.label.isdigit()
        and following.label.isdigit()
        and int(following.label) == int(note.label) + 1
        and are_paragraphs(between)
        and marks.before(following._replace(block=note.block, start=note.start))
    )


def are_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether blocks may belong to a note: paragraphs without marks, not too long."""
    length = 0
    for block in blocks:
        length += len(block.text.value)
        if length > LONGEST or block.kind not in ("paragraph", "item") or block.marks:
            return False
    return True


def _is_whole(block: Block) -> bool:
    return (
        ENDED.search(block.text.value) is not None
        and BEGINS["number"].match(block.text.value) is None
        and not block.label
    )


def _list_has_heading(blocks: Sequence[Block], notes: Sequence[Start]) -> bool:
    """Whether the list of notes that the last one ends begins under a heading for notes."""
    first = notes[-1]
    for note in reversed(notes[:-1]):
        if not (note.label.isdigit() and first.label.isdigit() and 0 < int(first.label) - int(note.label) <= FEW):
            break
        first = note
    return first.block > 0 and is_notes_heading(blocks[first.block - 1].text.value)


def part(block: Block, start: int, end: int, own: bool = False) -> Block:
    """The part of a block from one character to another; `own` says that its first mark is its own label."""
    value, starts = block.text.value[start:end].rstrip(), block.text.starts
    first = block.text.line_at(start)
    lines = starts[bisect_right(starts, start, key=_OFFSET) : bisect_left(starts, end, key=_OFFSET)]
    text = Text(value, ((0, first), *((at - start, line) for at, line in lines)))
    last = bisect_left if end < len(block.text.value) else bisect_right
    marks = block.marks[bisect_left(block.marks, start, key=_PLACE) : last(block.marks, end, key=_PLACE)]
    marks = marks[1:] if own and marks else marks
    moved = tuple(Mark(min(mark.offset - start, len(value)), mark.number) for mark in marks)
    return replace(block, text=text, marks=moved, label="" if start or own else block.label)


_OFFSET = itemgetter(0)
_PLACE = attrgetter("offset")


def _with_marks(block: Block, labels: set[tuple[Form, str]]) -> Block:
    """The block, in which the typed marks of these notes are marks."""
    if block.kind == "footnote" or block.cells:
        return block
    for form, mark_of in IN_TEXT.items():
        signs = []
        for found in mark_of.finditer(block.text.value):
            label = found[1].translate(LOWERED)
            if (form, label) in labels or (form in SURE and ("number", label) in labels):
                signs.append(Sign(*found.span(), label))
        block = without(block, signs)
    return block
