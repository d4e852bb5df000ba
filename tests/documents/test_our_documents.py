"""The documents themselves, as editions and as full texts: every word on its line, every note in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from document_support import misplaced
from mandate_data.documents import Document
from mandate_data.documents.captions import is_caption
from mandate_data.extract import find_sources

ROOT = Path(__file__).parents[2]
NOTES = {"handbook-2016": 63, "leiden-2015": 22}
# Known errors of the sources: a mark that stands twice, marks that are missing.
MARKED_TWICE = {"handbook-2016": ["32"], "leiden-2015": []}
NOT_MARKED = {"handbook-2016": ["33", "47"], "leiden-2015": ["1"]}


@pytest.fixture(scope="session")
def editions() -> dict[str, Document]:
    return {source.source_id: source.read() for source in find_sources(ROOT / "raw")}


@pytest.fixture(scope="session")
def originals(full_texts: Path) -> dict[str, Document]:
    sources = find_sources(ROOT / "raw", full_texts)
    return {source.source_id: source.read() for source in sources}


@pytest.fixture(params=["editions", "originals"])
def documents(request: pytest.FixtureRequest) -> dict[str, Document]:
    found: dict[str, Document] = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("source_id", NOTES)
def test_each_character_stands_on_its_line(source_id: str, documents: dict[str, Document]) -> None:
    assert misplaced(documents[source_id]) == []


@pytest.mark.parametrize("source_id", NOTES)
def test_each_block_begins_and_ends_on_its_lines(source_id: str, documents: dict[str, Document]) -> None:
    document = documents[source_id]
    assert len(document.blocks) > 50
    for block in document.blocks:
        assert 1 <= block.line <= block.end_line <= len(document.lines)
        lines = [line for _, line in block.text.starts]
        assert lines == sorted(lines), f"the block of line {block.line} goes back to an earlier line"


@pytest.mark.parametrize("source_id", NOTES)
def test_notes_are_numbered_without_a_gap(source_id: str, documents: dict[str, Document]) -> None:
    numbers = [block.number for block in documents[source_id].blocks if block.kind == "footnote"]
    assert numbers == [str(number) for number in range(1, NOTES[source_id] + 1)]


@pytest.mark.parametrize("source_id", NOTES)
def test_every_note_is_marked_but_for_the_known_errors(source_id: str, documents: dict[str, Document]) -> None:
    marked = [mark.number for block in documents[source_id].blocks for mark in block.marks]
    notes = [str(number) for number in range(1, NOTES[source_id] + 1)]
    assert [number for number in notes if number not in marked] == NOT_MARKED[source_id]
    assert [number for number in notes if marked.count(number) > 1] == MARKED_TWICE[source_id]
    assert set(marked) <= set(notes)


def test_editions_hold_nothing_that_must_be_set_aside(editions: dict[str, Document]) -> None:
    """But for the imprint, which stands under the heading of the image credits."""
    assert editions["leiden-2015"].set_aside == ()
    handbook = editions["handbook-2016"]
    heading = next(block for block in handbook.blocks if block.text.value == "IMAGE CREDITS")
    assert all(first > heading.line for first, _ in handbook.set_aside)


def test_captions_and_credits_of_the_full_text_reach_no_block(originals: dict[str, Document]) -> None:
    handbook = originals["handbook-2016"]
    assert len(handbook.set_aside) > 20
    assert not [block.line for block in handbook.blocks if is_caption(block, after_gap=False)]
