"""Findings printed: for people, for programs, for continuous integration.

text = FORMATS["sarif"](Report(findings, checks()))
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mandate_data.findings.finding import SEVERITIES, Finding
from mandate_data.findings.registry import Check
from mandate_data.findings.reports.github_report import as_github, as_summary
from mandate_data.findings.reports.junit_report import as_junit
from mandate_data.findings.reports.sarif_report import as_sarif
from mandate_data.findings.reports.text_report import as_text, summary
from mandate_data.printable import printable_json

__all__ = ["FORMATS", "Report", "as_github", "as_json", "as_junit", "as_sarif", "as_summary", "as_text", "summary"]


def as_json(findings: Sequence[Finding]) -> str:
    """An object with the counts and the list of findings, each with every field."""
    counts = Counter(finding.severity for finding in findings)
    content = {
        "counts": {name: counts[name] for name in SEVERITIES},
        "findings": [finding.as_dict() for finding in findings],
    }
    return printable_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


@dataclass(frozen=True, slots=True)
class Report:
    """What is reported: the findings, the checks that they can be of, and how many explained ones are left out.

    `help_page` is the address of the list of checks; empty where there is none.
    """

    findings: Sequence[Finding]
    checks: Mapping[str, Check]
    explained: int = 0
    help_page: str = ""


FORMATS: Mapping[str, Callable[[Report], str]] = {
    "text": lambda report: as_text(report.findings, explained=report.explained),
    "json": lambda report: as_json(report.findings),
    "sarif": lambda report: as_sarif(report.findings, report.checks, help_page=report.help_page),
    "github": lambda report: as_github(report.findings, explained=report.explained),
    "junit": lambda report: as_junit(report.findings, report.checks),
}
