"""Settings check: what the settings of a website name that the release, or the website made of it, does not have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.site_settings import SiteSettings
from mandate_data.yaml_files import place_in

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#|\Z")
"""How an address begins that is none of a page of the website."""


def check_settings(catalogue: Catalogue, path: Path, site: Path) -> None:
    """Raises InputError, with file and line, for a link to a page that `site` does not have, and for words by which a
    row is found that is not there.

    `path` is the file of the settings. An older release may lack what is meant: one without all tables of the
    project's contract is not held against them.
    """
    contract = catalogue.settings.contract
    if contract is None or not set(contract) <= set(catalogue.tables):
        return
    for where, link in _links(catalogue.settings):
        if not _ELSEWHERE.match(link) and not (site / re.split("[#?]", link)[0]).is_file():
            raise InputError(f"{where}: the website has no page {link!r}; correct the path")
    for name, table in catalogue.settings.tables.items():
        for key in table.also_found_by:
            if (name, key) not in catalogue.rows:
                where = place_in(path, ("tables", name, "also_found_by", key))
                raise InputError(f"{where}: {name} has no such row; correct the key")


def _links(settings: SiteSettings) -> Iterator[tuple[str, str]]:
    """Where each link to a page is said, and its address."""
    yield from ((entry.where, entry.path) for entry in settings.entries)
    yield from ((one.where, one.link[1]) for one in settings.highlights if one.link)
    yield from ((one.where, one.link[1]) for one in settings.charts if one.link)
