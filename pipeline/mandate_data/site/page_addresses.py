"""Where each page of the website lies: an address for every row, table and line of a source, relative to its root."""

from __future__ import annotations

import re
from collections.abc import Iterable

from mandate_data.errors import InputError
from mandate_data.package.row_titles import RowId
from mandate_data.site.cell_places import Place

ROWS_OF_A_PAGE = 500
"""A longer table is shown on several pages."""


def slug(key: str) -> str:
    """A key as the name of a file on any system: anything but letters, digits, dots and hyphens becomes `_`."""
    return re.sub(r"[^A-Za-z0-9.-]", "_", key)


def page_of(row_id: RowId, folder: str = "") -> str:
    """The page of a row, in the folder that the project names for its table."""
    table, key = row_id
    return f"{folder or ('sources' if table == 'sources' else f'records/{table}')}/{slug(key)}.html"


def table_page(table: str, number: int = 1) -> str:
    """A page of a table; a long one has several, counted from 1."""
    return f"tables/{table}.html" if number == 1 else f"tables/{table}-{number}.html"


def row_in_table(row_id: RowId, position: int) -> str:
    """A row, counted from 0, on the page of its table."""
    return f"{table_page(row_id[0], position // ROWS_OF_A_PAGE + 1)}#row-{slug(row_id[1])}"


def line_of(place: Place) -> str:
    """A line of an edition, on the page of its source."""
    return f"{page_of(('sources', place.source))}#L{place.line}"


def check_distinct(pages: Iterable[str]) -> None:
    """Raises InputError where two pages would be one file on a system that doesn't tell capitals from small letters."""
    seen: dict[str, str] = {}
    for page in pages:
        if other := seen.get(page.casefold()):
            raise InputError(f"{page}: {other} would be the same file; give one of the rows another key")
        seen[page.casefold()] = page
