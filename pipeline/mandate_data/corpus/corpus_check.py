"""A corpus package that is there: its descriptor, the digest of each part, its contract, and keys across parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from mandate_data.corpus.part_check import check_frames, digest_of
from mandate_data.corpus.parts import corpus_contract
from mandate_data.findings import Finding, Location, finding, tidy
from mandate_data.package.file_safety import astray, irregular


def check_corpus(folder: Path, descriptor: Mapping[str, Any]) -> list[Finding]:
    """All findings on the corpus package in `folder`, part by part; `descriptor` is the content of datapackage.json."""
    unsafe = astray(folder, descriptor)
    if unsafe:
        return tidy(unsafe)
    where = Location(str(folder / "datapackage.json"))
    resources = {str(one.get("name")): one for one in descriptor["resources"] if isinstance(one, Mapping)}
    missing = [name for name in corpus_contract().tables if not _is_whole(resources.get(name))]
    if missing:
        return [finding("descriptor-differs/parts", where, table=missing[0])]
    counts = {len(resources[name]["parts"]) for name in corpus_contract().tables}
    if len(counts) != 1:
        return [finding("descriptor-differs/unequal-parts", where)]
    findings: list[Finding] = []
    files: list[pl.Series] = []
    for number in range(counts.pop()):
        found, frames = _check_part(
            folder, {name: resources[name]["parts"][number] for name in corpus_contract().tables}
        )
        findings += found
        if "documents" in frames and "file" in frames["documents"].columns:
            files.append(frames["documents"]["file"])
    everything = pl.concat(files) if files else pl.Series("file", [], dtype=pl.String)
    for file in everything.filter(everything.is_duplicated()).unique().sort():
        findings.append(finding("contract-primary-key/file", where, table="documents", name=file))
    return tidy(findings)


def _is_whole(resource: Mapping[str, Any] | None) -> bool:
    parts = resource.get("parts") if resource is not None else None
    return (
        isinstance(parts, Sequence)
        and all(isinstance(part, Mapping) and isinstance(part.get("path"), str) for part in parts)
        and resource is not None
        and resource.get("path") == [part["path"] for part in parts]
    )


def _check_part(folder: Path, parts: Mapping[str, Mapping[str, Any]]) -> tuple[list[Finding], dict[str, pl.DataFrame]]:
    """The findings on a part, and those of its tables that can be read."""
    findings: list[Finding] = []
    frames: dict[str, pl.DataFrame] = {}
    for name in corpus_contract().tables:
        part = parts[name]
        path = folder / part["path"]
        findings += (broken := list(_damaged(path, folder, name, part)))
        if any(finding.code.startswith("file-") for finding in broken):
            continue
        try:
            frames[name] = pl.read_parquet(path)
        except (PolarsError, OSError) as error:
            reason = " ".join(str(error).split())[:200]
            findings.append(finding("contract-source-error/unreadable", Location(str(path)), table=name, reason=reason))
    if len(frames) == len(corpus_contract().tables):
        findings += check_frames(frames, {name: str(folder / parts[name]["path"]) for name in frames})
    return findings, frames


def _damaged(path: Path, folder: Path, table: str, part: Mapping[str, Any]) -> Iterator[Finding]:
    odd, at = list(irregular(path, folder, table)), Location(str(path))
    if odd:
        yield from odd
    elif not path.is_file():
        yield finding("file-missing", at, table=table)
    elif path.stat().st_size != part.get("bytes"):
        size = path.stat().st_size
        yield finding("contract-byte-count/size", at, table=table, size=size, stated=part.get("bytes"))
    elif (actual := f"sha256:{digest_of(path)}") != part.get("hash"):
        yield finding("contract-hash-count/digest", at, table=table, digest=actual, stated=part.get("hash"))
