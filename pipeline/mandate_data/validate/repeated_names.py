"""Repeated names: a word that is twice in one object of a JSON file, of which readers take the one or the other."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.package.file_safety import irregular, is_address
from mandate_data.package.strict_json import RepeatedKeys
from mandate_data.regular_files import read_regular_text

RULE = "by RFC 8259 the names in an object should be unique; write it once"
MOST = 20
"""Names that are reported of a file."""


def check_repeated_names(folder: Path, descriptor: Mapping[str, Any]) -> Iterator[Finding]:
    """Findings on datapackage.json and on the files of schemas and dialects that it names."""
    files = [folder / "datapackage.json"]
    for resource in descriptor["resources"]:
        if isinstance(resource, Mapping):
            parts = (resource.get("schema"), resource.get("dialect"))
            files += [folder / part for part in parts if isinstance(part, str) and not is_address(part)]
    for path in dict.fromkeys(files):
        if not any(irregular(path, folder, "")):
            for name in repeated_names(path)[:MOST]:
                problem = f"{name!r} is there more than once in one object, and readers differ in which they take"
                yield finding("descriptor-profile/advice", Location(str(path)), where="", problem=problem, rule=RULE)


def repeated_names(path: Path) -> list[str]:
    """The names that an object of a JSON file has more than once, in their order; none where it is not JSON."""
    keys = RepeatedKeys()
    try:
        json.loads(read_regular_text(path, LARGEST_DESCRIPTOR), object_pairs_hook=keys.read)
    except (OSError, ValueError, RecursionError):
        return []  # said where the file is read
    return list(keys.found)
