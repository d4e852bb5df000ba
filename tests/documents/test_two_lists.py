"""Where two lists have the numbers of the same marks, the later one is the notes, unless marks are between."""

from __future__ import annotations

import pytest
from document_support import MARKDOWN, PLAIN, blocks

SAID = "The report builds on it.[1] It goes on.[2]"
FIRST = "1. See that States ratify the Protocol.\n\n2. Invite the Council."
LAST = "1. See A/HRC/34/48.\n\n2. Ibid., para. 3."


def notes(text: str, media_type: str) -> list[str]:
    return [block.text.value for block in blocks(text, media_type) if block.kind == "footnote"]


@pytest.mark.parametrize("heading", ["", "Notes\n\n"])
@pytest.mark.parametrize("media_type", [MARKDOWN, PLAIN])
def test_the_later_list_is_the_notes(media_type: str, heading: str) -> None:
    text = f"{SAID}\n\n{FIRST}\n\nThe text goes on for a while.\n\n{heading}{LAST}\n"
    assert notes(text, media_type) == ["See A/HRC/34/48.", "Ibid., para. 3."]


@pytest.mark.parametrize("media_type", [MARKDOWN, PLAIN])
def test_both_are_if_there_are_marks_between(media_type: str) -> None:
    text = f"{SAID}\n\nNotes\n\n{LAST}\n\nAnnex\n\n{SAID}\n\nNotes\n\n{LAST}\n"
    assert notes(text, media_type) == ["See A/HRC/34/48.", "Ibid., para. 3."] * 2


@pytest.mark.parametrize("media_type", [MARKDOWN, PLAIN])
def test_both_are_if_all_of_them_cite(media_type: str) -> None:
    text = f"{SAID}\n\n{LAST}\n\nThe text goes on for a while.\n\n{LAST}\n"
    assert notes(text, media_type) == ["See A/HRC/34/48.", "Ibid., para. 3."] * 2
