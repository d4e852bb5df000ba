"""Reference lists: tables whose rows are entries of a list that the engine knows, looked up by their key.

A Table Schema names its list (`x-reference`), and each column the attribute that it takes (`x-attribute`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, fields

from mandate_data.citations import SymbolError, parse
from mandate_data.extract.countries import all_countries
from mandate_data.extract.merge import Merged
from mandate_data.extract.records import Cell, CellName, Evidence, Scalar
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Table

SYMBOLS = "un-document-symbols"
COUNTRIES = "un-m49"
ATTRIBUTE = "x-attribute"
PARENT = "parent"
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """A list of the engine: `look_up` gives the attributes of a key, None for one that the list has not.

    It raises ValueError for a key that is none. An entry's attribute `parent` is the key of another entry, which is
    then a row, too. `entry` is what an entry is called, `where` the list can be read, and `keys` are all there
    are, where they can be counted.
    """

    reference: str
    description: str
    look_up: Callable[[str], Mapping[str, Scalar] | None]
    example: str
    entry: str
    where: str
    keys: Callable[[], Collection[str]] = tuple

    @property
    def attributes(self) -> Sequence[str]:
        """The names of the attributes that each entry has."""
        return list(self.look_up(self.example) or ())


def _symbol(key: str) -> Mapping[str, Scalar]:
    symbol = parse(key)  # whose year, where a session alone gives it, need not be that of the document
    return {
        "body": symbol.body,
        "kind": symbol.kind,
        "session": symbol.session,
        "year": None if symbol.session else symbol.year,
        "number": symbol.number,
        "modifier": symbol.modifier or None,
        PARENT: str(symbol.parent) if symbol.parent else None,
        "url": symbol.url,
    }


def _country(key: str) -> Mapping[str, Scalar] | None:
    country = all_countries().get(key) if _CODE.fullmatch(key) else None
    return None if country is None else {field.name: getattr(country, field.name) for field in fields(country)}


REFERENCE_LISTS: Mapping[str, ReferenceList] = {
    item.reference: item
    for item in (
        ReferenceList(
            SYMBOLS,
            "What the grammar of United Nations document symbols says of a symbol.",
            _symbol,
            "A/1",
            "document",
            "docs/citations.md",
        ),
        ReferenceList(
            COUNTRIES,
            "The entry of a country in the list M49 of the UN Statistics Division.",
            _country,
            "FJI",
            "country",
            "pipeline/mandate_data/extract/reference/m49.csv",
            lambda: all_countries().keys(),
        ),
    )
}


def fill_references(merged: Merged, contract: Package) -> list[Finding]:
    """Rows for every key of a reference list that any table names, each with its attributes. Changes `merged`."""
    findings: list[Finding] = []
    for table in contract.tables.values():
        reference = REFERENCE_LISTS.get(str(table.extensions.get("x-reference")))
        if reference is not None:
            _add_keys(merged, table, contract, reference)
            for key in sorted(merged.rows[table.name]):
                findings += _fill(merged, table, key, reference)
    return findings


def _add_keys(merged: Merged, table: Table, contract: Package, reference: ReferenceList) -> None:
    """A row for each key that another table's foreign key names."""
    (column,) = table.primary_key
    for other, field in contract.references_to(table.name):
        if other == table.name:
            continue
        for row_key, row in list(merged.rows[other].items()):
            key = row.get(field)
            if key is None or (reference.reference == COUNTRIES and _country(str(key)) is None):
                continue  # the foreign key of an unknown country is reported by the contract
            origin = CellName(other, row_key, field)
            merged.add(table.name, str(key), {column: Cell(key, Evidence("derived", (), "named", (origin,)))})


def _fill(merged: Merged, table: Table, key: str, reference: ReferenceList) -> list[Finding]:
    """The attributes of one entry, and of its parents."""
    (column,) = table.primary_key
    try:
        attributes = reference.look_up(key)
    except SymbolError as error:
        return [merged.finding("symbol-malformed", table.name, key, column, problem=error)]
    if attributes is None:
        return []
    origin = CellName(table.name, key, column)
    evidence = Evidence("referenced", (), reference.reference, (origin,))
    row = merged.rows[table.name][key]
    for name in table.columns:
        attribute = table.columns[name].extensions.get(ATTRIBUTE)
        if attribute is not None and (attributes[attribute] is not None or row.get(name) is None):
            merged.put(table.name, key, name, Cell(attributes[attribute], evidence))
    parent = attributes.get(PARENT)
    if parent is not None:
        merged.add(
            table.name, str(parent), {column: Cell(parent, Evidence("referenced", (), reference.reference, (origin,)))}
        )
        return _fill(merged, table, str(parent), reference)
    return []
