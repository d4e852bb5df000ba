"""What the website is made of: a release's rows, their places, what refers to them, and their errata."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.export.metadata.release_description import ReleaseDescription, describe_release
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.package.addresses import Address
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.read import read_package
from mandate_data.package.row_titles import Row, RowId, RowTitles, row_titles
from mandate_data.package.tables import Column, Package, Table
from mandate_data.package.value_words import capitalised, shorter_dates, sort_key
from mandate_data.regular_files import read_regular_text
from mandate_data.release.ledger import Entry
from mandate_data.site.cell_places import Place, addresses_of, is_by_cell, places_of
from mandate_data.site.page_addresses import page_of
from mandate_data.site.site_settings import SiteSettings


@dataclass(frozen=True, slots=True)
class Catalogue:
    """A release and the editions it was made from, shown as a project's settings say."""

    entry: Entry
    release: ReleaseDescription
    package: Package
    settings: SiteSettings
    titles: RowTitles
    places: Mapping[RowId, Sequence[Place]]
    addresses: Mapping[RowId, Sequence[Address]]
    errata: Mapping[RowId, Sequence[Row]]
    findings: Sequence[Mapping[str, Any]]
    lines: Mapping[str, Sequence[str]]
    positions: Mapping[RowId, int]
    """The place of each row in its table, from 0."""

    @property
    def tables(self) -> Mapping[str, Table]:
        return self.package.tables

    @property
    def rows(self) -> Mapping[RowId, Row]:
        return self.titles.rows

    @property
    def referrers(self) -> Mapping[RowId, Sequence[RowId]]:
        return self.titles.referrers

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
        return self.titles.target(row_id, column)

    def title(self, row_id: RowId) -> str:
        """What a row is, in words: as the project says, or its name, or else the titles of the rows that it joins."""
        return self.titles.title(row_id)

    def cell_title(self, row_id: RowId) -> str:
        """What stands for a row in a narrow cell: as the project says, the short name of a source, or its title."""
        return self.titles.short_title(row_id)

    def summary(self, row_id: RowId) -> str:
        """A row in one sentence, as the project says; empty where it doesn't."""
        filled = (self.filled(template, row_id) for template in self.settings.of(row_id[0]).summaries)
        return capitalised(shorter_dates(next(filter(None, filled), "")))

    def filled(self, template: str, row_id: RowId) -> str:
        """A template with the values of a row in words; empty if one of them is."""
        return self.titles.filled(template, row_id)


def read_catalogue(release: Path, entry: Entry, editions: Path, settings: SiteSettings) -> Catalogue:
    """Read a release and, in `editions`, the folder of each of its sources with a `document.md`.

    Raises InputError for an edition that is missing.
    """
    package = _ordered(read_package(release), settings)
    descriptor = read_descriptor(release)
    validation = json.loads(read_regular_text(release / "report" / "validation.json", LARGEST_DOCUMENT))
    provenance = package.tables["provenance"]
    sources = [row["source_id"] for row in package.tables["sources"].cells]
    return Catalogue(
        entry=entry,
        release=describe_release(descriptor, package.tables),
        package=package,
        settings=settings,
        titles=row_titles(package, settings.row_templates),
        places=places_of(provenance),
        addresses=addresses_of(provenance),
        errata=_errata(package),
        findings=validation["findings"],
        positions={
            (name, table.key_of(row)): number
            for name, table in package.tables.items()
            for number, row in enumerate(table.cells)
        },
        lines={name: _edition(editions / name, as_written=is_by_cell(provenance)) for name in sources},
    )


def _ordered(package: Package, settings: SiteSettings) -> Package:
    """A package whose tables are in the order that the settings name; empty cells come last."""
    return replace(
        package, tables={name: _sorted(table, settings.of(name).order_by) for name, table in package.tables.items()}
    )


def _sorted(table: Table, order_by: str) -> Table:
    column = table.columns.get(order_by)
    return (
        replace(table, cells=sorted(table.cells, key=lambda row: sort_key(row[order_by], column))) if column else table
    )


def _edition(folder: Path, as_written: bool) -> list[str]:
    try:
        lines = read_regular_text(folder / "document.md", LARGEST_DOCUMENT).splitlines()
    except OSError as error:
        raise InputError(f"{folder / 'document.md'}: can't be read ({error.strerror}); restore it") from None
    # Characters are counted in the text as it is written; the editions of releases 1.x have `&#32;` for a space.
    return lines if as_written else [unescape(line) for line in lines]


def _errata(package: Package) -> dict[RowId, list[Row]]:
    found: dict[RowId, list[Row]] = defaultdict(list)
    for row in package.tables["errata"].cells if "errata" in package.tables else ():
        found[row["table"], row["row_key"]].append(row)
    return found
