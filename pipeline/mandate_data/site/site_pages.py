"""Every page of the website, as its address, its template and what the template shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.export.metadata.release_description import ReleaseDescription
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.charts import pictures
from mandate_data.site.errata_page import errata_content
from mandate_data.site.list_page import list_page
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.row_pages import Page, record, sources
from mandate_data.site.site_settings import Highlight, ListPage
from mandate_data.site.table_page import table_pages


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the website to take away: its path, what it is, and its size in bytes."""

    path: str
    title: str
    text: str
    size: int

    @property
    def size_in_words(self) -> str:
        return f"{self.size / 1e6:.1f} MB" if self.size >= 1e6 else f"{max(1, round(self.size / 1e3))} kB"


def all_pages(
    catalogue: Catalogue,
    queries: Queries,
    releases: Sequence[Mapping[str, Any]],
    loading: str,
    downloads: Sequence[Download] = (),
    base: str = "",
) -> Iterator[Page]:
    """Every page. `releases` are what the releases' page shows of each, latest first; `loading` is HTML."""
    yield front(catalogue, queries, downloads)
    tables = list(catalogue.tables.values())
    yield Page("tables/index.html", "tables", "Tables", {"tables": tables}, "All tables of the data set")
    for table in tables:
        yield from table_pages(catalogue, table)
    for table in tables:
        if table.name not in ("provenance", "sources"):
            yield from (record(catalogue, queries, row_id, base) for row_id, _ in catalogue.of(table.name))
    yield from sources(catalogue, queries, base)
    for page in listed_pages(catalogue):
        yield list_page(catalogue, queries, page)
    about = "Where the sources are wrong or contradict each other, and numbers in them that we recomputed"
    yield Page("errata.html", "errata", "Errors and claims", errata_content(catalogue), about)
    yield Page("releases.html", "releases", "Releases", {"releases": releases}, "What changed in each release")
    use = {"loading": loading, "downloads": downloads, **_citations(catalogue.release)}
    yield Page(
        "use.html", "use", "Download, cite and load", use, "Files of the data set, and how to cite and load them"
    )
    yield Page("search.html", "search", "Search", {}, "Search rows, lines of the sources and pages")
    yield Page("404.html", "missing", "Page not found", {}, "This page does not exist")


def listed_pages(catalogue: Catalogue) -> list[ListPage]:
    """The project's own pages whose tables the release has."""
    return [one for one in catalogue.settings.pages if {one.table, one.linked.table} <= set(catalogue.tables)]


def front(catalogue: Catalogue, queries: Queries, downloads: Sequence[Download]) -> Page:
    """The first page: what the data show, ways into them, the project's charts, and what to take along."""
    content = {
        "highlights": list(_highlights(catalogue, queries)),
        "entries": list(_entries(catalogue, queries)),
        "pictures": pictures(catalogue.settings.charts, queries),
        "downloads": downloads,
        "described": catalogue.release,
    }
    return Page("index.html", "front", catalogue.release.title, content, catalogue.release.description)


def _highlights(catalogue: Catalogue, queries: Queries) -> Iterator[Mapping[str, Any]]:
    """What the project says that the data show, but for what the release doesn't have."""
    for one in catalogue.settings.highlights:
        try:
            text = queries.filled(one.text, one.values, one.where)
            yield {"text": text, "number": _number(queries, one), "link": one.link}
        except NotInReleaseError:
            continue


def _number(queries: Queries, highlight: Highlight) -> str:
    found = queries.column(highlight.number, highlight.where) if highlight.number else []
    return str(found[0]) if found else ""


def _entries(catalogue: Catalogue, queries: Queries) -> Iterator[Mapping[str, Any]]:
    for one in catalogue.settings.entries:
        try:
            count = next(iter(queries.column(one.count, one.where)), 0)
        except NotInReleaseError:
            continue
        yield {"title": one.title, "text": one.text, "path": one.path, "count": f"{count:,}"}


def _citations(release: ReleaseDescription) -> dict[str, str]:
    who = " and ".join(release.creators)
    apa = f"{who}. ({release.year}). {release.title} (Version {release.version}) [Data set]."
    return {"bibtex": bibtex(release), "apa": apa, "plain": release.citation}


def bibtex(release: ReleaseDescription) -> str:
    """The release as an entry of BibTeX."""
    who = " and ".join(release.creators)
    return f"""@misc{{{release.name}-{release.version},
  author    = {{{{{who}}}}},
  title     = {{{{{release.title}}}}},
  year      = {{{release.year}}},
  version   = {{{release.version}}},
  note      = {{Data set, {release.licence_title}}}
}}
"""
