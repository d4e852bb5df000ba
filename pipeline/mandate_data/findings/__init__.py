"""Findings: what is wrong with data, as data; each is made by the code of its check, a place and values.

place = Location("raw/a-source/document.md", line=12)
finding("unread-number", place, value="188", guide="raw/a-source/extraction.yaml")
"""

from mandate_data.findings.finding import SEVERITIES, Finding, Location, Severity, has_errors, tidy
from mandate_data.findings.registry import finding

__all__ = ["SEVERITIES", "Finding", "Location", "Severity", "finding", "has_errors", "tidy"]
