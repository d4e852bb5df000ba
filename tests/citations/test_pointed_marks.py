"""A figure behind the full stop of a pinpoint is a mark where that note is due, and else a part of the number."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

NOTES = "\n\n5 See one.\n6 See two.\n7 See three.\n"


def pinpoints(text: str) -> list[str | None]:
    found = cite(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    return [one.pinpoint for one in found]


@pytest.mark.parametrize("notes", [NOTES, " 5 See one. 6 See two. 7 See three."])
def test_a_mark_that_is_due(notes: str) -> None:
    assert pinpoints(f"Text.5 See A/HRC/15/2, para. 5.6 The Committee said so.7 End.{notes}") == ["5"]


def test_two_of_them() -> None:
    text = f"Text.5 See A/HRC/15/2, para. 5.6 The Committee also cites A/HRC/15/3, para. 8.7 End.8{NOTES}8 See four.\n"
    assert pinpoints(text) == ["5", "8"]


@pytest.mark.parametrize(
    "text",
    [
        f"Text.5 See A/HRC/15/2, para. 5.6 The Committee said so.6 More.7 End.{NOTES}",
        f"Text.4 See A/HRC/15/2, para. 5.6 The Committee said so.7 End.{NOTES}",
        "Text.5 See A/HRC/15/2, para. 5.6 The Committee said so.7 End.",
        "See A/HRC/15/2, para. 5.6 The Committee said so.",
    ],
)
def test_a_number_that_is_whole(text: str) -> None:
    assert pinpoints(text) == ["5.6"]
