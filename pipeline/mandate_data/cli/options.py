"""What all commands share: the application and the options that several of them have."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from mandate_data.cli.command_group import CommandGroup
from mandate_data.errors import InputError
from mandate_data.write_locks import remove_leftovers

app = typer.Typer(
    name="mandate-data",
    cls=CommandGroup,
    help="United Nations human-rights documents become data with an address in the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # Rich takes as long to load as all else that --help needs
)


@app.callback()
def _all_commands() -> None:
    """Makes this a group of commands, whatever their number. Each begins by deleting what killed ones have left."""
    _tidy_up(Path())


def _tidy_up(root: Path) -> Path:
    for folder in (root / "build", root / "build" / "dist", root / "raw"):
        remove_leftovers(folder)
    return root


ROOT = Annotated[
    Path,
    typer.Option(
        "--root",
        help="The project's folder, which holds raw/ and schemas/.",
        show_default=True,
        callback=_tidy_up,
    ),
]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Report errors only.")]


SOURCE = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="ID=FILE", help="Read this file as the source ID (repeatable)."),
]
SOURCES = Annotated[
    Path | None,
    typer.Option("--sources", metavar="DIR", help="Read the full texts in DIR instead of the editions in raw/."),
]


def check_format(format: str, known: Iterable[str]) -> None:
    """Raises InputError for a --format that a command doesn't have."""
    if format not in known:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(known)}")


def has_colours(stream: TextIO) -> bool:
    """Whether this is a terminal whose user has not asked for plain text (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def chosen_files(options: list[str] | None) -> dict[str, Path]:
    """The files of the options `--source ID=FILE`, by source id. Raises InputError for any other form."""
    chosen: dict[str, Path] = {}
    for option in options or ():
        source_id, separator, file = option.partition("=")
        if not separator or not source_id or not file:
            raise InputError(f"--source {option!r}: expected ID=FILE, for example handbook-2016=handbook.md")
        if source_id in chosen:
            raise InputError(f"--source {source_id}: given twice; give one file for each source")
        chosen[source_id] = Path(file)
    return chosen
