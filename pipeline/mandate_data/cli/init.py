"""init: a project begun."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mandate_data.cli.options import PATH, QUIET, app


@app.command(epilog="Example: mandate-data init lighthouses --title 'Lighthouses of the coast'")
@click.argument("folder", metavar="DIR", type=PATH, help="A folder that is empty or not there yet.")
@click.option("--name", default="", show_default=False, help="The data package's name; by default the folder's.")
@click.option("--title", default="", show_default=False, help="Its title; by default made from the name.")
@QUIET
def init(folder: Path, name: str, title: str, quiet: bool) -> None:
    """Begin a project: a first source, a contract, a Makefile and a workflow. It builds at once."""
    from mandate_data.scaffold import new_project, write_project

    project = new_project(folder, name, title)
    if not quiet:
        for path in project:  # before they are written, as it may be that nothing can be printed
            click.echo(folder / path)
        sys.stdout.flush()
    write_project(folder, project)
    if not quiet:
        click.echo(f"next: cd {folder}; mandate-data build; mandate-data trace facts reading-room-volumes", err=True)
