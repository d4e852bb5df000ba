"""Lines that were read across and may be two columns: in each, one gap is wider than its others, at one place;
or a word begins at one place in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_lines import Row
from mandate_data.documents.pdf.pdf_words import Word

WIDER = 1.25  # than the other gaps of its line
LEAST = 0.35  # of the size: a gap between columns
NEAR = 1.0  # points by which the right column's lines begin at other places
FEWEST = 2  # lines, the second of which reads on on both sides
WORDS = 2  # of a line in each column, on average
ALIGNED = 4  # lines, in which words seldom begin at one place
SAME = 0.2  # points: places nearer to each other are one
SAME_WIDTH = 1.1  # times as wide
CLOSE = 1.6  # of the size: so far below a line is the next of its column


class _Split(NamedTuple):
    """A line in two: where the right part begins, and the words of both."""

    begin: float
    left: Sequence[Word]
    right: Sequence[Word]


def read_across(rows: Sequence[Row]) -> Iterator[int]:
    """The indices of rows, from top to bottom, that may be lines of two columns."""
    run: list[tuple[int, _Split]] = []
    for index, row in enumerate(rows):
        split = _split(row)
        near = bool(run) and rows[index][0].bottom - rows[index - 1][0].bottom <= CLOSE * row[0].size
        if run and not (split and near and abs(split.begin - run[-1][1].begin) < NEAR):
            yield from _told(run)
            run = []
        if split:
            run.append((index, split))
    yield from _told(run)


def aligned_across(rows: Sequence[Row]) -> set[int]:
    """The indices of rows, from top to bottom, in several of which a word begins at one place, though all of their gaps
    are alike: columns whose gutter is as narrow as a gap between words."""
    found: set[int] = set()
    held: dict[int, int] = {}  # the first of the lines in which a word begins at each place
    bottom = 0.0
    for index, row in enumerate(rows):
        begins = sorted([word[1] for word in row])
        known = held if index and row[0].bottom - bottom <= CLOSE * row[0].size else {}
        bottom, held = row[0].bottom, {}
        for begin in begins[WORDS:-1] if len(begins) > 2 * WORDS else ():
            place = round(begin / SAME)
            first = min(known.get(place - 1, index), known.get(place, index), known.get(place + 1, index))
            held[place] = first
            if index - first >= ALIGNED - 1 and not _are_alike(rows[index - ALIGNED + 1 : index + 1], begin):
                found.update(range(index - ALIGNED + 1, index + 1))
    return found


def _are_alike(rows: Sequence[Row], place: float) -> bool:
    """Whether words often begin at one place in these rows: all letters are as wide as each other, or some begin with
    the same words before that place."""
    widths = [(word.x1 - word.x0) / len(word.text) for row in rows for word in row if len(word.text) > WORDS]
    before = {
        "".join(filter(str.isalpha, (one for word in row if word.x0 < place - SAME for one in word.text)))
        for row in rows
    }
    return not widths or max(widths) < SAME_WIDTH * min(widths) or len(before) < len(rows)


def _split(row: Row) -> _Split | None:
    """A row in two where its widest gap is, if no other is nearly as wide."""
    words = sorted(row, key=lambda word: word.x0)
    gaps = sorted(((right.x0 - left.x1, place) for place, (left, right) in enumerate(pairwise(words), 1)), reverse=True)
    if not gaps or gaps[0][0] < LEAST * words[0].size or (len(gaps) > 1 and gaps[0][0] < WIDER * gaps[1][0]):
        return None
    place = gaps[0][1]
    return _Split(words[place].x0, words[:place], words[place:])


def _told(run: Sequence[tuple[int, _Split]]) -> Iterator[int]:
    """The rows of a run, if both its sides are text that goes on from line to line."""
    sides = [split.left for _, split in run], [split.right for _, split in run]
    if len(run) >= FEWEST and all(_is_text(side) for side in sides):
        yield from (index for index, _ in run)


def _is_text(lines: Sequence[Sequence[Word]]) -> bool:
    small = sum(line[0].text[0].islower() for line in lines[1:])
    return sum(map(len, lines)) >= WORDS * len(lines) and 2 * small >= len(lines) - 1
