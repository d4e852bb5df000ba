"""Two columns of which some lines of the left one reach into the right one, as leaders and long addresses do: known by
the order in which they were drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from mandate_data.documents.pdf.pdf_gutters import NARROW
from mandate_data.documents.pdf.pdf_words import Word

FEWEST_ROWS = 12  # of each column
MOST = 0.25  # of the lines of the left one reach into the right one
UPWARDS = 10  # times the size: what is drawn so much higher than the word before, and to its right, begins a column
FARTHEST = 4.0  # times the size: lines of a column are nearer to each other
SET_IN = 4.0  # of the size: so far a first line may be set in
WORDS = 3  # of a line, on average
FULL = 0.6  # of the lines of one column reach its edge, nearly
RAGGED = 0.3  # of those of the other, which may be contents
NEARLY = 0.8  # of the width of the column


def overfull_columns(words: Sequence[Word]) -> tuple[list[Word], list[Word]] | None:
    """The words of both columns, given all words of a page in the order of the file; None for other pages."""
    for turn, (last, first) in enumerate(pairwise(words), 1):
        higher = first.bottom < last.bottom - UPWARDS * first.size and first.x0 > words[0].x0
        if higher and (pair := _columns(words[:turn], words[turn:], first)):
            return pair
    return None


def _columns(before: Sequence[Word], after: Sequence[Word], first: Word) -> tuple[list[Word], list[Word]] | None:
    size = first.size
    right = list(takewhile(lambda word: word.x0 >= first.x0 - SET_IN * size, _of_one_piece(after)))
    begin = min(word.x0 for word in right)
    left = list(takewhile(lambda word: word.x0 < begin, _of_one_piece(before[::-1])))
    top = min(word.top for word in right) - size / 2
    left = [word for word in left if word.top > top]
    if not left:
        return None
    begins, ends = _lines(left), _lines(right)
    edge = begin - NARROW * size
    over = [end for _, end in begins.values() if end > edge]
    fits = [span for span in begins.values() if span[1] <= edge]
    if not 0 < len(over) <= MOST * len(begins) or min(len(fits), len(ends)) < FEWEST_ROWS:
        return None
    whole = {*left, *right}
    bottom = max(word.bottom for word in whole)
    if any(word not in whole and top + size < word.bottom <= bottom for word in (*before, *after)):
        return None  # there is more beside them
    less, more = sorted(map(_full, (fits, list(ends.values()))))
    full = less >= RAGGED and more >= FULL
    enough = len(left) >= WORDS * len(begins) and len(right) >= WORDS * len(ends)
    return (left, right) if full and enough else None


def _of_one_piece(words: Sequence[Word]) -> Iterator[Word]:
    """The words up to the first that is as far from the one before as running heads and feet are from the text."""
    far = (abs(other.bottom - one.bottom) > FARTHEST * one.size for one, other in pairwise(words))
    yield from words[:1]
    yield from (word for word, _ in takewhile(lambda pair: not pair[1], zip(words[1:], far, strict=True)))


def _lines(words: Sequence[Word]) -> dict[float, tuple[float, float]]:
    """Where the words on each height begin and end."""
    spans: dict[float, tuple[float, float]] = {}
    for word in words:
        height = round(word.bottom)
        begin, end = spans.get(height, (word.x0, word.x1))
        spans[height] = (min(begin, word.x0), max(end, word.x1))
    return spans


def _full(spans: Sequence[tuple[float, float]]) -> float:
    """How many of the lines reach as far as those of running text."""
    left, right = min(span[0] for span in spans), max(span[1] for span in spans)
    return sum(end - left >= NEARLY * (right - left) for _, end in spans) / len(spans)
