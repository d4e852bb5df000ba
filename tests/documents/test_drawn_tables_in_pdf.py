"""Tables that are drawn with signs in a PDF, and tables in the cells of others, are read cell by cell."""

from __future__ import annotations

from html import escape

import pytest
from document_support import read_pdf
from mandate_data.documents import Document
from test_drawn_tables import DRAWN, GRID, MULTILINE, READ
from typesetting import typeset_html

MONOSPACED = "@page :right { @top-right { content: none } } pre { font: 8pt 'DejaVu Sans Mono', monospace }"
RULED = "td { border: 0.5pt solid; padding: 3pt } table { border-collapse: collapse }"
INNER = "<table><tr><td>A/HRC/26/31</td><td>32 words</td></tr><tr><td>A/HRC/26/33</td><td>34</td></tr></table>"


def drawn(table: str) -> Document:
    body = f"<p>The text before it, in full.</p><pre>{escape(table)}</pre><p>The text behind it, in full.</p>"
    return read_pdf(typeset_html(body, MONOSPACED))


SMALL = [["a", "决议"], ["S/1/2", "决议 foo"]]
NAMES = [["Name", "Other"], ["A/1", "One"], ["A/2", "Two"]]
PAGE_NUMBER = "running heads, feet and page numbers"


def told(document: Document) -> list[tuple[int, str]]:
    return [(one.page, one.reason) for one in document.left_out if one.what != PAGE_NUMBER]


def rows(document: Document) -> list[list[str]]:
    return [[cell.value for cell in block.cells] for block in document.blocks if block.kind == "row"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (GRID, READ),
        (
            "┌────┬──────┐\n│ a  │ 决议 │\n├────┼──────┤\n│ S/ │ 决议 │\n│1/2 │ foo  │\n└────┴──────┘\n",
            SMALL,
        ),
        (MULTILINE, [["Symbol", "Title (short)"], *READ[1:]]),
        (
            "====  =====\nName  Other\n====  =====\nA/1   One\nA/2   Two\n====  =====\n",
            NAMES,
        ),
    ],
    ids=["grid", "box", "multiline", "RST"],
)
def test_a_table_drawn_with_signs_is_read_cell_by_cell(table: str, expected: list[list[str]]) -> None:
    document = drawn(table)
    assert rows(document) == expected
    assert told(document) == []
    assert [block.text.value for block in document.blocks if block.kind != "row"] == [
        "The text before it, in full.",
        "The text behind it, in full.",
    ]


def test_a_drawn_table_whose_cells_are_not_certain_is_told_with_its_page() -> None:
    document = drawn("+---+---+\n| a | b |\n+---+---+\n| c | d |\n|   | e |\n| f | g |\n+---+---+\n")
    assert told(document) == [(1, DRAWN)]


def test_rules_of_dashes_alone_are_no_table() -> None:
    assert rows(drawn("-----------\nSome text of a box\n-----------\n")) == []


@pytest.mark.parametrize("margin", ["3pt", "0 0 3pt"])
def test_cells_of_a_table_within_a_cell_are_parted_by_bars(margin: str) -> None:
    outer = (
        f"<table><tr><td>First {INNER} Last</td><td>A/HRC/26/35</td></tr><tr><td>S/1998/346</td><td>7</td></tr></table>"
    )
    document = read_pdf(typeset_html(outer, f"{RULED} td table {{ margin: {margin} }}"))
    inner = "First | A/HRC/26/31 | 32 words | A/HRC/26/33 | 34 | Last"
    assert rows(document) == [[inner, "A/HRC/26/35"], ["S/1998/346", "7"]]


def test_a_box_without_text_ends_no_reading() -> None:
    document = drawn("+---+---+\n|   |   |\n|   +---+\n|   |   |\n+---+---+\n")
    assert rows(document) == []
    assert document.blocks[0].text.value == "The text before it, in full."
