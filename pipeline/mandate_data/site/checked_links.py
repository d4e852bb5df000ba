"""Checked links: links in the settings of a website to pages that it does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.site_settings import SiteSettings

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|\Z")
"""How an address begins that is none of a page of the website."""


def check_links(catalogue: Catalogue, site: Path) -> None:
    """Raises InputError, with file and line, for a link of the settings to a page that `site` does not have.

    An older release may lack a page that is meant: one without all tables of the project's contract is not held
    against them.
    """
    contract = catalogue.settings.contract
    if contract is None or not set(contract) <= set(catalogue.tables):
        return
    for where, link in _links(catalogue.settings):
        if not _ELSEWHERE.match(link) and not (site / re.split("[#?]", link)[0]).is_file():
            raise InputError(f"{where}: the website has no page {link!r}; correct the path")


def _links(settings: SiteSettings) -> Iterator[tuple[str, str]]:
    """Where each link to a page is said, and its address."""
    yield from ((entry.where, entry.path) for entry in settings.entries)
    yield from ((one.where, one.link[1]) for one in settings.highlights if one.link)
    yield from ((one.where, one.link[1]) for one in settings.charts if one.link)
