"""verify: whether releases are what the ledger says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.printable import printable_line


@app.command(epilog="Example: mandate-data verify 1.0.0")
def verify(
    versions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RELEASE]…", help="Versions; all of them if none is named."),
    ] = None,
    rebuild: Annotated[bool, typer.Option(help="Make each release again and compare it, byte for byte.")] = True,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Check releases: the digest of every file, the chain of the ledger, and that they can be made again.

    Exit code 1 if anything differs; each difference is a line that names the file.
    """
    with show_progress(quiet) as progress:
        progress.stage("verifying")
        from mandate_data.release.verify import verify as run

        wrong = run(root, versions or [], rebuild)
    for line in wrong:
        typer.echo(printable_line(line))
    if not wrong and not quiet:
        typer.echo("all releases are what the ledger says" + (", and can be made again" if rebuild else ""), err=True)
    raise typer.Exit(1 if wrong else 0)
