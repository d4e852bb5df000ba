"""verify: whether releases are what the ledger says."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError
from mandate_data.printable import counted, printable_line


@app.command(epilog="Example: mandate-data verify 1.0.0")
@click.argument(
    "versions", metavar="[RELEASE]…", nargs=-1, help="One or more versions. Without it, all releases are verified."
)
@click.option("--rebuild/--no-rebuild", default=True, help="Build each release again, and compare it byte for byte.")
@ROOT
@QUIET
def verify(versions: tuple[str, ...], rebuild: bool, root: Path, quiet: bool) -> None:
    """Verify releases: the digest of each file, the chain of the ledger, and a second build of each.

    Each difference is printed on a line that names the file, and the exit code is 1. What could not be compared with
    the history of git is printed as a note.
    """
    with show_progress(quiet) as progress:
        progress.stage("verifying")
        from mandate_data.release.ledger import read_ledger
        from mandate_data.release.verification import verification

        releases = root / "build" / "releases"
        found = verification(root, versions, rebuild)
        wrong = found.wrong
        known = [entry.version for entry in read_ledger(releases)]
    for line in wrong:
        click.echo(printable_line(line))
    if not wrong and not known:
        raise InputError(f"{releases}: no releases; make one (mandate-data release), or name the project with --root")
    for note in () if quiet else found.notes:
        click.echo(printable_line(f"note: {note}"), err=True)
    if not wrong and not quiet:
        done = [version for version in known if not versions or version in versions]
        again = ", and built again byte for byte" if rebuild else ""
        click.echo(
            f"{counted(len(done), 'release')} verified ({', '.join(done)}): every file is as in the ledger{again}",
            err=True,
        )
    raise click.exceptions.Exit(1 if wrong else 0)
