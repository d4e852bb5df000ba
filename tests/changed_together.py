"""Copies of the project in which many lines of the sources are changed, each once, and which are read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT, ProjectCopy, copy_project
from mandate_data.extract import Extracted
from mandate_data.findings.finding import Finding


@dataclass(frozen=True)
class Changed:
    """A project, what is read from it, and the line of each change by what was put there."""

    project: ProjectCopy
    after: Extracted
    lines: Mapping[str, int]


def change_together(folder: Path, changes: Iterable[tuple[str, str, str]]) -> list[Changed]:
    """Changes (source, what stands there, what instead) made in as few projects as can hold them.

    A line is changed once in a project; changes that depend on each other must not be made together.
    """
    groups: list[dict[tuple[str, int], tuple[str, str]]] = []
    for source_id, old, new in changes:
        at = (source_id, line_of(ProjectCopy(ROOT), document(source_id), old))
        group = next((group for group in groups if at not in group), None)
        if group is None:
            groups.append(group := {})
        group[at] = (old, new)
    done = []
    for number, group in enumerate(groups):
        root = folder / str(number)
        copy_project(root)
        project = ProjectCopy(root)
        lines = {new: project.edit(document(at[0]), old, new) for at, (old, new) in group.items()}
        done.append(Changed(project, project.extract(), lines))
    return done


def document(source_id: str) -> str:
    return f"raw/{source_id}/document.md"


def line_of(project: ProjectCopy, path: str, words: str) -> int:
    """The line on which words stand first."""
    text = (project.root / path).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def new_findings(before: Extracted, after: Extracted) -> list[Finding]:
    """What was not found before; for changes that keep the number of lines."""
    known = {(finding.code, finding.message, finding.line) for finding in before.findings}
    return [item for item in after.findings if (item.code, item.message, item.line) not in known]
