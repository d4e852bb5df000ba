"""The list of all checks as text and as Markdown: what each one means, its severity, and an example."""

from __future__ import annotations

from collections.abc import Mapping

from mandate_data.findings.registry import Check

STAGES = {
    "extract": "Reading the sources",
    "contract": "The files of a package",
    "meaning": "The meaning of the tables",
    "sources": "The package against its sources",
    "safeguarding": "Safeguarding",
}


def as_text(checks: Mapping[str, Check]) -> str:
    """The list for a terminal: code and severity, what it means, an example."""
    entries = []
    for stage, title in STAGES.items():
        entries.append(title)
        for check in checks.values():
            if check.stage == stage:
                entries.append(f"  {check.code} ({check.severity})\n    {check.means}\n    > {check.example}")
    return "\n".join(entries) + "\n"


def as_markdown(checks: Mapping[str, Check]) -> str:
    """The same as the page `docs/checks.md`."""
    lines = [
        "# Checks",
        "",
        "Every finding has a code that stays. An erratum that explains a finding makes it a note. Only errors fail a",
        "build. This page is made by `mandate-data checks --format markdown`.",
    ]
    for stage, title in STAGES.items():
        lines += ["", f"## {title}", "", "| code | severity | what it means | for example |", "|---|---|---|---|"]
        for check in checks.values():
            if check.stage == stage:
                example = check.example.replace("|", "\\|")
                lines.append(
                    f'| <a id="{check.code}"></a>`{check.code}` | {check.severity} | {check.means} | {example} |'
                )
    return "\n".join(lines) + "\n"


FORMATS = {"text": as_text, "markdown": as_markdown}
