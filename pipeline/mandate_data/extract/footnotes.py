"""Footnotes: each mark has one note and each note one mark, and the numbers of both rise.

A mark that is not a number, such as `*` or `i`, has no place in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

from mandate_data.documents import Block, Mark
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.sequences import longest_rising
from mandate_data.findings.finding import Finding


def check_footnotes(source: ParsedSource) -> list[Finding]:
    """Findings on marks and notes without each other, on numbers that stand twice, and on those out of order."""
    marks = [(index, mark) for index, block in enumerate(source.blocks) for mark in block.marks]
    notes = [(index, block.number) for index, block in enumerate(source.blocks) if _begins_note(source.blocks, index)]
    return [*_marks(source, marks, {number for _, number in notes}), *_notes(source, notes, marks)]


def _begins_note(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a note, or the first of those that are one."""
    note = blocks[index]
    if note.kind != "footnote" or not note.group or not index:
        return note.kind == "footnote"
    before = blocks[index - 1]
    return (before.kind, before.number, before.group) != (note.kind, note.number, note.group)


def _marks(source: ParsedSource, marks: Sequence[tuple[int, Mark]], notes: set[str]) -> list[Finding]:
    missing = _in_draft(source, "note-missing")
    findings = [_of_mark(source, missing, *one) for one in marks if one[1].number not in notes]
    marks = [one for one in marks if one[1].number.isdecimal()]
    numbers = [int(mark.number) for _, mark in marks]
    in_order = longest_rising(numbers, slack=0)
    for place, (index, mark) in enumerate(marks):
        first = numbers.index(numbers[place])
        if mark.number not in notes:
            continue
        if first == place and place not in in_order:
            findings.append(_of_mark(source, "mark-out-of-order", index, mark))
        elif first < place and fits(numbers, place) and not fits(numbers, first):  # the first one is the misprint
            again = source.blocks[index].text.line_at(mark.offset)
            findings.append(_of_mark(source, "mark-twice/first", *marks[first], again))
        elif first < place:
            findings.append(_of_mark(source, "mark-twice", index, mark))
    return findings


def _notes(source: ParsedSource, notes: Sequence[tuple[int, str]], marks: Sequence[tuple[int, Mark]]) -> list[Finding]:
    numbered = [(index, int(number)) for index, number in notes if number.isdecimal()]
    numbers = [number for _, number in numbered]
    misfits = {index for place, (index, _) in enumerate(numbered) if not fits(numbers, place)}
    marked = {mark.number for _, mark in marks}
    cited = {citation.note for citation in source.citations}
    findings = []
    for index, number in notes:
        if index in misfits:
            findings.append(_of_note(source, _in_draft(source, "note-out-of-order"), index, number))
        if number not in marked:
            code = "mark-missing" if number in cited else "mark-missing/uncited"
            findings.append(_of_note(source, code, index, number))
    return findings


def fits(numbers: Sequence[int], place: int) -> bool:
    """Whether the number at `place` is one more than the number before it, or one less than the number after it.

    The first and the last number have one neighbour each. Where that neighbour is the misprint, they fit.
    """

    def follows(at: int) -> bool:
        return numbers[at] == numbers[at - 1] + 1

    last = len(numbers) - 1
    if last < 2:
        return True
    if place == 0:
        return follows(1) or not follows(2)
    if place == last:
        return follows(last) or not follows(last - 1)
    return follows(place) or follows(place + 1)


def _in_draft(source: ParsedSource, code: str) -> str:
    """The check, or what it says of a source that is still a draft."""
    return f"{code}/draft" if source.guide.draft else code


def _of_mark(source: ParsedSource, code: str, index: int, mark: Mark, other_line: int = 0) -> Finding:
    span = (max(0, mark.offset - 1), mark.offset)
    if other_line:
        return source.finding(
            code, index, span, table="citations", field="note", value=mark.number, other_line=other_line
        )
    return source.finding(code, index, span, table="citations", field="note", value=mark.number)


def _of_note(source: ParsedSource, code: str, index: int, number: str) -> Finding:
    return source.finding(code, index, table="citations", field="note", value=number)
