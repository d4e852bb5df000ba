"""PDFs: a table within one column of text is one, at its place; lines that reach into the next column stay whole."""

from __future__ import annotations

import random

import pytest
from document_support import read_pdf
from hand_written_pdf import made, printed
from mandate_data.documents import Document
from weasyprint import HTML

REPORT = (
    "{0}. The holder of the mandate visited many countries in {1} and met with ministers, judges, children and those "
    "who work for them, and said what they had told him. It was welcomed by the Council."
)
ROWS = [
    ("Country", "What was asked for", "Report"),
    ("Ghana", "Build shelters for children who were sold", "A/HRC/25/48/Add.1"),
    ("Fiji", "Train judges in every region", "E/CN.4/2000/73/Add.3"),
    ("Nepal", "Adopt laws on the sale of children", "E/CN.4/1994/84"),
]
STYLE = (
    "@page { size: A4; margin: 25mm } body { columns: 2; column-gap: 12pt; font: 10pt 'DejaVu Serif' } "
    "table { border-collapse: collapse; width: 100%; font-size: 8pt } td { padding: 2pt 3pt; vertical-align: top }"
)


def typeset(before: int, rules: str, count: int = 12) -> Document:
    """Paragraphs in two columns, a table after some of them; a column begins before a table that is not the first."""
    texts = [f"<p>{REPORT.format(number, 2000 + number)}</p>" for number in range(1, count + 1)]
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in ROWS)
    body = "".join([*texts[:before], f"<table>{rows}</table>", *texts[before:]])
    html = f"<html><style>{STYLE} td {{ {rules} }}</style><body>{body}</body></html>"
    pdf = HTML(string=html).write_pdf()
    assert isinstance(pdf, bytes)
    return read_pdf(pdf)


@pytest.mark.parametrize("rules", ["", "border-bottom: 0.5pt solid", "border: 0.5pt solid"])
@pytest.mark.parametrize("before", [0, 2, 8])
def test_a_table_in_a_column_is_read_at_its_place(before: int, rules: str) -> None:
    document = typeset(before, rules)
    texts = [REPORT.format(number, 2000 + number) for number in range(1, 13)]
    table = [" | ".join(row) for row in ROWS]
    assert [block.text.value for block in document.blocks] == [*texts[:before], *table, *texts[before:]]
    assert [block.kind for block in document.blocks].index("row") == before
    assert document.left_out == ()


def test_justified_lines_of_a_column_are_no_table() -> None:
    words = [
        "nevertheless",
        "notwithstanding",
        "intergovernmental",
        "recommendations",
        "administrations",
        "misunderstood",
        "the",
        "of",
    ]
    texts = [" ".join(random.Random(seed).choices(words, k=40)) for seed in range(20)]
    body = f"<style>{STYLE} p {{ text-align: justify }}</style>" + "".join(f"<p>{text}.</p>" for text in texts)
    pdf = HTML(string=f"<html>{body}</html>").write_pdf()
    assert isinstance(pdf, bytes)
    document = read_pdf(pdf)
    assert {block.kind for block in document.blocks} == {"paragraph"}


def column(name: str, x: int, top: int) -> list[tuple[int, int, str]]:
    return [(x, top - 12 * place, f"{name}{place} the States of the region went on") for place in range(16)]


def words_of(lines: list[tuple[int, int, str]]) -> list[str]:
    document = read_pdf(made(printed(*lines)))
    assert {block.kind for block in document.blocks} == {"paragraph"}
    return " ".join(block.text.value for block in document.blocks).split()


def test_a_line_that_reaches_into_the_next_column_stays_in_its_own() -> None:
    left, right = column("left", 60, 700), column("right", 260, 700)
    left[5] = (60, left[5][1], "Freedoms" + "." * 80)
    words = words_of([*left, *right])
    assert words == " ".join(text for _, _, text in [*left, *right]).split()


def test_a_line_across_both_columns_parts_them() -> None:
    above = [*column("A", 60, 760), *column("B", 260, 760)]
    below = [*column("C", 60, 540), *column("D", 260, 540)]
    lines = [*above, (60, 560, "What is said over both of the columns, which end above it and begin below."), *below]
    assert words_of(lines) == " ".join(text for _, _, text in lines).split()
