"""Formulas: cells that a spreadsheet would run instead of showing them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from mandate_data.findings import Finding, Location, finding
from mandate_data.package.csv_records import Record
from mandate_data.package.tables import Package, Tables

FORMULA = r"^[ \t\r\n]*(?:=[^=> \t\r\n]|[+@-][=+@-]*[A-Za-z_.]+[(|])"
"""What follows an equals sign, `=1+1`, a call, `+SUM(`, or a command of another program, `-cmd|`, after blanks or none.

A dash or a plus before a number or a word alone is none, nor are `==` and `=>`."""
_FORMULA = re.compile(FORMULA)
_FIRST = frozenset(" \t\r\n=+@-")
"""What a formula begins with: hardly any other text does, and to look at it takes less time than the pattern."""


def check_formulas(tables: Tables, contract: Package) -> list[Finding]:
    """A finding for each cell of our tables, without lines: `locate` adds them."""
    return [
        finding("file-formula", table=name, row_key=contract.tables[name].key_of(row), field=column, value=value)
        for name, rows in tables.items()
        for row in rows
        for column, value in row.items()
        if isinstance(value, str) and value[:1] in _FIRST and _FORMULA.match(value)
    ]


def formulas_in(records: Iterable[Record], columns: Sequence[str], table: str, file: str) -> Iterator[Finding]:
    """A finding for each cell of the records of a file."""
    for record in records:
        for at, cell in enumerate(record.cells):
            if _FORMULA.match(cell):
                column = columns[at] if at < len(columns) else ""
                yield finding("file-formula", Location(file, record.line), table=table, field=column, value=cell)
