"""PDFs: columns that their shape does not tell are known by the order in which they were drawn."""

from __future__ import annotations

import itertools

import pytest
from hand_written_pdf import Printed, column, read
from mandate_data.documents import Document

LEFT = (
    *("Methods", "The report rests on", "1. visits to States", "2. letters, urgent or not", "3. replies of States"),
    *("that came in time.", "Sources", "Most of them are public.", "Others are", "on file with the Office."),
    *("Limits of the data", "Data are few and late.", "Terms", "We say child", "for all below 18 years."),
)
RIGHT = (
    *("Findings", "States answered in 41 cases.", "Courts of law", "Cases take years", "to be heard by a judge."),
    *("Police", "Units exist in 12 States", "but lack staff and money.", "Schools", "Pupils are told of rights."),
    *("Budget of the States", "It shrank again.", "Law", "Few laws were adopted", "in the year of the report."),
)
"""Lines of columns that are neither full nor of one kind."""
GUTTER = 200


def lines_of(document: Document) -> list[str]:
    return [line for line in document.lines if line]


BODY = [*column(LEFT, 60), *column(RIGHT, GUTTER)]


def test_long_columns_are_read_one_after_the_other_whatever_their_lines_are() -> None:
    assert " ".join(lines_of(read(BODY))).split() == " ".join([*LEFT, *RIGHT]).split()


def test_the_same_lines_drawn_row_by_row_are_a_table() -> None:
    rows = [line for row in itertools.zip_longest(column(LEFT, 60), column(RIGHT, GUTTER)) for line in row if line]
    kinds = {block.kind for block in read(rows).blocks}
    assert kinds == {"row"}


@pytest.mark.parametrize("drawn_first", [True, False])
@pytest.mark.parametrize("top", [720, 715])
def test_a_head_of_the_page_is_no_line_of_the_columns_below(drawn_first: bool, top: int) -> None:
    head = [(60, top, "Annual report"), (GUTTER, top, "Chapter 2")]
    document = read([*head, *BODY] if drawn_first else [*BODY, *head])
    words = " ".join(lines_of(document)).split()
    assert words == " ".join(["Annual report Chapter 2", *LEFT, *RIGHT]).split()


def test_neither_is_a_foot_nor_a_page_number_between_the_columns() -> None:
    bottom = 700 - 12 * len(LEFT) - 10
    foot = [(60, bottom, "A journal"), (GUTTER, bottom, "Preprint")]
    words = " ".join(lines_of(read([*BODY, *foot]))).split()
    assert words == " ".join([*LEFT, *RIGHT, "A journal Preprint"]).split()
    numbered = [*BODY, (180, bottom, "12")]
    assert " ".join(lines_of(read(numbered))).split() == " ".join([*LEFT, *RIGHT, "12"]).split()


def test_names_of_authors_above_columns_are_read_before_them() -> None:
    authors = [*column(("Ada Example", "A Town"), 60, top=740), *column(("Bob Sample", "B Village"), GUTTER, top=740)]
    words = " ".join(lines_of(read([*authors, *BODY]))).replace(" |", "").split()
    assert sorted(words[:8]) == sorted(["Ada", "Example", "A", "Town", "Bob", "Sample", "B", "Village"])
    assert words[8:] == " ".join([*LEFT, *RIGHT]).split()


def test_labels_that_stand_apart_belong_to_the_works_behind_them() -> None:
    works = tuple(f"Author {number}. A work." for number in range(len(RIGHT)))
    labels = [(GUTTER, y, f"[{number}]") for number, (_, y, _) in enumerate(column(works, GUTTER))]
    listed = [one for pair in zip(labels, column(works, GUTTER + 30), strict=True) for one in pair]
    words = " ".join(lines_of(read([*column(LEFT, 60), *listed]))).split()
    assert words == " ".join([*LEFT, *(f"[{number}] {work}" for number, work in enumerate(works))]).split()


def test_leaders_part_no_columns() -> None:
    titles = ("Restrictions on imports", "Rules", "Its options", "Targets of all", "Variables", "The place of files")
    contents: list[Printed] = []
    for number, title in enumerate(titles * 3):
        y, first = 700 - 12 * number, 84 + 6 * len(title)
        dots = [(x, y, ".") for x in range(first - first % 6, 420, 6)]
        contents += [(60, y, f"{number + 1}."), (76, y, title), *dots, (424, y, str(20 + number))]
    found = [line.replace(" |", "").replace(" .", "") for line in lines_of(read(contents))]
    assert found == [f"{number + 1}. {title} {20 + number}" for number, title in enumerate(titles * 3)]


def test_rows_of_a_table_are_told_by_the_room_that_a_first_cell_had() -> None:
    rows = {"Chad": "A visit of a week", "Mali": "Two visits", "Bosnia and Herzegovina": "One visit in 2005"}
    more = {"Peru": "Letters alone", "Togo": "No reply"}
    lines: list[Printed] = []
    for number, (first, second) in enumerate((rows | more).items()):
        y = 700 - 12 * number - 14 * (number > 2)
        lines += [(60, y, first), (GUTTER + 40, y, second)]
    found = [tuple(cell.value for cell in block.cells) for block in read(lines).blocks]
    assert found[:3] == list(rows.items())


def test_a_first_cell_that_fills_its_column_goes_on_in_the_next_line() -> None:
    cells = (("Special Rapporteur on the", "A report of the year"), ("sale of children and on", "2005 to the Council"))
    lines: list[Printed] = []
    for number in range(6):
        y = 700 - 12 * number - 14 * (number // 2)
        first, second = cells[number % 2]
        lines += [(60, y, first), (GUTTER + 40, y, second)]
    found = [tuple(cell.value for cell in block.cells) for block in read(lines).blocks]
    assert found == [(f"{cells[0][0]} {cells[1][0]}", f"{cells[0][1]} {cells[1][1]}")] * 3


def test_leaders_that_end_at_a_gutter_join_no_text_of_the_next_column() -> None:
    titles = ("The first year", "What was asked", "Methods of work", "Visits to States", "Letters to all") * 2
    contents = [
        (60, 700 - 12 * number, f"{title} " + "." * int((123 - 5 * len(title)) / 2.78) + " 3")
        for number, title in enumerate(titles)
    ]
    split = [(x, y, text.rpartition(" ")[0] if place % 2 else text) for place, (x, y, text) in enumerate(contents)]
    prose = (
        "The report says what",
        "was done in the year",
        "and what is left to",
        "do in those that",
        "come, and by whom.",
    )
    text = [(GUTTER + 8, 700 - 12 * number, line) for number, line in enumerate(prose * 2)]
    words = " ".join(lines_of(read([*split, *text])))
    assert " ".join(prose * 2) in words
