"""The table of contents against the headings: a misprint in either is reported, and where the other stands."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.extract import Extracted

HANDBOOK = "raw/handbook-2016/document.md"
GUIDE = "raw/handbook-2016/extraction.yaml"
ENTRY, HEADING = "| Data collection | 21 |", "### F. Data collection"


def found(project: ProjectCopy) -> list[tuple[str, int, str]]:
    return of_contents(project.extract())


def of_contents(extracted: Extracted) -> list[tuple[str, int, str]]:
    return [(one.code, one.line, one.message) for one in extracted.findings if "contents" in one.code]


def line_of(project: ProjectCopy, text: str) -> int:
    return (project.root / HANDBOOK).read_text(encoding="utf-8").split("\n").index(text) + 1


def test_the_source_as_it_is_gives_none(extracted: Extracted) -> None:
    assert of_contents(extracted) == []


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "title", "heading"),
    [(ENTRY, "Data colection", "F. Data collection"), (HEADING, "Data collection", "F. Data colection")],
)
def test_a_misprint_names_both_lines(old: str, title: str, heading: str, project: ProjectCopy) -> None:
    project.edit(HANDBOOK, old, old.replace("collection", "colection"))
    entry, below = line_of(project, f"| {title} | 21 |"), line_of(project, f"### {heading}")
    assert found(project) == [
        (
            "contents-without-heading",
            entry,
            f"no heading below is {title!r}; line {below} is headed {heading!r}",
        ),
        ("heading-without-contents", below, f"the heading {heading!r} is not in the table of contents"),
    ]


def test_a_title_that_is_left_out(project: ProjectCopy) -> None:
    project.edit(HANDBOOK, f"{ENTRY}\n", "")
    message = "the heading 'F. Data collection' is not in the table of contents"
    assert found(project) == [("heading-without-contents", line_of(project, HEADING), message)]


def test_a_title_that_stands_twice(project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, ENTRY, f"{ENTRY}\n{ENTRY}")
    assert found(project) == [("contents-without-heading", line + 1, "no heading below is 'Data collection'")]


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "new", "page"), [(ENTRY, "| Data collection | 12 |", "12"), ("| Preface | v |", "| Preface | x |", "vii")]
)
def test_a_page_out_of_order(old: str, new: str, page: str, project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, old, new)
    message = f"page {page} is out of order: the pages before and behind it say otherwise"
    # Of two pages in the wrong order, the second is named: either may be the wrong one.
    assert found(project) == [("contents-page-order", line + (page == "vii"), message)]


def test_a_group_of_titles_without_a_heading_is_named_in_the_guide(project: ProjectCopy) -> None:
    project.edit(GUIDE, "without_heading: [Annexes]", "without_heading: [Appendices]")
    assert [(code, message) for code, _, message in found(project)] == [
        ("contents-without-heading", "no heading below is 'Annexes'")
    ]


def test_a_section_that_lists_nothing_is_no_table_of_contents(project: ProjectCopy) -> None:
    project.edit(GUIDE, "contents: {section: contents,", "contents: {section: preface,")
    assert [(code, message) for code, _, message in found(project)] == [
        ("contents-missing", "the section 'preface' lists no titles with pages")
    ]


def test_a_guide_may_say_nothing_of_contents(project: ProjectCopy) -> None:
    project.edit(GUIDE, "contents: {section: contents, without_heading: [Annexes]}\n", "")
    project.edit(HANDBOOK, ENTRY, "| Data colection | 21 |")
    assert found(project) == []
