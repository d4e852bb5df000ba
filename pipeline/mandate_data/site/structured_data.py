"""What machines read of the website: schema.org, a sitemap, and rules for robots."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from markupsafe import Markup

from mandate_data.export.metadata.release_description import Model
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.row_pages import Page


def structured_data(model: Model, base: str) -> Markup:
    """The release as a Dataset of schema.org, as JSON-LD for a script; with addresses only if there is a `base`."""
    content: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": model.title,
        "description": model.description,
        "version": model.version,
        "datePublished": model.date,
        "license": model.licence_url,
        "keywords": list(model.keywords),
        "creator": [{"@type": "Organization", "name": name} for name in model.creators],
        "isBasedOn": [{"@type": "CreativeWork", "name": name} for name in model.sources],
        "isAccessibleForFree": True,
    }
    if base:
        content |= {
            "url": base,
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": table.title,
                    "encodingFormat": "text/csv",
                    "contentUrl": f"{base}downloads/{table.path}",
                }
                for table in model.tables
            ],
        }
    # No text of a source may end the script.
    return Markup(json.dumps(content, ensure_ascii=False).replace("<", "\\u003c"))


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
