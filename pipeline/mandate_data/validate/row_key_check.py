"""Row keys: the text by which provenance, errata and findings name a row must name that row alone."""

from __future__ import annotations

from mandate_data.findings import Finding, finding
from mandate_data.package.addresses import TABLE as PROVENANCE
from mandate_data.package.tables import KEY_SEPARATOR, Package, Tables, text_of


def check_row_keys(tables: Tables, contract: Package) -> list[Finding]:
    """A finding for each value of a primary key that has the sign which joins the values of a key."""
    return [
        finding(
            "key-separator", table=name, row_key=table.key_of(row), field=column, value=value, separator=KEY_SEPARATOR
        )
        for name, table in contract.tables.items()
        if name != PROVENANCE
        for row in tables[name]
        for column in table.primary_key
        if KEY_SEPARATOR in (value := text_of(row[column]))
    ]
