"""diff, release, verify, dist, publish: versions of the data."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from mandate_data.cli.options import QUIET, ROOT, app, check_format, has_colours, show_progress
from mandate_data.errors import InputError


@app.command(epilog="Example: mandate-data diff build/releases/1.0.0 build/package --format markdown")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of a data package.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of another one.")],
    format: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """What changed from one data package to another: schemas, and rows cell by cell; and which version that makes.

    A row with another key is recognised if the rest of it agrees. Exit code 0, whether there is a difference or not.
    """
    from mandate_data.diff.compare import compare
    from mandate_data.diff.render import FORMATS
    from mandate_data.diff.version_bump import judge
    from mandate_data.package.read import read_package

    check_format(format, FORMATS)
    before = read_package(old)
    difference = compare(before, read_package(new))
    typer.echo(FORMATS[format](difference, judge(difference, before).reasons), nl=False)


@app.command(epilog="Example: mandate-data release --date 2027-01-31 --dry-run")
def release(
    date: Annotated[
        str,
        typer.Option("--date", help="Day of the release, as 2026-01-31: the clock is not asked.", show_default=False),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be released, and write nothing.")] = False,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Build the package, compare it with the latest release, and write the next one into build/releases.

    The version follows from what changed. Nothing is released while there are errors, or where nothing has changed.
    """
    with show_progress(quiet) as progress:
        progress("building and comparing")
        from mandate_data.release.create import plan_release, summary, write_release

        plan = plan_release(root, date)
    if not plan.built.accepted:
        from mandate_data.findings.reports import as_text

        errors = [finding for finding in plan.built.findings if finding.severity == "error"]
        typer.echo(as_text(errors, colour=has_colours(sys.stderr)), err=True, nl=False)
        raise typer.Exit(1)
    if plan.entry is not None and not dry_run:
        write_release(root / "build" / "releases", plan.entry, plan.files)
    if not quiet:
        typer.echo("\n".join(summary(plan)))
        if dry_run and plan.entry is not None:
            from mandate_data.diff.render import as_text as difference_as_text

            typer.echo(difference_as_text(plan.difference) if plan.difference else "the first release", nl=False)
            typer.echo("\nnothing was written")


@app.command(epilog="Example: mandate-data verify 1.0.0")
def verify(
    versions: Annotated[
        Optional[list[str]],  # noqa: UP045
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
        progress("verifying")
        from mandate_data.release.verify import verify as run

        wrong = run(root, versions or [], rebuild)
    for line in wrong:
        typer.echo(line)
    if not wrong and not quiet:
        typer.echo("all releases are what the ledger says" + (", and can be made again" if rebuild else ""), err=True)
    raise typer.Exit(1 if wrong else 0)


@app.command(epilog="Example: mandate-data dist 1.0.0")
def dist(
    version: Annotated[str, typer.Argument(metavar="[RELEASE]", help="A version; the latest if none is named.")] = "",
    sign: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--sign", metavar="KEY", help="Sign SHA256SUMS with this secret key."),
    ] = None,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Make the binary forms of a release in build/dist: SQLite, Parquet, an Excel workbook, a zip.

    With a key of OpenSSH or minisign their SHA256SUMS is signed; verify checks the signature.
    """
    with show_progress(quiet) as progress:
        progress("writing binary forms")
        try:
            from mandate_data.export.binary_forms import make_dist
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; pip install 'mandate-data[dist]'") from None
        out = make_dist(root, version, sign)
    if not quiet:
        typer.echo(f"written to {out}", err=True)


@app.command(epilog="Example: AWS_ENDPOINT_URL=https://store.example mandate-data publish 1.0.0 --to s3://bucket/data")
def publish(
    version: Annotated[str, typer.Argument(metavar="RELEASE", help="A version.")],
    to: Annotated[
        str, typer.Option("--to", metavar="URL", help="A folder, or s3://bucket/folder.", show_default=False)
    ],
    binary: Annotated[bool, typer.Option("--dist", help="The binary forms, too; they go to URL/dist.")] = False,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Copy a release to an S3-compatible bucket or a folder, and those before it that are not there yet.

    What is published is never overwritten. After a broken connection the same command goes on where it was. Keys and
    the address of the store come from the environment, as for other programs (AWS_ACCESS_KEY_ID, AWS_ENDPOINT_URL).
    """
    with show_progress(quiet) as progress:
        progress("publishing")
        try:
            from mandate_data.release.publish import publish as run
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; pip install 'mandate-data[publish]'") from None
        result = run(root, version, to, binary, progress)
    for line in result.wrong:
        typer.echo(line)
    if not result.wrong and not quiet:
        typer.echo(f"{version} is at {to}: {result.written} files written, {result.there} were there", err=True)
    raise typer.Exit(1 if result.wrong else 0)
