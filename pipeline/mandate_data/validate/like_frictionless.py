"""Like Frictionless: a package judged as Frictionless judges it, for those who have to agree with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from frictionless import Package

from mandate_data.findings import Finding, Location, finding
from mandate_data.limits import MOST_FAULTS
from mandate_data.package.csv_records import NotCsvError
from mandate_data.package.resources import Resource
from mandate_data.package.table_files import table_records
from mandate_data.validate.foreign_key_cache import reading_once
from mandate_data.validate.frictionless_errors import findings_of_task

VERSION_2 = "https://datapackage.org/profiles/2.0/datapackage.json"


def check_like_frictionless(folder: Path, tables: Sequence[Resource]) -> Iterator[Finding]:
    """What Frictionless has against the tables, on the physical lines of their files."""
    # Of a package of version 2 any text may be a name.
    descriptor = {"$schema": VERSION_2, "resources": [_judged(folder, table) for table in tables]}
    try:
        package = reading_once(Package.from_descriptor(descriptor, basepath=str(folder)))
    except Exception as error:  # noqa: BLE001  whatever Frictionless raises is a finding
        yield _failed(error, "", folder)
        return
    resource_of = {resource.name: resource for resource in package.resources}
    for table in tables:
        lines: list[int] = []
        if table.file is not None:
            try:
                lines = [record.line for record in table_records(table.file)]
            except NotCsvError as broken:
                yield broken.finding(table.path or folder, table.name)
                continue
        try:
            report = resource_of[table.name].validate(limit_errors=MOST_FAULTS)
        except Exception as error:  # noqa: BLE001  as above
            yield _failed(error, table.name, table.path or folder)
            continue
        file = str(table.path or folder / "datapackage.json")
        for task in report.tasks:
            # A row of the descriptor has no line of its own.
            yield from findings_of_task(task, file, lines if table.file else None)


def _failed(error: Exception, table: str, path: Path) -> Finding:
    kind = type(error).__name__
    return finding("contract-uncheckable", Location(str(path)), table=table, kind=kind, reason=error)


def _judged(folder: Path, table: Resource) -> dict[str, Any]:
    """The resource as Frictionless is to read it: nothing is guessed of what is said, and nothing is fetched."""
    own = table.schema is not None and table.has_own_schema
    schema = {"schema": dict(table.schema.descriptor)} if own and table.schema else {}
    for key in schema.get("schema", {}).get("foreignKeys", []):
        key["reference"].setdefault("resource", "")
    if table.file is None:
        return {"name": table.name, "data": list(map(list, table.rows or ())), **schema}
    dialect = table.file.dialect
    paths = [str(path.relative_to(folder)) for path in table.file.paths]
    return {
        "name": table.name,
        "path": paths[0],
        **({"extrapaths": paths[1:]} if len(paths) > 1 else {}),
        "scheme": "file" if len(paths) == 1 else "multipart",  # whatever the path looks like to Frictionless
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": table.file.encoding,
        **({"compression": table.file.compression} if table.file.compression else {}),
        "dialect": {
            "header": dialect.header,
            "headerRows": list(dialect.header_rows),
            "headerJoin": dialect.header_join,
            "headerCase": dialect.case_sensitive_header is not False,
            "csv": {
                "delimiter": dialect.delimiter,
                "quoteChar": dialect.quote,
                "doubleQuote": dialect.double_quote,
                "skipInitialSpace": dialect.skip_initial_space,
                **({"escapeChar": dialect.escape} if dialect.escape else {}),
            },
            **({"commentChar": dialect.comment} if dialect.comment else {}),
            **({"commentRows": list(dialect.comment_rows)} if dialect.comment_rows else {}),
        },
        **schema,
    }
