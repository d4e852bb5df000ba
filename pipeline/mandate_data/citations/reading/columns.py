"""The heading above a code: that of its column in a table, or the line that its list stands under."""

from __future__ import annotations

import re

WIDEST = 400
"""How far before a code its row may begin."""
_TABLE = 1500
"""How far above its row a table or a list may begin."""
_TITLES = 3
"""At most so many lines at the top of a table may be titles, before the row of its headings."""
_CELLS = re.compile(r"\t|[ ]{2,}|[ ]?\|[ ]?")
"""What parts the columns of a table."""
_CELL = re.compile(r"[A-Z\d/.]+(?:(?P<parted>\t|[ ]{2}|[ ]?\|)|[ ]?(?:\n|\Z))")
"""A code alone in its cell."""
_BULLET = re.compile(r"[ \t]*(?:[-*]\s)?[ \t]*")
_ITEM = re.compile(r"[A-Z]{1,5}/[A-Z\d/.]+,?[ ]([a-z]\w+)")
"""A code that begins an item, with what it is of behind it, in small letters."""


def heading_above(text: str, start: int) -> str | None:
    """What the column is headed by that the code at `start` is alone in a cell of, or the list whose item it begins;
    None where there is no such heading in sight."""
    low = max(0, start - WIDEST)
    row = text.rfind("\n", low, start) + 1
    if not row:
        return None
    before = text[row:start]
    item = _BULLET.fullmatch(before) is not None
    cell = _CELL.match(text, start)
    if cell is None:
        return _first_line(text, row) if item and _ITEM.match(text, start) else None
    cells = cells_of(before)
    if cells[-1] or (len(cells) == 1 and cell["parted"] is None):
        return None
    rows = (one for one in map(cells_of, first_lines(text, row)) if len(one) >= max(len(cells), 2))
    heading = next((one[len(cells) - 1] for one in rows), "")
    return heading.strip() or None


def word_behind(text: str, start: int) -> str | None:
    """The word in small letters right behind the code at `start`, if it begins an item of a list of codes."""
    item = _ITEM.match(text, start)
    if item is None:
        return None
    row = text.rfind("\n", max(0, start - WIDEST), start) + 1
    if _BULLET.fullmatch(text, row, start) is None:
        return None
    before = text.rfind("\n", max(0, row - 1 - WIDEST), max(0, row - 1)) + 1
    after = text.find("\n", item.end(), item.end() + WIDEST) + 1
    beside = [one for one in (before if row else 0, after) if one or (row and one == before)]
    return item[1] if any(_is_item(text, one) for one in beside) else None


def _is_item(text: str, row: int) -> bool:
    """Whether the line at `row` begins with a code and a word in small letters."""
    bullet = _BULLET.match(text, row)
    return bullet is not None and _ITEM.match(text, bullet.end()) is not None


def cells_of(line: str) -> list[str]:
    """The cells of a line, without the bar that it may begin with."""
    return _CELLS.split(line.strip(" ").removeprefix("|").lstrip(" ") if "|" in line else line.lstrip(" "))


def first_lines(text: str, row: int) -> list[str]:
    """The first lines of the table that the line at `row` is in; none where they are too far above."""
    low = max(0, row - _TABLE)
    _, blank, table = text[low:row].rpartition("\n\n")
    if low and not blank:
        return []
    return table.strip("\n").split("\n", _TITLES)[:_TITLES]


def _first_line(text: str, row: int) -> str | None:
    return next(iter(first_lines(text, row)), None)
