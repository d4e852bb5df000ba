"""Tables and packages that a test may change: copies of what the editions in `raw/` give."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from conftest import Once
from foreign_packages import Described
from mandate_data.extract import Extracted
from mandate_data.package.tables import Package, Tables
from mandate_data.package.write import write_package

from validate.editing import Edited

FEW = 40


@pytest.fixture
def edited(package: Path, tmp_path: Path, contract: Package, extracted: Extracted) -> Edited:
    folder = tmp_path / "package"
    shutil.copytree(package, folder)
    return Edited(folder, contract, dict(extracted.documents), extracted.normalisations)


@pytest.fixture
def short(once: Once, tmp_path: Path, contract: Package, extracted: Extracted) -> Edited:
    """The same with the first rows of provenance only, half a second less for whoever reads all tables."""

    def make(folder: Path) -> None:
        write_package({**extracted.tables, "provenance": extracted.tables["provenance"][:FEW]}, contract, folder)

    folder = tmp_path / "package"
    shutil.copytree(once("short", make), folder)
    return Edited(folder, contract, dict(extracted.documents), extracted.normalisations)


@pytest.fixture
def tables(extracted: Extracted) -> Tables:
    """The real tables, in a copy."""
    return {name: [dict(row) for row in rows] for name, rows in extracted.tables.items()}


@pytest.fixture
def foreign(tmp_path: Path) -> Described:
    """A folder for a package that is not ours."""
    return Described(tmp_path)
