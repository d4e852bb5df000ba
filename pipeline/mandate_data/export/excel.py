"""Excel: a workbook with a data dictionary and one sheet per table. Needs the extra `dist`.

Cells are text or numbers, never formulas or links, whatever they hold.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from mandate_data.package.tables import Package, Table

LONGEST_NAME = 31  # characters of a sheet's name, which Excel allows
WIDEST, NARROWEST = 60, 8  # characters of a column
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DICTIONARY = ("table", "column", "title", "type", "required", "key", "refers to", "allowed values", "description")


def write_workbook(package: Package, path: Path) -> None:
    """Write a new workbook; its date is that of the release."""
    with xlsxwriter.Workbook(str(path), PLAIN) as workbook:
        created = datetime.fromisoformat(str(package.metadata["created"]).removesuffix("Z"))
        title, version = str(package.metadata["title"]), str(package.metadata["version"])
        workbook.set_properties({"title": title, "comments": f"Version {version}", "created": created})
        bold = workbook.add_format({"bold": True})
        _write_sheet(workbook, bold, "dictionary", DICTIONARY, [_entry(*item) for item in _described(package)])
        for table in package.tables.values():
            rows = [[_cell(row[name], kind) for name, kind in table.types.items()] for row in table.cells]
            _write_sheet(workbook, bold, table.name[:LONGEST_NAME], tuple(table.columns), rows)


def _write_sheet(workbook: Any, bold: Any, name: str, header: tuple[str, ...], rows: list[list[Any]]) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.write_row(0, 0, header, bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell)
            elif cell not in (None, ""):
                sheet.write_number(number, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)
    for column, label in enumerate(header):
        longest = max([len(label), *(len(str(row[column])) for row in rows if row[column] is not None)])
        sheet.set_column(column, column, min(max(longest + 1, NARROWEST), WIDEST))


def _described(package: Package) -> list[tuple[Table, str]]:
    return [(table, column) for table in package.tables.values() for column in table.columns]


def _entry(table: Table, column: str) -> list[Any]:
    described = table.columns[column]
    constraints = described.constraints
    targets = [
        f"{key.resource or table.name}.{key.reference_fields[key.fields.index(column)]}"
        for key in table.foreign_keys
        if column in key.fields
    ]
    return [
        table.name,
        column,
        described.title,
        described.type,
        "yes" if constraints.get("required") else "",
        "yes" if column in table.primary_key else "",
        ", ".join(targets),
        ", ".join(map(str, constraints.get("enum", []))),
        described.description,
    ]


def _cell(cell: str, kind: str) -> str | float | None:
    if cell == "":
        return None
    return float(cell) if kind in ("integer", "number") else cell
