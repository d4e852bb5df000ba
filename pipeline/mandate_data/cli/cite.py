"""cite: the citations of any document."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from mandate_data.cli.option_values import PLACE
from mandate_data.cli.options import (
    ENCODING,
    ISSUER,
    KINDS,
    LANGUAGE,
    OCR,
    QUIET,
    app,
    check_format,
    checked_kinds,
    format_option,
)
from mandate_data.cli.progress_bar import show_progress
from mandate_data.printable import printable_line

if TYPE_CHECKING:
    from mandate_data.documents.text_recognition import Ocr


FORMATS = ("jsonl", "csv", "text", "annotation", "csl", "graphml", "html", "markdown")


@app.command(epilog="Example: mandate-data cite report.txt notes.md --format csv > citations.csv")
@click.argument(
    "files",
    metavar="FILE…",
    type=PLACE,
    nargs=-1,
    required=True,
    help="PDF (.pdf), Word (.docx), or any text, such as .txt, .md and .html; - reads text from standard input.",
)
@format_option(
    FORMATS,
    "Print jsonl, csv or text; without the references that are open annotation (W3C), csl (Zotero) or graphml; or the "
    "text with links, as html or markdown.",
)
@ISSUER
@LANGUAGE
@KINDS
@ENCODING
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
    wanted = checked_kinds(kinds)
    with show_progress(quiet) as progress:
        from mandate_data.corpus.cite_file import report
        from mandate_data.corpus.reading import Reading

        reading = Reading(issuer, language, wanted, ocr, encoding)
        for piece in report(list(files), format, progress, reading, _warn):
            sys.stdout.write(piece)
    sys.stdout.flush()


def _warn(line: str) -> None:
    click.echo(printable_line(line), err=True)
