"""Files to take away: the release as it is, and as a zip, an Excel workbook, an SQLite database and Parquet."""

from __future__ import annotations

from pathlib import Path

from mandate_data.export.database import write_described_database
from mandate_data.export.excel import write_workbook
from mandate_data.export.parquet import write_parquet
from mandate_data.export.zip_archive import write_zip
from mandate_data.limits import LARGEST_HASHED
from mandate_data.package.read import read_package
from mandate_data.project import Project
from mandate_data.regular_files import read_regular
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.site_pages import Download

ABOUT = {"sources", "rules", "errata", "claims", "provenance"}
"""Tables about the data, of which an example is no good first sight."""


def write_downloads(root: Path, catalogue: Catalogue, release: Path, out: Path) -> list[Download]:
    """Write the files of a release below `downloads/` of the folder `out`; returns those that people ask for."""
    # As published: pages may show the rows in another order.
    folder, package = out / "downloads", read_package(release)
    for path in sorted(release.rglob("*")):
        if path.is_file():
            _copy(path, folder / path.relative_to(release))
    stem = f"{package.name}-{catalogue.entry.version}"
    views = Project(root).views(package.name)
    write_zip(release, stem, folder / f"{stem}.zip")
    write_workbook(package, folder / f"{stem}.xlsx", views)
    write_described_database(package, folder / f"{stem}.sqlite", views)
    (folder / "parquet").mkdir()
    for table in package.tables.values():
        write_parquet(table, folder / "parquet" / f"{table.name}.parquet", package.metadata)
    described = (
        ("xlsx", "Excel workbook", "A sheet for each table, licence, citation and what each column means"),
        ("zip", "Zip of CSV and JSON", "The whole release with its metadata and checksums"),
        (
            "sqlite",
            "SQLite database",
            "All tables with keys, joined views, full-text search, licence, citation and what each column means",
        ),
    )
    return [
        Download(f"downloads/{stem}.{kind}", title, text, (folder / f"{stem}.{kind}").stat().st_size)
        for kind, title, text in described
    ]


def first_table(catalogue: Catalogue) -> str:
    """A table to show how the data are loaded: the first that has pages in a folder of their own, or any."""
    names = [name for name in catalogue.tables if name not in ABOUT]
    own = [name for name in names if catalogue.settings.of(name).also]
    return next(iter([*own, *names, *catalogue.tables]), "")


def _copy(path: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_bytes(read_regular(path, LARGEST_HASHED))
