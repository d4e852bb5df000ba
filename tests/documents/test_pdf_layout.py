"""PDFs: columns at any heights, notes below each, tables, text from right to left, what was put on a page later."""

from __future__ import annotations

import base64
import io
import random
from collections.abc import Sequence

import pytest
from document_support import read_pdf
from hand_written_pdf import made, printed
from mandate_data.documents import Document, LeftOut
from PIL import Image
from typesetting import typeset_text
from weasyprint import HTML

VOCABULARY = "council rights child report state special mandate human visit country recommend protect law"
BOX = "position: absolute; width: 80mm; font: 10pt/12pt DejaVu Serif; text-align: justify"
HEBREW = ("זה", "דוח", "של", "המועצה")


def texts(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks]


def prose(seed: int, words: int = 120) -> str:
    return " ".join(random.Random(seed).choices(VOCABULARY.split(" "), k=words)).capitalize() + "."


def page(*boxes: tuple[str, str]) -> bytes:
    """A page of boxes, each with its style and what is in it."""
    return pages(boxes)


def pages(*several: Sequence[tuple[str, str]]) -> bytes:
    """Pages of boxes."""
    boxed = ["".join(f'<div style="{BOX}; {style}">{content}</div>' for style, content in boxes) for boxes in several]
    body = "".join(f"<div style='position: relative; height: 257mm'>{one}</div>" for one in boxed)
    pdf = HTML(
        string=f"<html><style>@page {{ size: A4; margin: 20mm }} body {{ margin: 0 }}</style>{body}</html>"
    ).write_pdf()
    assert isinstance(pdf, bytes)
    return pdf


@pytest.mark.parametrize("lower", [0, 2, 4, 5, 6, 7, 9, 11])
@pytest.mark.parametrize("seed", [1, 3, 5])
def test_lines_of_columns_need_not_be_on_one_height(lower: int, seed: int) -> None:
    document = read_pdf(page(("left: 0; top: 0", prose(seed)), (f"left: 84mm; top: {lower}pt", prose(seed + 1))))
    assert " ".join(texts(document)) == f"{prose(seed)} {prose(seed + 1)}"


def test_columns_whose_lines_are_not_as_far_apart() -> None:
    document = read_pdf(page(("left: 0; top: 0", prose(1)), ("left: 84mm; top: 3pt; line-height: 12.7pt", prose(2))))
    assert " ".join(texts(document)) == f"{prose(1)} {prose(2)}"


def test_a_heading_in_one_column_is_read_in_it() -> None:
    left = f"<h2 style='margin: 12pt 0'>Introduction</h2>{prose(1)}"
    document = read_pdf(page(("left: 0; top: 0", left), ("left: 84mm; top: 0", prose(2))))
    assert " ".join(texts(document)) == f"Introduction {prose(1)} {prose(2)}"


def test_text_beside_lines_of_another_height_is_no_column() -> None:
    document = read_pdf(page(("left: 0; top: 0", prose(1)), ("left: 84mm; top: 5pt", "A word beside.")))
    assert sorted(" ".join(texts(document)).split()) == sorted(f"{prose(1)} A word beside.".split())


@pytest.mark.parametrize("lower", [0, 5])
def test_notes_below_each_column_are_notes(lower: int) -> None:
    number = "<sup style='font-size: 6pt; line-height: 0'>{0}</sup>"
    note = "bottom: 0; font-size: 7pt; line-height: 9pt"
    document = read_pdf(
        page(
            ("left: 0; top: 0", f"{prose(1)}{number.format(1)}"),
            (f"left: 84mm; top: {lower}pt", f"{prose(2)}{number.format(2)}"),
            (f"left: 0; {note}", f"{number.format(1)} See A/66/228, para. 3, on all of this and what is more."),
            (f"left: 84mm; {note}", f"{number.format(2)} Ibid., para. 4, where it says that again and at length."),
        )
    )
    assert [(block.number, block.text.value[:22]) for block in document.blocks if block.kind == "footnote"] == [
        ("1", "See A/66/228, para. 3,"),
        ("2", "Ibid., para. 4, where "),
    ]
    body = " ".join(block.text.value for block in document.blocks if block.kind == "paragraph")
    assert body == f"{prose(1)} {prose(2)}"


NUMBER = "<sup style='font-size: 6pt; line-height: 0'>{0}</sup>"
RULE = "<hr style='width: 25mm; border: 0; border-top: 0.5pt solid; margin: 0 0 3pt'>"
NOTES = (
    "See A/66/228, para. 3.",
    "A/HRC/31/58, paras. 6 to 9, and the report of the Council on the rights of the child, which says more.",
    "Ibid.",
    "E/CN.4/1999/71, para. 4.",
)


def noted(numbers: Sequence[int], rule: str = RULE) -> str:
    return (rule if numbers else "") + "".join(f"<div>{NUMBER.format(n)} {NOTES[n - 1]}</div>" for n in numbers)


@pytest.mark.parametrize("under", [False, True])
@pytest.mark.parametrize(
    ("left", "right", "of_left", "of_right"),
    [(120, 40, 1, 3), (30, 120, 3, 1), (60, 60, 2, 2), (12, 80, 1, 1), (80, 12, 0, 2), (12, 12, 2, 1), (30, 30, 2, 0)],
)
def test_notes_below_columns_that_are_not_full_are_notes(
    left: int, right: int, of_left: int, of_right: int, under: bool
) -> None:
    numbers = [range(1, of_left + 1), range(of_left + 1, of_left + of_right + 1)]
    columns = [prose(1, left), prose(2, right)]
    boxes: list[tuple[str, str]] = []
    small = "font-size: 7pt; line-height: 9pt"
    for place, text, own in zip((0, 84), columns, numbers, strict=True):
        marked = text + NUMBER.format(",".join(map(str, own)))
        notes = f"<div style='margin-top: 14pt; {small}'>{noted(own)}</div>" if under else ""
        boxes.append((f"left: {place}mm; top: 0", marked + notes))
        boxes.append((f"left: {place}mm; bottom: 0; {small}", "" if under else noted(own)))
    document = read_pdf(page(*boxes))
    footnotes = [block for block in document.blocks if block.kind == "footnote"]
    assert [(block.number, block.text.value) for block in footnotes] == [
        (str(number), NOTES[number - 1]) for own in numbers for number in own
    ]
    assert " ".join(block.text.value for block in document.blocks if block.kind != "footnote") == " ".join(columns)


def test_a_short_last_page_has_the_columns_of_the_page_before() -> None:
    full = [("left: 0; top: 0", prose(1, 300)), ("left: 84mm; top: 0", prose(2, 300))]
    short = [("left: 0; top: 0", prose(3, 25)), ("left: 84mm; top: 0", prose(4, 14))]
    assert " ".join(texts(read_pdf(pages(full, short)))) == " ".join(
        [prose(1, 300), prose(2, 300), prose(3, 25), prose(4, 14)]
    )


def test_cells_whose_rows_begin_on_one_height_are_no_columns_of_text() -> None:
    rows = [(prose(n, 22), prose(n + 50, 24)) for n in range(5)]
    cells = "".join(f"<tr><td>{one}</td><td>{other}</td></tr>" for one, other in rows)
    style = "td { width: 75mm; padding: 3pt 6pt; vertical-align: top; text-align: justify }"
    document = read_pdf(page(("left: 0; top: 0; width: 170mm", f"<style>{style}</style><table>{cells}</table>")))
    assert [tuple(cell.value for cell in block.cells) for block in document.blocks] == rows


def test_cells_that_fill_their_columns_are_rows() -> None:
    rows = [(f"Country{number}", f"A/HRC/{number}/{number + 10}", f"{number + 1990}") for number in range(10, 30)]
    places = zip(range(700, 0, -14), rows, strict=False)
    document = read_pdf(
        made(printed(*((x, y, text) for y, row in places for x, text in zip((60, 220, 400), row, strict=True))))
    )
    assert [tuple(cell.value for cell in block.cells) for block in document.blocks] == rows


def test_the_head_of_a_table_that_is_printed_again_is_counted() -> None:
    rows = "".join(f"<tr><td>Country {number}</td><td>A/HRC/{number}/2</td></tr>" for number in range(1, 90))
    table = f"<table><thead><tr><td>State</td><td>Report of it</td></tr></thead>{rows}</table>"
    pdf = HTML(string=f"<style>td {{ border: 1pt solid; width: 60mm }}</style>{table}").write_pdf()
    assert isinstance(pdf, bytes)
    document = read_pdf(pdf)
    again = max(document.pages) - 1
    assert again > 0
    assert texts(document) == ["State | Report of it", *(f"Country {n} | A/HRC/{n}/2" for n in range(1, 90))]
    assert document.left_out == (LeftOut("heads of tables that are printed again", 4 * again),)


@pytest.mark.parametrize("gap", [110, 140, 250])
def test_words_with_narrow_gaps_are_apart(gap: int) -> None:
    words = ["See", "Council", "resolution", "7/13,", "para.", "5,", "and", "A/HRC/19/63"]
    text = f"[{f' -{gap} '.join(f'({word})' for word in words)}] TJ"
    document = read_pdf(made(f"BT /F 10 Tf 1 0 0 1 60 700 Tm {text} ET".encode()))
    assert texts(document) == [" ".join(words)]


def test_words_from_right_to_left_are_in_their_order() -> None:
    text = f"It says {' '.join(HEBREW)} in the report of the Council on the rights of the child."
    assert texts(read_pdf(typeset_text(text, head=""))) == [text]


def test_figures_among_words_from_right_to_left_are_in_their_order() -> None:
    text = (
        f"It says {HEBREW[0]} 12 {HEBREW[1]} 2018 {HEBREW[2]} in the report of the Council on the rights of the child."
    )
    document = read_pdf(typeset_text(text, head=""))
    assert texts(document) == [text]
    assert not any(one.page for one in document.left_out)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([f"{HEBREW[0]} of the Council"], "a line"),
        ([f"the Council of {HEBREW[0]}", f"A {HEBREW[0]} of the {HEBREW[1]} Council"], "2 lines"),
        ([f"A {HEBREW[0]} of the Council", " ".join(HEBREW)], "a line"),
    ],
    ids=["begins", "ends and several", "beside a line from right to left"],
)
def test_lines_whose_words_may_be_in_another_order_are_reported(lines: list[str], told: str) -> None:
    document = read_pdf(typeset_text("\n\n".join(lines), head=""))
    reason = f"the order of the words in {told} with text from right to left"
    assert LeftOut(reason, page=1) in document.left_out


def test_the_value_of_a_field_may_be_above_it() -> None:
    data = made(
        printed((60, 700, "Name of the State")),
        page=b"/Annots[7 0 R]",
        catalog=b"/AcroForm<</Fields[8 0 R]>>",
        more=(
            b"<</Type/Annot/Subtype/Widget/Parent 8 0 R/Rect[60 600 200 620]>>",
            b"<</FT/Tx/T(a)/V(Republic of Utopia)/Kids[7 0 R]>>",
        ),
    )
    assert read_pdf(data).left_out == (LeftOut("a field of a form", 3, page=1),)


@pytest.mark.parametrize(("y", "told"), [(605, 0), (505, 1)])
def test_a_field_whose_value_the_page_has_in_its_place_is_read(y: int, told: int) -> None:
    data = made(
        printed((62, y, "Republic of Utopia")),
        page=b"/Annots[7 0 R]",
        catalog=b"/AcroForm<</Fields[7 0 R]>>",
        more=(b"<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(Republic of Utopia)/Rect[60 600 200 620]>>",),
    )
    assert texts(read_pdf(data)) == ["Republic of Utopia"]
    assert read_pdf(data).left_out == (LeftOut("a field of a form", 3, page=1),) * told


@pytest.mark.parametrize(("height", "words", "told"), [(200, 20, 1), (60, 20, 0), (200, 80, 0)])
def test_a_picture_over_most_of_a_page_with_little_text_is_reported(height: int, words: int, told: int) -> None:
    stream = io.BytesIO()
    Image.new("L", (60, 80), 200).save(stream, "PNG")
    source = f"data:image/png;base64,{base64.b64encode(stream.getvalue()).decode()}"
    strips = f"<img src='{source}' style='width: 170mm; height: {height / 20}mm; display: block'>" * 20
    document = read_pdf(page(("left: 0; top: 0", strips), ("left: 0; bottom: 0", prose(1, words))))
    assert " ".join(texts(document)) == prose(1, words)
    reason = "a picture over most of the page, in which text may be"
    assert document.left_out == (LeftOut(reason, page=1),) * told


def test_a_note_that_is_drawn_alone_is_reported() -> None:
    drawn = printed((62, 605, "A word of a reader"))
    form = b"<</Type/XObject/Subtype/Form/BBox[60 600 200 620]/Resources 6 0 R/Length %d>>stream\n%s\nendstream"
    data = made(
        printed((60, 700, "Name of the State")),
        page=b"/Annots[7 0 R]",
        more=(
            b"<</Type/Annot/Subtype/FreeText/Rect[60 600 200 620]/AP<</N 8 0 R>>>>",
            form % (len(drawn), drawn),
        ),
    )
    document = read_pdf(data)
    assert texts(document) == ["Name of the State"]
    assert document.left_out == (LeftOut("a note on the page", page=1),)


@pytest.mark.parametrize("padding", [1, 2, 6])
def test_a_table_in_a_cell_is_text_of_the_cell_and_read_once(padding: int) -> None:
    style = f"table {{ border-collapse: collapse }} td {{ border: 0.5pt solid; padding: {padding}pt; font-size: 10pt }}"
    inner = "<table><tr><td>in 1</td><td>in 2</td></tr><tr><td>in 3</td><td>in 4</td></tr></table>"
    rows = (
        f"<tr><td>Alpha</td><td>Beta has a table{inner}</td><td>Gamma</td></tr><tr><td>D</td><td>E</td><td>F</td></tr>"
    )
    pdf = HTML(string=f"<style>{style}</style><p>Before.</p><table>{rows}</table><p>After.</p>").write_pdf()
    assert isinstance(pdf, bytes)
    read_rows = [text.replace("|", " ").split() for text in texts(read_pdf(pdf))]
    assert read_rows == [
        ["Before."],
        ["Alpha", "Beta", "has", "a", "table", "in", "1", "in", "2", "in", "3", "in", "4", "Gamma"],
        ["D", "E", "F"],
        ["After."],
    ]


@pytest.mark.parametrize("rule", ["border-top: 1px solid", ""], ids=["rule", "gap"])
@pytest.mark.parametrize("size", [8, 11])
@pytest.mark.parametrize("form", ["{}. ", "{} ", "[{}] ", "({}) ", "<sup>{}</sup> "])
def test_notes_at_the_foot_of_pages_in_any_size_and_form(form: str, size: int, rule: str) -> None:
    said = "The Council asked the States for more information about them. "

    def page(text: str, *notes: str) -> str:
        foot = f"position: absolute; bottom: 0; left: 0; right: 0; font-size: {size}pt; {rule}"
        written = "".join(f"<p>{note}</p>" for note in notes)
        return f'<div class="page">{text}<div style="{foot}">{written}</div></div>'

    style = (
        "@page { size: A4; margin: 2cm } body { font-size: 11pt } p { margin: 0 0 6pt } sup { font-size: 7pt }"
        ".page { break-after: page; position: relative; height: 25cm }"
    )
    pages = [
        page(
            f"<p>1. {said * 5}They said so.<sup>1</sup> {said * 3}It was<sup>2</sup> a matter of</p>",
            f"{form.format(1)}A/HRC/12/23, para. 3. {said * 2}",
            f"{form.format(2)}Ibid., para. 4, with a text that goes on up to its end",
        ),
        page(f"<p>great concern.<sup>3</sup></p><p>2. {said}</p>", f"{form.format(3)}See note 1 above."),
    ]
    document = read_pdf(HTML(string=f"<html lang=en><style>{style}</style>{''.join(pages)}").write_pdf())
    read_as = [(block.number, block.text.value) for block in document.blocks]
    first = f"1. {said * 5}They said so. {said * 3}It was a matter of great concern."
    assert read_as == [
        ("", first),
        ("1", f"A/HRC/12/23, para. 3. {said * 2}".strip()),
        ("2", "Ibid., para. 4, with a text that goes on up to its end"),
        ("", f"2. {said}".strip()),
        ("3", "See note 1 above."),
    ]


def test_small_lines_beside_a_large_one_stay_apart() -> None:
    placed = [(57, 70, 17, "General Assembly"), (298, 69, 9, "Distr.: General"), (298, 79.3, 9, "30 March 2022")]
    placed += [(57, 120 + 12 * number, 10, "The text of the report goes on for several lines.") for number in range(9)]
    style = "@page { size: A4; margin: 0 } div { position: absolute; line-height: 1; white-space: nowrap }"
    lines = "".join(
        f'<div style="left: {x}pt; top: {y}pt; font-size: {size}pt">{said}</div>' for x, y, size, said in placed
    )
    said = " ".join(texts(read_pdf(HTML(string=f"<html lang=en><style>{style}</style>{lines}").write_pdf())))
    assert "Distr.: General" in said
    assert "30 March 2022" in said


@pytest.mark.parametrize("ruled", ["border-bottom: 1pt solid", ""])
def test_a_numbered_heading_with_the_number_of_a_mark_begins_no_notes(ruled: str) -> None:
    goes_on = "The text of the paragraph goes on for several lines, as long as those of a report are. " * 3
    style = f"div {{ {ruled}; margin-bottom: 2em }} h2 {{ font-size: 1em; margin-top: 2em }}"
    body = (
        f"<p>7. Letters were sent to Governments.<sup>3</sup> {goes_on}</p><div>A table of letters</div>"
        f"<h2>3. Surveillance</h2><p>8. “Nobody has won”, one said. {goes_on}</p>"
        f"<p>9. The Committee agreed. {goes_on}</p>"
    )
    document = read_pdf(HTML(string=f"<html lang=en><style>{style}</style>{body}").write_pdf())
    assert [one.kind for one in document.blocks if "Surveillance" in one.text.value] == ["heading"]
    assert [one for one in document.blocks if one.kind == "footnote"] == []
