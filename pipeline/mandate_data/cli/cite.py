"""cite: the citations of any document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from mandate_data.cli.options import OCR, QUIET, app, check_format, format_option
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError
from mandate_data.printable import printable_line

if TYPE_CHECKING:
    from mandate_data.documents.text_recognition import Ocr


FORMATS = ("jsonl", "csv", "text", "annotation", "csl", "graphml", "html", "markdown")


@app.command(epilog="Example: mandate-data cite report.txt notes.md --format csv > citations.csv")
@click.argument(
    "files",
    metavar="FILE…",
    nargs=-1,
    required=True,
    help="PDF (.pdf), Word (.docx), or any text, such as .txt, .md and .html; - reads text from standard input.",
)
@format_option(
    FORMATS,
    "Print jsonl, csv or text; annotation (W3C), csl (Zotero) or graphml; or the text with links, as html or markdown.",
)
@click.option(
    "--issuer",
    metavar="BODY",
    help="Name the body that issued the files, as a symbol or such as general_assembly; by default from name or head.",
)
@click.option(
    "--language",
    metavar="TAG",
    help="Read the files as en, fr, es, ru, ar or zh; by default detected per file and passage.",
)
@click.option(
    "--kinds",
    metavar="KINDS",
    default="documents",
    help="Find documents only, or all: also treaties, cases and letters of special procedures.",
)
@click.option("--encoding", metavar="NAME", default="utf-8", help="Read text files in this encoding.")
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
    """Find the citations of United Nations documents in files: symbol, place, line, pinpoint.

    There is one record per reference, in text order. `start` and `end` count characters; in a PDF or a Word document
    they count those of its blocks, with notes last. For `ibid.`, `supra` and resolutions in prose the record has the
    symbol, or the reason why the text does not settle it.
    """
    check_format(format, FORMATS)
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
