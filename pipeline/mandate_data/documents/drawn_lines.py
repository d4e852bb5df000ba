"""The lines of a table that is drawn with signs: its rules, what stands in its columns, and whether a cell goes on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

ALONG = "─━┄┅┈┉╌╍╴╶╸╺╼╾"
UP = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿"
SLANTED = "╱╲╳"
_SIGNS = {code: "+" for code in range(0x2500, 0x2580) if chr(code) not in SLANTED}
_SIGNS |= dict.fromkeys(map(ord, ALONG), "-") | dict.fromkeys(map(ord, UP), "|") | {ord("═"): "="}
WIDE = ("W", "F")
FILLER = "\0"  # the second column of a wide letter
CROSSED = re.compile(r"\+(?:[-=:]+\+)+|\|(?:[-=:]{2,}[+|])+|\|(?:\s*:?-{3,}:?\s*\|)+")
"""A rule across a table with lines at its sides."""
OPEN_CROSSED = re.compile(r"[-=]{2,}(?:\+[-=]{2,})+")
"""A rule across a table without lines at its sides."""
RUNS = re.compile(r"-{2,}(?: +-{2,})+|={2,}(?: +={2,})+")
"""A rule of dashes for each column."""
DRAWN = re.compile(r"\+[-=:]+\+|\|(?=[-=: ]*?[-=]{2})[-=: ]*+[+|]|-\+-|--[ ]+--|==[ ]+==|[\u2500-\u257f]")
"""What every drawn table has somewhere; a look for it is fast."""
_BOX = re.compile("[\u2500-\u257f]")
_SIGNS_OF_DRAWN = ("--", "==", "+-", "+=", "+:", "-+")
BROKEN = re.compile(r"(?:[\w.)]/|[(\[]|\w[-‐])$")
"""So a text ends that surely goes on."""
CONTAINED = re.compile(r"[ ]*(?:>[ ]?|(?:[-+*]|\d{1,9}[.)])[ ]+(?=[|+\u2500-\u257f]))*")
"""What stands before a line in a quotation or a list."""


class Piece(NamedTuple):
    """A part of a line, counted from 0, that stands in a cell: its characters from `start` to `end`, exclusive."""

    line: int
    start: int
    end: int


Cell = list[Piece]
"""What stands in a cell, line by line."""


class DrawnLine(NamedTuple):
    """A line as it is drawn: each character in the column in which it is printed, signs of boxes as `+`, `-` and `|`.

    `places` has the character of each column, if that is another.
    """

    number: int
    text: str
    places: Sequence[int] | None

    def piece(self, begin: int, end: int) -> Piece | None:
        """What stands between two columns, without blanks around it; None for blanks."""
        part = self.text[begin:end]
        begin += len(part) - len(part.lstrip())
        end = begin + len(part.strip())
        if begin >= end:
            return None
        if self.places is None:
            return Piece(self.number, begin, end)
        return Piece(self.number, self.places[begin], self.places[end - 1] + 1)


def may_have_tables(text: str) -> bool:
    """Whether a text has signs of which drawn tables consist: this is fast."""
    return any(sign in text for sign in _SIGNS_OF_DRAWN) or (not text.isascii() and _BOX.search(text) is not None)


def drawn_line(number: int, line: str) -> DrawnLine:
    """The line of this number, from 0, as it is drawn."""
    line = line.replace("\f", " ").replace("\t", " ").replace("\\|", f"\\{FILLER}")  # an escaped bar is text
    if line.isascii():
        return DrawnLine(number, line.rstrip(), None)
    text, places = "", []
    for place, sign in enumerate(line.translate(_SIGNS).rstrip()):
        width = 0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in WIDE else 1
        text += sign + FILLER if width == 2 else sign * width
        places += [place] * width
    # What combines with a letter belongs to it.
    ends = [*places[1:], len(line.rstrip())]
    places = [end - 1 if end > place else place for place, end in zip(places, ends, strict=True)]
    return DrawnLine(number, text, places)


def uncontained(line: str) -> str:
    """The line, in which what stands before it in a quotation or a list is blank."""
    found = CONTAINED.match(line)
    return " " * found.end() + line[found.end() :] if found else line


def can_have(columns: int, lines: Sequence[DrawnLine]) -> bool:
    """Whether the lines of a table can have so many columns: a cell in each of them takes a character at least.

    Else a long rule above many short lines would take far more memory than the text does.
    """
    return columns * len(lines) <= sum(len(line.text) for line in lines)


def goes_on(lines: Sequence[str], above: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether cells surely go on in those of the next line: its first one is empty, or one above breaks off."""
    if above and above[0] and cells and not cells[0]:
        return True
    for upper, lower in zip(above, cells, strict=False):
        if upper and lower:
            begin, end = lower[0], upper[-1]
            broken = BROKEN.search(lines[end.line], max(end.start, end.end - 2), end.end)
            if broken and lines[begin.line][begin.start : begin.end][:1].isalnum():
                return True
    return False
