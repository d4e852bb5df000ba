"""Each finding is given its address once, after all checks: file, lines and page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from mandate_data.documents import Document
from mandate_data.findings import Finding
from mandate_data.package.tables import Package, Tables
from mandate_data.validate.finding_places import locate, on_pages

OF_SOURCES = ("row-missing", "cell-differs")
"""Codes of findings that are about what the sources give, which the package has otherwise or not at all."""
OF_PACKAGE = ("row-not-in-sources",)
"""Codes of findings that no line of a source can have."""


@dataclass(frozen=True)
class Addresses:
    """What is needed to give findings on a package their addresses.

    `tables` are those of the package in `folder`, empty if it can't be read; `documents` the sources to which its
    provenance refers, by id; `reread` the tables that the sources give now, and `reread_documents` their documents.
    In a build `is_built` says that findings on a line of a CSV file belong on the line of the source from which its
    row was read, and `becomes` is the folder to which the package will be moved.
    """

    folder: Path
    contract: Package
    tables: Tables = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    reread: Tables | None = None
    reread_documents: Mapping[str, Document] = field(default_factory=dict)
    is_built: bool = False
    becomes: Path | None = None

    def resolve(self, findings: Sequence[Finding]) -> list[Finding]:
        """The findings with their addresses; those that have a file keep it."""
        named = [self._on_row(one) for one in findings] if self.is_built else list(findings)
        placed = [one for one in named if one.file]
        without = [one for one in named if not one.file]
        others = [one for one in without if one.code not in (*OF_PACKAGE, *OF_SOURCES)]
        placed += self._located(others, self.tables, self.documents)
        placed += self._located([one for one in without if one.code in OF_PACKAGE], self.tables, {})
        of_sources = [one for one in without if one.code in OF_SOURCES]
        placed += self._located(of_sources, self.reread or {}, self.reread_documents)
        return [self._moved(one) for one in on_pages(placed, {**self.documents, **self.reread_documents})]

    def _located(
        self, findings: Sequence[Finding], tables: Tables, documents: Mapping[str, Document]
    ) -> Sequence[Finding]:
        if not findings or not tables:
            return findings
        return locate(findings, tables, self.contract, self.folder, documents)

    def _on_row(self, finding: Finding) -> Finding:
        """A finding on a line of a CSV file as one on the row of that line."""
        rows = self.tables.get(finding.table, [])
        if finding.file != str(self.folder / "data" / f"{finding.table}.csv") or not 2 <= finding.line < len(rows) + 2:
            return finding
        key = self.contract.tables[finding.table].key_of(rows[finding.line - 2])
        return replace(finding, row_key=key, file="", line=0, end_line=0)

    def _moved(self, finding: Finding) -> Finding:
        if self.becomes is None or not finding.file.startswith(str(self.folder)):
            return finding
        return replace(finding, file=str(self.becomes) + finding.file.removeprefix(str(self.folder)))
