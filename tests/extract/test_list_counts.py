"""A list that loses or gains an item is reported, where its reading guide counts the items."""

from __future__ import annotations

from conftest import ProjectCopy
from mandate_data.extract import Extracted

EDITION = "raw/handbook-2016/document.md"
GUIDE = "raw/handbook-2016/extraction.yaml"
CODE = "list-item-count"
RULE = "    form: items\n    start: 'Special Rapporteur was mandated to'"


def test_lists_with_as_many_items_as_counted_are_not_reported(extracted: Extracted) -> None:
    assert CODE not in {finding.code for finding in extracted.findings}


def test_a_sentence_that_no_cue_opens_any_more_is_missed(project: ProjectCopy) -> None:
    project.edit(EDITION, "Prepubescent children are", "Small children are")
    (found,) = [finding for finding in project.extract().findings if finding.code == CODE]
    assert found.severity == "warning"
    assert found.message.startswith("items of the list '")
    read, counted = [int(word) for word in found.message.replace(",", "").split() if word.isdigit()]
    assert (int(found.value), read) == (counted - 1, counted - 1)
    assert found.hint.startswith("compare lines ")
    assert f"change the rule or its count at {project.root / GUIDE}:" in found.hint


def test_the_finding_is_on_the_whole_list(project: ProjectCopy) -> None:
    dropped = "- Find out what new forms"
    lines = (project.root / EDITION).read_text(encoding="utf-8").splitlines()
    (at,) = [number for number, line in enumerate(lines, 1) if line.startswith(dropped)]
    project.edit(EDITION, f"{lines[at - 1]}\n", "")
    (found,) = [finding for finding in project.extract().findings if finding.code == CODE]
    assert found.line < at <= found.end_line
    assert found.hint.startswith(f"compare lines {found.line} to {found.end_line} with the source")


def test_an_item_too_many_is_reported_on_the_line_of_its_list(project: ProjectCopy) -> None:
    project.edit(GUIDE, f"    count: 6\n{RULE}", f"    count: 5\n{RULE}")
    (found,) = [finding for finding in project.extract().findings if finding.code == CODE]
    assert (found.table, found.row_key) == ("list_items", "handbook-2016/mandate-tasks")
    assert found.message == "items of the list 'mandate-tasks': 6 read, 5 counted"
    line = (project.root / EDITION).read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert "Special Rapporteur was mandated to" in line


def test_a_list_without_a_count_is_not_counted(project: ProjectCopy) -> None:
    project.edit(GUIDE, f"    count: 6\n{RULE}", RULE)
    project.edit(EDITION, "work of the mandate.[^10]", "work of the mandate;\n- Report every year.[^10]")
    assert CODE not in {finding.code for finding in project.extract().findings}
