"""Excel: a workbook with a data dictionary and one sheet per table. Needs the extra `dist`.

Cells are text or numbers, never formulas or links, whatever they hold.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from mandate_data.package.read import ReadPackage, ReadTable

LONGEST_NAME = 31  # characters of a sheet's name, which Excel allows
WIDEST, NARROWEST = 60, 8  # characters of a column
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
DICTIONARY = ("table", "column", "title", "type", "required", "key", "refers to", "allowed values", "description")


def write_workbook(package: ReadPackage, path: Path) -> None:
    """Write a new workbook; its date is that of the release."""
    with xlsxwriter.Workbook(str(path), PLAIN) as workbook:
        created = datetime.fromisoformat(str(package.properties["created"]).removesuffix("Z"))
        title, version = str(package.properties["title"]), str(package.properties["version"])
        workbook.set_properties({"title": title, "comments": f"Version {version}", "created": created})
        bold = workbook.add_format({"bold": True})
        _write_sheet(workbook, bold, "dictionary", DICTIONARY, [_entry(*item) for item in _described(package)])
        for table in package.tables.values():
            kinds = [field["type"] for field in table.fields.values()]
            rows = [[_cell(cell, kind) for cell, kind in zip(row.values(), kinds, strict=True)] for row in table.rows]
            _write_sheet(workbook, bold, table.name[:LONGEST_NAME], tuple(table.fields), rows)


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


def _described(package: ReadPackage) -> list[tuple[ReadTable, str]]:
    return [(table, column) for table in package.tables.values() for column in table.fields]


def _entry(table: ReadTable, column: str) -> list[Any]:
    field = table.fields[column]
    constraints = field.get("constraints", {})
    targets = [
        f"{key['reference']['resource'] or table.name}.{key['reference']['fields'][key['fields'].index(column)]}"
        for key in table.schema.get("foreignKeys", [])
        if column in key["fields"]
    ]
    return [
        table.name,
        column,
        field.get("title", ""),
        field["type"],
        "yes" if constraints.get("required") else "",
        "yes" if column in table.primary_key else "",
        ", ".join(targets),
        ", ".join(map(str, constraints.get("enum", []))),
        field.get("description", ""),
    ]


def _cell(cell: str, kind: str) -> str | float | None:
    if cell == "":
        return None
    return float(cell) if kind in ("integer", "number") else cell
