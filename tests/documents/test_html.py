"""HTML in Markdown: tables keep their columns, and what browsers do not show is left out and counted."""

from __future__ import annotations

import pytest
from document_support import assert_each_word_is_read_or_counted, marks, only, parsed
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.documents import LeftOut


def rows(html: str) -> list[list[str]]:
    return [[cell.value for cell in block.cells] for block in parsed(html).blocks if block.kind == "row"]


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        (
            "<table><tr><th colspan=2>A</th><th>B</th></tr><tr><td>C</td><td>D</td><td>E</td></tr></table>",
            [["A", "", "B"], ["C", "D", "E"]],
        ),
        (
            '<table><tr><td rowspan="2">A</td><td>B</td></tr><tr><td>C</td></tr><tr><td>D</td><td>E</td></tr></table>',
            [["A", "B"], ["", "C"], ["D", "E"]],
        ),
        (
            "<table><tr><td>A</td><td rowspan=3>B</td></tr><tr><td>C</td></tr><tr><td>D</td></tr></table>",
            [["A", "B"], ["C", ""], ["D", ""]],
        ),
        (
            "<table><tr><td rowspan=2 colspan=2>A</td><td>B</td></tr><tr><td>C</td></tr></table>",
            [["A", "", "B"], ["", "", "C"]],
        ),
        (
            "<table><tr><td rowspan=2>A</td></tr></table>\n<table><tr><td>B</td></tr></table>",
            [["A"], ["B"]],
        ),
        ("<table><tr><td>A<td>B<tr><td>C<td></table>", [["A", "B"], ["C", ""]]),
        ("<table><td>A<td>B</table>", [["A", "B"]]),
        ("<table><tr><td colspan=many>A</td><td rowspan=-1>B</td></tr></table>", [["A", "B"]]),
    ],
)
def test_cells_keep_their_columns(html: str, cells: list[list[str]]) -> None:
    assert rows(html) == cells


def test_paragraphs_of_markdown_in_a_cell_are_its_text() -> None:
    row = "<table><tr><td>\n\n**Ghana**[^1], in\n2013\n\n</td><td>A\n\n- B\n- C\n\n</td></tr>"
    found = parsed(f"{row}\n<tr><td>D</td></tr></table>\n\n[^1]: Note.\n").blocks
    assert [(block.kind, block.line, block.group, block.text.value) for block in found] == [
        ("row", 3, 1, "Ghana, in 2013 | A B C"),
        ("row", 12, 1, "D"),
        ("footnote", 14, 1, "Note."),
    ]
    assert marks(found[0]) == [("1", "Ghana")]
    assert found[0].cells[1].starts == ((0, 6), (2, 8), (4, 9))


@pytest.mark.parametrize("after", ["# After", "After", "<table><tr><td>After</td></tr></table>"])
def test_a_cell_that_nothing_ends_ends_with_its_html(after: str) -> None:
    assert [block.text.value for block in parsed(f"<table><tr><td>Ghana\n\nIn 2013.\n\n{after}\n").blocks] == [
        "Ghana",
        "In 2013.",
        "After",
    ]


@pytest.mark.parametrize("frame", ["<p>Ghana{}, too</p>", "<table><tr><td>Ghana{}, too</td></tr></table>"])
@pytest.mark.parametrize("raised", ["<sup>3</sup>", "<SUP> 3 </SUP>"])
def test_raised_figures_are_marks(frame: str, raised: str) -> None:
    assert marks(only(frame.format(raised))) == [("3", "Ghana")]


@pytest.mark.parametrize("raised", ["<sup>th</sup>", "<sup>t</sup>h"])
def test_raised_letters_are_text(raised: str) -> None:
    assert only(f"<p>Its 46{raised} session</p>").text.value == "Its 46th session"


def test_a_paragraph_that_begins_with_its_number_is_that_note() -> None:
    note = only("<p><sup>3</sup> Ibid., para. 4.</p>")
    assert (note.kind, note.number, note.text.value) == ("footnote", "3", "Ibid., para. 4.")


BLOCK = "<div>\nOne {} two.\n</div>"
INLINE = "One {} two."


@pytest.mark.parametrize(("frame", "line"), [(BLOCK, 2), (INLINE, 1)])
@pytest.mark.parametrize(
    ("html", "what", "words"),
    [
        ("<!-- not this -->", "an HTML comment", 2),
        ("<?php echo this ?>", "an instruction to programs in HTML", 3),
        ("<script>var it = 1</script>", "a script", 3),
        ("<style>p { color: red }</style>", "a style sheet", 3),
        ("<template>not this</template>", "a template in HTML, which browsers do not show", 2),
        ("<title>not this</title>", "a title in HTML, which browsers do not show in the text", 2),
        ("<span hidden>not <b>this</b></span>", "hidden text in HTML", 2),
        ('<span style="display: none">not this</span>', "hidden text in HTML", 2),
        ("<b style='VISIBILITY:hidden'>not<br>this</b>", "hidden text in HTML", 2),
        ('<img src=x alt="Two flags">', "the description of an image", 2),
        ('<a title="Two words">', "a text that is shown when pointed at", 2),
        ('<i aria-label="Two words">', "a label for programs that read aloud", 2),
        ('<input placeholder="Your name">', "what a field of a form asks for", 2),
        ('<input value="Peru">', "what a field of a form holds", 1),
        ('<input type="hidden" value="Peru">', "hidden text in HTML", 1),
        ('<optgroup label="States">', "a label in a form", 1),
        ("<desc>not this</desc>", "the description of a drawing in HTML", 2),
        ("<annotation>x + y</annotation>", "a formula in HTML as programs write it", 2),
        ("<datalist><option>Peru</datalist>", "what a field of a form proposes", 1),
        ('<span style="font-size: 0">not this</span>', "hidden text in HTML", 2),
        ('<span style="opacity:0.0">not this</span>', "hidden text in HTML", 2),
        ('<iframe srcdoc="not this"></iframe>', "a page within the page", 2),
        ('<meta name="description" content="Two words">', "what a page in HTML says of itself", 2),
    ],
)  # fmt: skip
def test_what_is_no_text_is_left_out_and_counted(frame: str, line: int, html: str, what: str, words: int) -> None:
    document = parsed(frame.format(html))
    assert [" ".join(block.text.value.split()) for block in document.blocks] == ["One two."]
    assert document.left_out == (LeftOut(what, words, line=line),)


@pytest.mark.parametrize("frame", [BLOCK, INLINE])
@pytest.mark.parametrize(
    "html",
    [
        *("<noscript>and</noscript>", "<textarea>and</textarea>", "<select><option>and</select>", "<ruby>and</ruby>"),
        *("<svg><text>and</text></svg>", '<input type="radio" value="Peru">and', '<b style="color:red">and</b>'),
        *("<b style='font-size:0.9em'>and</b>", "<xmp>and</xmp>", "<i style='opacity: 0.5'>and</i>"),
        *("<mark>and</mark>", "<button>and</button>", "&#97;n&#100;"),
    ],
)
def test_what_browsers_show_is_read(frame: str, html: str) -> None:
    document = parsed(frame.format(html))
    assert [" ".join(block.text.value.split()) for block in document.blocks] == ["One and two."]
    assert document.left_out == ()


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<details><summary>One.</summary>Two</details>", ["One.", "Two"]),
        ("<figure><img src=x><figcaption>One</figcaption></figure>", ["One"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<div><select><option>one<option>two</select></div>", ["one two"]),
        ("<div><ruby>one<rt>two</rt></ruby></div>", ["one two"]),
        ("<p>Caf&eacute; &amp; more</p>", ["Café & more"]),
        ("<p>one\n    two</p>", ["one two"]),
        ("<p hidden>one</p><p>two</p>", ["two"]),
        ("<p hidden>one<p>two", ["two"]),
        ("<ul><li hidden>one<ul><li>or<li>so</ul></li><li>two</ul>", ["two"]),
        ("<table><tr><td hidden>one<td>two</table>", [" | two"]),
        ("<table><tr hidden><td>one<tr><td>two</table>", ["two"]),
        ("<div><span hidden>one</div><div>two</div>", ["two"]),
        ("<h2 hidden>one</h2><p>two</p>", ["two"]),
    ],
)
def test_parts_of_html_are_blocks(html: str, said: list[str]) -> None:
    assert [block.text.value for block in parsed(html).blocks] == said


def test_cells_of_a_table_in_a_paragraph_are_apart() -> None:
    html = "See <table><tr><td>A/HRC/26/31</td><td>32</td><td>33</td></tr></table> below."
    assert only(html).text.value == "See A/HRC/26/31 | 32 | 33 below."


def test_lists_are_items() -> None:
    found = parsed("<ul><li>One<li><p>Two</p><p>more</p></ul>\n<p>three</p>\n<ol><li>Four</ol>").blocks
    assert [(block.kind, block.group, block.text.value) for block in found] == [
        ("item", 1, "One"), ("item", 1, "Two more three"), ("item", 2, "Four"),
    ]  # fmt: skip


@pytest.mark.parametrize("tag", ["<p>", "<br/>", "<hr>", "<BR>", "<div>", "</p>"])
def test_tags_of_blocks_inside_a_paragraph_part_words(tag: str) -> None:
    assert [block.text.value for block in parsed(f"One {tag} two{tag}three.\n").blocks] == ["One two three."]


def test_tags_of_letters_inside_a_word_do_not_part_it() -> None:
    assert [block.text.value for block in parsed("H<sub>2</sub>O and t<b>w</b>o.\n").blocks] == ["H2O and two."]


@st.composite
def pages(draw: st.DrawFn) -> str:
    """HTML with words that are there once each, as "gone…" where browsers do not show them."""
    numbers = iter(range(1, 10_000))

    def words(kind: str = "word") -> str:
        return " ".join(f"{kind}{next(numbers)}" for _ in range(draw(st.integers(1, 3))))

    def phrase(depth: int) -> str:
        inside = phrase(depth - 1) if depth else words()
        kinds = {
            "text": lambda: words(),
            "bold": lambda: f"<b>{inside}</b>",
            "link": lambda: f'<a href="#" title="{words("gone")}">{inside}</a>',
            "image": lambda: f'<img alt="{words("gone")}">',
            "comment": lambda: f"<!-- {words('gone')} -->",
            "script": lambda: f"<script>{words('gone')}</script>",
            "hidden": lambda: f"<span hidden>{words('gone')} <i>{words('gone')}</i></span>",
            "raised": lambda: f"{words()}<sup>12</sup>",
            "field": lambda: f'<input placeholder="{words("gone")}" value="{words("gone")}">',
            "choice": lambda: f"<select><option>{words()}<option>{words()}</select>",
            "break": lambda: f"{words()}<br>{words()}",
            "picture": lambda: f"<svg><text>{words()}</text></svg>",
        }
        return kinds[draw(st.sampled_from(sorted(kinds)))]() + " "

    def row(depth: int) -> str:
        cells = "".join(
            f"<td rowspan={draw(st.integers(0, 3))} colspan={draw(st.integers(0, 3))}>{part(depth)}"
            f"{draw(st.sampled_from(['', '</td>']))}"
            for _ in range(draw(st.integers(1, 3)))
        )
        return f"<tr>{cells}{draw(st.sampled_from(['', '</tr>']))}"

    def part(depth: int) -> str:
        kinds = {
            "p": lambda: f"<p>{phrase(1)}",
            "div": lambda: f"<div>{phrase(1)}</div>",
            "heading": lambda: f"<h3>{phrase(1)}</h3>",
            "hidden": lambda: f"<div style='display:none'><p>{words('gone')}<ul><li>{words('gone')}</ul></div>",
            "list": lambda: f"<ul><li>{phrase(1)}<li>{phrase(0)}</ul>",
            "details": lambda: f"<details><summary>{phrase(0)}</summary>{phrase(0)}</details>",
        }
        if depth:
            kinds["table"] = lambda: f"<table><caption>{words()}</caption>{row(depth - 1)}{row(depth - 1)}</table>"
        return kinds[draw(st.sampled_from(sorted(kinds)))]() + draw(st.sampled_from(["", "\n"]))

    return "<div>" + "".join(part(2) for _ in range(draw(st.integers(1, 4)))) + "</div>\n"


@settings(max_examples=150, deadline=None)
@given(html=pages())
def test_every_word_is_read_once_or_counted(html: str) -> None:
    assert_each_word_is_read_or_counted(html)
