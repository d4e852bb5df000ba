"""new-source: the files of a new source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.options import QUIET, ROOT, app


@app.command("new-source", epilog="Example: mandate-data new-source report-2018 A_HRC_38_36.pdf --published 2018-04-10")
def new_source(
    source_id: Annotated[str, typer.Argument(metavar="ID", help="Short name of the source, for example report-2018.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The document: text, Markdown, PDF or Word.")],
    title: Annotated[str, typer.Option("--title", help="Its title; the first heading if none is given.")] = "",
    publisher: Annotated[str, typer.Option("--publisher", help="Who issued it.")] = "",
    published: Annotated[str, typer.Option("--published", help="When, such as 2018 or 2018-04-10.")] = "",
    language: Annotated[str, typer.Option("--language", help="Its language, as a BCP 47 tag.")] = "en",
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Begin a source: a folder in raw/, a reader that finds what can be found, and a test.

    The folder has a descriptor with the checksum of FILE, a first edition to restate, and a guide to its sections.
    """
    from mandate_data.new_source import SourceDetails, begin_source

    created = begin_source(root, source_id, file, SourceDetails(title, publisher, published, language))
    for path in created.files:
        typer.echo(str(path))
    if not quiet:
        listed = ", ".join(f"{count} {table.replace('_', ' ')}" for table, count in created.counts.items())
        typer.echo(f"found: {listed}; the next step: docs/new-source.md", err=True)
