"""Markdown becomes blocks that know their lines, whichever converter wrote it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from document_support import blocks, brief, marks, only, parsed, printed_words, words_with_lines
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.corpus.cite_file import report


def test_headings_know_their_depth_and_line() -> None:
    found = blocks("# One\n\nText.\n\n### Three\n")
    assert [(block.kind, block.level, block.line) for block in found] == [
        ("heading", 1, 1),
        ("paragraph", 0, 3),
        ("heading", 3, 5),
    ]


def test_a_paragraph_over_several_lines_is_one_text_whose_characters_keep_their_lines() -> None:
    block = only("\n\nFirst line\nsecond line  \nthird line.\n")
    assert block.text.value == "First line second line third line."
    assert (block.line, block.end_line) == (3, 5)
    assert block.text.line_at(block.text.value.index("second")) == 4
    assert block.text.lines(block.text.value.index("second"), len(block.text.value)) == (4, 5)
    assert block.text.lines(0, len("First line ")) == (3, 3)


@pytest.mark.parametrize(
    ("markdown", "value"),
    [
        ("A *slanted* and a **bold** word.", "A slanted and a bold word."),
        ("A [link](http://example.org/a) and <http://example.org/b>.", "A link and http://example.org/b."),
        ("A `symbol` in code.", "A symbol in code."),
        ("Of&#32;one&nbsp;mind &amp; more.", "Of one\u00a0mind & more."),
        ("Some <b>raw</b> tags.", "Some raw tags."),
        (r"Escaped \* star.", "Escaped * star."),
        ("At its 46<sup>th</sup> session.", "At its 46th session."),
        ("Never <sup>closed again.", "Never closed again."),
        ("![what a picture shows](picture.png) Text.", "Text."),
        ("<!-- a comment -->\n\nText.", "Text."),
    ],
)
def test_only_the_text_of_markup_is_kept(markdown: str, value: str) -> None:
    assert only(markdown).text.value == value


FOOTNOTES = {
    "brackets": "Said once,[^1] said\ntwice.[^2]\n\n[^1]: First *note*.\n\n[^2]: Second\n    note.\n",
    "superscript": "Said once,<sup>1</sup> said\ntwice.<sup>2</sup>\n\n<sup>1</sup> First *note*.\n\n"
    "<sup>2</sup> Second\nnote.\n",
    "spaced superscript": "Said once,<sup> 1 </sup> said\ntwice.<SUP>2</SUP>\n\n<sup>1</sup>First *note*.\n\n"
    "<sup>2</sup>Second\nnote.\n",
}


@pytest.mark.parametrize("dialect", FOOTNOTES)
def test_footnotes_of_both_dialects_are_read_alike(dialect: str) -> None:
    text, first, second = blocks(FOOTNOTES[dialect])
    assert text.text.value == "Said once, said twice."
    assert marks(text) == [("1", "Said once,"), ("2", "Said once, said twice.")]
    assert (first.kind, first.number, first.text.value, first.line) == ("footnote", "1", "First note.", 4)
    assert (second.kind, second.number, second.text.value) == ("footnote", "2", "Second note.")
    assert (second.line, second.end_line) == (6, 7)
    assert not first.marks
    assert not second.marks


def test_footnotes_stay_where_they_stand() -> None:
    assert brief("One.[^1]\n\n[^1]: Note.\n\nTwo.\n") == [
        ("paragraph", "One."),
        ("footnote", "Note."),
        ("paragraph", "Two."),
    ]


def test_a_mark_without_its_note_is_still_a_mark() -> None:
    block = only("Said[^33] so.")
    assert block.text.value == "Said so."
    assert marks(block) == [("33", "Said")]


def test_a_note_of_two_paragraphs_keeps_its_number() -> None:
    found = blocks("Said.[^1]\n\n[^1]: One.\n\n    Two.\n")
    assert [(block.kind, block.number) for block in found[1:]] == [("footnote", "1")] * 2


@pytest.mark.parametrize("mark", ["[^7]", "<sup>7</sup>"])
@pytest.mark.parametrize("frame", ["# A heading{}", "- An item;{}", "> A box.{}"])
def test_marks_are_found_in_every_kind_of_block(frame: str, mark: str) -> None:
    block, note = blocks(frame.format(mark) + "\n\n[^7]: Note.\n")
    assert marks(block) == [("7", block.text.value)]
    assert note.number == "7"


TABLES = {
    "pipes": "| Session | Title | Symbol |\n|---|---|---|\n| 2015 | Care | A/70/222 |\n| 2014 |  | A/69/262 |\n",
    "tabs": "Session\tTitle\tSymbol\n2015\tCare\tA/70/222\n2014\t\tA/69/262\n",
}


@pytest.mark.parametrize(("form", "lines"), [("pipes", [1, 3, 4]), ("tabs", [1, 2, 3])])
def test_tables_of_both_forms_are_rows_of_cells(form: str, lines: list[int]) -> None:
    found = blocks(TABLES[form])
    assert [[cell.value for cell in block.cells] for block in found] == [
        ["Session", "Title", "Symbol"],
        ["2015", "Care", "A/70/222"],
        ["2014", "", "A/69/262"],
    ]
    assert {block.kind for block in found} == {"row"}
    assert [block.line for block in found] == lines
    assert [{cell.line_at(0) for cell in block.cells} for block in found] == [{line} for line in lines]
    assert found[1].text.value == "2015 | Care | A/70/222"


@pytest.mark.parametrize("form", TABLES)
def test_rows_of_one_table_share_a_group_that_the_next_table_does_not(form: str) -> None:
    found = blocks(TABLES[form] + "\nBetween.\n\n" + TABLES[form])
    groups = [block.group for block in found if block.kind == "row"]
    assert groups[:3] == [groups[0]] * 3
    assert groups[3:] == [groups[3]] * 3
    assert groups[0] != groups[3]


@pytest.mark.parametrize(
    "table",
    ["| | One[^1] |\n|---|---|\n", "<table><tr><td></td><td>One<sup>1</sup></td></tr></table>"],
)
def test_a_bar_parts_an_empty_first_cell_from_the_next(table: str) -> None:
    row = only(table)
    assert (row.text.value, row.text.starts[-1]) == (" | One", (3, 1))
    assert marks(row) == [("1", " | One")]


@pytest.mark.parametrize("table", ["| One[^1] | Two<sup>2</sup> |\n|---|---|\n", "One[^1]\tTwo<sup>2</sup>\n"])
def test_marks_in_cells_are_kept(table: str) -> None:
    row = only(table)
    assert row.text.value == "One | Two"
    assert marks(row) == [("1", "One"), ("2", "One | Two")]


@pytest.mark.parametrize("line_break", ["<br>", "<br/>", "<br />", "<BR>"])
def test_a_line_break_in_a_cell_is_a_space(line_break: str) -> None:
    assert only(f"| A/70/222{line_break}and Corr.1 | x |\n|---|---|\n").cells[0].value == "A/70/222 and Corr.1"


def test_tags_around_tabbed_cells_do_not_matter() -> None:
    row = only("<b>Preface</b>\t<b>v</b>\n")
    assert [cell.value for cell in row.cells] == ["Preface", "v"]


def test_a_paragraph_of_which_one_line_holds_a_tab_is_no_table() -> None:
    assert only("A line with\ta tab\nand one without.\n").kind == "paragraph"


def test_items_of_one_list_share_a_group_that_the_next_list_does_not() -> None:
    found = blocks("- One.\n- Two,\n  still two.\n\nBetween.\n\n1. Three.\n2. Four.\n")
    assert [(block.kind, block.text.value) for block in found] == [
        ("item", "One."),
        ("item", "Two, still two."),
        ("paragraph", "Between."),
        ("item", "Three."),
        ("item", "Four."),
    ]
    assert found[0].group == found[1].group != found[3].group == found[4].group


def test_a_list_inside_an_item_does_not_break_the_outer_list() -> None:
    one, inner, two = blocks("- One.\n  - Inner.\n- Two.\n")
    assert one.group == two.group != inner.group
    assert {one.kind, inner.kind, two.kind} == {"item"}


def test_the_second_paragraph_of_an_item_is_no_item() -> None:
    assert brief("- One.\n\n  More of one.\n- Two.\n") == [
        ("item", "One."),
        ("paragraph", "More of one."),
        ("item", "Two."),
    ]


@pytest.mark.parametrize(
    ("markdown", "boxed"),
    [
        ("> A box.", True),
        ("> - An item in a box.", True),
        ("> | Cell |\n> |---|", True),
        ("*Set wholly in italics*", True),
        ("**Set wholly in bold**", True),
        ("**Both** *of them*", True),
        ("*Italics* at both *ends*", False),
        ("Some **bold**.", False),
        ("**Bold** at first.", False),
        ("Plain.", False),
    ],
)
def test_boxes_and_emphasised_lines_stand_apart(markdown: str, boxed: bool) -> None:
    assert only(markdown).boxed is boxed


def test_the_lines_of_a_box_count_its_quotation_marks() -> None:
    heading, text, item = blocks("> #### Box\n>\n> One\n> two.\n>\n> - three;\n")
    assert (heading.kind, heading.level, heading.line) == ("heading", 4, 1)
    assert (text.line, text.end_line) == (3, 4)
    assert (item.kind, item.line) == ("item", 6)


def test_a_document_keeps_its_lines_and_its_names() -> None:
    document = parsed("# One\n\nTwo.\n")
    assert document.lines == ("# One", "", "Two.")
    assert (document.source_id, document.path, document.media_type) == ("made-up", "made-up.md", "text/markdown")


WORD = r"Word\d+"


@st.composite
def markdown_texts(draw: st.DrawFn) -> str:
    """A Markdown text of every kind of block; each word stands in it once."""
    numbers = iter(range(1, 10_000))

    def words(least: int = 1) -> str:
        return " ".join(f"Word{next(numbers)}" for _ in range(draw(st.integers(least, 4))))

    def lines(prefix: str) -> str:
        count = draw(st.integers(1, 3))
        return "\n".join(f"{prefix}{words()}{'.' if line == count else ''}" for line in range(1, count + 1))

    def items() -> str:
        return "\n".join(f"- {words()}\n  {words()}." for _ in range(draw(st.integers(1, 3))))

    def table(start: str, between: str, end: str, rule: str) -> str:
        width = draw(st.integers(2, 4))
        rows = [start + between.join(words() for _ in range(width)) + end for _ in range(draw(st.integers(1, 3)))]
        return "\n".join(rows[:1] + ([rule * width + "|"] if rule else []) + rows[1:])

    kinds = {
        "heading": lambda: f"{'#' * draw(st.integers(1, 6))} {words()}",
        "paragraph": lambda: lines(""),
        "box": lambda: lines("> "),
        "items": items,
        "pipes": lambda: table("| ", " | ", " |", "|---"),
        "tabs": lambda: table("", "\t", "", ""),
        "note": lambda: f"[^{next(numbers)}]: {words()}.",
        "raised note": lambda: f"<sup>{draw(st.integers(1, 999))}</sup> {words()}\n{words()}.",
    }
    chosen = draw(st.lists(st.sampled_from(sorted(kinds)), min_size=1, max_size=8))
    return "".join(kinds[kind]() + "\n" * draw(st.integers(2, 5)) for kind in chosen)


@settings(deadline=None)  # the first example waits for imports
@given(markdown_texts())
def test_every_word_is_read_once_in_order_and_on_its_line(text: str) -> None:
    assert words_with_lines(parsed(text), WORD) == printed_words(text, WORD)


@pytest.mark.parametrize("prefix", ["", "> "])
def test_cells_that_are_more_than_the_head_has_are_read(prefix: str) -> None:
    lines = [
        "| State | Report |",
        "|---|---|",
        r"| Peru | A/66/228[^1] | A/67/291[^1] | *x* \| y | |",
        "| Chile | | |",
        "| Fiji |",
    ]
    document = parsed("\n".join(prefix + line for line in lines) + "\n\n[^1]: Ibid.\n")
    rows = [[cell.value for cell in block.cells] for block in document.blocks if block.kind == "row"]
    assert rows == [["State", "Report"], ["Peru", "A/66/228", "A/67/291", "x | y"], ["Chile", ""], ["Fiji", ""]]
    assert [mark.number for block in document.blocks for mark in block.marks] == ["1", "1"]
    assert [block.line for block in document.blocks] == [1, 3, 4, 5, 7]


def test_cite_reads_descriptions_of_images_and_reports_comments(tmp_path: Path) -> None:
    path, warned = tmp_path / "text.md", []
    path.write_text("<!-- See A/66/228. -->\n![As A/67/291 says](a.png)\n", encoding="utf-8")
    assert "".join(report([str(path)], "text", warn=warned.append)) == f"{path}:2: A/67/291\n"
    assert warned == [f"{path}: line 1: not read: style sheets, scripts and comments of HTML (4 words)"]


@pytest.mark.parametrize("depth", [5, 10, 30, 59, 61, 200])
def test_nothing_is_lost_however_deep_quotations_are_nested(depth: int) -> None:
    text = f"Before.\n\n{'> ' * depth}Deep word1.\n\nAfter.\n"
    found = [(block.line, block.text.value) for block in blocks(text)]
    assert [found[0], found[-1]] == [(1, "Before."), (5, "After.")]
    assert [(line, said.lstrip("> ")) for line, said in found[1:-1]] == [(3, "Deep word1.")]


@pytest.mark.parametrize("depth", [5, 10, 29, 31, 100])
def test_nothing_is_lost_however_deep_lists_are_nested(depth: int) -> None:
    items = "\n".join(f"{'  ' * index}- word{index}" for index in range(depth))
    text = f"{items}\n- last\n\nAfter.\n"
    said = " ".join(block.text.value for block in blocks(text))
    assert re.findall(r"\w+", said) == [*(f"word{index}" for index in range(depth)), "last", "After"]
