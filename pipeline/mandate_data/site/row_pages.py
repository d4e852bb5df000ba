"""Pages of rows: what a row holds, where its values come from, its errors, and the rows that have to do with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.export.metadata.release_description import ReleasedColumn, ReleasedTable
from mandate_data.site.catalogue import Catalogue, Row
from mandate_data.site.cell_places import Place, RowId, Statement, place_of
from mandate_data.site.page_addresses import line_of, slug, table_page
from mandate_data.site.site_settings import LinkedRows
from mandate_data.site.source_marks import Span, excerpt, line_links, linked, relative_to

FOLDED = 12
"""Where more rows than this refer to a row, they are folded away."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it lies, what draws it, and with what."""

    path: str
    template: str
    title: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a page; to none where `path` is empty."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Origin:
    """How a value came about: its kind, the rule, and the rows or lines that it comes from."""

    kind: str
    rule: Link | None
    sources: Sequence[Link]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is shown: `where` is the address of what it stands on, `target` that of the row it refers to."""

    column: ReleasedColumn
    value: str
    where: str
    target: str
    target_title: str
    flagged: bool
    origins: Sequence[Origin]


def record(catalogue: Catalogue, row_id: RowId) -> Page:
    """One page per row: its values, the lines that they stand on, its errata, and what has to do with it."""
    return Page(catalogue.page(row_id), "record", catalogue.title(row_id), _record(catalogue, row_id))


def sources(catalogue: Catalogue) -> list[Page]:
    """One page per source: the edition, its citations linked, in the margin what was read from each line."""
    links = line_links(catalogue)
    facts = _facts(catalogue)
    return [_source(catalogue, row_id, links, facts) for row_id, _ in catalogue.of("sources")]


def _source(
    catalogue: Catalogue,
    row_id: RowId,
    links: Mapping[tuple[str, int], Sequence[Span]],
    facts: Mapping[tuple[str, int], Sequence[Link]],
) -> Page:
    name, page = row_id[1], catalogue.page(row_id)
    here = relative_to(page, links)
    lines = [
        {
            "number": number,
            "html": linked(text, here.get((name, number), [])),
            "facts": facts.get((name, number), []),
            "heading": text.startswith("#"),
            "quiet": not text.strip(),
        }
        for number, text in enumerate(catalogue.lines[name], 1)
    ]
    content = {**_record(catalogue, row_id, referrers=False), "lines": lines}
    return Page(page, "source", catalogue.title(row_id), content)


def _facts(catalogue: Catalogue) -> dict[tuple[str, int], list[Link]]:
    """The rows that were read from each line, by source and line."""
    facts: dict[tuple[str, int], dict[RowId, Link]] = defaultdict(dict)
    for row_id, places in catalogue.places.items():
        if row_id[0] not in ("provenance", "sources") and row_id in catalogue.rows:
            exact = [one.place for one in catalogue.statements.get(row_id, ()) if one.place]
            for place in exact or places:
                text = f"{catalogue.tables[row_id[0]].title}: {catalogue.title(row_id)}"
                facts[place.source, place.line][row_id] = Link(text, catalogue.page(row_id))
    return {line: list(found.values()) for line, found in facts.items()}


def _record(catalogue: Catalogue, row_id: RowId, referrers: bool = True) -> dict[str, Any]:
    table = catalogue.tables[row_id[0]]
    places = catalogue.places.get(row_id, ())
    related: dict[str, list[Link]] = defaultdict(list)
    for one in catalogue.referrers.get(row_id, ()) if referrers else ():
        related[catalogue.tables[one[0]].title].append(row_link(catalogue, one))
    return {
        "table": table,
        "key": row_id[1],
        "cells": cells(catalogue, row_id, table),
        "linked": [
            {"shown": one, "rows": linked_rows(catalogue, row_id, one)}
            for one in catalogue.settings.of(table.name).linked
            if one.table in catalogue.tables
        ],
        "evidence": [
            {
                "source": row_link(catalogue, ("sources", place.source)),
                "edition": _edition(catalogue, place.source),
                "address": line_of(place),
                "place": place,
                "lines": excerpt(catalogue, place, row_id),
            }
            for place in places
        ],
        "by_cell": catalogue.by_cell,
        "sources": len({place.source for place in places}),
        "errata": [erratum(catalogue, one) for one in catalogue.errata.get(row_id, ())],
        "findings": [one for one in catalogue.findings if (one["table"], one["row_key"]) == row_id],
        "checks": catalogue.settings.checks,
        "related": dict(related),
        "folded": FOLDED,
        "anchor": f"{table_page(table.name)}#row-{slug(row_id[1])}",
        "cite": _citation(catalogue, row_id, places),
    }


def cells(catalogue: Catalogue, row_id: RowId, table: ReleasedTable) -> list[Cell]:
    """The cells of a row in their order; those of a row of `provenance` lead to the place that it names."""
    row = catalogue.rows[row_id]
    flagged = {one["field"] for one in catalogue.errata.get(row_id, ())}
    statements: dict[str, list[Statement]] = defaultdict(list)
    for one in catalogue.statements.get(row_id, ()):
        statements[one.column].append(one)
    found = []
    for column in table.columns:
        target = catalogue.target(row_id, column.name)
        found.append(
            Cell(
                column=column,
                value=row[column.name],
                where=f"{catalogue.page(row_id)}#value-{column.name}",
                target=catalogue.page(target) if target else "",
                target_title=catalogue.title(target) if target else "",
                flagged=column.name in flagged,
                origins=_origins(catalogue, statements[column.name]),
            )
        )
    return found


def provenance_address(catalogue: Catalogue, row: Row) -> str:
    """What a row of `provenance` names: a line, or the value from which another follows; empty for a whole table."""
    if place := place_of(row):
        return line_of(place)
    origin = (row["from_table"], row["from_row_key"])
    return f"{catalogue.page(origin)}#value-{row['from_field']}" if origin in catalogue.rows else ""


def linked_rows(catalogue: Catalogue, row_id: RowId, linked: LinkedRows) -> dict[str, Any]:
    """A table of the rows linked to a row: the titles of its columns, and a link or a text for each cell."""
    found = [one for one in catalogue.referrers.get(row_id, ()) if one[0] == (linked.through or linked.table)]
    if linked.through:
        targets = (
            catalogue.target(one, name) for one in found for name in _references(catalogue, one[0], linked.table)
        )
        found = list(dict.fromkeys(target for target in targets if target))
    if catalogue.column(linked.table, linked.order_by):
        found.sort(key=lambda one: catalogue.rows[one][linked.order_by])
    columns = [column for name in linked.columns if (column := catalogue.column(linked.table, name))]
    rows = [[_linked_cell(catalogue, one, column, column is columns[0]) for column in columns] for one in found]
    return {"heads": [column.title for column in columns], "cells": rows}


def _references(catalogue: Catalogue, table: str, to: str) -> list[str]:
    """The columns of a table that refer to another."""
    return [one.name for one in catalogue.tables[table].columns if one.refers_to and one.refers_to[0] == to]


def _linked_cell(catalogue: Catalogue, row_id: RowId, column: ReleasedColumn, first: bool) -> Link:
    """A cell in words: a reference as the short title of its row, a code without underscores."""
    value, target = catalogue.rows[row_id][column.name], catalogue.target(row_id, column.name)
    if "enum" in column.constraints:
        value = value.replace("_", " ")
    if target:
        return Link(catalogue.cell_title(target), catalogue.page(target))
    return Link(value, catalogue.page(row_id) if first else "")


def _origins(catalogue: Catalogue, statements: Sequence[Statement]) -> list[Origin]:
    """How a value came about: the statements of one kind and rule together."""
    found: dict[tuple[str, str], dict[Link, None]] = defaultdict(dict)
    for one in statements:
        sources = found[one.kind, one.rule]
        if one.place:
            sources[Link(f"{one.place.source}, {one.place.lines}", line_of(one.place))] = None
        if one.origin:
            sources[_origin_link(catalogue, one.origin, one.origin_column)] = None
    return [Origin(kind, _rule_link(catalogue, rule), list(found[kind, rule])) for kind, rule in found]


def _rule_link(catalogue: Catalogue, rule: str) -> Link | None:
    if not rule:
        return None
    return Link(rule, catalogue.page(("rules", rule)) if ("rules", rule) in catalogue.rows else "")


def _origin_link(catalogue: Catalogue, origin: RowId, column: str) -> Link:
    table, key = origin
    if origin in catalogue.rows:
        return Link(f"{column} of {catalogue.title(origin)}", f"{catalogue.page(origin)}#value-{column}")
    title = catalogue.tables[table].title if table in catalogue.tables else table
    return Link(f"{title}: {key}" if key else title, table_page(table) if table in catalogue.tables else "")


def erratum(catalogue: Catalogue, row: Row) -> dict[str, Any]:
    """An erratum, its page, what it is about, and the lines of the edition that it speaks of."""
    row_id = ("errata", row["erratum_id"])
    return {
        "row": row,
        "page": catalogue.page(row_id),
        "about": _about(catalogue, row),
        "lines": [Link(f"{one.source}, {one.lines}", line_of(one)) for one in catalogue.places.get(row_id, ())],
        "source": row_link(catalogue, ("sources", row["source_id"])),
    }


def _about(catalogue: Catalogue, erratum: Row) -> Link:
    """The row that an erratum speaks of; a link to nowhere where it was left out of the tables."""
    row_id = (erratum["table"], erratum["row_key"])
    title = catalogue.tables[erratum["table"]].title if erratum["table"] in catalogue.tables else erratum["table"]
    if row_id not in catalogue.rows:
        return Link(f"{title}: {erratum['row_key']}", "")
    return Link(f"{title}: {catalogue.title(row_id)}", catalogue.page(row_id) if row_id[0] != "provenance" else "")


def row_link(catalogue: Catalogue, row_id: RowId) -> Link:
    """A link to the page of a row, with its title."""
    return Link(catalogue.title(row_id), catalogue.page(row_id))


def _edition(catalogue: Catalogue, source: str) -> str:
    """What lines are counted in: an abridged edition of ours has lines of its own."""
    abridged = catalogue.rows["sources", source].get("edition") == "abridged"
    return "our abridged edition of" if abridged else "the full text of"


def _citation(catalogue: Catalogue, row_id: RowId, places: Sequence[Place]) -> str:
    read = [f"{place.lines} of {_edition(catalogue, place.source)} {place.source}" for place in places]
    origin = f"; read from {' and '.join(read)}" if read else ""
    return f"{catalogue.model.citation} Table {row_id[0]}, row {row_id[1]}{origin}."
