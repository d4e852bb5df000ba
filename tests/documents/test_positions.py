"""Each character of a block has its place on the lines of the document."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import FULL_TEXTS, ROOT
from mandate_data.documents import read_document
from mandate_data.documents.document import Text
from mandate_data.documents.positions import columns
from mandate_data.typography import straighten

EDITIONS = sorted(ROOT.glob("raw/*/document.md"))
TEXTS = [*EDITIONS, *sorted(FULL_TEXTS.glob("*.md")), *sorted(FULL_TEXTS.glob("*.txt"))]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_each_character_is_at_its_place(path: Path) -> None:
    document = read_document(path, "text/markdown" if path.suffix == ".md" else "text/plain", "a-source")
    for block in document.blocks:
        places = columns(block.text, document.lines)
        assert len(places) == len(block.text.value)
        for sign, (line, column) in zip(block.text.value, places, strict=True):
            if not sign.isspace() and sign != "|":
                assert straighten(document.lines[line - 1][column]) in (straighten(sign), "&")


@pytest.mark.parametrize(
    ("line", "text", "word", "start"),
    [
        ("- so *it*[^1] is", "so it is", "is", 14),
        ("12 [^12] 12 children", "12 12 children", "12 children", 9),
        ("a &amp; b &#167; c", "a & b § c", "c", 17),
        ("see [A/1](http://x.org/A/1), A/2", "see A/1, A/2", "A/2", 29),
        ("| 2016 | 2017 | 2016 |", "2016 | 2017 | 2016", "2017 | 2016", 9),
        ("(x)\tMission to (y)", "(x) | Mission to (y)", "Mission", 4),
        ("<http://www.un.org/> says", "http://www.un.org/ says", "http", 1),
        ("\\* no star", "* no star", "no", 3),
    ],
)
def test_markup_is_passed_over(line: str, text: str, word: str, start: int) -> None:
    places = columns(Text(text, ((0, 1),)), [line])
    assert places[text.rindex(word)] == (1, start)


def test_a_cell_is_found_behind_the_one_before_it() -> None:
    line = "| Mission to Fiji | Mission to Tonga |"
    assert columns(Text("Mission to Tonga", ((0, 1),)), [line])[0] == (1, 20)


@pytest.mark.parametrize(
    ("line", "run", "start"),
    [
        ("education is what the            tion of all children", "tion of all children", 33),
        ("49 of the reports              4", "4", 31),
        ("the right of right holders     right", "right", 31),
        ("as the right of right holders", "right holders", 16),
    ],
)
def test_a_run_begins_where_a_column_does_and_within_no_word(line: str, run: str, start: int) -> None:
    assert columns(Text(run, ((0, 1),)), [line])[0] == (1, start)
