"""cite: the citations of any document."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, app, check_format


@app.command(epilog="Example: mandate-data cite report.txt notes.md --format csv > citations.csv")
def cite(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Text, Markdown, PDF, Word; - reads text from standard input.")
    ],
    format: Annotated[
        str, typer.Option("--format", help="jsonl, csv or text; html or markdown: the text with links.")
    ] = "jsonl",
    encoding: Annotated[str, typer.Option("--encoding", help="How the files are encoded.")] = "utf-8",
    quiet: QUIET = False,
) -> None:
    """Report every citation of a United Nations document: symbol, place, line, pinpoint.

    One record a reference, in text order; `start` and `end` count characters, in a PDF or a Word document those of its
    blocks, notes last. `ibid.`, `supra` and resolutions in prose have the symbol that the text settles, or the reason
    why it stays open.
    """
    known = ("jsonl", "csv", "text", "html", "markdown")
    check_format(format, known)
    with _reading(files, quiet) as read:
        from mandate_data.corpus.cite_file import report

        for piece in report(files, format, encoding, read):
            sys.stdout.write(piece)
    sys.stdout.flush()


@contextmanager
def _reading(files: list[str], quiet: bool) -> Iterator[Callable[[int], None]]:
    """A bar on the terminal for the bytes read; nothing where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    sizes = [Path(file).stat().st_size for file in files if Path(file).is_file()]
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=sum(sizes) or None)
        yield lambda count: bar.update(task, advance=count)
