"""PDFs: a numbered list in the text is not a list of notes, though the text has marks with its numbers."""

from __future__ import annotations

import pytest
from document_support import read_pdf
from mandate_data.documents import Document
from weasyprint import HTML

STYLE = (
    "@page { size: A4; margin: 25mm } body { font: 11pt/1.35 'DejaVu Sans' } ol { margin: 18pt 0; padding-left: 24pt } "
    "sup { font-size: 7pt; line-height: 0 } hr { border: 0; border-top: 1pt solid; margin: 14pt 0 }"
)
TEXT = (
    "The report builds on the resolution.<sup>1</sup> It goes on with earlier work.<sup>2</sup> It has no more to say."
)
ITEMS = ["States should ratify the Protocol.", "The Council made the mandate in its resolution 7/13."]
LIST = "".join(f"<li>{item}</li>" for item in ITEMS)
LIST = f"<ol>{LIST}</ol>"
NOTES = ["See A/HRC/34/48, para. 12.", "Ibid., para. 22."]
MORE = "<p>The Committee said so in another paragraph of the text, which goes on for a while and for longer.</p>"


def read(body: str, style: str = "") -> Document:
    page = HTML(string=f"<html lang='en'><style>{STYLE}{style}</style><body>{body}</body></html>")
    return read_pdf(page.write_pdf())


def listed(notes: list[str], first: int = 1) -> str:
    return "".join(f"<p>{number}. {note}</p>" for number, note in enumerate(notes, first))


def notes(document: Document) -> list[tuple[str, str]]:
    return [(block.number, block.text.value) for block in document.blocks if block.kind == "footnote"]


def others(document: Document) -> list[str]:
    return [block.text.value for block in document.blocks if block.kind != "footnote"]


BEHIND = {
    "a heading": f"<h2>II. Mandates</h2>{MORE}",
    "a bold line": f"<p><b>Mandates</b></p>{MORE}",
    "a table": "<table border=1><tr><td>A/HRC/1/1</td><td>One</td></tr><tr><td>A/HRC/2/2</td><td>Two</td></tr></table>",
    "text with another mark": MORE.replace(" of", "<sup>3</sup> of"),
    "nothing": "",
}


@pytest.mark.parametrize("apart", ["<hr>", "<h2>Notes</h2>", "<div style='break-before: page'></div>"])
@pytest.mark.parametrize("behind", BEHIND)
def test_the_list_at_the_end_is_the_notes(behind: str, apart: str) -> None:
    several = [*NOTES, "A/68/275, para. 7."] if "mark" in behind else NOTES
    document = read(f"<h2>I. Introduction</h2><p>{TEXT}</p>{LIST}{BEHIND[behind]}{apart}{listed(several)}")
    assert notes(document) == [(str(number), note) for number, note in enumerate(several, 1)]
    said = " ".join(others(document))
    assert all(item in said for item in ITEMS)
    assert ("II. Mandates" in others(document)) is (behind == "a heading")


@pytest.mark.parametrize("rule", ["<hr>", ""])
def test_notes_below_a_rule_at_the_end_need_no_word_that_cites(rule: str) -> None:
    several = ["The resolution of the Council.", "A letter of the Assembly, which is long. " * 6, "Their answer."]
    text = TEXT + " And more.<sup>3</sup>"
    document = read(f"<p>{text}</p>{MORE * 25}{rule}{listed(several)}")
    assert notes(document) == ([(str(number), one.strip()) for number, one in enumerate(several, 1)] if rule else [])


@pytest.mark.parametrize("length", [1, 4])
def test_they_go_on_on_the_next_page(length: int) -> None:
    several = [
        f"The resolution number {number}{', as was said of the lighthouses,' * length} of it."
        for number in range(1, 61)
    ]
    text = " ".join(f"It said so.<sup>{number}</sup>" for number in range(1, 61))
    document = read(f"<p>{text}</p><hr>{listed(several)}")
    assert notes(document) == [(str(number), one) for number, one in enumerate(several, 1)]


@pytest.mark.parametrize(
    "end", [f"{listed(ITEMS)}<h2>II</h2>{MORE}", listed([*ITEMS, "Third."]), f"{listed(ITEMS)}<p>So.<sup>3</sup></p>"]
)
def test_numbered_paragraphs_below_a_rule_are_none(end: str) -> None:
    document = read(f"<p>{TEXT}</p>{MORE}<hr>{end}")
    assert notes(document) == []


def test_a_list_at_the_foot_of_a_page_is_none_where_smaller_notes_follow() -> None:
    small = "".join(f"<p style='font-size: 8pt'><sup>{one}</sup> {note}</p>" for one, note in enumerate(NOTES, 1))
    document = read(f"<p>{TEXT}</p>{LIST}<div style='break-before: page'>{MORE}{small}</div>")
    assert notes(document) == [("1", NOTES[0]), ("2", NOTES[1])]


def test_where_two_lists_may_be_the_notes_the_page_is_reported() -> None:
    document = read(
        f"<p>{TEXT}</p>{LIST}<div style='break-before: page'>{MORE}<ol>{'<li>One.</li><li>Two.</li>'}</ol></div>"
    )
    assert [(one.page, one.what) for one in document.left_out] == [
        (1, "whether the numbered lines at the foot are notes or a list")
    ]


def test_an_exponent_of_a_is_no_mark() -> None:
    document = read(
        "<p>Some formula: a<sup>2</sup>+b<sup>2</sup> = c<sup>2</sup>, (a<sup>2</sup>) and a<sup>2</sup> + 1.</p>"
    )
    assert [block.marks for block in document.blocks] == [()]


@pytest.mark.parametrize("before", ["Annex a", "States parties"])
def test_behind_other_words_it_is(before: str) -> None:
    document = read(f"<p>It said so in {before}<sup>2</sup> of the text.</p>")
    assert [mark.number for block in document.blocks for mark in block.marks] == ["2"]


def test_raised_notes_end_above_a_heading() -> None:
    raised = "".join(f"<p><sup>{one}</sup> {note}</p>" for one, note in enumerate(NOTES, 1))
    document = read(f"<p>{TEXT}</p>{MORE}<hr>{raised}<h2>Annex</h2>{MORE}")
    assert notes(document) == [("1", NOTES[0]), ("2", NOTES[1])]
    assert others(document)[-2] == "Annex"


def test_notes_with_a_tab_above_a_page_foot_of_two_parts_are_notes() -> None:
    """As in reports of the United Nations: the foot of an even page has its number on the left and the job number on
    the right, and the notes have their numbers before a gap."""
    style = """@page { @bottom-left { content: counter(page) "/20" } @bottom-right { content: "23-13851" } }
        .note { font-size: 8pt; margin: 0; padding-left: 40pt; text-indent: -40pt }
        .note sup { display: inline-block; width: 40pt; text-indent: 0 }"""
    cited = [*NOTES, "A/68/275, para. 7, and what was said there of the laws of the States that were visited."]
    said = [f"The report says what is known of place {number}.<sup>{number}</sup> It goes on." for number in (1, 2, 3)]
    foot = "".join(f"<p class=note><sup>{number}</sup>{note}</p>" for number, note in enumerate(cited, 1))
    body = "".join(f"<p>{one}</p>" for one in said)
    document = read(f"{body}<div style='position: absolute; bottom: 0'>{foot}</div>", style)
    assert notes(document) == [(str(number), note) for number, note in enumerate(cited, 1)]
    assert not any(block.kind == "row" for block in document.blocks)
