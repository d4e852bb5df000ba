"""publish: a release copied to a bucket or a folder."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError
from mandate_data.printable import printable_line


@app.command(epilog="Example: AWS_ENDPOINT_URL=https://store.example mandate-data publish 1.0.0 --to s3://bucket/data")
@click.argument("version", metavar="RELEASE", help="A version.")
@click.option("--to", metavar="URL", required=True, help="A folder, or s3://bucket/folder.")
@click.option("--dist", "binary", is_flag=True, help="The binary forms, too; they go to URL/dist.")
@ROOT
@QUIET
def publish(version: str, to: str, binary: bool, root: Path, quiet: bool) -> None:
    """Copy a release to an S3-compatible bucket or a folder, and those before it that are not there yet.

    What is published is never overwritten. After a broken connection the same command goes on where it was. Keys and
    the address of the store come from the environment, as for other programs (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL).
    """
    with show_progress(quiet) as progress:
        progress.stage("publishing")
        try:
            from mandate_data.release.publish import publish as run
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; pip install 'mandate-data[publish]'") from None
        result = run(root, version, to, binary, progress)
    for line in result.wrong:
        click.echo(printable_line(line))
    if not result.wrong and not quiet:
        click.echo(f"{version} is at {to}: {result.written} files written, {result.there} were there", err=True)
    raise click.exceptions.Exit(1 if result.wrong else 0)
