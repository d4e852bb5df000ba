"""Findings in a format of --format, on standard output or in a file."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mandate_data.cli.options import check_format, has_colours
from mandate_data.errors import InputError
from mandate_data.package.atomic_folders import replace_file

if TYPE_CHECKING:
    from mandate_data.findings.finding import Finding
    from mandate_data.project import Project

FOR_PEOPLE = ("text", "github")
"""Formats that people read after every build; the others have all findings, marked as explained."""
TEXT = "text"
CHECK_LIST = "docs/checks.md"


def check_finding_format(format: str) -> None:
    """Raises InputError for a --format that findings don't have."""
    if format == TEXT:  # as nearly always: the modules of the others are not loaded
        return
    from mandate_data.findings.reports import FORMATS

    check_format(format, FORMATS)


def check_output(output: Path, folder: Path, inputs: Iterable[Path], folders: Iterable[Path]) -> None:
    """Raises InputError where findings would be written over a file of the package or an input, or into `folders`."""
    place, package = Path(os.path.realpath(output)), os.path.realpath(folder)
    named = os.path.relpath(place, package)
    is_input = place in (Path(os.path.realpath(item)) for item in inputs)
    is_inside = any(place.is_relative_to(os.path.realpath(item)) for item in folders)
    if named in ("datapackage.json", *_texts(folder)) or is_input or is_inside:
        raise InputError(f"--output {output}: is a file that the findings come from; name another file")


def _texts(folder: Path) -> set[str]:
    """All texts of the descriptor of a package, as paths; none where it can't be read."""
    from mandate_data.package.file_safety import read_descriptor

    try:
        waiting: list[object] = [read_descriptor(folder)]
    except (InputError, OSError):
        return set()
    texts = set()
    while waiting:
        match waiting.pop():
            case str(text):
                texts.add(posixpath.normpath(text))
            case list(items):
                waiting += items
            case dict(content):
                waiting += content.values()
    return texts


def write_findings(
    findings: Sequence[Finding], project: Project, format: str, output: Path | None = None, show_explained: bool = False
) -> None:
    """Print findings, or write them to `output`; a GitHub job gets its summary, too.

    For people, those that an erratum explains are counted only, unless they are to be shown.
    """
    from mandate_data.findings.reports import FORMATS, Report, as_summary, as_text

    counted = format in FOR_PEOPLE and not show_explained
    shown = [finding for finding in findings if not (counted and finding.erratum)]
    report = Report(shown, project.checks, len(findings) - len(shown), _help_pages(project))
    colour = format == "text" and output is None and has_colours(sys.stdout)
    text = as_text(shown, colour=True, explained=report.explained) if colour else FORMATS[format](report)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(shown, explained=report.explained))


def _help_pages(project: Project) -> str:
    """The address of the list of checks, to which an anchor is added; empty where the project has no address.

    Within a workflow of GitHub the repository is the one that it runs for.
    """
    if not (project.root / CHECK_LIST).is_file():
        return ""
    server, name = os.environ.get("GITHUB_SERVER_URL"), os.environ.get("GITHUB_REPOSITORY")
    repository = project.repository or (f"{server}/{name}" if server and name else "")
    return f"{repository}/blob/HEAD/{CHECK_LIST}" if repository else ""


def _write(path: Path, text: str) -> None:
    try:
        if path.exists() and not path.is_file():  # a pipe or a device is written to, and never replaced
            path.write_text(text, encoding="utf-8")
        else:
            replace_file(path, text.encode())
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); name another file") from None
