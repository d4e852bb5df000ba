"""Where the values of a release come from, as `provenance` says: by cell and character, or by row in releases 1.x."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.package.tables import Table

RowId = tuple[str, str]
"""A table, and a row's primary-key values joined by `|`."""


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
        return f"line {self.line}" if self.line == self.end_line else f"lines {self.line} to {self.end_line}"


@dataclass(frozen=True, slots=True)
class Statement:
    """How a cell came about, or a part of it: one row of a `provenance` by cell.

    `place` is None for what follows from other cells, `origin` ("" for the row of a whole table) for what does not.
    `start` is a character of the first line, `end` the one behind the last of the last line, both from 0.
    """

    column: str
    kind: str
    rule: str
    erratum: str
    place: Place | None
    start: int
    end: int
    origin: RowId | None
    origin_column: str

    def span_on(self, line: int, length: int) -> tuple[int, int] | None:
        """The characters of the statement on a line of that length, or None."""
        if self.place is None or not self.place.line <= line <= self.place.end_line:
            return None
        start = self.start if line == self.place.line else 0
        end = min(self.end, length) if line == self.place.end_line else length
        return (start, end) if start < end else None


def is_by_cell(provenance: Table) -> bool:
    """Whether a table `provenance` tells the characters of each cell."""
    return "start" in provenance.columns


def statements_of(provenance: Table) -> dict[RowId, list[Statement]]:
    """What is told of the cells of each row; nothing where provenance knows rows only."""
    statements: dict[RowId, list[Statement]] = defaultdict(list)
    if is_by_cell(provenance):
        for row in provenance.cells:
            statements[row["table"], row["row_key"]].append(_statement(row))
    return statements


def places_of(provenance: Table) -> dict[RowId, list[Place]]:
    """The lines on which each row stands."""
    places: dict[RowId, list[Place]] = defaultdict(list)
    for row in provenance.cells:
        if place := place_of(row):
            places[row["table"], row["row_key"]].append(place)
    return {row_id: _joined(found) for row_id, found in places.items()} if is_by_cell(provenance) else places


def place_of(row: Mapping[str, str]) -> Place | None:
    """The lines that a row of `provenance` names."""
    if not row["line"]:
        return None
    return Place(row["source_id"], int(row["line"]), int(row["end_line"]), row.get("page", ""))


def _statement(row: Mapping[str, str]) -> Statement:
    return Statement(
        column=row["field"],
        kind=row["kind"],
        rule=row["rule_id"],
        erratum=row["erratum_id"],
        place=place_of(row),
        start=int(row["start"] or 0),
        end=int(row["end"] or 0),
        origin=(row["from_table"], row["from_row_key"]) if row["from_table"] else None,
        origin_column=row["from_field"],
    )


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
