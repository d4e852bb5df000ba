"""Marks of notes that the end of a line cut off from their word: they stand at the end of that line."""

from __future__ import annotations

from collections.abc import Sequence

from mandate_data.documents.document import Mark
from mandate_data.documents.pdf.pdf_lines import SAME, SMALL, Line
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.raised_marks import raised_marks


def with_cut_marks(elements: Sequence[Line | Table]) -> list[Line | Table]:
    """The same elements, in which a mark that stands alone on a line, or begins one, ends the line before.

    What begins a line is such a mark if it counts on from the mark before or the one behind follows it, and no other
    line has it: else a note begins there.
    """
    within = {mark.number for one in elements if isinstance(one, Line) for mark in one.marks if mark.offset}
    following = _following(elements)
    kept: list[Line | Table] = []
    count = 0  # the last mark in the text
    for place, one in enumerate(elements):
        last = kept[-1] if kept else None
        kept.append(one)
        if not isinstance(one, Line):
            continue
        if isinstance(last, Line) and one.size < last.size * SMALL:
            marks = [Mark(len(last.text), number) for number in raised_marks(last.text, one.text)]
            if marks:
                kept[-2:] = [last._replace(marks=(*last.marks, *marks))]
        elif isinstance(last, Line) and abs(one.size - last.size) <= SAME and one.marks and not one.marks[0].offset:
            number = one.marks[0].number
            counts = number.isdigit() and int(number) in (count + 1, following[place] - 1)
            if counts and number not in within:
                moved = Mark(len(last.text), number)
                kept[-2:] = [last._replace(marks=(*last.marks, moved)), one._replace(marks=one.marks[1:])]
                within.add(number)
                count = int(number)
        count = next((int(mark.number) for mark in reversed(one.marks) if mark.offset and mark.number.isdigit()), count)
    return kept


def _following(elements: Sequence[Line | Table]) -> list[int]:
    """For each element, the next mark that stands within a line from there on; 0 where there is none."""
    numbers: list[int] = []
    number = 0
    for one in reversed(elements):
        marks = one.marks if isinstance(one, Line) else ()
        number = next((int(mark.number) for mark in marks if mark.offset and mark.number.isdigit()), number)
        numbers.append(number)
    return numbers[::-1]
