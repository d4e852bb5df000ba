"""Signs in the words of columns that they are running text, not cells: their lines read on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from mandate_data.documents.pdf.pdf_gutters import MARKER, PAGE_NUMBER
from mandate_data.documents.pdf.pdf_lines import Line, Row
from mandate_data.documents.pdf.pdf_text_columns import TEXT_ROWS, are_filled, has_words

Verdict = Literal["text", "cells", "doubtful"]

READS_ON = 0.5  # of the lines of a column begin in small letters, as within sentences
SELDOM = 0.1
SEVERAL = 4  # lines of a column beside another that may be of any kind
MANY = 5  # lines of each column that tell so, though the columns were drawn line by line
ALIKE = 0.5  # points by which lines may begin at other places
FARTHEST = 1.5  # of the size: what is further below begins something else


def with_page_numbers(parted: Sequence[Mapping[int, Row]], count: int) -> list[list[Row]]:
    """The columns of rows, row by row, in which page numbers belong to the column of contents before them."""
    columns = [[row.get(column, []) for row in parted] for column in range(count)]
    kept = columns[:1]
    for column in columns[1:]:
        pairs = list(zip(kept[-1], column, strict=True))
        numbers = all(before and _is_number(row) for before, row in pairs if row)
        if count > 2 and numbers and any(column):
            kept[-1] = [[*before, *row] for before, row in pairs]
        else:
            kept.append(column)
    return kept


def with_labels(columns: Sequence[Sequence[Row]]) -> Sequence[Sequence[Row]]:
    """The columns, row by row, in which a column of labels belongs to the one behind it: `[4]` before a work, a bullet
    before an item."""
    kept = list(columns[-1:])
    for column in reversed(columns[:-1]):
        rows = [row for row in column if row]
        if len(columns) > 2 and rows and all(len(row) == 1 and MARKER.fullmatch(row[0].text) for row in rows):
            kept[0] = [[*before, *row] for before, row in zip(column, kept[0], strict=True)]
        else:
            kept.insert(0, column)
    return kept


def _is_number(row: Row) -> bool:
    return len(row) == 1 and PAGE_NUMBER.fullmatch(row[0].text) is not None


def verdict(columns: Sequence[Sequence[Line]], in_turn: bool) -> Verdict:
    """What columns are that are too short to tell by their shape; `in_turn`: each was drawn before the next.

    One column that reads on is enough if they were drawn in turn, as text beside a table of contents is.
    """
    close = [_is_close(column) and has_words(column) for column in columns]
    reading = [one and _reading_on(column) >= READS_ON for one, column in zip(close, columns, strict=True)]
    longest = max((len(column) for one, column in zip(reading, columns, strict=True) if one), default=0)
    if in_turn and longest and (all(close) or longest >= SEVERAL):
        return "text"
    if not in_turn and not all(map(_begins_alike, columns)):
        return "cells"
    if all(reading) and min(map(len, columns)) >= MANY:
        return "text"
    if all(close) and (in_turn or longest):
        return "doubtful"
    return "doubtful" if longest >= SEVERAL and not _are_level(columns) else "cells"


def are_single_lines(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether no line of any column goes on with the one above, though there are several: cells of one line each."""
    return min(map(len, columns)) >= SEVERAL and all(_reading_on(column) < SELDOM for column in columns)


def verdict_in_turn(columns: Sequence[Sequence[Line]], shaped: bool) -> Verdict:
    """What columns are each of which was drawn before the next, with any gap between them; `shaped` says that they have
    the shape of text."""
    longest = max(columns, key=len)
    if len(longest) >= TEXT_ROWS and has_words(longest) and not _are_level(columns):
        return "text"
    if not all(map(_begins_alike, columns)):
        return "cells"
    worded = min(map(len, columns)) >= SEVERAL and all(map(has_words, columns)) and not are_single_lines(columns)
    return "text" if shaped or worded else verdict(columns, in_turn=True)


def may_be_text(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether the lines of columns that make a table fill them all, and some begin within sentences and some do not."""
    if min(map(len, columns)) < MANY or not are_filled(columns):
        return False
    return all(SELDOM < _reading_on(column) < 1 for column in columns)


def _are_level(columns: Sequence[Sequence[Line]]) -> bool:
    """Whether most lines of each column stand on one height with one of the longest."""
    heights = {round(line.bottom) for line in max(columns, key=len)}
    near = heights | {height + 1 for height in heights} | {height - 1 for height in heights}
    return all(2 * sum(round(line.bottom) in near for line in column) > len(column) for column in columns)


def _begins_alike(column: Sequence[Line]) -> bool:
    """Whether most lines begin at one place, as wide gaps in justified lines don't."""
    begins = [line.x0 for line in column]
    return 3 * max(sum(abs(one - other) < ALIKE for other in begins) for one in begins) > 2 * len(begins)


def _reading_on(column: Sequence[Line]) -> float:
    """How many of the lines below the first go on with a sentence; all, in scripts without small letters."""
    first = [next((one for one in line.text if one.isalnum()), "") for line in column[1:]]
    cased = [one for one in first if not one or one.lower() != one.upper() or one.isdigit()]
    return sum(map(str.islower, cased)) / len(cased) if cased else 1.0


def _is_close(column: Sequence[Line]) -> bool:
    """Whether a column is of one piece."""
    return len(column) > 1 and all(
        lower.bottom - upper.bottom <= FARTHEST * max(upper.size, lower.size) for upper, lower in pairwise(column)
    )
