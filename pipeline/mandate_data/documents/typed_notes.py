"""Notes that are typed as paragraphs become notes: told by the marks with which they begin and which the text has.

Such a note begins its line with a raised figure or letter, or with `[1]`, `¹`, `1/`, `*`; with `1.` or `1` only where
that can't be the number of a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Literal, NamedTuple

from mandate_data.documents.document import Block, Mark
from mandate_data.documents.plain_marks import (
    BEHIND_RAISED,
    MAY_MARK,
    part_of,
    with_marks_of,
    with_marks_together,
    without,
)
from mandate_data.note_headings import is_notes_heading, is_rule
from mandate_data.roman_numerals import from_roman
from mandate_data.typography import LOWERED, RAISED, RAISED_LETTERS, RAISED_MARK

Form = Literal["mark", "bracket", "figure", "caret", "slash", "star", "number", "roman"]

BEGINS: dict[Form, re.Pattern[str]] = {
    "bracket": re.compile(r"\[(\d{1,3}|[a-z]|\*{1,3})\]\s*(?=\S)"),
    "figure": re.compile(rf"({RAISED_MARK})\s*(?=\S)"),
    "caret": re.compile(r"\^(\d{1,3})\^\s*(?=\S)"),
    "slash": re.compile(r"(\d{1,3}|[a-z]) ?/\s+(?=\S)"),
    "star": re.compile(r"(\*{1,3}|[†‡§])\s*(?=[^\W_])"),
    "number": re.compile(r"\(?(\d{1,3})[.)]?\s+(?=\S)"),
    "roman": re.compile(r"([ivxl]{1,7})\s+(?=\S)"),
}
"""How a note may begin that is typed."""
IN_TEXT: dict[Form, re.Pattern[str]] = {
    "bracket": re.compile(r"(?<=\S) ?\[(\d{1,3}|[a-z]|\*{1,3})\]"),
    "caret": re.compile(r"(?<=\S)\^(\d{1,3})\^"),
    "figure": re.compile(rf"{BEHIND_RAISED}(?<![{RAISED}{RAISED_LETTERS}])({RAISED_MARK})(?![{RAISED_LETTERS}])"),
    "slash": re.compile(r"(?<=[^\W\d_]|[.,;:)\]”\"’']) ?(?<![\w/])(\d{1,3}|[a-z])/(?=[\s.,;:)]|$)"),
    "star": re.compile(r"(?<=[\w.,;:)\]”\"’'])(\*{1,3}|[†‡§])(?=[\s.,;:)]|$)"),
}
"""The marks of such notes in the text."""
SIGN_OF: dict[Form, str] = {
    "bracket": "]",
    "caret": "^",
    "figure": RAISED + RAISED_LETTERS,
    "slash": "/",
    "star": "*†‡§",
}
"""One of these is in each of them: this is looked for much faster."""
CITES = re.compile(
    r"(?:see|see also|voir|véase|ver|см\.?|cf\.?|ibid|ibíd|id|idem|op\.? cit|loc\.? cit|supra|там же|https?:|www\.)\b"
    r"|https?:|(?-i:[A-Z]{1,6}/[A-Z0-9])",
    re.I,
)
"""What only notes begin with: a word that cites, a symbol or a web address."""
ENDED = re.compile(r"[.!?:;”\"’)_*]$")
FEW = 4  # notes that may be missing before one
SURE: tuple[Form, ...] = ("mark", "bracket", "figure", "caret")
"""Nothing but notes and lists of sources is numbered so: if they count, they need no mark in the text."""
SIGNED: tuple[Form, ...] = ("bracket", "figure", "caret", "slash")
"""Signs with which little else begins than notes."""
LONGEST = 1500  # characters of a note


class _Start(NamedTuple):
    """What may be the beginning of a note: its block, where in it, the note's label, and where its text begins."""

    block: int
    start: int
    form: Form
    label: str
    end: int

    @property
    def place(self) -> tuple[int, int]:
        return self.block, self.start


@dataclass(frozen=True, slots=True)
class _Marks:
    """The places of the marks in the text, by label: of those that are typed, by their form, and of real ones."""

    typed: dict[tuple[Form, str], list[tuple[int, int]]]
    real: dict[str, list[tuple[int, int]]]

    def before(self, start: _Start) -> bool:
        """Whether the text has the mark of a note that begins so before it."""
        places = [*self.typed.get((start.form, start.label), ()), *self.real.get(start.label, ())]
        if start.form == "number":
            places += [place for form in SURE for place in self.typed.get((form, start.label), ())]
        return any(place < start.place for place in places)

    def count(self, start: _Start) -> int:
        """How many marks the text has of a note that begins so."""
        return len(self.typed.get((start.form, start.label), ())) + len(self.real.get(start.label, ()))


def with_typed_notes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which paragraphs that are notes are such, and their marks in the text are marks."""
    found = _noted(blocks)
    apart = list(lists_apart(blocks))
    if len(apart) > len(blocks):
        noted = _noted(apart)
        found = noted if _count_notes(noted) > _count_notes(found) else found
    return [with_marks_together(block) for block in found]


def _count_notes(blocks: Sequence[Block]) -> int:
    return sum(block.kind == "footnote" for block in blocks)


def _noted(blocks: Sequence[Block]) -> list[Block]:
    blocks = _with_plain_marks(blocks)
    starts = [start for index in range(len(blocks)) for start in _starts(blocks, index)]
    if not starts:
        return list(blocks)
    marks = _marks(blocks, {start.place for start in starts})
    starts = [start for start in starts if start.form != "star" or _is_note(start, blocks, starts, marks)]
    notes = sorted(_settled(blocks, starts, marks), key=lambda start: start.place)
    if not notes:
        return list(blocks)
    return list(_divided(blocks, notes, marks))


def begins_as_note(text: str, marks: Sequence[Mark]) -> bool:
    """Whether a paragraph begins as notes do: with a raised figure, a sign such as "[1]", or a number and what it
    cites."""
    if marks and not marks[0].offset:
        return not marks[0].number.isalpha()
    if any(BEGINS[form].match(text) for form in SIGNED):
        return True
    number = BEGINS["number"].match(text)
    return number is not None and CITES.match(text, number.end()) is not None


def _with_plain_marks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which the figures close behind words are marks that lists of notes under a heading or a rule have,
    each of them, in their order."""
    marked = list(blocks)
    figures = _figures(blocks)
    done = 0
    starts = [start for index in range(len(blocks)) for start in _starts(blocks, index)]
    for run in _runs(blocks, [start for start in starts if start.form == "number"]):
        first, numbers = run[0].block, [start.label for start in run]
        if first < done or not _is_listed(blocks, first) or not _is_between(figures[numbers[0]], done, first):
            continue
        known = {mark.number for block in marked[done:first] for mark in block.marks}
        there = known.union(mark.number for block in with_marks_of(marked[done:first], numbers) for mark in block.marks)
        numbers = list(takewhile(there.__contains__, numbers))  # a numbered paragraph may follow
        if numbers:
            marked[done:first] = with_marks_of(marked[done:first], [one for one in numbers if one not in known])
            done = run[len(numbers) - 1].block + 1
    return marked


def _figures(blocks: Sequence[Block]) -> Mapping[str, list[int]]:
    """The blocks that have a number as a mark, or may have it as one, by number."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for mark in block.marks:
            places[mark.number].append(index)
        for found in MAY_MARK.finditer(block.text.value):
            places[found[0].strip().translate(LOWERED)].append(index)
    return places


def _is_between(places: Sequence[int], first: int, end: int) -> bool:
    """Whether one of the places, which are in order, is between two others."""
    place = bisect_left(places, first)
    return place < len(places) and places[place] < end


def lists_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which a rule or a heading for notes that is a line of a paragraph is one of its own, and so is
    what is above and below it; only behind one that is a heading a line begins as notes do."""
    for block in blocks:
        lines = [offset for offset, _ in block.text.starts]
        begins = {0, len(block.text.value)}
        for place, offset in enumerate(lines if block.kind == "paragraph" else ()):
            end = lines[place + 1] if place + 1 < len(lines) else len(block.text.value)
            said = block.text.value[offset:end]
            begins_note = (one.match(block.text.value, end) for one in BEGINS.values())
            if is_rule(said) or (is_notes_heading(said) and any(begins_note)):
                begins |= {offset, end}
        for begin, end in pairwise(sorted(begins)):
            yield part_of(block, begin, end) if len(begins) > 2 else block


def _is_listed(blocks: Sequence[Block], first: int) -> bool:
    """Whether a heading or a rule that says so is above a block."""
    above = blocks[first - 1] if first else None
    if above is None or above.kind not in ("heading", "paragraph"):
        return False
    return is_notes_heading(above.text.value) or is_rule(above.text.value)


def _starts(blocks: Sequence[Block], index: int) -> Iterator[_Start]:
    """What in a block may begin a note: its lines that begin with a label."""
    block = blocks[index]
    if block.kind not in ("paragraph", "item", "footnote"):
        return
    is_note = block.kind == "footnote"  # lines in it may begin others
    for offset in dict.fromkeys((0, *(offset for offset, _ in block.text.starts))):
        if is_note and not offset:
            continue
        if own := next((mark for mark in block.marks if mark.offset == offset), None):
            if offset < len(block.text.value):
                yield _Start(index, offset, "mark", own.number, offset)
            continue
        if is_note:
            continue
        labelled = block.label and not offset
        said = f"{block.label} {block.text.value}" if labelled else block.text.value
        for form, begins in BEGINS.items():
            if found := begins.match(said, offset):
                end = 0 if labelled else found.end()
                yield _Start(index, offset, form, found[1].translate(LOWERED), end)
                break


def _marks(blocks: Sequence[Block], starts: set[tuple[int, int]]) -> _Marks:
    typed: dict[tuple[Form, str], list[tuple[int, int]]] = defaultdict(list)
    real: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for index, block in enumerate(blocks):
        for mark in block.marks:
            if (index, mark.offset) not in starts:
                real[mark.number].append((index, mark.offset))
        if block.kind != "footnote":
            text = block.text.value
            for form, mark_of in IN_TEXT.items():
                for found in mark_of.finditer(text) if any(sign in text for sign in SIGN_OF[form]) else ():
                    if (index, found.start(1) - (form == "bracket")) not in starts:
                        typed[form, found[1].translate(LOWERED)].append((index, found.start(1)))
    return _Marks(typed, real)


def _is_note(star: _Start, blocks: Sequence[Block], starts: Sequence[_Start], marks: _Marks) -> bool:
    """Whether a star neither begins what another ends nor is one of those of a list."""
    alike = sum(one.form == "star" and one.label == star.label for one in starts)
    ended = IN_TEXT["star"].search(blocks[star.block].text.value, star.end)
    return alike <= marks.count(star) and ended is None


def _settled(blocks: Sequence[Block], starts: Sequence[_Start], marks: _Marks) -> Iterator[_Start]:
    """Those of the beginnings that are beginnings of notes."""
    known = {block.number for block in blocks if block.kind == "footnote"}
    sure = [form for form in SURE if _counts(start for start in starts if start.form == form)]
    taken: _Start | None = None
    roman = 0  # the last note that has a Roman number
    for start in starts:
        if start.form == "number":
            continue
        in_list = blocks[start.block].kind == "footnote" or (taken is not None and taken.block == start.block)
        if start.start and not in_list and (start.form == "mark" or not _ended(blocks[start.block], start.start)):
            continue
        if start.form == "roman":
            is_note = from_roman(start.label) == roman + 1 and marks.before(start)
        else:
            is_note = start.form in sure or marks.before(start)
        if is_note:
            roman += start.form == "roman"
            taken = start
            known.add(start.label)
            yield start
    for run in _runs(blocks, [start for start in starts if start.form == "number"]):
        rest = (run[place:] for place in range(len(run)))
        marked = list(takewhile(marks.before, run))  # a numbered paragraph may follow
        citing = list(takewhile(lambda one: _cites(blocks, one), marked))
        runs = (
            one
            for one in (*rest, marked, citing)
            if one and one[0].label not in known and _are_notes(blocks, one, marks)
        )
        yield from next(runs, [])


def _counts(starts: Iterator[_Start]) -> bool:
    return [start.label for start in starts][:2] == ["1", "2"]


def _ended(block: Block, offset: int) -> bool:
    return ENDED.search(block.text.value[:offset].rstrip()) is not None


def _runs(blocks: Sequence[Block], starts: Sequence[_Start]) -> Iterator[list[_Start]]:
    """Runs of paragraphs with numbers, close to each other, which count up; in a list under a heading or a rule other
    paragraphs may be between."""
    run: list[_Start] = []
    for start in starts:
        follows = bool(run) and 0 < int(start.label) - int(run[-1].label) <= FEW
        between = blocks[run[-1].block + 1 : start.block] if follows else ()
        if run and not (follows and (not between or (_is_listed(blocks, run[0].block) and _are_paragraphs(between)))):
            yield run
            run = []
        run.append(start)
    if run:
        yield run


def _are_notes(blocks: Sequence[Block], run: Sequence[_Start], marks: _Marks) -> bool:
    """Whether all have marks, and they stand under a heading or a rule that says so, or begin as only notes do."""
    if not all(map(marks.before, run)):
        return False
    if _is_listed(blocks, run[0].block):
        return True
    return _cites(blocks, run[0])


def _cites(blocks: Sequence[Block], start: _Start) -> bool:
    return CITES.match(blocks[start.block].text.value, start.end) is not None


def _divided(blocks: Sequence[Block], notes: Sequence[_Start], marks: _Marks) -> Iterator[Block]:
    """The blocks, divided where notes begin; a paragraph between a note and the next belongs to it."""
    by_block: dict[int, list[_Start]] = defaultdict(list)
    for note in notes:
        by_block[note.block].append(note)
    labels = {(note.form, note.label) for note in notes}
    group = max((block.group for block in blocks if block.kind == "footnote"), default=0)
    last = -1  # of the notes
    for index, block in enumerate(blocks):
        within = by_block.get(index, [])
        begin = within[0].start if within else len(block.text.value)
        if last >= 0 and begin and _goes_on(blocks, notes, last, index, marks):
            yield replace(part_of(block, 0, begin), kind="footnote", number=notes[last].label, group=group, boxed=False)
        elif begin:
            yield _with_marks(part_of(block, 0, begin) if within else block, labels)
        for place, note in enumerate(within):
            last, group = last + 1, group + 1
            end = within[place + 1].start if place + 1 < len(within) else len(block.text.value)
            part = part_of(block, note.end, end, own=note.form == "mark")
            yield replace(part, kind="footnote", number=note.label, group=group, boxed=False)


def _goes_on(blocks: Sequence[Block], notes: Sequence[_Start], last: int, index: int, marks: _Marks) -> bool:
    """Whether the note before goes on in this block: the next note of their list follows, whose mark is before both; or
    it is the last of a list under a heading for notes, and only whole sentences follow that are no other heading's."""
    note = notes[last]
    if last + 1 == len(notes):
        between = blocks[note.block + 1 : index + 1]
        return _list_has_heading(blocks, notes) and _are_paragraphs(between) and all(map(_is_whole, between))
    following = notes[last + 1]
    between = [*blocks[note.block + 1 : following.block], part_of(blocks[following.block], 0, following.start)]
    return (
        note.label.isdigit()
        and following.label.isdigit()
        and int(following.label) == int(note.label) + 1
        and index <= following.block
        and _are_paragraphs(between)
        and marks.before(following._replace(block=note.block, start=note.start))
    )


def _are_paragraphs(blocks: Sequence[Block]) -> bool:
    """Whether blocks may belong to a note: paragraphs without marks, not too long."""
    length = sum(len(block.text.value) for block in blocks)
    return length <= LONGEST and all(block.kind in ("paragraph", "item") and not block.marks for block in blocks)


def _is_whole(block: Block) -> bool:
    return (
        ENDED.search(block.text.value) is not None
        and BEGINS["number"].match(block.text.value) is None
        and not block.label
    )


def _list_has_heading(blocks: Sequence[Block], notes: Sequence[_Start]) -> bool:
    """Whether the list of notes that the last one ends begins under a heading for notes."""
    first = notes[-1]
    for note in reversed(notes[:-1]):
        if not (note.label.isdigit() and first.label.isdigit() and 0 < int(first.label) - int(note.label) <= FEW):
            break
        first = note
    return first.block > 0 and is_notes_heading(blocks[first.block - 1].text.value)


def _with_marks(block: Block, labels: set[tuple[Form, str]]) -> Block:
    """The block, in which the typed marks of these notes are marks."""
    if block.kind == "footnote" or block.cells:
        return block
    for form, mark_of in IN_TEXT.items():
        for found in reversed(list(mark_of.finditer(block.text.value))):
            label = found[1].translate(LOWERED)
            if (form, label) in labels or (form in SURE and ("number", label) in labels):
                block = without(block, *found.span(), label)
    return block
