"""The pages of a table: its rows, with titles for columns and names for ids, 500 to a page; its dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mandate_data.package.tables import Table
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import RowId
from mandate_data.site.page_addresses import ROWS_OF_A_PAGE, slug, table_page
from mandate_data.site.row_cells import cells, provenance_address
from mandate_data.site.row_pages import Page
from mandate_data.site.value_words import in_words, is_number

MANY = 5
"""Rows from which on a column with one value is not shown at first."""


def table_pages(catalogue: Catalogue, table: Table) -> Iterator[Page]:
    """The pages of a table, in order."""
    ids = [row_id for row_id, _ in catalogue.of(table.name)]
    count = max(1, -(-len(ids) // ROWS_OF_A_PAGE))
    paths = [table_page(table.name, number) for number in range(1, count + 1)]
    also = [title for title, _ in catalogue.settings.of(table.name).also]
    for number, path in enumerate(paths):
        first = number * ROWS_OF_A_PAGE
        part = ids[first : first + ROWS_OF_A_PAGE]
        content = {
            "table": table,
            "also": also,
            "same": _same(catalogue, table),
            "numbers": [column.name for column in table.columns.values() if is_number(column)],
            "rows": [_row(catalogue, row_id, table) for row_id in part],
            "first": first + 1,
            "last": first + len(part),
            "pages": paths if count > 1 else [],
        }
        title = table.title if number == 0 else f"{table.title}, page {number + 1}"
        yield Page(path, "table", title, content, table.description)


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


def _row(catalogue: Catalogue, row_id: RowId, table: Table) -> Mapping[str, Any]:
    also = [catalogue.filled(template, row_id) for _, template in catalogue.settings.of(table.name).also]
    return {
        "anchor": f"row-{slug(row_id[1])}",
        "more": _more(catalogue, row_id, table),
        "page": catalogue.page(row_id) if table.name != "provenance" else "",
        "cells": _cells(catalogue, row_id, table),
        "also": also,
    }


def _cells(catalogue: Catalogue, row_id: RowId, table: Table) -> list[Mapping[str, Any]]:
    """The value of each cell, how it is shown, where it leads, and whether an erratum touches it."""
    if table.name != "provenance":
        shown: list[Mapping[str, Any]] = [
            {"value": one.value, "shown": one.shown, "where": one.where, "flagged": one.flagged, "number": one.number}
            for one in cells(catalogue, row_id, table)
        ]
        if catalogue.settings.of(table.name).cell_title and table.primary_key == (next(iter(table.columns)),):
            shown[0] = {**shown[0], "shown": catalogue.cell_title(row_id)}
        return shown
    row = catalogue.rows[row_id]
    address = provenance_address(catalogue, row)
    # A table by cell is long: one link in each row will do.
    linked = list(table.columns)[: 1 if catalogue.by_cell else None]
    return [
        {
            "value": row[one.name],
            "shown": in_words(row[one.name], one),
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
