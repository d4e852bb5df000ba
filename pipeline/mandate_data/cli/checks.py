"""checks: what each check is called and means."""

from __future__ import annotations

from typing import Annotated

import typer

from mandate_data.cli.options import app, check_format


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
def checks(
    format: Annotated[str, typer.Option("--format", help="text or markdown.")] = "text",
) -> None:
    """List every check: its code, its severity, what it means, and an example."""
    from mandate_data.findings.check_list import FORMATS

    check_format(format, FORMATS)
    typer.echo(FORMATS[format](), nl=False)
