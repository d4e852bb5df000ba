"""Ids that no row has, as that of a person whom no source names: one finding each, at the first row that has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mandate_data.documents import Place
from mandate_data.extract.extraction_guide import Guide
from mandate_data.extract.guide_places import places_of
from mandate_data.extract.guide_values import REFUSED
from mandate_data.extract.merge import Merged
from mandate_data.extract.records import CellName
from mandate_data.extract.reference_lists import REFERENCE_LISTS
from mandate_data.findings.finding import Finding, Location
from mandate_data.package.tables import Package, Table

CHECK = "id-unknown"
FOREIGN_KEY = "contract-foreign-key"
OF_CELLS = ("contract-constraint-error", "contract-type-error")


def check_row_ids(merged: Merged, contract: Package, guides: Sequence[Guide]) -> Iterator[Finding]:
    """A finding for each id that rows name and no row of its table has, on the first of them; what follows from another
    row is no matter of it.

    What a guide says its source is about has a finding of its own.
    """
    about = {(column, str(value)) for guide in guides for column, value in guide.about.items()}
    lists = {table.name for name in REFERENCE_LISTS if (table := contract.reference_table(name))}
    unknown: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for name, rows in merged.rows.items():
        for column, (resource, there) in contract.tables[name].references.items():
            if resource in lists or resource not in merged.rows or contract.tables[resource].primary_key != (there,):
                continue
            for key, row in rows.items():
                value = row.get(column)
                if value is None or str(value) in merged.rows[resource] or (column, str(value)) in about:
                    continue
                kinds = {one.kind for one in merged.evidence.get(CellName(name, key, column), ())}
                if kinds != {"derived"}:
                    unknown.setdefault((column, str(value), resource), []).append((name, key))
    for (column, value, resource), named in unknown.items():
        name, key = min(named, key=lambda one: _place(merged, *one))
        code, more = (f"{CHECK}/several", {"count": len(named)}) if len(named) > 1 else (CHECK, {})
        found = merged.finding(code, name, key, column, value, resource=resource, **more)
        place = merged.place_of(name, key)
        at = [one for guide in guides for one in _said(guide, place, contract.tables[name], column, value)]
        yield found.at(at[0]) if at else found


def _said(guide: Guide, place: Place | None, table: Table, column: str, value: str) -> list[Location]:
    """Where the guide of the source that a row is read from gives it an id."""
    is_own = place is not None and guide.path.parent.name == place.source_id
    return places_of(guide.path, table, column, value) if is_own else []


def _place(merged: Merged, table: str, key: str) -> tuple[str, int, int]:
    place = merged.place_of(table, key)
    return (place.source_id, place.line, place.start) if place else ("", 0, 0)


def without_told(findings: Iterable[Finding], told: Iterable[Finding], contract: Package) -> list[Finding]:
    """Findings on a package but those that only repeat which ids are unknown, or which values of guides can't be."""
    said: set[str] = set()
    cells: set[tuple[str, str]] = set()
    for one in told:
        if one.code in (CHECK, REFUSED):
            resource, _ = contract.tables[one.table].references.get(one.field, ("", ""))
            said.add(f'values "{one.value}" not found in the lookup table "{resource}"')
        if one.code == REFUSED:
            cells.add((one.field, one.value))
    return [
        one
        for one in findings
        if not (one.code == FOREIGN_KEY and any(words in one.message for words in said))
        and not (one.code in OF_CELLS and (one.field, one.value) in cells)
    ]
