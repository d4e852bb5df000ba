"""What the website is made of: a release's rows, where each stands, what refers to it, and what is wrong with it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.export.metadata.release_description import Model, ReleasedTable, model_of
from mandate_data.package.read import read_package
from mandate_data.package.tables import Package
from mandate_data.release.ledger import Entry

Row = Mapping[str, str]
RowId = tuple[str, str]
"""A table, and a row's primary-key values joined by `|`."""
NAMING = ("title", "name", "measure", "statement", "label", "as_printed")
"""Columns that say what a row is, best first."""


@dataclass(frozen=True, slots=True)
class Place:
    """Lines of a source on which a row stands, counted from 1, both included."""

    source: str
    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A release and the editions it was made from."""

    entry: Entry
    model: Model
    package: Package
    rows: Mapping[RowId, Row]
    places: Mapping[RowId, Sequence[Place]]
    referrers: Mapping[RowId, Sequence[RowId]]
    errata: Mapping[RowId, Sequence[Row]]
    findings: Sequence[Mapping[str, Any]]
    lines: Mapping[str, Sequence[str]]

    @property
    def tables(self) -> dict[str, ReleasedTable]:
        return {table.name: table for table in self.model.tables}

    def of(self, table: str) -> list[tuple[RowId, Row]]:
        """The rows of a table in their order."""
        key = self.tables[table].primary_key
        return [((table, _key(row, key)), row) for row in self.package.tables[table].cells]

    def target(self, row_id: RowId, column: str) -> RowId | None:
        """The row that a cell refers to, by the foreign key of its column."""
        refers_to = next(one.refers_to for one in self.tables[row_id[0]].columns if one.name == column)
        found = (refers_to[0], self.rows[row_id][column]) if refers_to else None
        return found if found in self.rows else None

    def label(self, row_id: RowId) -> str:
        """What a row is, in words: its name or title, or else those of the rows that it joins."""
        table, key = row_id
        row = self.rows[row_id]
        if table == "documents":
            return f"{key}: {row['title']}" if row["title"] else key
        if table == "country_visits":
            countries = [self.label(("countries", self.rows[one]["country_code"])) for one in self._joined(row_id)]
            return f"{' and '.join(countries)}, {row['start_date']}"
        if named := next((row[column] for column in NAMING if row.get(column)), ""):
            return named
        parts = [self.target(row_id, column) for column in self.tables[table].primary_key]
        return ", ".join(self.label(one) for one in parts if one) or key

    def _joined(self, visit: RowId) -> list[RowId]:
        return [one for one in self.referrers.get(visit, ()) if one[0] == "visit_countries"]


def read_catalogue(release: Path, entry: Entry, editions: Path) -> Catalogue:
    """Read a release and, in `editions`, the folder of each of its sources with a `document.md`.

    Raises InputError for an edition that is missing.
    """
    package = read_package(release)
    descriptor = json.loads((release / "datapackage.json").read_text(encoding="utf-8"))
    files = {item["path"]: (release / item["path"]).read_bytes() for item in descriptor["resources"]}
    model = model_of(descriptor, files)
    keys = {table.name: table.primary_key for table in model.tables}
    rows = {(name, _key(row, keys[name])): row for name, table in package.tables.items() for row in table.cells}
    validation = json.loads((release / "report" / "validation.json").read_text(encoding="utf-8"))
    return Catalogue(
        entry=entry,
        model=model,
        package=package,
        rows=rows,
        places=_places(package),
        referrers=_referrers(model, rows),
        errata=_errata(package),
        findings=validation["findings"],
        lines={row["source_id"]: _edition(editions / row["source_id"]) for row in package.tables["sources"].cells},
    )


def _key(row: Row, columns: Sequence[str]) -> str:
    return "|".join(row[column] for column in columns)


def _edition(folder: Path) -> list[str]:
    try:
        # As the readers see them: `&#32;` is a space.
        return [unescape(line) for line in (folder / "document.md").read_text(encoding="utf-8").splitlines()]
    except OSError as error:
        raise InputError(f"{folder / 'document.md'}: can't be read ({error.strerror}); restore it") from None


def _places(package: Package) -> dict[RowId, list[Place]]:
    """Where each row stands; a row of `provenance` is itself such a place."""
    places: dict[RowId, list[Place]] = defaultdict(list)
    for row in package.tables["provenance"].cells:
        place = Place(row["source_id"], int(row["line"]), int(row["end_line"]))
        places[row["table"], row["row_key"]].append(place)
        places["provenance", _key(row, package.tables["provenance"].primary_key)].append(place)
    return places


def _referrers(model: Model, rows: Mapping[RowId, Row]) -> dict[RowId, list[RowId]]:
    """The rows that refer to a row, by single-column foreign keys."""
    found: dict[RowId, list[RowId]] = defaultdict(list)
    columns = {table.name: [one for one in table.columns if one.refers_to] for table in model.tables}
    for row_id, row in rows.items():
        for column in columns[row_id[0]]:
            target = (column.refers_to[0], row[column.name]) if column.refers_to else ("", "")
            if target in rows and row_id not in found[target]:
                found[target].append(row_id)
    return found


def _errata(package: Package) -> dict[RowId, list[Row]]:
    found: dict[RowId, list[Row]] = defaultdict(list)
    for row in package.tables["errata"].cells:
        found[row["table"], row["row_key"]].append(row)
    return found
