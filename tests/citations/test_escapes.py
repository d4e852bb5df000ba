"""Backslashes of Markdown are not part of what is printed; ranges have hyphens of any number; an annex needs none."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite
from mandate_data.citations.reading.escapes import escapes


def found(text: str, language: str | None = None) -> list[tuple[str | None, str | None]]:
    references = cite(text, language=language)
    assert all(text[one.start : one.end] == one.text for one in references)
    return [(one.symbol, one.pinpoint) for one in references]


@pytest.mark.parametrize(
    "text",
    [
        r"See A/HRC/31\/58, paras. 5\-7\.",
        r"See A/HRC/31/58 \(paras\. 5\-7\).",
        "See A/HRC/31/58,\\\nparas. 5-7.",
        "See A/HRC/31/58,\\\r\nparas. 5-7.",
    ],
)
def test_escaped_signs_are_read_as_printed(text: str) -> None:
    assert found(text) == [("A/HRC/31/58", "5-7")]


def test_what_is_no_escape_stays() -> None:
    assert escapes(rb"C:\temp, said\[3\]") == []
    assert escapes(rb"in 2\. The") == [(4, 5)]
    assert escapes(b"2\\.") == escapes(b"one\n 12\\. Two") == []


def test_the_note_of_a_numbered_paragraph_ends_before_the_next_paragraph() -> None:
    text = "1\\. Text.1 And so on.\n\nNotes\n\n1. A/HRC/15/2, para. 4.\n\n2\\. The next paragraph cites A/HRC/15/3.\n"
    assert [(one.symbol, one.note) for one in cite(text)] == [("A/HRC/15/2", "1"), ("A/HRC/15/3", None)]


@pytest.mark.parametrize("to", ["-", "--", "---", " - ", "–"])
def test_a_range(to: str) -> None:
    assert found(f"See A/HRC/15/2, paras. 10{to}12, and more.") == [("A/HRC/15/2", f"10{to}12")]


def test_a_dash_before_words_is_no_range() -> None:
    assert found("See A/HRC/15/2, para. 10 -- 12 States said so.") == [("A/HRC/15/2", "10")]


@pytest.mark.parametrize("below", ["2. See A/HRC/15/3.", "2 See A/HRC/15/3.", "2) See A/HRC/15/3."])
def test_the_number_of_a_note_below_is_none_of_an_annex(below: str) -> None:
    assert found(f"1. See A/HRC/15/2, annex\n{below}\n") == [("A/HRC/15/2", None), ("A/HRC/15/3", None)]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_the_number_of_an_annex(gap: str) -> None:
    assert found(f"See A/HRC/15/2, annex{gap}2, para. 3, and more.") == [("A/HRC/15/2", "2;3")]


@pytest.mark.parametrize("numbers", ["10 و11", "10 و 11", "10 و11 و12", "١٠ و١١", "10-12 و14"])
def test_arabic_numbers_with_the_word_for_and_joined_to_them(numbers: str) -> None:
    assert found(f"انظر A/HRC/15/2، الفقرات {numbers}.", "ar") == [("A/HRC/15/2", numbers)]
    assert found(f"انظر الفقرتين {numbers} من الوثيقة A/HRC/15/2.", "ar") == [("A/HRC/15/2", numbers)]


def test_an_arabic_year_behind_a_paragraph_is_none_of_it() -> None:
    assert found("انظر A/HRC/15/2، الفقرة 10 و2011 سنة", "ar") == [("A/HRC/15/2", "10")]


@pytest.mark.parametrize(
    "text",
    [
        "انظر الفقرتين 10 و 11 من الوثيقة A/HRC/15/2.",
        "انظر المادتين 5 و 6 من الوثيقة A/HRC/15/2.",
        "См. пункт 5 и пункт 6 доклада A/HRC/15/2.",
    ],
)
def test_numbers_of_paragraphs_are_no_marks_of_notes(text: str) -> None:
    assert [one.note for one in cite(text)] == [None]
