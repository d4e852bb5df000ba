"""validate: the findings of a data package, ours or anyone's."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from mandate_data.cli.findings_output import check_finding_format, write_findings
from mandate_data.cli.options import QUIET, ROOT, SOURCE, SOURCES, app, chosen_files
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError


@app.command(epilog="Example: mandate-data validate build/package --format json --output findings.json")
def validate(
    package: Annotated[Path, typer.Argument(help="Folder of a data package, or its datapackage.json.")] = Path(
        "build/package"
    ),
    source: SOURCE = None,
    sources: SOURCES = None,
    format: Annotated[str, typer.Option("--format", help="text, json, sarif, github or junit.")] = "text",
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="FILE", help="Write the findings to FILE instead of standard output."),
    ] = None,
    thorough: Annotated[
        bool,
        typer.Option("--thorough", help="Have Frictionless and Pandera read every table, not only what is in doubt."),
    ] = False,
    like: Annotated[
        str | None,
        typer.Option("--like", help="Judge packages of others by the standard, or as frictionless does."),
    ] = None,
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", help="The least severity that fails: error, warning or note.")
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option("--select", metavar="CODE", help="Only findings of this code (repeatable).")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="No findings of this code (repeatable).")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Leave out findings that FILE has, in JSON.")
    ] = None,
    schema: Annotated[
        list[str] | None,
        typer.Option("--schema", metavar="NAME=FILE", help="A copy of the schema of a table or address (repeatable)."),
    ] = None,
    allow_unread: Annotated[
        bool, typer.Option("--allow-unread", help="A table that can't be read is a warning.")
    ] = False,
    headers: Annotated[
        str | None, typer.Option("--headers", help="How headers are compared: exact or any-case.")
    ] = None,
    unknown_columns: Annotated[
        str | None, typer.Option("--unknown-columns", help="What a column is that no schema has: error or warning.")
    ] = None,
    config: Annotated[
        Path | None, typer.Option("--config", metavar="FILE", help="Options; mandate-data.toml, if it is there.")
    ] = None,
    root: ROOT = Path(),
    quiet: QUIET = False,
) -> None:
    """Check a data package against its contract, its meaning and, where they are at hand, its sources."""
    check_finding_format(format)
    files = chosen_files(source)
    with show_progress(quiet) as progress:
        progress.stage("validating")
        from mandate_data.project import Project
        from mandate_data.validate.judging_options import FILE, JudgingOptions, checked, chosen, fails, read_options
        from mandate_data.validation import inspect

        if config is not None and not config.is_file():
            raise InputError(f"--config {config}: no such file")
        given = {
            "like": like,
            "fail_on": fail_on,
            "select": tuple(select) if select else None,
            "ignore": tuple(ignore) if ignore else None,
            "baseline": str(baseline) if baseline else None,
            "allow_unread": allow_unread or None,
            "headers": headers,
            "unknown_columns": unknown_columns,
            "schemas": _copies(schema),
        }
        stated = {name: value for name, value in given.items() if value is not None}
        asked = JudgingOptions(**stated)  # type: ignore[arg-type]
        options = checked(asked).over(read_options(config or root / FILE), stated)
        folder = package.parent if package.name == "datapackage.json" else package
        found = inspect(folder, root, sources, files, thorough, options)
        checks = Project(root).checks
        findings = chosen(found, options, checks)
    write_findings(findings, checks, format, output)
    raise typer.Exit(1 if fails(findings, options.fail_on) else 0)


def _copies(options: list[str] | None) -> dict[str, str] | None:
    """The files of the options `--schema NAME=FILE`, by table or address."""
    copies = {}
    for option in options or ():
        name, separator, file = option.rpartition("=")
        if not separator or not name or not file:
            raise InputError(f"--schema {option!r}: expected NAME=FILE, for example deployments=deployments.json")
        copies[name] = file
    return copies or None
