"""PDFs: numbers of lines in the margin of a draft are not text; other numbers at the left of lines are."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import Printed, made, printed
from mandate_data.documents import Document, LeftOut

LINES = [
    "The Council went on with what it had begun in May and asked the",
    "States for a reply by the end of June, so that all of them could be",
    "heard in the autumn of that year. It has since been told by many of",
    "those who live in the region that nothing was done to help them in",
    "the years that followed, and that the reports of the mandate were",
    "not read by those who should have read them before any of the rest.",
    "The Council will come back to this when it meets in the spring and",
    "hear what the holders of the mandate have to say about it and those",
    "who took part in their work, among them the States of the region and",
    "the bodies that they have set up for this aim, which are many today.",
]


def read(lines: list[Printed]) -> Document:
    return read_pdf(made(printed(*lines)))


def text(lines: list[str]) -> list[Printed]:
    return [(100, 700 - 12 * place, line) for place, line in enumerate(lines)]


def told(count: int) -> tuple[LeftOut, ...]:
    return (LeftOut("numbers of lines in the margin", count, page=1),)


@pytest.mark.parametrize("margin", [70, 480])
@pytest.mark.parametrize("step", [1, 2])
def test_numbers_in_the_margin_are_told(margin: int, step: int) -> None:
    numbers = [(margin, 700 - 12 * (place - 1), str(place)) for place in range(step, 10, step)]
    document = read([*text(LINES), *numbers])
    assert [block.text.value for block in document.blocks] == [" ".join(LINES)]
    assert document.left_out == told(len(numbers))


def test_a_ruler_need_not_be_level_with_the_lines() -> None:
    numbers = [(70, 705 - 9 * place, str(place)) for place in range(1, 25)]
    document = read([*text(LINES), *numbers])
    assert [block.text.value for block in document.blocks] == [" ".join(LINES)]
    assert document.left_out == told(24)


def test_numbers_of_the_rows_of_a_table_are_text() -> None:
    rows = ["albania", "benin", "chad", "denmark", "ecuador", "fiji"]
    numbers = [(70, 700 - 12 * place, str(place + 1)) for place in range(6)]
    document = read([(70, 740, "The States that were visited are these:"), *text(rows), *numbers])
    assert document.left_out == ()
    words = " ".join(block.text.value for block in document.blocks).replace("|", " ").split()
    assert [word for word in words if word.isdigit()] == ["1", "2", "3", "4", "5", "6"]


def test_numbers_of_paragraphs_are_text() -> None:
    lines = [line for place, line in enumerate(LINES[:8]) if place % 2 == 0]
    numbers = [(70, 700 - 24 * place, str(place + 1)) for place in range(4)]
    below = [(100, 688 - 24 * place, LINES[2 * place + 1]) for place in range(4)]
    document = read([*[(100, 700 - 24 * place, line) for place, line in enumerate(lines)], *below, *numbers])
    assert document.left_out == ()
