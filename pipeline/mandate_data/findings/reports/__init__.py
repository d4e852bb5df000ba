"""Findings printed: for people, for programs, for continuous integration.

text = FORMATS["sarif"](findings, checks())
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from mandate_data.findings.finding import SEVERITIES, Finding
from mandate_data.findings.registry import Check
from mandate_data.findings.reports.github_report import as_github, as_summary
from mandate_data.findings.reports.junit_report import as_junit
from mandate_data.findings.reports.sarif_report import as_sarif
from mandate_data.findings.reports.text_report import as_text, summary
from mandate_data.printable import printable_json

__all__ = ["FORMATS", "as_github", "as_json", "as_junit", "as_sarif", "as_summary", "as_text", "summary"]


def as_json(findings: Sequence[Finding]) -> str:
    """An object with the counts and the list of findings, each with every field."""
    counts = Counter(finding.severity for finding in findings)
    content = {
        "counts": {name: counts[name] for name in SEVERITIES},
        "findings": [finding.as_dict() for finding in findings],
    }
    return printable_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Finding], Mapping[str, Check]], str]] = {
    "text": lambda findings, _: as_text(findings),
    "json": lambda findings, _: as_json(findings),
    "sarif": as_sarif,
    "github": lambda findings, _: as_github(findings),
    "junit": as_junit,
}
"""Findings, and the checks that can be meant, to a text."""
