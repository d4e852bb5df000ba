"""Pages of rows: what a row holds, where its values come from, its errors, and the rows that have to do with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.package.row_titles import RowId
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place, place_of
from mandate_data.site.errata_page import erratum
from mandate_data.site.linked_rows import linked_rows, other_rows
from mandate_data.site.page_addresses import line_of, row_in_table
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.row_cells import Link, cells, place_link
from mandate_data.site.row_citation import citation, cited_values, edition, row_files
from mandate_data.site.site_settings import LinkedRows
from mandate_data.site.source_marks import Span, excerpt, line_links, linked, relative_to, snippet

FOLDED = 12
"""Where more rows than this refer to a row, they are folded away."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it lies, what draws it, and with what; `description` is what search engines show of it."""

    path: str
    template: str
    title: str
    content: Mapping[str, Any]
    description: str = ""


def record(catalogue: Catalogue, queries: Queries, row_id: RowId, base: str = "") -> Page:
    """One page per row: its values, the lines they were read from, its errata, and what has to do with it."""
    content = _record(catalogue, queries, row_id, base)
    return Page(
        catalogue.page(row_id), "record", catalogue.title(row_id), content, _description(catalogue, row_id, content)
    )


def _description(catalogue: Catalogue, row_id: RowId, content: Mapping[str, Any]) -> str:
    """A row for a list of search results: its summary and what is linked to it, or else its values."""
    linked = [
        f"{one['shown'].heading}: {len(one['rows'].cells)}" if one["rows"].cells else one["none"].removesuffix(".")
        for one in content["linked"]
    ]
    said = [content["summary"], *linked]
    if not any(said):
        said = [cited_values(catalogue, row_id, content["cells"])]
    return ". ".join(filter(None, [catalogue.title(row_id), *said]))


def sources(catalogue: Catalogue, queries: Queries, base: str = "") -> list[Page]:
    """One page per source: the edition, its citations linked, in the margin what was read from each line."""
    links = line_links(catalogue)
    facts = _facts(catalogue)
    return [_source(catalogue, queries, row_id, links, facts, base) for row_id, _ in catalogue.of("sources")]


def _source(
    catalogue: Catalogue,
    queries: Queries,
    row_id: RowId,
    links: Mapping[tuple[str, int], Sequence[Span]],
    facts: Mapping[tuple[str, int], Sequence[Link]],
    base: str,
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
    content = {**_record(catalogue, queries, row_id, base, referrers=False), "lines": lines}
    title = catalogue.title(row_id)
    return Page(page, "source", title, content, f"The edition of {title}, line by line, with what was read from it")


def _facts(catalogue: Catalogue) -> dict[tuple[str, int], list[Link]]:
    """The rows that were read from each line, by source and line."""
    facts: dict[tuple[str, int], dict[RowId, Link]] = defaultdict(dict)
    for row_id, places in catalogue.places.items():
        if row_id[0] not in ("provenance", "sources") and row_id in catalogue.rows:
            exact = [place for one in catalogue.addresses.get(row_id, ()) if (place := place_of(one))]
            for place in exact or places:
                text = f"{catalogue.tables[row_id[0]].title}: {catalogue.title(row_id)}"
                facts[place.source, place.line][row_id] = Link(text, catalogue.page(row_id))
    return {line: list(found.values()) for line, found in facts.items()}


def _record(catalogue: Catalogue, queries: Queries, row_id: RowId, base: str, referrers: bool = True) -> dict[str, Any]:
    table = catalogue.tables[row_id[0]]
    places = catalogue.places.get(row_id, ())
    shown = cells(catalogue, row_id, table)
    settings = catalogue.settings.of(table.name)
    return {
        "table": table,
        "key": row_id[1],
        "summary": catalogue.summary(row_id),
        "cells": shown,
        "linked": [
            {"shown": one, "rows": linked_rows(catalogue, row_id, one), "none": _none(queries, one)}
            for one in settings.linked
            if one.table in catalogue.tables and referrers
        ],
        "evidence": (evidence := [_evidence(catalogue, place, row_id) for place in places]),
        "marked": any("<mark" in line.html for one in evidence for line in one["lines"]),
        "by_cell": catalogue.by_cell,
        "sources": _sources_that_say_so(catalogue, row_id),
        "errata": [erratum(catalogue, one) for one in catalogue.errata.get(row_id, ())],
        "findings": [one for one in catalogue.findings if (one["table"], one["row_key"]) == row_id],
        "checks": catalogue.settings.checks,
        "related": other_rows(catalogue, row_id) if referrers else {},
        "folded": FOLDED,
        "anchor": row_in_table(row_id, catalogue.positions[row_id]),
        "cite": citation(catalogue, row_id, shown, places, base),
        "files": row_files(catalogue, row_id),
    }


def _none(queries: Queries, linked: LinkedRows) -> str:
    """What is said where nothing is linked; nothing, where the release can't tell the values in it."""
    try:
        return queries.filled(linked.none, linked.values, linked.where)
    except NotInReleaseError:
        return ""


def _evidence(catalogue: Catalogue, place: Place, row_id: RowId) -> dict[str, Any]:
    lines = excerpt(catalogue, place, row_id)
    return {
        "link": place_link(place),
        "edition": edition(catalogue, place.source),
        "address": line_of(place),
        "lines": lines,
        "snippet": snippet(catalogue, place, row_id),
    }


def _sources_that_say_so(catalogue: Catalogue, row_id: RowId) -> int:
    """How many sources print one and the same value of a row; 0 where the release doesn't know."""
    stating: dict[str, set[str]] = defaultdict(set)
    for one in catalogue.addresses.get(row_id, ()):
        if one.line and one.kind != "assigned" and not one.from_table:
            stating[one.column].add(one.source)
    return max(map(len, stating.values()), default=0)
