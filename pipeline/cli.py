"""The command line: calls in, exit codes and messages out. All work is done elsewhere.

Exit codes: 0 fine; 1 findings of severity error; 2 a mistake in the call or the input.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn, Optional, TextIO

import typer

from pipeline.errors import InputError
from pipeline.findings import Finding

app = typer.Typer(
    name="mandate-data",
    help="United Nations human-rights documents become data with an address in the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

ROOT = Annotated[
    Path,
    typer.Option("--root", help="The project's folder, which holds raw/ and schemas/.", show_default=True),
]
SOURCE = Annotated[
    Optional[list[str]],  # noqa: UP045 (typer reads this at run time)
    typer.Option("--source", metavar="ID=FILE", help="Read this file as the source ID (repeatable)."),
]
SOURCES = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--sources", metavar="DIR", help="Read the full texts in DIR instead of the editions in raw/."),
]
QUIET = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")]


@app.callback()
def _main() -> None:
    """Keeps `build` a command of its own name, however few commands there are."""


@app.command(epilog="Example: mandate-data build --source handbook-2016=handbook.md --out build/package")
def build(
    source: SOURCE = None,
    sources: SOURCES = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the package goes.")] = Path("build/package"),
    steps: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--steps", metavar="DIR", help="Also write what each stage hands on, to look at."),
    ] = None,
    format: Annotated[
        str,
        typer.Option("--format", help="How findings are told: text on standard error; json, sarif, github or junit."),
    ] = "text",
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Read the sources, validate what they say, and write the data package.

    With findings of severity error the package in DIR stays as it was; the rejected candidate and its report go
    to DIR.rejected.
    """
    _known_format(format)
    chosen = _chosen(source or [])
    with _progress(quiet) as progress:
        from pipeline.build import build as run

        built = run(root, out, full_texts=sources, chosen=chosen, steps=steps, progress=progress)
    shown = [finding for finding in built.findings if finding.severity != "note"]
    if format != "text":
        _report(built.findings, format)
    elif shown:
        from pipeline.reports import as_text

        typer.echo(as_text(shown, colour=_has_colours(sys.stderr)), err=True, nl=False)
    if not quiet:
        rows = sum(built.rows.values())
        notes = len(built.findings) - len(shown)
        state = "written to" if built.accepted else "REJECTED; the candidate and its report are in"
        typer.echo(
            f"{len(built.rows)} tables, {rows} rows, {notes} notes on known errors: {state} {built.folder}",
            err=True,
        )
    raise typer.Exit(0 if built.accepted else 1)


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
def checks(
    format: Annotated[str, typer.Option("--format", help="text or markdown.")] = "text",
) -> None:
    """List every check: its code, its severity, what it means, and an example."""
    from pipeline.checks import FORMATS

    if format not in FORMATS:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(FORMATS)}")
    typer.echo(FORMATS[format](), nl=False)


@app.command(epilog="Example: mandate-data cite report.txt notes.md --format csv > citations.csv")
def cite(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Text or Markdown; - reads standard input.")],
    format: Annotated[
        str, typer.Option("--format", help="jsonl, csv or text; html or markdown: the text with links.")
    ] = "jsonl",
    encoding: Annotated[str, typer.Option("--encoding", help="How the files are encoded.")] = "utf-8",
    quiet: QUIET = False,
) -> None:
    """Report every citation of a United Nations document: symbol, place, line, pinpoint.

    One record a reference, in text order; `start` and `end` count characters. `ibid.`, `supra` and resolutions in
    prose have the symbol that the text settles, or the reason why it stays open.
    """
    known = ("jsonl", "csv", "text", "html", "markdown")
    if format not in known:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(known)}")
    with _reading(files, quiet) as read:
        from pipeline.citing import report

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


@contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """A line on the terminal that says what is being done; nothing where standard error is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield lambda stage: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=4)
        yield lambda stage: bar.update(task, description=stage, advance=1)


def _chosen(options: list[str]) -> dict[str, Path]:
    chosen: dict[str, Path] = {}
    for option in options:
        source_id, separator, file = option.partition("=")
        if not separator or not source_id or not file:
            raise InputError(f"--source {option!r}: expected ID=FILE, for example handbook-2016=handbook.md")
        if source_id in chosen:
            raise InputError(f"--source {source_id}: given twice; give one file for each source")
        chosen[source_id] = Path(file)
    return chosen


@app.command(epilog="Example: mandate-data validate build/package --format json --output findings.json")
def validate(
    package: Annotated[Path, typer.Argument(help="Folder of a data package, or its datapackage.json.")] = Path(
        "build/package"
    ),
    source: SOURCE = None,
    sources: SOURCES = None,
    format: Annotated[str, typer.Option("--format", help="text, json, sarif, github or junit.")] = "text",
    output: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--output", metavar="FILE", help="Write the findings to FILE instead of standard output."),
    ] = None,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Check a data package against its contract, its meaning and, where they are at hand, its sources."""
    _known_format(format)
    chosen = _chosen(source or [])
    with _progress(quiet) as progress:
        progress("validating")
        from pipeline.findings import has_errors
        from pipeline.inspection import inspect

        folder = package.parent if package.name == "datapackage.json" else package
        findings = inspect(folder, root, sources, chosen)
    _report(findings, format, output)
    raise typer.Exit(1 if has_errors(findings) else 0)


@app.command(epilog="Example: mandate-data diff build/releases/1.0.0 build/package --format markdown")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of a data package.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of another one.")],
    format: Annotated[str, typer.Option("--format", help="text, json or markdown.")] = "text",
) -> None:
    """What changed from one data package to another: schemas, and rows cell by cell; and which version that makes.

    A row with another key is recognised if the rest of it agrees. Exit code 0, whether there is a difference or not.
    """
    from pipeline.publish.change_texts import FORMATS
    from pipeline.publish.difference import compare
    from pipeline.publish.packages import read_package
    from pipeline.publish.versions import judge

    if format not in FORMATS:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(FORMATS)}")
    before = read_package(old)
    difference = compare(before, read_package(new))
    typer.echo(FORMATS[format](difference, judge(difference, before).reasons), nl=False)


@app.command(epilog="Example: mandate-data release --date 2027-01-31 --dry-run")
def release(
    date: Annotated[
        str,
        typer.Option("--date", help="Day of the release, as 2026-01-31: the clock is not asked.", show_default=False),
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be released, and write nothing.")] = False,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Build the package, compare it with the latest release, and write the next one into build/releases.

    The version follows from what changed. Nothing is released while there are errors, or where nothing has changed.
    """
    with _progress(quiet) as progress:
        progress("building and comparing")
        from pipeline.publish.releases.making import plan_release, summary, write_release

        plan = plan_release(root, date)
    if not plan.built.accepted:
        from pipeline.reports import as_text

        errors = [finding for finding in plan.built.findings if finding.severity == "error"]
        typer.echo(as_text(errors, colour=_has_colours(sys.stderr)), err=True, nl=False)
        raise typer.Exit(1)
    if plan.entry is not None and not dry_run:
        write_release(root / "build" / "releases", plan.entry, plan.files)
    if not quiet:
        typer.echo("\n".join(summary(plan)))
        if dry_run and plan.entry is not None:
            from pipeline.publish.change_texts import as_text as difference_as_text

            typer.echo(difference_as_text(plan.difference) if plan.difference else "the first release", nl=False)
            typer.echo("\nnothing was written")


@app.command(epilog="Example: mandate-data verify 1.0.0")
def verify(
    versions: Annotated[
        Optional[list[str]],  # noqa: UP045
        typer.Argument(metavar="[RELEASE]…", help="Versions; all of them if none is named."),
    ] = None,
    rebuild: Annotated[bool, typer.Option(help="Make each release again and compare it, byte for byte.")] = True,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Check releases: the digest of every file, the chain of the ledger, and that they can be made again.

    Exit code 1 if anything differs; each difference is a line that names the file.
    """
    with _progress(quiet) as progress:
        progress("verifying")
        from pipeline.publish.releases.verifying import verify as run

        wrong = run(root, versions or [], rebuild)
    for line in wrong:
        typer.echo(line)
    if not wrong and not quiet:
        typer.echo("all releases are what the ledger says" + (", and can be made again" if rebuild else ""), err=True)
    raise typer.Exit(1 if wrong else 0)


@app.command(epilog="Example: mandate-data dist 1.0.0")
def dist(
    version: Annotated[str, typer.Argument(metavar="[RELEASE]", help="A version; the latest if none is named.")] = "",
    sign: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--sign", metavar="KEY", help="Sign SHA256SUMS with this secret key."),
    ] = None,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Make the binary forms of a release in build/dist: SQLite, Parquet, an Excel workbook, a zip.

    With a key of OpenSSH or minisign their SHA256SUMS is signed; verify checks the signature.
    """
    with _progress(quiet) as progress:
        progress("writing binary forms")
        try:
            from pipeline.publish.dist.making import make_dist
        except ModuleNotFoundError as error:
            raise InputError(f"{error.name} is not installed; pip install 'mandate-data[dist]'") from None
        out = make_dist(root, version, sign)
    if not quiet:
        typer.echo(f"written to {out}", err=True)


def _known_format(format: str) -> None:
    known = ("text", "json", "sarif", "github", "junit")
    if format not in known:
        raise InputError(f"--format {format!r}: unknown; known formats: {', '.join(known)}")


def _report(findings: Sequence[Finding], format: str, output: Path | None = None) -> None:
    """Print findings, or write them to `output`; a GitHub job gets its summary, too."""
    from pipeline.reports import FORMATS, as_summary, as_text

    colour = format == "text" and output is None and _has_colours(sys.stdout)
    text = as_text(findings, colour=True) if colour else FORMATS[format](findings)
    if output is None:
        typer.echo(text, nl=False)
    else:
        _write(output, text)
    if format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(findings))


def _has_colours(stream: TextIO) -> bool:
    """Whether this is a terminal whose user has not asked for plain text (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


def _write(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); name another file") from None


def main() -> None:
    """Run the command line; a mistake in call or input is one line on standard error and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except InputError as error:
        _refuse(str(error))
    except typer.TyperException as error:
        message = error.format_message()
        # Without arguments the "message" is the help text itself.
        _refuse(message if "\n" in message else f"{message.rstrip('.')}; see mandate-data --help")
    except typer.Abort:
        _refuse("interrupted; what was there before is unchanged")
    finally:
        # Python would look through all that was loaded once more before it ends, for a fifth of a second.
        gc.freeze()
    sys.exit(code)


def _refuse(message: str) -> NoReturn:
    typer.echo(message if "\n" in message else f"mandate-data: {message}", err=True)
    sys.exit(2)
