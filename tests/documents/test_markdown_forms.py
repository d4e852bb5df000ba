"""Forms of Markdown: lists of definitions, links whose addresses are apart, raised figures, escapes."""

from __future__ import annotations

import pytest
from document_support import blocks, brief, marks, parsed


def test_a_list_of_definitions() -> None:
    text = "Holder\n: Who holds the mandate.\n: Also an expert.\n"
    assert " ".join(said for _, said in brief(text)) == "Holder Who holds the mandate. Also an expert."


@pytest.mark.parametrize("address", ["https://example.org/1", "<https://example.org/1>"])
def test_a_link_on_words_whose_address_has_a_number(address: str) -> None:
    document = parsed(f"See [the report][1] and [others][rep].\n\n[1]: {address}\n[rep]: https://example.org/2\n")
    assert [block.text.value for block in document.blocks] == ["See the report and others."]
    assert document.left_out == ()


@pytest.mark.parametrize("text", ["It said so.[1]", "It said so.[2][1]"])
def test_a_note_that_is_a_web_address_is_no_address_of_a_link(text: str) -> None:
    found = blocks(f"{text}\n\n[1]: https://example.org/1\n")
    assert "https://example.org/1" in found[-1].text.value


def test_raised_figures_between_carets() -> None:
    first, *notes = blocks("It said so^1^ and more.^2^\n\n^1^ A/HRC/15/2\n\n^2^ A/HRC/15/3\n")
    assert (first.text.value, marks(first)) == (
        "It said so and more.",
        [("1", "It said so"), ("2", "It said so and more.")],
    )
    assert [(note.number, note.text.value) for note in notes] == [("1", "A/HRC/15/2"), ("2", "A/HRC/15/3")]


def test_a_figure_between_carets_without_its_note_is_text() -> None:
    assert brief("The area is 5 m^2^ and so on.\n") == [("paragraph", "The area is 5 m^2^ and so on.")]


def test_numbered_paragraphs_behind_a_list_of_notes_are_none_of_it() -> None:
    found = blocks("1\\. Text.1 More.\n\nNotes\n\n1. A/HRC/15/2.\n\n2\\. The next paragraph.\n\n3\\. And one more.\n")
    assert [(block.number or block.kind, block.text.value) for block in found] == [
        ("paragraph", "1. Text. More."),
        ("paragraph", "Notes"),
        ("1", "A/HRC/15/2."),
        ("paragraph", "2. The next paragraph."),
        ("paragraph", "3. And one more."),
    ]


@pytest.mark.parametrize(
    "symbol", ["A/HRC/**31**/58", "A/HRC/*31*/58", "**A/HRC/31**/58", "A/HRC/31\\/58", "`A/HRC/31/58`"]
)
def test_emphasis_and_escapes_within_a_symbol(symbol: str) -> None:
    assert brief(f"See {symbol}, para. 5.\n") == [("paragraph", "See A/HRC/31/58, para. 5.")]
