"""The notes at the end of a page: below a rule, in smaller print, or apart, from a line with a note's number on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from mandate_data.documents.document import Mark
from mandate_data.documents.note_beginnings import CITES, ENDED
from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_lines import Line

SMALLER = 0.93  # of the size of the running text
LARGER = 1.06  # the same: a heading
PLAIN_NUMBER = re.compile(r"[\[(]?(\d{1,3})[.)\]]? +(?=\S)")  # a note's number that isn't raised
PARAGRAPH = re.compile(r"\d{1,3}\. +[\"“]?[A-Z]")
SHORT = 0.45  # of the width of a column: the rule above a note that goes on there
APART = 1.5  # of the size: a gap above notes that are as large as the text


@dataclass(frozen=True, slots=True)
class Note:
    """A note: its number, its lines, and how many characters of the first are its number."""

    number: str
    cut: int
    lines: list[Line]


def last_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page by the columns at its end, each of which may end in notes, and what is below them.

    All lines are one column where text stands in none.
    """
    columns: list[list[Line]] = []
    for edges, run in groupby(lines, lambda line: line.edges):
        column = list(run)
        if edges is None and columns and columns[-1][-1].edges is None:
            columns[-1] += column
        else:
            columns.append(column)
    widths = [column[0].edges for column in columns]
    below = len(columns) - 1 if widths and widths[-1] is None else len(columns)  # text across all columns
    above = max((index + 1 for index in range(below) if widths[index] is None), default=0)
    return columns[above:] if above < below else [list(lines)]


def first_note(
    lines: Sequence[Line], rules: Sequence[Edge], body: float, before: Sequence[Line], tables: Sequence[float] = ()
) -> int:
    """Index of the line with which a page's notes begin; the number of lines where it has none.

    `rules` are the horizontal rules on the page, `body` is the size of the running text; `before` are the
    lines of earlier notes, the last of which may go on here; `tables` are the tops of the tables among the lines.
    """
    left, right = min((line.x0 for line in lines), default=0.0), max((line.x1 for line in lines), default=0.0)
    for rule, begin, end in sorted(rules, reverse=True):
        below = next((index for index, line in enumerate(lines) if line.top >= rule - 1), len(lines))
        if below == len(lines) or begin > right or end < left:  # below its column, or above another
            continue
        smaller = all(line.size <= body * SMALLER for line in lines[below:])
        plain = _may_begin_notes(lines, below) and are_notes(lines[below:], body, tables)
        noted = is_numbered(lines[below]) or plain
        if noted or (smaller and (before or PLAIN_NUMBER.match(lines[below].text))):
            return below
        if before and _goes_on(lines[below], before[-1]):
            marked = (index for index in range(below + 1, len(lines)) if _is_marked(lines, index, below))
            if next(marked, None) is not None or end - begin <= SHORT * (right - left):
                return below
    small = len(lines)
    while small and lines[small - 1].size <= body * SMALLER:
        small -= 1
    numbered = (index for index in range(small, len(lines)) if is_numbered(lines[index]))
    return next(numbered, _first_of_size(lines, before, body, tables))


def _first_of_size(lines: Sequence[Line], before: Sequence[Line], body: float, tables: Sequence[float]) -> int:
    """The same for notes without a rule that are as large as the text: a wide gap is above them, and no paragraph of
    the page has their number or the one before, unless they begin as only notes do, or go on from those before and
    the paragraphs are past them."""
    last = next((int(found[1]) for line in reversed(before) if (found := PLAIN_NUMBER.match(line.text))), 0)
    for index in range(1, len(lines)):
        line = lines[index]
        if line.top - lines[index - 1].bottom < APART * line.size:
            continue
        if is_numbered(line) and any(mark.number == line.marks[0].number for mark in _marks(lines[:index])):
            return index
        found = PLAIN_NUMBER.match(line.text)
        if not found or not _may_begin_notes(lines, index) or not are_notes(lines[index:], body, tables):
            continue
        number = int(found[1])
        paragraphs = [int(one[1]) for above in lines[:index] if (one := PLAIN_NUMBER.match(above.text))]
        alone = number not in paragraphs and number - 1 not in paragraphs
        goes_on = number == last + 1 and bool(paragraphs) and paragraphs[-1] >= number
        if CITES.match(line.text, found.end()) or alone or goes_on:
            return index
    return len(lines)


def are_notes(lines: Sequence[Line], body: float, tables: Sequence[float]) -> bool:
    """Whether lines, of which the first begins with a number that is not raised, may all be notes.

    Small print is. Among notes as large as the text are not headings, tables, or marks of further notes, and no number
    is the first one again.
    """
    if all(line.size <= body * SMALLER for line in lines):
        return True
    first = PLAIN_NUMBER.match(lines[0].text)
    number = int(first[1]) if first else 0
    figures = (int(mark.number) for mark in _marks(lines) if mark.offset and mark.number.isdecimal())
    again = (found for line in lines[1:] if (found := PLAIN_NUMBER.match(line.text)) and first)
    return not (
        any(top > lines[0].top for top in tables)
        or any(is_heading(line, body) for line in lines)
        or any(figure >= number for figure in figures)
        or any(found[0] == first[0] for found in again if first)
    )


def is_heading(line: Line, body: float) -> bool:
    """Whether a line is set as a heading is: larger than the running text, or bold and as large."""
    bold = line.bold and line.size > body * SMALLER and any(map(str.isalpha, line.text))
    return bold or line.size > body * LARGER


def _may_begin_notes(lines: Sequence[Line], index: int) -> bool:
    """Whether a line begins with a number that is a mark above. It is a heading if one below begins a paragraph, whose
    number is not a mark."""
    begins = (below for below in range(index + 1, len(lines)) if PARAGRAPH.match(lines[below].text))
    return _is_marked(lines, index) and all(_is_marked(lines, below) for below in begins)


def _goes_on(line: Line, last: Line) -> bool:
    """Whether a line below a rule goes on with a note, whose last line is on the page or in the column before."""
    return ENDED.search(last.text) is None and line.text[:1].islower()


def _is_marked(lines: Sequence[Line], index: int, end: int | None = None) -> bool:
    """Whether a line begins with a number that is a mark above, or above the line `end`."""
    found = PLAIN_NUMBER.match(lines[index].text)
    return found is not None and any(mark.number == found[1] for mark in _marks(lines[: index if end is None else end]))


def _marks(lines: Sequence[Line]) -> Iterator[Mark]:
    return (mark for line in lines for mark in line.marks)


def footnotes(lines: Sequence[Line]) -> list[Note]:
    """The notes of all pages, from the lines of their small print; what has no number goes on with the note before.

    Where no number is raised, a figure begins a note if it is the next one, as lines may begin with any figure, or if
    it is higher and the first of its page.
    """
    raised = any(is_numbered(line) for line in lines)
    notes: list[Note] = []
    for line in lines:
        number, cut = "", 0
        if is_numbered(line):
            number = line.marks[0].number
        elif not raised and (found := PLAIN_NUMBER.match(line.text)):
            last = int(notes[-1].number or 0) if notes else 0
            first = bool(notes) and notes[-1].lines[-1].page != line.page
            follows = not last or int(found[1]) in (1, last + 1) or (first and int(found[1]) > last)
            number, cut = (found[1], found.end()) if follows else ("", 0)
        if number or not notes:
            notes.append(Note(number, cut, [line]))
        else:
            notes[-1].lines.append(line)
    return notes


def is_numbered(line: Line) -> bool:
    """Whether the line begins with a raised number or star; letters are others' signs, too."""
    return bool(line.marks) and line.marks[0].offset == 0 and not line.marks[0].number.isalpha()
