"""Making the website: a release and the editions it was made from become a folder, put in place in one step."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DESCRIPTOR, LARGEST_DOCUMENT
from mandate_data.package.atomic_folders import replace_folder, scratch_folder
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.value_words import date_in_words, is_day
from mandate_data.printable import printable
from mandate_data.progress import SILENT, Progress
from mandate_data.project import Project
from mandate_data.regular_files import read_regular_text
from mandate_data.release.ledger import Entry, entries_until
from mandate_data.release.release_files import SUMS
from mandate_data.release.release_inputs import checkouts, digest_of_inputs
from mandate_data.site.catalogue import Catalogue, read_catalogue
from mandate_data.site.charts import browser_library
from mandate_data.site.checked_links import check_links
from mandate_data.site.downloads import first_table, write_downloads
from mandate_data.site.page_addresses import check_distinct
from mandate_data.site.release_queries import NotInReleaseError, Queries, open_queries
from mandate_data.site.row_pages import Page
from mandate_data.site.search_index import search_data
from mandate_data.site.site_pages import all_pages, bibtex, listed_pages
from mandate_data.site.site_settings import read_settings
from mandate_data.site.structured_data import found_by_machines, structured_data

STATIC = (
    "static/site.css", "static/table.js", "static/search.js", "static/charts.js", "static/favicon.svg",
    "vendor/minisearch.js", "vendor/source-serif-4-latin-400-normal.woff2",
    "vendor/source-serif-4-latin-600-normal.woff2",
)  # fmt: skip


def make_site(
    root: Path, version: str, out: Path, progress: Progress = SILENT, base: str | None = None
) -> tuple[str, int]:
    """Build the website of a release of the project at `root` into `out`; of the latest, if none is named.

    `base` is the address at which it will be published, instead of that of `schemas/site.yaml`; where both are empty,
    pages name no address of their own, and work from a folder as well.

    Returns the version and the number of pages. Raises InputError for an unknown version, for one whose editions can't
    be found again, for mistakes in `schemas/site.yaml`, and where `out` is there and is not a website of ours.
    """
    releases = root / "build" / "releases"
    Project(root).check_output(out)
    entries = entries_until(releases, version)
    version = entries[-1].version
    progress.stage("reading the release")
    catalogue = _read(root, releases / version, entries[-1])
    base = _base(catalogue.settings.addresses.site if base is None else base)
    changes = [_changes(releases, entry) for entry in reversed(entries)]
    progress.stage("writing pages")
    queries = open_queries(catalogue.package, catalogue.settings.contract)
    with scratch_folder(out) as scratch:
        new = scratch / "site"
        downloads = write_downloads(root, catalogue, releases / version, new)
        pages = list(all_pages(catalogue, queries, changes, _loading(root), downloads, base))
        check_distinct(page.path for page in pages)
        for path, data in _rendered(catalogue, pages, base, _time_covered(catalogue, queries)).items():
            _write(new / path, data)
        for path, data in found_by_machines(catalogue, pages, base).items():
            _write(new / path, data)
        _write_charts(pages, new)
        _write(new / "search-data.js", search_data(catalogue, queries))
        _write(new / "citation.bib", bibtex(catalogue.release).encode())
        for path in STATIC:
            _write(new / Path(path).name, (files("mandate_data.site") / path).read_bytes())
        check_links(catalogue, new)
        replace_folder(new, out)
    return version, len(pages)


def _read(root: Path, release: Path, entry: Entry) -> Catalogue:
    """The catalogue of a release, with the editions from the working tree or from the commit that has them."""
    settings = read_settings(root, str(read_descriptor(release).get("name", "")))
    if digest_of_inputs(root) == entry.inputs:
        return read_catalogue(release, entry, root / "raw", settings)
    with tempfile.TemporaryDirectory() as name:
        tree = Path(name) / "tree"
        for _ in checkouts(root, entry, tree):
            return read_catalogue(release, entry, tree / "raw", settings)
    raise InputError(f"{release}: neither the working tree nor a commit has the sources that it was made from")


DESCRIBING = (
    "datapackage.json",
    "CHANGELOG.md",
    "CITATION.cff",
    "SHA256SUMS",
    "ro-crate-metadata.json",
    "report/changes.json",
    "report/validation.json",
    "metadata/csv-metadata.json",
    "metadata/croissant.json",
    "metadata/ro-crate-metadata.json",
    "metadata/dcat.jsonld",
    "metadata/datacite.json",
    "metadata/annotations.jsonld",
    "metadata/prov.jsonld",
)
"""Files of a release that say what it is, if it has them: releases 1.x have the RO-Crate among the metadata."""


def _changes(releases: Path, entry: Entry) -> Mapping[str, Any]:
    """What the page of releases shows of one."""
    folder = releases / entry.version
    return {
        "entry": entry,
        "changes": _markdown(read_regular_text(folder / "report" / "changes.md", LARGEST_DOCUMENT)),
        "sums": read_regular_text(folder / SUMS, LARGEST_DESCRIPTOR),
        "files": [path for path in DESCRIBING if (folder / path).is_file()],
    }


def _loading(root: Path) -> str:
    page = root / "docs" / "loading.md"
    return _markdown(read_regular_text(page, LARGEST_DOCUMENT).partition("\n\n")[2]) if page.is_file() else Markup()


def _markdown(text: str) -> Markup:
    """Markdown as HTML, in which HTML is text; headings a step lower, as they stand below others."""
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    html = html.replace("<h2>", "<h3>").replace("</h2>", "</h3>")
    # What is wider than the screen is scrolled, by keyboard, too.
    return Markup(html.replace("<pre>", '<pre tabindex="0">'))


def _sentences(text: str) -> Markup:
    """Markdown within a paragraph, as HTML."""
    return Markup(MarkdownIt("commonmark", {"html": False}).renderInline(text))


def _time_covered(catalogue: Catalogue, queries: Queries) -> str:
    """The time that the data cover; empty where the project or the release doesn't say."""
    try:
        query = catalogue.settings.time_covered
        found = queries.column(query, "schemas/site.yaml") if query else []
    except NotInReleaseError:
        return ""
    return str(found[0]) if found and found[0] is not None else ""


def _rendered(catalogue: Catalogue, pages: Sequence[Page], base: str, period: str) -> dict[str, bytes]:
    environment = Environment(
        loader=PackageLoader("mandate_data.site"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    texts = catalogue.settings.texts
    names = ("lead", "front", "errata", "footer")
    environment.tests["day"] = is_day
    environment.globals |= {
        "release": catalogue.entry,
        "release_day": date_in_words(catalogue.entry.date),
        "site": catalogue.settings.name,
        "base": base,
        "addresses": catalogue.settings.addresses,
        "licence": catalogue.release.licence,
        "structured": structured_data(catalogue.release, base, period),
        "first_table": first_table(catalogue),
        "has_errata": "errata" in catalogue.tables,
        "examples": [one.strip() for one in texts.get("examples", "").splitlines() if one.strip()],
        "texts": {name: _sentences(texts.get(name, "")) for name in names},
        "menu": [(page.menu, page.path) for page in listed_pages(catalogue)]
        + [("Tables", "tables/index.html"), ("Errors and claims", "errata.html"), ("Releases", "releases.html"),
           ("Download and cite", "use.html")],
    }  # fmt: skip
    rendered = {}
    for page in pages:
        template = environment.get_template(f"{page.template}.html")
        # The page for missing pages is shown at any address: only with a base can it name the others.
        root = base if page.path == "404.html" and base else "../" * page.path.count("/")
        html = template.render(
            page.content, title=page.title, description=page.description or page.title, root=root, path=page.path
        )
        rendered[page.path] = printable(html).encode()
    return rendered


def _write_charts(pages: Sequence[Page], out: Path) -> None:
    """The specifications of the charts and what draws them, where there are charts."""
    charts = [picture for page in pages if page.template == "front" for picture in page.content["pictures"]]
    for picture in charts:
        specs = picture.specs.replace("<", "\\u003c")
        _write(
            out / "charts" / f"{picture.name}.js", f"(window.CHARTS ??= {{}})['{picture.name}'] = {specs};\n".encode()
        )
    if charts:
        _write(out / "vega.js", browser_library())


def _base(address: str) -> str:
    """An address that paths can follow. Raises InputError for one that is none."""
    if address and not address.startswith(("https://", "http://")):
        raise InputError(f"{address!r} is not a web address; it begins with https://")
    return f"{address.rstrip('/')}/" if address else ""


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
