"""File digests: whether size and digest of a resource's file are what the descriptor says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import LARGEST_HASHED
from mandate_data.package.resources import Resource
from mandate_data.regular_files import open_regular

METHODS = {
    re.sub("[_-]", "", name): name for name in sorted(hashlib.algorithms_guaranteed) if not name.startswith("shake")
}
"""Kinds of digests by their names without hyphens: `sha-256` is `sha256`. Those of any length are none."""


def hashed_bytes(resource: Resource) -> int:
    """How many bytes must be read to compare a resource's digest."""
    path = resource.path
    stated = resource.descriptor.get("hash") is not None and len(resource.paths) == 1
    return path.stat().st_size if path is not None and stated and path.is_file() else 0


def check_digests(resource: Resource, most: int = LARGEST_HASHED) -> Iterator[Finding]:
    """Where size or digest are not what the descriptor says; a resource of several files has neither.

    Of more than `most` bytes no digest is computed, which is a finding.
    """
    path, stated, size = resource.path, resource.descriptor.get("hash"), resource.descriptor.get("bytes")
    if len(resource.paths) > 1 and (stated is not None or size is not None):
        yield finding("contract-unchecked/digest", Location(str(path)), table=resource.name)
    if path is None or not path.is_file() or len(resource.paths) > 1:
        return
    at, table = Location(str(path)), resource.name
    if type(size) is int and size != path.stat().st_size:
        yield finding("contract-byte-count/size", at, table=table, size=path.stat().st_size, stated=size)
    if not isinstance(stated, str):
        return  # said of the descriptor
    method, _, digest = stated.rpartition(":")
    known = METHODS.get(re.sub("[_-]", "", method.lower() or "md5"))
    if known is None:
        yield finding("contract-unchecked/hash", at, table=table, kind=method)
        return
    method = known
    if hashed_bytes(resource) > most:
        yield finding("contract-hash-count/unchecked", at, table=table, most=LARGEST_HASHED)
        return
    actual = _digest(path, method)
    if actual != digest.lower():
        of_git = method == "sha1" and _digest(path, method, b"blob %d\0" % path.stat().st_size) == digest.lower()
        code = "contract-hash-count/git" if of_git else "contract-hash-count/digest"
        yield finding(code, at, table=table, digest=f"{method}:{actual}", stated=stated)


def _digest(path: Path, method: str, start: bytes = b"") -> str:
    def begun() -> hashlib._Hash:
        return hashlib.new(method, start, usedforsecurity=False)

    with open_regular(path) as stream:
        return hashlib.file_digest(stream, begun).hexdigest()
