"""Tags within a line, emphasis and links around words, numbers and names change nothing of what is found."""

from __future__ import annotations

import re
from random import Random

import pytest
from citation_scoring import ROOT, SHIPPED
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.citations import Segment, cite, cite_document, cite_stream, find
from mandate_data.citations.reading.inline_tags import untagged
from marking_up import AROUND, EMPHASIS, marked_up, plain, said

LABELS = ROOT / "tests" / "citations" / "labels"
MARKED = re.compile(r"\[\[(.*?)\|[^\]]*\]\]")


def passages() -> list[tuple[str | None, str]]:
    """The passages that other tests have labels of, without these, and their language, where it is known."""
    found: list[tuple[str | None, str]] = []
    for name in ("new-kinds.txt", "chains-and-tables.txt"):
        for section in re.split(r"^## ", (LABELS / name).read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            head, _, text = section.partition("\n")
            found.append((head.split()[0], MARKED.sub(r"\1", text)))
    foreign = (LABELS / "foreign.txt").read_text(encoding="utf-8").splitlines()
    return [
        (code, text) for code, text in [*found, *((None, line) for line in foreign)] if not re.search(r"[\[*_<]", text)
    ]


PASSAGES = passages()


@pytest.mark.parametrize("marks", [AROUND, EMPHASIS, (*AROUND, *EMPHASIS)], ids=["tags", "emphasis", "both"])
def test_a_passage_with_marks_is_read_as_it_is_without_them(marks: tuple[tuple[str, str], ...]) -> None:
    chance = Random(1)
    for code, text in PASSAGES:
        without = [plain(one) for one in cite(text, language=code, kinds="all")]
        made = marked_up(text, chance, marks, chance.choice((0.1, 0.3, 0.6)))
        assert [made.plain(one) for one in cite(made.text, language=code, kinds="all")] == without, made.text


@given(st.sampled_from(PASSAGES), st.randoms(use_true_random=False), st.floats(0, 1))
def test_marks_at_any_places(passage: tuple[str | None, str], chance: Random, often: float) -> None:
    code, text = passage
    made = marked_up(text, chance, (*AROUND, *EMPHASIS), often)
    without = [plain(one) for one in find(text, language=code)]
    assert [made.plain(one) for one in find(made.text, language=code)] == without


@pytest.mark.parametrize("marks", [AROUND, EMPHASIS], ids=["tags", "emphasis"])
def test_a_report_with_marks_is_read_as_it_is_without_them(marks: tuple[tuple[str, str], ...]) -> None:
    text = (SHIPPED.folder / "A_HRC_26_31.txt").read_text(encoding="utf-8")
    without = [plain(one) for one in cite(text)]
    made = marked_up(text, Random(2), marks)
    assert [made.plain(one) for one in cite(made.text)] == without
    lines = [made.text.count("\n", 0, one.start) + 1 for one in cite(made.text)]
    assert [one.line for one in cite(made.text)] == lines
    pieces = [made.text[start : start + 777] for start in range(0, len(made.text), 777)]
    assert list(cite_stream(pieces)) == cite(made.text)


def found(text: str) -> list[tuple[str | None, str | None, str | None]]:
    references = cite(text)
    assert all(text[one.start : one.end] == one.text for one in references)
    return [(one.symbol, one.pinpoint, one.note) for one in references]


ENDS = [
    *("</b> ", "</i> ", "</em> ", "</strong> ", "</span> ", "<wbr> ", "<a id='x'></a> ", "<font> ", "<sup>1</sup> "),
    *('<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> ', "<br>", "</p><p>"),
    *('<a href="#fn1">1</a> ', "<a href='#_ftn1' name='_ftnref1'>[1]</a> ", "<!-- so --> "),
]


@pytest.mark.parametrize("end", ENDS)
def test_a_sentence_ends_before_a_tag(end: str) -> None:
    text = (
        f"<p>The Council, in its resolution 35/5, extended the mandate.{end}The Commission on Human Rights established "
        "it in resolution 2004/110.</p>"
    )
    assert [symbol for symbol, _, _ in found(text)] == ["A/HRC/RES/35/5", "E/CN.4/RES/2004/110"]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        (
            '<p>ESCAP <a href="x">resolution 73/9</a> and General Assembly <a href="x">resolution 70/1</a></p>',
            [None, "A/RES/70/1"],
        ),
        (
            "Committee on the Rights of the Child, general comment No. 14 (2013); CESCR <a href='x'>General Comment "
            "No. 14</a>",
            ["CRC/C/GC/14", "E/C.12/2000/4"],
        ),
        ("The Presbyterian *General Assembly* adopted resolution 60/1", [None]),
        ("The Presbyterian <i>General Assembly</i> adopted resolution 60/1", [None]),
        ("The [Security Council](https://x.y/z) of the Russian Federation adopted resolution 1325 (2000)", [None]),
        ("The <b>Security Council</b> of the Russian Federation adopted resolution 1325 (2000)", [None]),
        ("The [Security\nCouncil](https://x.y/z) adopted [resolution 1325]{.mark} (2000)", ["S/RES/1325(2000)"]),
        ("[1]: https://x.y\n\nThe [Security Council][1] adopted [resolution][1] 1325 (2000)", ["S/RES/1325(2000)"]),
        ("The **_Security Council_** adopted _**resolution**_ *__1325__ (2000)*", ["S/RES/1325(2000)"]),
        ("Résolution n<sup>o</sup> 60/1 de l'Assemblée générale à la 1<sup>re</sup> séance", ["A/RES/60/1"]),
        ("<h2>Human Rights Council resolutions</h2><ul><li><a href='x'>33/11</a> Water</li></ul>", ["A/HRC/RES/33/11"]),
        ("<a href='x'>A/60/1</a><a href='y'>A/60/2</a>", ["A/60/1", "A/60/2"]),
    ],
)
def test_organs_and_numbers_beside_tags(text: str, symbols: list[str | None]) -> None:
    assert [symbol for symbol, _, _ in found(text)] == symbols


@pytest.mark.parametrize(
    "call", ['<a href="#fn1">1</a>', "<sup><a href='#n1'>1</a></sup>", "<a href='x#fn1'><b>1</b></a>"]
)
def test_the_mark_of_a_note_that_is_a_link_is_no_part_of_a_number(call: str) -> None:
    text = f"General Assembly resolutions 60/1{call} and 61/2, para. 5{call}."
    assert found(text) == [("A/RES/60/1", None, None), ("A/RES/61/2", "5", None)]


def test_marks_that_follow_each_other() -> None:
    text = 'General Assembly resolution 60/1<a href="#fn1">1</a><a href="#fn2">2</a>, para. 3'
    assert found(text) == [("A/RES/60/1", "3", None)]


WORD = (
    "<p class=MsoNormal><span lang=EN-US style='font-size:12.0pt;mso-fareast:\"Times New Roman\"'>The Council, in its "
    'resolution 35/5, extended the mandate.<a\nstyle=\'mso-footnote-id:ftn1\' href="#_ftn1" name="_ftnref1" title="">'
    "<span class=MsoFootnoteReference><![if !supportFootnotes]><span lang=EN-US>[1]</span><![endif]></span></a> The "
    "<i>Commission on\nHuman Rights</i> established it in resolution 2004/110.<o:p></o:p></span></p>\n<div id=ftn1>\n"
    '<p><a href="#_ftnref1" name="_ftn1"><span><![if !supportFootnotes]>[1]<![endif]></span></a> A/HRC/31/58, '
    '<i>para</i>. 8.</p>\n</div>\n<div id=ftn2><p><a href="#_ftnref2" name="_ftn2"><span>[2]</span></a> <i>Ibid</i>., '
    "para. 10.</p></div>"
)
PANDOC = (
    '<p>The Council, in its resolution 35/5.<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1'
    "</sup></a> The <em>Commission on Human Rights</em> established it in resolution 2004/110.<a href='#fn2'\n"
    'id="fnref2"><sup>2</sup></a></p>\n<section id="footnotes" role="doc-endnotes">\n<hr />\n<ol>\n<li id="fn1"><p>'
    'A/HRC/31/58, <em>para</em>. 8.<a href="#fnref1" role="doc-backlink">\u21a9</a></p></li>\n<li id="fn2"><p><em>Ibid'
    '</em>., para. 10.<a href="#fnref2">\u21a9</a></p></li>\n</ol>\n</section>'
)
LINKS = (
    '<p>The Council, in its resolution 35/5.<a href="#n1" id=r1>1</a> The Commission on Human Rights, in resolution '
    '2004/110<a href="#n2">2</a>.</p><h2>Notes</h2><p><a href="#r1">1</a>. A/HRC/31/58, para. 8.</p>'
    '<p><a href="#r2">2</a>. <i>Ibid.</i>, para. 10.</p>'
)


@pytest.mark.parametrize("text", [WORD, PANDOC, LINKS], ids=["an office program", "a converter", "links alone"])
def test_pages_with_notes(text: str) -> None:
    assert found(text) == [
        ("A/HRC/RES/35/5", None, None),
        ("E/CN.4/RES/2004/110", None, None),
        ("A/HRC/31/58", "8", "1"),
        ("A/HRC/31/58", "10", "2"),
    ]


def test_a_linked_number_is_no_mark() -> None:
    text = "A/60/1, para. <a href='#p5'>5</a>, and Human Rights Council resolution 34/<a href='#r'>16</a>"
    assert found(text) == [("A/60/1", "5", None), ("A/HRC/RES/34/16", None, None)]


def test_what_is_no_tag_stays() -> None:
    assert found("x < A/60/1 and y > A/60/2") == [("A/60/1", None, None), ("A/60/2", None, None)]
    for text in ("a < b", "<A/60/1>", "<b and c>", "<https://un.org/a>", "<p>", "<sup>1</sup>", "<a href=x", "<!-- x"):
        assert untagged([text]).pieces == (text,)
        assert untagged([text]).cuts == []


def test_attributes_never_become_text() -> None:
    text = (
        '<p title="x > General Assembly resolution 60/1">See <a title="> A/60/2" href=\'A/60/3\'>it</a>, <img '
        'alt="A/60/4 >" src="A/60/5">, <foo bar="A/60/6">so</foo>.</p>'
    )
    assert found(text) == []


NOTES = "[^1]: {}\n[^2]: Ibid., para. 4.\n"


@pytest.mark.parametrize(
    ("note", "symbol"),
    [
        ("A/60/1.", "A/60/1"),
        ("[A/60/1](https://undocs.org/A/60/1).", "A/60/1"),
        ("[Report of the Secretary-General](https://undocs.org/A/60/1) (A/60/1).", "A/60/1"),
        ("<a href='https://x.y'>Security Council</a> <i>document A/60/1</i>.", "A/60/1"),
        ("[A Guide to the Rights](https://x.y).", None),
        ("<a href='https://x.y'>A Guide to the Rights</a>.", None),
        ("*A Book of Rights*.", None),
        ("A/60/1 and [A Guide to the Rights](https://x.y).", None),
        ("A/60/1; *A Book of Rights*.", None),
    ],
)
def test_a_book_and_a_web_page_are_told_by_their_marks(note: str, symbol: str | None) -> None:
    assert cite(NOTES.format(note))[-1].symbol == symbol
    assert (cite(NOTES.format(note))[-1].reason is None) == (symbol is not None)


def test_the_pieces_of_a_document() -> None:
    texts = [
        "<b>See</b> <!-- so -->General Assembly <i>resolution</i> 60/1.",
        "*Ibid*., <b>para</b>. 3",
        "<b>A/60/1</b>",
    ]
    located = cite_document([Segment(text, str(number)) for number, text in enumerate(texts, 1)])
    assert [one.segment for one in located] == [0, 1, 2]
    assert [texts[one.segment][one.reference.start : one.reference.end] for one in located] == [
        one.reference.text for one in located
    ]
    assert [said(one.reference)[1] for one in located] == ["A/RES/60/1", "A/RES/60/1", "A/60/1"]
