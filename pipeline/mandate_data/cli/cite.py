"""cite: the citations of any document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from mandate_data.cli.options import OCR, QUIET, app, check_format
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError
from mandate_data.printable import printable_line

if TYPE_CHECKING:
    from mandate_data.documents.text_recognition import Ocr


@app.command(epilog="Example: mandate-data cite report.txt notes.md --format csv > citations.csv")
@click.argument(
    "files",
    metavar="FILE…",
    nargs=-1,
    required=True,
    help="Text, Markdown, PDF, Word; - reads text from standard input.",
)
@click.option(
    "--format",
    default="jsonl",
    help="jsonl, csv or text; annotation (W3C), csl (Zotero), graphml; html or markdown: the text with links.",
)
@click.option(
    "--issuer",
    help="The body that issued the files: a symbol, or a name as in general_assembly; else from the file name.",
)
@click.option("--language", help="en, fr, es, ru, ar or zh; else detected for each file.")
@click.option(
    "--kinds", default="documents", help="documents; all: treaties, cases and letters of special procedures, too."
)
@click.option("--encoding", default="utf-8", help="How the files are encoded.")
@OCR
@QUIET
def cite(
    files: tuple[str, ...],
    format: str,
    issuer: str | None,
    language: str | None,
    kinds: str,
    encoding: str,
    ocr: Ocr,
    quiet: bool,
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

        reading = Reading(issuer, language, "all" if kinds == "all" else "documents", ocr)
        for piece in report(list(files), format, encoding, progress, reading, _warn):
            sys.stdout.write(piece)
    sys.stdout.flush()


def _warn(line: str) -> None:
    click.echo(printable_line(line), err=True)
