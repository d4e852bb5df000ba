"""Errata: known errors of a source, with reasons. Corrected where the sources settle it, flagged where not.

Each erratum says what it expects to find. When that is gone, the source has been mended, and the erratum is a finding
instead of a correction that goes on applying.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from mandate_data.documents import Block, Document
from mandate_data.extract.records import Evidence, Record
from mandate_data.extract.yaml_files import LINE, load_yaml, schema_of, without_lines
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Tables, Value, text_of, value_of
from mandate_data.typography import straighten


@dataclass(frozen=True, slots=True)
class Erratum:
    """One entry of `errata.yaml`, and the line it stands on there."""

    erratum_id: str
    source_id: str
    table: str
    row_key: str  # "" while only `row` tells the row
    row: Mapping[str, str]
    field: str
    as_printed: str
    published: str | None
    status: str
    reason: str
    line_contains: str
    expects: int | None
    explains: str
    file: str
    line: int

    def finding(self, message: str, hint: str) -> Finding:
        return Finding(
            code="erratum-stale",
            severity="error",
            message=f"erratum {self.erratum_id}: {message}",
            table=self.table,
            row_key=self.row_key,
            field=self.field,
            value=self.as_printed,
            hint=hint,
            file=self.file,
            line=self.line,
            end_line=self.line,
        )


def load_errata(folder: Path) -> list[Erratum]:
    """The errata of a source folder. Raises InputError for a missing file or a broken entry."""
    path = folder / "errata.yaml"
    return [
        Erratum(
            erratum_id=item["erratum_id"],
            source_id=folder.name,
            table=item["table"],
            row_key=item.get("row_key", ""),
            row=without_lines(item.get("row", {})),
            field=item["field"],
            as_printed=item["as_printed"],
            published=item["published"],
            status=item["status"],
            reason=" ".join(item["reason"].split()),
            line_contains=item["line_contains"],
            expects=item.get("expects"),
            explains=item.get("explains", ""),
            file=str(path),
            line=item[LINE],
        )
        for item in load_yaml(path, schema_of("errata"))
    ]


def misprinted_names(errata: Sequence[Erratum]) -> dict[str, str]:
    """Names of mandate holders as misprinted, with the right ones: so that a reader knows who is meant."""
    return {
        straighten(erratum.as_printed): straighten(erratum.published or "")
        for erratum in errata
        if (erratum.table, erratum.field, erratum.status) == ("mandate_holders", "name", "corrected")
    }


def locate(
    errata: Sequence[Erratum], documents: Mapping[str, Document]
) -> tuple[dict[str, list[Evidence]], list[Finding]]:
    """The lines on which each erratum's words stand, by erratum id; a finding for each that finds too few or many."""
    places: dict[str, list[Evidence]] = {}
    findings = []
    texts = {
        source_id: [(block, straighten(block.text.value)) for block in document.blocks]
        for source_id, document in documents.items()
    }
    for erratum in errata:
        document = documents[erratum.source_id]
        wanted = straighten(erratum.line_contains)
        found = []
        for block, text in texts[erratum.source_id]:
            start = text.find(wanted)
            while start >= 0:
                end = start + len(wanted)
                found.append(Evidence(erratum.source_id, *_lines(erratum, block, document, start, end), "errata"))
                start = text.find(wanted, end)
        places[erratum.erratum_id] = found
        if not found or (erratum.expects is not None and len(found) != erratum.expects):
            expected = f"{erratum.expects} times" if erratum.expects else "at least once"
            findings.append(
                erratum.finding(
                    f"expected {erratum.line_contains!r} {expected} in {document.path}, found it {len(found)} times",
                    "the source has changed: delete the erratum, or say anew what it expects",
                )
            )
    return places, findings


def _lines(erratum: Erratum, block: Block, document: Document, start: int, end: int) -> tuple[int, int]:
    """The lines of an erratum's words at [start, end) of a block, and as many more as what was printed is away."""
    first, last = block.text.lines(start, end)
    printed = straighten(erratum.as_printed)
    place = straighten(block.text.value).find(printed)
    if printed in straighten(" ".join(document.lines[first - 1 : last])) or place < 0:
        return first, last
    return block.text.lines(min(start, place), max(end, place + len(printed)))


def correct(records: Sequence[Record], errata: Sequence[Erratum], contract: PackageContract) -> list[Record]:
    """The records of one source with its corrections applied.

    An erratum on `documents.symbol` corrects that symbol wherever the source prints it; any other corrects one
    field of one row.
    """
    symbols = {
        erratum.as_printed: erratum.published
        for erratum in errata
        if (erratum.table, erratum.field, erratum.status) == ("documents", "symbol", "corrected")
    }
    fields = {
        (erratum.table, erratum.row_key, erratum.field, erratum.as_printed): erratum.published
        for erratum in errata
        if erratum.status == "corrected"
    }
    symbol_columns = set(contract.references_to("documents")) | {("documents", "symbol")}
    result = []
    for record in records:
        key = contract.tables[record.table].key_of(record.values)
        types = contract.tables[record.table].types
        changed = {
            column: symbols.get(text_of(value), value)
            if (record.table, column) in symbol_columns
            else _corrected(
                value, fields.get((record.table, key, column, straighten(text_of(value)))), types.get(column)
            )
            for column, value in record.values.items()
        }
        result.append(replace(record, values=changed))
    return result


def _corrected(value: Value, published: str | None, kind: str | None) -> Value:
    """The published value in the column's type, or the value as it is; a text that has no such type stays text."""
    if published is None:
        return value
    try:
        return value_of(published, kind or "string")
    except ValueError:
        return published


def find_rows(errata: Sequence[Erratum], rows: Mapping[str, Mapping[str, Row]]) -> list[Erratum]:
    """The errata with the keys of their rows; a key stays empty where `row` fits no row of the source, or several."""
    return [erratum if erratum.row_key else replace(erratum, row_key=_key_of(erratum, rows)) for erratum in errata]


def _key_of(erratum: Erratum, rows: Mapping[str, Mapping[str, Row]]) -> str:
    wanted = {"source_id": erratum.source_id, **erratum.row}
    fitting = [
        key
        for key, row in rows[erratum.table].items()
        if all(text_of(row.get(column)) == value for column, value in wanted.items())
    ]
    return fitting[0] if len(fitting) == 1 else ""


def check_explained(errata: Sequence[Erratum], findings: Sequence[Finding]) -> list[Finding]:
    """A finding for each erratum that explains something which no check finds any more."""
    return [
        erratum.finding(
            f"there is no finding {erratum.explains!r} left for it to explain",
            "the source was mended: delete the erratum",
        )
        for erratum in errata
        if erratum.explains
        and not any(
            finding.code == erratum.explains
            and explains(
                finding,
                erratum.table,
                erratum.row_key,
                erratum.field,
                (erratum.as_printed, erratum.published),
            )
            for finding in findings
        )
    ]


def explains(finding: Finding, table: str, row_key: str, field: str, values: tuple[str | None, ...]) -> bool:
    """Whether an erratum on a cell explains a finding: the same cell with a value that the erratum knows.

    Another value in that cell is another matter. Where the finding knows no row, the value alone decides.
    """
    if (finding.table, finding.field) != (table, field) or finding.row_key not in ("", row_key):
        return False
    return finding.value in values or (not finding.value and bool(finding.row_key))


def check_published(errata: Sequence[Erratum], tables: Tables, contract: PackageContract) -> list[Finding]:
    """A finding for each erratum whose row or value is not what the tables publish."""
    findings = []
    for erratum in errata:
        table = contract.tables[erratum.table]
        if erratum.field not in table.columns:
            findings.append(
                erratum.finding(f"{erratum.table} has no column {erratum.field!r}", "name one of its columns")
            )
            continue
        rows = {table.key_of(row): row for row in tables[erratum.table]}
        row = rows.get(erratum.row_key)
        if row is None:
            named = erratum.row_key or ", ".join(f"{column} {value}" for column, value in erratum.row.items())
            findings.append(
                erratum.finding(
                    f"{erratum.table} has no row {named!r}", "name a row that is there, or delete the erratum"
                )
            )
            continue
        value = text_of(row[erratum.field])
        if value != (erratum.published or ""):
            findings.append(
                erratum.finding(
                    f"{erratum.table} {erratum.row_key}: {erratum.field} is {value!r}, not {erratum.published or ''!r}",
                    "the row has changed: delete the erratum, or say anew what is published",
                )
            )
    return findings


def as_row(erratum: Erratum) -> Row:
    """The erratum as a row of the `errata` table."""
    return {
        "erratum_id": erratum.erratum_id,
        "source_id": erratum.source_id,
        "table": erratum.table,
        "row_key": erratum.row_key,
        "field": erratum.field,
        "as_printed": erratum.as_printed,
        "published": erratum.published,
        "status": erratum.status,
        "reason": erratum.reason,
    }
