"""Tables and packages that a test may change: copies of what the editions in `raw/` give."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from foreign_packages import Described
from mandate_data.extract import Extracted
from mandate_data.package.tables import Package, Tables

from validate.editing import Edited


@pytest.fixture
def edited(package: Path, tmp_path: Path, contract: Package, extracted: Extracted) -> Edited:
    folder = tmp_path / "package"
    shutil.copytree(package, folder)
    return Edited(folder, contract, dict(extracted.documents), extracted.normalisations)


@pytest.fixture
def tables(extracted: Extracted) -> Tables:
    """The real tables, in a copy."""
    return {name: [dict(row) for row in rows] for name, rows in extracted.tables.items()}


@pytest.fixture
def foreign(tmp_path: Path) -> Described:
    """A folder for a package that is not ours."""
    return Described(tmp_path)
