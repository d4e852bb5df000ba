"""How a row is cited, and the row as a file: its values, its lines, the version, an address."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from urllib.parse import quote

from mandate_data.package.row_titles import RowId
from mandate_data.package.value_words import source_name
from mandate_data.package.write import plain_number
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place
from mandate_data.site.row_cells import Cell

LONGEST = 160
"""Longer values are left out of a citation; they are in the row."""


def citation(catalogue: Catalogue, row_id: RowId, shown: Sequence[Cell], places: Sequence[Place], base: str) -> str:
    """A sentence with the values of a row, the lines of its sources, the version, and the address of its page.

    `base` is the address of the website; where it is empty, the citation names the page within the website.
    """
    title = catalogue.title(row_id)
    keys = catalogue.tables[row_id[0]].primary_key
    cited = [
        f"{cell.column.title} {cell.shown}"
        for cell in shown
        if cell.value and len(cell.shown) <= LONGEST and not cell.value.startswith("https://")
        and (cell.column.name not in keys or cell.target) and cell.shown != title
    ]  # fmt: skip
    values = f": {'; '.join(cited)}" if cited else ""
    read = "; ".join(_read(catalogue, place) for place in places)
    release = catalogue.release
    return (
        f"{title}{values}. {f'Read from {read}. ' if read else ''}In: {release.citation} "
        f"Table {row_id[0]}, row {row_id[1]}. {base or 'Page '}{catalogue.page(row_id)}"
    )


def row_files(catalogue: Catalogue, row_id: RowId) -> dict[str, str]:
    """The row as CSV and as JSON, as the package has them, each as a data address that needs no server."""
    row = dict(catalogue.rows[row_id])
    typed = json.dumps(catalogue.tables[row_id[0]].row(row_id[1]), ensure_ascii=False, default=plain_number)
    stream = io.StringIO()
    writer = csv.DictWriter(stream, row, lineterminator="\n")
    writer.writeheader()
    writer.writerow(row)
    texts = {"csv": ("text/csv", stream.getvalue()), "json": ("application/json", typed)}
    return {name: f"data:{kind};charset=utf-8,{quote(text)}" for name, (kind, text) in texts.items()}


def edition(catalogue: Catalogue, source: str) -> str:
    """What lines are counted in: an abridged edition of ours has lines of its own."""
    abridged = catalogue.rows["sources", source].get("edition") == "abridged"
    return "our abridged edition of" if abridged else "the full text of"


def _read(catalogue: Catalogue, place: Place) -> str:
    page = f" (page {place.page} of the original)" if place.page else ""
    return f"{place.lines} of {edition(catalogue, place.source)} {source_name(place.source)}{page}"
