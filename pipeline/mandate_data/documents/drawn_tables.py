"""Tables that are drawn with signs in a text: where they are, and what stands in their cells."""

from __future__ import annotations

from collections.abc import Sequence

from mandate_data.documents.dashed_tables import dashed_table
from mandate_data.documents.document import Block, Text, row_of
from mandate_data.documents.drawn_lines import DRAWN, Cell, drawn_line
from mandate_data.documents.framed_tables import Table, framed_table
from mandate_data.documents.line_breaks import before_next_line
from mandate_data.documents.printed_words import PrintedWords
from mandate_data.documents.text_columns import PAGE_END

MAY_BEGIN = 6  # lines: so far below its first one is the first rule of a table


def drawn_tables(lines: Sequence[str]) -> list[Table]:
    """The tables in these lines, from top to bottom."""
    begins = sorted({at for number, line in enumerate(lines) if DRAWN.search(line) for at in _near(number)})
    tables: list[Table] = []
    if not begins:
        return tables
    drawn = [drawn_line(number, line) for number, line in enumerate(lines)]
    done = 0
    for first in begins:
        if first < done or not drawn[first].text.strip():
            continue
        table = framed_table(lines, drawn, first) or dashed_table(lines, drawn, first)
        if table is not None:
            tables += [table] if any(map(any, table.rows)) else []
            done = table.last
    return tables


def _near(number: int) -> range:
    return range(max(0, number - MAY_BEGIN), number + 1)


def rows_of(table: Table, lines: Sequence[str], words: PrintedWords, group: int = 0, begin: int = 1) -> list[Block]:
    """The rows of a table in these lines, of which the first has the number `begin`."""
    rows: list[Block] = []
    for row in table.rows:
        first = min((piece.line for cell in row for piece in cell), default=None)
        if first is not None:
            rows.append(row_of([_cell(cell, lines, words, first, begin) for cell in row], group))
    return rows


def _cell(cell: Cell, lines: Sequence[str], words: PrintedWords, first: int, begin: int) -> Block:
    value = ""
    starts: list[tuple[int, int]] = []
    for piece in cell:
        text = " ".join(lines[piece.line][piece.start : piece.end].split())
        value = before_next_line(value, text, words)
        starts.append((len(value), piece.line + begin))
        value += text
    return Block("row", Text(value, tuple(starts) or ((0, first + begin),)))


def without_tables(lines: Sequence[str], tables: Sequence[Table], blank: str) -> list[str]:
    """The lines, in which those of tables are blank; ends of pages stay."""
    left = list(lines)
    for table in tables:
        for number in range(table.first, table.last):
            left[number] = PAGE_END if PAGE_END in left[number] else blank
    return left


def with_rows(blocks: Sequence[Block], tables: Sequence[Table], lines: Sequence[str]) -> list[Block]:
    """The blocks of a text without tables, with the rows of its tables behind what stands above them."""
    words = PrintedWords(lines)
    group = max((block.group for block in blocks), default=0)
    joined: list[Block] = []
    left = list(tables)[::-1]
    for block in blocks:
        while left and block.kind != "footnote" and left[-1].first < block.line:
            group += 1
            joined += rows_of(left.pop(), lines, words, group)
        joined.append(block)
    for table in reversed(left):
        group += 1
        joined += rows_of(table, lines, words, group)
    return joined
