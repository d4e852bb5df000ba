"""Findings: what is wrong with data, as data. Every stage may report them; printing them is separate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, and where.

    `code` is stable and names the check. `file` and `line` are the address in the source (or in the
    package, for a damaged file); `table`, `row_key` and `field` the address in the data. `value` is the
    text as it stands, on which a report puts its caret. `page` is that of the line, in a document with pages. Empty
    strings and line and page 0 mean "does not apply".
    """

    code: str
    severity: Severity
    message: str
    table: str = ""
    row_key: str = ""
    field: str = ""
    value: str = ""
    hint: str = ""
    file: str = ""
    line: int = 0
    end_line: int = 0
    page: int = 0

    def as_dict(self) -> dict[str, Any]:
        """The finding as a plain mapping, keys in declaration order."""
        return asdict(self)

    @property
    def told(self) -> str:
        """The message, with the page where there is one: nobody counts the lines of a PDF."""
        return f"{self.message} (page {self.page})" if self.page else self.message

    @property
    def sort_key(self) -> tuple[Any, ...]:
        return (
            SEVERITIES.index(self.severity),
            self.file,
            self.line,
            self.code,
            self.table,
            self.row_key,
            self.field,
            self.value,
            self.message,
        )


def file_finding(code: str, path: Path, table: str, message: str, line: int = 0) -> Finding:
    """An error in a file of a package, which nobody is to mend by hand; line 0 means the file as a whole."""
    return Finding(
        code=code,
        severity="error",
        table=table,
        message=message,
        hint="restore the file, or build the package anew",
        file=str(path),
        line=line,
        end_line=line,
    )


def tidy(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without doubles, errors first, then by file and line."""
    return sorted(set(findings), key=lambda finding: finding.sort_key)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)
