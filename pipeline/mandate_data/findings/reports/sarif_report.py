"""Findings as SARIF 2.1.0, the exchange format for results of static analysis."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mandate_data import __version__
from mandate_data.findings.finding import Finding
from mandate_data.findings.registry import Check
from mandate_data.findings.reports.report_places import Places, relative
from mandate_data.printable import printable_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(findings: Sequence[Finding], checks: Mapping[str, Check], base: Path | None = None) -> str:
    """One run with one rule per check and one result per finding; locations are relative to `base`, the repository."""
    base, places = base or Path.cwd(), Places()
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "mandate-data",
                "version": __version__,
                "rules": [_rule(checks[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), places, base) for finding in findings],
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return printable_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _rule(check: Check) -> dict[str, Any]:
    return {
        "id": check.code,
        "shortDescription": {"text": check.means},
        "defaultConfiguration": {"level": check.severity},
    }


def _result(finding: Finding, index: int, places: Places, base: Path) -> dict[str, Any]:
    text = f"{finding.sentence} ({finding.hint})" if finding.hint else finding.sentence
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": text},
    }
    location: dict[str, Any] = {}
    if finding.file:
        physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(relative(finding.file, base))}}
        if finding.line:
            physical["region"] = _region(finding, places)
        location["physicalLocation"] = physical
    if finding.table:
        parts = [part for part in (finding.table, finding.row_key, finding.field) if part]
        location["logicalLocations"] = [{"fullyQualifiedName": "/".join(parts)}]
    if location:
        result["locations"] = [location]
    if finding.erratum:
        result["properties"] = {"erratum": finding.erratum}
    return result


def _uri(path: str) -> str:
    """A path below the repository as a relative reference, any other as the address of a file."""
    return Path(path).as_uri() if Path(path).is_absolute() else quote(os.fsencode(path))


def _region(finding: Finding, places: Places) -> dict[str, int]:
    place = places.of(finding)
    if place is not None and place.marked:
        return {
            "startLine": place.line,
            "startColumn": place.start + 1,
            "endLine": place.line,
            "endColumn": place.end + 1,
        }
    return {"startLine": finding.line, "endLine": max(finding.line, finding.end_line)}
