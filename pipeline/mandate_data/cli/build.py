"""build: read the sources, validate them, write the data package."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mandate_data.cli.findings_output import check_finding_format, write_findings
from mandate_data.cli.options import PACKAGE, PATH, QUIET, ROOT, SOURCE, SOURCES, app, chosen_files, has_colours
from mandate_data.cli.progress_bar import show_progress


@app.command(epilog="Example: mandate-data build --source handbook-2016=handbook.md --out build/package")
@SOURCE
@SOURCES
@click.option("--out", metavar="DIR", type=PATH, default=PACKAGE, help="Where the package goes.")
@click.option("--steps", metavar="DIR", type=PATH, help="Also write what each stage hands on, to look at.")
@click.option("--format", default="text", help="text, on standard error; json, sarif, github or junit.")
@ROOT
@QUIET
def build(
    source: tuple[str, ...],
    sources: Path | None,
    out: Path,
    steps: Path | None,
    format: str,
    root: Path,
    quiet: bool,
) -> None:
    """Read the sources, validate what they say, and write the data package.

    With findings of severity error the package in DIR stays as it was; the rejected candidate and its report go
    to DIR.rejected.
    """
    check_finding_format(format)
    chosen = chosen_files(source)
    with show_progress(quiet) as progress:
        from mandate_data.build_package import build as run
        from mandate_data.project import Project

        built = run(root, out, full_texts=sources, chosen=chosen, steps=steps, progress=progress)
    shown = [finding for finding in built.findings if finding.severity != "note"]
    if format != "text":
        write_findings(built.findings, Project(root).checks, format)
    elif shown:
        from mandate_data.findings.reports import as_text

        click.echo(as_text(shown, colour=has_colours(sys.stderr)), err=True, nl=False)
    if not quiet:
        rows = sum(built.rows.values())
        notes = len(built.findings) - len(shown)
        state = "written to" if built.accepted else "REJECTED; the candidate and its report are in"
        click.echo(
            f"{len(built.rows)} tables, {rows} rows, {notes} notes on known errors: {state} {built.folder}",
            err=True,
        )
    raise click.exceptions.Exit(0 if built.accepted else 1)
