"""Word documents: what Word does not print is counted; what it inserts, raises or numbers is read as it prints it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from docx_support import W, paragraph, read, run, texts, word
from mandate_data.documents import LeftOut

SEE = "See resolution 7/13 of the Council."
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SUPERSCRIPT = (
    '<w:style w:type="character" w:styleId="base"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="raised"><w:basedOn w:val="base"/></w:style>'
    '<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>'
)


def mark(identity: int, kind: str = "footnote") -> str:
    return f'<w:r><w:{kind}Reference w:id="{identity}"/></w:r>'


def notes(*each: str, kind: str = "footnote") -> str:
    """Notes with the ids 1, 2 and so on."""
    return "".join(f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>' for number, text in enumerate(each, 1))


def deleted(text: str) -> str:
    return f'<w:del w:id="9"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


RESTART = '<w:vMerge w:val="restart"/>'
DELETED = "<w:trPr><w:del w:id='8'/></w:trPr>"


@pytest.mark.parametrize(
    ("beside", "told"),
    [
        (paragraph(deleted("gone for good")), LeftOut("text that a tracked change deletes", 3)),
        (
            f"<w:tbl><w:tr>{cell(paragraph('One'))}</w:tr><w:tr>{DELETED}{cell(paragraph('A/66/228'))}</w:tr></w:tbl>",
            LeftOut("text that a tracked change deletes", 3),
        ),
        (
            f"<w:tbl><w:tr>{cell(paragraph('One'))}</w:tr><w:tr>{DELETED}{cell(paragraph(deleted('Two')))}</w:tr></w:tbl>",
            LeftOut("text that a tracked change deletes", 1),
        ),
        (
            paragraph(f'<w:moveFrom w:id="1">{run("once here")}</w:moveFrom>'),
            LeftOut("text that a tracked change moves elsewhere", 2),
        ),
        (paragraph(run("a secret", "<w:vanish/>")), LeftOut("hidden text", 2)),
        (paragraph(run("a secret", '<w:rStyle w:val="secret"/>')), LeftOut("hidden text", 2)),
        (
            f"<w:tbl><w:tr>{cell(paragraph('One'), RESTART)}</w:tr>"
            f"<w:tr>{cell(paragraph('no one sees'), '<w:vMerge/>')}</w:tr></w:tbl>",
            LeftOut("text behind merged cells", 3),
        ),
        (
            f'<w:p><w:hyperlink w:anchor="x" w:tooltip="Go there">{run(" ")}</w:hyperlink></w:p>',
            LeftOut("the title of a link", 2),
        ),
        (
            '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" title="Two flags"/></wp:inline></w:drawing>'
            "</w:r></w:p>",
            LeftOut("the description of a picture or a drawing", 2),
        ),
        (
            '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath string="Draft"/></v:shape>'
            "</w:pict></w:r></w:p>",
            LeftOut("letters that are drawn", 1),
        ),
    ],
)
def test_what_word_does_not_print_is_counted(beside: str, told: LeftOut) -> None:
    document = read(word(paragraph(SEE) + beside, styles=SUPERSCRIPT))
    assert [text for text in texts(document) if text not in ("One", "")] == [SEE]
    assert [replace(one, line=0) for one in document.left_out] == [told]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (
            "charts/chart1.xml",
            f'<c:chart xmlns:c="{C}" xmlns:a="{A}"><a:p><a:r><a:t>Visits a </a:t></a:r><a:r><a:t>year</a:t></a:r></a:p>'
            "<c:strCache><c:pt><c:v>Asia</c:v></c:pt><c:pt><c:v>Africa</c:v></c:pt></c:strCache></c:chart>",
            LeftOut("charts", 5),
        ),
        (
            "diagrams/data1.xml",
            f'<d xmlns:a="{A}"><a:p><a:r><a:t>First step</a:t></a:r></a:p></d>',
            LeftOut("diagrams", 2),
        ),
        (
            "glossary/document.xml",
            f'<w:glossaryDocument xmlns:w="{W}">{paragraph("Click here")}</w:glossaryDocument>',
            LeftOut("building blocks of the template", 2),
        ),
    ],
)
def test_parts_beside_the_text_are_counted(name: str, content: str, told: LeftOut) -> None:
    document = read(word(paragraph(SEE), {name: content}))
    assert texts(document) == [SEE]
    assert document.left_out == (told,)


def test_runs_between_paragraphs_are_read() -> None:
    assert texts(read(word(f"{run('A/HRC/26/31')}{paragraph('One')}"))) == ["A/HRC/26/31", "One"]


def test_a_note_that_a_tracked_change_deletes_takes_no_number() -> None:
    body = paragraph("One", f'<w:del w:id="9">{mark(1)}</w:del>', " two", mark(2))
    document = read(word(body, footnotes=notes("A/55/1 is gone.", "See A/66/228.")))
    assert [(block.number, block.text.value) for block in document.blocks] == [("", "One two"), ("1", "See A/66/228.")]
    assert document.left_out == (LeftOut("notes that nothing in the text points to", 5),)


@pytest.mark.parametrize(
    "properties",
    ['<w:rStyle w:val="raised"/>', '<w:position w:val="6"/><w:sz w:val="14"/>', '<w:vertAlign w:val="superscript"/>'],
)
def test_figures_raised_by_any_means_are_marks(properties: str) -> None:
    body = paragraph("Seen in A/HRC/19/63", run("13, 14", properties), " and later.")
    (block,) = read(word(body, styles=SUPERSCRIPT)).blocks
    assert block.text.value == "Seen in A/HRC/19/63 and later."
    assert [(one.number, one.offset) for one in block.marks] == [("13", 19), ("14", 19)]


def test_figures_set_lower_are_no_marks() -> None:
    (block,) = read(word(paragraph("CO", run("2", '<w:position w:val="-4"/>')))).blocks
    assert (block.text.value, block.marks) == ("CO2", ())


def test_characters_that_word_has_elements_for_are_read() -> None:
    pieces = ("<w:noBreakHyphen/>", "<w:softHyphen/>", "<w:cr/>", '<w:ptab w:alignment="right"/>')
    hyphen, soft, line, tab = (f"<w:r>{piece}</w:r>" for piece in pieces)
    body = paragraph("paras. 5", hyphen, "7 of a co", soft, "opera\u00adtion", line, "and", tab, "more")
    assert texts(read(word(body))) == ["paras. 5-7 of a cooperation and more"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("inserted.txt", "One A/66/228.\nTwo."),
        (
            "inserted.html",
            "<head><style></style></head><body><p>One A/66/228.</p><div>Two.</div></body>",
        ),
        ("inserted.docx", word(paragraph("One A/66/228.") + paragraph("Two."))),
    ],
)
def test_documents_inserted_as_files_are_read_in_their_place(name: str, content: str | bytes) -> None:
    chunk = f'<w:altChunk r:id="{name}"/>'
    document = read(word(paragraph("Before.") + chunk + paragraph("After."), {name: content}))
    assert texts(document) == ["Before.", "One A/66/228.", "Two.", "After."]
    assert document.left_out == ()


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"), ("utf-16", ""), ("utf-8-sig", ""), ("cp1252", ""), ("cp1252", "iso-8859-1"),
        ("cp1252", "no-such"), ("cp1252", "utf-8"), ("cp1251", "windows-1251"),
    ],
)  # fmt: skip
def test_inserted_web_pages_are_read_in_their_encoding(encoding: str, named: str) -> None:
    said = "“Москва” A/66/228." if encoding == "cp1251" else "“Naïve” A/66/228."
    page = f"<html><head><meta charset='{named}'></head><body><p>{said}</p></body></html>"
    document = read(word(paragraph("One.") + '<w:altChunk r:id="a.htm"/>', {"a.htm": page.encode(encoding)}))
    assert texts(document) == ["One.", said]


def test_what_an_inserted_web_page_does_not_show_is_reported() -> None:
    page = "<body><p>Two.</p><script>var three</script></body>"
    document = read(word(paragraph("One.") + '<w:altChunk r:id="a.htm"/>', {"a.htm": page}))
    assert texts(document) == ["One.", "Two."]
    assert document.left_out == (LeftOut("a script in a web page that is inserted", 2, line=2),)


def test_an_inserted_document_of_another_kind_is_reported() -> None:
    document = read(word(paragraph("Before.") + '<w:altChunk r:id="a.rtf"/>', {"a.rtf": "{\\rtf1 One}"}))
    assert texts(document) == ["Before."]
    assert document.left_out == (LeftOut("a document that is inserted as a file of its own"),)


@pytest.mark.parametrize(
    ("settings", "numbers"),
    [
        ("", ["1", "2"]),
        ('<w:numStart w:val="7"/>', ["7", "8"]),
        ('<w:numFmt w:val="upperRoman"/>', ["I", "II"]),
        ('<w:numFmt w:val="chicago"/>', ["*", "†"]),
        ('<w:numRestart w:val="eachSect"/>', ["1", "1"]),
    ],
)
def test_notes_have_the_numbers_that_the_document_sets(settings: str, numbers: list[str]) -> None:
    section = paragraph("One", mark(1), properties="<w:sectPr/>")
    data = word(
        section + paragraph("Two", mark(2)),
        settings=f"<w:footnotePr>{settings}</w:footnotePr>",
        footnotes=notes("A/66/228", "A/67/291"),
    )
    blocks = read(data).blocks
    assert [block.number for block in blocks if block.kind == "footnote"] == numbers
    assert [one.number for block in blocks for one in block.marks] == numbers


def shown(data: bytes) -> list[tuple[str, str, str]]:
    """Kind, number and text of each block."""
    return [(block.kind, block.number, block.text.value) for block in read(data).blocks]


def test_notes_whose_numbers_begin_anew_follow_their_marks() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = paragraph("One", mark(1), mark(2), properties=section) + paragraph("Two", mark(3), mark(4)) + section
    assert shown(word(body, footnotes=notes("A/66/228", "Ibid.", "A/67/291", "Ibid."))) == [
        ("paragraph", "", "One"),
        ("footnote", "1", "A/66/228"),
        ("footnote", "2", "Ibid."),
        ("paragraph", "", "Two"),
        ("footnote", "1", "A/67/291"),
        ("footnote", "2", "Ibid."),
    ]


@pytest.mark.parametrize("own", [notes("A/66/228", "A/67/291"), ""])
def test_notes_of_an_inserted_document_are_numbered_among_those_of_the_document(own: str) -> None:
    inner = word(
        paragraph("Inner", mark(1), " of it") + paragraph("More", mark(2)),
        footnotes=notes("A/68/275", "Ibid., para. 4"),
    )
    first, last = (paragraph("First", mark(1)), paragraph("Last", mark(2))) if own else (paragraph("First"), "")
    parts = {"footnotes": own} if own else {}
    found = shown(word(f'{first}<w:altChunk r:id="inner.docx"/>{last}', {"inner.docx": inner}, **parts))
    begin = [("footnote", "1", "A/66/228")] if own else []
    end = [("paragraph", "", "Last"), ("footnote", "4", "A/67/291")] if own else []
    assert found == [
        ("paragraph", "", "First"),
        *begin,
        ("paragraph", "", "Inner of it"),
        ("footnote", "2" if own else "1", "A/68/275"),
        ("paragraph", "", "More"),
        ("footnote", "3" if own else "2", "Ibid., para. 4"),
        *end,
    ]


BULLETS = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        (f"<w:tbl><w:tr>{cell(paragraph('a'))}{cell(paragraph('b'))}</w:tr></w:tbl>", "a | b"),
        (paragraph("a, b", properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'), "a, b"),
        (paragraph("a, b", properties='<w:outlineLvl w:val="0"/>'), "a, b"),
    ],
    ids=["table", "list", "heading"],
)
def test_whatever_is_in_a_note_has_its_number(inside: str, said: str) -> None:
    note = f'<w:footnote w:id="1">{paragraph("See A/66/228.")}{inside}{paragraph("And A/67/291.")}</w:footnote>'
    assert shown(word(paragraph("One", mark(1)) + paragraph("Two"), numbering=BULLETS, footnotes=note)) == [
        ("paragraph", "", "One"),
        ("footnote", "1", "See A/66/228."),
        ("footnote", "1", said),
        ("footnote", "1", "And A/67/291."),
        ("paragraph", "", "Two"),
    ]


def test_notes_with_the_same_mark_are_told_apart_and_the_paragraphs_of_one_are_not() -> None:
    marked = [f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{one}"/><w:t>*</w:t></w:r>' for one in (1, 2)]
    row = "".join(cell(paragraph("A", one)) for one in marked)
    each = notes("See A/66/228.", "Ibid.").replace("</w:footnote>", f"{paragraph('More.')}</w:footnote>", 1)
    document = read(word(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>", footnotes=each))
    found = [(one.number, one.group, one.text.value) for one in document.blocks if one.kind == "footnote"]
    assert found == [("*", 1, "See A/66/228."), ("*", 1, "More."), ("*", 2, "Ibid.")]


def table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def test_a_table_in_a_cell_comes_where_it_stands() -> None:
    inner = table(cell(paragraph("Inner", mark(2))))
    outer = cell(f"{paragraph('Own', mark(1))}{inner}{paragraph('words')}") + cell(paragraph("right"))
    assert shown(word(table(outer), footnotes=notes("A/66/228", "A/67/291"))) == [
        ("row", "", "Own | "),
        ("row", "", "Inner"),
        ("row", "", "words | right"),
        ("footnote", "1", "A/66/228"),
        ("footnote", "2", "A/67/291"),
    ]


def test_a_note_of_a_row_comes_behind_its_table() -> None:
    rows = table(cell(paragraph("Fiji", mark(1)))).replace(
        "</w:tbl>", f"<w:tr>{cell(paragraph('Peru'))}</w:tr></w:tbl>"
    )
    body = f"{rows}{paragraph('Between', mark(2))}{table(cell(paragraph('Chad')))}"
    assert shown(word(body, footnotes=notes("A/66/228", "A/67/291"))) == [
        ("row", "", "Fiji"),
        ("row", "", "Peru"),
        ("footnote", "1", "A/66/228"),
        ("paragraph", "", "Between"),
        ("footnote", "2", "A/67/291"),
        ("row", "", "Chad"),
    ]


@pytest.mark.parametrize(
    ("before", "behind", "rows"),
    [
        ("", "", [" | ", "Inner"]),
        ("before", "", ["before | ", "Inner"]),
        ("", "behind", ["Inner", "behind | "]),
    ],
)
def test_a_row_parted_by_a_table_has_no_empty_part(before: str, behind: str, rows: list[str]) -> None:
    inner = table(cell(paragraph("Inner")))
    outer = cell(f"{paragraph(before)}{inner}{paragraph(behind)}") + cell(paragraph(""))
    assert [text for _, _, text in shown(word(table(outer)))] == rows


def test_a_wide_cell_is_as_wide_with_a_table_in_it() -> None:
    wide = cell(f"{paragraph('Own')}{table(cell(paragraph('Inner')))}", '<w:gridSpan w:val="2"/>')
    assert [text for _, _, text in shown(word(table(wide, cell(paragraph("right")))))] == [
        "Own |  | ", "Inner", " |  | right",
    ]  # fmt: skip


def character(kind: str, content: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{content}</w:fldChar></w:r>'


@pytest.mark.parametrize("chosen", ['<w:result w:val="1"/>', '<w:default w:val="1"/>'])
def test_what_was_chosen_in_a_form_is_read(chosen: str) -> None:
    choices = "".join(f'<w:listEntry w:val="{name}"/>' for name in ("Peru", "Chile"))
    begin = character("begin", f"<w:ffData><w:ddList>{chosen}{choices}</w:ddList></w:ffData>")
    instruction = "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>"
    document = read(word(paragraph("State: ", begin, instruction, character("separate"), character("end"), ".")))
    assert texts(document) == ["State: Chile."]
    assert document.left_out == ()


def test_fields_whose_text_is_read_are_not_reported() -> None:
    asked = '<w:docPart><w:docPartPr><w:category><w:gallery w:val="placeholder"/></w:category></w:docPartPr>'
    block = f"{asked}<w:docPartBody>{paragraph('Click here')}</w:docPartBody></w:docPart>"
    template = f'<w:glossaryDocument xmlns:w="{W}"><w:docParts>{block}</w:docParts></w:glossaryDocument>'
    field = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    body = paragraph("Name: ", field, character("separate"), " of it", character("end"))
    document = read(word(body, {"glossary/document.xml": template}))
    assert texts(document) == ["Name: Click here of it"]
    assert document.left_out == ()


def test_a_text_box_whose_other_branch_is_a_picture_is_read() -> None:
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:drawing><w:txbxContent>{paragraph('In the box.')}</w:txbxContent></w:drawing>"
    body = paragraph(
        SEE,
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice Requires="wps">{box}</mc:Choice>'
        "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert texts(read(word(body))) == [SEE, "In the box."]


def test_a_mark_whose_note_is_not_in_the_file_stays_a_mark() -> None:
    text = paragraph("One", mark(1), " two", mark(99), ".")
    document = read(word(text, {"footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes("A/HRC/20/1.")}</w:footnotes>'}))
    assert texts(document) == ["One two.", "A/HRC/20/1."]
    assert [one.number for one in document.blocks[0].marks] == ["1", "2"]
    assert document.left_out == (LeftOut("a note that is not in the file", line=1),)
    assert read(word(paragraph("One", mark(1), "."))).left_out == document.left_out
