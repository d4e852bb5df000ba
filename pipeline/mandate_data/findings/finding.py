"""What a finding is, and where it is; `registry` makes findings, `reports` prints them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file; all that is not given is unknown.

    `line` and `end_line` count from 1, and 0 means the file as a whole; `page` is that of the line in a document with
    pages. `start` is a character of the first line and `end` one of the last, from 0, the end not included; `end` 0
    means that the characters are not known.
    """

    file: str = ""
    line: int = 0
    end_line: int = 0
    page: int = 0
    start: int = 0
    end: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "end_line", max(self.line, self.end_line))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, and where.

    `code` is stable and names the check. `table`, `row_key` and `field` are the address in the data; `file` to `end`
    the place in the source (or in the package, for a damaged file), as `Location` has them. `value` is the text of the
    data, which a report marks on its line. `erratum` is the id of the erratum that explains the finding. Empty strings
    and 0 mean "does not apply".
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
    start: int = 0
    end: int = 0
    erratum: str = ""

    def at(self, place: Location) -> Finding:
        """The finding at another place."""
        return replace(self, **asdict(place))

    def as_dict(self) -> dict[str, Any]:
        """The finding as a plain mapping, keys in declaration order."""
        return asdict(self)

    @property
    def sentence(self) -> str:
        """The message with the page, where there is one, and the erratum that explains it."""
        explained = f" (explained by erratum {self.erratum})" if self.erratum else ""
        return self.message + explained + (f" (page {self.page})" if self.page else "")

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
            self.start,
        )


def tidy(findings: Iterable[Finding]) -> list[Finding]:
    """Findings without doubles, errors first, then by file and line."""
    return sorted(set(findings), key=lambda finding: finding.sort_key)


def has_errors(findings: Iterable[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)
