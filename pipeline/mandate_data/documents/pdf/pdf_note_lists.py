"""Which lines of a document are its notes: those at the foot of pages, and those below a rule at its end.

A numbered list in the text is none, though the text has marks with its numbers: text, headings or tables follow it, or
other lines that are more surely the notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandate_data.documents.note_beginnings import CITES
from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_notes import (
    PLAIN_NUMBER,
    SMALLER,
    are_notes,
    first_note,
    is_heading,
    is_numbered,
    last_columns,
)
from mandate_data.documents.pdf.pdf_tables import Table

Element = Line | Table
Page = tuple[Sequence[Element], Sequence[Edge]]
"""What stands on a page, and its horizontal rules."""


@dataclass(frozen=True, slots=True)
class NoteLines:
    """The lines of all notes in their order, and the pages on which these may be a list in the text."""

    lines: list[Line]
    doubtful: list[int]


def note_lines(pages: Sequence[Page], body: float) -> NoteLines:
    """The lines of the notes of a document, whose pages are given with what stands on each and its horizontal rules;
    `body` is the size of the running text."""
    feet: list[list[Line]] = []
    before: list[Line] = []
    for elements, rules in pages:
        for column in last_columns([one for one in elements if isinstance(one, Line)]):
            first = first_note(column, rules, body, before, _tables(elements, column))
            foot = column[first : _end(column, first, body)]
            if foot:
                feet.append(foot)
                before += foot
    sure = list[list[Line]]()
    doubtful = list[int]()
    for place, foot in enumerate(feet):
        rival = _rival(foot, feet[place + 1 :], pages, body) if _may_be_list(foot, body) else ""
        if rival != "notes":
            sure.append(foot)
        if rival == "list":
            doubtful.append(foot[0].page)
    lines = [line for foot in sure for line in foot]
    if not any(map(is_numbered, lines)):
        lines += _at_end(pages, body, lines)
    return NoteLines(lines, doubtful)


def _tables(elements: Sequence[Element], column: Sequence[Line]) -> list[float]:
    """The tops of the tables that stand among the lines of a column."""
    left, right = min((line.x0 for line in column), default=0.0), max((line.x1 for line in column), default=0.0)
    tops: list[float] = []
    for one in elements:
        cells = [line for row in one.rows for cell in row for line in cell] if isinstance(one, Table) else []
        if any(line.x0 < right and line.x1 > left for line in cells):
            tops.append(min(line.top for line in cells))
    return tops


def _end(column: Sequence[Line], first: int, body: float) -> int:
    """Where the notes of a column end that begin at a line: at its end, or above a heading."""
    headings = (index for index in range(first + 1, len(column)) if is_heading(column[index], body))
    return next(headings, len(column))


def _may_be_list(foot: Sequence[Line], body: float) -> bool:
    """Whether the notes at a foot begin as the items of a list do: as large as the text, with a number that is not
    raised, and no word with which only notes begin."""
    number = PLAIN_NUMBER.match(foot[0].text)
    large = any(line.size > body * SMALLER for line in foot)
    return large and number is not None and not is_numbered(foot[0]) and not _cites(foot)


def _cites(lines: Sequence[Line]) -> bool:
    begins = ((line, PLAIN_NUMBER.match(line.text)) for line in lines)
    return any(number is not None and CITES.match(line.text, number.end()) for line, number in begins)


def _rival(
    foot: Sequence[Line],
    later: Sequence[Sequence[Line]],
    pages: Sequence[Page],
    body: float,
) -> str:
    """What else has the numbers of the lines at a foot, further on in the document and before a mark with the first of
    them: surer `notes`, a `list` that is as likely to be the notes, or nothing."""
    number = PLAIN_NUMBER.match(foot[0].text)
    label = number[1] if number else ""
    behind = [line for elements, _ in pages for line in elements if isinstance(line, Line) and line.page > foot[0].page]
    noted = {line.number for one in later for line in one}
    second = str(int(label) + 1)
    counts = any((found := PLAIN_NUMBER.match(line.text)) and found[1] == second for line in foot)
    begun: Line | None = None
    for line in behind:
        if any(mark.number == label and mark.offset for mark in line.marks):
            break
        raised = is_numbered(line) and line.marks[0].number == label
        found = PLAIN_NUMBER.match(line.text)
        if raised or (found and found[1] == label and (line.size <= body * SMALLER or _cites([line]))):
            return "notes"
        if found and found[1] == label and (line.number in noted or not counts):
            return "list"
        if found and found[1] == label:
            begun = line
        elif begun is not None and found and found[1] == second:
            return "list"
    return ""


def _at_end(pages: Sequence[Page], body: float, noted: Sequence[Line]) -> list[Line]:
    """The lines below a rule with which a document ends, or which go on with the notes of the page before, if they are
    one list with the numbers of all marks that have no note yet."""
    known = {line.number for line in noted}
    tail: list[Line] = []
    for place in reversed(range(len(pages))):
        elements, rules = pages[place]
        text = [line for before, _ in pages[:place] for line in _lines(before)]
        own = list(_lines(elements))
        if own and own[-1].number in known:
            return tail if tail and _is_list(tail, text + own, noted, goes_on=True) else []
        lines = [one for one in elements if isinstance(one, Line)]
        tables = [one.top for one in elements if isinstance(one, Table)]
        if any(line.edges is not None for line in lines):
            return []
        for rule, _, _ in sorted(rules, reverse=True):
            below = [line for line in lines if line.top >= rule - 1]
            if not below or any(top >= rule - 1 for top in tables) or not are_notes(below + tail, body, ()):
                continue
            if _is_list(below + tail, [*text, *(line for line in own if line.top < rule - 1)], noted):
                return below + tail
        if tables or (lines + tail and not are_notes(lines + tail, body, ())):
            return []
        tail = lines + tail
    return []


def _lines(elements: Sequence[Element]) -> Iterator[Line]:
    for one in elements:
        if isinstance(one, Line):
            yield one
        else:
            yield from (line for row in one.rows for cell in row for line in cell)


def _is_list(lines: Sequence[Line], text: Sequence[Line], noted: Sequence[Line], goes_on: bool = False) -> bool:
    """Whether lines begin with the numbers of the marks in the text that have no note, one after the other: of all of
    them, or of the first ones if the list `goes_on` from the page before."""
    marks = {int(mark.number) for line in text for mark in line.marks if mark.number.isdecimal()}
    marks -= {int(found[1]) for line in noted if (found := PLAIN_NUMBER.match(line.text))}
    if not marks:
        return False
    numbers = [int(found[1]) if (found := PLAIN_NUMBER.match(line.text)) else 0 for line in lines]
    if numbers[0] != min(marks) and not goes_on:
        return False
    last = min(marks) - 1
    for number in numbers:
        last += number == last + 1
    listed = set(range(min(marks), last + 1))
    return bool(listed) and (listed <= marks if goes_on else listed == marks)
