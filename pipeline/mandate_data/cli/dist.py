"""dist: the binary forms of a release."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError


@app.command(epilog="Example: mandate-data dist 1.0.0")
def dist(
    version: Annotated[str, typer.Argument(metavar="[RELEASE]", help="A version; the latest if none is named.")] = "",
    sign: Annotated[
        Path | None,
        typer.Option("--sign", metavar="KEY", help="Sign SHA256SUMS with this secret key."),
    ] = None,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Make the binary forms of a release in build/dist: SQLite, Parquet, an Excel workbook, a zip.

    With a key of OpenSSH or minisign their SHA256SUMS is signed; verify checks the signature.
    """
    with show_progress(quiet) as progress:
        progress.stage("writing binary forms")
        try:
            from mandate_data.release.binary_forms import make_dist
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; pip install 'mandate-data[dist]'") from None
        out = make_dist(root, version, sign)
    if not quiet:
        typer.echo(f"written to {out}", err=True)
