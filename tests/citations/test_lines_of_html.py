"""The paragraphs, lists and tables of HTML are read as lines: mandates, notes and pinpoints are found as in text."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite

ASSEMBLY = ["A/RES/65/197", "A/RES/66/141", "A/RES/67/152"]


def found(text: str) -> list[tuple[str | None, str | None, str | None]]:
    references = cite(text)
    for one in references:
        assert text[one.start : one.end] == one.text
        assert one.line == text.count("\n", 0, one.start) + 1
    return [(one.symbol, one.note, one.pinpoint) for one in references]


def symbols(text: str) -> list[str | None]:
    return [symbol for symbol, _, _ in found(text)]


@pytest.mark.parametrize(
    "text",
    [
        "<p>General Assembly resolutions</p><ul><li>65/197 (para. 5);</li><li>66/141</li><li>67/152</li></ul>",
        "<h2 class='t'>General Assembly resolutions</h2>\n<ol>\n  <li>\n    65/197\n  </li>\n"
        "  <li>66/141\n  <li>67/152\n</ol>",
        "<h3>General Assembly <b>resolutions</b></h3>\n<table class=x>\n"
        "<thead>\n<tr><th>No.</th><th>Title</th></tr>\n</thead>"
        "<tbody>\n<tr>\n<td style='width: 10%'>65/197</td>\n<td>Rights of the child</td>\n</tr>\n"
        "<tr><td><a href='https://example.org/1'>66/141</a></td><td>The same</td></tr>"
        "<tr><td>67/152<td>The same</table>",
        "<table><tr><th>General Assembly resolution</th><th>Title</th></tr><tr><td>65/197</td><td>Child</td></tr>"
        "<tr><td>66/141</td><td>Child</td></tr><tr><td>67/152</td><td>Child</td></tr></table>",
        "<table><tr><td>Title</td><td>General Assembly resolution</td></tr><tr><td>Child</td><td>65/197</td></tr>"
        "<tr><td>Child</td><td>66/141</td></tr><tr><td>Child</td><td>67/152</td></tr></table>",
        "<P>General Assembly resolutions:<BR>65/197<BR/>66/141<br />67/152</P>",
        "<div>General Assembly resolutions</div><div>65/197</div><div>66/141</div><div>67/152</div>",
        "<dl><dt>General Assembly resolutions</dt><dd>65/197</dd><dd>66/141</dd><dd>67/152</dd></dl>",
    ],
)
def test_lists_and_tables_of_mandates(text: str) -> None:
    assert symbols(text) == ASSEMBLY


def test_items_that_do_not_end_have_room_for_no_number() -> None:
    items = "".join(f"<li><a href='x'>65/{number}</a>" for number in range(101, 114))
    numbers = [f"A/RES/65/{number}" for number in range(101, 114)]
    assert symbols(f"<h2>General Assembly resolutions</h2><ol>{items}</ol>") == numbers


def test_a_list_that_follows_one_of_another_organ() -> None:
    text = (
        "<h2>Human Rights Council resolutions</h2><table><tr><td>7/13</td><td>Mandate</td></tr></table>"
        "<h2>Security Council resolutions</h2><ul><li>1261 (1999)</li><li>1612 (2005)</li></ul>"
    )
    assert symbols(text) == ["A/HRC/RES/7/13", "S/RES/1261(1999)", "S/RES/1612(2005)"]


BODY = "<p>One{} two.{}</p>\n<p>Three.{}</p>\n"
NOTES = ["A/HRC/49/51, para. 12.", "Ibid., para. 13.", "See note 1 above."]
READ = [("A/HRC/49/51", "1", "12"), ("A/HRC/49/51", "2", "13"), ("A/HRC/49/51", "3", None)]


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        ("¹²³", "<hr>\n<p>¹ {}</p>\n<p>² {}</p>\n<p>³ {}</p>"),
        ("¹²³", "<ul><li>¹ {}</li><li>² {}</li><li>³ {}</li></ul>"),
        ("¹²³", '<p class="MsoFootnoteText"><span lang="EN-GB">¹ {}</span></p><p>² {}</p><p>³ {}</p>'),
        (["[1]", "[2]", "[3]"], "<h2>Notes</h2>\n<p>[1] {}</p>\n<p>[2] {}</p>\n<p>[3] {}</p>"),
        (["[1]", "[2]", "[3]"], "<p>[1] {}<br>[2] {}<br>[3] {}</p>"),
        (["[1]", "[2]", "[3]"], "<table><tr><td>[1]</td><td>{}</td></tr><tr><td>[2]<td>{}<tr><td>[3]<td>{}</table>"),
        (
            ["<sup>1</sup>", '<a href="#n2"><sup>2</sup></a>', "<sup>[3]</sup>"],
            '<hr>\n<p><sup>1</sup> {}</p>\n<p><a id="n2"></a><sup>2</sup> {}</p>\n<p><sup>[3]</sup> {}</p>',
        ),
        (
            ["<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>"],
            "<h2>Notes</h2>\n<ol><li>{}</li><li>{}</li><li>{}</li></ol>",
        ),
        (
            ['<sup><a href="#1">1</a></sup>', '<sup><a href="#2">2</a></sup>', '<sup><a href="#3">3</a></sup>'],
            "<h3>References</h3>\n<ol>\n<li><p>{}</p></li>\n<li><p>{}</p></li>\n<li><p>{}</p></li>\n</ol>",
        ),
        (["<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>"], "<hr/>\n<ol>\n<li>{}\n<li>{}\n<li>{}\n</ol>"),
        (["<sup>1</sup>", "<sup>2</sup>", "<sup>3</sup>"], "<hr>\n<p>1. {}</p>\n<p>2. {}</p>\n<p>3. {}</p>"),
        (["[1]", "[2]", "[3]"], "<h2>Notes</h2><p>1. {}</p><p>2. {}</p><p>3. {}</p>"),
    ],
)
def test_notes_without_ids(marks: list[str], notes: str) -> None:
    text = BODY.format(*marks) + notes.format(*NOTES)
    assert found(text) == READ


def test_a_list_of_notes_that_goes_on() -> None:
    text = '<p>So.<sup>4</sup> So.<sup>5</sup></p><h2>Notes</h2><ol start="4"><li>A/71/261</li><li>Ibid.</li></ol>'
    assert found(text) == [("A/71/261", "4", None), ("A/71/261", "5", None)]


def test_a_list_that_has_no_marks_in_the_text_is_none_of_notes() -> None:
    text = "<p>It was said.</p><h2>Sources</h2><ol><li>A/71/261</li><li>A/72/164</li></ol>"
    assert found(text) == [("A/71/261", None, None), ("A/72/164", None, None)]


def test_cells_and_paragraphs_part_what_is_in_them() -> None:
    text = "<table><tr><td>A/71/261</td><td>para. 5</td></tr><tr><td>A/72/164</td><td>9</td></tr></table><p>para. 7</p>"
    assert [symbol for symbol, _, _ in found(text)] == ["A/71/261", "A/72/164"]
    assert found(text)[1][2] is None


def test_tags_over_several_lines_and_signs_that_are_none() -> None:
    text = 'Where x < 5 and y > 3:\n<p\n class="a"\n>General Assembly resolutions</p\n>\n<ul><li\n>65/197</ul> <li'
    assert symbols(text) == ["A/RES/65/197"]


def test_long_lists_are_numbered_to_their_end() -> None:
    marks = "".join(f"<p>Word.<sup>{number}</sup></p>" for number in range(1, 131))
    items = "".join(f"<li>A/71/{number}</li>" for number in range(201, 331))
    assert [note for _, note, _ in found(f"{marks}<h2>Notes</h2><ol>{items}</ol>")] == [str(n) for n in range(1, 131)]


@pytest.mark.parametrize("tag", ["<li>", "<ol><li>", "<p ", "<!--", "</p", "<style>", "<td>1/2", "<sup>1</sup>", "\r"])
def test_nothing_raises(tag: str) -> None:
    cite(tag)
    cite(tag * 2000)
    cite(f"General Assembly resolutions{tag}60/1{tag}60/2")
