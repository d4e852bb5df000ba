"""Tables of a PDF's page that are drawn with signs, `+---+` or `│`, whose words stand in columns of letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from mandate_data.documents.drawn_lines import DRAWN, WIDE, Cell
from mandate_data.documents.drawn_tables import drawn_tables
from mandate_data.documents.framed_tables import Table as DrawnTable
from mandate_data.documents.pdf.pdf_lines import Line, line_of, rows_of
from mandate_data.documents.pdf.pdf_tables import Row, Table
from mandate_data.documents.pdf.pdf_words import Word

RULE = re.compile(r"(?=[-=+|:]*?(?:[-=]{2}|[\u2500-\u257f]))[-=+|:\u2500-\u257f]+")
GAP = 0.6  # of the usual distance of two lines: so much more is an empty line
LONGEST = 1000  # columns of a line


class _Placed(NamedTuple):
    """A word in a line of text: the characters that it is there."""

    start: int
    end: int
    word: Word


def sign_tables(words: Sequence[Word], number: int) -> tuple[list[Table], list[Word], int]:
    """The tables of a page that are drawn with signs; words that stand in none; how many may be read wrongly."""
    rules = [word for word in words if len(word.text) > 1 and RULE.fullmatch(word.text)]
    if not rules:
        return [], list(words), 0
    width = median([(word.x1 - word.x0) / len(word.text) for word in rules])
    rows = rows_of(words)
    left = min(word.x0 for word in words)
    lines: list[str] = []
    placed: list[list[_Placed]] = []
    pitch = _pitch(rows)
    for index, row in enumerate(rows):
        if index and _top(row) - _top(rows[index - 1]) > (1 + GAP) * pitch:
            lines.append("")
            placed.append([])
        text, places = _line(row, left, max(width, 0.1))
        lines.append(text)
        placed.append(places)
    if not any(DRAWN.search(line) for line in lines):
        return [], list(words), 0
    found = drawn_tables(lines)
    tables = [_table(one, placed, number) for one in found]
    within = {line for one in found for line in range(one.first, one.last)}
    rest = [one.word for line, places in enumerate(placed) if line not in within for one in places]
    kept = {id(word) for word in rest}
    return tables, [word for word in words if id(word) in kept], sum(not one.sure for one in found)


def _top(row: Sequence[Word]) -> float:
    return min(word.top for word in row)


def _pitch(rows: Sequence[Sequence[Word]]) -> float:
    """The usual distance of two lines with rules, or else of any two."""
    tops = [_top(row) for row in rows]
    distances = [lower - upper for upper, lower in pairwise(tops)]
    ruled = [any(RULE.fullmatch(word.text) for word in row) for row in rows]
    near = [distance for distance, is_ruled in zip(distances, ruled, strict=False) if is_ruled]
    return min(near or distances, default=0.0)


def _line(row: Sequence[Word], left: float, width: float) -> tuple[str, list[_Placed]]:
    """The text of a line, in which each word stands in its column, and where each is in it."""
    text, columns = "", 0
    places: list[_Placed] = []
    for word in sorted(row, key=lambda word: word.x0):
        column = min(round((word.x0 - left) / width), LONGEST)
        blanks = max(column - columns, 1 if word.spaced and text else 0)
        text += " " * blanks
        places.append(_Placed(len(text), len(text) + len(word.text), word))
        text += word.text
        columns += blanks + sum(_columns(sign) for sign in word.text)
    return text, places


def _columns(sign: str) -> int:
    return 0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in WIDE else 1


def _table(drawn: DrawnTable, placed: Sequence[Sequence[_Placed]], number: int) -> Table:
    rows: list[Row] = [tuple(_lines(cell, placed, number) for cell in row) for row in drawn.rows if any(row)]
    top = min(one.word.top for places in placed[drawn.first : drawn.last] for one in places)
    width = max(map(len, rows))
    return Table(number, number, top, tuple((*row, *(() for _ in range(width - len(row)))) for row in rows))


def _lines(cell: Cell, placed: Sequence[Sequence[_Placed]], number: int) -> tuple[Line, ...]:
    """The lines of a cell."""
    found = []
    for line, start, end in cell:
        row = [_part(one, start, end) for one in placed[line] if one.start < end and one.end > start]
        found.append(line_of(row, number))
    return tuple(found)


def _part(one: _Placed, start: int, end: int) -> Word:
    """The part of a word between two characters of its line: a bar may touch it."""
    word = one.word
    begin, stop = max(start - one.start, 0), min(end - one.start, len(word.text))
    letter = (word.x1 - word.x0) / len(word.text)
    x0, x1 = word.x0 + begin * letter, word.x0 + stop * letter
    return word._replace(text=word.text[begin:stop], x0=x0, x1=x1)
