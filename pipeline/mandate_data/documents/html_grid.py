"""The columns of a table in HTML, in which a cell may take several columns and reach down over several rows."""

from __future__ import annotations

from collections.abc import Mapping

from mandate_data.documents.whole_numbers import whole_number

MOST = 1000  # columns or rows of a cell


class Grid:
    """Which columns of a table the cells of rows above cover."""

    def __init__(self) -> None:
        self._wide = self._high = 1  # of the cell that is open
        self._rows: dict[int, int] = {}  # that cells reach down, by column

    def begin(self, attributes: Mapping[str, str | None]) -> None:
        """Begin a cell whose tag has these attributes."""
        self._wide, self._high = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))

    def end(self, column: int) -> int:
        """End the cell, which begins in this column, from 0. How many columns it takes."""
        wide = self._wide
        for taken in range(column, column + wide):
            self._rows[taken] = self._high - 1
        self._wide = self._high = 1
        return wide

    def covered(self, column: int) -> int:
        """How many columns from this one on the cells of rows above cover in a new row, which has then passed them."""
        count = 0
        while self._rows.get(column + count, 0):
            self._rows[column + count] -= 1
            count += 1
        return count


def _span(value: str | None) -> int:
    return min(max(whole_number(value) or 1, 1), MOST)
