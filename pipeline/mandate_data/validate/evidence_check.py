"""Evidence: each published value has provenance, and what provenance says of it holds.

This does not ask the readers: it looks at the places that `provenance` names, and runs the rules that it names again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mandate_data.documents import Document, Place
from mandate_data.documents.positions import plain, text_at
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.provenance import EXEMPT, PRINTED
from mandate_data.extract.reference_lists import ATTRIBUTE, PARENT, REFERENCE_LISTS
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Tables, Value, text_of

CellKey = tuple[str, str, str]
NEEDS_PLACE = frozenset({"printed", "normalised", "assigned", "corrected"})
NEEDS_ORIGIN = frozenset({"derived", "referenced"})
PLACE_COLUMNS = ("source_id", "line", "start", "end_line", "end")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a cell: the rows of provenance with one number."""

    cell: CellKey
    kind: str
    rows: tuple[Row, ...]

    @property
    def rule_id(self) -> str:
        return text_of(self.rows[0]["rule_id"])

    @property
    def places(self) -> list[Place]:
        """The places that are whole; incomplete ones are a finding of their own."""
        return [
            Place(*(row[column] for column in PLACE_COLUMNS))  # type: ignore[arg-type]
            for row in self.rows
            if all(row[column] is not None for column in PLACE_COLUMNS)
        ]


def statements_of(provenance: list[Row]) -> list[Statement]:
    """The rows of provenance by cell and statement, in their order."""
    grouped: dict[tuple[str, str, str, str], list[Row]] = {}
    for row in provenance:
        grouped.setdefault(
            (str(row["table"]), str(row["row_key"]), str(row["field"]), text_of(row["statement"])), []
        ).append(row)
    return [Statement(key[:3], str(rows[0]["kind"]), tuple(rows)) for key, rows in grouped.items()]


def check_evidence(
    tables: Tables,
    contract: PackageContract,
    documents: Mapping[str, Document],
    normalisations: Mapping[str, Normalisation],
) -> list[Finding]:
    """A finding for each cell without provenance, and for each statement that does not hold.

    Places in a source that is not at hand are not looked at.
    """
    cells = {
        (name, contract.tables[name].key_of(row), column): value
        for name, rows in tables.items()
        for row in rows
        for column, value in row.items()
        if value is not None
    }
    statements = statements_of(tables["provenance"])
    known = {statement.cell for statement in statements}
    findings = [
        _finding("evidence-missing", cell, "", f"provenance does not say where {cell[2]} of {cell[1]} comes from")
        for cell in sorted(cells.keys() - known)
        if cell[0] not in EXEMPT or (cell[0], cell[2]) in PRINTED
    ]
    errata = {str(row["erratum_id"]): row for row in tables["errata"]}
    for statement in statements:
        if statement.cell not in cells:
            message = f"provenance names a cell that is not there: {' '.join(statement.cell)}"
            findings.append(_finding("evidence-orphaned", statement.cell, "", message))
            continue
        value = cells[statement.cell]
        incomplete = _incomplete(statement)
        if incomplete:
            findings.append(_finding("evidence-incomplete", statement.cell, text_of(value), incomplete))
            continue
        findings += _check_places(statement, value, documents, normalisations, errata)
        findings += _check_origins(statement, value, cells, contract)
    return findings


def _incomplete(statement: Statement) -> str:
    """What a statement of its kind lacks, in words; "" where it has all."""
    kind = statement.kind
    for row in statement.rows:
        given = [column for column in PLACE_COLUMNS if row[column] is not None]
        if given and len(given) < len(PLACE_COLUMNS):
            return f"its place has no {', '.join(column for column in PLACE_COLUMNS if column not in given)}"
    if kind in NEEDS_PLACE and not statement.places:
        return f"it is {kind}, but no place is given"
    if kind in NEEDS_ORIGIN and not any(row["from_table"] for row in statement.rows):
        return f"it is {kind}, but no cell is given from which it follows"
    if kind in ("normalised", "derived", "referenced") and not statement.rule_id:
        return f"it is {kind}, but no rule is given"
    if kind == "corrected" and not statement.rows[0]["erratum_id"]:
        return "it is corrected, but no erratum is given"
    return ""


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
        texts = [text_at(documents[place.source_id], place) for place in statement.places]
    except IndexError as error:
        yield _finding("evidence-place", statement.cell, text_of(value), f"the place of {statement.cell[2]}: {error}")
        return
    text = " ".join(texts)
    column = statement.cell[2]
    if statement.kind == "printed" and _letters(text) != _letters(plain(text_of(value))):
        message = f"{column} is {text_of(value)!r}, but {text!r} is printed there"
        yield _finding("evidence-differs", statement.cell, text_of(value), message)
    elif statement.kind == "normalised":
        rule = normalisations.get(statement.rule_id)
        if rule is None:
            message = f"there is no rule {statement.rule_id!r} by which {column} is read"
            yield _finding("evidence-incomplete", statement.cell, text_of(value), message)
        elif not rule.is_confirmed(text, value):
            message = f"{column} is {text_of(value)!r}, which the rule {rule.rule_id} does not read in {text!r}"
            yield _finding("evidence-differs", statement.cell, text_of(value), message)
    elif statement.kind == "corrected":
        erratum = errata.get(text_of(statement.rows[0]["erratum_id"]))
        if erratum is None or text_of(erratum["published"]) != text_of(value):
            message = f"{column} is {text_of(value)!r}, which is not what the erratum publishes"
            yield _finding("evidence-erratum", statement.cell, text_of(value), message)
        elif _letters(plain(text_of(erratum["as_printed"]))) not in _letters(text):
            message = f"the erratum expects {text_of(erratum['as_printed'])!r}, but {text!r} is printed there"
            yield _finding("evidence-erratum", statement.cell, text_of(value), message)


def _letters(text: str) -> str:
    """A text without blanks and without the hyphens of broken words."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


def _check_origins(
    statement: Statement, value: Value, cells: Mapping[CellKey, Value], contract: PackageContract
) -> Iterator[Finding]:
    """Cells that a value is said to follow from and that are not there; entries of lists that have another value."""
    for row in statement.rows:
        if not row["from_table"]:
            continue
        origin = (str(row["from_table"]), text_of(row["from_row_key"]), text_of(row["from_field"]))
        if origin[0] not in contract.tables or (origin[1] and origin not in cells):
            message = f"{statement.cell[2]} is said to follow from a cell that is not there: {' '.join(origin)}"
            yield _finding("evidence-origin", statement.cell, text_of(value), message)
            continue
        if statement.kind == "referenced":
            yield from _check_reference(statement, value, cells.get(origin), contract)


def _check_reference(statement: Statement, value: Value, key: Value, contract: PackageContract) -> Iterator[Finding]:
    table, _, column = statement.cell
    reference = REFERENCE_LISTS.get(statement.rule_id)
    attribute = contract.tables[table].column_extensions[column].get(ATTRIBUTE, PARENT)
    try:
        entry = reference.look_up(text_of(key)) if reference else None
    except ValueError:
        entry = None
    listed = entry.get(attribute) if entry else None
    if listed != value:
        message = f"{column} is {text_of(value)!r}, but the list {statement.rule_id} has {text_of(listed)!r}"
        yield _finding("evidence-differs", statement.cell, text_of(value), message)


def _finding(code: str, cell: CellKey, value: str, message: str) -> Finding:
    return Finding(
        code=code,
        severity="error",
        table=cell[0],
        row_key=cell[1],
        field=cell[2],
        value=value,
        message=message,
        hint="correct the value in the source, or the reader that made the row",
    )
