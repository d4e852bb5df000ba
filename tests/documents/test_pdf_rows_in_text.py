"""PDFs: lines of a paragraph that may be rows of a table are reported by page; ordinary lines are not."""

from __future__ import annotations

import pytest
from hand_written_pdf import Printed, read

TEXT: list[Printed] = [
    (60, 740 - 14 * number, "The Council met and spoke at length about the lamps, and about those who keep them on")
    for number in range(4)
]


def rows(gap: int, *cells: tuple[str, str]) -> list[Printed]:
    return [
        printed
        for number, (first, second) in enumerate(cells)
        for printed in ((60, 660 - 14 * number, first), (60 + gap, 660 - 14 * number, second))
    ]


def reported(lines: list[Printed]) -> list[tuple[int, str]]:
    return [(one.page, one.what) for one in read(lines).left_out]


@pytest.mark.parametrize("gap", [36, 60])
def test_rows_of_a_table_without_rules_are_read_as_a_table_or_reported(gap: int) -> None:
    document = read([*TEXT, *rows(gap, ("70/1", "Transforming it"), ("71/313", "Work of all"))])
    told = [(1, "the columns of 2 lines that may be a table")]
    has_rows = any(block.kind == "row" for block in document.blocks)
    assert has_rows or [(one.page, one.what) for one in document.left_out] == told


@pytest.mark.parametrize(
    "cells", [(("The", "Council met"), ("The", "Assembly did")), (("1.", "Foo of it"), ("12.", "Bar of it"))]
)
def test_lines_that_begin_alike_are_not(cells: tuple[tuple[str, str], ...]) -> None:
    gap = 21 if cells[0][0] == "The" else 24
    assert reported([*TEXT, *rows(gap, *cells)]) == []


def test_text_is_not() -> None:
    assert reported(TEXT) == []
