"""dist: the binary forms of a release."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.address_space import require_room_for_polars
from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError, how_to_add


@app.command(epilog="Example: mandate-data dist 1.0.0")
@click.argument("version", metavar="[RELEASE]", default="", help="A version. Without it, the latest release is used.")
@click.option("--sign", metavar="KEY", type=PATH, help="Sign SHA256SUMS with this secret key.")
@ROOT
@QUIET
def dist(version: str, sign: Path | None, root: Path, quiet: bool) -> None:
    """Write a release to build/dist as SQLite, Parquet, an Excel workbook and a zip.

    With a key of OpenSSH or minisign, SHA256SUMS is signed. The command verify checks the signature.
    """
    with show_progress(quiet) as progress:
        progress.stage("writing binary forms")
        require_room_for_polars()
        try:
            from mandate_data.release.binary_forms import make_dist
            from mandate_data.release.dist_contents import NOTES
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; {how_to_add('dist')}") from None
        out = make_dist(root, version, sign)
    if (out / NOTES).is_file():
        click.echo((out / NOTES).read_text(encoding="utf-8"), err=True, nl=False)
    if not quiet:
        click.echo(f"written to {out}", err=True)
