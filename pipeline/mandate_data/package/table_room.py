"""Room for tables that are held in memory as a whole: what is left of it for the next table of one package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mandate_data.limits import LARGEST_TYPED_TEXT, MOST_TYPED_CELLS


class NoRoomError(ValueError):
    """A table has more cells, or more text, than are read of one package."""


@dataclass(slots=True)
class Room:
    """Cells, and characters in them, that may still be read."""

    cells: int = MOST_TYPED_CELLS
    characters: int = LARGEST_TYPED_TEXT

    def require_cells(self, rows: int, columns: int) -> None:
        """Raises NoRoomError where there are more; a row without any cells counts as one."""
        if rows * max(columns, 1) > self.cells:
            raise NoRoomError(f"it has more cells than are read of a package ({MOST_TYPED_CELLS:,})")

    def require_characters(self, count: int) -> None:
        """Raises NoRoomError where there are more."""
        if count > self.characters:
            raise NoRoomError(f"its cells have more characters than are read of a package ({LARGEST_TYPED_TEXT:,})")

    def take(self, rows: Sequence[Sequence[str]]) -> None:
        """Let a table be held. Raises NoRoomError where there is no room for it."""
        cells = sum(max(len(row), 1) for row in rows)
        characters = sum(len(cell) for row in rows for cell in row)
        self.require_cells(cells, 1)
        self.require_characters(characters)
        self.cells -= cells
        self.characters -= characters
