"""Where the values of a release come from, as `provenance` says: by cell and character, or by row in releases 1.x."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mandate_data.package.addresses import Address, addresses_by_row
from mandate_data.package.row_titles import RowId
from mandate_data.package.tables import Table


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Lines of a source, counted from 1, both included, and the page of the original where it is known."""

    source: str
    line: int
    end_line: int
    page: str = ""

    @property
    def lines(self) -> str:
        """The lines in words."""
        return f"line{'' if self.line == self.end_line else 's'} {self.numbers}"

    @property
    def numbers(self) -> str:
        """The numbers of the lines: `397`, or `397 to 399`."""
        return str(self.line) if self.line == self.end_line else f"{self.line} to {self.end_line}"


def is_by_cell(provenance: Table) -> bool:
    """Whether a table `provenance` has the characters of each cell."""
    return "start" in provenance.columns


def addresses_of(provenance: Table) -> dict[RowId, list[Address]]:
    """The addresses of the cells of each row; nothing where provenance knows rows only."""
    return addresses_by_row(provenance.cells) if is_by_cell(provenance) else {}


def places_of(provenance: Table) -> dict[RowId, list[Place]]:
    """The lines of each row."""
    places = {
        row_id: [place for one in found if (place := place_of(one))]
        for row_id, found in addresses_by_row(provenance.cells).items()
    }
    placed = {row_id: found for row_id, found in places.items() if found}
    return {row_id: _joined(found) for row_id, found in placed.items()} if is_by_cell(provenance) else placed


def place_of(address: Address) -> Place | None:
    """The lines that an address names; None for what follows from other cells."""
    if address.line is None or address.end_line is None:
        return None
    return Place(address.source, address.line, address.end_line, str(address.page or ""))


def origin_of(address: Address) -> RowId | None:
    """The row from which a value follows, with an empty key for a whole table; None for what is read at a place."""
    return (address.from_table, address.from_key) if address.from_table else None


def span_on(address: Address, line: int, length: int) -> tuple[int, int] | None:
    """The characters of an address on a line of that length, or None."""
    if address.line is None or address.end_line is None or not address.line <= line <= address.end_line:
        return None
    start = (address.start or 0) if line == address.line else 0
    end = min(address.end or 0, length) if line == address.end_line else length
    return (start, end) if start < end else None


def _joined(places: Iterable[Place]) -> list[Place]:
    """The same lines, each once: places that overlap or follow each other are one."""
    joined: list[Place] = []
    for place in sorted(places):
        last: Sequence[Place] = joined[-1:]
        if last and last[0].source == place.source and place.line <= last[0].end_line + 1:
            joined[-1] = Place(place.source, last[0].line, max(last[0].end_line, place.end_line), last[0].page)
        else:
            joined.append(place)
    return joined
