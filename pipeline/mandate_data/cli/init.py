"""init: a project begun."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import QUIET, app


@app.command(epilog="Example: mandate-data init lighthouses --title 'Lighthouses of the coast'")
@click.argument("folder", metavar="DIR", type=PATH, help="An empty folder, or one that does not exist yet.")
@click.option(
    "--name", metavar="NAME", default="", show_default=False, help="Name the data package; by default as its folder."
)
@click.option(
    "--title", metavar="TITLE", default="", show_default=False, help="Set its title; by default from its name."
)
@QUIET
def init(folder: Path, name: str, title: str, quiet: bool) -> None:
    """Begin a project with a first source, a contract, a Makefile and a workflow, ready to build."""
    from mandate_data.scaffold import new_project, write_project

    project = new_project(folder, name, title)
    if not quiet:
        for path in project:  # before they are written, as it may be that nothing can be printed
            click.echo(folder / path)
        sys.stdout.flush()
    write_project(folder, project)
    if not quiet:
        click.echo(f"next: cd {folder}; mandate-data build; mandate-data trace facts reading-room-volumes", err=True)
