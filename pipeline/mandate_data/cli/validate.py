"""validate: the findings of a data package, of this project or any other."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from mandate_data.cli.findings_output import check_finding_format, check_output, write_findings
from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import (
    PACKAGE,
    QUIET,
    ROOT,
    SHOW_EXPLAINED,
    SOURCE,
    SOURCES,
    app,
    chosen_files,
    finding_format_option,
)
from mandate_data.cli.progress_bar import show_progress
from mandate_data.errors import InputError


@app.command(epilog="Example: mandate-data validate build/package --format json --output findings.json")
@click.argument(
    "package",
    metavar="[PACKAGE]",
    type=PATH,
    default=PACKAGE,
    help="The folder of a data package, or its datapackage.json.",
)
@SOURCE
@SOURCES
@finding_format_option("Print findings as {formats}.")
@click.option("--output", metavar="FILE", type=PATH, help="Write the findings to FILE instead of standard output.")
@click.option(
    "--thorough", is_flag=True, help="Check every table with Frictionless and Pandera, too, not only doubtful ones."
)
@click.option("--like", metavar="JUDGE", help="Judge packages of others by the standard, or as frictionless does.")
@click.option("--strict", is_flag=True, help="Judge them by the standard, whatever the file of options says.")
@click.option("--fail-on", metavar="SEVERITY", help="Exit with 1 from this severity on: error, warning or note.")
@click.option(
    "--select", metavar="CODE", multiple=True, help="Report only findings whose code begins with CODE. May be repeated."
)
@click.option(
    "--ignore", metavar="CODE", multiple=True, help="Report no findings whose code begins with CODE. May be repeated."
)
@click.option(
    "--baseline", metavar="FILE", type=PATH, help="Leave out the findings that are in FILE, a report in JSON."
)
@click.option(
    "--schema",
    metavar="NAME=FILE",
    multiple=True,
    help="Use FILE as the schema of the table or address NAME. May be repeated.",
)
@click.option("--allow-unread", is_flag=True, help="Report a table that can't be read as a warning, not as an error.")
@click.option("--headers", metavar="HOW", help="Compare headers in exact or any-case manner.")
@click.option(
    "--unknown-columns", metavar="SEVERITY", help="Report a column that is not in the schema as error or warning."
)
@click.option(
    "--config",
    metavar="FILE",
    type=PATH,
    help="Read options from FILE; by default from mandate-data.toml, if it exists.",
)
@SHOW_EXPLAINED
@ROOT
@QUIET
def validate(
    package: Path,
    source: tuple[str, ...],
    sources: Path | None,
    format: str,
    output: Path | None,
    thorough: bool,
    like: str | None,
    strict: bool,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    baseline: Path | None,
    schema: tuple[str, ...],
    allow_unread: bool,
    headers: str | None,
    unknown_columns: str | None,
    config: Path | None,
    show_explained: bool,
    root: Path,
    quiet: bool,
) -> None:
    """Check a data package against its schemas, its rules and, where they are at hand, its sources."""
    check_finding_format(format)
    files = chosen_files(source)
    with show_progress(quiet) as progress:
        progress.stage("validating")
        from mandate_data.package.file_safety import read_descriptor
        from mandate_data.project import Project
        from mandate_data.validate.judging_options import (
            FILE,
            JudgingOptions,
            check_copies,
            checked,
            chosen,
            fails,
            read_options,
        )
        from mandate_data.validation import inspect

        stated_root = click.get_current_context().get_parameter_source("root") is not ParameterSource.DEFAULT
        if stated_root:
            Project(root).check_exists()
        if config is not None and not config.is_file():
            raise InputError(f"--config {config}: no such file")
        if strict and like not in (None, "standard"):
            raise InputError(f"--strict and --like {like}: one of them; --strict is --like standard")
        given = {
            "like": "standard" if strict else like,
            "fail_on": fail_on,
            "select": select or None,
            "ignore": ignore or None,
            "baseline": str(baseline) if baseline else None,
            "allow_unread": allow_unread or None,
            "headers": headers,
            "unknown_columns": unknown_columns,
            "schemas": _copies(schema),
        }
        stated = {name: value for name, value in given.items() if value is not None}
        asked = JudgingOptions(**stated)  # type: ignore[arg-type]
        options = checked(asked).over(read_options(config or root / FILE), stated)
        project = Project(root)
        folder = package.parent if package.name == "datapackage.json" else package
        if output is not None:
            read = [*files.values(), config or root / FILE, *map(Path, options.schemas.values())]
            read += [Path(options.baseline)] if options.baseline else []
            check_output(output, folder, read, [project.raw, project.schemas])
        if asked.schemas:
            check_copies(asked.schemas, read_descriptor(folder))
        inspection = inspect(folder, root, sources, files, thorough, options)
        findings = chosen(inspection.findings, options, project.checks)
    write_findings(findings, project, format, output, show_explained or options.fail_on == "note")
    if inspection.not_run and not quiet:
        click.echo(f"not checked: {inspection.not_run}", err=True)
    raise click.exceptions.Exit(1 if fails(findings, options.fail_on) else 0)


def _copies(options: tuple[str, ...]) -> dict[str, str] | None:
    """The files of the options `--schema NAME=FILE`, by table or address."""
    copies = {}
    for option in options:
        name, separator, file = option.rpartition("=")
        if not separator or not name or not file:
            raise InputError(f"--schema {option!r}: expected NAME=FILE, for example deployments=deployments.json")
        copies[name] = file
    return copies or None
