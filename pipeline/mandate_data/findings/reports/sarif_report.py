"""Findings as SARIF 2.1.0, the exchange format for results of static analysis."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from mandate_data import __version__
from mandate_data.findings.finding import Finding
from mandate_data.findings.registry import Check
from mandate_data.findings.reports.report_places import Places, relative
from mandate_data.printable import printable_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(
    findings: Sequence[Finding], checks: Mapping[str, Check], base: Path | None = None, help_page: str = ""
) -> str:
    """One run with one rule per check and one result per finding; locations are relative to `base`, the repository.

    Each rule says what it means; with the address of a `help_page` it links to its entry there. The fingerprint of a
    result stays when lines move. What an erratum explains is marked as suppressed.
    """
    base, places = base or Path.cwd(), Places()
    seen: Counter[str] = Counter()
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {
            "driver": {
                "name": "mandate-data",
                "version": __version__,
                **({"informationUri": help_page} if help_page else {}),
                "rules": [_rule(checks[code], help_page) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code), places, base, seen) for finding in findings],
    }
    content = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return printable_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def _rule(check: Check, help_page: str) -> dict[str, Any]:
    rule = {
        "id": check.code,
        "shortDescription": {"text": check.means},
        "fullDescription": {"text": f"{check.means} For example: {check.example}"},
        "help": {
            "text": f"{check.means} For example: {check.example}. `mandate-data checks` lists every check.",
            "markdown": f"{check.means}\n\nFor example: {check.example}\n\n`mandate-data checks` lists every check.",
        },
        "defaultConfiguration": {"level": check.severity},
    }
    return {**rule, "helpUri": f"{help_page}#{check.code}"} if help_page else rule


def _fingerprint(finding: Finding, base: Path, seen: Counter[str]) -> str:
    """What makes a finding the same in another run: its check, its address and its value, not its line."""
    file = relative(finding.file, base) if finding.file else ""
    same = "\0".join(
        (finding.code, file, finding.table, finding.row_key, finding.field, finding.value, finding.message)
    )
    digest = sha256(same.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"


def _result(finding: Finding, index: int, places: Places, base: Path, seen: Counter[str]) -> dict[str, Any]:
    text = f"{finding.sentence} ({finding.hint})" if finding.hint else finding.sentence
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": text},
        "partialFingerprints": {"mandateDataFinding/v1": _fingerprint(finding, base, seen)},
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
        justification = f"explained by the erratum {finding.erratum}"
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
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
