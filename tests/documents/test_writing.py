"""An edition begun: what is written as Markdown is read as the same blocks."""

from __future__ import annotations

import pytest
from conftest import ROOT
from document_support import blocks
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.documents import Block, Text
from mandate_data.documents.markdown import parse_markdown
from mandate_data.documents.markdown_writer import as_markdown, with_labels


def shown(found: tuple[Block, ...]) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.text.value, one.level, one.number, one.boxed, [cell.value for cell in one.cells],
         [(mark.offset, mark.number) for mark in one.marks])
        for one in found
    ]  # fmt: skip


@pytest.mark.parametrize("source", ["handbook-2016", "leiden-2015"])
def test_the_editions_are_read_as_they_were(source: str) -> None:
    document = blocks((ROOT / "raw" / source / "document.md").read_text(encoding="utf-8"))
    assert shown(blocks(as_markdown(document))) == shown(document)


words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from("*_[]<>|~&`\\#-+.0123456789^:() "),
    min_size=1, max_size=40,
).map(lambda text: " ".join(text.split()))  # fmt: skip


@given(words.filter(lambda text: bool(text)), st.sampled_from(["paragraph", "heading", "item", "footnote"]))
def test_whatever_a_block_says_it_says_again(text: str, kind: str) -> None:
    number = "7" if kind == "footnote" else ""
    block = Block(kind, Text(text, ((0, 1),)), level=2 if kind == "heading" else 0, number=number, group=1)  # type: ignore[arg-type]
    assert [(one.kind, one.text.value) for one in parse_markdown(as_markdown([block]))[0]] == [(kind, text)]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("17. First.\n\n18. Second,\n    it goes on.[^1]\n", "17\\. First.\n\n18\\. Second, it goes on.[^1]\n"),
        ("1) One\n2) Two\n", "- 1\\) One\n- 2\\) Two\n"),
        ("- One\n- Two\n", "- One\n- Two\n"),
    ],
)
def test_the_number_of_an_item_stays(text: str, written: str) -> None:
    assert as_markdown(list(with_labels(blocks(text)))) == written


def test_a_note_of_several_paragraphs_is_one_note() -> None:
    text = "Text.[^1] More.[^2]\n\n[^1]: See A.\n\n    It goes on.\n\n    - In a list.\n\n[^2]: See B.\n"
    notes = [one for one in blocks(text) if one.kind == "footnote"]
    assert [(one.number, one.group) for one in notes] == [("1", 1), ("1", 1), ("1", 1), ("2", 2)]
    again = as_markdown(blocks(text))
    assert again == text.replace("- In", "In")
    assert shown(blocks(again)) == shown(blocks(text))


def test_two_notes_of_one_number_stay_two() -> None:
    text = "Text.[^1]\n\n[^1]: See A.\n\n[^1]: See B.\n"
    assert as_markdown(blocks(text)) == text
