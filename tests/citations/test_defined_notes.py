"""Notes that HTML defines, notes with stars, and blanks that are written as HTML has them."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

BACK = '<a href="#fnref1">back</a>'


def found(text: str) -> list[tuple[str | None, str | None, str | None]]:
    return [(one.symbol, one.note, one.pinpoint) for one in cite(text)]


READ = [("A/HRC/5/1", None, None), ("A/HRC/5/2", "1", "3"), ("A/HRC/5/2", "2", "4")]


@pytest.mark.parametrize(
    "text",
    [
        "<p>A/HRC/5/1<sup>1</sup></p><p><sup>1</sup> A/HRC/5/2, para. 3.</p><p><sup>2</sup> Ibid., para. 4.</p>",
        '<p>A/HRC/5/1<sup><a href="#n1">1</a></sup></p>\n<p><sup class="x"><a id="n1" href="#m1">1</a></sup> '
        'A/HRC/5/2, para. 3.</p>\n<p><a id="n2"><sup>[2]</sup></a> Ibid., para. 4.</p>',
        "<P><FONT SIZE=3>A/HRC/5/1<SUP>1</SUP></FONT></P><P><FONT SIZE=2><SUP><U>1</U></SUP></FONT> A/HRC/5/2, para. "
        "3.</P><P><FONT SIZE=2><SUP>2</SUP></FONT> <I>Ibid.</I>, para. 4.</P>",
        f'<p>A/HRC/5/1<a href="#fn1" id="fnref1"><sup>1</sup></a></p><ol>\n<li id="fn1" role="doc-endnote"><p>'
        f'A/HRC/5/2, para. 3.{BACK}</p></li>\n<li id="fn2"><p>Ibid., para. 4.{BACK}</p></li>\n</ol>',
        '<p>A/HRC/5/1<sup>1</sup></p><aside id="footnote-1">A/HRC/5/2, para. 3.</aside><p>Text<sup>2</sup>.</p>'
        '<aside class="n" id="footnote-2"><sup>2</sup> Ibid., para. 4.</aside>',
        '<p>A/HRC/5/1<a href="#_ftn1" name="_ftnref1">[1]</a></p>\n<div id=ftn1>\n<p><a href="#_ftnref1" name="_ftn1">'
        "<span>[1]</span></a> A/HRC/5/2, para. 3.</p>\n</div>\n<div id=ftn2>\n<p><a><span>[2]</span></a> "
        "Ibid., para. 4.</p></div>",
    ],
    ids=["raised", "anchors", "old", "list", "asides", "word"],
)
def test_notes_of_html(text: str) -> None:
    assert found(text) == READ
    assert found(f"{text}<p>After them A/HRC/5/9.</p>") == [*READ, ("A/HRC/5/9", None, None)]


def test_what_has_an_id_of_another_kind_is_no_note() -> None:
    text = '<p id="fnref1">A/HRC/5/1</p><div id="footer2">A/HRC/5/2</div><p id="notebook3">A/HRC/5/3</p>'
    assert {note for _, note, _ in found(text)} == {None}


@pytest.mark.parametrize("blank", ["&nbsp;", "&#160;", "&#xA0;", "&thinsp;", "&nbsp;&nbsp;"])
def test_blanks_of_html_are_blanks(blank: str) -> None:
    text = f"<p>See resolution{blank}60/1 of the General Assembly, paras.{blank}7{blank}and{blank}9, end.</p>"
    (one,) = cite(text)
    assert (one.symbol, one.pinpoint) == ("A/RES/60/1", "7 and 9")
    assert text[one.start : one.end] == f"resolution{blank}60/1"
    assert cite("See A/HRC/5/1, para. 7 &amp; Corr.1 &nothing; 9.")[0].pinpoint == "7"


def test_notes_with_stars() -> None:
    text = "Report*\n\n1. See A/HRC/5/1.1\n\n* Late, as A/64/1 says.\n\n1 A/HRC/5/2, para. 3.\n2 Ibid., para. 4.\n"
    assert found(text) == [READ[0], ("A/64/1", "*", None), *READ[1:]]


@pytest.mark.parametrize(
    "text",
    [
        "A list*\n\n* A/HRC/5/1\n* A/HRC/5/2\n* A/HRC/5/3\n",
        "*First.* See A/HRC/5/1.\n\n*Second.* See A/HRC/5/2.\n",
        "* See A/HRC/5/1.\n\nIts mark* is behind it.\n",
    ],
    ids=["list", "emphasis", "behind"],
)
def test_stars_that_begin_no_note(text: str) -> None:
    assert {note for _, note, _ in found(text)} == {None}


@pytest.mark.parametrize(
    "notes",
    [
        "<P><SUP>1</SUP>&nbsp;A/HRC/31/58, para. 8.<P><SUP>2</SUP>&nbsp;Ibid., para. 10.",
        '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>\n'
        "\tA/HRC/31/58, para. 8.</p>\n</div>\n"
        '<div id="sdfootnote2"><p><a name="sdfootnote2sym" href="#sdfootnote2anc">2</a>\n'
        "\tIbid., para. 10.</p>\n</div>",
    ],
    ids=["in capitals", "as an office program saves them"],
)
def test_notes_of_saved_pages(notes: str) -> None:
    text = f"<p>It was said so.<sup>1</sup> And so on.<sup>2</sup></p>\n{notes}"
    assert [(one.symbol, one.note) for one in cite(text)] == [("A/HRC/31/58", "1"), ("A/HRC/31/58", "2")]
