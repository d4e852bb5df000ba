"""The words of a PDF's page become its printed lines, with footnote marks apart from the text.

All measures are points; x runs to the right, y downwards from the top of the page.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from mandate_data.documents.document import Mark
from mandate_data.documents.pdf.pdf_words import TOUCHING, Word
from mandate_data.documents.raised_marks import kept_raised, raised_marks

Words = Sequence[Word]
Row = list[Word]

SMALL = 0.85  # of the size of the line: a raised figure is no larger
RAISED = 0.12  # of the size of the line: how far its foot lies above the others'
HIGH = 0.25  # the same for one that is as large as the others
LARGE = 1.2  # of the size of the line: an initial
SAME = 0.6  # points by which sizes may differ and be the same
OVERLAP = 0.5  # of the height of the smaller one: so much is shared by what stands on one line
APART = 0.1  # of the size of the line: a wider gap parts two words
APART_IF_RAISED = 0.3
LONGEST_MARK = 4  # characters
OVERLAP_OF_INITIAL = 0.3  # of the height of the first line beside it


class Line(NamedTuple):
    """A printed line: its text without marks, the marks, where it stands, and how it is set.

    `first` is the width of its first word, `second` where its second word begins (the end of the line where there is
    none). `size` is that of most of its characters; `bold` and `italic` say that all of it is; `boxed` that a frame is
    drawn around it; `edges` are those of its column, where text stands in several. `indent` and `room` are how far it
    stays from the usual edges of the text, on the left and on the right; `number` is its place among the lines of the
    document.
    """

    page: int
    text: str
    marks: tuple[Mark, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    first: float
    second: float
    boxed: bool = False
    edges: tuple[float, float] | None = None
    indent: float = 0.0
    room: float = 0.0
    number: int = 0


def lines_of(words: Words, page: int) -> list[Line]:
    """The lines that words stand on, from top to bottom."""
    return [line_of(row, page) for row in rows_of(words)]


def rows_of(words: Words) -> list[Row]:
    """The words of each line, from top to bottom.

    Words of the usual size tell where the lines are; raised figures, and initials as high as several lines, join them.
    """
    usual = main_size(words) if words else 0.0
    alike: dict[tuple[float, float], Row] = {}  # by foot and size
    for word in words:
        place = word[4:6]
        if place in alike:
            alike[place].append(word)
        else:
            alike[place] = [word]
    tallest = max((word.bottom - word.top for (word, *_) in alike.values()), default=0.0)
    rows: list[Row] = []
    tops: list[float] = []  # of the first word of each row, in ascending order, as `rows` are
    for same in sorted(alike.values(), key=lambda same: _rank(same, usual)):
        word = same[0]
        is_initial = word.size > usual * LARGE
        near = rows[bisect_left(tops, word.top - tallest) : bisect_right(tops, word.bottom)]
        beside = [row for row in near if _overlap(word, row[0]) >= (OVERLAP_OF_INITIAL if is_initial else OVERLAP)]
        if not beside:
            at = bisect_right(tops, word.top)
            tops.insert(at, word.top)
            rows.insert(at, same)
        elif is_initial:
            beside[0] += same
        else:
            row = max(beside, key=lambda row: _overlap(word, row[0]))
            if _is_raised(row, same):
                at = next(place for place, one in enumerate(rows) if one is row)
                del rows[at], tops[at]
                at = bisect_right(tops, word.top)
                tops.insert(at, word.top)
                rows.insert(at, [*same, *row])
            else:
                row.extend(same)
    return sorted(rows, key=lambda row: (round(_foot(row)), min([word.x0 for word in row])))


def _rank(same: Row, usual: float) -> tuple[bool, float, float]:
    """The order in which words make rows: those of the usual size first, then from top to bottom."""
    return abs(same[0].size - usual) > SAME, same[0].top, min([word.x0 for word in same])


def _is_raised(row: Row, same: Row) -> bool:
    """Whether a row has nothing but what may be raised above the words that join it."""
    longest = max([len(word.text) for word in row])
    return longest <= LONGEST_MARK and sum([len(word.text) for word in same]) > sum([len(word.text) for word in row])


def _overlap(one: Word, other: Word) -> float:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return float(shared / max(min(one.bottom - one.top, other.bottom - other.top), 0.1))


def _foot(row: Words) -> float:
    """Where most characters of a line are set."""
    feet = {word.bottom for word in row}
    if len(feet) == 1:
        return row[0].bottom
    counts = dict.fromkeys(feet, 0)
    for word in row:
        counts[word.bottom] += len(word.text)
    return max(counts, key=lambda foot: (counts[foot], foot))


def line_of(row: Row, page: int) -> Line:
    """The line that words make, which stand beside each other."""
    words = sorted(row, key=lambda word: (round(word[1]), -word[5]))
    size, foot = main_size(words), _foot(words)
    even = min([word[4] for word in words]) == foot  # nothing is raised
    text, marks = (_even_text(words, size), ()) if even else _text_and_marks(words, size, foot)
    return Line(
        page=page,
        text=text,
        marks=marks,
        x0=words[0].x0,
        x1=words[-1].x1,
        top=min([word[3] for word in words]),
        bottom=foot,
        size=size,
        bold=all(word.bold for word in words),
        italic=all(word.italic for word in words),
        first=words[0].x1 - words[0].x0,
        second=words[1].x0 if len(words) > 1 else words[-1].x1,
    )


def _even_text(words: Words, size: float) -> str:
    """The text of words from left to right, none of which is raised."""
    gap, touching = size * APART, size * TOUCHING
    end = words[0].x0
    pieces: list[str] = []
    for word, left, right, _, _, _, _, _, spaced in words:
        distance = left - end
        if pieces and (distance > gap or (spaced and distance > touching)):
            pieces.append(" ")
        pieces.append(word)
        end = right
    return "".join(pieces)


def _text_and_marks(words: Words, size: float, foot: float) -> tuple[str, tuple[Mark, ...]]:
    """The text of words from left to right, and the raised figures that are marks."""
    gap = size * APART
    pieces: list[str] = []
    marks: list[Mark] = []
    end, length, last = words[0].x0, 0, words[0]
    for place, word in enumerate(words):
        above = (foot - word.bottom) / size
        raised = above > (RAISED if word.size < size * SMALL else HIGH) and word.size < size * LARGE
        behind = words[place + 1].text if raised and place + 1 < len(words) else ""
        if raised and (numbers := raised_marks("".join(pieces), word.text, behind)):
            marks += [Mark(length, number) for number in numbers]
        else:
            # A raised "th" and what follows a mark at once belong to the word before.
            distance = word.x0 - end
            alike = raised and word[4:6] == last[4:6]  # two words of a line that is higher than this one
            apart = distance > (word.size * APART if alike else size * APART_IF_RAISED if raised else gap)
            if pieces and (apart or (word.spaced and not raised and distance > TOUCHING * size)):
                pieces.append(" ")
                length += 1
            text = kept_raised("".join(pieces[-1:]), word.text) if raised else word.text
            pieces.append(text)
            length += len(text)
        end, last = word.x1, word
    return "".join(pieces), tuple(marks)


def main_size(words: Sequence[Word]) -> float:
    """The size, in points to a tenth, in which most characters of the words are set; of two the larger."""
    sizes = {word.size for word in words}
    if len(sizes) == 1:
        return words[0].size
    counts = dict.fromkeys(sizes, 0)
    for word in words:
        counts[word.size] += len(word.text)
    return max(counts, key=lambda size: (counts[size], size))
