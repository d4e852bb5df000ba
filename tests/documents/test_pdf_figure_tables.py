"""Tables of numbers in PDFs that end, or are centred, at one place in each column, without rules; and what is none."""

from __future__ import annotations

import random
from itertools import groupby

import pytest
from document_support import read_pdf
from hand_written_pdf import Printed, made, printed
from mandate_data.documents import Document, LeftOut
from weasyprint import HTML

DIGIT = 5  # points that a figure takes in Helvetica of 9 points, and half of it a comma
BEFORE = (
    "It was found in 2015 that 34 of the 47 States had adopted such laws, while 13 had not yet done so; in 2016 the "
    "number rose to 41, and 6 States said that they would follow before the end of 2017."
)
AFTER = "The figures above are those that the States sent to the secretariat, and no other source has confirmed them."
YEARS = [
    ["Year", "2014", "2015", "2016", "2017"],
    ["Children", "120", "98", "1,204", "77"],
    ["Women", "9", "12", "8", "110"],
    ["Men", "45", "3", "61", "7"],
    ["All", "174", "113", "1,273", "194"],
]
BUDGET = [
    ["Component", "Approved", "Spent", "Difference"],
    ["Military personnel", "1 204 500", "1 198 233", "6 267"],
    ["Civilian personnel", "350 000", "361 250", "(11 250)"],
    ["Operational costs", "98 400", "–", "98 400"],
    ["Furniture", "", "15.2", ""],
    ["Change", "45%", "-2.5%", "n/a"],
    ["Total", "1 660 150", "1 566 733", "93 417"],
]
LABELS = [
    ["Region", "Country", "2014", "2015", "2016"],
    ["Africa", "Ghana", "12", "7", "103"],
    ["Africa", "Mali", "1", "22", "9"],
    ["Asia", "Republic of Korea", "3", "15", "27"],
    ["Total", "", "16", "44", "139"],
]
POSTS = [
    ["Unit", "Posts"],
    ["Office of the Director", "12"],
    ["Field office in Dakar", "7"],
    ["Registry", "104"],
    ["Total", "123"],
]
GROUPS = [
    ["Category", "2014", "2015", "2016"],
    ["Professional", "", "", ""],
    ["P-5", "2", "3", "3"],
    ["P-4", "11", "12", "9"],
    ["General Service", "", "", ""],
    ["Principal level", "4", "5", "10"],
    ["Other level", "21", "19", "8"],
]
TABLES = {"years": YEARS, "budget": BUDGET, "labels": LABELS, "posts": POSTS, "groups": GROUPS}
STYLE = (
    "@page { size: A4; margin: 22mm } body { font: 10pt/1.3 'DejaVu Serif'; text-align: justify } "
    "table { border-collapse: collapse; margin: 8pt 0 } td { vertical-align: top; text-align: left } "
)


def typeset(body: str, style: str) -> Document:
    pdf = HTML(string=f"<html lang='en'><style>{STYLE}{style}</style><body>{body}</body></html>").write_pdf()
    return read_pdf(pdf)


def table(rows: list[list[str]]) -> str:
    """A table whose last columns have numbers, which end at one place."""
    labels = 2 if rows is LABELS else 1
    cells = (
        "".join(f"<td{' class=n' if place >= labels else ''}>{cell}</td>" for place, cell in enumerate(row))
        for row in rows
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def rows_of(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if block.kind == "row"]


def written(rows: list[list[str]]) -> list[str]:
    return [" | ".join(row) for row in rows]


@pytest.mark.parametrize("align", ["right", "center"])
@pytest.mark.parametrize("padding", ["2pt 4pt", "0 8pt"])
@pytest.mark.parametrize("name", [name for name in TABLES if name != "posts"])
def test_numbers_below_each_other_are_a_table_between_paragraphs(name: str, padding: str, align: str) -> None:
    rows = TABLES[name]
    body = f"<p>{BEFORE}</p>{table(rows)}<p>{AFTER}</p>"
    document = typeset(body, f"td {{ padding: {padding} }} .n {{ text-align: {align} }}")
    assert [block.text.value for block in document.blocks] == [BEFORE, *written(rows), AFTER]
    assert document.left_out == ()


@pytest.mark.parametrize("padding", ["1pt 2pt", "2pt 4pt", "0 8pt"])
def test_so_are_single_numbers_with_labels(padding: str) -> None:
    body = f"<p>{BEFORE}</p>{table(POSTS)}<p>{AFTER}</p>"
    document = typeset(body, f"td {{ padding: {padding} }} .n {{ text-align: right }}")
    assert [block.text.value for block in document.blocks] == [BEFORE, *written(POSTS), AFTER]


@pytest.mark.parametrize("font", ["DejaVu Serif", "DejaVu Sans", "DejaVu Sans Mono"])
@pytest.mark.parametrize("align", ["left", "justify"])
def test_text_above_a_narrow_table_is_none_of_its_head(font: str, align: str) -> None:
    """The table is not as wide as the line, and has no labels."""
    rows = [["Year", "Asked", "Given"], ["2014", "1,204", "988"], ["2015", "12", "7"], ["2016", "140", "8"]]
    style = f"body {{ font-family: '{font}'; text-align: {align} }} table {{ margin: 0 }} p {{ margin: 0 }} \
        td {{ padding: 1pt 5pt }} td, .n {{ text-align: right }}"
    for words in range(12, 34):
        text = " ".join(BEFORE.split()[:words])
        document = typeset(f"<p>{text}</p>{table(rows)}<p>{AFTER}</p>", style)
        assert [block.text.value for block in document.blocks] == [text, *written(rows), AFTER]


def width(text: str) -> float:
    return sum(DIGIT if one.isdigit() else DIGIT / 2 for one in text)


def printed_table(
    rows: list[list[str]], left: int = 60, top: int = 700, first: int = 80, gap: int = 14
) -> list[Printed]:
    """Labels, and numbers that end where their column does, row by row."""
    lines: list[Printed] = []
    for place, row in enumerate(rows):
        lines.append((left, top - 12 * place, row[0]))
        for column, cell in enumerate(row[1:], 1):
            if cell:
                end = left + first + column * (5 * DIGIT + gap)
                lines.append((round(end - width(cell)), top - 12 * place, cell))
    return lines


@pytest.mark.parametrize("order", ["rows", "columns", "any"])
def test_the_order_in_which_it_was_drawn_is_of_no_matter(order: str) -> None:
    rows = [[cell.replace(",", "") for cell in row] for row in YEARS]
    lines = printed_table(rows)
    if order == "columns":
        lines = [lines[len(YEARS[0]) * row + column] for column in range(len(YEARS[0])) for row in range(len(YEARS))]
    elif order == "any":
        random.Random(1).shuffle(lines)
    assert rows_of(read_pdf(made(printed(*lines, size=9)))) == written(rows)


def test_a_head_of_several_lines_is_one_row() -> None:
    head = ["State or<br>territory", "Number of<br>visits in<br>the year", "Reports", "Share of<br>all (%)"]
    rows = [["Ghana", "12", "7", "10.3"], ["Mali", "1", "22", "9.0"], ["Nepal", "140", "8", "61.2"]]
    for align in ("right", "center"):
        style = f"td {{ padding: 2pt 4pt; vertical-align: bottom }} .n {{ text-align: right }} \
            tr:first-child .n {{ text-align: {align} }}"
        document = typeset(f"<p>{BEFORE}</p>{table([head, *rows])}", style)
        said = ["State or territory", "Number of visits in the year", "Reports", "Share of all (%)"]
        assert [block.text.value for block in document.blocks] == [BEFORE, *written([said, *rows])]


def test_a_head_over_several_columns_stands_at_the_first() -> None:
    heads = "<tr><td>Region<td colspan=2 class=c>2014–2015<td colspan=2 class=c>2016–2017</tr>"
    rows = [
        ["", "Asked", "Given", "Asked", "Given"],
        ["Africa", "1,204", "988", "455", "7"],
        ["Asia", "12", "1,003", "61", "59"],
        ["Europe", "8", "7", "1,102", "900"],
    ]
    for width_of_table in ("auto", "100%"):
        style = f"table {{ width: {width_of_table} }} td {{ padding: 2pt 5pt }} .n {{ text-align: right }} \
            td.c {{ text-align: center }}"
        body = table(rows).replace("<table>", f"<table>{heads}")
        assert rows_of(typeset(f"<p>{BEFORE}</p>{body}", style)) == [
            "Region | 2014–2015 |  | 2016–2017 | ",
            *written(rows),
        ]


def test_a_label_of_several_lines_is_one_cell() -> None:
    rows = [
        ["Object", "2014", "2015"],
        ["Salaries of those who work in the field offices", "1,204", "988"],
        ["Travel", "12", "1,003"],
        ["Contributions to the joint work of all funds", "8", "61"],
        ["Total", "1,224", "2,052"],
    ]
    for align in ("top", "bottom"):
        style = f"table {{ table-layout: fixed; width: 20em }} td {{ padding: 2pt 4pt; vertical-align: {align} }} \
            td:first-child {{ width: 10em }} .n {{ text-align: right }}"
        assert rows_of(typeset(f"<p>{BEFORE}</p>{table(rows)}<p>{AFTER}</p>", style)) == written(rows)


def test_a_table_goes_on_on_the_next_page_and_in_the_next_column() -> None:
    rows = [[f"Office {chr(65 + place % 26)}", str(place * 37 % 1300), str(place * 91 % 97)] for place in range(53)]
    body = f"<p>{BEFORE}</p>{table([['Office', '2014', '2015'], *rows])}<p>{AFTER}</p>"
    page = typeset(body, "td { padding: 1pt 4pt } .n { text-align: right }")
    assert [block.text.value for block in page.blocks] == [
        BEFORE,
        *written([["Office", "2014", "2015"], *rows]),
        AFTER,
    ]


@pytest.mark.parametrize("count", [8, 9, 10, 11, 12])
def test_a_table_goes_on_in_the_next_column_of_text(count: int) -> None:
    """Wherever the end of the column cuts it."""
    texts = [f"{BEFORE} {place}." for place in range(2 * count)]
    before, after = (
        "".join(f"<p>{text}</p>" for text in texts[:count]),
        "".join(f"<p>{text}</p>" for text in texts[count:]),
    )
    style = "body { columns: 2; font-size: 8pt } td { padding: 1pt 2pt } .n { text-align: right }"
    document = typeset(f"{before}{table(YEARS)}{after}", style)
    assert [block.text.value for block in document.blocks] == [*texts[:count], *written(YEARS), *texts[count:]]


def test_a_table_beside_text_takes_none_of_it() -> None:
    words = f"{BEFORE} {AFTER}".split()
    text = [(320, 700 - 12 * place, " ".join(words[6 * place : 6 * place + 6])) for place in range(8)]
    lines = [*printed_table(YEARS), *text]
    document = read_pdf(made(printed(*lines, size=9)))
    assert rows_of(document) == written(YEARS)


def prose(seed: int) -> str:
    parts = ["In 2014 there were", "of 1,204 children", "some 98 of 120", "and 2015", "Ghana 82% 79%", "Mali 53% 61%"]
    return f"{' '.join(random.Random(seed).choices([*parts, 'the', 'States', 'of 45', 'and 61.2'], k=90))}."


@pytest.mark.parametrize(
    "style",
    [
        "",
        "body { text-align: left }",
        "body { columns: 2; font-size: 8pt }",
        "body { font: 9pt 'DejaVu Sans Mono'; text-align: left }",
    ],
)
def test_text_with_many_numbers_is_no_table(style: str) -> None:
    texts = [prose(seed) for seed in range(12)]
    document = typeset("".join(f"<p>{text}</p>" for text in texts), style)
    assert rows_of(document) == []


OTHERS = {
    "contents": [f"{place}. Part {'.' * (60 - place)} {place + 10}–{place + 12} {place + 3}" for place in range(1, 9)],
    "resolutions": [
        "resolution 7/13 of 28 March 2008",
        "resolution 16/12 of 24 March 2011",
        "resolution 25/10 of 2 May 2014",
    ],
    "addresses": ["Rue de Berne 12", "1201 Geneva 10", "Tel. 41 22 917 12 34", "Fax 41 22 917 56 78"],
    "sums": ["x = 1 + 2 + 3", "y = 3 + 3 + 12", "z = 61 + 4 + 5"],
    "notes": [f"{place} Ibid., p. {place * 7}, {place + 9}." for place in range(10, 20)],
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_lines_with_numbers_are_no_table(name: str) -> None:
    body = "".join(f"<div>{line}</div>" for line in OTHERS[name])
    assert rows_of(typeset(f"<p>{AFTER}</p>{body}", "")) == []


def test_lines_that_end_with_a_number_at_the_right_edge_are_no_table() -> None:
    lines = [f"{prose(place)[:60]} {place}" for place in range(10, 20)]
    body = "".join(f"<div style='text-align: right'>{line}</div>" for line in lines)
    assert rows_of(typeset(body, "")) == []


def test_every_block_of_a_table_has_one_number_of_columns() -> None:
    document = typeset(
        f"{table(YEARS)}<p>{AFTER}</p>{table(BUDGET)}", ".n { text-align: right } td { padding: 2pt 4pt }"
    )
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [{len(row.cells) for row in run} for _, run in groupby(rows, lambda row: row.group)] == [{5}, {4}]


RIGHT = [
    ["Name", "Place of work", "Report"],
    ["Ms. A. Diallo", "the office of the ombudsman for children", "A/HRC/10/2"],
    ["Mr. B. Castro", "the supreme court", "A/HRC/12/49"],
    ["Ms. C. Rao", "the ministry of social affairs and families", "E/CN.4/2001/7"],
]


@pytest.mark.parametrize("align", ["right", "center"])
def test_cells_of_text_are_those_of_a_table_or_reported(align: str) -> None:
    """They are aligned to the right or centred, and were drawn column by column."""
    cells = [
        f"<div style='position: absolute; top: {14 * place}pt; left: {(0, 90, 320)[column]}pt; "
        f"width: {(80, 220, 90)[column]}pt; text-align: {align if column else 'left'}'>{row[column]}</div>"
        for column in range(3)
        for place, row in enumerate(RIGHT)
    ]
    document = typeset(f"<div style='position: relative'>{''.join(cells)}</div>", "")
    told = LeftOut("the order of the words in 4 lines that may be columns of text", page=1)
    assert rows_of(document) == written(RIGHT) or document.left_out == (told,)
