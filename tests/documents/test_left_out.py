"""Words in are words out and words reported: nothing that a document says is dropped in silence."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from document_support import MARKDOWN, PLAIN, parsed
from docx_support import read, run, texts, word
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.corpus.cite_file import report
from mandate_data.documents import PDF, LeftOut, parse_text
from typesetting import typeset_text

VOCABULARY = "Brazil (3), Kenya (2) (left) The picture States Xx (0) adopted. A/HRC/19/63 © 17-year-old"
WORDS = st.lists(st.sampled_from(VOCABULARY.split(" ")), min_size=1, max_size=25).map(" ".join)
TOKEN = re.compile(r"\w+")


def counted(*pieces: str) -> Counter[str]:
    return Counter(TOKEN.findall(" ".join(pieces)))


@settings(max_examples=60)
@given(text=WORDS, media_type=st.sampled_from([MARKDOWN, PLAIN]))
def test_texts_that_are_not_safeguarded_keep_all_words(text: str, media_type: str) -> None:
    document = parse_text(f"{text}\n", media_type, "text", "a file", "", safeguarded=False)
    assert counted(*texts(document)) == counted(text)
    assert document.set_aside == ()


@settings(max_examples=60)
@given(sentences=st.lists(WORDS, min_size=1, max_size=5))
def test_lines_that_lose_words_are_reported(sentences: list[str]) -> None:
    text = "\n\n".join(f"{one}. And so on it goes." for one in sentences)
    document = parsed(text)
    aside = {line for first, last in document.set_aside for line in range(first, last + 1)}
    for number, line in enumerate(text.split("\n"), 1):
        kept = [block.text.value for block in document.blocks if block.line == number]
        assert counted(*kept) == counted(line) or number in aside


@settings(max_examples=40)
@given(text=WORDS)
def test_word_documents_that_are_not_safeguarded_keep_all_words(text: str) -> None:
    assert counted(*texts(read(word(f"<w:p>{run(text)}</w:p>")))) == counted(text)


@settings(max_examples=5, deadline=None)
@given(text=WORDS)
def test_pdfs_that_are_not_safeguarded_keep_all_words(text: str) -> None:
    pages = typeset_text(
        f"It begins here.\n\n{text}\n\nThe end of it.", head=""
    )  # a number alone at an end is a page's
    assert counted(*texts(read(pages, PDF))) == counted("It begins here", text, "The end of it")


@pytest.mark.parametrize(
    "body",
    [
        f'<w:fldSimple w:instr="REF x">{run("resolution 7/13")}</w:fldSimple>',
        f'<w:dir w:val="ltr">{run("resolution 7/13")}</w:dir>',
        f'<w:bdo w:val="ltr">{run("resolution 7/13")}</w:bdo>',
        f'<w:smartTag w:element="x">{run("resolution 7/13")}</w:smartTag>',
        "<m:oMath><m:r><m:t>resolution</m:t></m:r><m:r><m:t>7/13</m:t></m:r></m:oMath>",
    ],
    ids=["field", "direction", "override", "tag", "formula"],
)
def test_what_mammoth_does_not_know_is_read(body: str) -> None:
    assert texts(read(word(f"<w:p>{run('See ')}{body}{run(' of it.')}</w:p>"))) == ["See resolution 7/13 of it."]


def test_how_a_word_is_said_is_read_after_it() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{run('kyōto')}</w:rt><w:rubyBase>{run('京都')}</w:rubyBase></w:ruby></w:r>"
    assert texts(read(word(f"<w:p>{run('In ')}{ruby}{run('.')}</w:p>"))) == ["In 京都 kyōto."]


def test_a_document_in_a_document_is_reported() -> None:
    document = read(word(f"<w:p>{run('One.')}</w:p><w:altChunk/>"))
    assert document.left_out == (LeftOut("a document that is inserted as a file of its own"),)


def test_a_typed_superscript_is_a_mark() -> None:
    raised = run("13", '<w:vertAlign w:val="superscript"/>')
    (block,) = read(word(f"<w:p>{run('See A/HRC/19/63')}{raised}{run('.')}</w:p>")).blocks
    assert block.text.value == "See A/HRC/19/63."
    assert [(mark.offset, mark.number) for mark in block.marks] == [(15, "13")]


def test_merged_cells_keep_their_columns() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    wide = "<w:tr>" + cell("A", '<w:gridSpan w:val="2"/>') + cell("B") + "</w:tr>"
    high = "<w:tr>" + cell("C", '<w:vMerge w:val="restart"/>') + cell("D") + cell("E") + "</w:tr>"
    covered = "<w:tr>" + cell("", "<w:vMerge/>") + cell("F") + cell("G") + "</w:tr>"
    document = read(word(f"<w:tbl>{wide}{high}{covered}</w:tbl>"))
    assert [[one.value for one in block.cells] for block in document.blocks] == [
        ["A", "", "B"],
        ["C", "D", "E"],
        ["", "F", "G"],
    ]


def test_an_outline_level_makes_a_heading() -> None:
    heading = f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{run("Findings")}</w:p>'
    document = read(word(f"{heading}<w:p>{run('One.')}</w:p>"))
    assert [(block.kind, block.level) for block in document.blocks][1:] == [("paragraph", 0)]


def test_html_in_markdown_is_read_and_its_comments_are_counted() -> None:
    text = "<table>\n<tr><td>Ghana</td><td>A/HRC/25/48</td></tr>\n</table>\n\n<div>\nOne.\n</div>\n\n<!-- not this -->"
    document = parsed(text)
    assert [(block.kind, block.line, block.text.value) for block in document.blocks] == [
        ("row", 2, "Ghana | A/HRC/25/48"),
        ("paragraph", 6, "One."),
    ]
    assert document.left_out == (LeftOut("an HTML comment", 2, line=9),)


def test_cite_reports_what_it_did_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(f"<w:p>{run('See A/HRC/19/63.')}</w:p><w:altChunk/>"))
    warnings: list[str] = []
    assert len(list(report([str(path)], "jsonl", warn=warnings.append))) == 1
    assert warnings == [f"{path}: not read: a document that is inserted as a file of its own"]
