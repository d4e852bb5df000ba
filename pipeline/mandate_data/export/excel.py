"""Excel: a workbook with licence, citation, joined views, dictionary and a sheet per table. Needs the extra `dist`.

Cells are text or numbers, never formulas or links, whatever they hold.
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any

import xlsxwriter

from mandate_data.export.dictionary import ABOUT, DICTIONARY, about, dictionary
from mandate_data.package.query_limits import ask
from mandate_data.package.sqlite import quoted, write_database
from mandate_data.package.tables import Package, Table

LONGEST_TEXT = 32_767  # characters of a cell
CUT = " […]"  # what a longer one ends in
MOST_KEPT = LONGEST_TEXT - len(CUT)
EXACT_DIGITS = 15  # of a number
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")
LONGEST_NAME = 31  # characters of a sheet's name, which Excel allows
WIDEST, NARROWEST = 60, 8  # characters of a column
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_workbook(package: Package, path: Path, views: Mapping[str, str] = MappingProxyType({})) -> None:
    """Write a new workbook; its date is that of the release. Each of the `views`, a query, becomes a sheet.

    A view of tables or columns that the package does not have is left out.
    """
    with xlsxwriter.Workbook(str(path), PLAIN) as workbook:
        created = datetime.fromisoformat(str(package.metadata["created"]).removesuffix("Z"))
        title, version = str(package.metadata["title"]), str(package.metadata["version"])
        workbook.set_properties({"title": title, "comments": f"Version {version}", "created": created})
        bold = workbook.add_format({"bold": True, "bottom": 1, "bg_color": "#E6F0F9"})
        _write_sheet(workbook, bold, "about", ABOUT, about(package))
        names = sheet_names(package)
        for name, (header, rows) in _joined(package, views).items():
            _write_sheet(workbook, bold, name, header, rows)
        _write_sheet(workbook, bold, "dictionary", DICTIONARY, dictionary(package))
        for table in package.tables.values():
            rows = [[_cell(row[name], kind) for name, kind in table.types.items()] for row in table.cells]
            _write_sheet(workbook, bold, names[table.name], tuple(table.columns), rows)


def _joined(package: Package, views: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], list[list[Any]]]]:
    """The rows of each view, under a name that no table has."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "views.sqlite"
        write_database(package, path, views)
        with closing(sqlite3.connect(path)) as database:
            kept = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
            for name in sorted(kept & set(views)):
                header, rows = ask(database, f"SELECT * FROM {quoted(name)}", f"the view {name}")
                sheet = name if name not in package.tables else f"{name} joined"
                found[sheet[:LONGEST_NAME]] = (header, [list(row) for row in rows])
    return found


def _write_sheet(workbook: Any, bold: Any, name: str, header: tuple[str, ...], rows: list[list[Any]]) -> None:
    sheet = workbook.add_worksheet(name)
    sheet.write_row(0, 0, header, bold)
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            if isinstance(cell, str) and cell:
                sheet.write_string(number, column, cell if len(cell) <= LONGEST_TEXT else f"{cell[:MOST_KEPT]}{CUT}")
            elif cell not in (None, ""):
                sheet.write_number(number, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)
    for column, label in enumerate(header):
        longest = max([len(label), *(len(str(row[column])) for row in rows if row[column] is not None)])
        sheet.set_column(column, column, min(max(longest + 1, NARROWEST), WIDEST))


def cut_columns(table: Table) -> list[str]:
    """The columns that have a text of more characters than a cell holds, which is cut."""
    return [name for name in table.columns if any(len(str(row[name])) > LONGEST_TEXT for row in table.cells)]


def _cell(cell: str, kind: str) -> str | float | None:
    if cell == "":
        return None
    if kind not in ("integer", "number") or sum(character.isdigit() for character in cell) > EXACT_DIGITS:
        return cell  # as text: Excel keeps fifteen digits of a number, and would change the others
    return float(cell) if isfinite(float(cell)) else cell


def sheet_names(package: Package) -> dict[str, str]:
    """The name of each table's sheet: its own, cut to what Excel allows and numbered where another has it."""
    taken, names = {"about", "dictionary"}, {}
    for table in package.tables:
        plain = _FORBIDDEN.sub("_", table)
        name, number = plain[:LONGEST_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain[: LONGEST_NAME - len(str(number)) - 1]}_{number}"
        taken.add(name.casefold())
        names[table] = name
    return names
