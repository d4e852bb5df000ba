"""Inspection of a package that is there: it is validated, together with the sources it was made from."""

from __future__ import annotations

import csv
from pathlib import Path

from pipeline.documents import Document
from pipeline.errors import InputError
from pipeline.extract import find_sources
from pipeline.findings import Finding
from pipeline.tables import load_contract
from pipeline.validate import validate_package


def inspect(folder: Path, root: Path) -> list[Finding]:
    """All findings on the package in `folder`; evidence is checked against those editions of `root` that it names.

    Raises InputError where there is no package, or no project at `root`.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the folder of a data package, or run make first")
    contract = load_contract(root / "schemas")
    return validate_package(folder, contract, _documents(folder, root))


def _documents(folder: Path, root: Path) -> dict[str, Document]:
    """The sources at hand that are, by checksum, those the package was made from."""
    digests = _digests(folder)
    if not digests or not (root / "raw").is_dir():
        return {}
    documents = (source.read() for source in find_sources(root / "raw", root / "schemas"))
    return {
        document.source_id: document for document in documents if digests.get(document.source_id) == document.sha256
    }


def _digests(folder: Path) -> dict[str, str]:
    path = folder / "data" / "sources.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", errors="replace", newline="") as handle:
        return {row.get("source_id", ""): row.get("sha256", "") for row in csv.DictReader(handle)}
