"""checks: what each check is called and means."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.options import ROOT, app, check_format, format_option


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
@format_option(
    ("text", "markdown", "deviations"), "Print text, markdown, or deviations (checks on which Frictionless differs)."
)
@ROOT
def checks(format: str, root: Path) -> None:
    """List every check of the program and the project, with severity, meaning and example."""
    from mandate_data.findings.check_list import FORMATS
    from mandate_data.project import Project

    if format == "deviations":
        from mandate_data.validate.deviations import as_markdown

        click.echo(as_markdown(), nl=False)
        return
    check_format(format, [*FORMATS, "deviations"])
    click.echo(FORMATS[format](Project(root).checks), nl=False)
