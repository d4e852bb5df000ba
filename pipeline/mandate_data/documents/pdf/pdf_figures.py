"""Numbers that stand below each other on a page: they end at one place, line by line, or their middles do.

Words of running text seldom do so, and never in several columns of several lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_words import Word

NUMBER = re.compile(r"[(\[+<>≤≥±~$€£¥–−-]*\d(?:[\d.,'’/–-]*\d)?%?[)\]]?[*†‡]*")
GROUP = re.compile(r"\d{3}(?:[.,]\d+)?%?\)?|%\)?")
"""Three figures behind a space, as in `1 204 500`, or a sign behind one."""
OPEN_GROUP = re.compile(r"[(+<>≤≥±~$€£¥–−-]*\d{1,3}")
SPACE = 0.36  # of the size: a gap within a number is no wider
LAST = frozenset("0123456789%)]*†‡")
LEVEL = 0.3  # of the size: words whose feet differ less are on one line
SAME_PLACE = 0.5  # points
FEWEST = 3  # lines that have a number at one place
FEWEST_PLACES = 2  # of a line


class Figure(NamedTuple):
    """A number: its words, where they are, and the place of the first in the file."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    bottom: float
    size: float
    place: int

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


class Rails(NamedTuple):
    """The places at which numbers stand below each other: their ends, or their middles if these are `centred`; and the
    column of each, as a column may have two."""

    places: tuple[float, ...]
    columns: tuple[int, ...]
    centred: bool

    @property
    def width(self) -> int:
        """How many columns there are."""
        return self.columns[-1] + 1

    def of(self, figure: Figure) -> int | None:
        """The column in which a figure stands; None if it stands elsewhere."""
        at = figure.middle if self.centred else figure.x1
        near = bisect_left(self.places, at - SAME_PLACE)
        return self.columns[near] if near < len(self.places) and self.places[near] <= at + SAME_PLACE else None


def rails_at(places: Sequence[float], centred: bool = False) -> Rails:
    """A column for each of these places, from left to right."""
    return Rails(tuple(places), tuple(range(len(places))), centred)


def figures_of(words: Sequence[Word]) -> list[Figure]:
    """The numbers among words, which are given in the order of the file."""
    found: list[Figure] = []
    for place, word in [(place, word) for place, word in enumerate(words) if word[0][-1] in LAST]:
        last = found[-1] if found else None
        if last is not None and last.place + len(last.words) == place and _goes_on(last, word):
            found[-1] = last._replace(words=(*last.words, word), x1=word.x1)
        elif NUMBER.fullmatch(word.text):
            found.append(Figure((word,), word.x0, word.x1, word.bottom, word.size, place))
    return found


def _goes_on(figure: Figure, word: Word) -> bool:
    """Whether a word is the rest of a number that has a space in it."""
    near = 0 <= word.x0 - figure.x1 <= SPACE * word.size and abs(word.bottom - figure.bottom) < LEVEL * word.size
    if not near or not GROUP.fullmatch(word.text):
        return False
    first, *others = figure.words
    return word.text[0] == "%" or (
        OPEN_GROUP.fullmatch(first.text) is not None and all(GROUP.fullmatch(one.text) for one in others)
    )


def lines_of_figures(figures: Sequence[Figure]) -> list[Sequence[Figure]]:
    """The numbers line by line, from top to bottom and from left to right."""
    lines: list[list[Figure]] = []
    for figure in sorted(figures, key=lambda one: (one.bottom, one.x0)):
        if lines and figure.bottom - lines[-1][0].bottom <= LEVEL * figure.size:
            lines[-1].append(figure)
        else:
            lines.append([figure])
    return [sorted(line, key=lambda one: one.x0) for line in lines]


def rails_of(lines: Sequence[Sequence[Figure]], centred: bool, fewest: int = FEWEST) -> Rails | None:
    """The places at which numbers of at least so many lines stand; None where no table can be."""
    at = sorted(((one.middle if centred else one.x1), number) for number, line in enumerate(lines) for one in line)
    places: list[float] = []
    for _, group in groupby(_clustered(at), key=lambda one: one[0]):
        members = [one[1:] for one in group]
        if len({line for _, line in members}) >= fewest:
            places.append(sorted(place for place, _ in members)[len(members) // 2])
    return rails_at(places, centred) if places else None


def _clustered(at: Sequence[tuple[float, int]]) -> Iterator[tuple[int, float, int]]:
    """Places with lines, each with the number of its group of places that are nearly the same."""
    number, begin = -1, float("-inf")
    for place, line in at:
        if place - begin > SAME_PLACE:
            number, begin = number + 1, place
        yield number, place, line
