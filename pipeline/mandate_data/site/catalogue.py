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
from mandate_data.export.metadata.release_description import ReleaseDescription, describe_release
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.package.addresses import Address
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.read import read_package
from mandate_data.package.tables import Column, Package, Table
from mandate_data.regular_files import read_regular_text
from mandate_data.release.ledger import Entry
from mandate_data.site.cell_places import Place, RowId, addresses_of, is_by_cell, places_of
from mandate_data.site.page_addresses import page_of
from mandate_data.site.site_settings import PLACEHOLDER, SiteSettings, placeholders
from mandate_data.site.value_words import capitalised, in_words, shorter_dates, source_name

Row = Mapping[str, str]
NAMING = ("title", "name", "label")
"""Columns that title a row where the project says nothing else, best first."""
OWN_TITLES = {"claims": "{statement}", "rules": "{rule_id}"}
"""How rows of the tables about the data are titled."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A release and the editions it was made from, shown as a project's settings say."""

    entry: Entry
    release: ReleaseDescription
    package: Package
    settings: SiteSettings
    rows: Mapping[RowId, Row]
    places: Mapping[RowId, Sequence[Place]]
    addresses: Mapping[RowId, Sequence[Address]]
    referrers: Mapping[RowId, Sequence[RowId]]
    errata: Mapping[RowId, Sequence[Row]]
    findings: Sequence[Mapping[str, Any]]
    lines: Mapping[str, Sequence[str]]
    positions: Mapping[RowId, int]
    """The place of each row in its table, from 0."""

    @property
    def tables(self) -> Mapping[str, Table]:
        return self.package.tables

    @property
    def by_cell(self) -> bool:
        """Whether the release knows the characters of each cell."""
        return is_by_cell(self.package.tables["provenance"])

    def of(self, table: str) -> list[tuple[RowId, Row]]:
        """The rows of a table in their order; none of a table that the release doesn't have."""
        if table not in self.tables:
            return []
        return [((table, self.tables[table].key_of(row)), row) for row in self.tables[table].cells]

    def page(self, row_id: RowId) -> str:
        """The page of a row. Rows of `provenance` have none: they are places themselves."""
        return page_of(row_id, self.settings.of(row_id[0]).folder)

    def column(self, table: str, name: str) -> Column | None:
        return self.tables[table].columns.get(name)

    def target(self, row_id: RowId, column: str) -> RowId | None:
        """The row that a cell refers to, by the foreign key of its column."""
        refers_to = self.tables[row_id[0]].references.get(column)
        if refers_to is None:
            return None
        found = (refers_to[0], self.rows[row_id][column])
        return found if found in self.rows else None

    def title(self, row_id: RowId) -> str:
        """What a row is, in words: as the project says, or its name, or else the titles of the rows that it joins."""
        return self._title(row_id, frozenset())

    def cell_title(self, row_id: RowId) -> str:
        """What stands for a row in a narrow cell: as the project says, the short name of a source, or its title."""
        return self._cell_title(row_id, frozenset())

    def summary(self, row_id: RowId) -> str:
        """A row in one sentence, as the project says; empty where it doesn't."""
        filled = (self.filled(template, row_id) for template in self.settings.of(row_id[0]).summaries)
        return capitalised(shorter_dates(next(filter(None, filled), "")))

    def filled(self, template: str, row_id: RowId) -> str:
        """A template with the values of a row in words; empty if one of them is."""
        return self._filled(template, row_id, frozenset())

    def _cell_title(self, row_id: RowId, within: frozenset[RowId]) -> str:
        table, key = row_id
        if table == "sources":
            return source_name(key)
        template = self.settings.of(table).cell_title
        return (self._filled(template, row_id, within) if template else "") or self._title(row_id, within)

    def _title(self, row_id: RowId, within: frozenset[RowId]) -> str:
        table, key = row_id
        if row_id in within:  # rows that refer to each other in a circle
            return key
        row, within = self.rows[row_id], within | {row_id}
        if table == "errata":
            return self._erratum_title(row, within)
        for template in self.settings.of(table).titles or filter(None, [OWN_TITLES.get(table)]):
            if filled := self._filled(template, row_id, within):
                return filled
        if named := next((row[column] for column in NAMING if row.get(column)), ""):
            return named
        joined = [self.target(row_id, column) for column in self.tables[table].primary_key]
        return ", ".join(self._title(one, within) for one in joined if one) or key

    def _erratum_title(self, erratum: Row, within: frozenset[RowId]) -> str:
        about = (erratum["table"], erratum["row_key"])
        what = self._title(about, within) if about in self.rows else erratum["row_key"]
        column = self.column(about[0], erratum["field"]) if about[0] in self.tables else None
        name = column.title if column else erratum["field"].replace("_", " ")
        printed, published = erratum["as_printed"], erratum["published"]
        if printed == published:
            return f"{what}: {name} “{printed}” is in doubt"
        return f"{what}: {name} “{printed}” should be “{published}”" if published else f"{what}: {name} “{printed}”"

    def _filled(self, template: str, row_id: RowId, within: frozenset[RowId]) -> str:
        """A template with the values of a row; empty if one of them is."""
        values = [self._named(table, column, row_id, within) for table, column in placeholders(template)]
        if not all(values):
            return ""
        given = iter(values)
        return PLACEHOLDER.sub(lambda _: next(given), template)

    def _named(self, table: str, column: str, row_id: RowId, within: frozenset[RowId]) -> str:
        """A value, or the title of the row it refers to; with a table, those of its rows that refer to this."""
        if table:
            rows = [one for one in self.referrers.get(row_id, ()) if one[0] == table]
            return " and ".join(self._named("", column, one, within) for one in rows)
        target = self.target(row_id, column)
        if target:
            return self._cell_title(target, within)
        described, value = self.column(row_id[0], column), self.rows[row_id].get(column, "")
        return in_words(value, described) if described else value


def read_catalogue(release: Path, entry: Entry, editions: Path, settings: SiteSettings) -> Catalogue:
    """Read a release and, in `editions`, the folder of each of its sources with a `document.md`.

    Raises InputError for an edition that is missing.
    """
    package = read_package(release)
    descriptor = read_descriptor(release)
    rows = {(name, table.key_of(row)): row for name, table in package.tables.items() for row in table.cells}
    validation = json.loads(read_regular_text(release / "report" / "validation.json", LARGEST_DOCUMENT))
    provenance = package.tables["provenance"]
    sources = [row["source_id"] for row in package.tables["sources"].cells]
    return Catalogue(
        entry=entry,
        release=describe_release(descriptor, package.tables),
        package=package,
        settings=settings,
        rows=rows,
        places=places_of(provenance),
        addresses=addresses_of(provenance),
        referrers=_referrers(package, rows),
        errata=_errata(package),
        findings=validation["findings"],
        positions={
            (name, table.key_of(row)): number
            for name, table in package.tables.items()
            for number, row in enumerate(table.cells)
        },
        lines={name: _edition(editions / name, as_written=is_by_cell(provenance)) for name in sources},
    )


def _edition(folder: Path, as_written: bool) -> list[str]:
    try:
        lines = read_regular_text(folder / "document.md", LARGEST_DOCUMENT).splitlines()
    except OSError as error:
        raise InputError(f"{folder / 'document.md'}: can't be read ({error.strerror}); restore it") from None
    # Characters are counted in the text as it is written; the editions of releases 1.x have `&#32;` for a space.
    return lines if as_written else [unescape(line) for line in lines]


def _referrers(package: Package, rows: Mapping[RowId, Row]) -> dict[RowId, list[RowId]]:
    """The rows that refer to a row, by single-column foreign keys."""
    found: dict[RowId, list[RowId]] = defaultdict(list)
    seen: set[tuple[RowId, RowId]] = set()
    for row_id, row in rows.items():
        # What a row of provenance says is shown with the value that it is about.
        references = package.tables[row_id[0]].references if row_id[0] != "provenance" else {}
        for column, (table, _) in references.items():
            target = (table, row[column])
            if target in rows and (target, row_id) not in seen:
                seen.add((target, row_id))
                found[target].append(row_id)
    return found


def _errata(package: Package) -> dict[RowId, list[Row]]:
    found: dict[RowId, list[Row]] = defaultdict(list)
    for row in package.tables["errata"].cells if "errata" in package.tables else ():
        found[row["table"], row["row_key"]].append(row)
    return found
