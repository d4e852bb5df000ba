"""A full text and an edition that restates it give the same rows: shown on a pair that anybody may read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT, ProjectCopy, copy_project
from mandate_data.extract import Extracted, extract, find_sources
from mandate_data.project import Project
from test_same_rows import said, same_rows

PAIR = ROOT / "tests" / "data" / "made-up"
SOURCE = "water-2024"
LIST = """
lists:
  - id: tasks
    kind: task
    title: What the office does
    within: clean-water-in-schools-the-first-ten-years/what-the-office-does
    form: items
    start: four things
"""


@pytest.fixture
def begun(tmp_path: Path) -> ProjectCopy:
    """A project with a source that was begun from the full text; its edition has been written since."""
    copy_project(tmp_path)
    (tmp_path / "tests" / "project").mkdir(parents=True)
    shutil.copy(PAIR / "full_text.md", tmp_path / f"{SOURCE}.md")
    told = ("--publisher", "Nobody", "--published", "2024")
    assert call("new-source", SOURCE, f"{SOURCE}.md", *told, "--quiet", folder=tmp_path).returncode == 0
    shutil.copy(PAIR / "edition.md", tmp_path / "raw" / SOURCE / "document.md")
    with (tmp_path / "raw" / SOURCE / "extraction.yaml").open("a", encoding="utf-8") as guide:
        guide.write(LIST)
    return ProjectCopy(tmp_path)


def from_full_text(project: ProjectCopy) -> Extracted:
    raw = project.root / "raw"
    return extract(find_sources(raw, chosen={SOURCE: project.root / f"{SOURCE}.md"}), Project(project.root))


def ids(extracted: Extracted, table: str, key: str) -> list[str]:
    return [str(row[key]) for row in extracted.tables[table] if str(row[key]).startswith(SOURCE)]


def test_an_edition_and_its_full_text_give_the_same_rows(begun: ProjectCopy) -> None:
    ours, theirs = begun.extract(), from_full_text(begun)
    same_rows(ours, theirs)
    assert said(ours.findings) == said(theirs.findings)
    # … and these rows are not none.
    days = ["2014-03-28-1", "2016-05-1", "2017-06-01-1"]
    assert ids(ours, "events", "event_id") == [f"{SOURCE}-{day}" for day in days]
    assert ids(ours, "lists", "list_id") == [f"{SOURCE}/table-1", f"{SOURCE}/tasks"]
    assert len(ids(ours, "list_items", "list_id")) == 7
    assert len(ids(ours, "citations", "source_id")) == 7


@pytest.mark.slow
def test_only_our_words_for_an_item_differ(begun: ProjectCopy) -> None:
    labels = [
        {str(row["label"]) for row in extracted.tables["list_items"] if row["list_id"] == f"{SOURCE}/tasks"}
        for extracted in (begun.extract(), from_full_text(begun))
    ]
    assert [len(one) for one in labels] == [4, 4]
    assert labels[0] & labels[1] == set()


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("1 June 2017", "2 June 2017", id="another day"),
        pytest.param("A/HRC/34/98", "A/HRC/34/99", id="another symbol"),
        pytest.param("- training of caretakers;\n", "", id="an item is gone"),
        pytest.param("Ibid., para. 12", "Ibid., para. 13", id="another paragraph"),
        pytest.param("| Georgia | April 2016 |\n", "", id="a row is gone"),
    ],
)
def test_an_edition_that_says_something_else_gives_other_rows(old: str, new: str, begun: ProjectCopy) -> None:
    begun.edit(f"raw/{SOURCE}/document.md", old, new)
    with pytest.raises(AssertionError):
        same_rows(begun.extract(), from_full_text(begun))
