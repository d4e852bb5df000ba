"""A copy of the package that a test edits as anybody might, by hand or with a spreadsheet."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from conftest import ROOT
from mandate_data.documents import Document
from mandate_data.extract.normalisations import Normalisation
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package
from mandate_data.package.write import to_json
from mandate_data.project import Project
from mandate_data.validate.own_package import validate_package
from mandate_data.validate.rules_check import rules_of

RULES = rules_of(Project(ROOT))


@dataclass(frozen=True)
class Edited:
    """A copy of the package that somebody edits."""

    folder: Path
    contract: Package
    documents: dict[str, Document]
    normalisations: Mapping[str, Normalisation]

    def replace(self, file: str, old: str | bytes, new: str | bytes) -> int:
        """Replace the first `old` in a file; returns the line it stood on."""
        old, new = (part.encode() if isinstance(part, str) else part for part in (old, new))
        data = (self.folder / file).read_bytes()
        assert old in data, f"{old!r} stands nowhere in {file}"
        (self.folder / file).write_bytes(data.replace(old, new, 1))
        return data[: data.index(old)].count(b"\n") + 1

    def sign(self) -> None:
        """Give the descriptor the sizes and digests of the files as they are now."""
        descriptor = self.descriptor()
        for resource in descriptor["resources"]:
            path = self.folder / resource["path"]
            data = path.read_bytes() if path.is_file() else b""
            resource["bytes"], resource["hash"] = len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"
        self.write_descriptor(descriptor)

    def descriptor(self) -> Any:
        return json.loads((self.folder / "datapackage.json").read_text(encoding="utf-8"))

    def write_descriptor(self, descriptor: Any) -> None:
        (self.folder / "datapackage.json").write_bytes(to_json(descriptor))

    def errors(self, with_sources: bool = False) -> list[Finding]:
        """All findings but notes."""
        documents = self.documents if with_sources else {}
        found = validate_package(self.folder, self.contract, RULES, documents, normalisations=self.normalisations)
        return [finding for finding in found if finding.severity != "note"]

    def breaches(self) -> list[Finding]:
        """The same without the rules: what breaks the contract, or stands in a file that is not as it must be."""
        return [one for one in validate_package(self.folder, self.contract, ()) if one.severity != "note"]
