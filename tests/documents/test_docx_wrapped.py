"""Word documents: rows, breaks, boxes, alternatives, fields and whatever else text is wrapped in lose no words."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx_support import W, paragraph, read, run, texts, word
from mandate_data.documents import LeftOut
from mandate_data.documents.unread_parts import unread_parts

SEE = "See resolution 7/13 of the Council."


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def field(*kinds_and_texts: str) -> str:
    """A field: "begin", "separate" and "end", its instruction after "=", and texts."""
    pieces = []
    for one in kinds_and_texts:
        if one in ("begin", "separate", "end"):
            pieces.append(f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>')
        elif one.startswith("="):
            pieces.append(f"<w:r><w:instrText> {one[1:]} </w:instrText></w:r>")
        else:
            pieces.append(run(one))
    return "".join(pieces)


@pytest.mark.parametrize(
    ("properties", "cells"),
    [
        ('<w:gridBefore w:val="1"/>', ["", "Two", "Three"]),
        ('<w:gridAfter w:val="1"/>', ["Two", "Three", ""]),
        ("", ["Two", "Three"]),
        ('<w:gridBefore w:val="many"/>', ["Two", "Three"]),
    ],
)
def test_rows_that_begin_or_end_later_keep_their_columns(properties: str, cells: list[str]) -> None:
    head = f"<w:tr>{cell('A')}{cell('B')}{cell('C')}</w:tr>"
    row = f"<w:tr><w:trPr>{properties}</w:trPr>{cell('Two')}{cell('Three')}</w:tr>"
    document = read(word(f"<w:tbl>{head}{row}</w:tbl>"))
    assert [[one.value for one in block.cells] for block in document.blocks] == [["A", "B", "C"], cells]


@pytest.mark.parametrize("number", ["²", "two", "9" * 5000])
def test_what_is_no_number_does_not_stop_the_reading(number: str) -> None:
    heading = paragraph("Findings", properties=f'<w:outlineLvl w:val="{number}"/>')
    wide = cell("A", f'<w:gridSpan w:val="{number}"/>')
    choices = f'<w:ddList><w:result w:val="{number}"/><w:listEntry w:val="Yes"/></w:ddList>'
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{choices}</w:ffData></w:fldChar></w:r>'
    form = paragraph("Agreed:", begin, field("FORMDROPDOWN", "end"))
    document = read(word(f"{heading}<w:tbl><w:tr>{wide}{cell('B')}</w:tr></w:tbl>{form}"))
    assert [(one.kind, one.text.value) for one in document.blocks] == [
        ("paragraph", "Findings"),
        ("row", "A | B"),
        ("paragraph", "Agreed:"),
    ]


def test_a_merged_cell_reaches_down_beside_a_row_that_begins_later() -> None:
    begins, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    high = f"<w:tr>{cell('A')}{cell('B', begins)}{cell('C')}</w:tr>"
    later = f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell("", goes_on)}{cell("D")}</w:tr>'
    document = read(word(f"<w:tbl>{high}{later}</w:tbl>"))
    assert [[one.value for one in block.cells] for block in document.blocks] == [["A", "B", "C"], ["", "", "D"]]


@pytest.mark.parametrize(
    "between",
    [
        *("<w:br/>", '<w:br w:type="page"/>', '<w:br w:type="column"/>', '<w:br w:type="textWrapping" w:clear="all"/>'),
        *('<w:br w:type="other"/>', "<w:cr/>", "<w:tab/>", '<w:ptab w:alignment="right"/>'),
    ],
)
def test_breaks_of_any_kind_part_words(between: str) -> None:
    document = read(word(paragraph("one", f"<w:r>{between}</w:r>", "two")))
    assert (texts(document), document.left_out) == (["one two"], ())


def checked(tag: str, value: str = "") -> str:
    attribute = f' w:val="{value}"' if value else ""
    return f"<w:{tag}{attribute}/>"


@pytest.mark.parametrize(
    ("states", "box"),
    [
        (checked("checked"), "☒"),
        (checked("checked", "0"), "☐"),
        (checked("default", "1"), "☒"),
        (checked("default", "0"), "☐"),
        (checked("default", "1") + checked("checked", "0"), "☐"),
        ("", "☐"),
    ],
)
def test_boxes_of_forms_are_read(states: str, box: str) -> None:
    form = f"<w:ffData><w:checkBox>{states}</w:checkBox></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{form}</w:fldChar></w:r>'
    document = read(word(paragraph("Agreed ", begin, field("=FORMCHECKBOX", "end"), " yes")))
    assert (texts(document), document.left_out) == ([f"Agreed {box} yes"], ())


@pytest.mark.parametrize(
    ("ticked", "content", "box"),
    [
        ("1", '<w:r><w:sym w:font="MS Gothic" w:char="2612"/></w:r>', "☒"),
        ("0", run("☐"), "☐"),
        ("1", run(""), "☒"),
        ("0", "<w:r/>", "☐"),
        ("1", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "🗹"),
    ],
)
def test_boxes_that_are_content_controls_are_read(ticked: str, content: str, box: str) -> None:
    properties = f'<w14:checkbox><w14:checked w14:val="{ticked}"/></w14:checkbox>'
    control = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    document = read(word(paragraph("Agreed ", control, " yes")))
    assert (texts(document), document.left_out) == ([f"Agreed {box} yes"], ())


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtEndPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("wrap", [control, lambda one: f'<w:customXml w:element="x">{one}</w:customXml>'])
def test_controls_and_tags_of_every_level_are_read(wrap: object) -> None:
    assert callable(wrap)
    row = wrap(f"<w:tr>{cell('row')}{wrap(cell('cell'))}</w:tr>")
    run_level = "<w:p>" + run("in ") + wrap(run("a run")) + run(" of it") + "</w:p>"
    body = wrap(wrap(paragraph("block"))) + run_level + f"<w:tbl>{row}</w:tbl>"
    assert texts(read(word(body))) == ["block", "in a run of it", "row | cell"]


def test_a_choice_and_a_date_of_a_control_are_read() -> None:
    choices = '<w:dropDownList><w:listItem w:displayText="Peru" w:value="1"/></w:dropDownList>'
    dated = '<w:date w:fullDate="2015-12-01T00:00:00Z"/>'
    body = "<w:p>" + control(run("Peru"), choices) + run(", ") + control(run("1 December 2015"), dated) + "</w:p>"
    assert texts(read(word(body))) == ["Peru, 1 December 2015"]


def test_signs_are_read_and_those_that_only_a_font_shows_are_reported() -> None:
    signs = [("Symbol", "F062"), ("Wingdings", "F0FC"), ("Arial", "00E9"), ("Obscure", "F041"), ("Obscure", "x")]
    pieces = [f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>' for font, char in signs]
    document = read(word(paragraph("One.") + paragraph("Two ", *pieces, " of it")))
    assert texts(document) == ["One.", "Two β✓é of it"]
    what = "a sign that only its font shows (Obscure), here and in 1 other place"
    assert document.left_out == (LeftOut(what, line=2),)


def test_signs_in_the_text_of_a_font_of_signs_are_read() -> None:
    body = paragraph(run("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), " done ", run("\uf041", ""), ".")
    document = read(word(body))
    assert texts(document) == ["✓ done ."]
    assert document.left_out == (LeftOut("a sign of a font that has no name", line=1),)


@pytest.mark.parametrize("tag", ["pgNum", "dayLong", "yearShort"])
def test_what_word_fills_in_is_reported(tag: str) -> None:
    document = read(word(paragraph("Page ", f"<w:r><w:{tag}/></w:r>", " of it")))
    assert texts(document) == ["Page of it"]
    assert document.left_out == (LeftOut("a page number or a date that Word fills in", line=1),)


def alternatives(choice: str, fallback: str | None) -> str:
    other = "" if fallback is None else f"<mc:Fallback>{fallback}</mc:Fallback>"
    both = f'<mc:Choice Requires="x">{choice}</mc:Choice>{other}'
    return f"<w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def text(said: str) -> str:
    return f"<w:t>{said}</w:t>"


@pytest.mark.parametrize(
    ("choice", "fallback", "said", "told"),
    [
        (text("resolution 7/13"), None, "See resolution 7/13.", ()),
        (text("resolution 7/13"), "", "See resolution 7/13.", ()),
        (text("resolution 7/13"), text("resolution 7/13"), "See resolution 7/13.", ()),
        ("", text("resolution 7/13"), "See resolution 7/13.", ()),
        (
            text("resolution 7/13"),
            text("resolution 7/29"),
            "See resolution 7/13.",
            (LeftOut("text that only older programs show, in place of other text", 1, line=1),),
        ),
    ],
)
def test_of_alternatives_what_word_prints_is_read(
    choice: str, fallback: str | None, said: str, told: tuple[LeftOut, ...]
) -> None:
    document = read(word(paragraph("See ", alternatives(choice, fallback), ".")))
    assert (texts(document), document.left_out) == ([said], told)


def test_a_picture_that_has_alternatives_is_counted_once() -> None:
    picture = '<w:pict><v:shape><v:imagedata o:title="x"/></v:shape></w:pict>'
    document = read(word(paragraph(SEE, alternatives(picture, picture))))
    assert document.left_out == (LeftOut("a picture", line=1),)


@pytest.mark.parametrize("outer", ["x:any", "w:any", "v:oval"])
def test_text_in_what_is_unknown_is_read(outer: str) -> None:
    inside = f"<{outer}>{run('resolution 7/13')}</{outer}>"
    assert texts(read(word(paragraph("See ", inside, ".")))) == ["See resolution 7/13."]


@pytest.mark.parametrize(
    ("mark", "sign"), [("<w:t>*</w:t>", "*"), ('<w:sym w:font="Symbol" w:char="F0AB"/>', "↔"), ("<w:t>**</w:t>", "**")]
)
@pytest.mark.parametrize("begin", ["{} See A/66/228.", "{}See A/66/228.", " {} See A/66/228.", "See A/66/228."])
def test_a_note_whose_text_repeats_its_mark_has_it_once(mark: str, sign: str, begin: str) -> None:
    reference = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/>{mark}</w:r>'
    note = f'<w:footnote w:id="1">{paragraph(begin.format(sign))}</w:footnote>'
    document = read(word(paragraph("One", reference, " two"), footnotes=note))
    assert [(one.number, one.text.value) for one in document.blocks] == [("", "One two"), (sign, "See A/66/228.")]


def test_a_mark_that_is_a_letter_is_no_beginning_of_a_word() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>a</w:t></w:r>'
    first, second = (f'<w:footnote w:id="1">{paragraph(*said)}</w:footnote>' for said in (["as is"], ["a", " As is"]))
    for note, said in ((first, "as is"), (second, "As is")):
        assert texts(read(word(paragraph("One", mark), footnotes=note))) == ["One", said]


def test_a_note_that_is_marked_twice_is_read_once() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{paragraph("See A/66/228.")}</w:footnote>'
    document = read(word(paragraph("One", mark, " two", mark), footnotes=note))
    assert texts(document) == ["One two", "See A/66/228."]
    assert [one.number for one in document.blocks[0].marks] == ["1", "1"]
    assert document.left_out == ()


def test_the_instruction_of_a_field_is_no_text_even_where_fields_are_in_it() -> None:
    inner = field("begin", "=MERGEFIELD x", "separate", "asked for", "end")
    outer = field("begin", "=IF ") + inner + field("=yes no", "separate", "yes", "end")
    document = read(word(paragraph("It says ", outer, ".")))
    assert texts(document) == ["It says yes."]
    told = LeftOut("text in the instruction of a field, which Word does not print", 2, line=1)
    assert document.left_out == (told,)


def test_fields_that_nothing_ends_are_text() -> None:
    document = read(word(paragraph("It says ", field("begin", "=IF", "yes"), ".")))
    assert (texts(document), document.left_out) == (["It says yes."], ())


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        ("AUTONUM", (LeftOut("what Word prints for a field (AUTONUM), as the file has no result of it", line=1),)),
        ('XE "visits"', ()),
        ("HYPERLINK x", ()),
    ],
)
def test_fields_without_a_result_are_reported(instruction: str, told: tuple[LeftOut, ...]) -> None:
    document = read(word(paragraph(SEE, field("begin", f"={instruction}", "end"))))
    assert (texts(document), document.left_out) == ([SEE], told)


def test_a_large_first_letter_belongs_to_its_word() -> None:
    body = paragraph("T", properties='<w:framePr w:dropCap="drop" w:lines="3"/>') + paragraph("he report")
    framed = paragraph("Apart", properties='<w:framePr w:w="9"/>')
    assert texts(read(word(framed + body))) == ["Apart", "The report"]


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        ("<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject/></w:object>",
         LeftOut("an object of another program, such as a table of Excel", line=1)),
        ("<w:drawing><a:p><a:r><a:t>drawn </a:t></a:r><a:r><a:t>words</a:t></a:r></a:p></w:drawing>",
         LeftOut("text in a drawing", 2, line=1)),
        ('<w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="Two flags"/></wp:inline></w:drawing>',
         LeftOut("the description of a picture or a drawing", 2, line=1)),
        ("<w:subDoc/>", LeftOut("a part of the document that is a file of its own", line=1)),
    ],
)  # fmt: skip
def test_what_is_drawn_or_in_other_files_is_reported(drawn: str, told: LeftOut) -> None:
    document = read(word(paragraph(SEE, f"<w:r>{drawn}</w:r>")))
    assert (texts(document), document.left_out) == ([SEE], (told,))


def test_text_that_a_style_of_paragraphs_hides_is_counted() -> None:
    style = '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    hidden = paragraph("a secret", run(" not so", '<w:vanish w:val="0"/>'), properties='<w:pStyle w:val="Secret"/>')
    document = read(word(paragraph(SEE) + hidden, styles=style))
    assert (texts(document), document.left_out) == ([SEE, "not so"], (LeftOut("hidden text", 2, line=2),))


def test_files_of_the_strict_kind_are_read_alike() -> None:
    note = f'<w:footnote w:id="1">{paragraph("A/66/228.")}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    usual = word(
        paragraph("One", mark, '<w:fldSimple w:instr="REF x">' + run(" two") + "</w:fldSimple>"), footnotes=note
    )
    strict = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(usual)) as archive, zipfile.ZipFile(strict, "w") as written:
        for name in archive.namelist():
            part = archive.read(name).replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            written.writestr(name, part)
    assert texts(read(usual)) == texts(read(strict.getvalue())) == ["One two", "A/66/228."]


def test_what_is_left_out_is_reported_with_its_paragraph() -> None:
    hidden = run("a secret", "<w:vanish/>")
    body = paragraph("One.") + paragraph("Two.", hidden) + '<w:altChunk r:id="x"/>' + paragraph("Three.")
    assert [reason for _, reason in unread_parts(read(word(body + paragraph("Four.", hidden))))] == [
        "paragraph 2: not read: hidden text, here and in 1 other place (4 words)",
        "paragraph 3: not read: a document that is inserted as a file of its own",
    ]


def test_runs_between_paragraphs_are_one_paragraph_where_they_are_together() -> None:
    linked = f'<w:hyperlink w:anchor="x">{run("A/HRC/")}</w:hyperlink><w:ins w:id="1">{run("31/")}</w:ins>{run("58.")}'
    body = paragraph("One.") + run("See ") + linked + paragraph("Two.") + run("Three.")
    assert texts(read(word(body))) == ["One.", "See A/HRC/31/58.", "Two.", "Three."]
    cell = f"<w:tbl><w:tr><w:tc>{run('See ')}{linked}</w:tc></w:tr></w:tbl>"
    assert texts(read(word(cell))) == ["See A/HRC/31/58."]
