"""Findings as text for people, as compilers write them: place, severity, message, the line with a caret, what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from mandate_data.findings.finding import SEVERITIES, Finding
from mandate_data.findings.reports.report_places import Place, Places
from mandate_data.limits import LONGEST_VALUE
from mandate_data.printable import counted, printable_line

MANY, SHOWN = 8, 3
"""Of more warnings or notes of one check in one file than these, so many are shown; the others are named by line."""
WIDTH = 120  # characters of a source line to show
AROUND = 60  # characters to show on each side of a value
_COLOURS = {"error": "31", "warning": "33", "note": "36"}


def as_text(
    findings: Sequence[Finding], moved: Mapping[Path, Path] | None = None, colour: bool = False, explained: int = 0
) -> str:
    """One entry per finding, and the summary; many warnings or notes of one check in one file are a group.

    `moved` says of folders that findings name where their files lie now. `explained` is how many findings are left
    out because an erratum explains them; they are counted in the summary.
    """
    places = Places(moved or {})
    lines: list[str] = []
    groups = _groups(findings)
    shown = Counter[tuple[str, str]]()
    for finding in findings:
        key = (str(finding.file), finding.code)
        shown[key] += 1
        if key in groups and shown[key] > SHOWN:
            if shown[key] == SHOWN + 1:
                lines.append(_more(groups[key][SHOWN:], colour))
            continue
        where = f"{finding.file}:{finding.line}: " if finding.line else f"{finding.file}: " if finding.file else ""
        hue = _COLOURS[finding.severity]
        severity = _painted(f"{finding.severity}:", f"1;{hue}", colour)
        said = printable_line(finding.sentence)
        lines.append(f"{_painted(printable_line(where), '1', colour)}{severity} {said} [{finding.code}]")
        place = places.of(finding)
        lines += _excerpt(place, hue, colour) if place else []
        if finding.hint and not finding.erratum:
            lines.append(f"    = help: {printable_line(finding.hint)}")
    lines.append("; ".join([summary(findings), *([count_explained(explained)] if explained else [])]))
    return "\n".join(lines) + "\n"


def _groups(findings: Sequence[Finding]) -> dict[tuple[str, str], list[Finding]]:
    """The warnings and notes of one check in one file, where there are many."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if finding.severity != "error":
            groups.setdefault((str(finding.file), finding.code), []).append(finding)
    return {key: group for key, group in groups.items() if len(group) > MANY}


def _more(group: Sequence[Finding], colour: bool) -> str:
    """The rest of a group in one line: how many, and on which lines."""
    first = group[0]
    numbers = sorted({finding.line for finding in group if finding.line})
    on = f" on line{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}" if numbers else ""
    severity = _painted(f"{first.severity}:", f"1;{_COLOURS[first.severity]}", colour)
    where = _painted(printable_line(f"{first.file}: " if first.file else ""), "1", colour)
    return f"{where}{severity} {len(group)} more of these{on} [{first.code}]"


def _excerpt(place: Place, hue: str, colour: bool) -> list[str]:
    margin = f"{place.line:>5} | "
    if not place.marked:
        return [f"{margin}{printable_line(place.text[:WIDTH])}{'…' if len(place.text) > WIDTH else ''}"]
    window, end = max(0, place.start - AROUND), min(place.end, place.start + LONGEST_VALUE)
    before, shown = place.text[window : place.start], place.text[window : end + AROUND]
    value = printable_line(place.text[place.start : end])
    caret = _painted("^" * len(value), f"1;{hue}", colour)
    return [margin + printable_line(shown), " " * (len(margin) + len(printable_line(before))) + caret]


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour and text else text


def summary(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`, or `no findings`."""
    counts = Counter(finding.severity for finding in findings)
    parts = [counted(counts[name], name) for name in SEVERITIES if counts[name]]
    return ", ".join(parts) or "no findings"


def count_explained(count: int) -> str:
    """How many findings are not shown because an erratum explains them."""
    return f"{counted(count, 'finding')} explained by errata, not shown (--show-explained shows them)"
