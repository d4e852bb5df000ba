"""How a row is cited, and the row as a file: its values, its lines, the version, an address."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from mandate_data.package.row_titles import RowId
from mandate_data.package.value_words import source_name
from mandate_data.package.write import plain_number
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.cell_places import Place
from mandate_data.site.row_cells import Cell
from mandate_data.site.site_settings import sentence

LONGEST = 160
"""Longer values are left out of a citation; they are in the row."""


def citation(catalogue: Catalogue, row_id: RowId, shown: Sequence[Cell], places: Sequence[Place], base: str) -> str:
    """A sentence with the values of a row, the lines of its sources, the version, and the address of its page.

    `base` is the address of the website; where it is empty, the citation names the page within the website.
    """
    cited = cited_values(catalogue, row_id, shown)
    values = f"{catalogue.title(row_id)}{f': {cited}' if cited else ''}"
    read = "; ".join(_read(catalogue, places))
    release = catalogue.release
    return (
        f"{values.removesuffix('.')}. {f'Read from {read}. ' if read else ''}In: {release.citation} "
        f"Table {row_id[0]}, row {row_id[1]}. {base or 'Page '}{catalogue.page(row_id)}"
    )


def cited_values(catalogue: Catalogue, row_id: RowId, shown: Sequence[Cell]) -> str:
    """The values of a row beside its title and its key, each after the title of its column."""
    title, keys = catalogue.title(row_id), catalogue.tables[row_id[0]].primary_key
    return "; ".join(
        f"{cell.column.title} {cell.shown}"
        for cell in shown
        if cell.value and len(cell.shown) <= LONGEST and not cell.value.startswith("https://")
        and (cell.column.name not in keys or cell.target) and cell.shown != title
    )  # fmt: skip


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


def _read(catalogue: Catalogue, places: Sequence[Place]) -> Iterator[str]:
    """The lines in each source: `lines 397 and 399 of our abridged edition of Handbook 2016`."""
    by_source: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        by_source[place.source].append(place)
    for source, found in by_source.items():
        yield f"{_lines(found)} of {edition(catalogue, source)} {source_name(source)}"


def _lines(places: Sequence[Place]) -> str:
    if len(places) == 1 or any(place.page for place in places):
        return sentence([f"{one.lines}{f' (page {one.page} of the original)' if one.page else ''}" for one in places])
    return f"lines {sentence([one.numbers for one in places])}"
