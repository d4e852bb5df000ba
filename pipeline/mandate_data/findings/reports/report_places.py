"""The place of a finding: the line of its file and the columns of its value, never of what may identify a child."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mandate_data.child_privacy import may_identify
from mandate_data.findings.finding import Finding
from mandate_data.typography import straighten

# Findings about what may identify a child never repeat it.
UNQUOTED = ("caption-set-aside", "child-identifiable")
BINARY = (".docx", ".pdf")
"""Endings of documents whose lines a reader makes."""
LARGEST_SHOWN = 16 << 20
"""Bytes: no line is shown of a larger file; its number is enough, and reading it would cost all memory."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file: its number, its text, and the columns [start, end) of the value, if it stands there.

    Lines count from 1, columns from 0, in characters.
    """

    line: int
    text: str
    start: int = -1
    end: int = -1

    @property
    def marked(self) -> bool:
        """Whether the value stands on the line as it stands in the data."""
        return self.start >= 0


@dataclass(slots=True)
class Places:
    """The lines of the files that findings name; `moved` says of folders where their files lie now."""

    moved: Mapping[Path, Path] = field(default_factory=dict)
    _lines: dict[str, list[str]] = field(default_factory=dict)

    def of(self, finding: Finding) -> Place | None:
        """The line on which the finding's value stands, or else its first one; None where nothing may be shown."""
        if not finding.line or finding.code in UNQUOTED:
            return None
        lines = self._of_file(finding.file)
        first = lines[finding.line - 1 : finding.line]
        for number in range(finding.line, max(finding.line, finding.end_line) + 1):
            text = lines[number - 1] if number <= len(lines) else ""
            if may_identify(text):
                return None
            if finding.start < finding.end and finding.line == finding.end_line and text:
                return Place(number, text, finding.start, finding.end)
            column = straighten(text).find(straighten(finding.value)) if finding.value else -1
            if column >= 0:
                return Place(number, text, column, column + len(finding.value))
        return Place(finding.line, first[0]) if first else None

    def _of_file(self, file: str) -> list[str]:
        if file not in self._lines:
            path = Path(file)
            for named, now in self.moved.items():
                path = now / path.relative_to(named) if path.is_relative_to(named) else path
            shown = path.is_file() and path.stat().st_size <= LARGEST_SHOWN
            self._lines[file] = _lines_of(path) if shown else []
        return self._lines[file]


def _lines_of(path: Path) -> list[str]:
    """The lines that findings count: those of the text, or those that a reader made of a binary document."""
    if path.suffix.lower() in BINARY:
        from mandate_data.documents import SUFFIXES  # the readers take longer to load than most packages to check
        from mandate_data.documents.read_apart import read_document_apart

        return list(read_document_apart(path, SUFFIXES[path.suffix.lower()], path.stem).lines)
    return path.read_text(encoding="utf-8", errors="replace").split("\n")


def relative(file: str, base: Path) -> str:
    """The file's path below `base`, with slashes, as other programs want it; as it is if it lies elsewhere."""
    path = Path(file)
    absolute = path if path.is_absolute() else Path.cwd() / path
    root = base.resolve()
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else path.as_posix()
