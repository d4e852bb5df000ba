"""What all commands share: the application and the options that several of them have."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from pathlib import Path
from typing import Any, Literal, TextIO

import click

from mandate_data import __version__
from mandate_data.cli.command_group import CommandGroup
from mandate_data.cli.option_values import PATH
from mandate_data.errors import InputError
from mandate_data.write_locks import remove_leftovers


def remove_leftovers_in(root: Path = Path()) -> Path:
    """Delete what killed runs have left in the project at `root`, as each command does when it begins."""
    for folder in (root / "build", root / "build" / "dist", root / "raw"):
        remove_leftovers(folder)
    return root


app = CommandGroup(
    name="mandate-data",
    help="Turn United Nations human-rights documents into data in which every value names its line.",
    context_settings={"show_default": True},
    callback=remove_leftovers_in,
)
app = click.version_option(__version__, prog_name="mandate-data", message="%(prog)s %(version)s")(app)
PACKAGE = Path("build/package")
ROOT = click.option(
    "--root",
    type=PATH,
    default=Path(),
    metavar="DIR",
    callback=lambda context, option, root: remove_leftovers_in(root),
    help="Use the project in this folder, which holds raw/ and schemas/.",
)
INTERRUPTED = 130
"""The exit code that shells make of Ctrl-C."""
QUIET = click.option("--quiet", "-q", is_flag=True, help="Print results and findings only, not what was done.")
SOURCE = click.option("--source", metavar="ID=FILE", multiple=True, help="Read FILE as the source ID. May be repeated.")
SOURCES = click.option(
    "--sources", metavar="DIR", type=PATH, help="Read the full texts in DIR instead of the editions in raw/."
)


OCR = click.option(
    "--ocr",
    type=click.Choice(("auto", "off", "force")),
    default="auto",
    metavar="MODE",
    help="Recognise the text of PDF pages with Tesseract: auto (pages without text), off, or force (all pages).",
)


ISSUER = click.option(
    "--issuer",
    metavar="BODY",
    help="Name the body that issued the files, as a symbol or such as general_assembly; by default from name or head.",
)
LANGUAGE = click.option(
    "--language",
    metavar="TAG",
    help="Read the files as en, fr, es, ru, ar or zh; by default detected per file and passage.",
)
KINDS = click.option(
    "--kinds",
    metavar="KINDS",
    default="documents",
    help="Find documents only, or all: also treaties, cases (of en, fr and es texts), and letters of special "
    "procedures.",
)
ENCODING = click.option("--encoding", metavar="NAME", default="utf-8", help="Read text files in this encoding.")


def checked_kinds(kinds: str) -> Literal["documents", "all"]:
    """The kinds of references that are wanted. Raises InputError for any other word."""
    match kinds:
        case "documents" | "all":
            return kinds
    raise InputError(f"--kinds {kinds!r}: unknown; known are documents, all")


SHOW_EXPLAINED = click.option("--show-explained", is_flag=True, help="Show also the findings that an erratum explains.")


def format_option(known: Sequence[str], help: str) -> Callable[[Any], Any]:
    """The option `--format` of a command that has the formats `known`; the first is the default."""
    return click.option(
        "--format",
        metavar="FORMAT",
        default=known[0],
        shell_complete=lambda context, option, begun: [name for name in known if name.startswith(begun)],
        help=help,
    )


NAMES = "{formats}"


class FindingFormat(click.Option):
    """The option `--format` of a command that reports findings; its help lists the formats, which it loads for that."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from mandate_data.findings.reports import FORMATS

        *others, last = FORMATS
        shown = copy(self)
        shown.help = (self.help or "").replace(NAMES, f"{', '.join(others)} or {last}")
        return click.Option.get_help_record(shown, ctx)


def finding_format_option(help: str) -> Callable[[Any], Any]:
    """The option `--format` for findings, text by default; NAMES in `help` is where the formats are listed."""

    def complete(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
        from mandate_data.findings.reports import FORMATS

        return [name for name in FORMATS if name.startswith(begun)]

    return click.option(
        "--format", cls=FindingFormat, metavar="FORMAT", default="text", shell_complete=complete, help=help
    )


def check_format(format: str, known: Iterable[str]) -> None:
    """Raises InputError for a --format that a command doesn't have."""
    if format not in known:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(known)}")


def has_colours(stream: TextIO) -> bool:
    """Whether this is a terminal whose user has not asked for plain text (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def chosen_files(options: Iterable[str]) -> dict[str, Path]:
    """The files of the options `--source ID=FILE`, by source id. Raises InputError for any other form."""
    chosen: dict[str, Path] = {}
    for option in options:
        source_id, separator, file = option.partition("=")
        if not separator or not source_id or not file:
            raise InputError(f"--source {option!r}: expected ID=FILE, for example handbook-2016=handbook.md")
        if source_id in chosen:
            raise InputError(f"--source {source_id}: given twice; give one file for each source")
        chosen[source_id] = Path(file)
    return chosen
