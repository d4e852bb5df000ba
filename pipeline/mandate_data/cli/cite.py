"""cite: the citations of any document."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, app, check_format
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError
from mandate_data.printable import printable_line


@app.command(epilog="Example: mandate-data cite report.txt notes.md --format csv > citations.csv")
def cite(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Text, Markdown, PDF, Word; - reads text from standard input.")
    ],
    format: Annotated[
        str,
        typer.Option(
            "--format",
            help="jsonl, csv or text; annotation (W3C), csl (Zotero), graphml; html or markdown: the text with links.",
        ),
    ] = "jsonl",
    issuer: Annotated[
        str | None,
        typer.Option(
            "--issuer",
            help="The body that issued the files: a symbol, or a name as in general_assembly; else from the file name.",
        ),
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="en, fr, es, ru, ar or zh; else detected for each file.")
    ] = None,
    kinds: Annotated[
        str, typer.Option("--kinds", help="documents; all: treaties, cases and letters of special procedures, too.")
    ] = "documents",
    encoding: Annotated[str, typer.Option("--encoding", help="How the files are encoded.")] = "utf-8",
    quiet: QUIET = False,
) -> None:
    """Report every citation of a United Nations document: symbol, place, line, pinpoint.

    One record per reference, in text order; `start` and `end` count characters, in a PDF or a Word document those of
    its blocks, notes last. `ibid.`, `supra` and resolutions in prose have the symbol that the text settles, or the
    reason why it stays open.
    """
    known = ("jsonl", "csv", "text", "annotation", "csl", "graphml", "html", "markdown")
    check_format(format, known)
    if kinds not in ("documents", "all"):
        raise InputError(f"--kinds {kinds!r}: unknown; known are documents, all")
    with show_progress(quiet) as progress:
        from mandate_data.corpus.cite_file import Reading, report

        reading = Reading(issuer, language, "all" if kinds == "all" else "documents")
        for piece in report(
            files, format, encoding, progress, reading, lambda line: typer.echo(printable_line(line), err=True)
        ):
            sys.stdout.write(piece)
    sys.stdout.flush()
