"""What all commands share: the application, common options, what is shown while work goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from mandate_data.errors import InputError

app = typer.Typer(
    name="mandate-data",
    help="United Nations human-rights documents become data with an address in the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ROOT = Annotated[
    Path,
    typer.Option("--root", help="The project's folder, which holds raw/ and schemas/.", show_default=True),
]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]


@contextmanager
def show_progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A line on the terminal that says what is being done; nothing where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=4)
        yield lambda stage: bar.update(task, description=stage, advance=1)


def check_format(format: str, known: Iterable[str]) -> None:
    """Raises InputError for a --format that a command doesn't have."""
    if format not in known:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(known)}")


def has_colours(stream: TextIO) -> bool:
    """Whether this is a terminal whose user has not asked for plain text (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
