"""Every page of the website, as its address, its template and what the template shows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.export.metadata.release_description import Column, Model, ReleasedTable
from mandate_data.extract.countries import all_countries
from mandate_data.findings.registry import checks
from mandate_data.site.catalogue import Catalogue, Place, Row, RowId
from mandate_data.site.charts import pictures
from mandate_data.site.page_addresses import line_of, page_of, slug, table_page
from mandate_data.site.source_marks import cited_by_line, excerpt, linked

NEAR = 12
"""Where more rows than this refer to a row, the rest is folded away."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it lies, what draws it, and with what."""

    path: str
    template: str
    title: str
    content: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is shown: `where` is the address of what it stands on, `target` that of the row it refers to."""

    column: Column
    value: str
    where: str
    target: str
    target_label: str
    flagged: bool


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    path: str


def all_pages(catalogue: Catalogue, releases: Sequence[Mapping[str, Any]], loading: str) -> Iterator[Page]:
    """Every page. `releases` are what the releases' page tells of each, latest first; `loading` is HTML."""
    yield front(catalogue)
    yield tables_page(catalogue)
    for table in catalogue.tables.values():
        yield table_of_rows(catalogue, table)
    for table_name in catalogue.tables:
        if table_name not in ("provenance", "sources"):
            yield from (record(catalogue, row_id) for row_id, _ in catalogue.of(table_name))
    for row_id, _ in catalogue.of("sources"):
        yield source(catalogue, row_id)
    yield countries(catalogue)
    yield errata(catalogue)
    yield Page("releases.html", "releases", "Releases", {"releases": releases, "model": catalogue.model})
    yield Page("use.html", "use", "Cite and load the data", {"loading": loading, **_citations(catalogue)})
    yield Page("search.html", "search", "Search", {})


def front(catalogue: Catalogue) -> Page:
    claims = [row for _, row in catalogue.of("claims")]
    failing = {finding["code"] for finding in catalogue.findings if finding["severity"] == "error"}
    content = {
        "pictures": pictures(catalogue),
        "rows": sum(table.rows for table in catalogue.tables.values()),
        "checks": len(checks()),
        "passed": len(checks()) - len(failing),
        "errata": catalogue.tables["errata"].rows,
        "claims": len(claims),
        "disagree": sum(row["verdict"] == "disagrees" for row in claims),
        "model": catalogue.model,
    }
    return Page("index.html", "front", catalogue.model.title, content)


def tables_page(catalogue: Catalogue) -> Page:
    return Page("tables/index.html", "tables", "Tables", {"tables": list(catalogue.tables.values())})


def table_of_rows(catalogue: Catalogue, table: ReleasedTable) -> Page:
    """A page a table: all of its rows, and its data dictionary."""
    rows = [
        {
            "anchor": f"row-{slug(row_id[1])}",
            "more": _more(catalogue, row_id, table),
            "cells": _cells(catalogue, row_id, table),
        }
        for row_id, _ in catalogue.of(table.name)
    ]
    return Page(table_page(table.name), "table", table.title, {"table": table, "rows": rows})


def _more(catalogue: Catalogue, row_id: RowId, table: ReleasedTable) -> str:
    """What a row is also found by: names instead of ids, and that an erratum touches it."""
    if table.name == "provenance":
        return ""
    targets = [catalogue.target(row_id, column.name) for column in table.columns]
    names = [catalogue.label(row_id), *(catalogue.label(one) for one in targets if one)]
    return " ".join([*dict.fromkeys(names), *(["erratum"] if row_id in catalogue.errata else [])])


def record(catalogue: Catalogue, row_id: RowId) -> Page:
    """A page a row: its values, the lines that they stand on, its errata, and what has to do with it."""
    content = _record(catalogue, row_id)
    if row_id[0] == "countries":
        content["visits"] = _visits(catalogue, row_id)
    template = "country" if row_id[0] == "countries" else "record"
    return Page(page_of(row_id), template, catalogue.label(row_id), content)


def source(catalogue: Catalogue, row_id: RowId) -> Page:
    """A page a source: the edition, its citations linked, in the margin what was read from each line."""
    name = row_id[1]
    page = page_of(row_id)
    addresses = {row["symbol"]: _from(page, page_of(one)) for one, row in catalogue.of("documents")}
    cited = cited_by_line(catalogue, addresses)
    facts: dict[int, list[Link]] = defaultdict(list)
    for one, places in catalogue.places.items():
        if one[0] not in ("provenance", "sources"):
            for place in places:
                if place.source == name:
                    text = f"{catalogue.tables[one[0]].title}: {catalogue.label(one)}"
                    facts[place.line].append(Link(text, page_of(one)))
    lines = [
        {"number": number, "html": linked(text, cited.get((name, number), [])), "facts": facts.get(number, []),
         "heading": text.startswith("#"), "quiet": not text.strip()}
        for number, text in enumerate(catalogue.lines[name], 1)
    ]  # fmt: skip
    content = {**_record(catalogue, row_id, referrers=False), "lines": lines}
    return Page(page, "source", catalogue.label(row_id), content)


def countries(catalogue: Catalogue) -> Page:
    """Which countries were visited, and which never: all of M49, by region."""
    times = Counter(row["country_code"] for _, row in catalogue.of("visit_countries"))
    ours = {row["country_code"] for _, row in catalogue.of("countries")}
    visited: list[dict[str, Any]] = [
        {"link": _row_link(catalogue, one), "count": times[row["country_code"]], "visits": _visits(catalogue, one)}
        for one, row in catalogue.of("countries")
        if row["country_code"] in times
    ]
    never: dict[str, list[Link]] = defaultdict(list)
    for code, country in sorted(all_countries().items(), key=lambda item: (item[1].region, item[1].name)):
        if code not in times:
            path = page_of(("countries", code)) if code in ours else ""
            never[country.region or "Elsewhere"].append(Link(country.name, path))
    content = {
        "visited": sorted(visited, key=lambda one: one["link"].text),
        "never": never,
        "count": sum(map(len, never.values())),
        "until": max(row["published"] for _, row in catalogue.of("sources")),
    }
    return Page("countries/index.html", "countries", "Countries, visited and never visited", content)


def errata(catalogue: Catalogue) -> Page:
    """Where the sources are wrong, or disagree with themselves or each other."""
    claims = [(one, row) for one, row in catalogue.of("claims")]
    listed = [_erratum(catalogue, row) for _, row in catalogue.of("errata")]
    disagreeing = [
        {"row": row, "page": page_of(one), "source": _row_link(catalogue, ("sources", row["source_id"])),
         "reasons": [erratum["reason"] for erratum in catalogue.errata.get(one, ())]}
        for one, row in claims
        if row["verdict"] == "disagrees"
    ]  # fmt: skip
    content = {
        "corrected": [one for one in listed if one["row"]["status"] == "corrected"],
        "flagged": [one for one in listed if one["row"]["status"] == "flagged"],
        "disagreeing": disagreeing,
        "agreeing": [{"row": row, "page": page_of(one)} for one, row in claims if row["verdict"] == "agrees"],
    }
    return Page("errata.html", "errata", "Errors and claims", content)


def _record(catalogue: Catalogue, row_id: RowId, referrers: bool = True) -> dict[str, Any]:
    table = catalogue.tables[row_id[0]]
    row = catalogue.rows[row_id]
    places = catalogue.places.get(row_id, ())
    related: dict[str, list[Link]] = defaultdict(list)
    for one in catalogue.referrers.get(row_id, ()) if referrers else ():
        related[catalogue.tables[one[0]].title].append(_row_link(catalogue, one))
    return {
        "table": table,
        "key": row_id[1],
        "row": row,
        "cells": _cells(catalogue, row_id, table),
        "evidence": [
            {
                "source": _row_link(catalogue, ("sources", place.source)),
                "edition": _edition(catalogue, place.source),
                "address": line_of(place),
                "place": place,
                "lines": excerpt(catalogue, place, row),
            }
            for place in places
        ],
        "sources": len({place.source for place in places}),
        "errata": [_erratum(catalogue, one) for one in catalogue.errata.get(row_id, ())],
        "findings": [one for one in catalogue.findings if (one["table"], one["row_key"]) == row_id],
        "checks": checks(),
        "related": dict(related),
        "near": NEAR,
        "anchor": f"{table_page(table.name)}#row-{slug(row_id[1])}",
        "cite": f"{catalogue.model.citation} Table {table.name}, row {row_id[1]}; {_read_from(catalogue, places)}.",
    }  # fmt: skip


def _cells(catalogue: Catalogue, row_id: RowId, table: ReleasedTable) -> list[Cell]:
    row = catalogue.rows[row_id]
    page = line_of(catalogue.places[row_id][0]) if table.name == "provenance" else page_of(row_id)
    cells = []
    for column in table.columns:
        target = catalogue.target(row_id, column.name)
        where = page if table.name == "provenance" else f"{page}#value-{column.name}"
        cells.append(
            Cell(
                column=column,
                value=row[column.name],
                where=where,
                target=page_of(target) if target else "",
                target_label=catalogue.label(target) if target else "",
                flagged=any(erratum["field"] == column.name for erratum in catalogue.errata.get(row_id, ())),
            )
        )
    return cells


def _visits(catalogue: Catalogue, country: RowId) -> list[dict[str, Any]]:
    """The visits to a country, oldest first."""
    found = []
    for one in catalogue.referrers.get(country, ()):
        if one[0] == "visit_countries":
            visit = ("country_visits", catalogue.rows[one]["visit_id"])
            row = catalogue.rows[visit]
            report = catalogue.target(visit, "report_symbol")
            found.append(
                {
                    "row": row,
                    "page": page_of(visit),
                    "holder": _row_link(catalogue, ("mandate_holders", row["holder_id"])),
                    "report": Link(row["report_symbol"], page_of(report)) if report else None,
                }
            )
    return sorted(found, key=lambda item: str(item["row"]["start_date"]))


def _erratum(catalogue: Catalogue, row: Row) -> dict[str, Any]:
    """An erratum, its page, what it is about, and the lines of the edition that it speaks of."""
    row_id = ("errata", row["erratum_id"])
    return {
        "row": row,
        "page": page_of(row_id),
        "about": _about(catalogue, row),
        "lines": [
            Link(f"{place.source}, line {place.line}", line_of(place)) for place in catalogue.places.get(row_id, ())
        ],
        "source": _row_link(catalogue, ("sources", row["source_id"])),
    }


def _edition(catalogue: Catalogue, source: str) -> str:
    """What lines are counted in: an abridged edition of ours has lines of its own."""
    abridged = catalogue.rows["sources", source]["edition"] == "abridged"
    return "our abridged edition of" if abridged else "the full text of"


def _about(catalogue: Catalogue, erratum: Row) -> Link:
    """The row that an erratum speaks of; a link to nowhere where it was left out of the tables."""
    row_id = (erratum["table"], erratum["row_key"])
    title = catalogue.tables[erratum["table"]].title if erratum["table"] in catalogue.tables else erratum["table"]
    if row_id not in catalogue.rows:
        return Link(f"{title}: {erratum['row_key']}", "")
    return Link(f"{title}: {catalogue.label(row_id)}", page_of(row_id) if row_id[0] != "provenance" else "")


def _row_link(catalogue: Catalogue, row_id: RowId) -> Link:
    return Link(catalogue.label(row_id), page_of(row_id))


def _read_from(catalogue: Catalogue, places: Sequence[Place]) -> str:
    told = [f"line {place.line} of {_edition(catalogue, place.source)} {place.source}" for place in places]
    return "read from " + " and ".join(told)


def _from(page: str, target: str) -> str:
    """The address of a page as another page writes it."""
    return "../" * page.count("/") + target


def _citations(catalogue: Catalogue) -> dict[str, str]:
    model = catalogue.model
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
