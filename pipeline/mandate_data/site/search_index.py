"""What the search page looks through: pages, every row but for provenance, and every line of the editions."""

from __future__ import annotations

import json

from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place
from mandate_data.site.page_addresses import line_of
from mandate_data.site.site_pages import listed_pages

PAGES = (
    ["errata.html", "Page", "Errors and claims", "errors errata claims contradictions corrected flagged"],
    ["releases.html", "Page", "Releases", "releases versions changelog differences checksums"],
    ["use.html", "Page", "Cite and load the data", "cite citation BibTeX APA load Python R SQL spreadsheet"],
    ["tables/index.html", "Page", "Tables", "tables download CSV JSON Parquet"],
)


def search_data(catalogue: Catalogue) -> bytes:
    """A script that sets `window.SEARCH_DATA` to [address, kind, title, text] of each (a folder gives no JSON)."""
    listed = [[one.path, "Page", one.title, one.search] for one in listed_pages(catalogue)]
    rows = [
        [
            catalogue.page(row_id),
            table.title,
            catalogue.title(row_id),
            " ".join(filter(None, row.values())),
        ]
        for table in catalogue.tables.values()
        if table.name != "provenance"
        for row_id, row in catalogue.of(table.name)
    ]
    lines = [
        [line_of(Place(source, number, number)), "Edition", f"{source}, line {number}", text.strip()]
        for source, texts in sorted(catalogue.lines.items())
        for number, text in enumerate(texts, 1)
        if text.strip()
    ]
    text = json.dumps([*listed, *PAGES, *rows, *lines], ensure_ascii=False, separators=(",", ":"))
    # No text of a source may end the script.
    return f"window.SEARCH_DATA = {text.replace('<', chr(92) + 'u003c')};\n".encode()
