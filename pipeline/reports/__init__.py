"""Findings printed: for people, for programs, for continuous integration.

text = FORMATS["sarif"](findings)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from pipeline.findings import SEVERITIES, Finding
from pipeline.reports.github import as_github, as_summary
from pipeline.reports.junit import as_junit
from pipeline.reports.sarif import as_sarif
from pipeline.reports.text import as_text, summary

__all__ = ["FORMATS", "as_github", "as_json", "as_junit", "as_sarif", "as_summary", "as_text", "summary"]


def as_json(findings: Sequence[Finding]) -> str:
    """An object with the counts and the list of findings, each with every field."""
    counts = Counter(finding.severity for finding in findings)
    content = {
        "counts": {name: counts[name] for name in SEVERITIES},
        "findings": [finding.as_dict() for finding in findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "sarif": as_sarif,
    "github": as_github,
    "junit": as_junit,
}
