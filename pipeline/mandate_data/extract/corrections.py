"""Corrections: what errata of the status `corrected` publish in place of what a source prints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from mandate_data.extract.errata import Erratum
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.records import Cell, Record
from mandate_data.extract.reference_lists import SYMBOLS
from mandate_data.package.tables import Column, Package, Value, text_of
from mandate_data.typography import straighten

Fields = Mapping[tuple[str, str], Sequence[Erratum]]


def correct(
    records: Sequence[Record],
    errata: Sequence[Erratum],
    contract: Package,
    normalisations: Mapping[str, Normalisation],
) -> list[Record]:
    """The records of one source with its corrections applied.

    An erratum on the key of a table of symbols corrects that symbol wherever the source prints it; any other corrects
    one field of one row. A value that a rule read is the erratum's if the rule reads it in what is printed. A row whose
    key is corrected is named by the key that is published, or by the one that is printed.
    """
    documents = contract.reference_table(SYMBOLS)
    key_cell = (documents.name, documents.primary_key[0]) if documents else ("", "")
    corrections = [erratum for erratum in errata if erratum.status == "corrected"]
    symbols = {erratum.as_printed: erratum for erratum in corrections if (erratum.table, erratum.field) == key_cell}
    fields: dict[tuple[str, str], list[Erratum]] = {}
    for erratum in corrections:
        fields.setdefault((erratum.table, erratum.field), []).append(erratum)
    symbol_columns = {key_cell, *(contract.references_to(documents.name) if documents else ())}
    result = []
    for record in records:
        columns = contract.tables[record.table].columns
        changed = {}
        for column, cell in record.cells.items():
            if (record.table, column) in symbol_columns:
                found = symbols.get(text_of(cell.value))
            else:
                found = next(_on_cell(record, column, fields, contract, normalisations), None)
            changed[column] = cell if found is None else _corrected_cell(cell, found, columns.get(column))
        result.append(replace(record, cells=changed))
    return result


def _on_cell(
    record: Record, column: str, fields: Fields, contract: Package, normalisations: Mapping[str, Normalisation]
) -> Iterator[Erratum]:
    """The errata on a cell, the last one first."""
    table, values = contract.tables[record.table], record.values
    for erratum in reversed(fields.get((record.table, column), ())):
        keys = (table.key_of(values), table.key_of({**values, column: erratum.published}))
        if erratum.row_key in keys and _is_printed(erratum.as_printed, record.cells[column], normalisations):
            yield erratum


def _is_printed(printed: str, cell: Cell, normalisations: Mapping[str, Normalisation]) -> bool:
    """Whether a cell has the value that is printed so: the text itself, or what the rule of the cell reads in it."""
    if straighten(text_of(cell.value)) == straighten(printed):
        return True
    if cell.evidence.kind != "normalised":
        return False
    try:
        return normalisations[cell.evidence.rule].read(straighten(printed)) == cell.value
    except ValueError:
        return False


def _corrected_cell(cell: Cell, erratum: Erratum, column: Column | None) -> Cell:
    value = _corrected(cell.value, erratum.published, column)
    if erratum.published is not None and value == cell.value:
        return cell  # nothing is corrected, which is a finding
    return Cell(value, cell.evidence._replace(kind="corrected", erratum=erratum.erratum_id))


def _corrected(value: Value, published: str | None, column: Column | None) -> Value:
    """The published value in the column's type, or the value as it is; a text that has no such type stays text."""
    if published is None or column is None:
        return value if published is None else published or None
    try:
        return column.value_of(published)
    except ValueError:
        return published
