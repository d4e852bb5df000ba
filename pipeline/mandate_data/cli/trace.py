"""trace: where a value comes from."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mandate_data.cli.option_values import PATH
from mandate_data.cli.options import PACKAGE, ROOT, app, has_colours


@app.command(epilog="Example: mandate-data trace country_visits 2016-geo start_date")
@click.argument("table", metavar="TABLE", help="A table of the package.")
@click.argument("row_key", metavar="KEY", help="The key of the row, or its last parts.")
@click.argument("column", metavar="[COLUMN]", default="", help="A column. Without it, all columns are shown.")
@click.option("--package", metavar="DIR", type=PATH, default=PACKAGE, help="Look in this package or release.")
@ROOT
def trace(table: str, row_key: str, column: str, package: Path, root: Path) -> None:
    """Show where a value comes from: the lines of its sources, with the value marked, and the rules.

    A line is shown only if raw/ has the text from which the package was made.
    """
    from mandate_data.extract.source_descriptors import sources_at_hand
    from mandate_data.package.read import read_package
    from mandate_data.traced_values import as_text, find_row, not_at_hand

    folder = package if package.is_absolute() else root / package
    read = read_package(folder)
    traced = find_row(read, table, row_key, column)
    digests = {row["source_id"]: row["sha256"] for row in read["sources"].cells}
    documents = sources_at_hand(root / "raw", digests)
    for why in not_at_hand(read["sources"].cells, documents, root / "raw"):
        click.echo(why, err=True)
    mark = (lambda text: click.style(text, fg="black", bg="yellow")) if has_colours(sys.stdout) else None
    for line in as_text(traced, documents, mark):
        click.echo(line)
