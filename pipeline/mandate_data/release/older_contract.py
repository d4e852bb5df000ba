"""Releases of an older contract: which package is one, and where its descriptor is not that of the release."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.file_safety import check_descriptor_file, read_descriptor
from mandate_data.package.tables import Package, Table
from mandate_data.package.write import resource
from mandate_data.release.ledger import read_ledger

_Description = dict[str, Any]


def check_older_contract(
    folder: Path, descriptor: Mapping[str, Any], contract: Package, releases: Path
) -> list[Finding] | None:
    """A note that a package is a release of an older contract, and where its descriptor differs from that release.

    None for a package that is to keep the contract of today. A package is of an older contract if it has the
    contract's name and the version of a release in the ledger, and that release describes its tables otherwise than the
    contract. What the package says of its own tables does not matter: a copy of a release of today's contract that
    lacks a column is faulty, and not old. `descriptor` is the content of its `datapackage.json`.
    """
    version = descriptor.get("version")
    if descriptor.get("name") != contract.metadata["name"] or not isinstance(version, str):
        return None
    released = _released(releases, version)
    if released is None or _described(released) == {name: _as_released(table) for name, table in contract.items()}:
        return None
    at = Location(str(folder / "datapackage.json"))
    return [finding("contract-older", at, version=version), *_differing(descriptor, released, version, at)]


def _released(releases: Path, version: str) -> Mapping[str, Any] | None:
    """The descriptor of a release of the ledger, if that release is at hand and can be read."""
    folder = releases / version
    try:
        if version not in {entry.version for entry in read_ledger(releases)} or check_descriptor_file(folder):
            return None
        return read_descriptor(folder)
    except InputError:
        return None  # `verify` says what is wrong with it; the package is then judged by the contract of today


def _by_name(descriptor: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {str(item.get("name")): item for item in descriptor["resources"] if isinstance(item, Mapping)}


def _described(descriptor: Mapping[str, Any]) -> dict[str, _Description]:
    """What a release says of each table, its file apart, by its name."""
    return {
        name: {key: item.get(key) for key in ("title", "description", "schema")}
        for name, item in _by_name(descriptor).items()
    }


def _as_released(table: Table) -> _Description:
    written = resource(table, b"")
    return {key: written[key] for key in ("title", "description", "schema")}


def _differing(
    descriptor: Mapping[str, Any], released: Mapping[str, Any], version: str, at: Location
) -> Iterator[Finding]:
    """A finding for each table of which the descriptor does not say what the release says."""
    here, there = _by_name(descriptor), _by_name(released)
    for name in [*there, *(name for name in here if name not in there)]:
        if here.get(name) != there.get(name):
            yield finding("descriptor-differs/release", at, table=name, version=version)
