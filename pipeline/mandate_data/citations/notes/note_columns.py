"""Numbers in the columns of tables, which mark no notes: `24  S/2019/216` below the head of a column."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from mandate_data.citations.notes.note_lists import called_first
from mandate_data.citations.reading.columns import WIDEST, cells_of, first_lines
from mandate_data.citations.reading.prepared_text import PreparedText

_GAP = re.compile(r"\t[ \t]*|[ ]{2,}")
_WIDE = "    "
"""A gap that parts columns wherever it stands."""
_COLUMN_BEHIND = re.compile(r"[A-Z]{1,8}/[\w/.()-]+(?:[ ]{0,2}\t|[ ]{3})[ \t]*\S")
_CODE_ALONE = re.compile(r"[A-Z]{1,8}/[\w/.()-]+[ \t\r]*(?:\n|\Z)")
_HEAD = re.compile(r"[^\W\d_][^.;,:\d]{0,30}\.?")


class Columns:
    """The columns of a text, asked for one number after another."""

    def __init__(self, text: PreparedText) -> None:
        self._text = text

    @cached_property
    def _called(self) -> Mapping[int, int]:
        return called_first(self._text)

    def have(self, start: int, label: str) -> bool:
        """Whether the number printed as `label` at `start` stands in a column; one before nothing but a code does if
        the text has it behind no word before."""
        text = self._text
        first = text.shown_cuts.given(start)
        gap = _GAP.match(text.shown, first + len(label))
        if gap is None:
            return False
        if _is_a_cell(text.shown, first, gap.end()):
            return True
        return _CODE_ALONE.match(text.shown, gap.end()) is not None and self._called.get(int(label), start) >= start


def _is_a_cell(text: str, start: int, behind: int) -> bool:
    """Whether the number at `start`, which a wide gap parts from what is `behind`, stands in a column of a table:
    another column is before it, or behind the code that follows, or the table has a head."""
    row = text.rfind("\n", max(0, start - WIDEST), start) + 1
    if not row and start > WIDEST:
        return False
    before = text[row:start]
    if before.strip():
        return before.endswith(("\t", _WIDE))
    return _COLUMN_BEHIND.match(text, behind) is not None or any(map(_is_head, first_lines(text, row) if row else ()))


def _is_head(line: str) -> bool:
    """Whether a line has what the columns of a table are headed by: few words in each, none in small letters."""
    cells = cells_of(line.rstrip())
    return len(cells) > 1 and all(map(_HEAD.fullmatch, cells)) and not any(cell[0].islower() for cell in cells)
