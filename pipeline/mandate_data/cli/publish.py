"""publish: a release copied to a bucket or a folder."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.option_values import PLACE
from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.printable import printable_line


@app.command(epilog="Example: AWS_ENDPOINT_URL=https://store.example mandate-data publish 1.0.0 --to s3://bucket/data")
@click.argument("version", metavar="RELEASE", help="The version of a release.")
@click.option("--to", metavar="URL", type=PLACE, required=True, help="Copy to this folder, or to s3://bucket/folder.")
@click.option("--dist", "binary", is_flag=True, help="Copy the binary forms, too, to URL/dist.")
@ROOT
@QUIET
def publish(version: str, to: str, binary: bool, root: Path, quiet: bool) -> None:
    """Copy a release, and all earlier ones that are missing, to an S3-compatible bucket or a folder.

    Published files are never overwritten. After a dropped connection, run the command again: it resumes. Set the keys
    and the address of the store in the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL).
    """
    with show_progress(quiet) as progress:
        progress.stage("publishing")
        from mandate_data.release.release_stores import publish as run

        result = run(root, version, to, binary, progress)
    for line in result.wrong:
        click.echo(printable_line(line))
    if not result.wrong and not quiet:
        click.echo(f"{version} is at {to}: {result.written} files uploaded, {result.there} already present", err=True)
    raise click.exceptions.Exit(1 if result.wrong else 0)
