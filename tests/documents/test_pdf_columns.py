"""PDFs: columns of few lines, and contents beside text, are read one after the other, or their page is told."""

from __future__ import annotations

import itertools

import pytest
from hand_written_pdf import Printed, column, read
from mandate_data.documents import Document

LEFT = (
    "The Committee recalls",
    "its report on the sale",
    "of children and asks",
    "States to adopt laws",
    "that protect them in",
    "every region. Measures",
    "are few, and courts are",
    "slow to act on them.",
)
RIGHT = (
    "In its resolution 7/13",
    "the Council decided that",
    "the mandate should go",
    "on for three years. The",
    "holder reports to the",
    "Assembly each year and",
    "works with those who",
    "write laws and policies.",
)
WIDEST = 104  # points that a line of the left column takes in Helvetica of 10 points
CONTENTS = (
    "I. Introduction .......... 1",
    "II. Framework .......... 3",
    "III. Visits .......... 9",
    "Annex .......... 21",
)
TOLD = "the order of the words in {} lines that may be columns of text"


def text(document: Document) -> str:
    return " ".join(block.text.value for block in document.blocks)


def told(document: Document) -> list[tuple[int, str]]:
    return [(one.page, one.what) for one in document.left_out]


def line_by_line(*columns: list[Printed]) -> list[Printed]:
    return [line for row in itertools.zip_longest(*columns) for line in row if line]


@pytest.mark.parametrize("gutter", [10, 12, 14, 30])
@pytest.mark.parametrize("count", [3, 4, 6, 8])
def test_columns_of_few_lines_are_read_one_after_the_other(gutter: int, count: int) -> None:
    document = read([*column(LEFT[:count], 60), *column(RIGHT[:count], 60 + WIDEST + gutter)])
    assert text(document) == " ".join([*LEFT[:count], *RIGHT[:count]])
    assert told(document) == []


@pytest.mark.parametrize("gutter", [4, 5, 6, 7])
@pytest.mark.parametrize("count", [3, 5, 6, 8])
def test_so_are_those_with_a_gutter_as_narrow_as_a_gap_between_words(gutter: int, count: int) -> None:
    above = (60, 724, "The text above the columns reaches over their gutter.")
    below = (60, 700 - 12 * count - 12, "So does the text below them.")
    document = read([above, *column(LEFT[:count], 60), *column(RIGHT[:count], 60 + WIDEST + gutter), below])
    assert text(document) == " ".join([above[2], *LEFT[:count], *RIGHT[:count], below[2]])
    assert told(document) == []


@pytest.mark.parametrize(
    ("cells", "beside", "x"),
    [
        (("Ghana", "Chile", "Nepal", "Spain"), ("2013", "1999", "2008", "1993"), 94),
        (("1.", "2.", "3.", "4."), ("The first of the articles", "the next", "another article", "and the last"), 73),
    ],
    ids=["cells", "numbers of items"],
)
def test_what_is_no_text_on_one_side_stays_in_its_lines(
    cells: tuple[str, ...], beside: tuple[str, ...], x: int
) -> None:
    document = read([*column(cells, 60), *column(beside, x)])
    said = text(document).replace(" | ", " ")
    assert said == " ".join(f"{one} {other}" for one, other in zip(cells, beside, strict=True))


@pytest.mark.parametrize("lower", [0, 4])
def test_so_are_they_if_the_right_one_was_drawn_first_or_is_shorter(lower: int) -> None:
    document = read([*column(RIGHT[:5], 60 + WIDEST + 12, top=700 - lower), *column(LEFT, 60)])
    assert text(document) == " ".join([*LEFT, *RIGHT[:5]])
    assert told(document) == []


@pytest.mark.parametrize("gutter", [10, 12, 14, 30])
@pytest.mark.parametrize("count", [6, 8])
def test_columns_that_were_drawn_line_by_line_are_known_by_their_sentences(gutter: int, count: int) -> None:
    lines = line_by_line(column(LEFT[:count], 60), column(RIGHT[:count], 60 + WIDEST + gutter))
    document = read(lines)
    assert text(document) == " ".join([*LEFT[:count], *RIGHT[:count]])
    assert told(document) == []


@pytest.mark.parametrize(
    ("gutter", "count", "lines"),
    [
        (12, 3, "3 lines"), (12, 2, "2 lines"), (30, 2, "2 lines"), (5, 2, "2 lines"), (5, 3, "3 lines"),
        (5, 6, "a line"), (4, 8, "3 lines"),
    ],
)  # fmt: skip
def test_of_fewer_lines_and_of_narrower_gutters_the_page_is_told(gutter: int, count: int, lines: str) -> None:
    document = read(line_by_line(column(LEFT[:count], 60), column(RIGHT[:count], 60 + WIDEST + gutter)))
    assert sorted(text(document).replace("|", "").split()) == sorted(" ".join([*LEFT[:count], *RIGHT[:count]]).split())
    assert told(document) == [(1, f"the order of the words in {lines} that may be columns of text")]


def test_text_below_columns_is_read_after_them() -> None:
    below = (60, 700 - 12 * 8, "This is text below.")
    document = read([*column(LEFT, 60), *column(RIGHT, 60 + WIDEST + 12), below])
    assert text(document) == " ".join([*LEFT, *RIGHT, below[2]])


def test_lists_in_columns_follow_the_order_in_which_they_were_drawn_and_are_told() -> None:
    lists = [
        ("Plan of Action", "Sale of Children", "Code of Conduct"),
        ("Rights of All", "Work of States", "Aid in Need"),
    ]
    document = read([*column(lists[0], 60), *column(lists[1], 190)])
    assert text(document) == " ".join([*lists[0], *lists[1]])
    assert told(document) == [(1, TOLD.format(6))]


@pytest.mark.parametrize("leading", [12, 14, 18])
@pytest.mark.parametrize("text_first", [False, True])
def test_contents_beside_text_are_read_apart(leading: int, text_first: bool) -> None:
    contents, beside = column(CONTENTS, 60, leading), column(RIGHT, 220)
    document = read([*beside, *contents] if text_first else [*contents, *beside])
    assert text(document) == " ".join([*CONTENTS, *RIGHT])
    assert told(document) == []


def test_page_numbers_that_stand_apart_belong_to_the_contents() -> None:
    contents = [("Introduction to all", "1"), ("The legal framework", "3"), ("Visits to countries", "12")]
    entries = [
        line
        for n, (entry, page) in enumerate(contents)
        for line in column((entry,), 60, top=700 - 14 * n) + column((page,), 170, top=700 - 14 * n)
    ]
    document = read([*entries, *column(RIGHT, 220)])
    assert text(document) == " ".join([*(f"{entry} {page}" for entry, page in contents), *RIGHT])
    assert told(document) == []


def test_contents_that_were_drawn_among_the_text_are_told() -> None:
    lines = sorted([*column(CONTENTS, 60, 18), *column(RIGHT, 220)], key=lambda line: -line[1])
    (finding,) = told(read(lines))
    assert finding[1].endswith("lines that may be columns of text")


def test_a_table_is_not_told() -> None:
    rows = [
        ("Visit to Ghana in 2013", "Report to the Council"),
        ("Visit to Fiji in 1999", "Report to the Assembly"),
        ("Visit to Chile in 2008", "Report of the Expert"),
        ("Visit to Nepal in 1993", "Report with an Annex"),
    ]
    document = read(
        line_by_line(*(column(tuple(cells), x) for x, cells in zip((60, 260), zip(*rows, strict=True), strict=True)))
    )
    assert [tuple(cell.value for cell in block.cells) for block in document.blocks] == rows
    assert told(document) == []


def test_wide_gaps_of_justified_lines_are_no_columns() -> None:
    lines = [
        [(60, "The first working method is"), (205, "engagement with every stakeholder")],
        [(60, "governments and all of the"), (198, "organizations, their fellow rapporteurs,")],
        [(60, "treaty bodies and of society"), (209, "among them. And among others it is")],
    ]
    placed = [(x, 700 - 12 * number, piece) for number, line in enumerate(lines) for x, piece in line]
    document = read(placed)
    assert text(document) == " ".join(piece for line in lines for _, piece in line)
    assert told(document) == []
