"""Safeguarding: no table may hold a caption, an image credit, or a child's name or age."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mandate_data.child_privacy import may_identify
from mandate_data.findings import Finding, finding
from mandate_data.package.tables import Package, Tables


def check_safeguarding(tables: Tables, contract: Package) -> list[Finding]:
    """A finding for each text that may identify a child. The text itself is not repeated."""
    texts = {value for rows in tables.values() for row in rows for value in row.values() if isinstance(value, str)}
    identifying = {text for text in texts if may_identify(text)}
    if not identifying:
        return []
    return [
        finding("child-identifiable", table=name, row_key=contract.tables[name].key_of(row), field=column)
        for name, rows in tables.items()
        for row in rows
        for column, value in row.items()
        if isinstance(value, str) and value in identifying
    ]


def discreet(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, without a text that may identify a child: other checks quote the cell that they complain of."""
    withheld = finding("child-identifiable/withheld").message
    return [
        replace(one, value="", message=withheld)
        if any(may_identify(text) for text in (one.value, *re.split("['\"]", one.message), one.message))
        else one
        for one in findings
    ]
