"""The ledger of releases: every version with its date, the weight of its change and its digests, chained to the last.

`digest` covers all other properties of an entry, that of the entry before included: nothing in it can be changed, left
out or moved without breaking the chain.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DESCRIPTOR, LONGEST_MESSAGE
from mandate_data.regular_files import read_regular

NAME = "index.json"
_VERSION = re.compile(r"(?:0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})\.(?:0|[1-9][0-9]{0,8})")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Entry:
    """One release. `change` is `initial`, `major`, `minor` or `patch`; `reasons` say why.

    `files` is the digest of its SHA256SUMS, `inputs` that of the sources and schemas it was made from, `previous` that
    of the entry before, or empty.
    """

    version: str
    date: str
    change: str
    reasons: tuple[str, ...]
    files: str
    inputs: str
    previous: str
    digest: str = ""

    def sealed(self) -> Entry:
        """The same with its own digest."""
        return Entry(**{**asdict(self), "reasons": self.reasons, "digest": self.own_digest()})

    def own_digest(self) -> str:
        content = {name: value for name, value in asdict(self).items() if name != "digest"}
        plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"sha256:{hashlib.sha256(plain.encode()).hexdigest()}"


def read_ledger(releases: Path) -> list[Entry]:
    """The entries, oldest first; none where nothing was released. Raises InputError for a ledger that can't be read."""
    path = releases / NAME
    if not os.path.lexists(path):
        return []
    try:
        data = read_regular(path, LARGEST_DESCRIPTOR)
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); restore it") from None
    return entries_of(data, str(path))


def entries_of(data: bytes, place: str) -> list[Entry]:
    """The entries of a ledger's bytes, which stand at `place`. Raises InputError for what is not a ledger."""
    try:
        return [_entry(item) for item in json.loads(data.decode())["releases"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise InputError(f"{place}: no ledger of releases ({str(error)[:LONGEST_MESSAGE]}); restore it") from None


def _entry(item: Any) -> Entry:
    if not isinstance(item["reasons"], list) or not all(isinstance(reason, str) for reason in item["reasons"]):
        raise ValueError("reasons that are not texts")
    entry = Entry(**{**item, "reasons": tuple(item["reasons"])})
    for name in ("change", "inputs", "previous"):
        if not isinstance(getattr(entry, name), str):
            raise ValueError(f"{name} is not text")
    entry.own_digest()  # raises for half of a character, which can be written and never read
    for name, form in (("version", _VERSION), ("date", _DATE), ("files", _DIGEST), ("digest", _DIGEST)):
        value = getattr(entry, name)
        if not isinstance(value, str) or not form.fullmatch(value):
            raise ValueError(f"{name} {value!r}")
    return entry


def entries_until(releases: Path, version: str = "") -> list[Entry]:
    """The entries up to that of a version, oldest first; all of them, if none is named.

    Raises InputError for a version that is in no entry, and where nothing was released.
    """
    entries = read_ledger(releases)
    if not entries:
        raise InputError(f"{releases}: nothing was released; make a release first")
    known = [entry.version for entry in entries]
    if version and version not in known:
        raise InputError(f"{version}: no such release; known: {', '.join(known)}")
    return entries[: known.index(version) + 1] if version else entries


def ledger_bytes(entries: Sequence[Entry]) -> bytes:
    content = {"releases": [{**asdict(entry), "reasons": list(entry.reasons)} for entry in entries]}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def broken_links(entries: Sequence[Entry]) -> Iterator[tuple[Entry, str]]:
    """Entries that are not what they were when they were written, or not where they were, and why."""
    before: Entry | None = None
    for entry in entries:
        if entry.digest != entry.own_digest():
            yield entry, "the entry was changed: its digest is another"
        if entry.previous != (before.digest if before else ""):
            yield entry, f"the entry does not follow on {before.version if before else 'the beginning'}"
        elif before is not None and _numbers(entry.version) <= _numbers(before.version):
            yield entry, f"the version does not follow on {before.version}"
        elif before is not None and entry.date < before.date:
            yield entry, f"dated {entry.date}, before {before.version}"
        before = entry


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
