"""What the search page looks through: pages, every row but for provenance, countries, and the lines of the editions."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files

from mandate_data.extract.reference_lists import COUNTRIES
from mandate_data.package.row_titles import RowId
from mandate_data.package.tables import Column, Table
from mandate_data.package.value_words import in_words, source_name
from mandate_data.printable import printable_values
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place
from mandate_data.site.list_page import lacking_groups
from mandate_data.site.page_addresses import line_of
from mandate_data.site.release_queries import NotInReleaseError, Queries
from mandate_data.site.row_citation import edition
from mandate_data.site.site_pages import listed_pages

Entry = tuple[str, str, int, str, str, str, str]
"""Address, kind, rank, title, further words, text, and what finds it but is not shown: ids and codes."""
LINE, ROW, ENTITY, PAGE = range(4)
"""Ranks: what has a higher one is found first."""
NOT_WORDS = {("claims", "query"), ("errata", "table"), ("errata", "row_key"), ("errata", "field")}
PAGES: tuple[Entry, ...] = (
    ("errata.html", "Page", PAGE, "Errors and claims",
     "error erratum errata corrigendum mistakes claims contradictions wrong corrected flagged",
     "What is printed, what is published, and why", ""),
    ("releases.html", "Page", PAGE, "Releases", "versions changelog history differences checksums what changed",
     "What changed in each release", ""),
    ("use.html", "Page", PAGE, "Download, cite and load",
     "download excel xlsx sqlite database zip parquet csv json file dataset spreadsheet citation BibTeX APA licence "
     "Python R SQL pandas", "Excel, SQLite, zip and Parquet; how to cite and load them", ""),
    ("tables/index.html", "Page", PAGE, "Tables", "all data csv json rows dictionary columns", "A list of all tables",
     ""),
)  # fmt: skip


def search_data(catalogue: Catalogue, queries: Queries) -> bytes:
    """A script that sets `window.SEARCH_DATA` to the entries of the index (a folder gives no JSON)."""
    listed = [(one.path, "Page", PAGE, one.title, one.search, "", "") for one in listed_pages(catalogue)]
    tables = [
        (f"tables/{one.name}.html", "Table", ENTITY, one.title, f"table {one.name}", one.description, "")
        for one in catalogue.tables.values()
    ]
    rows = [
        _row(catalogue, row_id)
        for table in catalogue.tables.values()
        if table.name != "provenance"
        for row_id, _ in catalogue.of(table.name)
    ]
    text = json.dumps(
        printable_values([*listed, *PAGES, *tables, *rows, *_world(catalogue, queries), *_lines(catalogue)]),
        ensure_ascii=False,
        separators=(",", ":"),
    )
    # No text of a source may end the script.
    return f"window.SEARCH_DATA = {text.replace('<', chr(92) + 'u003c')};\n".encode()


def _row(catalogue: Catalogue, row_id: RowId) -> Entry:
    table, settings = catalogue.tables[row_id[0]], catalogue.settings.of(row_id[0])
    targets = {
        column.name: target
        for column in table.columns.values()
        if (target := catalogue.target(row_id, column.name)) and target != row_id
    }
    named = [catalogue.cell_title(target) for target in targets.values()]
    rank = ENTITY if settings.entity else LINE if _only_joins(table) else ROW
    names = country_names().get(row_id[1], "") if _is_country(catalogue, table) else ""
    also = _also([settings.also_found_by.get(row_id[1], ""), names], " ".join([table.title, *_erratum(row_id)]))
    row = catalogue.rows[row_id]
    title = catalogue.title(row_id)
    words = [
        in_words(row[column.name], column)
        for column in table.columns.values()
        if column.name not in targets and _is_for_people(table, column, row[column.name])
    ]
    said = [word for word in (catalogue.summary(row_id), *named, *words) if word and word not in title]
    codes = " ".join(
        dict.fromkeys(row[name] for name in table.columns if row[name] and row[name] not in (title, *said))
    )
    return (catalogue.page(row_id), table.title, rank, title, also, " · ".join(dict.fromkeys(said)), codes)


def _is_for_people(table: Table, column: Column, value: str) -> bool:
    """Whether a value is words; an id, a code of digits and the query of a claim are found, and not shown."""
    code = column.type == "string" and value.isdecimal()
    return not code and column.name not in table.primary_key and (table.name, column.name) not in NOT_WORDS


def _also(names: Sequence[str], words: str) -> str:
    """Other names of a row, and words: `Holland; Pays-Bas – Countries`, or the words alone."""
    named = "; ".join(filter(None, names))
    return f"{named} – {words}" if named else words


def _only_joins(table: Table) -> bool:
    """Whether the rows of a table only join rows of others, which are found themselves."""
    return len(table.primary_key) > 1 and set(table.primary_key) <= set(table.references)


def _is_country(catalogue: Catalogue, table: Table) -> bool:
    contract = catalogue.settings.contract
    listed = contract.reference_table(COUNTRIES) if contract else None
    return listed is not None and listed.name == table.name


@functools.cache
def country_names() -> Mapping[str, str]:
    """By which other names countries are looked for, by alpha-3 code: short ones, and those of ten languages."""
    text = (files("mandate_data.site") / "vendor" / "country-names.json").read_text(encoding="utf-8")
    found: Mapping[str, str] = json.loads(text)
    return found


def _erratum(row_id: RowId) -> list[str]:
    return ["erratum"] if row_id[0] == "errata" else []


def _world(catalogue: Catalogue, queries: Queries) -> list[Entry]:
    """Countries without a page of their own, at their place in the list of those to which nothing is linked."""
    found = []
    for page in listed_pages(catalogue):
        if not page.lacking or not page.lacking.whole_world:
            continue
        try:
            heading = queries.filled(page.lacking.heading, page.values, page.where)
        except NotInReleaseError:
            continue
        words = catalogue.settings.of(page.table).also_found_by
        found += [
            (
                f"{page.path}#{page.lacking.anchor}-{code}",
                page.title,
                ENTITY,
                link.text,
                _also([words.get(code, ""), country_names().get(code, "")], page.title),
                heading,
                "",
            )
            for group in lacking_groups(catalogue, page, set())
            for links in group.regions.values()
            for code, link in links
            if not link.path
        ]
    return found


def _lines(catalogue: Catalogue) -> list[Entry]:
    return [
        (
            line_of(Place(source, number, number)), f"Line of {edition(catalogue, source)} the source", LINE,
            f"{source_name(source)}, line {number}", "", text.strip(), "",
        )
        for source, texts in sorted(catalogue.lines.items())
        for number, text in enumerate(texts, 1)
        if text.strip()
    ]  # fmt: skip
