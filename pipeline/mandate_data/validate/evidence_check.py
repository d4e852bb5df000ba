"""Evidence: each row's lines exist in the source and carry what the row says.

This does not ask the readers: it looks for the printed form of a row's values on the lines that provenance names.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mandate_data.citations import cite, parse
from mandate_data.documents import Document
from mandate_data.extract.countries import UnknownCountryError, country_code
from mandate_data.extract.values import NUMBER_WORDS, ORDINAL_WORDS, slug
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Tables, Value, text_of
from mandate_data.typography import straighten

Carries = Callable[[str, Value], bool]

_MARKUP = re.compile(r"<[^>]*>|\[\^?|\]\([^)]*\)|\]|[*_`>|]|&#\d+;")


def plain(text: str) -> str:
    """Source lines as a reader sees them: without markup, with single spaces and plain quotes."""
    return straighten(" ".join(_MARKUP.sub(" ", text).split()))


def carries_words(text: str, value: Value) -> bool:
    """Every word of the value stands on the lines, in any order: names may be broken by markup or a line end."""
    words = set(slug(text).split("-"))
    return set(slug(str(value)).split("-")) <= words


def carries_number(text: str, value: Value) -> bool:
    figures = text_of(value)
    forms = {figures, f"{int(figures):,}" if figures.isdigit() else figures}
    if figures.isdigit() and int(figures) >= 100_000:
        forms.add(f"{int(figures) / 1_000_000:g} million")
    # Not a part of a longer number: 48 is not carried by 48.28, nor 8 or 8.4 by 8.4 million.
    whole = r"(?!\d|[.,]\d|\s(?:m|b)illion)"
    if any(re.search(rf"(?<![\d.,]){re.escape(form)}{whole}", text) for form in forms):
        return True
    words = {number: word for word, number in NUMBER_WORDS.items()} if figures.isdigit() else {}
    ordinals = {number: word for word, number in ORDINAL_WORDS.items()}
    return any(
        table.get(int(figures), "\0") in text.lower().split() for table in (words, ordinals) if figures.isdigit()
    )


def carries_date(text: str, value: Value) -> bool:
    """Year, month name and day all stand on the lines; for an interval, those of both ends."""
    for date in str(value).split("/"):
        year, *rest = date.split("-")
        if not re.search(rf"(?<!\d){year}(?!\d)", text):
            return False
        if rest and calendar.month_name[int(rest[0])] not in text:
            return False
        if len(rest) == 2 and not re.search(rf"(?<!\d){int(rest[1])}(?!\d)", text):
            return False
    return True


def carries_symbol(text: str, value: Value) -> bool:
    """The symbol itself, or for what is named in prose ("resolution 8 (XXIII)") its number and session; or what the
    citation engine reads on the lines."""
    printed = re.escape(str(value))  # a source may print it with spaces, but not as the beginning of another
    if re.search(rf"(?<!\w){printed}(?!\w)", text) or re.search(rf"{printed}(?!\d)", text.replace(" ", "")):
        return True
    symbol = parse(str(value))
    named = [part for part in (symbol.number, symbol.session) if part]
    if symbol.kind in ("resolution", "decision", "general_comment") and named:
        return all(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in named)
    # An early general comment has the symbol of an annual report, "and Corr.1" that of the report before it.
    return any(reference.symbol == value for reference in cite(text))


def carries_country(text: str, value: Value) -> bool:
    """Some printed name on the lines is the country's."""
    words = re.findall(r"[^\s,;()]+", text)
    for length in range(1, 8):
        for start in range(len(words) - length + 1):
            try:
                if country_code(" ".join(words[start : start + length])) == value:
                    return True
            except UnknownCountryError:
                continue
    return False


@dataclass(frozen=True, slots=True)
class Shown:
    """A column whose value must stand on some line that provenance gives for its row."""

    table: str
    column: str
    carries: Carries


SHOWN: tuple[Shown, ...] = (
    Shown("countries", "country_code", carries_country),
    Shown("mandate_holders", "name", carries_words),
    Shown("mandate_holders", "term_start", carries_date),
    Shown("mandate_holders", "term_end", carries_date),
    Shown("mandate_holders", "country_code", carries_country),
    Shown("documents", "symbol", carries_symbol),
    Shown("documents", "date", carries_date),
    Shown("country_visits", "start_date", carries_date),
    Shown("country_visits", "end_date", carries_date),
    Shown("country_visits", "report_symbol", carries_symbol),
    Shown("visit_countries", "name_as_printed", carries_words),
    Shown("visit_countries", "country_code", carries_country),
    Shown("thematic_reports", "symbol", carries_symbol),
    Shown("thematic_reports", "year", carries_number),
    Shown("thematic_reports", "session", carries_number),
    Shown("thematic_reports", "title", carries_words),
    Shown("themes", "title", carries_words),
    Shown("theme_reports", "symbol", carries_symbol),
    Shown("citations", "as_printed", carries_words),
    Shown("citations", "pinpoint", carries_words),
    Shown("legal_instruments", "title", carries_words),
    Shown("legal_instruments", "date", carries_date),
    Shown("non_parties", "country_code", carries_country),
    Shown("statistics", "value", carries_number),
    Shown("statistics", "period", carries_date),
    Shown("list_items", "label", carries_words),
    Shown("events", "date", carries_date),
    Shown("initiatives", "name", carries_words),
    Shown("errata", "as_printed", carries_words),
)


def check_evidence(tables: Tables, contract: PackageContract, documents: Mapping[str, Document]) -> list[Finding]:
    """A finding for each row without evidence, each line that isn't there, each value that no line carries.

    A row is not judged where one of its sources is not at hand: that one may carry what the others don't.
    """
    findings: list[Finding] = []
    places: dict[tuple[str, str], list[Row]] = {}
    for row in tables["provenance"]:
        places.setdefault((str(row["table"]), str(row["row_key"])), []).append(row)
    known = {
        (name, contract.tables[name].key_of(row)) for name in tables if name != "provenance" for row in tables[name]
    }
    for table, key in sorted(known - places.keys()):
        findings.append(
            _finding(
                "evidence-missing",
                table,
                key,
                "",
                "",
                f"{table} {key} says on no line of any source where it comes from",
            )
        )
    for table, key in sorted(places.keys() - known):
        findings.append(
            _finding(
                "evidence-orphaned",
                table,
                key,
                "",
                "",
                f"provenance names a row of {table} that isn't there: {key}",
            )
        )
    texts = {
        key: _text(rows, documents)
        for key, rows in places.items()
        if key in known and all(row["source_id"] in documents for row in rows)
    }
    for shown in SHOWN:
        for row in tables[shown.table]:
            value = row[shown.column]
            key = contract.tables[shown.table].key_of(row)
            text = texts.get((shown.table, key))
            if value is None or text is None or shown.carries(text, value):
                continue
            if _is_corrected(tables, shown, key, value):
                continue
            findings.append(
                _finding(
                    "evidence-differs",
                    shown.table,
                    key,
                    shown.column,
                    text_of(value),
                    f"{shown.column} is {text_of(value)!r}, which none of the row's lines carries",
                )
            )
    return findings


def _text(rows: list[Row], documents: Mapping[str, Document]) -> str:
    lines: list[str] = []
    for row in rows:
        document = documents[str(row["source_id"])]
        lines += document.lines[int(str(row["line"])) - 1 : int(str(row["end_line"]))]
    return plain(" ".join(lines))


def _is_corrected(tables: Tables, shown: Shown, key: str, value: Value) -> bool:
    """The value is an erratum's, so the lines carry another; a parent document is carried by its addendum's lines."""
    by_symbol = shown.carries is carries_symbol
    return any(
        row["status"] == "corrected"
        and row["published"] == value
        and (
            (row["table"], row["row_key"], row["field"]) == (shown.table, key, shown.column)
            or (by_symbol and row["table"] == "documents")
        )
        for row in tables["errata"]
    )


def _finding(code: str, table: str, key: str, field: str, value: str, message: str) -> Finding:
    return Finding(
        code=code,
        severity="error",
        table=table,
        row_key=key,
        field=field,
        value=value,
        message=message,
        hint="correct the value in the source, or the reader that made the row",
    )
