"""Data packages of somebody else, written by a test: tables with their schemas, in a folder of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.findings.finding import Finding
from mandate_data.validate.foreign_package import check_described

ALL_LARGE, ALL_SMALL = 0, 1 << 40
VERSION_2 = "https://datapackage.org/profiles/2.0/datapackage.json"
NOTES = ("descriptor-foreign", "contract-no-schema")


@dataclass(frozen=True)
class Described:
    """A package with a descriptor of its own."""

    folder: Path

    def write(self, tables: Mapping[str, tuple[bytes | str, Mapping[str, Any] | None]], **more: Any) -> None:
        """Write tables as (content, schema); `more` goes into every resource."""
        resources = []
        for name, (content, schema) in tables.items():
            data = content.encode() if isinstance(content, str) else content
            (self.folder / f"{name}.csv").write_bytes(data)
            described = {"schema": schema} if schema is not None else {}
            resources.append({"name": name, "path": f"{name}.csv", "format": "csv", **described, **more})
        self.describe(resources)

    def describe(self, resources: list[dict[str, Any]]) -> None:
        descriptor = {"$schema": VERSION_2, "name": "somebody-else", "resources": resources}
        (self.folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")

    def descriptor(self) -> Any:
        return json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))

    def check(self, large: int) -> list[Finding]:
        """All findings but the notes that the package is not ours, and that a table has no schema."""
        found = check_described(self.folder, self.descriptor(), large)
        return [finding for finding in found if finding.code not in NOTES]

    def check_both(self) -> list[Finding]:
        """What the checks for small and for large tables both find; fails where they differ."""
        by_frictionless, by_polars = self.check(ALL_SMALL), self.check(ALL_LARGE)
        differ = [finding.as_dict() for finding in {*by_frictionless} ^ {*by_polars}]
        assert by_polars == by_frictionless, differ
        return by_polars


def field(name: str, kind: str = "string", **constraints: Any) -> dict[str, Any]:
    return {"name": name, "type": kind, **({"constraints": constraints} if constraints else {})}


def refers(column: str, table: str, to: str) -> dict[str, Any]:
    """A foreign key of one column; the table is `""` for the same one."""
    return {"fields": [column], "reference": {"resource": table, "fields": [to]}}
