"""PDFs: tables without rules right below each other are read by their own columns each."""

from __future__ import annotations

from itertools import groupby

import pytest
from document_support import read_pdf
from hand_written_pdf import Printed, made, printed
from mandate_data.citations import cite
from mandate_data.documents import Document, LeftOut
from weasyprint import HTML

RESOLUTIONS = [
    ("General Assembly resolutions", "Title"),
    ("70/1", "Transforming our world: the 2030 Agenda for Sustainable Development"),
    ("71/313", "Work of the Statistical Commission pertaining to the 2030 Agenda for Sustainable Development"),
    ("72/245", "Promotion and protection of the rights of children"),
]
VISITS = [
    ("Country", "Date", "Report"),
    ("Japan", "19-26 October 2015", "A/HRC/31/58/Add.1"),
    ("Armenia", "13-20 May 2015", "A/HRC/31/58/Add.2"),
    ("Benin", "28 October to 8 November 2013", "A/HRC/25/48/Add.3"),
]
SESSIONS = [
    ("Session", "Resolution", "What it asks for"),
    ("Seventh", "7/13", "The mandate is extended for three years"),
    ("Sixteenth", "16/12", "A holistic approach to the protection of the rights of children who live in the street"),
    ("Twenty-fifth", "25/6", "Access to justice"),
]
COUNCIL = [
    ("Resolution", "Subject"),
    ("S/RES/1261 (1999)", "Children and armed conflict"),
    ("S/RES/1612 (2005)", "Monitoring and reporting on children and armed conflict, and what is done in each country"),
    ("S/RES/1882 (2009)", "Killing and maiming of children"),
]
PROTOCOLS = [
    ("Symbol", "Session", "Date", "Subject"),
    ("A/RES/54/263", "54", "25 May 2000", "Two Optional Protocols, on sale and on armed conflict"),
    ("A/RES/66/138", "66", "19 December 2011", "Optional Protocol on a communications procedure"),
    ("A/RES/44/25", "44", "20 November 1989", "Convention on the Rights of the Child"),
]
BEFORE = "The texts on which the mandate rests, and the visits that were made so far, are listed here."
AFTER = "What follows was taken from reports, which say nothing of the visits that were asked for and never made."
STYLE = """@page { size: A4; margin: 25mm } body { font: 10pt/1.25 "DejaVu Serif" }
    table { width: 100%; border-collapse: collapse; table-layout: fixed } td { padding: 2pt; vertical-align: top }"""

Rows = list[tuple[str, ...]]


def table(rows: Rows, widths: tuple[int, ...]) -> str:
    columns = "".join(f"<col style='width: {width}%'>" for width in widths)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{columns}{body}</table>"


def typeset(body: str, style: str = "") -> Document:
    return read_pdf(HTML(string=f"<html lang=en><style>{STYLE} {style}</style>{body}</html>").write_pdf())


def tables_of(document: Document) -> list[list[str]]:
    rows = [block for block in document.blocks if block.kind == "row"]
    return [[row.text.value for row in group] for _, group in groupby(rows, lambda row: row.group)]


def written(*tables: Rows) -> list[list[str]]:
    return [[" | ".join(row) for row in rows] for rows in tables]


@pytest.mark.parametrize("between", ["", "<p>&nbsp;</p>", "<h3>Country visits</h3>", "<p>The visits were these:</p>"])
@pytest.mark.parametrize(
    ("upper", "lower", "widths"),
    [
        (RESOLUTIONS, VISITS, ((30, 70), (34, 33, 33))),
        (RESOLUTIONS, VISITS, ((45, 55), (20, 40, 40))),
        (RESOLUTIONS, VISITS, ((20, 80), (25, 45, 30))),
        (VISITS, RESOLUTIONS, ((30, 40, 30), (45, 55))),
        (VISITS, SESSIONS, ((34, 33, 33), (20, 20, 60))),
        (RESOLUTIONS, COUNCIL, ((25, 75), (50, 50))),
        (COUNCIL, PROTOCOLS, ((40, 60), (25, 12, 23, 40))),
    ],
)
@pytest.mark.quick(4)
def test_each_table_has_its_own_columns(
    upper: Rows, lower: Rows, widths: tuple[tuple[int, ...], ...], between: str
) -> None:
    body = f"<p>{BEFORE}</p>{table(upper, widths[0])}{between}{table(lower, widths[1])}<p>{AFTER}</p>"
    document = typeset(body)
    assert tables_of(document) == written(upper, lower)
    assert document.left_out == ()


@pytest.mark.parametrize("align", ["right", "center"])
def test_cells_are_aligned_to_the_right_or_centred(align: str) -> None:
    body = f"<p>{BEFORE}</p>{table(RESOLUTIONS, (30, 70))}{table(VISITS, (34, 33, 33))}<p>{AFTER}</p>"
    document = typeset(body, f"td {{ text-align: {align} }}")
    assert tables_of(document) == written(RESOLUTIONS, VISITS)


def test_every_reference_of_two_tables_is_found() -> None:
    document = typeset(table(RESOLUTIONS, (40, 60)) + table(VISITS, (34, 33, 33)))
    found = [one.symbol for one in cite("\n".join(block.text.value for block in document.blocks))]
    resolutions = ["A/RES/70/1", "A/RES/71/313", "A/RES/72/245"]
    assert found == [*resolutions, "A/HRC/31/58/Add.1", "A/HRC/31/58/Add.2", "A/HRC/25/48/Add.3"]


def lines_of(rows: list[tuple[int, tuple[str, ...]]], places: tuple[int, ...]) -> list[Printed]:
    """Rows that are drawn line by line, each at its height; an empty cell has no text."""
    return [(x, y, cell) for y, row in rows for x, cell in zip(places, row, strict=True) if cell]


def test_tables_drawn_line_by_line_are_told_apart() -> None:
    """Lines of a row are as far from each other as rows are, and the tables a little further."""
    upper = [
        (700, ("General Assembly", "Title")),
        (688, ("resolutions", "")),
        (676, ("70/1", "Transforming our world: the 2030 Agenda for Sustainable Development")),
        (664, ("71/313", "Work of the Statistical Commission and of the other organs")),
        (652, ("72/245", "Promotion and protection of the rights of children")),
    ]
    lower = [(630 - 12 * place, row) for place, row in enumerate(VISITS)]
    document = read_pdf(made(printed(*lines_of(upper, (60, 160)), *lines_of(lower, (60, 230, 420)))))
    first = [" | ".join(row) for _, row in upper[2:]]
    assert tables_of(document) == [["General Assembly resolutions | Title", *first], *written(VISITS)]
    assert document.left_out == ()


def test_lines_that_may_be_rows_or_the_rest_of_some_are_reported() -> None:
    """The third line has no first cell, and all lines are as far from each other."""
    upper = [
        (700, ("General Assembly", "Title")),
        (688, ("resolutions", "")),
        (676, ("70/1", "Transforming our world: the 2030 Agenda for Sustainable")),
        (664, ("in part", "Work of the Statistical Commission and of the other organs")),
        (652, ("72/245", "Promotion and protection of the rights of children")),
    ]
    lower = [(630 - 12 * place, row) for place, row in enumerate(VISITS)]
    document = read_pdf(made(printed(*lines_of(upper, (60, 160)), *lines_of(lower, (60, 230, 420)))))
    assert tables_of(document)[-1] == written(VISITS)[0]
    assert document.left_out == (LeftOut("the columns of 5 lines that may be a table", page=1),)


def test_a_head_whose_cells_are_as_near_as_words_is_of_its_table() -> None:
    rows = [
        ("Resolution", "What the Assembly decided"),
        ("73/155", "To call upon all States to see to it that children are registered at birth, free of charge"),
        ("74/133", "To urge States to pay attention to children who were sold, and to offer them care"),
        ("75/166", "To ask for a report on bullying"),
    ]
    style = "table { width: auto; table-layout: auto }"
    document = typeset(f"<p>{BEFORE}</p>{table(rows, (1, 99))}<p>{AFTER}</p>", style)
    assert tables_of(document) == written(rows)


def test_numbers_within_cells_make_no_columns() -> None:
    """The years and the sessions end at one place each, but dates and subjects have several lines."""
    document = typeset(f"<p>{BEFORE}</p>{table(PROTOCOLS, (16, 10, 18, 56))}<p>{AFTER}</p>")
    assert tables_of(document) == written(PROTOCOLS)


@pytest.mark.parametrize("lines", range(1, 9))
@pytest.mark.quick(2)
def test_rows_that_the_end_of_a_column_of_text_cuts_are_whole_or_reported(lines: int) -> None:
    style = """.two { columns: 2; column-gap: 18pt; column-fill: auto; height: 130mm } * { orphans: 1; widows: 1 }
        table { table-layout: auto }"""
    body = f"{table(RESOLUTIONS, (40, 60))}{table(VISITS, (25, 35, 40))}<p>{AFTER}</p><p>{BEFORE}</p>"
    document = typeset(f"<div class=two>{'The list.<br>' * lines}{body}</div>", style)
    rows = {row for one in tables_of(document) for row in one}
    assert document.left_out or rows >= {row for one in written(RESOLUTIONS, VISITS) for row in one}


def test_text_in_a_narrow_column_is_no_table() -> None:
    """Gaps of justified lines may be wide, and begin at one place in two lines."""
    style = "body { width: 130pt; text-align: justify }"
    document = typeset("".join(f"<p>{BEFORE} {AFTER} {BEFORE}</p>" for _ in range(6)), style)
    assert tables_of(document) == []


def test_a_table_in_one_of_two_columns_of_text_is_none_of_that_in_the_other() -> None:
    style = ".two { columns: 2; column-gap: 18pt } table { break-inside: avoid; table-layout: auto }"
    body = f"<div class=two><p>{AFTER}</p>{table(RESOLUTIONS, (30, 70))}<p>{AFTER}</p>{table(COUNCIL, (50, 50))}</div>"
    assert tables_of(typeset(body, style)) == written(RESOLUTIONS, COUNCIL)


def test_a_page_of_one_table_is_one_part() -> None:
    rows = [*VISITS, ("Papua New Guinea", "28 November to 9 December 2016", "A/HRC/34/55/Add.1 and its annex")]
    document = typeset(f"{table([*rows, *rows[1:], *rows[1:]], (25, 40, 35))}")
    assert tables_of(document) == written([*rows, *rows[1:], *rows[1:]])
