"""Inspection of a package that is there: it is validated, and read again from its sources where they are at hand."""

from __future__ import annotations

from pathlib import Path

from pipeline.documents import Document
from pipeline.errors import InputError
from pipeline.extract import Extracted, extract, find_sources
from pipeline.findings import Finding
from pipeline.tables import PackageContract, load_contract
from pipeline.validate import validate_package
from pipeline.validate.contract import read_descriptor


def inspect(folder: Path, root: Path) -> list[Finding]:
    """All findings on the package in `folder`: where `root` has its sources, every cell is compared with them.

    Raises InputError where there is no package, or no project at `root`.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the folder of a data package, or run make first")
    read_descriptor(folder)
    contract = load_contract(root / "schemas")
    again = _read_again(root, contract) if (root / "raw").is_dir() else None
    documents: dict[str, Document] = dict(again.documents) if again else {}
    return validate_package(folder, contract, documents, again=again.tables if again else None)


def _read_again(root: Path, contract: PackageContract) -> Extracted:
    """What the sources of the project give now."""
    raw, schemas = root / "raw", root / "schemas"
    return extract(find_sources(raw, schemas), contract, raw, schemas)
