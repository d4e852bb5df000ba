"""init: a project begun."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, app


@app.command(epilog="Example: mandate-data init lighthouses --title 'Lighthouses of the coast'")
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is empty or not there yet.")],
    name: Annotated[str, typer.Option("--name", help="The data package's name; by default the folder's.")] = "",
    title: Annotated[str, typer.Option("--title", help="Its title; by default made from the name.")] = "",
    quiet: QUIET = False,
) -> None:
    """Begin a project: a first source, a contract, a Makefile and a workflow. It builds at once."""
    from mandate_data.scaffold import begin_project

    for path in begin_project(folder, name, title):
        typer.echo(path)
    if not quiet:
        typer.echo(f"next: cd {folder}; mandate-data build; mandate-data trace facts reading-room-volumes", err=True)
