"""Two columns with a gutter as narrow as a gap between words: known by the order in which they were drawn.

The right one begins above the place at which the left one ends, and no word of either reaches over the gutter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_words import Word

FEWEST_ROWS = 3  # of each column
UPWARDS = 1.5  # of the size: what is drawn so much higher than the word before begins a column
SAME_PLACE = 1.0  # points


class Pair(NamedTuple):
    """The words of two columns, and where each begins."""

    words: frozenset[Word]
    begins: tuple[float, float]


def narrow_columns(words: Sequence[Word], narrow: float, wide: float) -> Iterator[Pair]:
    """The pairs of columns among the words of a page, given in the order of the file.

    Their gutters are at least `narrow` times as wide as the size of the letters, and less than `wide` times.
    """
    turns = [place for place, (one, other) in enumerate(pairwise(words), 1) if _is_above(other, one)]
    ends = [0, *turns, len(words)]
    for before, turn, after in zip(ends, turns, ends[2:], strict=False):
        begin, size = words[turn].x0, words[turn].size
        right = list(_up_to([word.x0 < begin - SAME_PLACE for word in words[turn:after]], words[turn:after]))
        left = list(_up_to([word.x1 >= begin for word in words[before:turn]][::-1], words[before:turn][::-1]))
        top = min(word.top for word in right) - size / 2
        left = [word for word in left if word.top > top]
        bottom = max((word.bottom for word in left), default=0.0) + size / 2
        right = [word for word in right if word.bottom < bottom]
        if min(_rows(left), _rows(right)) < FEWEST_ROWS:
            continue
        if narrow * size <= begin - max(word.x1 for word in left) < wide * size:
            yield Pair(frozenset([*left, *right]), (min(word.x0 for word in left), begin))


def _up_to(ends: Sequence[bool], words: Sequence[Word]) -> Iterator[Word]:
    """The words before the first that ends them."""
    return (word for word, _ in takewhile(lambda pair: not pair[1], zip(words, ends, strict=True)))


def _is_above(word: Word, last: Word) -> bool:
    return word.bottom < last.bottom - UPWARDS * max(word.size, last.size) and word.x0 > last.x0


def _rows(words: Sequence[Word]) -> int:
    """On how many heights words stand."""
    return len({round(word.bottom) for word in words})
