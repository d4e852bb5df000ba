"""Inspection of a package that is there: it is validated, and read again from its sources where they are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import schemas
from pipeline.errors import InputError
from pipeline.extract import extract, find_sources
from pipeline.findings import Finding
from pipeline.tables import load_contract
from pipeline.validate import validate_package


def inspect(
    folder: Path, root: Path, full_texts: Path | None = None, chosen: Mapping[str, Path] | None = None
) -> list[Finding]:
    """All findings on the package in `folder`: where `root` has its sources, every cell is compared with them.

    `full_texts` and `chosen` name other texts of the sources, as in a build. Where `root` has no schemas of its own,
    the contract is the one that comes with the program. Raises InputError where there is no package.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder; name the folder of a data package, or run make first")
    own, raw = root / "schemas", root / "raw"
    contract = load_contract(own if own.is_dir() else Path(schemas.__file__).parent)
    if not (full_texts or chosen or (own.is_dir() and raw.is_dir())):
        return validate_package(folder, contract)
    reread = extract(find_sources(raw, own, full_texts, chosen), contract, raw, own)
    return validate_package(folder, contract, reread.documents, reread=reread.tables)
