"""site: a release as a website."""

from __future__ import annotations

from pathlib import Path

import click

from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import QUIET, ROOT, app
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError, how_to_add


@app.command(epilog="Example: mandate-data site --out build/site")
@click.argument("version", metavar="[RELEASE]", default="", help="A version. Without it, the latest release is used.")
@click.option("--out", metavar="DIR", type=PATH, default=Path("build/site"), help="Write the website to DIR.")
@click.option(
    "--base", metavar="ADDRESS", help="Set the address at which it will be published, such as https://data.example/."
)
@ROOT
@QUIET
def site(version: str, out: Path, base: str | None, root: Path, quiet: bool) -> None:
    """Build a website of a release, for a folder, a USB stick or a web server.

    The pages load nothing from other hosts. Each value links to the line of the source from which it was read.
    """
    with show_progress(quiet) as progress:
        try:
            from mandate_data.site.build_site import make_site
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; {how_to_add('site')}") from None
        shown, pages = make_site(root, version, out, progress, base)
    if not quiet:
        click.echo(f"{pages} pages of release {shown}; open {out / 'index.html'}, or run: mandate-data serve", err=True)
