"""Word documents: the same blocks as from Markdown, the same rows; what is not a Word document is one line."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import socket
import struct
import zipfile
import zlib
from pathlib import Path

import pypandoc
import pytest
from conftest import ROOT, ProjectCopy
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.documents import DOCX, Document, parse_text, read_document
from mandate_data.documents.docx import DocxError, parse_docx
from mandate_data.errors import InputError
from mandate_data.extract import extract, find_sources
from mandate_data.package.tables import Row
from mandate_data.project import Project

TEXT = """# The mandate[^1]

It began in *1990* with resolution 7/13[^2] and
went on.

- the first task;
- the **second** task[^3].

1. One
2. Two

> A box apart.

**A name in bold**

| Country | Report |
|---|---|
| Georgia[^4] | A/HRC/31/58 |
| Nepal | |

[^1]: On the title.
[^2]: Para. 9.
[^3]: Ibid., p. 3.

    And more of it.
[^4]: In a cell.
"""
FREE = {"list_items": {"label"}, "citations": {"as_printed"}, "sources": {"edition", "media_type", "sha256", "lines"}}


def word(text: str, folder: Path, name: str = "text.docx") -> Path:
    """A Word document made of a Markdown text."""
    path = folder / name
    pypandoc.convert_text(text, "docx", format="gfm-raw_html-emoji", outputfile=str(path))
    return path


def read(path: Path) -> Document:
    return read_document(path, DOCX, "text")


def test_numbers_that_word_gives_are_reported(tmp_path: Path) -> None:
    document = read(word("1. One\n2. Two\n\n- a bullet\n", tmp_path))
    assert [(block.kind, block.text.value) for block in document.blocks] == [
        ("item", "One"),
        ("item", "Two"),
        ("item", "a bullet"),
    ]
    assert [one.reason for one in document.left_out] == [
        "the number that Word gives to a paragraph, here and in 1 other place"
    ]


def shown(document: Document) -> list[tuple[object, ...]]:
    return [
        (one.kind, one.text.value, one.level, one.number, one.boxed, [mark.number for mark in one.marks], one.group)
        for one in document.blocks
        if one.kind != "footnote"
    ]


def test_blocks_are_those_of_the_markdown(tmp_path: Path) -> None:
    document = read(word(TEXT, tmp_path))
    markdown = parse_text(TEXT, "text/markdown", "text", "text.md", "")
    assert shown(document) == shown(markdown)
    notes = [(one.number, one.text.value) for one in document.blocks if one.kind == "footnote"]
    assert notes == [("1", "On the title."), ("2", "Para. 9."), ("3", "Ibid., p. 3."), ("3", "And more of it."),
                     ("4", "In a cell.")]  # fmt: skip
    cells = [[cell.value for cell in one.cells] for one in document.blocks if one.kind == "row"]
    assert cells == [["Country", "Report"], ["Georgia", "A/HRC/31/58"], ["Nepal", ""]]


def test_each_block_is_a_line_and_notes_follow_their_marks(tmp_path: Path) -> None:
    document = read(word(TEXT, tmp_path))
    assert [one.line for one in document.blocks] == list(range(1, len(document.lines) + 1))
    assert document.lines[:4] == (
        "The mandate[^1]",
        "[^1]: On the title.",
        "It began in 1990 with resolution 7/13[^2] and went on.",
        "[^2]: Para. 9.",
    )
    assert [one.kind for one in document.blocks[:4]] == ["heading", "footnote", "paragraph", "footnote"]


def test_marks_stand_after_the_words_that_they_mark(tmp_path: Path) -> None:
    document = read(word(TEXT, tmp_path))
    (paragraph,) = [one for one in document.blocks if one.text.value.startswith("It began")]
    assert paragraph.text.value == "It began in 1990 with resolution 7/13 and went on."
    assert paragraph.text.value[: paragraph.marks[0].offset] == "It began in 1990 with resolution 7/13"


NESTED = """<table><tr><th>Country</th><th>What</th></tr>
<tr><td><p>Georgia</p><p>and Nepal</p></td><td><ul><li>one visit</li><li>one report</li></ul></td></tr>
<tr><td>Japan</td><td>before <table><tr><td>inner left</td><td>inner right</td></tr></table> after</td></tr></table>
<p>Behind the table.</p>"""


def test_nothing_in_a_cell_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "text.docx"
    pypandoc.convert_text(NESTED, "docx", format="html", outputfile=str(path))
    document = read(path)
    rows = [[cell.value for cell in one.cells] for one in document.blocks if one.kind == "row"]
    assert rows == [
        ["Country", "What"],
        ["Georgia and Nepal", "one visit one report"],
        ["Japan", "before"],
        ["inner left", "inner right"],
        ["", "after"],
    ]
    first, second, last, inner, rest = [one.group for one in document.blocks if one.kind == "row"]
    assert first == second == last == rest != inner
    assert (document.blocks[-1].kind, document.blocks[-1].text.value) == ("paragraph", "Behind the table.")


def picture() -> bytes:
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", header) + part(b"IDAT", zlib.compress(b"\0\0")) + part(b"IEND", b"")


def test_pictures_and_captions_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(picture())
    text = f"Before.\n\n![A caption of nobody]({tmp_path / 'picture.png'})\n\nYoung people at a meeting\n\nAfter.\n"
    path = tmp_path / "text.docx"
    pypandoc.convert_text(text, "docx", format="markdown", outputfile=str(path))
    document = read(path)
    assert [one.text.value for one in document.blocks] == ["Before.", "After."]
    assert "A caption of nobody" not in "\n".join(document.lines)
    assert len(document.set_aside) == 2


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> ProjectCopy:
    """The sources, with notes as Word has them: each marked once, in its place."""
    root = tmp_path_factory.mktemp("mended")
    for name in ("raw", "schemas"):
        shutil.copytree(ROOT / name, root / name)
    project = ProjectCopy(root)
    handbook = project.document("handbook-2016")
    text = handbook.read_text(encoding="utf-8").replace("[^46]", "[^46][^47]", 1)
    # The marks stand in the order 32, 34, 32, as printed; Word counts them, and each note has one.
    moved = re.findall(r"\[\^32\]: .+\n\n", text)[0]
    begin, middle, end = text.replace(moved, "").split("[^32]")
    middle = middle.replace("[^34]", "[^33]")
    end = end.replace("[^33]: ", "[^32]: ").replace("[^34]: ", "[^33]: ")
    end = end.replace("[^35]: ", f"{moved.replace('[^32]', '[^34]')}[^35]: ")
    handbook.write_text(f"{begin}[^32]{middle}[^34]{end}", encoding="utf-8")
    project.edit("raw/leiden-2015/document.md", "# 1. Introduction", "# 1. Introduction[^1]")
    return project


def fixed(rows: list[Row], table: str) -> list[Row]:
    return [{name: value for name, value in row.items() if name not in FREE.get(table, ())} for row in rows]


@pytest.mark.slow
def test_both_sources_give_the_same_rows_from_word(mended: ProjectCopy, tmp_path: Path) -> None:
    raw, _schemas = mended.root / "raw", mended.root / "schemas"
    chosen = {
        name: word(mended.document(name).read_text(encoding="utf-8"), tmp_path, f"{name}.docx")
        for name in ("handbook-2016", "leiden-2015")
    }
    markdown = extract(find_sources(raw), Project(raw.parent)).tables
    tables = extract(find_sources(raw, None, chosen), Project(raw.parent)).tables
    for name in tables:
        if name == "provenance":
            rows = [
                {(row["table"], row["row_key"], row["source_id"]) for row in one[name]} for one in (tables, markdown)
            ]
            assert rows[0] == rows[1]
        else:
            assert fixed(tables[name], name) == fixed(markdown[name], name), name


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return stream.getvalue()


ENTITIES = b"<!DOCTYPE a [<!ENTITY a0 'x'>" + b"".join(
    b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)
) + b"]><a>&a11;</a>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "it is a document of an old office program; save it as .docx",
        ),
        (b"%PDF-1.7", "it is a PDF; give it the suffix .pdf"),
        (b"A/HRC/34/55 says so.", "it is text; give it the suffix .txt or .md"),
    ],
    ids=["encrypted", "PDF", "text"],
)
def test_a_file_that_is_something_else_is_named(data: bytes, what: str, tmp_path: Path) -> None:
    path = tmp_path / "other.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read(path)
    assert str(raised.value) == f"{path}: not a Word document: {what}"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK not a zip", "File is not a zip file"),
        (zipped(other=b"<a/>"), "it has no part with the text of a document, as a workbook has none"),
        (zipped(word__document=b"<a"), ""),
        (zipped(word__document=ENTITIES), ""),
        (zipped(word__document=b"<a>" * 100_000), ""),
        (zipped(word__document=bytes(201_000_000)), "unpacked it has 201,000,000 bytes"),
    ],
    ids=["no zip", "no document", "cut", "entities", "nested", "bomb"],
)
def test_what_is_no_word_document_is_one_line(data: bytes, why: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: can't be read as a Word document ({why}")
    assert message.endswith("); save it anew as .docx")
    assert "\n" not in message


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return word(TEXT, tmp_path_factory.mktemp("sound")).read_bytes()


@pytest.mark.slow
@settings(max_examples=60)
@given(data=st.data())
def test_damage_never_ends_in_anything_else(sound: bytes, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(sound) - 1))
    length = data.draw(st.integers(0, 40))
    damaged = sound[:place] + data.draw(st.binary(max_size=40)) + sound[place + length :]
    with contextlib.suppress(DocxError):
        parse_docx(damaged)


def test_nothing_outside_the_document_is_opened(tmp_path: Path) -> None:
    """A picture may lie elsewhere, as the document says; nobody asks for it."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/picture.png"
        (tmp_path / "picture.png").write_bytes(picture())
        path = tmp_path / "text.docx"
        text = f"Before.\n\n![]({tmp_path / 'picture.png'})\n\n[After]({address}).\n"
        pypandoc.convert_text(text, "docx", format="markdown", outputfile=str(path))
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        relations = parts["word/_rels/document.xml.rels"].decode()
        linked = re.sub(r'Target="media/[^"]+"', f'Target="{address}" TargetMode="External"', relations)
        assert linked != relations
        parts["word/_rels/document.xml.rels"] = linked.encode()
        parts["word/document.xml"] = parts["word/document.xml"].replace(b"r:embed=", b"r:link=")
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in parts.items():
                archive.writestr(name, data)
        assert [one.text.value for one in read(path).blocks] == ["Before.", "After."]
        server.settimeout(0.2)
        with pytest.raises(TimeoutError):
            server.accept()
