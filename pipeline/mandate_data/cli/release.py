"""release: the next release of the data."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click

from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import QUIET, ROOT, app, has_colours
from mandate_data.cli.progress_bar import show_progress


@app.command(epilog="Example: mandate-data release --date 2027-01-31 --dry-run")
@click.option("--date", metavar="DATE", required=True, help="Set the day of the release, such as 2026-01-31.")
@click.option("--dry-run", is_flag=True, help="Show what would be released, and write nothing.")
@click.option("--sign", metavar="KEY", type=PATH, help="Sign the ledger with this secret key.")
@ROOT
@QUIET
def release(date: str, dry_run: bool, sign: Path | None, root: Path, quiet: bool) -> None:
    """Build the package, compare it with the latest release, and write the next one to build/releases.

    The version is computed from the changes. A release is refused while there are errors or nothing has changed.
    """
    with show_progress(quiet) as progress:
        progress.stage("building and comparing")
        from mandate_data.release.create import plan_release, summary, write_release

        with tempfile.TemporaryDirectory() as aside:
            plan = plan_release(root, date, Path(aside) / "package" if dry_run else None)
    if not plan.built.accepted:
        from mandate_data.findings.reports import as_text

        errors = [finding for finding in plan.built.findings if finding.severity == "error"]
        click.echo(as_text(errors, colour=has_colours(sys.stderr)), err=True, nl=False)
        raise click.exceptions.Exit(1)
    if plan.entry is not None and not dry_run:
        write_release(root / "build" / "releases", plan.entry, plan.files, sign)
    if not quiet:
        click.echo("\n".join(summary(plan)))
        if dry_run and plan.entry is not None:
            from mandate_data.diff.render import as_text as difference_as_text

            click.echo(difference_as_text(plan.difference) if plan.difference else "the first release", nl=False)
            click.echo("\nnothing was written")
