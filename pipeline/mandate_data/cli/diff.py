"""diff: what changed from one data package to another."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.options import PATH, app, check_format


@app.command(epilog="Example: mandate-data diff build/releases/1.0.0 build/package --format markdown")
@click.argument("old", metavar="OLD", type=PATH, help="Folder of a data package.")
@click.argument("new", metavar="NEW", type=PATH, help="Folder of another one.")
@click.option("--format", default="text", help="text, json or markdown.")
def diff(old: Path, new: Path, format: str) -> None:
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
    click.echo(FORMATS[format](difference, judge(difference, before).reasons), nl=False)
