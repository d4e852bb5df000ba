"""Ids that no row has, as that of a person whom no source names: one finding for each row that names one."""

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
    """A finding for each id that a row names and no row of its table has, unless it follows from another row's.

    What a guide says its source is about has a finding of its own.
    """
    about = {(column, str(value)) for guide in guides for column, value in guide.about.items()}
    lists = {contract_table.name for name in REFERENCE_LISTS if (contract_table := contract.reference_table(name))}
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
                    yield merged.finding(CHECK, name, key, column, str(value), resource=resource)


def without_told(findings: Iterable[Finding], told: Iterable[Finding], contract: Package) -> list[Finding]:
    """Findings on a package but those that only repeat, of its foreign keys, which ids are unknown."""
    said = {
        f'values "{one.value}" not found in the lookup table "{contract.tables[one.table].references[one.field][0]}"'
        for one in told
        if one.code == CHECK
    }
    return [one for one in findings if one.code != FOREIGN_KEY or not any(words in one.message for words in said)]
