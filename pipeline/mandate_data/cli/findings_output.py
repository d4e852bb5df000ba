"""Findings in a format of --format, on standard output or in a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mandate_data.cli.options import check_format, has_colours
from mandate_data.errors import InputError
from mandate_data.package.atomic_folders import replace_file

if TYPE_CHECKING:
    from mandate_data.findings.finding import Finding
    from mandate_data.findings.registry import Check


def check_finding_format(format: str) -> None:
    """Raises InputError for a --format that findings don't have."""
    from mandate_data.findings.reports import FORMATS

    check_format(format, FORMATS)


def write_findings(
    findings: Sequence[Finding], checks: Mapping[str, Check], format: str, output: Path | None = None
) -> None:
    """Print findings of some checks, or write them to `output`; a GitHub job gets its summary, too."""
    from mandate_data.findings.reports import FORMATS, as_summary, as_text

    colour = format == "text" and output is None and has_colours(sys.stdout)
    text = as_text(findings, colour=True) if colour else FORMATS[format](findings, checks)
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(output, text)
    if format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(findings))


def _write(path: Path, text: str) -> None:
    try:
        if path.exists() and not path.is_file():  # a pipe or a device is written to, and never replaced
            path.write_text(text, encoding="utf-8")
        else:
            replace_file(path, text.encode())
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); name another file") from None
