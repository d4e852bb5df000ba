"""corpus: the citations of many documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from mandate_data.cli.options import QUIET, app
from mandate_data.errors import InputError

if TYPE_CHECKING:
    from mandate_data.corpus.build_corpus import Progress
    from mandate_data.corpus.local_engine import Engine
    from mandate_data.corpus.manifest import Counted

ENGINES = ("local", "dask")


@app.command(epilog="Example: mandate-data corpus reports/ more.zip 's3://bucket/un/*.pdf' --out build/corpus")
def corpus(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns, zip archives, s3://…")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the package goes.")],
    engine: Annotated[
        str, typer.Option("--engine", help="local: the cores of this machine; dask: workers of Dask.")
    ] = "local",
    scheduler: Annotated[
        Optional[str],  # noqa: UP045 (typer reads this at run time)
        typer.Option("--scheduler", metavar="ADDRESS", help="Of Dask, such as tcp://host:8786; none: one of its own."),
    ] = None,
    workers: Annotated[
        Optional[int],  # noqa: UP045
        typer.Option("--workers", metavar="N", min=1, help="How many; as many as there are cores if none are named."),
    ] = None,
    timeout: Annotated[
        float, typer.Option("--timeout", metavar="SECONDS", help="What one file may take.", min=0.1, max=1e6)
    ] = 120,
    memory: Annotated[int, typer.Option("--memory", metavar="MB", help="What one file may take.", min=64)] = 2048,
    quiet: QUIET = False,
) -> None:
    """Report every citation in many documents, and which document cites which, as a data package of Parquet.

    Reads text, Markdown, PDF and Word. Run again, it reads only what is new or changed, and goes on where a run was
    broken off. A file that can't be read is listed in the table `unread`, with the reason.
    """
    if engine not in ENGINES:
        raise InputError(f"--engine {engine!r}: unknown; known engines: {', '.join(ENGINES)}")
    if scheduler is not None and engine != "dask":
        raise InputError("--scheduler: is for --engine dask")
    try:
        from mandate_data.corpus.build_corpus import make_corpus
        from mandate_data.corpus.worker_pool import Limits

        with _shown(quiet) as progress:
            limits = Limits(timeout, memory)
            outcome = make_corpus(paths, out, _engine(engine, limits, scheduler, workers), progress, str(limits))
    except ModuleNotFoundError as error:
        extra = "dask" if error.name == "distributed" else "corpus"
        raise InputError(f"{error.name} is not installed; pip install 'mandate-data[{extra}]'") from None
    if outcome.findings:
        from mandate_data.findings.reports import as_text

        typer.echo(as_text(outcome.findings), err=True, nl=False)
        raise typer.Exit(1)
    if not quiet:
        rows = outcome.rows
        typer.echo(
            f"{outcome.read.files} files read, {outcome.kept.files} unchanged, {outcome.gone} gone: "
            f"{rows['documents']} documents, {rows['citations']} citations, {rows['edges']} edges in {out}",
            err=True,
        )
        if rows["unread"]:
            typer.echo(f"{rows['unread']} files or pages could not be read: see its table unread", err=True)


def _engine(name: str, limits: object, scheduler: str | None, workers: int | None) -> Engine:
    from mandate_data.corpus.worker_pool import Limits

    assert isinstance(limits, Limits)
    if name == "local":
        from mandate_data.corpus.local_engine import local_engine

        return local_engine(limits, workers)
    from mandate_data.corpus.dask_engine import dask_engine

    return dask_engine(limits, scheduler, workers)


class _Silent:
    def begin(self, wanted: Counted) -> None:
        pass

    def advance(self, read: Counted) -> None:
        pass


@contextmanager
def _shown(quiet: bool) -> Iterator[Progress]:
    """A bar on the terminal with documents, rate and time left; nothing where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, rate="")

        class Bar:
            size = 0

            def begin(self, wanted: Counted) -> None:
                bar.reset(task, total=wanted.files, rate="")

            def advance(self, read: Counted) -> None:
                self.size += read.bytes
                bar.advance(task, read.files)
                seconds = max(bar.tasks[0].elapsed or 0.0, 0.001)
                done = bar.tasks[0].completed
                bar.update(task, rate=f"documents, {done / seconds:.1f} a second, {self.size / seconds / 1e6:.1f} MB/s")

        yield Bar()
