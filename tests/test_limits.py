"""The limits are what docs/security.md says, and all of them are there."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from mandate_data import limits

MIB, GIB = 1 << 20, 1 << 30
ROWS = [
    ("descriptor, schema, dialect, ledger, list of sums", f"{limits.LARGEST_DESCRIPTOR // MIB} MiB"),
    ("YAML file", f"{limits.LARGEST_YAML // MIB} MiB"),
    (
        "nesting in YAML; values that aliases repeat; digits of a number",
        f"{limits.DEEPEST}; {limits.MOST_REPEATED:,}; {limits.LONGEST_NUMBER:,}",
    ),
    ("document", f"{limits.LARGEST_DOCUMENT // MIB} MiB"),
    (
        "Word document, unpacked; a document inserted in it; a package in a zip, unpacked",
        f"{limits.LARGEST_WORD // 10**6} MB; {limits.LARGEST_INSERTED // 10**6} MB; {limits.LARGEST_ZIP // GIB} GiB",
    ),
    (
        "reading a document: CPU time; by the clock; memory",
        f"{limits.DOCUMENT_SECONDS:g} s; {limits.WAITING:g} times as long; {limits.DOCUMENT_MEGABYTES} MB",
    ),
    ("address space (`ulimit`) below which polars is not loaded", f"{limits.ROOM_OF_POLARS // GIB} GiB"),
    ("recognising the text of one page", f"{limits.RECOGNITION_SECONDS:g} s"),
    ("reading a source by a project's guide and readers: CPU time", f"{limits.READING_SECONDS:g} s"),
    (
        "searching a source with one pattern of its guide: CPU time",
        f"{limits.PATTERN_SECONDS:g} s, and 1 s for each {limits.SEARCHED_IN_A_SECOND:,} characters",
    ),
    (
        "bytes of a package that are hashed, beyond which a digest is reported as not compared",
        f"{limits.LARGEST_HASHED // GIB} GiB",
    ),
    ("resources of a package", f"{limits.MOST_RESOURCES:,}"),
    (
        "line, record, columns of a table",
        f"{limits.LONGEST_LINE // MIB} MiB, {limits.LONGEST_RECORD // MIB} MiB, {limits.MOST_CELLS:,}",
    ),
    ("findings on a table, on a descriptor; on a package", f"{limits.MOST_FAULTS:,}; {limits.MOST_PACKAGE_FAULTS:,}"),
    (
        "characters of a value in a finding; of the line with which a command gives up",
        f"{limits.LONGEST_VALUE:,}; {limits.LONGEST_REFUSAL:,}",
    ),
    (
        "compressed table, unpacked",
        f"{limits.LARGEST_RATIO} times its size, {limits.LARGEST_UNPACKED // GIB} GiB at most",
    ),
    (
        "table in JSON or Parquet, packed and unpacked; workbook, unpacked",
        f"{limits.LARGEST_TYPED // MIB} MiB; {limits.LARGEST_UNPACKED_TYPED // MIB} MiB",
    ),
    (
        "tables of a package in JSON, Parquet, Excel or the descriptor: cells; characters in them",
        f"{limits.MOST_TYPED_CELLS:,}; {limits.LARGEST_TYPED_TEXT:,}",
    ),
    (
        "reading such a table: CPU time; by the clock; memory; that of Parquet",
        f"{limits.TYPED_SECONDS:g} s; {limits.TYPED_WAITING:g} times as long; {limits.TYPED_MEGABYTES} MB; "
        f"{limits.PARQUET_MEGABYTES} MB",
    ),
    (
        "archive: directory, as the unpacker reads it; entries",
        f"{limits.LARGEST_DIRECTORY // MIB} MiB; {limits.MOST_ENTRIES:,}",
    ),
    (
        "pages of the lists of files of a store; the same page in a row",
        f"{limits.MOST_PAGES:,}; {limits.MOST_SAME_PAGES}",
    ),
    (
        "pattern of a schema: characters; groups within each other",
        f"{limits.LONGEST_PATTERN:,}; {limits.DEEPEST_GROUPS}",
    ),
    ("keywords of a `jsonSchema` that are tried on a cell", f"{limits.MOST_SCHEMA_STEPS:,}"),
    (
        "search with a pattern, where RE2 does not do it in linear time",
        f"{limits.PATTERN_SECONDS:g} s per cell",
    ),
    ("searching a column with a pattern of the project's own schema: CPU time", f"{limits.COLUMN_SECONDS:g} s"),
    (
        "CPU time of a cell that is slow with a pattern or `jsonSchema` of a package; of all such cells of a column",
        f"{limits.SLOW_CELL_SECONDS:g} s; {limits.COLUMN_SECONDS:g} s",
    ),
    ("one question to git, by the clock", f"{limits.GIT_SECONDS:g} s"),
    (
        "query of a project (view, claim, page of the website): CPU time; rows; bytes of a value",
        f"{limits.QUERY_SECONDS:g} s; {limits.MOST_QUERY_ROWS:,}; {limits.LARGEST_SQL_VALUE // MIB} MiB",
    ),
    ("rows that `diff` compares by what they hold", f"{limits.MOST_ALIGNED:,}"),
    ("waiting for another command that writes to the same place", f"{limits.LOCK_SECONDS:g} s"),
]  # fmt: skip


@pytest.mark.parametrize(("limit", "value"), ROWS, ids=[limit for limit, _ in ROWS])
def test_a_limit_is_the_one_that_the_documentation_has(limit: str, value: str) -> None:
    assert f"| {limit} | {value} |" in (ROOT / "docs" / "security.md").read_text(encoding="utf-8").splitlines()


def test_the_documentation_has_no_other_limit() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    table = text.partition("| limit | value |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (.+?) \|", table, re.MULTILINE) == [limit for limit, _ in ROWS]
