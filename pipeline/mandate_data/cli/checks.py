"""checks: what each check is called and means."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import ROOT, app, check_format


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
def checks(
    format: Annotated[str, typer.Option("--format", help="text or markdown.")] = "text",
    root: ROOT = Path(),
) -> None:
    """List every check, the project's included: its code, its severity, what it means, and an example."""
    from mandate_data.findings.check_list import FORMATS
    from mandate_data.project import Project

    check_format(format, FORMATS)
    typer.echo(FORMATS[format](Project(root).checks), nl=False)
