"""validate: the findings of a data package, ours or anyone's."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.findings_output import check_finding_format, write_findings
from mandate_data.cli.options import QUIET, ROOT, SOURCE, SOURCES, app, chosen_files
from mandate_data.cli.progress_bar import show_progress


@app.command(epilog="Example: mandate-data validate build/package --format json --output findings.json")
def validate(
    package: Annotated[Path, typer.Argument(help="Folder of a data package, or its datapackage.json.")] = Path(
        "build/package"
    ),
    source: SOURCE = None,
    sources: SOURCES = None,
    format: Annotated[str, typer.Option("--format", help="text, json, sarif, github or junit.")] = "text",
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write the findings to FILE instead of standard output."),
    ] = None,
    thorough: Annotated[
        bool,
        typer.Option("--thorough", help="Have Frictionless and Pandera read every table, not only what is in doubt."),
    ] = False,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Check a data package against its contract, its meaning and, where they are at hand, its sources."""
    check_finding_format(format)
    chosen = chosen_files(source)
    with show_progress(quiet) as progress:
        progress.stage("validating")
        from mandate_data.findings.finding import has_errors
        from mandate_data.project import Project
        from mandate_data.validation import inspect

        folder = package.parent if package.name == "datapackage.json" else package
        findings = inspect(folder, root, sources, chosen, thorough)
    write_findings(findings, Project(root).checks, format, output)
    raise typer.Exit(1 if has_errors(findings) else 0)
