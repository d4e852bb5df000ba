"""Rows of printed columns in which the end of a line breaks a symbol, `S/` above `1998/346`: the lines are one row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from mandate_data.documents.drawn_lines import Cell, Piece
from mandate_data.documents.framed_tables import Table
from mandate_data.documents.text_columns import PAGE_END, Region
from mandate_data.documents.text_forms import LONGEST_PRINTED

BEGUN = re.compile(r"(?:^|(?<=[\s(\[“\"]))[A-Z][A-Za-z]{0,9}(?:/[\w.()-]{1,20}){0,6}(?:/|(?<=[A-Z])\.|(?<=[a-z])\.)$")
"""What a symbol begins with that goes on in the next line."""
ENDS_SO = re.compile(r"/(?:(?<=[A-Za-z\d).]/)|[A-Z][A-Za-z]{0,4}\.)(?= {2}|\r?$)", re.MULTILINE)
"""What the line has then, at the end of a column; a look for it is fast."""
GONE_ON = re.compile(r"(?=[^\s]{0,40}\d)[\w(][\w.()/*-]{0,40}")
CHUNK = re.compile(r"\S+(?: \S+)*")
"""What stands in a column of a line."""
LONGEST = 60  # characters of a symbol that a line begins
SET_IN = 4  # characters by which what goes on may be set in further
MOST = 6  # lines of a row


class _Chunk(NamedTuple):
    start: int
    end: int


def broken_rows(lines: Sequence[str], regions: Sequence[Region] = ()) -> list[Table]:
    """The rows that such a symbol goes through, each a table; `regions` of the lines have two columns of text."""
    found: list[Table] = []
    done = 0
    gutters = {number: region.place for region in regions for number in range(region.first, region.last)}
    for first, line in enumerate(lines):
        if (
            first >= done
            and len(line) <= LONGEST_PRINTED
            and ENDS_SO.search(line)
            and (table := _row(lines, first, gutters))
        ):
            found.append(table)
            done = table.last
    return found


def _row(lines: Sequence[str], first: int, gutters: dict[int, int]) -> Table | None:
    columns = _chunks(lines[first], gutters.get(first))
    cells: list[Cell] = [[Piece(first, *chunk)] for chunk in columns]
    last = first
    while last + 1 < len(lines) and last - first < MOST and PAGE_END not in lines[last + 1]:
        if len(lines[last + 1]) > LONGEST_PRINTED:
            break
        lower = _chunks(lines[last + 1], gutters.get(last + 1))
        places = [_column(columns, chunk) for chunk in lower]
        if None in places or len(columns) + len(lower) < 3 or gutters.get(first) != gutters.get(last + 1):
            break
        if not any(
            place is not None and cells[place][-1].line == last and _goes_on(lines, cells[place][-1], chunk, last + 1)
            for place, chunk in zip(places, lower, strict=True)
        ):
            break
        last += 1
        for place, chunk in zip(places, lower, strict=True):
            if place is not None:
                cells[place].append(Piece(last, *chunk))
    # Where it ends one line and begins the next, they are read so anyhow.
    return Table(first, last + 1, [cells], True) if last > first and len(cells) > 1 else None


def _chunks(line: str, gutter: int | None) -> list[_Chunk]:
    """What stands in the columns of a line: between blanks, or on either side of a gutter."""
    if gutter is None:
        return [_Chunk(*found.span()) for found in CHUNK.finditer(line)]
    sides = ((0, line[:gutter]), (gutter, line[gutter:]))
    return [
        _Chunk(place + len(side) - len(side.lstrip()), place + len(side.rstrip()))
        for place, side in sides
        if side.strip()
    ]


def _column(columns: Sequence[_Chunk], chunk: _Chunk) -> int | None:
    """The column in which a part of a lower line stands; None if it reaches into several, or into none."""
    for index, column in enumerate(columns):
        following = columns[index + 1].start if index + 1 < len(columns) else None
        if column.start - 1 <= chunk.start <= column.start + SET_IN and (following is None or chunk.end < following):
            return index
    return None


def _goes_on(lines: Sequence[str], upper: Piece, lower: _Chunk, number: int) -> bool:
    """Whether a symbol that a part of a line ends with goes on in the part below."""
    begun = BEGUN.search(lines[upper.line][max(upper.start, upper.end - LONGEST) : upper.end])
    on = GONE_ON.match(lines[number], lower.start, lower.end)
    return begun is not None and on is not None and (begun[0][-1] == "/" or ("/" in begun[0] and on[0][0].isdigit()))
