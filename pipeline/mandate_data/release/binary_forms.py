"""Making the binary forms of a release, all of them in one step. Needs the extra `dist`."""

from __future__ import annotations

import os
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.export.database import write_described_database
from mandate_data.export.excel import cut_columns, sheet_names, write_workbook
from mandate_data.export.parquet import write_parquet
from mandate_data.export.zip_archive import write_zip
from mandate_data.limits import LARGEST_HASHED
from mandate_data.package.atomic_folders import replace_folder, scratch_folder
from mandate_data.package.exact_numbers import inexact_columns
from mandate_data.package.read import read_package
from mandate_data.package.tables import Package
from mandate_data.project import Project
from mandate_data.regular_files import read_regular
from mandate_data.release.dist_contents import NOTES
from mandate_data.release.ledger import entries_until
from mandate_data.release.release_files import SUMS, sums
from mandate_data.release.signing import sign, signatures_of


def make_dist(root: Path, version: str = "", key: Path | None = None) -> Path:
    """Write the binary forms of a release into `build/dist/<version>/` in one step; the latest, if none is named.

    What a form holds in another way than CSV is said in a file of notes. With a secret `key` their sums are signed.
    Raises InputError for a version that is in no ledger, where nothing was released, for names that a form can't have,
    for a key that can't be used, and without one where the forms so far are signed.
    """
    releases = root / "build" / "releases"
    version = entries_until(releases, version)[-1].version
    folder, out = releases / version, root / "build" / "dist" / version
    if key is None and any(os.path.lexists(out / name) for name in signatures_of(SUMS)):
        raise InputError(f"{out / SUMS}: the binary forms so far are signed; sign these, too: --sign KEY")
    with scratch_folder(out) as scratch:
        new = scratch / version
        new.mkdir()
        write_forms(folder, new, root)
        stem = f"{read_package(folder).name}-{version}"
        write_zip(folder, stem, new / f"{stem}.zip")
        made = [path for path in new.rglob("*") if path.is_file()]
        files = {path.relative_to(new).as_posix(): read_regular(path, LARGEST_HASHED) for path in made}
        (new / SUMS).write_bytes(sums(files))
        if key is not None:
            sign(new / SUMS, key)
        replace_folder(new, out)
    return out


def changed_forms(package: Package) -> list[str]:
    """A line for each column and table that a binary form holds in another way than CSV does."""
    notes = [
        f"{table.name}.{column} has numbers that 64 bits can't hold: they are text in SQLite and Parquet"
        for table in package.tables.values()
        for column in table.types
        if column in inexact_columns(table)
    ]
    notes += [
        f"{table.name}.{column} has texts of more characters than a cell of Excel holds: they are cut there"
        for table in package.tables.values()
        for column in cut_columns(table)
    ]
    sheets = sheet_names(package)
    return notes + [
        f"the table {name} is the sheet {sheet} in Excel" for name, sheet in sheets.items() if name != sheet
    ]


def write_forms(release: Path, new: Path, root: Path) -> None:
    """Write all binary forms of the release in a folder, but for the zip, into the empty folder `new`."""
    package = read_package(release)
    views = Project(root).views(package.name)
    (new / "parquet").mkdir()
    stem = f"{package.name}-{release.name}"
    write_described_database(package, new / f"{stem}.sqlite", views)
    write_workbook(package, new / f"{stem}.xlsx", views)
    for table in package.tables.values():
        write_parquet(table, new / "parquet" / f"{table.name}.parquet", package.metadata)
    notes = changed_forms(package)
    if notes:
        (new / NOTES).write_text("".join(f"{note}\n" for note in notes), encoding="utf-8")
