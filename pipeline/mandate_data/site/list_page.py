"""Pages that list the rows of a table: one sortable table of those with linked rows, then those without."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mandate_data.extract.countries import all_countries
from mandate_data.package.row_titles import NAMING, RowId
from mandate_data.package.tables import Table
from mandate_data.package.value_words import in_words
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.linked_rows import LinkedTable, linked_rows
from mandate_data.site.page_addresses import slug
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.row_cells import Link, row_link
from mandate_data.site.row_pages import Page
from mandate_data.site.site_settings import ListPage, Members


@dataclass(frozen=True, slots=True)
class Group:
    """Rows without linked rows, by region: `total` is how many there are with and without; 0 where that is unknown."""

    heading: str
    total: int
    regions: Mapping[str, Sequence[tuple[str, Link]]]

    @property
    def count(self) -> int:
        return sum(map(len, self.regions.values()))


def list_page(catalogue: Catalogue, queries: Queries, page: ListPage) -> Page:
    """The rows of a table with what is linked to each; then those without, by status and region if countries."""
    linked = [(row_id, linked_rows(catalogue, row_id, page.linked)) for row_id, _ in catalogue.of(page.table)]
    having = {row_id: rows for row_id, rows in linked if rows.cells}
    columns = [one for name in page.columns if (one := catalogue.column(page.table, name))]
    rows = [
        {
            "anchor": f"row-{slug(row_id[1])}",
            "title": catalogue.title(row_id),
            "link": row_link(catalogue, row_id),
            "values": [in_words(catalogue.rows[row_id][one.name], one) for one in columns],
            "linked": _joined(found),
            "count": len(found.cells),
        }
        for row_id, found in having.items()
    ]
    groups = lacking_groups(catalogue, page, set(having))
    content = {
        "text": _filled(queries, page.text, page),
        "having": page.having,
        "lacking": page.lacking,
        "lacking_heading": _filled(queries, page.lacking.heading, page) if page.lacking else "",
        "lacking_text": _filled(queries, page.lacking.text, page) if page.lacking else "",
        "row_title": _title_of_names(catalogue.tables[page.table]),
        "heads": [one.title for one in columns],
        "linked_title": page.linked.heading,
        "linked_heads": next(iter(having.values())).heads if having else [],
        "rows": sorted(rows, key=lambda one: str(one["title"])),
        "groups": groups,
    }
    return Page(page.path, "list", page.title, content, _filled(queries, page.text, page) or page.title)


def lacking_groups(catalogue: Catalogue, page: ListPage, having: set[RowId]) -> list[Group]:
    """The rows to which nothing is linked; of the whole world, those with no row, too."""
    if not page.lacking:
        return []
    if not page.lacking.whole_world:
        links = [(one[1], row_link(catalogue, one)) for one, _ in catalogue.of(page.table) if one not in having]
        return [Group("", 0, {"": links})] if links else []
    members = page.lacking.members or Members({}, {"": ""})
    codes: dict[str, list[str]] = defaultdict(list)
    for code in all_countries():
        codes[members.status.get(code, "")].append(code)
    return [
        Group(heading, len(codes[status]) if members.status else 0,
              _by_region(catalogue, page.table, [one for one in codes[status] if (page.table, one) not in having]))
        for status, heading in members.headings.items()
    ]  # fmt: skip


def _by_region(catalogue: Catalogue, table: str, codes: Sequence[str]) -> dict[str, list[tuple[str, Link]]]:
    countries, regions = all_countries(), defaultdict[str, list[tuple[str, Link]]](list)
    for code in sorted(codes, key=lambda one: (countries[one].region or "Elsewhere", countries[one].name)):
        path = catalogue.page((table, code)) if (table, code) in catalogue.rows else ""
        regions[countries[code].region or "Elsewhere"].append((code, Link(countries[code].name, path)))
    return regions


def _joined(found: LinkedTable) -> list[list[Link]]:
    """The cells of each column of linked rows together, one for each row: those of a row are side by side."""
    return [list(column) for column in zip(*found.cells, strict=True)]


def _title_of_names(table: Table) -> str:
    """The title of the column that names the rows; that of the table if there is none."""
    return next((table.columns[name].title for name in NAMING if name in table.columns), table.title)


def _filled(queries: Queries, text: str, page: ListPage) -> str:
    """A text with the values of the page; empty where the release can't tell them."""
    wanted = {name: query for name, query in page.values.items() if f"{{{name}}}" in text}
    try:
        return queries.filled(text, wanted, page.where)
    except NotInReleaseError:
        return ""
