"""The cells of a row as they are shown: in words, with links, and with how each value came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from mandate_data.package.addresses import Address, as_address
from mandate_data.package.row_titles import Row, RowId
from mandate_data.package.tables import Column, Table
from mandate_data.package.value_words import in_words, is_number, source_name
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place, origin_of, place_of
from mandate_data.site.page_addresses import line_of, table_page

HOW = {
    "printed": ("printed", "printed in"),
    "normalised": ("read from the source", "read from"),
    "derived": ("follows from other values", "follows from"),
    "referenced": ("from a reference list", "looked up by"),
    "assigned": ("set by us", "set by us for"),
    "corrected": ("corrected", "corrected; printed in"),
}
"""The kinds of `provenance` in words: alone, and before what the value comes from."""


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a page; to none where `path` is empty."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Origin:
    """How a value came about: its kind, the rule with its text, and the rows or lines that it comes from."""

    kind: str
    rule: Link | None
    means: str
    sources: Sequence[Link]

    @property
    def words(self) -> str:
        """How it came about, as a text that its sources follow, if it has any."""
        alone, before = HOW[self.kind]
        return before if self.sources else alone


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: `value` as published, `shown` in words or as the name of the row it refers to.

    `where` is the address of the value on the page of its row, `target` that of the row it refers to.
    """

    column: Column
    value: str
    shown: str
    where: str
    target: str
    flagged: bool
    number: bool
    origins: Sequence[Origin]


def cells(catalogue: Catalogue, row_id: RowId, table: Table) -> list[Cell]:
    """The cells of a row in their order."""
    flagged = {one["field"] for one in catalogue.errata.get(row_id, ())}
    addresses: dict[str, list[Address]] = defaultdict(list)
    for one in catalogue.addresses.get(row_id, ()):
        addresses[one.column].append(one)
    page = catalogue.page(row_id)
    return [
        _cell(catalogue, row_id, column, page, column.name in flagged, addresses[column.name])
        for column in table.columns.values()
    ]


def _cell(
    catalogue: Catalogue,
    row_id: RowId,
    column: Column,
    page: str,
    flagged: bool,
    addresses: Sequence[Address],
) -> Cell:
    value, target = catalogue.rows[row_id][column.name], catalogue.target(row_id, column.name)
    target = _named_by_erratum(catalogue, row_id, column.name) if row_id[0] == "errata" and not target else target
    target = None if target == row_id else target
    return Cell(
        column=column,
        value=value,
        shown=catalogue.cell_title(target) if target else _in_words(catalogue, row_id, column),
        where=f"{page}#value-{column.name}",
        target=catalogue.page(target) if target else "",
        flagged=flagged,
        number=is_number(column),
        origins=_origins(catalogue, row_id, addresses),
    )


def _named_by_erratum(catalogue: Catalogue, row_id: RowId, column: str) -> RowId | None:
    """The row that an erratum is about, or that the value published instead refers to."""
    row = catalogue.rows[row_id]
    if column == "published":
        return catalogue.titles.published_row(row)
    about = (row["table"], row["row_key"])
    return about if column == "row_key" and about in catalogue.rows and about[0] != "provenance" else None


def _in_words(catalogue: Catalogue, row_id: RowId, column: Column) -> str:
    """A value in words; the table and the column that an erratum names, by their titles."""
    row = catalogue.rows[row_id]
    if row_id[0] == "errata" and row["table"] in catalogue.tables:
        if column.name == "table":
            return catalogue.tables[row["table"]].title
        if column.name == "field" and (named := catalogue.column(row["table"], row["field"])):
            return named.title
    return in_words(row[column.name], column)


def provenance_address(catalogue: Catalogue, row: Row) -> str:
    """What a row of `provenance` names: a line, or the value from which another follows; empty for a whole table."""
    if place := place_of(as_address(row)):
        return line_of(place)
    origin = (row["from_table"], row["from_row_key"])
    return f"{catalogue.page(origin)}#value-{row['from_field']}" if origin in catalogue.rows else ""


def row_link(catalogue: Catalogue, row_id: RowId) -> Link:
    """A link to the page of a row, with its title."""
    return Link(catalogue.title(row_id), catalogue.page(row_id))


def place_link(place: Place) -> Link:
    """A link to the lines of a place: `Handbook 2016, line 867, page 40`."""
    page = f", page {place.page}" if place.page else ""
    return Link(f"{source_name(place.source)}, {place.lines}{page}", line_of(place))


def _origins(catalogue: Catalogue, row_id: RowId, addresses: Sequence[Address]) -> list[Origin]:
    """How a value came about: the addresses of one kind and rule together."""
    found: dict[tuple[str, str], dict[Link, None]] = defaultdict(dict)
    for one in addresses:
        sources = found[one.kind, one.rule]
        if place := place_of(one):
            sources[place_link(place)] = None
        if origin := origin_of(one):
            sources[_origin_link(catalogue, origin, one.from_column, row_id)] = None
    rules = {rule: catalogue.rows.get(("rules", rule), {}).get("description", "") for _, rule in found}
    return [Origin(kind, _rule_link(catalogue, rule), rules[rule], list(found[kind, rule])) for kind, rule in found]


def _rule_link(catalogue: Catalogue, rule: str) -> Link | None:
    if not rule:
        return None
    return Link(rule, catalogue.page(("rules", rule)) if ("rules", rule) in catalogue.rows else "")


def _origin_link(catalogue: Catalogue, origin: RowId, column: str, row_id: RowId) -> Link:
    table, key = origin
    if origin in catalogue.rows:
        described = catalogue.column(table, column)
        name = described.title if described else column
        of = "" if origin == row_id else f" of {catalogue.title(origin)}"
        return Link(f"{name}{of}", f"{catalogue.page(origin)}#value-{column}")
    title = catalogue.tables[table].title if table in catalogue.tables else table
    return Link(f"{title}: {key}" if key else title, table_page(table) if table in catalogue.tables else "")
