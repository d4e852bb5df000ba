"""The notes at the end of a printed page, told by their numbers and by their marks in its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mandate_data.documents.plain_marks import Figures
from mandate_data.documents.printed_lines import OpenBlock, PrintedLine
from mandate_data.documents.printed_words import PrintedWords
from mandate_data.note_headings import is_rule
from mandate_data.typography import LOWERED, RAISED

FEW = 8  # notes that may be missing before one
NEAR = 3  # characters by which the labels of notes may be set in differently
NOTE = re.compile(
    rf"(?:\[(?P<bracket>\d{{1,3}})\]\s*|(?P<figure>\d{{1,3}})/?\s+|(?P<raised>[{RAISED}]{{1,3}})\s*)(?P<text>\S.*)"
)


def first_note(page: Sequence[PrintedLine], expected: int) -> int:
    """Where the notes of a page begin: at the number that is expected or a little more.

    The text before has its mark, or those of two notes after it: a mark may stand on the page before.
    """
    figures, reached = Figures([" ".join(line.text for line in page)]), 0
    for place, line in enumerate(page):
        before, reached = reached, reached + len(line.text) + 1
        above = page[place - 1]
        if not place or not (line.after_gap or line.indent < above.indent or is_rule(above.text)):
            continue
        found = NOTE.fullmatch(line.text)
        number = _number(found)
        if not expected <= number < expected + FEW:
            continue
        firsts = {one: next(iter(figures.marks(str(one))), None) for one in range(number, number + FEW)}
        marked = [one for one, first in firsts.items() if first is not None and first.end < before]
        if number in marked or len(marked) > 1:
            return place
    return len(page)


def notes_of(lines: Sequence[PrintedLine], words: PrintedWords) -> Iterator[OpenBlock]:
    note: OpenBlock | None = None
    for line in lines:
        found = NOTE.fullmatch(line.text)
        number = _number(found)
        last = int(note.number) if note is not None else 0
        apart = line.after_gap or line.indent <= lines[0].indent + NEAR
        if found and (note is None or number == last + 1 or (apart and last < number < last + FEW)):
            if note is not None:
                yield note
            note = OpenBlock("footnote", number=str(number))
            note.add(found["text"], line.number, words)
        elif note is not None:
            note.add(line.text, line.number, words)
    if note is not None:
        yield note


def _number(found: re.Match[str] | None) -> int:
    """The number of the note that begins so; 0 for none."""
    return int((found["bracket"] or found["figure"] or found["raised"]).translate(LOWERED)) if found else 0
