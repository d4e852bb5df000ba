"""What machines read of the website: schema.org, a sitemap, and rules for robots."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from markupsafe import Markup

from mandate_data.export.metadata.release_description import ReleaseDescription
from mandate_data.printable import printable_json
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.row_pages import Page


def structured_data(release: ReleaseDescription, base: str, period: str = "") -> Markup:
    """The release as a Dataset of schema.org, as JSON-LD for a script; with addresses only if there is a `base`.

    `period` is the time that the data cover, as in ISO 8601: `1990/2016-04`.
    """
    content: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": release.title,
        "description": release.description,
        "version": release.version,
        "datePublished": release.date,
        "license": release.licence_url,
        "keywords": list(release.keywords),
        "creator": [{"@type": "Organization", "name": name} for name in release.creators],
        "isBasedOn": [{"@type": "CreativeWork", "name": name} for name in release.sources],
        "isAccessibleForFree": True,
    }
    if period:
        content["temporalCoverage"] = period
    if base:
        content |= {
            "url": base,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": release.tables[name].title,
                    "encodingFormat": "text/csv",
                    "contentUrl": f"{base}downloads/{file.path}",
                }
                for name, file in release.files.items()
            ],
        }
    # No text of a source may end the script.
    return Markup(printable_json(json.dumps(content, ensure_ascii=False)).replace("<", "\\u003c"))


def found_by_machines(catalogue: Catalogue, pages: Sequence[Page], base: str) -> dict[str, bytes]:
    """`robots.txt`, and with an address of the website `sitemap.xml`, by path."""
    if not base:
        return {"robots.txt": b"User-agent: *\nAllow: /\n"}
    listed = "".join(
        f"<url><loc>{escape(base + page.path)}</loc><lastmod>{catalogue.entry.date}</lastmod></url>\n"
        for page in pages
        if page.path != "404.html"
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    sitemap = f"{head}{listed}</urlset>\n"
    return {
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {base}sitemap.xml\n".encode(),
        "sitemap.xml": sitemap.encode(),
    }
