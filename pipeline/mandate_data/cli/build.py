"""build: read the sources, validate them, write the data package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mandate_data.cli.findings_output import check_finding_format, write_findings
from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import (
    PACKAGE,
    QUIET,
    ROOT,
    SHOW_EXPLAINED,
    SOURCE,
    SOURCES,
    app,
    chosen_files,
    finding_format_option,
    has_colours,
)
from mandate_data.cli.progress_bar import show_progress

if TYPE_CHECKING:
    from mandate_data.build_package import BuildResult


@app.command(epilog="Example: mandate-data build --source handbook-2016=handbook.md --out build/package")
@SOURCE
@SOURCES
@click.option("--out", metavar="DIR", type=PATH, default=PACKAGE, help="Write the package to DIR.")
@click.option("--steps", metavar="DIR", type=PATH, help="Also write the result of each stage to DIR.")
@finding_format_option("Print findings as {formats}; text goes to standard error.")
@SHOW_EXPLAINED
@ROOT
@QUIET
def build(
    source: tuple[str, ...],
    sources: Path | None,
    out: Path,
    steps: Path | None,
    format: str,
    show_explained: bool,
    root: Path,
    quiet: bool,
) -> None:
    """Read the sources, validate them, and write the data package.

    If there are errors, the package in DIR is left unchanged. The rejected one and its findings are in DIR.rejected.
    """
    check_finding_format(format)
    chosen = chosen_files(source)
    with show_progress(quiet) as progress:
        from mandate_data.build_package import build as run
        from mandate_data.project import Project

        built = run(root, out, full_texts=sources, chosen=chosen, steps=steps, progress=progress)
    explained = sum(1 for finding in built.findings if finding.erratum)
    shown = [
        finding for finding in built.findings if finding.severity != "note" or (show_explained and finding.erratum)
    ]
    if format != "text":
        write_findings(built.findings, Project(root), format, show_explained=show_explained)
    elif shown:
        from mandate_data.findings.reports import as_text

        click.echo(as_text(shown, colour=has_colours(sys.stderr)), err=True, nl=False)
    if not quiet:
        rows = sum(built.rows.values())
        click.echo("\n".join(_summary(built, rows, explained)), err=True)
    raise click.exceptions.Exit(0 if built.accepted else 1)


def _summary(built: BuildResult, rows: int, explained: int) -> list[str]:
    """What was made, what is known to be wrong in the sources, and what to do next."""
    size = f"{len(built.rows)} tables, {rows:,} rows"
    if not built.accepted:
        return [f"rejected: {size}; the package and its findings.txt are in {built.folder}", "next: correct the errors"]
    notes = sum(1 for finding in built.findings if finding.severity == "note" and not finding.erratum)
    counts = (
        (explained, "explained by errata (--show-explained shows them)"),
        (notes, "for information (--format json shows them)"),
    )
    known = [f"{count} finding{'s' if count > 1 else ''} {what}" for count, what in counts if count]
    return [
        f"{built.folder}: {size}",
        *known,
        f"next: mandate-data validate {built.folder}; mandate-data site shows a release as a website",
    ]
