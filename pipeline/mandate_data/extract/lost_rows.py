"""What could not be read: while rows are missing for it, nothing can be told of what would follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mandate_data.extract.errata import Erratum, explains
from mandate_data.findings.finding import Finding
from mandate_data.findings.registry import Check

TAKES_NOTHING = frozenset(
    {
        "contradiction",
        "edition-draft",
        "erratum-stale",
        "list-item-twice",
        "list-ordinal",
        "note-out-of-order",
        "row-twice",
        "value-unsourced",
        "waiver-stale",
    }
)
"""Errors of extraction for which no row or value is missing."""


def losses(findings: Iterable[Finding], errata: Sequence[Erratum], checks: Mapping[str, Check]) -> list[Finding]:
    """The errors of extraction for which rows or values may be missing; what an erratum explains is none."""
    return [
        one
        for one in findings
        if one.severity == "error"
        and one.code not in TAKES_NOTHING
        and checks[one.code].stage == "extract"
        and not any(_is_explained(one, erratum) for erratum in errata)
    ]


def without_lost(errata: Sequence[Erratum], lost: Iterable[Finding]) -> list[Erratum]:
    """The errata but those on rows of which something could not be read."""
    rows = {(one.table, one.row_key) for one in lost}
    return [one for one in errata if (one.table, one.row_key) not in rows]


def _is_explained(one: Finding, erratum: Erratum) -> bool:
    printed = (erratum.as_printed, erratum.published or "")
    return explains(one, erratum.table, erratum.row_key, erratum.field, printed)
