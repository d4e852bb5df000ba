"""What guides say their sources are about: each id must be that of a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import Guide
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.tables import Package, Table


def check_about(guide: Guide, rows: Mapping[str, Mapping[str, object]], contract: Package) -> Iterator[Finding]:
    """A finding for each id that the guide names, and that no row has; `rows` are those of each table by their keys."""
    path, _, line = guide.about_at.rpartition(":")
    for column, value, table in _ids(guide, contract):
        if value not in rows[table.name]:
            where = Location(path, int(line))
            yield finding("about-unknown", where, table=table.name, field=column, value=value, guide=guide.about_at)


def require_about(guide: Guide, known: Mapping[str, set[str]], contract: Package) -> None:
    """Raise InputError for an id that the guide names and that is not known; of a table without any, all may be."""
    for column, value, table in _ids(guide, contract):
        if known.get(table.name) and value not in known[table.name]:
            raise InputError(
                f"{guide.about_at}: about: {table.name} has no {column} {value!r}; correct it, or add passages for it "
                f"under {table.name}, and build"
            )


def _ids(guide: Guide, contract: Package) -> Iterator[tuple[str, str, Table]]:
    """The columns and the ids that a guide names, and the table of each, whose key it is."""
    for column, value in guide.about.items():
        for table in contract.tables.values():
            if tuple(table.primary_key) == (column,):
                yield column, str(value), table
