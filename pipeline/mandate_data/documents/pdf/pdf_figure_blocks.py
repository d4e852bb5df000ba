"""Lines of numbers, one below the other, that may be those of a table: enough of them stand at the same places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_figures import (
    FEWEST,
    FEWEST_PLACES,
    NUMBER,
    SAME_PLACE,
    Figure,
    Rails,
    rails_at,
    rails_of,
)
from mandate_data.documents.pdf.pdf_gutters import GUTTER
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.pdf.pdf_words import Word

FARTHEST = 6.0  # of the size: lines of numbers are no further from each other
NEAR = 3.5  # the same where each line has one number
WIDE_PLACES = 3  # of two lines, if wide gaps part their numbers
OTHER_COLUMN = 50.0  # points, at least, between two columns of a page

Lines = Sequence[Sequence[Figure]]


class Block(NamedTuple):
    """Lines of numbers, and the places at which they stand, which are `known` from another part of the table."""

    lines: Lines
    rails: Rails
    known: bool = False


def blocks_of(lines: Lines, centred: bool) -> Iterator[Block]:
    """Lines several of whose numbers stand below those of others."""
    several = [line for line in lines if len(line) >= FEWEST_PLACES]
    rails = rails_of(several, centred, FEWEST_PLACES) if len(several) >= FEWEST_PLACES else None
    if rails is None or len(rails.places) < FEWEST_PLACES:
        return
    block: list[int] = []  # indices of lines
    used: set[int] = set()
    for index, line in enumerate(lines):
        on = _on(line, rails)
        if len(on) < FEWEST_PLACES:
            continue
        if block and not (on & used and _distance(lines[block[-1]], line) <= FARTHEST):
            yield from _strong(block, lines, rails)
            block, used = [], set()
        block.append(index)
        used |= on
    yield from _strong(block, lines, rails)


def _strong(block: Sequence[int], lines: Lines, rails: Rails) -> Iterator[Block]:
    """The block, if numbers of enough of its lines stand below each other; with lines above and below that have one."""
    counts = [0] * len(rails.places)
    own = [lines[index] for index in block]
    for line in own:
        for place in _on(line, rails):
            counts[place] += 1
    if sum(count >= FEWEST for count in counts) < FEWEST_PLACES:
        wide = [one.x0 - other.x1 >= GUTTER * one.size for line in own for other, one in pairwise(line)]
        if len(block) < FEWEST_PLACES or not all(wide) or sum(count > 1 for count in counts) < WIDE_PLACES:
            return
    kept = rails_at([place for place, count in zip(rails.places, counts, strict=True) if count > 1], rails.centred)
    begin, end = block[0], block[-1]
    while begin and len(_on(lines[begin - 1], kept)) == len(lines[begin - 1]) and _are_near(lines[begin - 1], own[0]):
        begin -= 1
        own.insert(0, lines[begin])
    while (
        end + 1 < len(lines)
        and len(_on(lines[end + 1], kept)) == len(lines[end + 1])
        and _are_near(own[-1], lines[end + 1])
    ):
        end += 1
        own.append(lines[end])
    yield Block(own, kept)


def _are_near(upper: Sequence[Figure], lower: Sequence[Figure]) -> bool:
    return _distance(upper, lower) <= NEAR


def single_blocks(lines: Lines, words: Sequence[Word]) -> Iterator[Block]:
    """Lines each of which ends with a number, all of these at one place."""
    rails = rails_of(lines, centred=False)
    if rails is None:
        return
    at: dict[int, list[list[Figure]]] = {number: [] for number in range(len(rails.places))}
    for line in lines:
        last = [one for one in line if _ends_line(one, words)]
        for number, own in groupby(last, key=rails.of):
            if number is not None:
                at[number].append(list(own))
    for number, place in enumerate(rails.places):
        block: list[list[Figure]] = []
        for figures in at[number]:
            if block and _distance(block[-1], figures) > NEAR:
                yield from _single(block, place, words)
                block = []
            block.append(figures)
        yield from _single(block, place, words)


def _single(block: list[list[Figure]], place: float, words: Sequence[Word]) -> Iterator[Block]:
    """The block, if it has enough lines and no more than a gap between words is before few of its numbers."""
    near = sum(_is_near_word(line[0], words) for line in block)
    if len(block) >= FEWEST and 2 * near <= len(block):
        yield Block(block, rails_at([place]))


def _is_near_word(figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a number stands close behind the word before it, or begins a line."""
    if not figure.place:
        return True
    word = words[figure.place - 1]
    return word.bottom == figure.bottom and 0 <= figure.x0 - word.x1 < GUTTER * figure.size


def _ends_line(figure: Figure, words: Sequence[Word]) -> bool:
    """Whether no word goes on behind a number."""
    behind = figure.place + len(figure.words)
    if behind >= len(words):
        return True
    word = words[behind]
    return abs(word.bottom - figure.bottom) > word.size / 2 or word.x0 < figure.x1


def known_rails(before: Table | None) -> Rails | None:
    """The places at which the numbers of a table end that may go on."""
    if before is None:
        return None
    places: list[float] = []
    for column in range(len(before.rows[0])):
        cells = [row[column][0] for row in before.rows if row[column]]
        ends = [line.x1 for line in cells if NUMBER.fullmatch(line.text.replace(" ", ""))]
        if sum(abs(end - ends[-1]) <= SAME_PLACE for end in ends) >= FEWEST_PLACES:
            places.append(ends[-1])
    return rails_at(places) if len(places) >= FEWEST_PLACES and places == sorted(places) else None


def first_lines(lines: Lines, rails: Rails) -> Iterator[Block]:
    """The lines at the head of a page with which a table goes on whose numbers end at known places."""
    block: list[Sequence[Figure]] = []
    for line in lines:
        if 2 * len(_on(line, rails)) > rails.width and (not block or _distance(block[-1], line) <= FARTHEST):
            block.append(line)
        elif block or _distance(lines[0], line) > FARTHEST:
            break
    if block:
        yield Block(block, rails, known=True)


def beside(lines: Lines, rails: Rails) -> Iterator[Block]:
    """Lines with which a table goes on in another column of the page: their numbers are as far from each other."""
    block: list[Sequence[Figure]] = []
    moved = rails
    for line in lines:
        distance = line[-1].x1 - rails.places[-1]
        own = rails._replace(places=tuple(place + distance for place in rails.places))
        fits = abs(distance) > OTHER_COLUMN and len(_on(line, own)) == rails.width
        if block and _distance(block[-1], line) > FARTHEST:
            break
        if fits and (not block or abs(own.places[0] - moved.places[0]) <= SAME_PLACE):
            block.append(line)
            moved = own
    if block and (rails.width > FEWEST_PLACES or len(block) > 1):
        yield Block(block, moved, known=True)


def _on(line: Sequence[Figure], rails: Rails) -> set[int]:
    return {place for one in line if (place := rails.of(one)) is not None}


def _distance(upper: Sequence[Figure], lower: Sequence[Figure]) -> float:
    """How far a line is below another, in sizes of its letters."""
    return (lower[0].bottom - upper[0].bottom) / lower[0].size
