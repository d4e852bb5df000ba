"""Every page of the website, as its address, its template and what the template shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mandate_data.export.metadata.release_description import Model, ReleasedTable
from mandate_data.extract.countries import all_countries
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import RowId
from mandate_data.site.charts import pictures
from mandate_data.site.page_addresses import slug, table_page
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.row_pages import (
    Link,
    Page,
    cells,
    erratum,
    linked_rows,
    provenance_address,
    record,
    row_link,
    sources,
)
from mandate_data.site.site_settings import ListPage


def all_pages(
    catalogue: Catalogue, queries: Queries, releases: Sequence[Mapping[str, Any]], loading: str
) -> Iterator[Page]:
    """Every page. `releases` are what the releases' page shows of each, latest first; `loading` is HTML."""
    yield front(catalogue, queries)
    yield tables_page(catalogue)
    for table in catalogue.tables.values():
        yield table_of_rows(catalogue, table)
    for table_name in catalogue.tables:
        if table_name not in ("provenance", "sources"):
            yield from (record(catalogue, row_id) for row_id, _ in catalogue.of(table_name))
    yield from sources(catalogue)
    for page in listed_pages(catalogue):
        yield list_page(catalogue, queries, page)
    yield errata(catalogue)
    yield Page("releases.html", "releases", "Releases", {"releases": releases})
    yield Page("use.html", "use", "Cite and load the data", {"loading": loading, **_citations(catalogue.model)})
    yield Page("search.html", "search", "Search", {})


def listed_pages(catalogue: Catalogue) -> list[ListPage]:
    """The project's own pages whose tables the release has."""
    return [one for one in catalogue.settings.pages if {one.table, one.linked.table} <= set(catalogue.tables)]


def front(catalogue: Catalogue, queries: Queries) -> Page:
    """The first page: what the release holds, how it fared, and the project's charts."""
    claims = [row for _, row in catalogue.of("claims")]
    failing = {finding["code"] for finding in catalogue.findings if finding["severity"] == "error"}
    content = {
        "highlights": list(_highlights(catalogue, queries)),
        "pictures": pictures(catalogue.settings.charts, queries),
        "rows": sum(table.rows for table in catalogue.tables.values()),
        "checks": len(catalogue.settings.checks),
        "passed": len(catalogue.settings.checks) - len(failing),
        "errata": len(catalogue.of("errata")),
        "claims": len(claims),
        "disagree": sum(row["verdict"] == "disagrees" for row in claims),
        "model": catalogue.model,
    }
    return Page("index.html", "front", catalogue.model.title, content)


def _highlights(catalogue: Catalogue, queries: Queries) -> Iterator[str]:
    """What the project says that the data show, but for what the release doesn't have."""
    for one in catalogue.settings.highlights:
        try:
            yield queries.filled(one.text, one.values, one.where)
        except NotInReleaseError:
            continue


def tables_page(catalogue: Catalogue) -> Page:
    """A list of the tables."""
    return Page("tables/index.html", "tables", "Tables", {"tables": list(catalogue.tables.values())})


def table_of_rows(catalogue: Catalogue, table: ReleasedTable) -> Page:
    """One page per table: all of its rows, and its data dictionary."""
    rows = [
        {"anchor": f"row-{slug(row_id[1])}", "more": _more(catalogue, row_id, table), "cells": shown}
        for row_id, _ in catalogue.of(table.name)
        for shown in [_table_cells(catalogue, row_id, table)]
    ]
    return Page(table_page(table.name), "table", table.title, {"table": table, "rows": rows})


def _table_cells(catalogue: Catalogue, row_id: RowId, table: ReleasedTable) -> list[Mapping[str, Any]]:
    """The value of each cell, where it leads, and whether an erratum touches it."""
    if table.name != "provenance":
        found = cells(catalogue, row_id, table)
        return [{"value": one.value, "where": one.where, "flagged": one.flagged} for one in found]
    row = catalogue.rows[row_id]
    address = provenance_address(catalogue, row)
    # A table by cell is long: one link in each row will do.
    linked = [column.name for column in table.columns][: 1 if catalogue.by_cell else None]
    return [
        {"value": row[one.name], "where": address if one.name in linked else "", "flagged": False}
        for one in table.columns
    ]


def _more(catalogue: Catalogue, row_id: RowId, table: ReleasedTable) -> str:
    """What a row is also found by: names instead of ids, and that an erratum touches it."""
    if table.name == "provenance":
        return ""
    targets = [catalogue.target(row_id, column.name) for column in table.columns]
    names = [catalogue.title(row_id), *(catalogue.title(one) for one in targets if one)]
    return " ".join([*dict.fromkeys(names), *(["erratum"] if row_id in catalogue.errata else [])])


def list_page(catalogue: Catalogue, queries: Queries, page: ListPage) -> Page:
    """The rows of a table with what is linked to each; then those without, by region if they are countries."""
    having: list[dict[str, Any]] = []
    lacking: dict[str, list[Link]] = defaultdict(list)
    for row_id, _ in catalogue.of(page.table):
        linked = linked_rows(catalogue, row_id, page.linked)
        if linked["cells"]:
            having.append({"link": row_link(catalogue, row_id), "rows": linked})
        elif page.lacking and not page.lacking.whole_world:
            lacking[""].append(row_link(catalogue, row_id))
    if page.lacking and page.lacking.whole_world:
        lacking = _rest_of_the_world(catalogue, page.table, {one["link"].path for one in having})
    try:
        text = queries.filled(page.text, page.values, page.where)
    except NotInReleaseError:
        text = ""
    content = {
        "text": text,
        "having": page.having,
        "rows": sorted(having, key=lambda one: str(one["link"].text)),
        "lacking": page.lacking,
        "others": {region: sorted(links, key=lambda one: one.text) for region, links in lacking.items()},
        "count": sum(map(len, lacking.values())),
    }
    return Page(page.path, "list", page.title, content)


def _rest_of_the_world(catalogue: Catalogue, table: str, having: set[str]) -> dict[str, list[Link]]:
    """The countries and areas of M49 that have no page among `having`, by region; a link for those of the table."""
    others: dict[str, list[Link]] = defaultdict(list)
    for code, country in sorted(all_countries().items(), key=lambda item: (item[1].region, item[1].name)):
        page = catalogue.page((table, code)) if (table, code) in catalogue.rows else ""
        if page not in having:
            others[country.region or "Elsewhere"].append(Link(country.name, page))
    return others


def errata(catalogue: Catalogue) -> Page:
    """Where the sources are wrong, or disagree with themselves or each other."""
    claims = catalogue.of("claims")
    listed = [erratum(catalogue, row) for _, row in catalogue.of("errata")]
    disagreeing = [
        {
            "row": row,
            "page": catalogue.page(one),
            "source": row_link(catalogue, ("sources", row["source_id"])),
            "reasons": [found["reason"] for found in catalogue.errata.get(one, ())],
        }
        for one, row in claims
        if row["verdict"] == "disagrees"
    ]
    content = {
        "corrected": [one for one in listed if one["row"]["status"] == "corrected"],
        "flagged": [one for one in listed if one["row"]["status"] == "flagged"],
        "disagreeing": disagreeing,
        "agreeing": [{"row": row, "page": catalogue.page(one)} for one, row in claims if row["verdict"] == "agrees"],
    }
    return Page("errata.html", "errata", "Errors and claims", content)


def _citations(model: Model) -> dict[str, str]:
    who = " and ".join(model.creators)
    apa = f"{who}. ({model.year}). {model.title} (Version {model.version}) [Data set]."
    return {"bibtex": bibtex(model), "apa": apa, "plain": model.citation}


def bibtex(model: Model) -> str:
    """The release as an entry of BibTeX."""
    who = " and ".join(model.creators)
    return f"""@misc{{{model.name}-{model.version},
  author    = {{{{{who}}}}},
  title     = {{{{{model.title}}}}},
  year      = {{{model.year}}},
  version   = {{{model.version}}},
  note      = {{Data set, {model.licence_title}}}
}}
"""
