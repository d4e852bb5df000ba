"""Text in columns, and tables without vertical rules: recognised by the gutters that run through several lines.

Columns of text are read one after the other; the cells of a table belong together, row by row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mandate_data.documents.pdf.pdf_across import aligned_across, read_across
from mandate_data.documents.pdf.pdf_blocks_apart import Beside, Block, blocks_beside, chains_of, joined_of
from mandate_data.documents.pdf.pdf_cells_across import cells_across
from mandate_data.documents.pdf.pdf_column_tables import with_tables
from mandate_data.documents.pdf.pdf_drawing_order import drawn_apart, mostly_in_turn, rows_in_turn
from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_groups import Group
from mandate_data.documents.pdf.pdf_gutters import (
    GUTTER,
    NARROW,
    NARROW_ROWS,
    Span,
    beside_each_other,
    has_narrow_gutter,
    segments_of,
    size_of,
)
from mandate_data.documents.pdf.pdf_lines import Line, Row, line_of, rows_of
from mandate_data.documents.pdf.pdf_overfull_columns import overfull_columns
from mandate_data.documents.pdf.pdf_reading_on import (
    are_single_lines,
    may_be_text,
    verdict,
    verdict_in_turn,
    with_labels,
    with_page_numbers,
)
from mandate_data.documents.pdf.pdf_runs import keeps, run_of
from mandate_data.documents.pdf.pdf_tables import Table
from mandate_data.documents.pdf.pdf_text_columns import WORDS, are_text, edged
from mandate_data.documents.pdf.pdf_unruled_tables import in_columns, makes_table, table_of
from mandate_data.documents.pdf.pdf_words import Word

LONG = 12  # lines of each column, drawn one column after the other: cells are drawn row by row


@dataclass(frozen=True)
class _Page:
    """The page that is arranged: its number, its rules, where columns of the page before begin, and its words in the
    order of the file."""

    number: int
    rules: Sequence[Edge]
    columns: Sequence[float]
    words: Row

    @cached_property
    def places(self) -> dict[Word, int]:
        """The place of each word in the file."""
        return {word: place for place, word in enumerate(self.words)}


def arranged(words: Row, number: int, rules: Sequence[Edge], columns: Sequence[float] = ()) -> list[Group]:
    """The lines of a page in groups; columns and tables are one each, any other line is by itself.

    `rules` are its horizontal rules; `columns` tells where columns of text began on the page before.
    """
    page = _Page(number, rules, columns, words)
    groups = _arranged_words(words, page)
    pairs = blocks_beside(words)
    if joined := joined_of(pairs, groups):
        groups = _with_blocks_apart(chains_of(pairs, joined), page) or groups
        return _told_joined(groups, joined_of(pairs, groups))
    return groups


def _told_joined(groups: list[Group], pairs: Sequence[Beside]) -> list[Group]:
    """The groups, in which as many lines are doubtful as are read among those of blocks beside them."""
    joined = len({round(line.bottom) for pair in pairs for line in pair.later})
    more = max(0, joined - sum(group.doubtful for group in groups))
    return [replace(groups[0], doubtful=groups[0].doubtful + more), *groups[1:]]


def _arranged_words(words: Row, page: _Page) -> list[Group]:
    if pair := overfull_columns(words):
        return _with_overfull_columns(pair, page)
    rows = rows_of(words)
    groups = _arranged(rows, GUTTER, page)
    narrow = _arranged(rows, NARROW, page) if has_narrow_gutter(rows) else groups
    if _in_text_columns(narrow) >= _in_text_columns(groups) + NARROW_ROWS:
        return narrow
    return _told_across(groups, rows, page)


def _with_blocks_apart(chains: Sequence[Sequence[Block]], page: _Page) -> list[Group]:
    """The groups of a page with columns of text that were drawn one after the other; none where no chain of blocks is
    such columns."""
    groups: list[Group] = []
    inside: set[Word] = set()
    tops: list[float] = []
    for blocks in chains:
        words = [[word for piece in block for word in piece.words] for block in blocks]
        texts = [rows_of(block) for block in words]
        columns = [[line_of(row, page.number) for row in rows] for rows in texts]
        found = verdict_in_turn(columns, are_text(columns, page.columns))
        if found == "cells" or not all(map(inside.isdisjoint, words)):
            continue
        groups.append(_columns_of(columns, texts, page, found == "doubtful"))
        tops.append(groups[-1].top)
        inside.update(*words)
    tops.sort()
    parts: dict[int, Row] = {}
    for word in page.words if groups else ():
        if word not in inside:
            parts.setdefault(bisect_right(tops, word.top), []).append(word)
    return [*groups, *(group for part in parts.values() for group in _arranged_words(part, page))]


def _with_overfull_columns(pair: Sequence[Row], page: _Page) -> list[Group]:
    """The groups of a page with two columns of which lines of the left one reach into the right one."""
    texts = [rows_of(words) for words in pair]
    columns = [[line_of(row, page.number) for row in rows] for rows in texts]
    inside = {word for words in pair for word in words}
    top = min(line.top for column in columns for line in column)
    rest = rows_of([word for word in page.words if word not in inside])
    above = [row for row in rest if row[0].top < top]
    below = [row for row in rest if row[0].top >= top]
    groups = [_columns_of(columns, texts, page, doubtful=False)]
    return [*_arranged(above, GUTTER, page), *groups, *_arranged(below, GUTTER, page)]


def _told_across(groups: Sequence[Group], rows: Sequence[Row], page: _Page) -> list[Group]:
    """The groups, of which lines that were read across and may be columns are doubtful."""
    doubtful = {_line(rows[index], page) for index in {*read_across(rows), *aligned_across(rows), *cells_across(rows)}}
    return [replace(group, doubtful=1) if group in doubtful else group for group in groups]


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
        run, gutters = run_of(joined, segments, index, least, page.columns)
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
        run, gutters = run_of(rows, segments, index, least, page.columns)
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
        free = all(keeps(gutter, segments[index - 1], least * size_of(upper)) for gutter in gutters)
        near = min([word.top for word in lower]) - max([word.bottom for word in upper]) < size_of(upper)
        if not free or not near:
            break
        count += 1
    return count


def _groups(run: Sequence[Row], gutters: Sequence[Span], page: _Page) -> tuple[list[Group], int]:
    """What rows with gutters are, and how many of them; none where the first column holds no more than bullets or
    numbers, or nothing is sure."""
    parted = [in_columns(row, gutters) for row in run]
    count = len(gutters) + 1
    doubtful = False
    numbered = with_page_numbers(parted, count)
    whole = with_labels(numbered)
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
        texts = [rows_of([word for row in column[:taken] for word in row]) for column in whole]
        columns = [[line_of(row, page.number) for row in rows] for rows in texts]
        shaped = are_text(columns, page.columns) and (in_turn or not are_single_lines(columns))
        shaped = shaped or (in_turn and min(map(len, columns)) >= LONG)
        shaped = shaped or (max(map(len, columns)) >= LONG and mostly_in_turn(whole, page.places))
        found = "text" if shaped else verdict(columns, in_turn)
        doubtful = found == "doubtful"
        if found == "text" or (doubtful and in_turn):
            contents = len(numbered) < count  # whose page numbers stand apart
            return [_columns_of(columns, texts, page, doubtful, not contents)], taken
    if not makes_table(run, parted, gutters):
        return [_line(row, page, doubtful) for row in run] if doubtful else [], len(run)
    table, taken = table_of(parted, count, [rule[0] for rule in page.rules], page.number)
    if table is None:
        return [], taken
    cells = [[line_of(row[column], page.number) for row in parted if column in row] for column in range(count)]
    return [Group(table.top, (table,), (doubtful or may_be_text(cells)) * taken)], taken


def _columns_of(
    columns: Sequence[Sequence[Line]], texts: Sequence[Sequence[Row]], page: _Page, doubtful: bool, tables: bool = True
) -> Group:
    """Columns of text, made of these rows of words, one after the other; with the tables in each, if that is asked."""
    elements: list[Line | Table] = []
    for column, rows in zip(columns, texts, strict=True):
        lines = list(edged(column))
        left, right = lines[0].edges or (0.0, 0.0)
        rules = [height for height, begin, end in page.rules if begin < right and end > left]
        elements += with_tables(lines, rows, rules, page.number) if tables else lines
    top = min(line.top for column in columns for line in column)
    return Group(top, tuple(elements), doubtful * sum(map(len, columns)))


def _have_words(columns: Sequence[Sequence[Row]]) -> bool:
    """Whether there are as many words in each column, given row by row, as running text has."""
    lines = [list(filter(None, column)) for column in columns]
    return all(one and sum(map(len, one)) >= WORDS * len(one) for one in lines)
