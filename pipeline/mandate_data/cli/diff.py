"""diff: what changed from one data package to another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import app, check_format


@app.command(epilog="Example: mandate-data diff build/releases/1.0.0 build/package --format markdown")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of a data package.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of another one.")],
    format: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """Compare two data packages: schemas, and rows cell by cell; and say which version the changes make.

    A row with another key is recognised if the rest of it agrees. Exit code 0, whether there is a difference or not.
    """
    from mandate_data.diff.compare import compare
    from mandate_data.diff.render import FORMATS
    from mandate_data.diff.version_bump import judge
    from mandate_data.package.read import read_package

    check_format(format, FORMATS)
    before = read_package(old)
    difference = compare(before, read_package(new))
    typer.echo(FORMATS[format](difference, judge(difference, before).reasons), nl=False)
