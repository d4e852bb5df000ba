"""Notes that HTML tells by ids are notes, marks in brackets are marks, also in what Word documents insert."""

from __future__ import annotations

import pytest
from document_support import brief, marks, parsed
from docx_support import paragraph, read, word

TEXT = '<p>One<sup><a href="#fn1">{}</a></sup> and two<sup>{}</sup>.</p>\n'


def notes(text: str) -> list[tuple[str, str]]:
    return [(block.number, block.text.value) for block in parsed(text).blocks if block.kind == "footnote"]


@pytest.mark.parametrize(
    "listed",
    [
        '<ol><li id="fn1">A/HRC/15/2.</li><li id="fn2"><p>Ibid., para. 3.</p></li></ol>\n',
        '<p id="_ftn1"><sup>1</sup> A/HRC/15/2.</p><p id="_ftn2"><sup>[2]</sup> Ibid., para. 3.</p>\n',
        '<ol><li id="note-1">A/HRC/15/2.<li id="note-2">Ibid., para. 3.</ol>\n',
    ],
)
def test_notes_with_ids(listed: str) -> None:
    text = TEXT.format("1", "[2]") + listed + "<p>The end.</p>\n"
    blocks = parsed(text).blocks
    assert (blocks[0].text.value, marks(blocks[0])) == ("One and two.", [("1", "One"), ("2", "One and two")])
    assert notes(text) == [("1", "A/HRC/15/2."), ("2", "Ibid., para. 3.")]
    assert (blocks[-1].kind, blocks[-1].text.value) == ("paragraph", "The end.")


def test_a_note_of_two_paragraphs() -> None:
    text = '<aside id="fn1"><p>A/HRC/15/2.</p><p>More.</p></aside>\n'
    assert notes(text) == [("1", "A/HRC/15/2."), ("1", "More.")]


@pytest.mark.parametrize("identity", ["fnref1", "section-1", "footnotes", "p1"])
def test_other_ids_are_none_of_notes(identity: str) -> None:
    assert notes(f'<p id="{identity}">A/HRC/15/2.</p>\n') == []


@pytest.mark.parametrize(("raised", "numbers"), [("[3][4]", ["3", "4"]), ("[3], [4]", ["3", "4"]), ("[a]", ["a"])])
def test_raised_marks_in_brackets(raised: str, numbers: list[str]) -> None:
    block = parsed(f"It said<sup>{raised}</sup> so.\n").blocks[0]
    assert (block.text.value, [number for number, _ in marks(block)]) == ("It said so.", numbers)


@pytest.mark.parametrize("raised", ["[sic]", "[2007]", "[1 of 2]"])
def test_other_words_in_brackets_are_text(raised: str) -> None:
    assert brief(f"It said<sup>{raised}</sup> so.\n") == [("paragraph", f"It said{raised} so.")]


def test_marks_and_notes_of_a_web_page_that_a_word_document_inserts() -> None:
    page = '<p>One<sup>1</sup> and two<sup>2</sup><sup>3</sup>.</p><p id="fn1">A/HRC/15/2.</p><p id="fn2">B.</p>'
    page += '<p id="fn3">C.</p>'
    document = read(word('<w:altChunk r:id="page.html"/>' + paragraph("End."), {"page.html": page}))
    assert [number for number, _ in marks(document.blocks[0])] == ["1", "2", "3"]
    assert [(block.number, block.text.value) for block in document.blocks if block.kind == "footnote"] == [
        ("1", "A/HRC/15/2."),
        ("2", "B."),
        ("3", "C."),
    ]


def test_what_browsers_show_apart_is_no_one_word() -> None:
    assert brief("<p>One <iframe>two</iframe><object>three</object><video>four</video></p>\n") == [
        ("paragraph", "One two three four")
    ]
