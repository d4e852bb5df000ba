"""The list of all checks: what each one means, how grave it is, and an example. `checks.yaml` holds it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from mandate_data.findings.finding import Severity

STAGES = {
    "extract": "Reading the sources",
    "contract": "The files of a package",
    "meaning": "The meaning of the tables",
    "sources": "The package against its sources",
    "safeguarding": "Safeguarding",
}


@dataclass(frozen=True, slots=True)
class Check:
    """One check: the `code` of its findings, which stays, the `stage` it belongs to, and its usual severity."""

    code: str
    stage: str
    severity: Severity
    means: str
    example: str


def _load() -> dict[str, Check]:
    text = Path(__file__).with_name("checks.yaml").read_text(encoding="utf-8")
    content = yaml.load(text, Loader=yaml.CSafeLoader)
    return {code: Check(code=code, **check) for code, check in content.items()}


CHECKS: Mapping[str, Check] = _load()


def as_text() -> str:
    """The list for a terminal: code and severity, what it means, an example."""
    entries = []
    for stage, title in STAGES.items():
        entries.append(title)
        for check in CHECKS.values():
            if check.stage == stage:
                entries.append(f"  {check.code} ({check.severity})\n    {check.means}\n    > {check.example}")
    return "\n".join(entries) + "\n"


def as_markdown() -> str:
    """The same as the page `docs/checks.md`."""
    lines = [
        "# Checks",
        "",
        "Every finding has a code that stays. An erratum that explains a finding makes it a note. Only errors fail a",
        "build. This page is made by `mandate-data checks --format markdown`.",
    ]
    for stage, title in STAGES.items():
        lines += ["", f"## {title}", "", "| code | severity | what it means | for example |", "|---|---|---|---|"]
        for check in CHECKS.values():
            if check.stage == stage:
                example = check.example.replace("|", "\\|")
                lines.append(f"| `{check.code}` | {check.severity} | {check.means} | {example} |")
    return "\n".join(lines) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown}
