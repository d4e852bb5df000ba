"""Ids that no row has, as that of a person whom no source names: one finding each, at the first row that has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mandate_data.extract.extraction_guide import Guide
from mandate_data.extract.merge import Merged
from mandate_data.extract.records import CellName
from mandate_data.extract.reference_lists import REFERENCE_LISTS
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package

CHECK = "id-unknown"
FOREIGN_KEY = "contract-foreign-key"


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
        yield merged.finding(code, name, key, column, value, resource=resource, **more)


def _place(merged: Merged, table: str, key: str) -> tuple[str, int, int]:
    place = merged.place_of(table, key)
    return (place.source_id, place.line, place.start) if place else ("", 0, 0)


def without_told(findings: Iterable[Finding], told: Iterable[Finding], contract: Package) -> list[Finding]:
    """Findings on a package but those that only repeat, of its foreign keys, which ids are unknown."""
    said = {
        f'values "{one.value}" not found in the lookup table "{contract.tables[one.table].references[one.field][0]}"'
        for one in told
        if one.code == CHECK
    }
    return [one for one in findings if one.code != FOREIGN_KEY or not any(words in one.message for words in said)]
