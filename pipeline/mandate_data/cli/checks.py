"""checks: what each check is called and means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import ROOT, app, check_format


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
def checks(
    format: Annotated[
        str, typer.Option("--format", help="text, markdown, or deviations: where Frictionless judges otherwise.")
    ] = "text",
    root: ROOT = Path(),
) -> None:
    """List every check, the project's included: its code, its severity, what it means, and an example."""
    from mandate_data.findings.check_list import FORMATS
    from mandate_data.project import Project

    if format == "deviations":
        from mandate_data.validate.deviations import as_markdown

        typer.echo(as_markdown(), nl=False)
        return
    check_format(format, [*FORMATS, "deviations"])
    typer.echo(FORMATS[format](Project(root).checks), nl=False)
