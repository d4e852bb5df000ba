"""cite: the citations of any document."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, app, check_format
from mandate_data.cli.progress_bar import show_progress


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

    One record per reference, in text order; `start` and `end` count characters, in a PDF or a Word document those of
    its blocks, notes last. `ibid.`, `supra` and resolutions in prose have the symbol that the text settles, or the
    reason why it stays open.
    """
    known = ("jsonl", "csv", "text", "html", "markdown")
    check_format(format, known)
    with show_progress(quiet) as progress:
        from mandate_data.corpus.cite_file import report

        for piece in report(files, format, encoding, progress, lambda message: print(message, file=sys.stderr)):
            sys.stdout.write(piece)
    sys.stdout.flush()
