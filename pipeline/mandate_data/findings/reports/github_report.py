"""Findings as GitHub workflow commands, which become annotations on lines, and as a Markdown summary of the job."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mandate_data.findings.finding import Finding
from mandate_data.findings.reports.report_places import Places, relative
from mandate_data.findings.reports.text_report import count_explained, summary
from mandate_data.printable import printable

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def as_github(findings: Sequence[Finding], base: Path | None = None, explained: int = 0) -> str:
    """One command per finding, and a line that counts the `explained` ones that are left out.

    GitHub shows ten of a severity per step: the summary has them all.
    """
    base, places = base or Path.cwd(), Places()
    commands = "".join(_command(finding, places, base) + "\n" for finding in findings)
    return commands + (f"{count_explained(explained)}\n" if explained else "")


def _command(finding: Finding, places: Places, base: Path) -> str:
    properties: dict[str, str | int] = {}
    if finding.file:
        properties["file"] = relative(finding.file, base)
    if finding.line:
        place = places.of(finding)
        properties |= {"line": finding.line, "endLine": max(finding.line, finding.end_line)}
        if place is not None and place.marked:
            properties |= {"line": place.line, "endLine": place.line, "col": place.start + 1, "endColumn": place.end}
    properties["title"] = finding.code
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = f"{finding.sentence}\n{finding.hint}" if finding.hint else finding.sentence
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return printable(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_summary(findings: Sequence[Finding], base: Path | None = None, explained: int = 0) -> str:
    """A Markdown table of the findings, for `$GITHUB_STEP_SUMMARY`, and how many `explained` ones are left out."""
    base = base or Path.cwd()
    rows = [f"## mandate-data: {summary(findings)}", ""]
    rows += [f"{count_explained(explained)}.", ""] if explained else []
    if findings:
        rows += ["| severity | where | what | what to do |", "|---|---|---|---|"]
    for finding in findings:
        where = f"{relative(finding.file, base)}:{finding.line}" if finding.line else finding.file
        cells = (finding.severity, f"`{where}`" if where else "", f"{finding.sentence} `{finding.code}`", finding.hint)
        rows.append("| " + " | ".join(_cell(cell) for cell in cells) + " |")
    return "\n".join(rows) + "\n"


def _cell(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\").replace("|", "\\|")
    return printable(escaped.replace("\r", " ").replace("\n", " "))
