"""The order in which columns were drawn: text one column after the other, a table row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_lines import Row
from mandate_data.documents.pdf.pdf_runs import LABEL
from mandate_data.documents.pdf.pdf_words import Word

Columns = Sequence[Sequence[Row]]
"""The columns of a page, each with its words in every row."""

LINES_A_TURN = 2  # of the shortest column, at least, where columns are text


def rows_in_turn(columns: Columns, places: Mapping[Word, int]) -> int:
    """How many rows have columns of which each was drawn as a whole; `places` are those of the words in the file.

    Rows at the end that stand in the first column and were drawn after all others are text below the columns.
    """
    for count in (len(columns[0]), len(columns[0]) - _drawn_later(columns, places)):
        drawn = [[places[word] for row in column[:count] for word in row] for column in columns]
        if all(drawn) and all(max(one) < min(other) for one, other in pairwise(sorted(drawn, key=min))):
            return count
    return 0


def _drawn_later(columns: Columns, places: Mapping[Word, int]) -> int:
    last = max(places[word] for column in columns[1:] for row in column for word in row)
    count = 0
    for first, *others in zip(*(reversed(column) for column in columns), strict=True):
        if any(others) or min(places[word] for word in first) < last:
            break
        count += 1
    return count


def mostly_in_turn(columns: Columns, places: Mapping[Word, int]) -> bool:
    """Whether the file seldom goes on from one column to another: it does so in each row of a table.

    Where it begins with the first column anew, below all that came before, it draws rows of long cells.
    """
    drawn = _drawn(columns, places)
    turns = sum(one != other for (one, _), (other, _) in pairwise(drawn))
    if LINES_A_TURN * turns > min(sum(map(bool, column)) for column in columns):
        return False
    rounds = _rounds(drawn)
    return len(rounds) < 2 or any(_top(lower) < _bottom(upper) for upper, lower in pairwise(rounds))


def drawn_apart(columns: Columns, places: Mapping[Word, int]) -> tuple[int, int]:
    """How many rows above and below the longest text in columns were drawn apart from it, as the names of authors and
    the head and the foot of a page are; none where that is no more than half of all rows.

    Notes, which begin with their numbers, are not a foot.
    """
    rounds = _rounds(_drawn(columns, places))
    longest = max(rounds, key=len)
    top, bottom = _top(longest), _bottom(longest)
    rows = [[word for row in across for word in row] for across in zip(*columns, strict=True)]
    head = sum(_bottom(row) <= top for row in rows)
    foot = sum(_top(row) >= bottom for row in rows)
    if 2 * (head + foot) >= len(rows) or not all(
        _bottom(one) <= top or _top(one) >= bottom for one in rounds if one is not longest
    ):
        return 0, 0
    below = [[row for row in column[len(rows) - foot :] if row] for column in columns]
    noted = all(column and LABEL.fullmatch(min(column[0], key=lambda word: word.x0).text) for column in below)
    return head, 0 if noted else foot


def _drawn(columns: Columns, places: Mapping[Word, int]) -> list[tuple[int, Word]]:
    """The words in the order of the file, each with its column."""
    order = sorted(
        (places[word], index, word) for index, column in enumerate(columns) for row in column for word in row
    )
    return [(index, word) for _, index, word in order]


def _rounds(drawn: Sequence[tuple[int, Word]]) -> list[list[Word]]:
    """The words, parted where the file goes back to a column further left."""
    ends = [place for place, (one, other) in enumerate(pairwise(drawn), 1) if other[0] < one[0]]
    return [[word for _, word in drawn[begin:end]] for begin, end in pairwise([0, *ends, len(drawn)])]


def _top(words: Row) -> float:
    return min(word.top for word in words)


def _bottom(words: Row) -> float:
    return max(word.bottom for word in words)
