"""The columns of a table of numbers: which words of a line belong to which of them.

A column of numbers is known by the place at which they end, or by their middle; what is left of it, between two, or
right of the last may be columns of text, parted by strips into which no word reaches.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_figures import SPACE, Figure, Rails, figures_of
from mandate_data.documents.pdf.pdf_gutters import GUTTER, Span
from mandate_data.documents.pdf.pdf_words import Word

FILLER = re.compile(r"[-–—−]+|\.{2,3}|…|[nN][./]?[aA]\.?|\*+|[xX]|nil|none", re.IGNORECASE)
"""What stands in a cell for which there is no number."""
LEAST_GAP = 0.12  # of the size: what parts two words
SAME_PLACE = 1.0  # points
OFTEN = 0.5  # of the rows have words in a column of text
ALIKE = 0.8  # of the words behind a strip begin at one place
EVEN = 0.1  # of the size: gaps are alike
LONGEST_SIGN = 3  # characters of what belongs to the number before it


@dataclass(slots=True)
class FigureRow:
    """A line of words: its numbers and what stands in for them, by the place where they stand; the other words, by how
    many of these places are left of them."""

    words: list[Word]
    cells: dict[int, list[Word]] = field(default_factory=dict)
    texts: dict[int, list[Word]] = field(default_factory=dict)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def is_even(self) -> bool:
        """Whether all of its gaps are alike."""
        gaps = [right.x0 - left.x1 for left, right in pairwise(self.words)]
        return len(gaps) > 1 and max(gaps) - min(gaps) <= EVEN * self.size

    @property
    def label(self) -> list[Word]:
        """The words left of all numbers."""
        return self.texts.get(0, [])


class Columns(NamedTuple):
    """Where the numbers of each column are, and the strips between columns of text, by how many columns of numbers are
    left of them; None where there is no text."""

    spans: tuple[Span, ...]
    strips: tuple[tuple[float, ...] | None, ...]
    rails: Rails

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.spans) + sum(len(one) + 1 for one in self.strips if one is not None)

    def number_at(self, place: int) -> int:
        """The column of the numbers at a place."""
        return place + sum(len(one) + 1 for one in self.strips[: place + 1] if one is not None)

    def text_at(self, region: int, x: float) -> int:
        """The column of a word in a region of text."""
        strips = self.strips[region]
        before = self.number_at(region - 1) + 1 if region else 0
        return before + sum(x >= one - SAME_PLACE for one in strips or ())

    def cells_of(self, row: FigureRow) -> dict[int, list[Word]] | None:
        """The words of a row, column by column; None if some stand in none."""
        cells: dict[int, list[Word]] = {}
        for place, words in row.cells.items():
            cells.setdefault(self.number_at(place), []).extend(words)
        for region, words in row.texts.items():
            if self.strips[region] is None:
                return None
            for word in words:
                cells.setdefault(self.text_at(region, word.x0), []).append(word)
        return cells


def row_of_figures(words: Sequence[Word], rails: Rails) -> FigureRow:
    """A line whose numbers are told by the places at which they stand; no other word is told yet."""
    row = FigureRow(sorted(words, key=lambda word: word.x0))
    for figure in figures_of(row.words):
        place = rails.of(figure)
        if place is not None and place not in row.cells:
            row.cells[place] = list(figure.words)
    return row


def spans_of(rows: Sequence[FigureRow], count: int) -> tuple[Span, ...] | None:
    """Where the numbers of each column begin and end; None if one has none."""
    cells = [[row.cells[place] for row in rows if place in row.cells] for place in range(count)]
    if not all(cells):
        return None
    return tuple((min(cell[0].x0 for cell in column), max(cell[-1].x1 for cell in column)) for column in cells)


def with_texts(row: FigureRow, spans: Sequence[Span], rails: Rails) -> FigureRow:
    """The row, in which each other word is told: it stands in for a number, belongs to one, or is text."""
    taken = {word for words in row.cells.values() for word in words}
    told = FigureRow(row.words, {place: list(words) for place, words in row.cells.items()})
    last: tuple[Word, int] | None = None  # the word of text before, and its region
    for word in row.words:
        if word in taken:
            last = None
            continue
        if last is not None and word.x0 - last[0].x1 <= SPACE * word.size:
            region = last[1]
        else:
            place = _place_of(word, told, spans, rails)
            if place is not None:
                told.cells.setdefault(place, []).append(word)
                told.cells[place].sort(key=lambda one: one.x0)
                last = None
                continue
            region = _region_of(word, row, spans)
        told.texts.setdefault(region, []).append(word)
        last = (word, region)
    return told


def _place_of(word: Word, row: FigureRow, spans: Sequence[Span], rails: Rails) -> int | None:
    """The place of the number that a word stands in for or is a sign of; None for text."""
    for place, (left, right) in enumerate(spans):
        own = row.cells.get(place)
        if own is None:
            at = rails.of(Figure((word,), word.x0, word.x1, word.bottom, word.size, 0))
            over = word.x0 < right and word.x1 > left
            if at == place or (over and (FILLER.fullmatch(word.text) or any(map(str.isdigit, word.text)))):
                return place
        elif len(word.text) <= LONGEST_SIGN:
            behind = 0 <= word.x0 - own[-1].x1 <= SPACE * word.size
            before = 0 <= own[0].x0 - word.x1 <= SPACE * word.size and not any(map(str.isalnum, word.text))
            if behind or before:
                return place
    return None


def _region_of(word: Word, row: FigureRow, spans: Sequence[Span]) -> int:
    """How many columns of numbers are left of a word."""
    middle = (word.x0 + word.x1) / 2
    return sum(
        (row.cells[place][-1].x1 <= middle if place in row.cells else (right <= middle if place else left < word.x0))
        for place, (left, right) in enumerate(spans)
    )


def columns_of(rows: Sequence[FigureRow], spans: tuple[Span, ...], rails: Rails) -> Columns:
    """The columns of rows with numbers."""
    strips: list[tuple[float, ...] | None] = []
    for region in range(len(spans) + 1):
        texts = [row.texts[region] for row in rows if region in row.texts]
        often = len(texts) >= (OFTEN * len(rows) if region else 1)
        strips.append(_strips(texts) if often else None)
    return Columns(spans, tuple(strips), rails)


def _strips(texts: Sequence[Sequence[Word]]) -> tuple[float, ...]:
    """Where columns of text begin behind the first: no word reaches into the strip before, and words begin there."""
    found: list[float] = []
    size = texts[0][0].size
    end = float("-inf")
    for left, right in sorted((word.x0, word.x1) for words in texts for word in words):
        if left - end >= LEAST_GAP * size and end > float("-inf") and _is_strip(texts, end, left, size):
            found.append(left)
        end = max(end, right)
    return tuple(found)


def _is_strip(texts: Sequence[Sequence[Word]], left: float, right: float, size: float) -> bool:
    """Whether words of several rows are on both sides, most of which begin at one place behind a gap, or all far."""
    gaps: list[Span] = []
    for words in texts:
        for one, other in pairwise(words):
            if one.x1 <= left + LEAST_GAP and other.x0 >= right - LEAST_GAP:
                gaps.append((one.x1, other.x0))
                break
    wide = sum(end - begin >= GUTTER * size for begin, end in gaps)
    begun = sum(abs(end - right) <= SAME_PLACE for _, end in gaps)
    if len(gaps) < 2 or wide < 2:
        return False
    return wide == len(gaps) or begun >= ALIKE * len(gaps)
