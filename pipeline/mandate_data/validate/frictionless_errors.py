"""Faults: what Frictionless has against a table, as findings on the physical line of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frictionless import Error, ReportTask

from mandate_data.findings import Finding, Location, finding
from mandate_data.findings.registry import checks
from mandate_data.limits import MOST_FAULTS
from mandate_data.validate.table_check import unfinished


def findings_of_task(task: ReportTask, file: str, lines: Sequence[int] | None) -> Iterator[Finding]:
    """The errors that Frictionless reports on a table. `lines` are those on which its records begin, the header first.

    Frictionless counts records, and one with a line break in a cell has several lines. Where `lines` are not known, as
    in a file that is not CSV, the record's number must do. None means that there are no lines.
    """
    if len(task.errors) >= MOST_FAULTS:
        yield unfinished(task.name, file)
    for error in task.errors:
        number = int(getattr(error, "row_number", 0) or 0)
        line = 0 if lines is None else lines[number - 1] if 0 < number <= len(lines) else number
        yield finding_of(error, task.name, file, line)


def finding_of(error: Error, table: str, file: str, line: int) -> Finding:
    """One error on a line; line 0 means the table as a whole.

    An error of a type that is not registered, such as one of a damaged resource, is a `contract-error`.
    """
    code = f"contract-{error.type}"
    known = code in checks()
    return finding(
        code if known else "contract-error",
        Location(file, line),
        table=table,
        field=str(getattr(error, "field_name", "")),
        value=str(getattr(error, "cell", "") or ""),
        said=error.message,
        **({} if known else {"advice": error.description}),
    )
