"""PDFs: the same blocks as from Markdown, the same rows; pages are known; what can't be read is told."""

from __future__ import annotations

import contextlib
import io
import random
import re
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT, ProjectCopy
from hand_written_pdf import made
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.documents import PDF, Document, LeftOut, parse_text, read_document
from mandate_data.documents.pdf import PdfError, parse_pdf
from mandate_data.errors import InputError
from mandate_data.extract import extract, find_sources
from mandate_data.package.tables import Row
from mandate_data.project import Project
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from typesetting import typeset, typeset_text
from typst_typesetting import set_by_typst

WORDS = ("mandate", "States", "causes", "report", "visit", "country", "law", "policy", "treaty", "office", "session")

LONG_WORDS = (
    "accountability",
    "determinants",
    "international",
    "recommendations",
    "of",
    "the",
    "mandate",
    "obligations",
)


def prose(seed: int) -> str:
    """A paragraph of about ten lines, another one for each seed."""
    words = random.Random(seed)
    sentences = [" ".join(words.choices(WORDS, k=words.randint(8, 20))).capitalize() + "." for _ in range(8 + seed % 5)]
    return " ".join(sentences)


LONG = prose(0)
TEXT = f"""# The mandate[^1]

It began in 1990 with resolution 7/13[^2] and went on for 25 years.

{prose(1)}

{prose(2)}

{prose(3)}

## What it does

- the first task;
- the second task[^3], which takes a line that is so long that it has to be broken before the words reach its end;
- the third.

> A box apart, which stays away from both edges of the text, so that everybody sees that it is none of it at all.

| Country | Report |
|---|---|
| Georgia[^4] | A/HRC/31/58 |
| Nepal | |

The end of it.

[^1]: On the title.
[^2]: Para. 9.
[^3]: Ibid., p. 3, with a remark that is long enough to be broken over two lines at the end of a page, as notes are.
[^4]: In a cell.
"""
PAGES = "\n\n".join(f"{number}\\. {prose(number)}[^{number}]\n\n[^{number}]: Note {number}." for number in range(1, 13))
FREE = {"list_items": {"label"}, "citations": {"as_printed"}, "sources": {"edition", "media_type", "sha256", "lines"}}


def read(data: bytes, folder: Path) -> Document:
    path = folder / "text.pdf"
    path.write_bytes(data)
    return read_document(path, PDF, "text")


@cache
def pdf(text: str, style: str = "", head: str = "A/HRC/99/99") -> bytes:
    return typeset(text, head, style)


def shown(document: Document) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.text.value, one.level, one.boxed, [mark.number for mark in one.marks], one.group)
        for one in document.blocks
        if one.kind != "footnote"
    ]


def notes(document: Document) -> list[tuple[str, str]]:
    return [(one.number, one.text.value) for one in document.blocks if one.kind == "footnote"]


STYLES = {
    "as UN documents are": "",
    "indented, without gaps": "p { margin: 0; text-indent: 2em }",
    "ragged, on small pages": "@page { size: A5; margin: 18mm } body { text-align: left; font-size: 9pt }",
    "with broken words": "@page { size: A5 } body { hyphens: auto }",
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_blocks_are_those_of_the_markdown(style: str, tmp_path: Path) -> None:
    document = read(pdf(TEXT, style), tmp_path)
    markdown = parse_text(TEXT, "text/markdown", "text", "text.md", "")
    assert shown(document) == shown(markdown)
    assert notes(document) == notes(markdown)


def test_marks_stand_after_the_words_that_they_mark(tmp_path: Path) -> None:
    document = read(pdf(TEXT), tmp_path)
    (paragraph,) = [one for one in document.blocks if one.text.value.startswith("It began")]
    assert paragraph.text.value[: paragraph.marks[0].offset] == "It began in 1990 with resolution 7/13"
    assert document.lines[paragraph.line - 1] == "It began in 1990 with resolution 7/13[^2] and went on for 25 years."


def test_heads_and_page_numbers_are_set_aside_and_each_line_has_its_page(tmp_path: Path) -> None:
    document = read(pdf(PAGES), tmp_path)
    blocks = [one for one in document.blocks if one.kind == "paragraph"]
    assert [one.text.value for one in blocks] == [f"{number}. {prose(number)}" for number in range(1, 13)]
    assert notes(document) == [(str(number), f"Note {number}.") for number in range(1, 13)]
    # The lines are there, so that a reader of the page can count them.
    assert document.lines.count("A/HRC/99/99") == max(document.pages) > 2
    crossing = [one for one in blocks if document.page_at(one.line) != document.page_at(one.end_line)]
    assert crossing
    for one in document.blocks:
        page = document.page_at(one.line)
        assert page is not None
        assert one.text.value[:4] in PdfReader(io.BytesIO(pdf(PAGES))).pages[page - 1].extract_text()


def test_a_table_goes_on_over_pages_without_its_head_again(tmp_path: Path) -> None:
    rows = "".join(f"| {year} | A report of that year | A/HRC/{year - 1999}/58 |\n" for year in range(2000, 2060))
    document = read(pdf(f"| Year | Title | Symbol |\n|---|---|---|\n{rows}"), tmp_path)
    table = [[cell.value for cell in one.cells] for one in document.blocks if one.kind == "row"]
    assert table[0] == ["Year", "Title", "Symbol"]
    assert [row[0] for row in table[1:]] == [str(year) for year in range(2000, 2060)]
    assert len({one.group for one in document.blocks}) == 1
    assert set(document.pages) == {1, 2}


def fixed(rows: list[Row], table: str) -> list[Row]:
    return [{name: value for name, value in row.items() if name not in FREE.get(table, ())} for row in rows]


@pytest.mark.slow
def test_both_sources_give_the_same_rows_from_pdf(project: ProjectCopy, tmp_path: Path) -> None:
    raw, _schemas = ROOT / "raw", ROOT / "schemas"
    styles = {"handbook-2016": STYLES["with broken words"], "leiden-2015": STYLES["as UN documents are"]}
    chosen = {name: tmp_path / f"{name}.pdf" for name in styles}
    for name, path in chosen.items():
        path.write_bytes(pdf(project.document(name).read_text(encoding="utf-8"), styles[name]))
    markdown = extract(find_sources(raw), Project(raw.parent)).tables
    extracted = extract(find_sources(raw, None, chosen), Project(raw.parent))
    tables = extracted.tables
    for name in set(tables) - {"provenance"}:
        assert fixed(tables[name], name) == fixed(markdown[name], name), name
    for row in tables["provenance"]:
        if row["source_id"] is None:
            continue
        pages = extracted.documents[str(row["source_id"])].pages
        assert row["page"] == pages[int(str(row["line"])) - 1]
    assert {row["page"] for row in markdown["provenance"]} == {None}


def with_picture(folder: Path) -> bytes:
    """A page with a picture, a caption in small print below it, and text."""
    from PIL import Image
    from weasyprint import HTML

    Image.new("RGB", (80, 50), "grey").save(folder / "picture.png")
    style = "body { font: 10pt/1.4 serif } .small { font-size: 8pt; margin: 2pt 0 }"
    body = (
        f"<p>{LONG}</p><img style='width: 8cm; height: 5cm; display: block' src='{folder / 'picture.png'}'>"
        f"<p class=small>A caption of nobody</p><p>{LONG}</p>"
    )
    data = HTML(string=f"<style>{style}</style>{body}", base_url=str(folder)).write_pdf()
    assert isinstance(data, bytes)
    return data


def test_captions_are_set_aside(tmp_path: Path) -> None:
    document = read(with_picture(tmp_path), tmp_path)
    assert [one.text.value for one in document.blocks] == [LONG, LONG]
    assert not any("caption" in line for line in document.lines)
    assert len(document.set_aside) == 1


def scanned(pages: int) -> bytes:
    """Pages that are pictures of text."""
    from PIL import Image

    stream = io.BytesIO()
    image = Image.new("L", (600, 800), 200)
    image.save(stream, "PDF", save_all=True, append_images=[image] * (pages - 1))
    return stream.getvalue()


def joined(*parts: bytes) -> bytes:
    writer = PdfWriter()
    for part in parts:
        writer.append(io.BytesIO(part))
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_scanned_pages_are_told_one_by_one(tmp_path: Path) -> None:
    document = read(joined(pdf(TEXT), scanned(2), pdf(PAGES)), tmp_path)
    first = len(PdfReader(io.BytesIO(pdf(TEXT))).pages)
    assert document.unread == (first + 1, first + 2)


@pytest.mark.slow
def test_scanned_pages_are_findings_on_their_page(project: ProjectCopy) -> None:
    path = project.root / "leiden.pdf"
    text = project.document("leiden-2015").read_text(encoding="utf-8")
    path.write_bytes(joined(scanned(1), pdf(text)))
    raw, _schemas = project.root / "raw", project.root / "schemas"
    extracted = extract(find_sources(raw, None, {"leiden-2015": path}), Project(raw.parent))
    (finding,) = [one for one in extracted.findings if one.code == "page-without-text"]
    assert (finding.severity, finding.file, finding.page) == ("warning", str(path), 1)
    assert (
        finding.sentence
        == "not all of the page is text that can be read: there may be more on it than was read (page 1)"
    )


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(TEXT)))
    writer.encrypt(password, "owner", algorithm="AES-256")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_password_that_is_empty_is_none(tmp_path: Path) -> None:
    assert shown(read(encrypted(""), tmp_path)) == shown(read(pdf(TEXT), tmp_path))


def test_a_password_is_asked_for_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read(encrypted("secret"), tmp_path)
    assert str(raised.value) == (
        f"{tmp_path / 'text.pdf'}: can't be read as a PDF (it is encrypted and needs a password); "
        "open it with the password and save it without one"
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7 and nothing else", "(it is damaged or cut short)"),
        (encrypted("secret"), "(it is encrypted and needs a password)"),
        (pdf(TEXT)[: len(pdf(TEXT)) // 2], ""),
        (pdf(TEXT)[:-900], ""),
        (made(b"[" * 10_000 + b"]" * 10_000), ""),
        (made(b"", extra=b"/X " + b"[" * 10_000 + b"]" * 10_000), ""),
    ],
    ids=["no PDF", "encrypted", "half", "without its end", "nested content", "nested objects"],
)
def test_what_cannot_be_read_is_one_line(data: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read(data, tmp_path)
    message = str(raised.value)
    assert message.startswith(f"{tmp_path / 'text.pdf'}: can't be read as a PDF {why}") or " text; " in message
    assert "\n" not in message


def test_a_document_of_pictures_alone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read(scanned(3), tmp_path)
    assert str(raised.value) == (
        f"{tmp_path / 'text.pdf'}: none of its 3 pages has text; run it through text recognition first: "
        "--ocr auto does so where Tesseract is installed"
    )


SOUND = typeset("# A\n\nOne[^1] paragraph.\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: Note.\n")


@settings(max_examples=40)
@given(data=st.data())
def test_damage_never_ends_in_anything_else(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(SOUND) - 1))
    length = data.draw(st.integers(0, 40))
    damaged = SOUND[:place] + data.draw(st.binary(max_size=40)) + SOUND[place + length :]
    with contextlib.suppress(PdfError):
        parse_pdf(damaged)


PROSE = "# Over all columns\n\n" + "\n\n".join(prose(number) for number in range(12))


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    columns = "body { columns: 2; column-gap: 8mm } h1 { column-span: all }"
    document = read(pdf(PROSE, columns), tmp_path)
    assert [one.text.value for one in document.blocks] == ["Over all columns", *(prose(number) for number in range(12))]


UNRULED = {
    "rules below rows": "td { border: 0; border-bottom: 0.5pt solid; padding: 3pt 8pt }",
    "no rules": "td { border: 0; padding: 5pt 8pt }",
    "shaded": "table { border-collapse: separate } td { border: 0; background: #ddd }",
}


@pytest.mark.quick(1)
@pytest.mark.parametrize("style", UNRULED.values(), ids=UNRULED)
def test_tables_without_vertical_rules(style: str, tmp_path: Path) -> None:
    title = "A report on the mandate whose title is so long that it takes several lines of its cell"
    rows = [[str(year), title, f"A/HRC/{year - 1990}/1"] for year in range(2001, 2012)]
    text = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    table = f"Before it.\n\n| Year | Title | Symbol |\n|---|---|---|\n{text}\n\nAfter it.\n"
    document = read(pdf(table, style, head=""), tmp_path)
    found = [[cell.value for cell in one.cells] for one in document.blocks if one.kind == "row"]
    assert found == [["Year", "Title", "Symbol"], *rows]
    assert [one.text.value for one in document.blocks if one.kind != "row"] == ["Before it.", "After it."]


HEADS = {
    "upper-case Roman": "@page { @bottom-right { content: counter(page, upper-roman) } }",
    "Roman between dashes": "@page { @bottom-right { content: '- ' counter(page, lower-roman) ' -' } }",
    "by chapter": "h1 { string-set: chapter content(); break-before: page }"
    " @page :left { @top-left { content: string(chapter) } } @page :right { @top-right { content: string(chapter) } }",
}


@pytest.mark.quick(1)
@pytest.mark.parametrize("style", HEADS.values(), ids=HEADS)
def test_heads_and_numbers_of_other_kinds_are_set_aside(style: str, tmp_path: Path) -> None:
    chapters = [
        [f"Chapter {letter}", *(prose(10 * number + i) for i in range(7))] for number, letter in enumerate("ABC")
    ]
    document = read(pdf("\n\n".join("\n\n".join([f"# {head}", *texts]) for head, *texts in chapters), style), tmp_path)
    assert [one.text.value for one in document.blocks] == [text for chapter in chapters for text in chapter]


def test_what_stands_at_the_head_of_each_page_and_differs_is_text(tmp_path: Path) -> None:
    countries = ("Chad", "Benin", "Nepal")
    pages = [f"# {country}\n\n## Recommendations\n\n{prose(number)}" for number, country in enumerate(countries)]
    document = read(pdf("\n\n".join(pages), "h1 { break-before: page }"), tmp_path)
    assert [one.text.value for one in document.blocks if one.kind == "heading"] == [
        "Chad", "Recommendations", "Benin", "Recommendations", "Nepal", "Recommendations",
    ]  # fmt: skip


def test_an_initial_as_high_as_two_lines_begins_the_first(tmp_path: Path) -> None:
    style = "p::first-letter { font-size: 32pt; float: left }"
    document = read(pdf(f"{LONG}\n\n{prose(5)}\n", style, head=""), tmp_path)
    assert document.blocks[0].text.value.startswith(LONG[:60])


FURNITURE = "running heads, feet and page numbers"


def test_turned_pages_are_read_as_their_text_runs(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf(PAGES)))
    writer.pages[1].rotate(90)
    writer.pages[2].rotate(180)
    stream = io.BytesIO()
    writer.write(stream)
    document = read(stream.getvalue(), tmp_path)
    assert shown(document) == shown(read(pdf(PAGES), tmp_path))
    assert document.unread == ()
    assert document.left_out == read(pdf(PAGES), tmp_path).left_out == (LeftOut(FURNITURE, 20),)


def test_words_that_run_another_way_are_counted(tmp_path: Path) -> None:
    style = "p:last-child { transform: rotate(-90deg); position: absolute; bottom: 0 }"
    document = read(pdf("One paragraph of some words.\n\nThree turned words\n", style, head=""), tmp_path)
    assert [block.text.value for block in document.blocks] == ["One paragraph of some words."]
    assert document.left_out == (LeftOut("text that is set at an angle", 3, page=1), LeftOut(FURNITURE, 1))


def test_a_file_whose_end_is_missing_is_mended_and_reported(tmp_path: Path) -> None:
    document = read(pdf(TEXT)[:-30], tmp_path)
    assert document.left_out == (
        LeftOut("what a damaged part of the file may hold: it was mended"),
        LeftOut(FURNITURE, 10),
    )


def test_an_accepted_name_with_a_number_is_kept_where_nothing_is_safeguarded(tmp_path: Path) -> None:
    text = "It was sent to Xx (3) and Yy (2). It was adopted.\n"
    path = tmp_path / "text.pdf"
    path.write_bytes(pdf(text, head=""))
    assert [one.text.value for one in read_document(path, PDF, "text", safeguarded=False).blocks] == [text.strip()]
    document = read_document(path, PDF, "text")
    assert [one.text.value for one in document.blocks] == ["It was adopted."]
    assert document.set_aside == ((1, 1),)


@pytest.mark.quick(2)
@pytest.mark.parametrize("gutter", [6, 7, 9, 10, 12, 14])
def test_columns_with_narrow_gutters_and_hyphens_that_reach_into_them(gutter: int, tmp_path: Path) -> None:
    words = random.Random(7)
    sentences = [f"{' '.join(words.choices(LONG_WORDS, k=60)).capitalize()}." for _ in range(16)]
    style = f"#set page(columns: 2)\n#set columns(gutter: {gutter}pt)"
    path = tmp_path / "columns.pdf"
    path.write_bytes(set_by_typst("\n\n".join(sentences), style))
    document = read_document(path, PDF, "text")
    read = re.sub(r"-", "", " ".join(block.text.value for block in document.blocks))
    assert read == " ".join(sentences)
    assert {block.kind for block in document.blocks} == {"paragraph"}


def test_a_number_behind_an_abbreviation_begins_no_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(
        set_by_typst(
            "See, for example, CRC/C/LBN/CO/4-5, para. 34. And more.",
            "#set page(width: 325pt, numbering: none, header: none)",
        )
    )
    document = read_document(path, PDF, "text")
    assert [one.text.value for one in document.blocks] == ["See, for example, CRC/C/LBN/CO/4-5, para. 34. And more."]
    assert any(line.startswith("34.") for line in document.lines)


def test_what_readers_noted_is_reported(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(typeset_text("It is printed here.")))
    writer.add_annotation(0, Text(text="A word of a reader", rect=(50, 550, 200, 650)))
    path = tmp_path / "noted.pdf"
    writer.write(path)
    assert LeftOut("a note on the page", 5, page=1) in read_document(path, PDF, "text").left_out
