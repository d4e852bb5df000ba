"""Raised letters are marks of notes, as raised figures are; notes of tables begin with `a/` or with such a letter."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, PLAIN, blocks, marks, parsed
from mandate_data.citations import cite


def notes(text: str, media_type: str) -> list[tuple[str, str]]:
    return [(block.number, block.text.value) for block in blocks(text, media_type) if block.kind == "footnote"]


@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
@pytest.mark.parametrize(("first", "second", "labels"), [("ᵃ", "ᵇ", "ab"), ("ⁱ", "ⁱⁱ", ("i", "ii"))])
def test_raised_letters_are_marks(first: str, second: str, labels: tuple[str, str], media_type: str) -> None:
    text = f"The Council said it{first} and more.{second}\n\n{first} A/HRC/26/31.\n\n{second} See above.\n"
    assert notes(text, media_type) == [(labels[0], "A/HRC/26/31."), (labels[1], "See above.")]
    assert marks(blocks(text, media_type)[0]) == [
        (labels[0], "The Council said it"),
        (labels[1], "The Council said it and more."),
    ]


def test_raised_letters_of_words_are_none() -> None:
    assert parsed("Le XXIᵉ siècle, nᵒ 5.\n\nUn autre paragraphe.\n").blocks[0].marks == ()


@pytest.mark.parametrize("labels", [("a/", "b/"), ("ᵃ", "ᵇ")])
@pytest.mark.parametrize("media_type", [PLAIN, MARKDOWN])
def test_notes_of_a_table_are_notes(labels: tuple[str, str], media_type: str) -> None:
    first, second = labels
    marked = [f"Fiji {first}", f"Peru {second}"] if first == "a/" else [f"Fiji{first}", f"Peru{second}"]
    rows = {
        PLAIN: "Country       Number\n{}       3\n{}       4\n",
        MARKDOWN: "| Country | Number |\n|---|---|\n| {} | 3 |\n| {} | 4 |\n",
    }[media_type]
    text = f"{rows.format(*marked)}\n{first} See A/HRC/26/31.\n\n{second} See A/HRC/26/32.\n"
    assert notes(text, media_type) == [("a", "See A/HRC/26/31."), ("b", "See A/HRC/26/32.")]


@pytest.mark.parametrize("mark", ["ᵃ", "ᵏ", "ⁱⁱ", "ˢ"])
def test_a_symbol_ends_before_a_raised_letter(mark: str) -> None:
    assert [one.symbol for one in cite(f"See A/HRC/26/31{mark} of the Council.")] == ["A/HRC/26/31"]
