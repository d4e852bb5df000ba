"""Notes that are typed as paragraphs become notes: told by the marks with which they begin and which the text has.

Such a note begins its line with a raised figure or letter, or with `[1]`, `¹`, `1/`, `*`; with `1.` or `1` only where
that can't be the number of a paragraph.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from mandate_data.documents.divided_notes import are_paragraphs, divided, part
from mandate_data.documents.document import Block, Mark
from mandate_data.documents.note_beginnings import (
    BEGINS,
    CITES,
    ENDED,
    FEW,
    SIGNED,
    SURE,
    Marks,
    Start,
    marks_of,
    places_of_beginnings,
    starts_of,
    typed_marks,
)
from mandate_data.documents.plain_marks import SIGN, Figures, with_marks_of, with_marks_together
from mandate_data.note_headings import is_notes_heading, is_rule
from mandate_data.roman_numerals import from_roman
from mandate_data.typography import LOWERED


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
    starts = list(starts_of(blocks))
    if not starts:
        return list(blocks)
    marks = marks_of(blocks, set(places_of_beginnings(blocks, starts)))
    stars = Counter(start.label for start in starts if start.form == "star")
    starts = [start for start in starts if start.form != "star" or _is_note(start, stars, marks)]
    notes = sorted(_settled(blocks, starts, marks), key=lambda start: start.place)
    if not notes:
        return list(blocks)
    return list(divided(blocks, notes, marks))


def _is_note(star: Start, alike: Mapping[str, int], marks: Marks) -> bool:
    """Whether a star neither begins what another ends nor is one of those of a list."""
    return alike[star.label] <= marks.count(star) and not marks.is_emphasis(star)


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
    marks: _MarkedBlocks | None = None
    done = 0
    for run in _runs(blocks, [start for start in starts_of(blocks) if start.form == "number"]):
        first, numbers = run[0].block, [start.label for start in run]
        if first < done or not _is_listed(blocks, first):
            continue
        marks = marks or _MarkedBlocks(blocks)
        if not marks.has(numbers[0], done, first):
            continue
        known = {mark.number for block in marked[done:first] for mark in block.marks}
        there = known.union(mark.number for block in with_marks_of(marked[done:first], numbers) for mark in block.marks)
        numbers = list(takewhile(there.__contains__, numbers))  # a numbered paragraph may follow
        if numbers:
            marked[done:first] = with_marks_of(marked[done:first], [one for one in numbers if one not in known])
            done = run[len(numbers) - 1].block + 1
    return marked


class _MarkedBlocks:
    """Which blocks have the mark of a note: a real one, a sign that is no other thing's, or a figure behind a word."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._figures = Figures([block.text.value for block in blocks])
        self._signs: dict[str, list[int]] = defaultdict(list)
        for index, block in enumerate(blocks):
            signs = ((sign[1] or sign[2]).translate(LOWERED) for sign in SIGN.finditer(block.text.value))
            for number in (*(mark.number for mark in block.marks), *signs):
                self._signs[number].append(index)

    def has(self, number: str, first: int, end: int) -> bool:
        """Whether one of the blocks from `first` up to `end` has the mark of this number."""
        signs, figure = self._signs.get(number, ()), next(self._figures.marks_from(number, first), None)
        place = bisect_left(signs, first)
        return (figure is not None and figure.text < end) or (place < len(signs) and signs[place] < end)


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
            yield part(block, begin, end) if len(begins) > 2 else block


def _is_listed(blocks: Sequence[Block], first: int) -> bool:
    """Whether a heading or a rule that says so is above a block."""
    above = blocks[first - 1] if first else None
    if above is None or above.kind not in ("heading", "paragraph"):
        return False
    return is_notes_heading(above.text.value) or is_rule(above.text.value)


def _settled(blocks: Sequence[Block], starts: Sequence[Start], marks: Marks) -> Iterator[Start]:
    """Those of the beginnings that are beginnings of notes."""
    known = {block.number for block in blocks if block.kind == "footnote"}
    sure = [form for form in SURE if _counts(start for start in starts if start.form == form)]
    taken: Start | None = None
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
    numbered: list[list[Start]] = []
    for run in _runs(blocks, [start for start in starts if start.form == "number"]):
        unmarked = [place for place, start in enumerate(run) if not marks.before(start)]
        rest = (run[place:] for place in range(unmarked[-1] + 1 if unmarked else 0, len(run)))
        marked = list(takewhile(marks.before, run))  # a numbered paragraph may follow
        citing = list(takewhile(lambda one: _cites(blocks, one), marked))
        runs = (
            one
            for one in (*rest, marked, citing)
            if one and one[0].label not in known and _are_notes(blocks, one, marks)
        )
        numbered.append(next(runs, []))
    for run in _without_rivals(blocks, [run for run in numbered if run]):
        yield from run


def _without_rivals(blocks: Sequence[Block], runs: Sequence[list[Start]]) -> Iterator[list[Start]]:
    """The runs of notes but those that are lists in the text: no heading and no rule is above one, not all of it cites,
    and a later run begins with its number, though the text has no mark with it between them."""
    later: dict[str, int] = {}  # the block with which the next run begins that has this first number
    kept: list[list[Start]] = []
    for run in reversed(runs):
        label, end = run[0].label, later.get(run[0].label)
        sure = end is None or _is_listed(blocks, run[0].block) or all(_cites(blocks, one) for one in run)
        if sure or _has_mark(blocks[run[-1].block + 1 : end], label):
            kept.append(run)
            later[label] = run[0].block
    return reversed(kept)


def _has_mark(blocks: Sequence[Block], label: str) -> bool:
    """Whether one of the blocks has a mark of this number, be it real or typed."""
    found = (one for block in blocks for form in SURE for one in typed_marks(block.text.value, form))
    return any(mark.number == label for block in blocks for mark in block.marks) or label in found


def _counts(starts: Iterator[Start]) -> bool:
    return [start.label for start in starts][:2] == ["1", "2"]


def _ended(block: Block, offset: int) -> bool:
    text, end = block.text.value, offset
    while end and text[end - 1].isspace():
        end -= 1
    return ENDED.search(text, max(0, end - 1), end) is not None


def _runs(blocks: Sequence[Block], starts: Sequence[Start]) -> Iterator[list[Start]]:
    """Runs of paragraphs with numbers, close to each other, which count up; in a list under a heading or a rule other
    paragraphs may be between."""
    run: list[Start] = []
    for start in starts:
        follows = bool(run) and 0 < int(start.label) - int(run[-1].label) <= FEW
        between = blocks[run[-1].block + 1 : start.block] if follows else ()
        if run and not (follows and (not between or (_is_listed(blocks, run[0].block) and are_paragraphs(between)))):
            yield run
            run = []
        run.append(start)
    if run:
        yield run


def _are_notes(blocks: Sequence[Block], run: Sequence[Start], marks: Marks) -> bool:
    """Whether all have marks, and they stand under a heading or a rule that says so, or begin as only notes do."""
    told = _is_listed(blocks, run[0].block) or _cites(blocks, run[0])
    return told and all(map(marks.before, run))


def _cites(blocks: Sequence[Block], start: Start) -> bool:
    return CITES.match(blocks[start.block].text.value, start.end) is not None
