"""The editions in `raw/` and the full texts that they abridge give the same rows."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, ProjectCopy
from mandate_data.build_package import build
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package, Row
from mandate_data.project import Project

RAW, SCHEMAS = ROOT / "raw", ROOT / "schemas"

# What may differ: our words for an item, the letters of a citation, and the file itself.
FREE = {
    "list_items": {"label"},
    "citations": {"as_printed"},
    "sources": {"edition", "media_type", "sha256", "lines"},
}
TABLES = [path.stem for path in sorted((SCHEMAS / "tables").glob("*.yaml"))]


def fixed(rows: list[Row], table: str) -> list[Row]:
    """The rows without the columns that may differ."""
    free = FREE.get(table, set())
    return [{column: value for column, value in row.items() if column not in free} for row in rows]


def evidence(extracted: Extracted) -> set[tuple[object, ...]]:
    return {(row["table"], row["row_key"], row["source_id"]) for row in extracted.tables["provenance"]}


def said(findings: tuple[Finding, ...]) -> Counter[tuple[str, ...]]:
    """What was found, wherever it stands; only the full texts print captions, only editions have comments."""
    return Counter(
        (finding.code, finding.severity, finding.message, finding.table, finding.row_key, finding.field)
        for finding in findings
        if finding.code not in ("caption-set-aside", "left-out")
    )


@pytest.mark.parametrize("table", [table for table in TABLES if table != "provenance"])
def test_table_has_the_same_rows(table: str, extracted: Extracted, from_full_texts: Extracted) -> None:
    assert fixed(extracted.tables[table], table) == fixed(from_full_texts.tables[table], table)


def test_every_row_rests_on_the_same_sources(extracted: Extracted, from_full_texts: Extracted) -> None:
    assert evidence(extracted) == evidence(from_full_texts)


def test_the_same_is_found_wrong(extracted: Extracted, from_full_texts: Extracted) -> None:
    assert said(extracted.findings) == said(from_full_texts.findings)


def test_items_are_in_our_own_words(extracted: Extracted, from_full_texts: Extracted) -> None:
    ours, theirs = extracted.tables["list_items"], from_full_texts.tables["list_items"]
    copied = {
        str(our["list_id"])
        for our, their in zip(ours, theirs, strict=True)
        if our["label"] == their["label"] and len(str(our["label"]).split()) > 8
    }
    assert copied == set()


def test_citations_differ_in_capitals_only(extracted: Extracted, from_full_texts: Extracted) -> None:
    ours = [str(row["as_printed"]).casefold() for row in extracted.tables["citations"]]
    theirs = [str(row["as_printed"]).casefold() for row in from_full_texts.tables["citations"]]
    assert ours == theirs


@pytest.mark.parametrize(
    ("source_id", "name", "media_type"),
    [("handbook-2016", "handbook-2016.md", "text/markdown"), ("leiden-2015", "leiden-2015.txt", "text/plain")],
)
def test_sources_say_which_file_was_read(
    source_id: str, name: str, media_type: str, extracted: Extracted, from_full_texts: Extracted, full_texts: Path
) -> None:
    for tables, edition, kind, path in (
        (extracted.tables, "abridged", "text/markdown", RAW / source_id / "document.md"),
        (from_full_texts.tables, "full_text", media_type, full_texts / name),
    ):
        (row,) = [row for row in tables["sources"] if row["source_id"] == source_id]
        data = path.read_bytes()
        assert row["edition"] == edition
        assert row["media_type"] == kind
        assert row["sha256"] == hashlib.sha256(data).hexdigest()
        assert row["lines"] == len(data.decode().removesuffix("\n").split("\n"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("source_id", "name"), [("handbook-2016", "handbook-2016.md"), ("leiden-2015", "leiden-2015.txt")]
)
def test_one_full_text_beside_one_edition_gives_the_same_rows(
    source_id: str, name: str, extracted: Extracted, contract: Package, full_texts: Path
) -> None:
    chosen = {source_id: full_texts / name}
    mixed = extract(find_sources(RAW, chosen=chosen), Project(RAW.parent))
    for table in TABLES:
        if table != "provenance":
            assert fixed(mixed.tables[table], table) == fixed(extracted.tables[table], table), table
    assert evidence(mixed) == evidence(extracted)
    editions = {row["source_id"]: row["edition"] for row in mixed.tables["sources"]}
    assert editions == {"handbook-2016": "abridged", "leiden-2015": "abridged"} | {source_id: "full_text"}


@pytest.mark.slow
def test_the_package_from_the_full_texts_is_accepted(full_texts: Path, tmp_path: Path) -> None:
    built = build(ROOT, tmp_path / "package", full_texts=full_texts)
    assert [finding for finding in built.findings if finding.severity != "note"] == []
    assert built.accepted


def same_rows(one: Extracted, other: Extracted) -> None:
    for table in TABLES:
        if table != "provenance":
            assert fixed(one.tables[table], table) == fixed(other.tables[table], table), table
    assert evidence(one) == evidence(other)


def in_prose(text: str) -> str:
    """The document with each paragraph on one line."""
    return re.sub(r"(?<=[.!?\]])\n(?=[A-Z])", " ", text)


LAYOUT = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "no last line end": lambda text: text.rstrip("\n"),
    "blanks at line ends": lambda text: text.replace("\n", " \n"),
    "more empty lines": lambda text: text.replace("\n\n#", "\n\n\n#"),
    "a paragraph a line": in_prose,
    "plain apostrophes": lambda text: text.replace("’", "'"),
    "stars for bullets": lambda text: text.replace("\n- ", "\n* "),
}


@pytest.mark.quick(2)
@pytest.mark.parametrize("change", LAYOUT.values(), ids=LAYOUT.keys())
def test_layout_changes_no_row(change: Callable[[str], str], project: ProjectCopy, extracted: Extracted) -> None:
    for source_id in ("handbook-2016", "leiden-2015"):
        file = project.document(source_id)
        text = file.read_text(encoding="utf-8")
        assert change(text) != text
        file.write_bytes(change(text).encode())
    same_rows(project.extract(), extracted)


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("work of the mandate.[^10]", "work of the mandate;[^10]", id="next list in another part"),
        pytest.param("of accountability.", "of accountability;", id="next list in the same section"),
    ],
)  # fmt: skip
def test_a_semicolon_for_the_last_full_stop_of_a_list_changes_no_row(
    old: str, new: str, project: ProjectCopy, extracted: Extracted
) -> None:
    project.edit("raw/handbook-2016/document.md", old, new)
    same_rows(project.extract(), extracted)


def test_a_line_with_one_column_leaves_the_other_visits_as_they_are(
    full_texts: Path, tmp_path: Path, contract: Package, from_full_texts: Extracted
) -> None:
    text = (full_texts / "handbook-2016.md").read_text(encoding="utf-8")
    last = '\tVisit to Brazil (January 1992) ( <a href="#">E/CN.4/1992/55/Add.1</a> )'
    assert text.count(last) == 1
    copy = tmp_path / "handbook-2016.md"
    copy.write_text(text.replace(last, ""), encoding="utf-8")
    chosen = {"handbook-2016": copy, "leiden-2015": full_texts / "leiden-2015.txt"}
    after = extract(find_sources(RAW, chosen=chosen), Project(RAW.parent))
    visits = from_full_texts.tables["country_visits"]
    assert after.tables["country_visits"] == [row for row in visits if row["visit_id"] != "sale-of-children/1992-bra"]
