"""Text in columns, and tables without vertical rules: recognised by the gutters that run through several lines.

Columns of text are read one after the other; the cells of a table belong together, row by row.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from mandate_data.documents.pdf.pdf_across import read_across
from mandate_data.documents.pdf.pdf_drawing_order import drawn_apart, mostly_in_turn, rows_in_turn
from mandate_data.documents.pdf.pdf_gutters import (
    GUTTER,
    NARROW,
    NARROW_ROWS,
    Span,
    beside_each_other,
    free_of,
    has_narrow_gutter,
    segments_of,
    size_of,
)
from mandate_data.documents.pdf.pdf_lines import Line, Row, line_of, lines_of, main_size, rows_of
from mandate_data.documents.pdf.pdf_narrow_columns import narrow_columns
from mandate_data.documents.pdf.pdf_reading_on import are_single_lines, verdict, with_labels, with_page_numbers
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.pdf.pdf_text_columns import NEAR, WORDS, are_text, edged
from mandate_data.documents.pdf.pdf_words import Word

MOST = 0.6  # of twice the rows: so many lines stand in narrow columns, as rows may have one column only
WIDE = 1.5  # of the size: a gap that no line of running text has
FEWEST_ROWS = 3
SHORT = 15  # characters of a number in a column
MORE_ROWS = 6  # through which a gutter runs that is not as wide
APART = 3.5  # of the usual distance of two lines: what is further away does not belong to the same columns
WIDER = 1.25  # of the usual distance: a new row of a table
MARKER = re.compile(r"[^\w\s]|\(?[\divxlcA-Za-z]{1,5}[.)]|\d{1,3}")  # a bullet or a number, and the text beside it

LABEL = re.compile(r"\d{1,3}")
PAGE_NUMBER = re.compile(r"\W{0,3}(?:\d{1,4}|[ivxlc]{1,7})\W{0,3}")
SMALLER = 0.93  # of the size of the text: notes
LONG = 12  # lines of each column, drawn one column after the other: cells are drawn row by row


@dataclass(frozen=True, slots=True)
class Group:
    """Lines and tables that are read together, and where they begin; `doubtful` counts the lines whose order is."""

    top: float
    elements: tuple[Line | Table, ...]
    doubtful: int = 0


@dataclass(frozen=True)
class _Page:
    """The page that is arranged: its number, the heights of its rules, where columns of the page before begin, and its
    words in the order of the file."""

    number: int
    rules: Sequence[float]
    columns: Sequence[float]
    words: Row

    @cached_property
    def places(self) -> dict[Word, int]:
        """The place of each word in the file."""
        return {word: place for place, word in enumerate(self.words)}


def arranged(words: Row, number: int, rules: Sequence[float], columns: Sequence[float] = ()) -> list[Group]:
    """The lines of a page in groups; columns and tables are one each, any other line is by itself.

    `rules` are the heights of its rules; `columns` tells where columns of text began on the page before.
    """
    page = _Page(number, rules, columns, words)
    rows = rows_of(words)
    groups = _arranged(rows, GUTTER, page)
    narrow = _arranged(rows, NARROW, page) if has_narrow_gutter(rows) else groups
    if _in_text_columns(narrow) >= _in_text_columns(groups) + NARROW_ROWS:
        return narrow
    return _told_across(_with_narrow_columns(rows, page) or groups, rows, page)


def _told_across(groups: Sequence[Group], rows: Sequence[Row], page: _Page) -> list[Group]:
    """The groups, of which lines that were read across and may be columns are doubtful."""
    doubtful = {_line(rows[index], page) for index in read_across(rows)}
    return [replace(group, doubtful=1) if group in doubtful else group for group in groups]


def _with_narrow_columns(rows: Sequence[Row], page: _Page) -> list[Group]:
    """The groups of a page with columns that only the order in which they were drawn tells; none where it has none."""
    groups: list[Group] = []
    done = 0
    for pair in narrow_columns(page.words, NARROW, GUTTER):
        inside = [place for place, row in enumerate(rows) if pair.words.issuperset(row)]
        first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
        if first < done or len(inside) < max(last - first, 1):
            continue
        found = _arranged(rows[first:last], NARROW, replace(page, columns=pair.begins))
        if _in_text_columns(found) >= 2 * len(inside) * MOST:
            groups += [*_arranged(rows[done:first], GUTTER, page), *found]
            done = last
    return [*groups, *_arranged(rows[done:], GUTTER, page)] if done else []


def _in_text_columns(groups: Sequence[Group]) -> int:
    """How many lines stand in columns of text."""
    return sum(len(group.elements) for group in groups if len(group.elements) > 1)


def _arranged(rows: Sequence[Row], least: float, page: _Page) -> list[Group]:
    """The groups of a page on which a gap of `least` times the size may part columns."""
    units = beside_each_other(rows, least)
    if len(units) == len(rows):
        return _grouped(rows, least, page)
    # Lines of columns that are not on one height are seen to be beside each other only if they make columns of text.
    joined = [[word for row in unit for word in row] for unit in units]
    segments = [segments_of(row, least) for row in joined]
    groups: list[Group] = []
    held: list[list[Row]] = []
    index = 0
    while index < len(units):
        run, gutters = _run(joined, segments, index, least, page.columns)
        before = min(_leading(joined[: index + 1], segments, gutters, least), len(held)) if gutters else 0
        found, taken = _groups([*joined[index - before : index], *run], gutters, page) if gutters else ([], 0)
        if _are_columns(found):
            groups += _grouped([row for unit in held[: len(held) - before] for row in unit], least, page)
            groups += found
            held = []
            index += taken - before
        else:
            held.append(units[index])
            index += 1
    return groups + _grouped([row for unit in held for row in unit], least, page)


def _grouped(rows: Sequence[Row], least: float, page: _Page) -> list[Group]:
    segments = [segments_of(row, least) for row in rows]
    groups: list[Group] = []
    index = 0
    while index < len(rows):
        run, gutters = _run(rows, segments, index, least, page.columns)
        found, taken = _groups(run, gutters, page) if gutters else ([], 0)
        if not found:
            found, taken = [_line(rows[index], page)], 1
        elif _are_columns(found):
            before = _leading(rows[: index + 1], segments, gutters, least)
            more, taken_with_them = _groups([*rows[index - before : index], *run], gutters, page)
            if _are_columns(more):
                del groups[len(groups) - before :]
                found, taken = more, taken_with_them - before
        groups += found
        index += taken
    return groups


def _line(row: Row, page: _Page, doubtful: bool = False) -> Group:
    line = line_of(row, page.number)
    return Group(line.top, (line,), int(doubtful))


def _are_columns(groups: Sequence[Group]) -> bool:
    """Whether these are columns of text, not a table or lines."""
    return any(len(group.elements) > 1 for group in groups)


def _leading(rows: Sequence[Row], segments: Sequence[Sequence[Span]], gutters: Sequence[Span], least: float) -> int:
    """How many rows above the last stand in its columns, too: first lines that are higher than the others', or whose
    own gaps hid the gutters."""
    count = 0
    for index in range(len(rows) - 1, 0, -1):
        lower, upper = rows[index], rows[index - 1]
        keeps = all(_keeps(gutter, segments[index - 1], least * size_of(upper)) for gutter in gutters)
        near = min([word.top for word in lower]) - max([word.bottom for word in upper]) < size_of(upper)
        if not keeps or not near:
            break
        count += 1
    return count


def _keeps(gutter: Span, segments: Sequence[Span], least: float) -> bool:
    """Whether a row leaves as much of a gutter free as parts columns, up to where the words behind it begin."""
    return any(right > gutter[1] - 0.1 and right - left >= least for left, right in free_of(gutter, segments))


def _run(
    rows: Sequence[Row], segments: Sequence[Sequence[Span]], start: int, least: float, columns: Sequence[float]
) -> tuple[list[Row], list[Span]]:
    """The rows from `start` on through which the same gutters run, and these gutters; none where it has none.

    `segments` has where each row has words; `columns` are those of the page before, whose gutters are preferred.
    """
    kept = [(left[1], right[0]) for left, right in pairwise(segments[start])]
    kept = _known(kept, columns) or kept
    run = [rows[start]]
    for row, spans in zip(rows[start + 1 :], segments[start + 1 :], strict=True) if kept else ():
        last = max([word.bottom for word in run[-1]])
        if min([word.top for word in row]) - last > APART * size_of(row) and not _is_note(row, run[0]):
            break
        if len(run) >= FEWEST_ROWS and _is_page_number(row, kept):
            break
        gap = least * size_of(row)
        left = {old: [one for one in free_of(old, spans) if one[1] - one[0] >= gap] for old in kept}
        # The first rows may have gaps that are no gutters; later ones that close a gutter are none of the columns.
        closed = [old for old, pieces in left.items() if not pieces]
        if len(closed) == len(kept) or any(_parts_many(old, run) for old in closed):
            break
        kept = [one for pieces in left.values() for one in pieces]
        run.append(row)
    return (run, kept) if kept and len(run) >= FEWEST_ROWS else (run[:1], [])


def _is_page_number(row: Row, gutters: Sequence[Span]) -> bool:
    """Whether a row is no more than a number that stands in a gutter."""
    inside = (left <= row[0].x0 and row[-1].x1 <= right for left, right in gutters)
    return any(inside) and PAGE_NUMBER.fullmatch(" ".join(word.text for word in row)) is not None


def _parts_many(gutter: Span, run: Sequence[Row]) -> bool:
    """Whether words are on both sides of a gutter in several rows."""
    sides = ([word.x0 >= gutter[1] - 0.1 for word in row] for row in run)
    return sum(any(side) and not all(side) for side in sides) >= FEWEST_ROWS


def _is_note(row: Row, first: Row) -> bool:
    """Whether a row begins with a number and is in smaller print, as notes below columns are."""
    label = min(row, key=lambda word: word.x0)
    return (
        len(row) > FEWEST_ROWS
        and main_size(row) <= main_size(first) * SMALLER
        and LABEL.fullmatch(label.text) is not None
    )


def _are_aligned(rows: Sequence[dict[int, Row]]) -> bool:
    """Whether the columns of a few rows begin at the same place each, or end so and are short as numbers are.

    Justified lines of few words have wide gaps, too, but not in the same places.
    """
    for column in {column for row in rows for column in row} - {0}:
        cells = [row[column] for row in rows if column in row]
        begins = [min(word.x0 for word in cell) for cell in cells]
        short = all(sum(len(word.text) for word in cell) <= SHORT for cell in cells)
        if max(begins) - min(begins) > size_of(cells[0]) and not short:
            return False
    return True


def _in_columns(row: Row, gutters: Sequence[Span]) -> dict[int, Row]:
    """The words of a row by the column that they stand in."""
    columns: dict[int, Row] = {}
    ends = [gutter[1] - 0.1 for gutter in gutters]  # from left to right
    for word in row:
        columns.setdefault(bisect_right(ends, word.x0), []).append(word)
    return columns


def _groups(run: Sequence[Row], gutters: Sequence[Span], page: _Page) -> tuple[list[Group], int]:
    """What rows with gutters are, and how many of them; none where the first column holds no more than bullets or
    numbers, or nothing is sure."""
    parted = [_in_columns(row, gutters) for row in run]
    count = len(gutters) + 1
    doubtful = False
    whole = with_labels(with_page_numbers(parted, count))
    if len(whole) > 1 and _have_words(whole):
        head, foot = drawn_apart(whole, page.places) if len(run) >= LONG else (0, 0)
        if head or foot:
            below, taken = _groups(run[head : len(run) - foot], gutters, page)
            if _are_columns(below):
                above, done = _groups(run[:head], gutters, page) if head else ([], 0)
                above += [_line(row, page) for row in run[done if above else 0 : head]]
                return [*above, *below], head + taken
        taken = rows_in_turn(whole, page.places)
        in_turn, taken = bool(taken), taken or len(run)
        # Lines of two columns may be on one height, and the labels of their notes on another.
        texts = [[word for row in column[:taken] for word in row] for column in whole]
        columns = [lines_of(words, page.number) for words in texts]
        shaped = are_text(columns, page.columns) and (in_turn or not are_single_lines(columns))
        shaped = shaped or (in_turn and min(map(len, columns)) >= LONG)
        shaped = shaped or (max(map(len, columns)) >= LONG and mostly_in_turn(whole, page.places))
        kind = "text" if shaped else verdict(columns, in_turn)
        doubtful = kind == "doubtful"
        if kind == "text" or (doubtful and in_turn):
            top = min(line.top for column in columns for line in column)
            lines = tuple(line for column in columns for line in edged(column))
            return [Group(top, lines, doubtful * len(lines))], taken
    if not _makes_table(run, parted, gutters):
        return [_line(row, page, doubtful) for row in run] if doubtful else [], len(run)
    if all(MARKER.fullmatch(line_of(row[0], page.number).text) for row in parted if 0 in row):
        return [], 0
    cells = [{column: line_of(words, page.number) for column, words in row.items()} for row in parted]
    while len(cells[-1]) == 1 and _is_apart(cells):
        cells.pop()  # it begins what comes after the table
    top = min(line.top for row in cells for line in row.values())
    table = Table(page.number, page.number, top, tuple(_table_rows(cells, count, page.rules)))
    return [Group(top, (table,), doubtful * len(cells))], len(cells)


def _known(gutters: Sequence[Span], columns: Sequence[float]) -> list[Span]:
    """The gutters before the columns that are known; none where one is missing."""
    found = [one for one in gutters if any(abs(one[1] - begin) < NEAR for begin in columns[1:])]
    return found if len(found) == len(columns) - 1 else []


def _makes_table(run: Sequence[Row], parted: Sequence[dict[int, Row]], gutters: Sequence[Span]) -> bool:
    """Whether gutters part as many rows as show that they are no accident of justified lines."""
    several = [columns for columns in parted if len(columns) > 1]
    wide = all(right - left >= WIDE * size_of(run[0]) for left, right in gutters)
    enough = len(several) >= (FEWEST_ROWS - 1 if wide else MORE_ROWS) and len(run) >= FEWEST_ROWS
    return enough and (len(several) > FEWEST_ROWS or _are_aligned(several))


def _have_words(columns: Sequence[Sequence[Row]]) -> bool:
    """Whether there are as many words in each column, given row by row, as running text has."""
    lines = [list(filter(None, column)) for column in columns]
    return all(one and sum(map(len, one)) >= WORDS * len(one) for one in lines)


def _is_apart(cells: Sequence[dict[int, Line]]) -> bool:
    """Whether the last row is further from the others than they are from each other."""
    bottoms = [max(line.bottom for line in row.values()) for row in cells]
    distances = [lower - upper for upper, lower in pairwise(bottoms)]
    return len(distances) > 1 and distances[-1] > WIDER * min(distances[:-1])


def _table_rows(
    cells: Sequence[dict[int, Line]], width: int, rules: Sequence[float]
) -> Iterator[tuple[tuple[Line, ...], ...]]:
    """Rows of cells: a row begins behind a rule or a wider gap, or, where all lines are as far apart, with each line
    that has a first cell."""
    bottoms = [max(line.bottom for line in row.values()) for row in cells]
    distances = [round(lower - upper, 1) for upper, lower in pairwise(bottoms)]
    usual = min(distances)
    uneven = max(distances) > usual * WIDER
    held: list[dict[int, Line]] = []
    for index, row in enumerate(cells):
        if held:
            above, below = bottoms[index - 1], min(line.top for line in row.values())
            ruled = any(above - 1 <= rule <= below + 1 for rule in rules)
            apart = distances[index - 1] > usual * WIDER
            if ruled or apart or (not uneven and 0 in row):
                yield _table_row(held, width)
                held = []
        held.append(row)
    yield _table_row(held, width)


def _table_row(lines: Sequence[dict[int, Line]], width: int) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(row[column] for row in lines if column in row) for column in range(width))
