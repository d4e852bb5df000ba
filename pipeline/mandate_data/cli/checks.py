"""checks: what each check is called and means."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.options import ROOT, app, check_format


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
@click.option("--format", default="text", help="text, markdown, or deviations: where Frictionless judges otherwise.")
@ROOT
def checks(format: str, root: Path) -> None:
    """List every check, the project's included: its code, its severity, what it means, and an example."""
    from mandate_data.findings.check_list import FORMATS
    from mandate_data.project import Project

    if format == "deviations":
        from mandate_data.validate.deviations import as_markdown

        click.echo(as_markdown(), nl=False)
        return
    check_format(format, [*FORMATS, "deviations"])
    click.echo(FORMATS[format](Project(root).checks), nl=False)
