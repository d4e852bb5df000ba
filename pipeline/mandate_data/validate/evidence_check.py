"""Evidence: each published value has provenance, and what provenance says of it holds.

This does not ask the readers: it looks at the places that `provenance` names, and runs the rules that it names again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from mandate_data.documents import Document, Place
from mandate_data.documents.cut_words import cut_word
from mandate_data.documents.positions import lines_at, plain
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.provenance import EXEMPT, PRINTED
from mandate_data.extract.reference_lists import ATTRIBUTE, PARENT, REFERENCE_LISTS
from mandate_data.findings import Finding, finding
from mandate_data.package.tables import Package, Row, Tables, Value, text_of

CellKey = tuple[str, str, str]
NEEDS_PLACE = frozenset({"printed", "normalised", "assigned", "corrected"})
NEEDS_ORIGIN = frozenset({"derived", "referenced"})
PRINTED_KINDS = ("printed", "normalised")
COMPARED = (*PRINTED_KINDS, "corrected")
"""Kinds of statements whose places have the value; those of the others say what it follows from."""
PLACE_COLUMNS = ("source_id", "line", "start", "end_line", "end")
_place_of = itemgetter(*PLACE_COLUMNS)


class Statement(NamedTuple):
    """One statement of a cell: the rows of provenance with one number."""

    cell: CellKey
    kind: str
    rows: tuple[Row, ...]
    places: tuple[Place, ...]
    """The places that are whole; incomplete ones are a finding of their own."""

    @property
    def rule_id(self) -> str:
        return text_of(self.rows[0]["rule_id"])


def statements_of(provenance: Sequence[Row]) -> list[Statement]:
    """The rows of provenance by cell and statement, in their order."""
    grouped: dict[tuple[CellKey, Value], list[Row]] = {}
    for row in provenance:
        grouped.setdefault((cell_of(row), row["statement"]), []).append(row)
    return [Statement(cell, str(rows[0]["kind"]), tuple(rows), _places(rows)) for (cell, _), rows in grouped.items()]


def cell_of(row: Row) -> CellKey:
    """The cell that a row of provenance is about."""
    return str(row["table"]), str(row["row_key"]), str(row["field"])


def _places(rows: Sequence[Row]) -> tuple[Place, ...]:
    return tuple([Place(*values) for values in map(_place_of, rows) if None not in values])


def check_evidence(
    tables: Tables,
    contract: Package,
    documents: Mapping[str, Document],
    normalisations: Mapping[str, Normalisation],
) -> list[Finding]:
    """A finding for each cell without provenance, and for each statement that does not hold.

    Places in a source that is not at hand are not looked at.
    """
    cells = _cells(tables, contract)
    statements = statements_of(tables["provenance"])
    known = {statement.cell for statement in statements}
    findings = [
        _of_cell("evidence-missing", cell)
        for cell in sorted(cells.keys() - known)
        if cell[0] not in EXEMPT or (cell[0], cell[2]) in PRINTED
    ]
    errata = {str(row["erratum_id"]): row for row in tables["errata"]}
    for statement in statements:
        if statement.cell not in cells:
            findings.append(_of_cell("evidence-orphaned", statement.cell, cell=" ".join(statement.cell)))
            continue
        value = cells[statement.cell]
        incomplete = list(_incomplete(statement, value))
        if incomplete:
            findings += incomplete
            continue
        findings += _check_places(statement, value, documents, normalisations, errata)
        findings += _check_origins(statement, value, cells, contract)
    return findings + [_of_cell("evidence-origin/circle", cell, cells.get(cell)) for cell in _circular(statements)]


def _cells(tables: Tables, contract: Package) -> dict[CellKey, Value]:
    """The values of all cells but for those of provenance, which nothing follows from."""
    cells: dict[CellKey, Value] = {}
    for name, rows in tables.items():
        if name == "provenance":
            continue
        for row in rows:
            key = contract.tables[name].key_of(row)
            for column, value in row.items():
                if value is not None:
                    cells[name, key, column] = value
    return cells


def _incomplete(statement: Statement, value: Value) -> Iterator[Finding]:
    """The first thing that a statement of its kind lacks."""
    cell, kind = statement.cell, statement.kind
    for row in statement.rows if len(statement.places) < len(statement.rows) else ():
        given = [column for column in PLACE_COLUMNS if row[column] is not None]
        if given and len(given) < len(PLACE_COLUMNS):
            columns = ", ".join(column for column in PLACE_COLUMNS if column not in given)
            yield _of_cell("evidence-incomplete/place", cell, value, columns=columns)
            return
    if kind in NEEDS_PLACE and not statement.places:
        yield _of_cell("evidence-incomplete/no-place", cell, value, kind=kind)
    elif kind in NEEDS_ORIGIN and not any(row["from_table"] for row in statement.rows):
        yield _of_cell("evidence-incomplete/no-origin", cell, value, kind=kind)
    elif kind in ("normalised", "derived", "referenced") and not statement.rule_id:
        yield _of_cell("evidence-incomplete/no-rule", cell, value, kind=kind)
    elif kind == "corrected" and not statement.rows[0]["erratum_id"]:
        yield _of_cell("evidence-incomplete/no-erratum", cell, value)


def _check_places(
    statement: Statement,
    value: Value,
    documents: Mapping[str, Document],
    normalisations: Mapping[str, Normalisation],
    errata: Mapping[str, Row],
) -> Iterator[Finding]:
    """Places that are not there, and texts at places that are not what the statement says."""
    if any(place.source_id not in documents for place in statement.places):
        return
    try:
        printed = [lines_at(documents[place.source_id], place) for place in statement.places]
    except IndexError as error:
        yield _of_cell("evidence-place", statement.cell, value, problem=error)
        return
    if statement.kind not in COMPARED:
        return
    text = " ".join(map(plain, printed))
    if statement.kind in PRINTED_KINDS and (cut := cut_word(statement.places, documents)):
        yield _of_cell("evidence-place/cut", statement.cell, value, text=text, around=cut)
    if statement.kind == "printed":
        if text != value and _spellings(text).isdisjoint(_spellings(plain(text_of(value)))):
            yield _of_cell("evidence-differs", statement.cell, value, text=text)
    elif statement.kind == "normalised":
        rule = normalisations.get(statement.rule_id)
        if rule is None:
            yield _of_cell("evidence-incomplete/unknown-rule", statement.cell, value, rule=statement.rule_id)
        elif not any(rule.is_confirmed(spelling, value) for spelling in sorted({text} | _spellings(text))):
            yield _of_cell("evidence-differs/rule", statement.cell, value, rule=rule.rule_id, text=text)
    elif statement.kind == "corrected":
        erratum = errata.get(text_of(statement.rows[0]["erratum_id"]))
        if erratum is None or text_of(erratum["published"]) != text_of(value):
            yield _of_cell("evidence-erratum", statement.cell, value)
        elif not _holds(text, plain(as_printed := text_of(erratum["as_printed"]))):
            yield _of_cell("evidence-erratum/words", statement.cell, value, as_printed=as_printed, text=text)


def _holds(text: str, words: str) -> bool:
    return any(one in other for one in _spellings(words) for other in _spellings(text))


def _spellings(text: str) -> set[str]:
    """A text as it may be spelt where words are broken at the ends of lines: with and without the hyphens there."""
    if "-" not in text and "\u00ad" not in text:
        return {text}
    whole = text.replace("\u00ad ", "").replace("\u00ad", "")
    return {whole, whole.replace("- ", "-"), whole.replace("- ", "")}


def _check_origins(
    statement: Statement, value: Value, cells: Mapping[CellKey, Value], contract: Package
) -> Iterator[Finding]:
    """Cells that a value is said to follow from and that are not there; entries of lists that have another value."""
    for row in statement.rows:
        if not row["from_table"]:
            continue
        origin = _origin(row)
        if origin[0] not in contract.tables or (origin[1] and origin not in cells):
            yield _of_cell("evidence-origin", statement.cell, value, origin=" ".join(origin))
            continue
        if statement.kind == "referenced":
            yield from _check_reference(statement, value, cells.get(origin), contract)


def _circular(statements: Sequence[Statement]) -> list[CellKey]:
    """The cells that follow from themselves, directly or by way of others, and are read at no place."""
    origins: dict[CellKey, set[CellKey]] = {}
    for statement in statements:
        found = origins.setdefault(statement.cell, set())
        found.update(_origin(row) for row in statement.rows if row["from_field"])
    read = {statement.cell for statement in statements if statement.places}
    rest = {cell: found for cell, found in origins.items() if cell not in read}
    while ready := [cell for cell, found in rest.items() if rest.keys().isdisjoint(found)]:
        for cell in ready:
            del rest[cell]
    while ends := rest.keys() - set().union(*rest.values()):
        for cell in ends:
            del rest[cell]
    return sorted({*rest, *(cell for cell in read if cell in origins[cell])})


def _origin(row: Row) -> CellKey:
    """The cell that a row of provenance says another follows from."""
    return str(row["from_table"]), text_of(row["from_row_key"]), text_of(row["from_field"])


def _check_reference(statement: Statement, value: Value, key: Value, contract: Package) -> Iterator[Finding]:
    table, _, column = statement.cell
    reference = REFERENCE_LISTS.get(statement.rule_id)
    attribute = contract.tables[table].columns[column].extensions.get(ATTRIBUTE, PARENT)
    try:
        entry = reference.look_up(text_of(key)) if reference else None
    except ValueError:
        entry = None
    listed = entry.get(attribute) if entry else None
    if listed != value:
        values = {"list": statement.rule_id, "listed": text_of(listed)}
        yield _of_cell("evidence-differs/list", statement.cell, value, **values)


def _of_cell(code: str, at: CellKey, value: Value = None, **values: Any) -> Finding:
    return finding(code, table=at[0], row_key=at[1], field=at[2], value=text_of(value), **values)
