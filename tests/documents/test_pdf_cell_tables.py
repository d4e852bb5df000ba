"""PDFs: tables without rules whose cells wrap and are aligned in any way, at any place of a page."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from hand_written_pdf import Printed, column, made, printed
from mandate_data.documents import Document, LeftOut
from weasyprint import HTML

PROSE = (
    "The visits of the last years and the reports on them are listed in the table that follows this text, which says "
    "of each of them what was asked for, by whom, and what became of it until the end of the session of the Council."
)
ROWS = [
    ("State", "What was asked for", "Answer", "Basis"),
    ("Ghana", "Build shelters for children who were sold", "No", "Resolution 60/251 of the General Assembly"),
    ("Fiji", "Train judges in every region of the country", "Within two years, as far as funds allow", "A/HRC/25/48"),
    ("Nepal", "Adopt laws", "Yes", "Council resolution 16/21 and the annex to it"),
    ("Papua New Guinea", "Keep a register of births in each province", "Yes", "E/CN.4/1994/84"),
]
PAGE = "@page { size: A4; margin: 25mm } body { font: 10pt/1.3 'DejaVu Serif' } "


def table(rows: list[tuple[str, ...]], style: str = "") -> str:
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table style='{style}'>{body}</table>"


def typeset(body: str, style: str) -> Document:
    return read_pdf(HTML(string=f"<html lang=en><style>{style}</style><body>{body}</body></html>").write_pdf())


def rows_of(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if block.kind == "row"]


def written(rows: list[tuple[str, ...]]) -> list[str]:
    return [" | ".join(row) for row in rows]


@pytest.mark.parametrize("place", ["top", "middle"])
@pytest.mark.parametrize("align", ["right", "center"])
@pytest.mark.quick(2)
def test_cells_of_several_lines_are_whole(align: str, place: str) -> None:
    style = f"{PAGE} table {{ border-collapse: collapse }} td {{ border: none; padding: 2pt; font-size: 10pt; "
    style += f"text-align: {align}; vertical-align: {place}; width: 25% }} td:first-child {{ text-align: left }}"
    document = typeset(f"<p>{PROSE}</p>{table(ROWS)}<p>{PROSE}</p>", style)
    assert rows_of(document) == written(ROWS)
    assert [block.text.value for block in document.blocks if block.kind == "paragraph"] == [PROSE, PROSE]
    assert document.left_out == ()


def test_a_table_within_one_of_two_columns_goes_on_in_the_next() -> None:
    """The end of the column cuts a row."""
    style = f"{PAGE} .two {{ columns: 2; column-gap: 14pt; height: 190pt; column-fill: auto; text-align: justify }}"
    style += "* { orphans: 1; widows: 1 } td { border: none; padding: 2pt; font-size: 9pt; text-align: center }"
    rows = [tuple(row[:3]) for row in ROWS]
    document = typeset(f"<div class=two>{table(rows)}<p>{PROSE}</p></div>", style)
    assert rows_of(document) == written(rows)
    assert document.blocks[-1].text.value == PROSE


def test_justified_lines_around_a_table_are_none_of_its_rows() -> None:
    """Their gaps are as wide as each other, wherever the columns of the table begin."""
    style = f"{PAGE} body {{ width: 200pt; text-align: justify }} td {{ border: none; padding: 1pt; font-size: 9pt; "
    style += "text-align: right } td:first-child { text-align: left }"
    rows = [tuple(row[:2]) for row in ROWS]
    text = " ".join(
        f"Notwithstanding what {place} intergovernmental organizations had recommended{', as ever' * (place % 3)}, it "
        f"{'administered' if place % 2 else 'went on with'} the misunderstood programme."
        for place in range(8)
    )
    document = typeset(f"<p>{text}</p>{table(rows)}<p>{text}</p>", style)
    assert rows_of(document) == written(rows)
    assert document.left_out == ()


def test_the_rest_of_one_cell_that_a_page_cuts_belongs_to_its_row() -> None:
    long = ("Chad", "Say to the Council and to each of its members by the end of the year what was done", "Yes")
    rows = [*(tuple(row[:3]) for row in ROWS), long, *(tuple(row[:3]) for row in ROWS[1:4])]
    style = "@page { size: 120mm 72mm; margin: 10mm } * { orphans: 1; widows: 1 } table { width: 100mm } "
    style += "td { border: none; padding: 2pt; font-size: 10pt; text-align: right; vertical-align: top; width: 30% }"
    assert rows_of(typeset(table(rows), style)) == written(rows)


INNER = [("Fiji", "A/HRC/25/48"), ("Chad, and later Nepal", "A/HRC/31/58 and its annex")]


@pytest.mark.parametrize("rules", ["border: 0.5pt solid", "border: none"])
def test_a_table_without_rules_within_a_cell_is_read_with_bars(rules: str) -> None:
    style = f"{PAGE} td {{ {rules}; padding: 3pt; font-size: 10pt; text-align: left }} "
    style += "td td { border: none; text-align: center; width: 100pt }"
    rows = [("State", "What was read"), ("Ghana", table(INNER)), ("Peru", "Nothing of what was asked for by all")]
    document = typeset(f"{table(rows, 'width: 150mm')}<p>{PROSE}</p>", style)
    told = " ".join(rows_of(document))
    assert "Fiji | A/HRC/25/48" in told
    assert "Chad, and later Nepal | A/HRC/31/58 and its annex" in told


@pytest.mark.parametrize("text", ["(a)&emsp;The first<br>(b)&emsp;The second", " ".join(["considerations"] * 30)])
def test_labels_and_justified_lines_within_a_cell_are_no_table(text: str) -> None:
    style = f"{PAGE} td {{ border: 0.5pt solid; padding: 3pt; font-size: 10pt; text-align: justify; width: 50% }}"
    document = typeset(table([("State", "Text"), ("Ghana", text)]), style)
    assert all(row.count("|") == 1 for row in rows_of(document))


def test_a_table_from_right_to_left_is_read_cell_by_cell() -> None:
    rows = [
        ("الدولة", "الطلب الذي قدم إلى الحكومة"),
        ("غانا", "بناء ملاجئ في كل منطقة من مناطق هذا البلد الكبير"),
        ("نيبال", "تدريب القضاة في كل منطقة وفي العاصمة نفسها"),
    ]
    style = "body { direction: rtl; font: 12pt 'DejaVu Sans' } td { border: none; padding: 2pt; text-align: center; "
    style += "width: 90pt; font-size: 12pt; vertical-align: top }"
    document = typeset(table(rows, "width: 180pt"), style)
    assert rows_of(document) == written(rows)


FIRST = (
    "the visit to the north",
    "went on until the end",
    "of May and was then",
    "followed by a report,",
    "as was asked for",
)
SECOND = (
    "was made with leave of",
    "those whom it was to",
    "serve, and of all who",
    "had been heard before",
    "the session began",
)
THIRD = (
    "and what they had said",
    "was written down word",
    "for word, so that no",
    "part of it was lost to",
    "those who read it",
)


def test_narrow_columns_that_were_drawn_in_turn_are_read_apart() -> None:
    """The gaps between the columns are as wide as those between words."""
    lines = [*column(FIRST, 60), *column(SECOND, 162), *column(THIRD, 266)]
    document = read_pdf(made(printed(*lines)))
    assert " ".join(block.text.value for block in document.blocks) == " ".join([*FIRST, *SECOND, *THIRD])
    assert document.left_out == ()


def test_columns_that_were_drawn_line_by_line_are_reported() -> None:
    columns = [column(FIRST, 60), column(SECOND, 158)]
    document = read_pdf(made(printed(*(line for row in zip(*columns, strict=True) for line in row))))
    assert LeftOut("the order of the words in 5 lines that may be columns of text", page=1) in document.left_out


@pytest.mark.parametrize(
    "lines",
    [
        [f"See page {place}: the tool for {what}" for place, what in enumerate(("circles", "lines", "text", "arcs"))],
        [f"{word} of the States of the region" for word in ("Most", "Many of those", "Some", "All but a few")],
    ],
)
def test_lines_that_begin_alike_or_have_no_place_in_common_are_not_reported(lines: list[str]) -> None:
    document = read_pdf(made(printed(*column(tuple(lines), 60))))
    assert document.left_out == ()


def test_what_stands_beside_a_column_of_text_is_read_apart() -> None:
    """A head in the margin, which was drawn later, on other heights."""
    text = tuple(f"line {place} of the text went on about what was said there" for place in range(9))
    margin = [(380, 694, "Shift work"), (380, 681, "interventions")]
    document = read_pdf(made(printed(*column(text, 60), *margin)))
    assert " ".join(block.text.value for block in document.blocks) == " ".join([*text, "Shift work interventions"])
    assert document.left_out == ()


def lines_of_rows(distance: int) -> list[Printed]:
    """A table of three rows, drawn line by line; its rows are `distance` apart, the lines of a row 12 points."""
    rows = [
        (("Peru",), ("Visits to all of the", "prisons of the north"), ("A/HRC/20/3",)),
        (("Ghana",), ("Shelters in each of", "the regions"), ("A/HRC/21/4",)),
        (("Chad",), ("Laws on the sale of", "children"), ("A/HRC/22/5",)),
    ]
    printed_lines: list[Printed] = []
    top = 700
    for row in rows:
        for place in range(2):
            cells = [(x, cell[place]) for x, cell in zip((60, 180, 330), row, strict=True) if place < len(cell)]
            printed_lines += [(x, top - 12 * place, text) for x, text in cells]
        top -= 12 + distance
    return printed_lines


def test_lines_nearer_to_each_other_than_rows_are_make_one_row() -> None:
    document = read_pdf(made(printed(*lines_of_rows(20))))
    assert rows_of(document) == [
        "Peru | Visits to all of the prisons of the north | A/HRC/20/3",
        "Ghana | Shelters in each of the regions | A/HRC/21/4",
        "Chad | Laws on the sale of children | A/HRC/22/5",
    ]
    assert document.left_out == ()
