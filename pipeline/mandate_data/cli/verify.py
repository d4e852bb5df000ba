"""verify: whether releases are what the ledger says."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.printable import printable_line


@app.command(epilog="Example: mandate-data verify 1.0.0")
@click.argument("versions", metavar="[RELEASE]…", nargs=-1, help="Versions; all of them if none is named.")
@click.option("--rebuild/--no-rebuild", default=True, help="Make each release again and compare it, byte for byte.")
@ROOT
@QUIET
def verify(versions: tuple[str, ...], rebuild: bool, root: Path, quiet: bool) -> None:
    """Check releases: the digest of every file, the chain of the ledger, and that they can be made again.

    Exit code 1 if anything differs; each difference is a line that names the file.
    """
    with show_progress(quiet) as progress:
        progress.stage("verifying")
        from mandate_data.release.verify import verify as run

        wrong = run(root, versions, rebuild)
    for line in wrong:
        click.echo(printable_line(line))
    if not wrong and not quiet:
        click.echo("all releases are what the ledger says" + (", and can be made again" if rebuild else ""), err=True)
    raise click.exceptions.Exit(1 if wrong else 0)
