"""Whether what was drawn apart is read apart: where the pen went up and to the right, it left a column or a cell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_groups import Group
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_pieces import UP, Piece, pieces_of
from mandate_data.documents.pdf.pdf_words import Word

WORDY = 3  # letters of a word; one with figures has more signs
FEWEST = 3  # such words of one of two blocks
FARTHEST = 3.0  # of the size: lines of a block are no further from each other
NEAR = 2  # points by which lines on one height may differ

Block = list[Piece]
Places = dict[int, list[tuple[float, float, int]]]
"""By height, where the lines of a page begin and end, and their numbers in reading order."""


class Beside(NamedTuple):
    """Two blocks beside each other: the pen went up from one to where the later one begins, which has a place among the
    pieces of the page."""

    place: int
    before: Block
    later: Block


def blocks_beside(words: Sequence[Word]) -> list[Beside]:
    """The blocks of words that are beside each other on a page; its words are in the order of the file."""
    if not any(word[4] < last[4] - UP * last[5] for last, word in pairwise(words)):
        return []
    pieces = list(pieces_of(words))
    turns = [place for place, (last, piece) in enumerate(pairwise(pieces), 1) if _is_up(piece, last)]
    pairs = (_beside(pieces, before, place) for before, place in zip([0, *turns], turns, strict=False))
    return [pair for pair in pairs if _are_wordy(pair)]


def joined_of(pairs: Sequence[Beside], groups: Sequence[Group]) -> list[Beside]:
    """The blocks that are read among the lines of each other."""
    places = _places(groups) if pairs else {}
    return [pair for pair in pairs if _are_joined(pair, places)]


def chains_of(pairs: Sequence[Beside], joined: Sequence[Beside]) -> list[list[Block]]:
    """The blocks, from left to right, with those that were drawn one after the other, each beside the one before,
    together, if some of them are `joined`."""
    chains: list[list[Beside]] = []
    for pair in pairs:
        last = chains[-1][-1] if chains else None
        if last is not None and last.place + len(last.later) == pair.place:
            chains[-1].append(pair)
        else:
            chains.append([pair])
    places = {pair.place for pair in joined}
    kept = [chain for chain in chains if any(pair.place in places for pair in chain)]
    blocks = [[chain[0].before, *(pair.later for pair in chain)] for chain in kept]
    return [sorted(chain, key=lambda block: min(piece.x0 for piece in block)) for chain in blocks]


def _is_up(piece: Piece, last: Piece) -> bool:
    return piece.move == "up" or (piece.move == "back" and last.bottom - piece.bottom > UP * last.size)


def _beside(pieces: Sequence[Piece], before: int, place: int) -> Beside:
    """The block that begins at a place to which the pen went up, and what is on its height of the one before it."""
    first = pieces[place]
    rightwards = first.move == "up"
    one: Block = []
    for index in range(place - 1, before - 1, -1):
        piece = pieces[index]
        if piece.bottom <= first.top or (piece.x1 > first.x0 if rightwards else piece.x0 < first.x1):
            break
        one.append(piece)
    edge = (
        max((piece.x1 for piece in one), default=0.0) if rightwards else min((piece.x0 for piece in one), default=0.0)
    )
    later = [first]
    for piece in islice(pieces, place + 1, None):
        out = piece.x0 < edge if rightwards else piece.x1 > edge
        if out or piece.move in ("up", "back") or piece.top - later[-1].bottom > FARTHEST * piece.size:
            break
        later.append(piece)
    return Beside(place, one[::-1], later)


def _are_joined(pair: Beside, places: Places) -> bool:
    if len(pair.before) + len(pair.later) < FEWEST:
        return False
    one, other = _numbers(pair.before, places), _numbers(pair.later, places)
    return bool(one and other) and not (max(one) < min(other) or max(other) < min(one))


def _places(groups: Sequence[Group]) -> Places:
    places: Places = defaultdict(list)
    number = 0
    for group in sorted(groups, key=lambda group: group.top):
        for one in group.elements:
            for lines in [[one]] if isinstance(one, Line) else [cell for row in one.rows for cell in row]:
                number += 1
                for line in lines:
                    places[round(line.bottom)].append((line.x0, line.x1, number))
    return places


def _numbers(block: Sequence[Piece], places: Places) -> list[int]:
    """The numbers of the lines in which the pieces of a block are read."""
    return [number for piece in block for number in islice(_number(piece, places), 1)]


def _number(piece: Piece, places: Places) -> Iterator[int]:
    middle, height = (piece.x0 + piece.x1) / 2, round(piece.bottom)
    for near in sorted(range(height - NEAR, height + NEAR + 1), key=lambda one: abs(one - piece.bottom)):
        yield from (number for left, right, number in places.get(near, ()) if left <= middle <= right)


def _are_wordy(pair: Beside) -> bool:
    """Whether one block has several words, and the other one or more."""
    counts = sorted(map(_words, (pair.before, pair.later)))
    return counts[0] > 0 and counts[1] >= FEWEST


def _words(block: Sequence[Piece]) -> int:
    words = (word.text for piece in block for word in piece.words)
    return sum(_is_word(word) for word in islice(words, 100))


def _is_word(text: str) -> bool:
    """Whether a text has several letters, or figures as symbols and years have: formulas have few."""
    return sum(map(str.isalpha, text)) >= WORDY or sum(map(str.isalnum, text)) > WORDY
