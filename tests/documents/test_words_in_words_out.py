"""Whole documents of each format: words in are words out and words reported as left out."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from html import escape

import pytest
from document_support import MARKDOWN, PLAIN
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from mandate_data.documents import DOCX, PDF, Document, parse_binary, parse_text
from typesetting import typeset

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TOKEN = re.compile(r"[^\W_]+")
WORDS = ("Brazil", "States", "the", "picture", "left", "resolution", "adopted", "it", "of", "Council", "young", "photo")
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=2, max_size=30).map(lambda words: f"It says {' '.join(words)}.")
HEAD, COMMENT = "Some running head", "a word of some reader"


@dataclass(frozen=True)
class Piece:
    """A paragraph, heading, item or row, its note if it has one, and whether a reader has commented on it."""

    kind: str
    text: str
    note: str
    commented: bool

    @property
    def words(self) -> list[str]:
        return TOKEN.findall(f"{self.text} {self.note}")


GAPS = st.sampled_from(["\n\n", "\n\n \n\n", "\n", "\n\n\n"])
PIECES = st.lists(
    st.builds(
        Piece,
        st.sampled_from(["paragraph", "heading", "item", "row"]),
        SENTENCE,
        st.one_of(st.just(""), SENTENCE),
        st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


def words_of(pieces: list[Piece]) -> Counter[str]:
    return Counter(word for piece in pieces for word in piece.words)


def assert_whole(document: Document, text: Counter[str], beside: Counter[str]) -> None:
    """All words of the text are read, and of what stands beside it none; that is reported with its count of words."""
    assert Counter(TOKEN.findall(" ".join(block.text.value for block in document.blocks))) == text
    assert sum(one.words for one in document.left_out) == beside.total()
    assert document.set_aside == document.unread == ()


def markdown(pieces: list[Piece], comments: bool) -> str:
    lines: list[str] = []
    for number, piece in enumerate(pieces, 1):
        mark = f"[^{number}]" if piece.note else ""
        comment = f" <!-- {COMMENT} -->" if comments and piece.commented else ""
        match piece.kind:
            case "heading":
                lines += [f"## {piece.text}{mark}{comment}"]
            case "item":
                lines += [f"- {piece.text}{mark}{comment}"]
            case "row":
                lines += [f"| {piece.text}{mark} | {comment} |", "|---|---|"]
            case _:
                lines += [f"{piece.text}{mark}{comment}"]
        lines += ["", f"[^{number}]: {piece.note}", ""] if piece.note else [""]
    return "\n".join(lines)


@settings(max_examples=100)
@given(pieces=PIECES)
def test_markdown(pieces: list[Piece]) -> None:
    document = parse_text(markdown(pieces, comments=True), MARKDOWN, "text", "a file", "", safeguarded=False)
    comments = Counter(TOKEN.findall(" ".join(COMMENT for piece in pieces if piece.commented)))
    assert_whole(document, words_of(pieces), comments)


@settings(max_examples=100)
@given(pieces=PIECES, gap=GAPS, width=st.sampled_from([40, 80, 10_000]))
def test_text(pieces: list[Piece], gap: str, width: int) -> None:
    wrapped = [re.sub(rf"(.{{{width}}}\S*) ", r"\1\n", piece.text) for piece in pieces]
    document = parse_text(gap.join(wrapped) + "\n", PLAIN, "text", "a file", "", safeguarded=False)
    assert_whole(document, Counter(TOKEN.findall(" ".join(wrapped))), Counter())


@pytest.mark.slow
@settings(max_examples=4, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(pieces=PIECES)
def test_pdf(pieces: list[Piece]) -> None:
    # Long enough for several pages: what stands once at the edge of a page is not a running head.
    chosen = random.Random(len(pieces))
    filling = [f"It says {' '.join(chosen.choices(WORDS, k=150))}." for _ in range(8)]
    pieces = [*pieces, *(Piece("paragraph", text, "", False) for text in filling)]
    document = parse_binary(
        typeset(markdown(pieces, comments=False), head=HEAD), PDF, "text", "a file", "", safeguarded=False
    )
    pages = max(document.pages)
    assert pages > 1
    beside = Counter(TOKEN.findall(" ".join([HEAD] * pages + [str(page) for page in range(1, pages + 1)])))
    assert_whole(document, words_of(pieces), beside)


def paragraph(text: str, properties: str = "", after: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}{after}</w:p>"


def part(root: str, body: str) -> str:
    return f'<w:{root} xmlns:w="{W}">{body}</w:{root}>'


def word(pieces: list[Piece]) -> bytes:
    """A Word document with a page head, comments, and after each commented piece a deletion."""
    body = notes = ""
    for number, piece in enumerate(pieces, 1):
        mark = f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' if piece.note else ""
        if piece.commented:
            mark += f'<w:del><w:r><w:delText xml:space="preserve">{COMMENT}</w:delText></w:r></w:del>'
        if piece.note:
            notes += f'<w:footnote w:id="{number}">{paragraph(piece.note)}</w:footnote>'
        match piece.kind:
            case "heading":
                body += paragraph(piece.text, '<w:outlineLvl w:val="1"/>', mark)
            case "row":
                body += f"<w:tbl><w:tr><w:tc>{paragraph(piece.text, '', mark)}</w:tc></w:tr></w:tbl>"
            case _:
                body += paragraph(piece.text, "", mark)
    parts = {
        "document": part("document", f"<w:body>{body}</w:body>"),
        "footnotes": part("footnotes", notes),
        "header1": part("hdr", paragraph(HEAD)),
        "comments": part("comments", f'<w:comment w:id="1">{paragraph(COMMENT)}</w:comment>'),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
            f'ContentType="{DOCX}.main+xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{KIND}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="n" Type="{KIND}/footnotes" '
            'Target="footnotes.xml"/></Relationships>',
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return data.getvalue()


@settings(max_examples=40)
@given(pieces=PIECES)
def test_word(pieces: list[Piece]) -> None:
    document = parse_binary(word(pieces), DOCX, "text", "a file", "", safeguarded=False)
    beside = [HEAD, COMMENT, *(COMMENT for piece in pieces if piece.commented)]
    assert_whole(document, words_of(pieces), Counter(TOKEN.findall(" ".join(beside))))


@pytest.mark.slow
@settings(max_examples=100)
@given(pieces=PIECES)
def test_what_a_build_sets_aside_is_reported_with_its_line(pieces: list[Piece]) -> None:
    text = markdown(pieces, comments=False)
    document = parse_text(text, MARKDOWN, "text", "a file", "")
    aside = {line for first, last in document.set_aside for line in range(first, last + 1)}
    kept = Counter(TOKEN.findall(" ".join(block.text.value for block in document.blocks)))
    lines = [line for number, line in enumerate(text.split("\n"), 1) if number not in aside]
    printed = Counter(TOKEN.findall(re.sub(r"\[\^\d+\]", "", " ".join(lines))))
    assert not printed - kept
