"""Footnotes and their marks: what is out of order is reported where it stands."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.extract import Extracted
from mandate_data.extract.footnotes import fits

HANDBOOK = "raw/handbook-2016/document.md"
CODES = {"mark-twice", "mark-missing", "mark-out-of-order", "note-missing", "note-out-of-order"}


def found(extracted: Extracted) -> set[tuple[str, int, str]]:
    return {(one.code, one.line, one.message) for one in extracted.findings if one.code in CODES}


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        ([1, 2, 3], []),
        ([], []),
        ([1], []),
        ([1, 3], []),
        ([3, 4, 6, 7], []),  # a note is gone: its mark says so
        ([1, 2, 9, 4], [2]),
        ([17, 19, 19, 20], [1]),
        ([13, 14, 14, 16], [2]),
        ([7, 2, 3], [0]),
        ([1, 2, 8], [2]),
    ],
)
def test_numbers_that_follow_on_neither_neighbour(numbers: list[int], wrong: list[int]) -> None:
    assert [place for place in range(len(numbers)) if not fits(numbers, place)] == wrong


@pytest.mark.quick(1)
@pytest.mark.parametrize("printed", ["15", "34", "36"])
def test_a_note_with_a_wrong_number(printed: str, project: ProjectCopy, extracted: Extracted) -> None:
    line = project.edit(HANDBOOK, "[^35]: Ibid, p.17.", f"[^{printed}]: Ibid, p.17.")
    message = f"note {printed} is out of order: those before and behind it say otherwise"
    new = found(project.extract()) - found(extracted)
    assert ("note-out-of-order", line, message) in new
    assert {code for code, _, _ in new} == {"note-out-of-order", "note-missing"}


def test_a_mark_with_the_number_of_a_later_one(project: ProjectCopy, extracted: Extracted) -> None:
    line = project.edit(HANDBOOK, "prevention and eradication need.[^12]", "prevention and eradication.[^62]")
    said = "those before and behind it say otherwise"
    (later,) = [at for at, text in enumerate(project.document("handbook-2016").read_text("utf-8").split("\n"), 1)
                if "[^62]" in text and "[^62]:" not in text and at != line]  # fmt: skip
    new = {(code, at, message) for code, at, message in found(project.extract()) - found(extracted)}
    assert {(code, at, message) for code, at, message in new if at == line} == {
        (
            "mark-out-of-order",
            line,
            f"the mark of note 62 is out of order: {said}",
        ),
        ("mark-twice", line, f"the mark of note 62 appears again on line {later}, where it fits"),
    }
    assert {code for code, at, _ in new if at != line} == {"mark-missing"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "[^17]: E/CN.4/2004/9, p.7.",
            "[^17b]: A/HRC/9/21, p.4.\n\n[^17]: E/CN.4/2004/9, p.7.",
            "nothing in the text is marked with note 17b",
        ),
        (
            "programmes and policies of prevention.[^17]",
            "programmes and policies of prevention.[^17b]",
            "there is no note 17b for this mark",
        ),
    ],
)
def test_a_note_or_a_mark_with_a_name_instead_of_a_number_is_found(
    old: str, new: str, message: str, project: ProjectCopy, extracted: Extracted
) -> None:
    line = project.edit(HANDBOOK, old, new)
    assert message in {text for _, at, text in found(project.extract()) - found(extracted) if at == line}


def test_a_mark_need_not_be_a_number(project: ProjectCopy, extracted: Extracted) -> None:
    project.edit(HANDBOOK, "programmes and policies of prevention.[^17]", "programmes and policies.[^*][^17]")
    project.edit(HANDBOOK, "[^17]: E/CN.4/2004/9, p.7.", "[^*]: A/HRC/9/21, p.4.\n\n[^17]: E/CN.4/2004/9, p.7.")
    after = project.extract()
    assert {message for _, _, message in found(after)} == {message for _, _, message in found(extracted)}
    (row,) = [
        record for record in after.records["handbook-2016"]
        if record.table == "citations" and record.values["citation_id"] == "handbook-2016/n-mark/a-hrc-9-21"
    ]  # fmt: skip
    assert (row.values["context"], row.values.get("note")) == ("footnote", None)


def test_a_note_of_two_paragraphs_is_one_note(project: ProjectCopy, extracted: Extracted) -> None:
    project.edit(HANDBOOK, "[^35]: Ibid, p.17.", "[^35]: Ibid, p.17.\n\n    It says more.")
    said = [sorted((code, message) for code, _, message in found(one)) for one in (extracted, project.extract())]
    assert said[1] == said[0]


def test_in_a_draft_notes_out_of_order_and_missing_ones_are_warnings(project: ProjectCopy) -> None:
    with (project.root / "raw/handbook-2016/extraction.yaml").open("a", encoding="utf-8") as guide:
        guide.write("draft: true\n")
    project.edit(HANDBOOK, "[^35]: Ibid, p.17.", "[^15]: Ibid, p.17.")
    said = {
        (one.code, one.severity, one.message)
        for one in project.extract().findings
        if one.code in ("note-out-of-order", "note-missing")
    }
    assert said == {
        ("note-out-of-order", "warning", "note 15 is out of order: those before and behind it say otherwise"),
        ("note-missing", "warning", "there is no note 35 for this mark"),
    }
