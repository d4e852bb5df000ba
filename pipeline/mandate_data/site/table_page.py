"""The pages of a table: its rows, with titles for columns and names for ids, 500 to a page; its dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from mandate_data.package.row_titles import RowId
from mandate_data.package.tables import Table
from mandate_data.package.value_words import in_words, is_number, source_name
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.page_addresses import ROWS_OF_A_PAGE, slug, table_page
from mandate_data.site.row_cells import cells, provenance_address
from mandate_data.site.row_pages import Page

CODE = ("query",)
"""Columns of claims that are not shown at first: few people read them."""
MANY = 5
"""Rows from which on a column with one value is not shown at first."""
WIDE = 10
"""Columns from which on those that are empty in four of five rows are not shown at first."""


def table_pages(catalogue: Catalogue, table: Table) -> Iterator[Page]:
    """The pages of a table, in order."""
    ids = [row_id for row_id, _ in catalogue.of(table.name)]
    count = max(1, -(-len(ids) // ROWS_OF_A_PAGE))
    paths = [table_page(table.name, number) for number in range(1, count + 1)]
    also = [title for title, _ in catalogue.settings.of(table.name).also]
    for number, path in enumerate(paths):
        first = number * ROWS_OF_A_PAGE
        part = ids[first : first + ROWS_OF_A_PAGE]
        repeated = _repeated(catalogue, table)
        content = {
            "table": table,
            "also": also,
            "same": _same(catalogue, table),
            "sparse": _sparse(table),
            "code": [name for name in CODE if table.name == "claims" and name in table.columns],
            "repeated": repeated,
            "numbers": [column.name for column in table.columns.values() if is_number(column)],
            "rows": [_row(catalogue, row_id, table, repeated) for row_id in part],
            "first": first + 1,
            "last": first + len(part),
            "pages": paths if count > 1 else [],
        }
        title = table.title if number == 0 else f"{table.title}, page {number + 1}"
        yield Page(path, "table", title, content, table.description)


def _is_headed_by_key(table: Table) -> bool:
    """Whether the first column is the key: it then shows what the row is called, and the key is its value in files.

    A key that is that of another table, such as the symbol of a report, stays as it is.
    """
    first = next(iter(table.columns))
    return table.primary_key == (first,) and first not in table.references


def _repeated(catalogue: Catalogue, table: Table) -> Set[str]:
    """The columns that say what the first column already shows in every row."""
    if not _is_headed_by_key(table) or not table.cells:
        return set()
    rows = [(catalogue.cell_title(row_id), row) for row_id, row in catalogue.of(table.name)]
    return {name for name in list(table.columns)[1:] if all(row[name] == title for title, row in rows)}


def _same(catalogue: Catalogue, table: Table) -> Mapping[str, str]:
    """The columns that have one value in all of many rows, with this value as it is shown: they say little per row."""
    if len(table.cells) < MANY or table.name == "provenance":
        return {}
    first = next(iter(catalogue.of(table.name)))[0]
    shown = {one.column.name: one.shown for one in cells(catalogue, first, table)}
    return {
        name: shown[name]
        for name in table.columns
        if shown[name] and name not in table.primary_key and len({row[name] for row in table.cells}) == 1
    }


def _sparse(table: Table) -> Sequence[str]:
    """The columns of a wide table that are empty in more than four of five rows: the others then fit on a screen."""
    if len(table.columns) < WIDE or len(table.cells) < MANY or table.name == "provenance":
        return []
    filled = {name: sum(bool(row[name]) for row in table.cells) for name in table.columns}
    return [name for name, count in filled.items() if 0 < 5 * count < len(table.cells)]


def _row(catalogue: Catalogue, row_id: RowId, table: Table, repeated: Set[str]) -> Mapping[str, Any]:
    also = [catalogue.filled(template, row_id) for _, template in catalogue.settings.of(table.name).also]
    return {
        "anchor": f"row-{slug(row_id[1])}",
        "more": _more(catalogue, row_id, table),
        "page": catalogue.page(row_id) if table.name != "provenance" else "",
        "cells": _cells(catalogue, row_id, table, repeated),
        "also": also,
    }


def _cells(catalogue: Catalogue, row_id: RowId, table: Table, repeated: Set[str]) -> list[Mapping[str, Any]]:
    """The value of each cell, how it is shown, where it leads, and whether an erratum touches it.

    The first cell that shows what another column says leads to that value.
    """
    if table.name != "provenance":
        shown: list[Mapping[str, Any]] = [
            {"value": one.value, "shown": one.shown, "where": one.where, "flagged": one.flagged, "number": one.number}
            for one in cells(catalogue, row_id, table)
        ]
        if _is_headed_by_key(table):
            where = next(
                (cell["where"] for cell, name in zip(shown, table.columns, strict=True) if name in repeated), ""
            )
            shown[0] = {**shown[0], "shown": catalogue.cell_title(row_id), "where": where or shown[0]["where"]}
        return shown
    row = catalogue.rows[row_id]
    address = provenance_address(catalogue, row)
    # A table by cell is long: one link in each row will do.
    linked = list(table.columns)[: 1 if catalogue.by_cell else None]
    return [
        {
            "value": row[one.name],
            "shown": source_name(row[one.name]) if one.name == "source_id" else in_words(row[one.name], one),
            "where": address if one.name in linked else "",
            "flagged": False,
            "number": is_number(one),
        }
        for one in table.columns.values()
    ]


def _more(catalogue: Catalogue, row_id: RowId, table: Table) -> str:
    """What a row is also found by: its title, whole names of what it refers to, and that an erratum touches it."""
    if table.name == "provenance":
        return ""
    targets = [catalogue.target(row_id, column) for column in table.columns]
    names = [catalogue.title(row_id), *(catalogue.title(one) for one in targets if one)]
    return " ".join([*dict.fromkeys(names), *(["erratum"] if row_id in catalogue.errata else [])])
