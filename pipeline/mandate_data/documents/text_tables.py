"""Tables of plain text whose cells are not told for certain are named by their lines: drawn ones, those set with tabs,
cells that seem to go on in a line of their own, and text that may be two columns and not a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from mandate_data.documents.document import Block, LeftOut
from mandate_data.documents.framed_tables import Table
from mandate_data.documents.text_columns import PAGE_END, columns_of, doubtful_columns

RULE = re.compile(r"\+[-=]{3,}\+")
BOX = re.compile(r"[\u2500-\u257f]{3}|[│┃║].*[│┃║]")
LABEL = re.compile(r"(?:\(?\w{1,6}[.)]|[-–•*])\t+")  # "1." or "(a)": a tab behind it is a blank
CELL = re.compile(r"\S+(?: {1,2}\S+)*")
FEWEST = 2  # lines of a table
FEWEST_IN_COLUMNS = 4
WORDS = 3  # of a line of a column of text
GOES_ON = 0.4  # of the lines of a column of text begin with a small letter
COLUMNS = "the order of words that may be two columns of text and no table"
DRAWN = "the cells of a table or box that is drawn with signs"
TABBED = "the cells of a table that is set with tabs"
NEAR = 1  # characters by which what goes on in a cell may be set in differently


def doubtful_tables(lines: Sequence[str], blocks: Sequence[Block], in_columns: bool) -> list[LeftOut]:
    """What of the tables in these lines, which were read as these blocks, may be wrong.

    `in_columns` says that text that surely stands in two columns was read one column after the other.
    """
    rows = {block.line for block in blocks if block.kind == "row"}
    columns = list(_columns(blocks))
    told = {one.line for one in columns}
    found = [
        *_runs(lines, DRAWN, _is_drawn),
        *(one for one in _runs(lines, TABBED, is_tabbed) if not _is_read(lines, one.line, rows)),
        *_wrapped(lines, rows, blocks),
        *columns,
        *(one for one in _side_by_side(lines, in_columns) if one.line not in told),
    ]
    return sorted(found, key=lambda one: one.line)


def doubtful_cells(tables: Sequence[Table], before: int = 0) -> Iterator[LeftOut]:
    """The tables that are drawn with signs and whose cells are not told for certain; `before` lines are above those in
    which they were found."""
    for table in tables:
        if not table.sure:
            yield _told(DRAWN, before + table.first + 1, before + table.last)


def _runs(lines: Sequence[str], what: str, is_row: Callable[[str], bool]) -> Iterator[LeftOut]:
    """The runs of such lines; empty ones may be between."""
    for _, run in groupby(enumerate(lines, 1), key=lambda pair: not pair[1].strip() or is_row(pair[1])):
        numbers = [number for number, line in run if is_row(line)]
        if len(numbers) >= FEWEST:
            yield _told(what, numbers[0], numbers[-1])


def _is_read(lines: Sequence[str], first: int, rows: set[int]) -> bool:
    """Whether lines that are set with tabs, the first of which has this number, were read as rows of as many cells."""
    below = ((number, lines[number - 1]) for number in range(first, len(lines) + 1))
    table = list(takewhile(lambda one: not one[1].strip() or is_tabbed(one[1]), below))
    tabs = {line.strip().count("\t") for _, line in table if line.strip()}
    cells_apart = all("\t\t" not in line for _, line in table)
    return len(tabs) == 1 and cells_apart and all(number in rows for number, line in table if line.strip())


def _is_drawn(line: str) -> bool:
    text = line.strip()
    return (
        RULE.search(text) is not None or BOX.search(text) is not None or (len(text) > 1 and text[0] == text[-1] == "|")
    )


def is_tabbed(line: str) -> bool:
    """Whether a line has tabs between cells; one behind the number or the sign of an item is a blank."""
    text = line.strip()
    label = LABEL.match(text)
    return "\t" in text[label.end() if label and "\t" not in text[label.end() :] else 0 :]


def _told(what: str, first: int, last: int) -> LeftOut:
    return LeftOut(f"{what}, up to line {last}" if last > first else what, line=first)


def _wrapped(lines: Sequence[str], rows: set[int], blocks: Sequence[Block]) -> Iterator[LeftOut]:
    """Lines close below a row that fit into one of its columns."""
    for block in blocks:
        if block.kind in ("paragraph", "heading") and block.line - 1 in rows:
            above, line = lines[block.line - 2], lines[block.line - 1]
            begins = [found.start() for found in CELL.finditer(above)]
            indent, end = len(line) - len(line.lstrip()), len(line.rstrip())
            column = next((index for index, begin in enumerate(begins) if abs(begin - indent) <= NEAR), None)
            if column is not None and (column + 1 == len(begins) or end < begins[column + 1]):
                yield _told("which cell of the table above goes on here, if any", block.line, block.end_line)


def _side_by_side(lines: Sequence[str], in_columns: bool) -> Iterator[LeftOut]:
    """Lines in two columns that are read across, or may be such."""
    first = 0
    for last in [*(index for index, line in enumerate(lines) if PAGE_END in line and index), len(lines)]:
        page = [line.replace(PAGE_END, "") for line in lines[first:last]]
        for region in sorted([*doubtful_columns(page), *([] if in_columns else columns_of(page))]):
            beside = next(index for index in range(*region[:2]) if page[index][region.place :].strip())
            yield _told(COLUMNS, first + beside + 1, first + region.last)
        first = last


def _columns(blocks: Sequence[Block]) -> Iterator[LeftOut]:
    """Rows of two cells, where words go on from line to line in small letters in both columns."""
    for (kind, _), run in groupby(blocks, key=lambda block: (block.kind, block.group)):
        rows = list(run)
        if kind != "row" or len(rows) < FEWEST_IN_COLUMNS or any(len(row.cells) != 2 for row in rows):
            continue
        columns = list(zip(*([cell.value for cell in row.cells] for row in rows), strict=True))
        if all(_is_text(column) for column in columns):
            yield _told(COLUMNS, rows[0].line, rows[-1].line)


def _is_text(column: Sequence[str]) -> bool:
    small = sum(later[:1].islower() and not earlier.endswith((".", ";")) for earlier, later in pairwise(column))
    words = sum(len(line.split()) for line in column)
    return small >= GOES_ON * (len(column) - 1) and words >= WORDS * len(column)
