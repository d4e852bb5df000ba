"""build, validate, checks: the package made and looked at."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Optional

import typer

from mandate_data.cli.options import QUIET, ROOT, app, check_format, has_colours, show_progress
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding

FINDINGS = ("text", "json", "sarif", "github", "junit")
SOURCE = Annotated[
    Optional[list[str]],  # noqa: UP045 (typer reads this at run time)
    typer.Option("--source", metavar="ID=FILE", help="Read this file as the source ID (repeatable)."),
]
SOURCES = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--sources", metavar="DIR", help="Read the full texts in DIR instead of the editions in raw/."),
]


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
    check_format(format, FINDINGS)
    chosen = _chosen(source or [])
    with show_progress(quiet) as progress:
        from mandate_data.build_package import build as run

        built = run(root, out, full_texts=sources, chosen=chosen, steps=steps, progress=progress)
    shown = [finding for finding in built.findings if finding.severity != "note"]
    if format != "text":
        _report(built.findings, format)
    elif shown:
        from mandate_data.findings.reports import as_text

        typer.echo(as_text(shown, colour=has_colours(sys.stderr)), err=True, nl=False)
    if not quiet:
        rows = sum(built.rows.values())
        notes = len(built.findings) - len(shown)
        state = "written to" if built.accepted else "REJECTED; the candidate and its report are in"
        typer.echo(
            f"{len(built.rows)} tables, {rows} rows, {notes} notes on known errors: {state} {built.folder}",
            err=True,
        )
    raise typer.Exit(0 if built.accepted else 1)


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
    check_format(format, FINDINGS)
    chosen = _chosen(source or [])
    with show_progress(quiet) as progress:
        progress("validating")
        from mandate_data.findings.finding import has_errors
        from mandate_data.validation import inspect

        folder = package.parent if package.name == "datapackage.json" else package
        findings = inspect(folder, root, sources, chosen)
    _report(findings, format, output)
    raise typer.Exit(1 if has_errors(findings) else 0)


@app.command(epilog="Example: mandate-data checks --format markdown > docs/checks.md")
def checks(
    format: Annotated[str, typer.Option("--format", help="text or markdown.")] = "text",
) -> None:
    """List every check: its code, its severity, what it means, and an example."""
    from mandate_data.findings.check_list import FORMATS

    check_format(format, FORMATS)
    typer.echo(FORMATS[format](), nl=False)


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


def _report(findings: Sequence[Finding], format: str, output: Path | None = None) -> None:
    """Print findings, or write them to `output`; a GitHub job gets its summary, too."""
    from mandate_data.findings.reports import FORMATS, as_summary, as_text

    colour = format == "text" and output is None and has_colours(sys.stdout)
    text = as_text(findings, colour=True) if colour else FORMATS[format](findings)
    if output is None:
        typer.echo(text, nl=False)
    else:
        _write(output, text)
    if format == "github" and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        with Path(page).open("a", encoding="utf-8") as stream:
            stream.write(as_summary(findings))


def _write(path: Path, text: str) -> None:
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.write_text(text, encoding="utf-8")
        partial.replace(path)
    except OSError as error:
        raise InputError(f"{path}: can't be written ({error.strerror}); name another file") from None
