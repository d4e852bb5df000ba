"""Derivation: every row and cell of a package follows from its sources, as reading them anew shows.

A cell that somebody changed may be perfectly plausible, with every checksum made anew: only the sources tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mandate_data.documents import Document
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.tables import Package, Row, Table, Tables, text_of


def check_derivation(tables: Tables, reread: Tables, contract: Package) -> list[Finding]:
    """A finding for each row that the sources don't give, that is missing, or that has another cell.

    `reread` are the tables read from the sources anew. A finding's `value` is what the source says, so that it can be
    looked for on the source's lines; a row that is too much has none.
    """
    findings: list[Finding] = []
    for name, table in contract.tables.items():
        if tables[name] != reread[name]:  # as hardly any are
            findings += _differences(table, tables[name], reread[name])
    return findings


def _differences(table: Table, rows: list[Row], reread: list[Row]) -> Iterator[Finding]:
    published = {table.key_of(row): row for row in rows}
    derived = {table.key_of(row): row for row in reread}
    for key, row in derived.items():
        if key not in published:
            yield finding("row-missing", table=table.name, row_key=key)
            continue
        for column in table.columns:
            says, has = text_of(row[column]), text_of(published[key][column])
            if says != has:
                yield finding("cell-differs", table=table.name, row_key=key, field=column, value=says, published=has)
    for key in published:
        if key not in derived:
            yield finding("row-not-in-sources", table=table.name, row_key=key)


def check_sources(tables: Tables, documents: Mapping[str, Document]) -> list[Finding]:
    """A finding for each source whose text at hand is another than the one that the package says it was made from."""
    return [
        finding(
            "source-differs", Location(document.path, 1), table="sources", row_key=document.source_id, field="sha256"
        )
        for row in tables["sources"]
        if (document := documents.get(str(row["source_id"]))) is not None and row["sha256"] != document.sha256
    ]
