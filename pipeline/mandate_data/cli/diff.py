"""diff: what changed from one data package to another."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import app, check_format, format_option


@app.command(epilog="Example: mandate-data diff build/releases/1.0.0 build/package --format markdown")
@click.argument("old", metavar="OLD", type=PATH, help="The folder of the older data package.")
@click.argument("new", metavar="NEW", type=PATH, help="The folder of the newer data package.")
@format_option(("text", "json", "markdown"), "Print the changes as text, json or markdown.")
def diff(old: Path, new: Path, format: str) -> None:
    """Compare two data packages, cell by cell, and compute the version of the newer one.

    A row with a new key is recognised if its other values agree. The exit code is 0 with and without changes.
    """
    from mandate_data.diff.render import FORMATS
    from mandate_data.diff.version_bump import compared
    from mandate_data.package.read import at_addresses, read_package

    check_format(format, FORMATS)
    packages = read_package(old), read_package(new)
    difference = compared(*packages)
    click.echo(FORMATS[format](difference, difference.reasons), nl=False)
    elsewhere = sorted({name for package in packages for name in at_addresses(package)})
    if elsewhere:
        click.echo(f"not compared: {', '.join(elsewhere)}: nothing is fetched from an address", err=True)
