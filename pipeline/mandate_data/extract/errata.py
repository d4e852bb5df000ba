"""Errata: known errors of a source, with reasons. Corrected where the sources settle it, flagged where not.

Each erratum says what it expects to find. When that is gone, the source has been mended, and the erratum is a finding
instead of a correction that goes on applying.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from mandate_data.documents import Document, Place
from mandate_data.documents.positions import Positions
from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import NORMALISED_BY
from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.merge import Merged, Rows
from mandate_data.extract.normalisations import Normalisation
from mandate_data.extract.parsed_source import SYMBOL
from mandate_data.extract.source_schemas import schema_of
from mandate_data.findings import Finding, Location, finding
from mandate_data.package.json_schemas import TYPES, column_json_schema
from mandate_data.package.table_schemas import NOT_CORRECTED
from mandate_data.package.tables import KEY_SEPARATOR, Package, Row, Table, Tables, text_of
from mandate_data.schema_check import TABLES, breach_of, meant
from mandate_data.typography import straighten
from mandate_data.yaml_files import LINE, load_yaml, without_lines

UNREADABLE = "unreadable-value"


@dataclass(frozen=True, slots=True)
class Erratum:
    """One entry of `errata.yaml`, and the line it stands on there."""

    erratum_id: str
    source_id: str
    kind: str  # error | contradiction | ambiguity
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

    def stale(self, variant: str, **values: object) -> Finding:
        """The finding that the erratum no longer applies; `variant` is one of the check `erratum-stale`."""
        return finding(
            f"erratum-stale/{variant}",
            Location(self.file, self.line),
            table=self.table,
            row_key=self.row_key,
            field=self.field,
            value=self.as_printed,
            erratum_id=self.erratum_id,
            **values,
        )


def load_errata(folder: Path, contract: Package) -> list[Erratum]:
    """The errata of a source folder.

    Raises InputError, with file and line, for a missing file, a broken entry, a table that no erratum can be about, and
    a published value that its column can't have.
    """
    path = folder / "errata.yaml"
    content = load_yaml(path, schema_of("errata"))
    for item in content:
        if item["table"] not in contract.tables or item["table"] in NOT_CORRECTED:
            like = meant(item["table"], set(contract.tables) - set(NOT_CORRECTED) - {item["table"]}, TABLES)
            why = f"there is no table {item['table']!r} that an erratum can be about{f'; {like}' if like else ''}"
            raise InputError(f"{path}:{item[LINE]}: {why}")
        _check_value(contract.tables[item["table"]], item, path)
    return [
        Erratum(
            erratum_id=item["erratum_id"],
            source_id=folder.name,
            kind=item["kind"],
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
        for item in content
    ]


def _check_value(table: Table, item: Mapping[str, Any], path: Path) -> None:
    """Raises InputError for a published value that is not of its column's type, or breaks the column's constraints."""
    column = table.columns.get(item["field"])
    if column is None or column.type not in TYPES or item["published"] is None:
        return
    where = f"{path}:{item[LINE]}: published"
    try:
        value = column.value_of(item["published"])
    except ValueError:
        raise InputError(
            f"{where}: {item['published']!r} is not of the type {column.type}, as {table.name}.{column.name} is"
        ) from None
    schema = column_json_schema(table, column.name)
    breach = breach_of(json.dumps(schema), _as_json(value) if isinstance(value, Decimal) else value)
    if breach is not None:
        raise InputError(f"{where}: {breach.message}, as {table.name}.{column.name} asks")


def _as_json(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def check_ids(errata: Sequence[Erratum]) -> None:
    """Raises InputError, with file and line, for an erratum id that was given before, in any source."""
    first: dict[str, Erratum] = {}
    for erratum in errata:
        other = first.setdefault(erratum.erratum_id, erratum)
        if other is not erratum:
            raise InputError(
                f"{erratum.file}:{erratum.line}: there is another erratum {erratum.erratum_id!r}, "
                f"in {other.file}:{other.line}; rename or delete one of them"
            )


def misprints(errata: Sequence[Erratum]) -> dict[str, str]:
    """What is misprinted, with the right text: so that a reader knows who is meant by a misprinted name."""
    return {
        straighten(erratum.as_printed): straighten(erratum.published or "")
        for erratum in errata
        if erratum.status == "corrected"
    }


def locate(
    errata: Sequence[Erratum], documents: Mapping[str, Document]
) -> tuple[dict[str, list[Place]], list[Finding]]:
    """Where what each erratum is about is printed, by erratum id; a finding for each that finds too few or many."""
    places: dict[str, list[Place]] = {}
    findings = []
    texts = {
        source_id: [(block.text, straighten(block.text.value)) for block in document.blocks]
        for source_id, document in documents.items()
    }
    positions = {source_id: Positions(document) for source_id, document in documents.items()}
    for erratum in errata:
        wanted, printed = straighten(erratum.line_contains), straighten(erratum.as_printed)
        count = 0
        found: list[Place] = []
        for text, value in texts[erratum.source_id]:
            start = value.find(wanted)
            while start >= 0:
                count += 1
                span = _span_of(printed, value, start, start + len(wanted))
                places_here = positions[erratum.source_id].places(text, *span)
                if printed not in value:
                    places_here = _in_markup(printed, places_here, documents[erratum.source_id])
                found += places_here
                start = value.find(wanted, start + len(wanted))
        if not count:
            found = list(_as_written(wanted, printed, documents[erratum.source_id]))
            count = len(found)
        places[erratum.erratum_id] = found
        if not count or (erratum.expects is not None and count != erratum.expects):
            expected = f"{erratum.expects} times" if erratum.expects else "at least once"
            path = documents[erratum.source_id].path
            findings.append(
                erratum.stale("words", words=erratum.line_contains, times=expected, document=path, found=count)
            )
    return places, findings


def _as_written(wanted: str, printed: str, document: Document) -> Iterator[Place]:
    """Where the lines of a document have the words with their markup, such as the bars of a row of a table."""
    for number, written in enumerate(document.lines, 1):
        line = straighten(written)
        start = line.find(wanted)
        while start >= 0:
            first, last = _span_of(printed, line, start, start + len(wanted))
            yield Place(document.source_id, number, first, number, last)
            start = line.find(wanted, start + len(wanted))


def _in_markup(printed: str, places: Sequence[Place], document: Document) -> tuple[Place, ...]:
    """Where the lines of places have a printed value that their text has not, such as the number of a note."""
    whole = re.compile(rf"(?<!\w){re.escape(printed)}(?!\w)")
    for place in places:
        for line in range(place.line, place.end_line + 1):
            match = whole.search(straighten(document.lines[line - 1]))
            if match:
                return (Place(place.source_id, line, match.start(), line, match.end()),)
    return tuple(places)


def _span_of(printed: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Where the printed value is: in the words that are expected, or elsewhere in the block, or else the words."""
    place = text.find(printed, start, end)
    if place < 0:
        place = text.find(printed)
    return (place, place + len(printed)) if place >= 0 else (start, end)


def find_rows(errata: Sequence[Erratum], rows: Rows, contract: Package) -> list[Erratum]:
    """The errata with the keys of their rows as published, also of rows whose key they correct.

    A key stays empty where `row` fits no row of the source, or several.
    """
    found = []
    for erratum in errata:
        key = erratum.row_key or _key_of(erratum, rows)
        columns = contract.tables[erratum.table].primary_key
        parts = key.split(KEY_SEPARATOR)
        if key not in rows[erratum.table] and erratum.field in columns and len(parts) == len(columns):
            parts[columns.index(erratum.field)] = erratum.published or ""
            corrected = KEY_SEPARATOR.join(parts)
            key = corrected if corrected in rows[erratum.table] else key
        found.append(replace(erratum, row_key=key))
    return found


def _key_of(erratum: Erratum, rows: Rows) -> str:
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
        erratum.stale("explains", explains=erratum.explains)
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


def check_effect(
    errata: Sequence[Erratum],
    places: Mapping[str, Sequence[Place]],
    merged: Merged,
    identifiers: Identifiers,
    normalisations: Mapping[str, Normalisation],
) -> list[Finding]:
    """A finding for each correction that changes nothing: none of these is so.

    A cell has the correction; it explains a finding; it has the right name of what is known by name; the row that it is
    about, or the published value, is read from the lines that it is about, as a reader may understand a misprint.
    """
    names = {name for ids in identifiers.kinds.values() for name in ids}
    effective: set[str] = set()
    read: dict[str, set[tuple[str, int]]] = {}
    for cell, statements in merged.evidence.items():
        value = text_of(merged.rows[cell.table].get(cell.row_key, {}).get(cell.field))
        for evidence in statements:
            effective.add(evidence.erratum)
            if cell.table != "errata":
                read.setdefault(value, set()).update(_lines(evidence.places))
    findings = []
    for erratum in errata:
        published, lines = erratum.published or "", _lines(places[erratum.erratum_id])
        if erratum.status != "corrected":
            continue
        if straighten(erratum.as_printed) == straighten(published) or (
            erratum.erratum_id not in effective and _is_value_of(erratum, merged.contract, normalisations)
        ):
            findings.append(erratum.stale("as-printed"))
        elif not (erratum.erratum_id in effective or erratum.explains or straighten(published) in names):
            there = _lines(merged.places.get((erratum.table, erratum.row_key), ())) | read.get(published, set())
            if lines and erratum.row_key in merged.rows[erratum.table] and not lines & there:
                findings.append(erratum.stale("elsewhere", words=erratum.line_contains))
    return findings


def _is_value_of(erratum: Erratum, contract: Package, normalisations: Mapping[str, Normalisation]) -> bool:
    """Whether what an erratum publishes is just what the rule of its column reads in what is printed.

    The rule of symbols reads misprinted ones, too, which are to be corrected.
    """
    column = contract.tables[erratum.table].columns.get(erratum.field)
    rule = normalisations.get(str(column.extensions.get(NORMALISED_BY))) if column is not None else None
    if rule is None or rule.rule_id == SYMBOL:
        return False
    try:
        return text_of(rule.read(straighten(erratum.as_printed))) == erratum.published
    except ValueError:
        return False


def _lines(places: Sequence[Place]) -> set[tuple[str, int]]:
    return {(place.source_id, line) for place in places for line in range(place.line, place.end_line + 1)}


def check_published(
    errata: Sequence[Erratum], tables: Tables, contract: Package, lost: Sequence[Finding] = ()
) -> list[Finding]:
    """A finding for each erratum whose row or value is not what the tables publish.

    Of a row or a value that is not there nothing is said where it may be missing for another reason: one of those that
    are `lost`, unless just its own value was unreadable, which the erratum did not mend.
    """
    findings = []
    for erratum in errata:
        table = contract.tables[erratum.table]
        if erratum.field not in table.columns:
            findings.append(erratum.stale("column"))
            continue
        rows = {table.key_of(row): row for row in tables[erratum.table]}
        row = rows.get(erratum.row_key)
        own = (UNREADABLE, erratum.table, erratum.row_key)
        is_unmended = any((one.code, one.table, one.row_key) == own for one in lost)
        if lost and not is_unmended and (row is None or row[erratum.field] is None):
            continue
        if row is None:
            named = erratum.row_key or ", ".join(f"{column} {value}" for column, value in erratum.row.items())
            findings.append(erratum.stale("row", row=named))
            continue
        value = text_of(row[erratum.field])
        if value != (erratum.published or ""):
            findings.append(erratum.stale("published", published=value, expected=erratum.published or ""))
    return findings


def as_row(erratum: Erratum) -> Row:
    """The erratum as a row of the `errata` table."""
    return {
        "erratum_id": erratum.erratum_id,
        "source_id": erratum.source_id,
        "kind": erratum.kind,
        "table": erratum.table,
        "row_key": erratum.row_key,
        "field": erratum.field,
        "as_printed": erratum.as_printed,
        "published": erratum.published,
        "status": erratum.status,
        "reason": erratum.reason,
    }
