"""Findings as JUnit XML, which continuous integration shows as tests: one per check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from mandate_data.findings.finding import Finding
from mandate_data.findings.registry import Check
from mandate_data.printable import printable

_NOT_XML = {code: "\ufffd" for code in range(32) if code not in (9, 10, 13)} | {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}


def as_junit(findings: Sequence[Finding], checks: Mapping[str, Check]) -> str:
    """One test case per check: it fails with its errors; its warnings and notes are what it printed."""
    failed = {finding.code for finding in findings if finding.severity == "error"}
    stages = {code: check.stage for code, check in checks.items()}
    counts = {"tests": str(len(stages)), "failures": str(len(failed)), "errors": "0"}
    suites = ElementTree.Element("testsuites", counts)
    suite = ElementTree.SubElement(suites, "testsuite", {"name": "mandate-data", **counts})
    for code, stage in stages.items():
        case = ElementTree.SubElement(suite, "testcase", {"classname": f"mandate-data.{stage}", "name": code})
        found = [finding for finding in findings if finding.code == code]
        errors = [finding for finding in found if finding.severity == "error"]
        if errors:
            message = _clean(errors[0].message if len(errors) == 1 else f"{len(errors)} errors")
            failure = ElementTree.SubElement(case, "failure", {"message": message, "type": code})
            failure.text = "\n".join(_told(finding) for finding in errors)
        others = [finding for finding in found if finding.severity != "error"]
        if others:
            ElementTree.SubElement(case, "system-out").text = "\n".join(_told(finding) for finding in others)
    ElementTree.indent(suites)
    return ElementTree.tostring(suites, encoding="unicode", xml_declaration=True) + "\n"


def _told(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    hint = f" ({finding.hint})" if finding.hint else ""
    return _clean(f"{place}: {finding.severity}: {finding.sentence}{hint}" if place else f"{finding.sentence}{hint}")


def _clean(text: str) -> str:
    return printable(text.translate(_NOT_XML))
