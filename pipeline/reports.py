"""Findings as text for people and as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from pipeline.documents.safeguard import CAPTION, IDENTIFYING
from pipeline.extract.printed import straighten
from pipeline.findings import SEVERITIES, Finding

WIDTH = 120  # characters of a source line to show
# Findings about what may identify a child never repeat it.
UNQUOTED = ("caption-set-aside", "child-identifiable")


def as_text(findings: Sequence[Finding], moved: Mapping[Path, Path] | None = None) -> str:
    """As compilers do it: place, severity, message; the source line with a caret under the value; what to do.

    `moved` says of folders that findings name where their files lie now.
    """
    lines: list[str] = []
    sources: dict[str, list[str]] = {}
    for finding in findings:
        place = f"{finding.file}:{finding.line}: " if finding.line else f"{finding.file}: " if finding.file else ""
        lines.append(f"{place}{finding.severity}: {finding.message} [{finding.code}]")
        lines += _excerpt(finding, sources, moved or {})
        if finding.hint:
            lines.append(f"    = help: {finding.hint}")
    lines.append(summary(findings))
    return "\n".join(lines) + "\n"


def _excerpt(finding: Finding, sources: dict[str, list[str]], moved: Mapping[Path, Path]) -> list[str]:
    """The line with a caret under the value; without one where the value is not printed as it stands in the data."""
    if not finding.line or finding.code in UNQUOTED:
        return []
    if finding.file not in sources:
        path = Path(finding.file)
        for named, now in moved.items():
            path = now / path.relative_to(named) if path.is_relative_to(named) else path
        sources[finding.file] = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    for number in range(finding.line, max(finding.line, finding.end_line) + 1):
        text = sources[finding.file][number - 1] if number <= len(sources[finding.file]) else ""
        if IDENTIFYING.search(text) or CAPTION.search(text):
            return []
        column = straighten(text).find(straighten(finding.value)) if finding.value else -1
        if column >= 0:
            margin = f"{number:>5} | "
            window = max(0, column - 60)
            shown = text[window : column + len(finding.value) + 60]
            return [margin + shown, " " * (len(margin) + column - window) + "^" * len(finding.value)]
    first = sources[finding.file][finding.line - 1 : finding.line]
    return [f"{finding.line:>5} | {text[:WIDTH]}{'…' if len(text) > WIDTH else ''}" for text in first]


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    counts = Counter(finding.severity for finding in findings)
    parts = [f"{counts[name]} {name}{'s' if counts[name] != 1 else ''}" for name in SEVERITIES if counts[name]]
    return ", ".join(parts) or "no findings"


def as_json(findings: Sequence[Finding]) -> str:
    """An object with the counts and the list of findings, each with every field."""
    counts = Counter(finding.severity for finding in findings)
    content = {
        "counts": {name: counts[name] for name in SEVERITIES},
        "findings": [finding.as_dict() for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {"text": as_text, "json": as_json}
