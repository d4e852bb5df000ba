"""Inspection of a package that is there: it is validated, and read again from its sources where they are at hand."""

from __future__ import annotations

from pathlib import Path

import schemas
from pipeline.documents import Document
from pipeline.errors import InputError
from pipeline.extract import Extracted, extract, find_sources
from pipeline.findings import Finding
from pipeline.tables import PackageContract, load_contract
from pipeline.validate import validate_package


def inspect(folder: Path, root: Path) -> list[Finding]:
    """All findings on the package in `folder`: where `root` has its sources, every cell is compared with them.

    Where `root` has no schemas of its own, the contract is the one that comes with the program. Raises InputError where
    there is no package.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the folder of a data package, or run make first")
    own = root / "schemas"
    contract = load_contract(own if own.is_dir() else Path(schemas.__file__).parent)
    again = _read_again(root, contract) if own.is_dir() and (root / "raw").is_dir() else None
    documents: dict[str, Document] = dict(again.documents) if again else {}
    return validate_package(folder, contract, documents, again=again.tables if again else None)


def _read_again(root: Path, contract: PackageContract) -> Extracted:
    """What the sources of the project give now."""
    raw, own = root / "raw", root / "schemas"
    return extract(find_sources(raw, own), contract, raw, own)
