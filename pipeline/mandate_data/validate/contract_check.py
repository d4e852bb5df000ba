"""Contract: the tables of a written package checked for structure, types, keys and digests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import COLUMN_SECONDS, LONGEST_MESSAGE
from mandate_data.package.file_safety import read_descriptor
from mandate_data.package.tables import Package, Tables
from mandate_data.package.write import resource
from mandate_data.time_limits import TookTooLongError, cpu_limit
from mandate_data.validate.canonical_form import DIGESTS, check_canonical, is_digest
from mandate_data.validate.quick_contract_check import tables_in_doubt

# What the codes of findings on a broken contract begin with.
OF_CONTRACT = ("contract-", "descriptor-", "file-", "not-canonical")
OF_DIGESTS = ("contract-byte-count", "contract-hash-count")
READ = ("name", "path", "format", "mediatype", "encoding")
"""Properties of a table that Frictionless is to go by, besides its schema."""


def check_contract(
    folder: Path, contract: Package, thorough: bool = False, written: Tables | None = None
) -> tuple[list[Finding], Tables]:
    """Findings on tables by Frictionless, on those that the descriptor does not name, and on canonical form; and the
    tables, which are whole and typed where no finding but one on sizes and digests is an error.

    The tables are judged by our contract and not by the descriptor, which an edit may have weakened. Line numbers are
    those of the CSV files. Frictionless is asked about the tables that are in doubt (`tables_in_doubt`), or, where the
    check is to be `thorough`, about all. `written` are the tables from which the package has just been written, as in
    `check_canonical`. Raises InputError where there is no descriptor, or it can't be read, and for a pattern of the
    contract that takes too long on the values of its column.
    """
    resources = read_descriptor(folder)["resources"]
    named = {str(item.get("name")): item for item in resources if isinstance(item, Mapping)}
    form, tables, records = check_canonical(folder, contract, written)
    digests = {name: _digests(named.get(name, {})) for name in contract.tables}
    findings = _check_descriptor(folder / "datapackage.json", resources, contract) + form
    harmed = {item.table for item in form}
    doubtful = set(contract.tables) if thorough else tables_in_doubt(folder, contract, records, digests, harmed)
    if doubtful:
        _try_patterns(contract, {name: rows for name, rows in tables.items() if name in doubtful})
        # Loading Frictionless and having it read the tables takes longer than all else.
        from mandate_data.validate.frictionless_check import check_by_frictionless

        findings += check_by_frictionless(folder, _described(contract, doubtful, digests), doubtful)
    return findings, tables


def _try_patterns(contract: Package, tables: Tables) -> None:
    """Search with each pattern once under a limit: Frictionless has none. Raises InputError for one without end."""
    for name, rows in tables.items():
        for column in contract.tables[name].columns.values():
            pattern = column.constraints.get("pattern")
            if not isinstance(pattern, str):
                continue
            try:
                search = re.compile(pattern)
            except re.error:
                continue  # one of XML Schema alone, which Frictionless judges
            try:
                with cpu_limit(COLUMN_SECONDS):
                    for value in {row.get(column.name) for row in rows}:
                        if isinstance(value, str):
                            search.fullmatch(value)
                            search.match(value)
            except TookTooLongError:
                why = (
                    f"searches with {pattern[:LONGEST_MESSAGE]!r} take more than {COLUMN_SECONDS:g} seconds of CPU time"
                )
                raise InputError(f"{name}: {column.name}: {why}; simplify the pattern") from None


def _described(
    contract: Package, doubtful: Set[str], digests: Mapping[str, Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Tables in doubt as Data Resources, and those that they refer to, in the order of the contract."""
    needed = {key.resource for name in doubtful for key in contract.tables[name].foreign_keys} | doubtful
    for name, table in contract.tables.items():
        if name in needed:
            described = resource(table, b"")
            schema = {**table.schema, **({} if name in doubtful else {"foreignKeys": []})}
            yield {**{key: described[key] for key in READ}, "schema": schema, **digests[name]}


def _digests(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The size and digest that a descriptor gives, where they are usable."""
    return {name: resource[name] for name in DIGESTS if is_digest(name, resource.get(name))}


def _check_descriptor(path: Path, resources: Sequence[Any], contract: Package) -> list[Finding]:
    """A finding for each table that the descriptor leaves out or names twice, and for each that it has beyond ours."""
    names = [item.get("name") if isinstance(item, Mapping) else None for item in resources]
    at = Location(str(path))
    findings = []
    for name in contract.tables:
        if names.count(name) != 1:
            findings.append(finding("descriptor-differs", at, table=name, times=names.count(name)))
    unknown = [name for name in names if name not in contract.tables]
    return findings + [finding("descriptor-differs/unknown", at, unknown=name) for name in unknown]
