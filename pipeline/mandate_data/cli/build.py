"""build: read the sources, validate them, write the data package."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.findings_output import check_finding_format, write_findings
from mandate_data.cli.options import QUIET, ROOT, SOURCE, SOURCES, app, chosen_files, has_colours
from mandate_data.cli.progress_bar import show_progress


@app.command(epilog="Example: mandate-data build --source handbook-2016=handbook.md --out build/package")
def build(
    source: SOURCE = None,
    sources: SOURCES = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the package goes.")] = Path("build/package"),
    steps: Annotated[
        Path | None,
        typer.Option("--steps", metavar="DIR", help="Also write what each stage hands on, to look at."),
    ] = None,
    format: Annotated[
        str,
        typer.Option("--format", help="text, on standard error; json, sarif, github or junit."),
    ] = "text",
    root: ROOT = Path(),
    quiet: QUIET = False,
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

        typer.echo(as_text(shown, colour=has_colours(sys.stderr)), err=True, nl=False)
    if not quiet:
        rows = sum(built.rows.values())
        notes = len(built.findings) - len(shown)
        state = "written to" if built.accepted else "REJECTED; the candidate and its report are in"
        typer.echo(
            f"{len(built.rows)} tables, {rows} rows, {notes} notes on known errors: {state} {built.folder}",
            err=True,
        )
    raise typer.Exit(0 if built.accepted else 1)
