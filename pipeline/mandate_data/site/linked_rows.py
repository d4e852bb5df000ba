"""Rows that have to do with a row: tables of those the project names, and lists of all others that refer to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mandate_data.package.row_titles import RowId
from mandate_data.package.tables import Column
from mandate_data.package.value_words import in_words, is_number, sort_key
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.row_cells import Link, row_link
from mandate_data.site.site_settings import LinkedRows


@dataclass(frozen=True, slots=True)
class LinkedTable:
    """The titles of the columns, what they mean, which hold numbers, and a link or a text for each cell of each row."""

    heads: Sequence[str]
    meanings: Sequence[str]
    numbers: Sequence[bool]
    cells: Sequence[Sequence[Link]]


def linked_rows(catalogue: Catalogue, row_id: RowId, linked: LinkedRows) -> LinkedTable:
    """The rows linked to a row as the project's settings say; columns that a release doesn't have are left out."""
    columns = [column for name in linked.columns if (column := catalogue.column(linked.table, name))]
    return LinkedTable(
        [column.title for column in columns],
        [column.description for column in columns],
        [is_number(column) for column in columns],
        [
            [_cell(catalogue, one, column, column is columns[0]) for column in columns]
            for one in linked_ids(catalogue, row_id, linked)
        ],
    )


def linked_ids(catalogue: Catalogue, row_id: RowId, linked: LinkedRows) -> list[RowId]:
    """The rows linked to a row, in the order that the settings name."""
    found = [one for one in catalogue.referrers.get(row_id, ()) if one[0] == (linked.through or linked.table)]
    if linked.through:
        targets = (
            catalogue.target(one, name) for one in found for name in _references(catalogue, one[0], linked.table)
        )
        found = list(dict.fromkeys(target for target in targets if target))
    if linked.table in catalogue.tables and (column := catalogue.column(linked.table, linked.order_by)):
        found.sort(key=lambda one: sort_key(catalogue.rows[one][column.name], column))
    return found


def other_rows(catalogue: Catalogue, row_id: RowId) -> dict[str, list[Link]]:
    """Rows that refer to a row and are in none of its tables, by the title of their table."""
    tables = {name for one in catalogue.settings.of(row_id[0]).linked for name in (one.table, one.through)}
    found: dict[str, dict[Link, None]] = defaultdict(dict)
    for one in catalogue.referrers.get(row_id, ()):
        if one[0] not in tables and one[0] != "errata":
            for link in _joined(catalogue, one, row_id) or [row_link(catalogue, one)]:
                found[catalogue.tables[one[0]].title][link] = None
    return {title: list(links) for title, links in found.items()}


def _joined(catalogue: Catalogue, row_id: RowId, other: RowId) -> list[Link]:
    """What a row joins with another, if to join rows is all that it does; else nothing."""
    targets = [catalogue.target(row_id, column) for column in catalogue.tables[row_id[0]].primary_key]
    found = [one for one in targets if one and one != other]
    return [row_link(catalogue, one) for one in found] if all(targets) and len(targets) > 1 else []


def _references(catalogue: Catalogue, table: str, to: str) -> list[str]:
    """The columns of a table that refer to another."""
    return [column for column, (target, _) in catalogue.tables[table].references.items() if target == to]


def _is_key(catalogue: Catalogue, row_id: RowId, column: Column) -> bool:
    return catalogue.tables[row_id[0]].primary_key == (column.name,)


def _cell(catalogue: Catalogue, row_id: RowId, column: Column, first: bool) -> Link:
    """A cell in words: a reference as the short title of its row, and so a key that comes first."""
    value, target = catalogue.rows[row_id][column.name], catalogue.target(row_id, column.name)
    if target and target != row_id and not first:
        return Link(catalogue.cell_title(target), catalogue.page(target))
    named = target or (row_id if first and _is_key(catalogue, row_id, column) else None)
    text = catalogue.cell_title(named) if named else in_words(value, column)
    return Link(text, catalogue.page(row_id) if first else "")
