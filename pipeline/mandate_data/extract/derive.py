"""What no single line states: who was in office, a theme's reports, the documents and countries named anywhere."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date

from mandate_data.citations import Symbol, SymbolError, parse
from mandate_data.extract.countries import all_countries
from mandate_data.extract.merge import Merged
from mandate_data.extract.terms_of_office import bounds, in_office
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row

# When the bodies that get the mandate's reports meet: first and last month.
GENERAL_ASSEMBLY_MONTHS = (9, 12)
COMMISSION_MONTHS = (2, 4)


def derive(merged: Merged, contract: PackageContract, paths: Mapping[str, str]) -> list[Finding]:
    """Fill in all that follows from the rows read; `merged` is changed in place. Returns findings."""
    findings: list[Finding] = []
    _holder_ordinals(merged)
    findings += _visit_holders(merged, paths)
    findings += _report_holders(merged, paths)
    _theme_reports(merged)
    _events(merged)
    findings += _documents(merged, contract, paths)
    _countries(merged, contract)
    return findings


def _finding(
    merged: Merged,
    paths: Mapping[str, str],
    code: str,
    table: str,
    key: str,
    field: str,
    message: str,
    hint: str,
) -> Finding:
    place = min(merged.evidence[table][key])
    return Finding(
        code=code,
        severity="error",
        table=table,
        row_key=key,
        field=field,
        message=message,
        hint=hint,
        file=paths[place.source_id],
        line=place.line,
        end_line=place.end_line,
    )


def _holder_ordinals(merged: Merged) -> None:
    """Number the holders by their terms; an ordinal that a source prints stays, for validation to compare."""
    ordered = sorted(
        merged.rows["mandate_holders"].values(), key=lambda row: bounds(str(row.get("term_start") or "9999"))
    )
    for ordinal, row in enumerate(ordered, 1):
        row.setdefault("ordinal", ordinal)


def _terms(merged: Merged) -> list[Row]:
    return [row for row in merged.rows["mandate_holders"].values() if row.get("term_start")]


def _visit_holders(merged: Merged, paths: Mapping[str, str]) -> list[Finding]:
    findings = []
    for key, row in merged.rows["country_visits"].items():
        start, end = bounds(str(row["start_date"]))[0], bounds(str(row["end_date"]))[1]
        possible = in_office(_terms(merged), start, end)
        if possible:
            row["holder_id"] = possible[0]
        else:
            row["holder_id"] = None
            findings.append(
                _finding(
                    merged,
                    paths,
                    "holder-unknown",
                    "country_visits",
                    key,
                    "holder_id",
                    f"nobody held the mandate at the time of the visit {key}",
                    "correct the date of the visit, or the terms",
                )
            )
    return findings


def session_window(body: str, session: int, year: int) -> tuple[date, date]:
    """First and last day on which a session may have met."""
    if body == "HRC":
        month = parse(f"A/HRC/{session}/1").session_month
        if month is None:
            raise ValueError(f"the Human Rights Council has no session {session}")
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    first, last = GENERAL_ASSEMBLY_MONTHS if body == "GA" else COMMISSION_MONTHS
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _report_holders(merged: Merged, paths: Mapping[str, str]) -> list[Finding]:
    """Whose report it is: as a source says, or else who was in office; the outgoing holder in a year of change."""
    findings = []
    for key, row in list(merged.rows["thematic_reports"].items()):
        if not row.get("session"):
            findings.append(
                _finding(
                    merged,
                    paths,
                    "report-not-listed",
                    "thematic_reports",
                    key,
                    "symbol",
                    f"{key} is called a report of the mandate, but no list of reports has it",
                    "correct the symbol, or add the report to the list",
                )
            )
            # What only a list tells of it would be found missing, too.
            del merged.rows["thematic_reports"][key], merged.evidence["thematic_reports"][key]
            continue
        window = session_window(str(row["body"]), int(str(row["session"])), int(str(row["year"])))
        possible = in_office(_terms(merged), *window)
        if not possible:
            findings.append(
                _finding(
                    merged,
                    paths,
                    "holder-unknown",
                    "thematic_reports",
                    key,
                    "holder_id",
                    f"nobody held the mandate when {key} was presented",
                    "correct the year, or the terms",
                )
            )
        named = row.get("holder_id")
        if named is None:
            row["holder_id"] = possible[0] if possible else None
        elif possible and named not in possible:
            findings.append(
                _finding(
                    merged,
                    paths,
                    "contradiction",
                    "thematic_reports",
                    key,
                    "holder_id",
                    f"{key} is called a report of {named}, but {possible[0]} was in office",
                    "correct the name, or the terms",
                )
            )
    return findings


def _theme_reports(merged: Merged) -> None:
    reports = merged.rows["thematic_reports"]
    for row in merged.rows["theme_reports"].values():
        report = reports.get(str(row["symbol"]), {})
        row["holder_id"], row["year"] = report.get("holder_id"), report.get("year")


def _events(merged: Merged) -> None:
    """Every dated instrument is an event; an event gets its year, and the exact day of its document."""
    for key, row in merged.rows["legal_instruments"].items():
        if row.get("date") is not None:
            name = row.get("short_title") or row.get("title")
            kind = "publication" if row.get("kind") == "study" else "adoption"  # nobody adopts a study
            event: Row = {
                "event_id": f"{kind}-{key}",
                "date": row["date"],
                "kind": kind,
                "title": f"{kind.capitalize()}: {name}",
                "symbol": row.get("symbol"),
                "instrument_id": key,
            }
            merged.add("events", f"{kind}-{key}", event, merged.evidence["legal_instruments"][key])
    for key, row in merged.rows["events"].items():
        dated = merged.rows["documents"].get(str(row.get("symbol")), {}).get("date")
        if isinstance(dated, str) and dated.startswith(f"{row['date']}-"):
            row["date"] = dated
            merged.add("events", key, row, merged.evidence["documents"][str(row["symbol"])])
        row["year"] = int(str(row["date"])[:4])


def _documents(merged: Merged, contract: PackageContract, paths: Mapping[str, str]) -> list[Finding]:
    """Every symbol in any table, parsed, with its parents, title and date."""
    findings = []
    for table, column in contract.references_to("documents"):
        if table == "documents":
            continue
        for key, row in list(merged.rows[table].items()):
            if row.get(column):
                merged.add("documents", str(row[column]), {"symbol": row[column]}, merged.evidence[table][key])
    for key in sorted(merged.rows["documents"]):
        try:
            symbol: Symbol | None = parse(key)
        except SymbolError as error:
            findings.append(
                _finding(
                    merged,
                    paths,
                    "symbol-malformed",
                    "documents",
                    key,
                    "symbol",
                    str(error),
                    "correct the symbol, or record an erratum",
                )
            )
            continue
        evidence = merged.evidence["documents"][key]
        while symbol is not None:
            merged.add("documents", str(symbol), {"symbol": str(symbol)}, evidence)
            merged.rows["documents"][str(symbol)].update(_parsed(symbol))
            symbol = symbol.parent
    for key, report in merged.rows["thematic_reports"].items():
        merged.rows["documents"][key]["title"] = report.get("title")
    return findings


def _parsed(symbol: Symbol) -> Row:
    return {
        "body": symbol.body,
        "kind": symbol.kind,
        "session": symbol.session,
        "year": symbol.year,
        "number": symbol.number,
        "modifier": symbol.modifier or None,
        "parent_symbol": str(symbol.parent) if symbol.parent else None,
        "url": symbol.url,
    }


def _countries(merged: Merged, contract: PackageContract) -> None:
    known = all_countries()
    for table, column in contract.references_to("countries"):
        for key, row in list(merged.rows[table].items()):
            code = row.get(column)
            if isinstance(code, str) and re.fullmatch(r"[A-Z]{3}", code) and code in known:
                country = known[code]
                values: Row = {name: getattr(country, name) for name in country.__dataclass_fields__}
                merged.add("countries", code, values, merged.evidence[table][key])
