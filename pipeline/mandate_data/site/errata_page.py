"""The page of errors and claims: what is printed, what is published, and why, in a sentence each."""

from __future__ import annotations

from typing import Any

from mandate_data.package.row_titles import Row, RowId
from mandate_data.package.value_words import source_name
from mandate_data.site.catalogue import Catalogue
from mandate_data.site.row_cells import Link, place_link, row_link


def errata_content(catalogue: Catalogue) -> dict[str, Any]:
    """Errata by status, and claims by verdict; an erratum about a claim is shown with the claim, not twice."""
    claims = catalogue.of("claims")
    listed = [erratum(catalogue, row) for _, row in catalogue.of("errata") if row["table"] != "claims"]
    return {
        "corrected": [one for one in listed if one["row"]["status"] == "corrected"],
        "flagged": [one for one in listed if one["row"]["status"] == "flagged"],
        "disagreeing": [_claim(catalogue, one) for one, row in claims if row["verdict"] == "disagrees"],
        "agreeing": [_claim(catalogue, one) for one, row in claims if row["verdict"] == "agrees"],
    }


def erratum(catalogue: Catalogue, row: Row) -> dict[str, Any]:
    """An erratum: its page and title, what it is about, and the lines of the edition that it speaks of."""
    row_id = ("errata", row["erratum_id"])
    about = (row["table"], row["row_key"])
    column = catalogue.column(about[0], row["field"]) if about[0] in catalogue.tables else None
    return {
        "row": row,
        "page": catalogue.page(row_id),
        "title": catalogue.title(row_id),
        "column": column.title if column else row["field"].replace("_", " "),
        "about": _about(catalogue, about),
        "lines": [place_link(one) for one in catalogue.places.get(row_id, ())],
        "source": row_link(catalogue, ("sources", row["source_id"])),
    }


def _claim(catalogue: Catalogue, row_id: RowId) -> dict[str, Any]:
    row = catalogue.rows[row_id]
    return {
        "row": row,
        "page": catalogue.page(row_id),
        "source": Link(source_name(row["source_id"]), catalogue.page(("sources", row["source_id"]))),
        "query": row.get("query") or row.get("computed_from", ""),
        "reasons": [found["reason"] for found in catalogue.errata.get(row_id, ())],
    }


def _about(catalogue: Catalogue, row_id: RowId) -> Link:
    """The row that an erratum speaks of; a link to nowhere where it was left out of the tables."""
    title = catalogue.tables[row_id[0]].title if row_id[0] in catalogue.tables else row_id[0]
    if row_id not in catalogue.rows:
        return Link(f"{title}: {row_id[1]}", "")
    return Link(f"{title}: {catalogue.title(row_id)}", catalogue.page(row_id) if row_id[0] != "provenance" else "")
