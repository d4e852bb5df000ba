"""A corpus package that is there: its descriptor, the digest of each part, its contract, and keys across parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import polars as pl
from polars.exceptions import PolarsError

from mandate_data.corpus.part_check import check_frames, digest_of
from mandate_data.corpus.parts import corpus_contract
from mandate_data.findings.finding import Finding, file_finding, tidy
from mandate_data.package.file_safety import astray, irregular

HINT = "delete the package and make it anew"


def check_corpus(folder: Path, descriptor: Mapping[str, Any]) -> list[Finding]:
    """All findings on the corpus package in `folder`, part by part; `descriptor` is the content of datapackage.json."""
    unsafe = astray(folder, descriptor)
    if unsafe:
        return tidy(unsafe)
    where = folder / "datapackage.json"
    resources = {str(one.get("name")): one for one in descriptor["resources"] if isinstance(one, Mapping)}
    missing = [name for name in corpus_contract().tables if not _is_whole(resources.get(name))]
    if missing:
        message = f"the descriptor has no table {missing[0]!r} with its parts"
        return [file_finding("descriptor-differs", where, missing[0], message)]
    counts = {len(resources[name]["parts"]) for name in corpus_contract().tables}
    if len(counts) != 1:
        return [file_finding("descriptor-differs", where, "", "the tables of the descriptor have different parts")]
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
        message = f"the file {file!r} stands in more than one part"
        findings.append(file_finding("contract-primary-key", where, "documents", message))
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
            message = f"{path.name} can't be read ({' '.join(str(error).split())[:200]})"
            findings.append(file_finding("contract-source-error", path, name, message))
    if len(frames) == len(corpus_contract().tables):
        findings += check_frames(frames, {name: str(folder / parts[name]["path"]) for name in frames})
    return findings, frames


def _damaged(path: Path, folder: Path, table: str, part: Mapping[str, Any]) -> Iterator[Finding]:
    odd = list(irregular(path, folder, table))
    if odd:
        yield from odd
    elif not path.is_file():
        yield file_finding("file-missing", path, table, f"{path.name} is missing")
    elif path.stat().st_size != part.get("bytes"):
        message = f"{path.name} has {path.stat().st_size} bytes, but the descriptor says {part.get('bytes')}"
        yield file_finding("contract-byte-count", path, table, message)
    elif (actual := f"sha256:{digest_of(path)}") != part.get("hash"):
        message = f"{path.name} has the digest {actual}, but the descriptor says {part.get('hash')}"
        yield file_finding("contract-hash-count", path, table, message)
