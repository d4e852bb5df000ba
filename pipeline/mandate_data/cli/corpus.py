"""corpus: the citations of many documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from mandate_data.address_space import require_room_for_polars
from mandate_data.cli.option_values import PATH, PLACE, Number
from mandate_data.cli.options import (
    ENCODING,
    ISSUER,
    KINDS,
    LANGUAGE,
    OCR,
    QUIET,
    app,
    checked_kinds,
)
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError, how_to_add
from mandate_data.printable import counted

if TYPE_CHECKING:
    from mandate_data.corpus.build_corpus import Outcome
    from mandate_data.corpus.local_engine import Engine
    from mandate_data.corpus.reading import Reading
    from mandate_data.documents.text_recognition import Ocr

ENGINES = ("local", "dask")


@app.command(epilog="Example: mandate-data corpus reports/ more.zip 's3://bucket/un/*.pdf' --out build/corpus")
@click.argument(
    "paths",
    metavar="PATH…",
    type=PLACE,
    nargs=-1,
    required=True,
    help="Files, folders, patterns, zip archives, or s3://… addresses.",
)
@click.option("--out", metavar="DIR", type=PATH, required=True, help="Write the package to DIR.")
@click.option(
    "--engine", metavar="ENGINE", default="local", help="Run on this machine (local), or on workers of Dask (dask)."
)
@click.option(
    "--scheduler",
    metavar="ADDRESS",
    help="Use the Dask scheduler at ADDRESS, such as tcp://host:8786. Without it, one is started.",
)
@click.option(
    "--workers",
    metavar="N",
    type=Number(1),
    help="Run N processes; by default one per core.",
)
@click.option(
    "--timeout",
    metavar="SECONDS",
    type=Number(0.1, 1_000_000, whole=False),
    default=120.0,
    help="Stop reading a file after this much CPU time.",
)
@click.option(
    "--memory",
    metavar="MB",
    type=Number(64),
    default=2048,
    help="Stop reading a file that needs more memory; at least 64.",
)
@click.option("--graphml", metavar="FILE", type=PATH, help="Write the graph of citations to FILE, too, as GraphML.")
@ISSUER
@LANGUAGE
@KINDS
@ENCODING
@OCR
@QUIET
def corpus(
    paths: tuple[str, ...],
    out: Path,
    engine: str,
    scheduler: str | None,
    workers: int | None,
    timeout: float,
    memory: int,
    graphml: Path | None,
    issuer: str | None,
    language: str | None,
    kinds: str,
    encoding: str,
    ocr: Ocr,
    quiet: bool,
) -> None:
    """Find the citations in many documents, and write a data package of Parquet files.

    It reads text, Markdown, HTML, PDF and Word. A second run reads only new and changed files, and resumes an
    interrupted run. A file that can't be read is listed in the table `unread`, with the reason. If no file can be
    read, the exit code is 1.
    """
    if engine not in ENGINES:
        raise InputError(f"--engine {engine!r}: unknown; known engines: {', '.join(ENGINES)}")
    if scheduler is not None and engine != "dask":
        raise InputError("--scheduler: is for --engine dask")
    wanted = checked_kinds(kinds)
    require_room_for_polars()
    try:
        from mandate_data.corpus.build_corpus import make_corpus
        from mandate_data.corpus.corpus_graph import check_graph_file, write_graph
        from mandate_data.corpus.reading import Reading
        from mandate_data.corpus.worker_pool import Limits
        from mandate_data.documents.text_recognition import needed_recogniser

        reading = Reading(issuer, language, wanted, ocr, encoding)
        reading.check()
        if graphml is not None:
            check_graph_file(graphml)
        with show_progress(quiet) as progress:
            limits = Limits(timeout, memory)
            recogniser = needed_recogniser(ocr)
            named = f"{ocr}: {recogniser.name}" if recogniser is not None else ""
            chosen = _engine(engine, limits, scheduler, workers, reading)
            outcome = make_corpus(paths, out, chosen, progress, str(limits), f"{reading.named} {named}".strip())
            if graphml is not None and not outcome.findings:
                write_graph(out, graphml)
    except ModuleNotFoundError as error:
        extra = "dask" if error.name == "distributed" else "corpus"
        raise InputError(f"{error.name} is not installed; {how_to_add(extra)}") from None
    if outcome.findings:
        from mandate_data.findings.reports import as_text

        click.echo(as_text(outcome.findings), err=True, nl=False)
        raise click.exceptions.Exit(1)
    if not quiet:
        _tell(outcome, out)
    if not outcome.rows["documents"]:
        click.echo(f"no file could be read: the table unread in {out} says why", err=True)
        raise click.exceptions.Exit(1)


def _tell(outcome: Outcome, out: Path) -> None:
    """What was done, in lines for people."""
    rows = outcome.rows
    if outcome.damaged:
        one = "1 part of the package was damaged: its"
        many = f"{outcome.damaged} parts of the package were damaged: their"
        click.echo(f"{one if outcome.damaged == 1 else many} files are read again", err=True)
    read = f"{counted(outcome.read.files - outcome.unread, 'file')} read"
    unread = f", {outcome.unread} not read" if outcome.unread else ""
    click.echo(
        f"{read}{unread}, {outcome.kept.files} unchanged, {outcome.gone} gone: "
        f"{counted(rows['documents'], 'document')}, {counted(rows['citations'], 'citation')}, "
        f"{counted(rows['edges'], 'edge')} in {out}",
        err=True,
    )
    if rows["unread"]:
        many = f"{rows['unread']} files, pages or parts of them were"
        which = "1 file, page or part of one was" if rows["unread"] == 1 else many
        click.echo(f"{which} not read: see its table unread", err=True)


def _engine(name: str, limits: object, scheduler: str | None, workers: int | None, reading: Reading) -> Engine:
    from mandate_data.corpus.worker_pool import Limits

    assert isinstance(limits, Limits)
    if name == "local":
        from mandate_data.corpus.local_engine import local_engine

        return local_engine(limits, workers, reading)
    from mandate_data.corpus.dask_engine import dask_engine

    return dask_engine(limits, scheduler, workers, reading)
