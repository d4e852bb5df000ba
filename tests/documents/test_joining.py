"""What a page break or a box cut in two becomes one again, and nothing else does."""

from __future__ import annotations

import pytest
from document_support import (
    MARKDOWN,
    PLAIN,
    blocks,
    brief,
    marks,
    only,
    parsed,
    printed_words,
    words_with_lines,
)
from hypothesis import given, settings
from hypothesis import strategies as st

# What may stand between the two halves of a paragraph: a box, a page's notes, a pull quote and its speaker.
BETWEEN = {
    "nothing": "",
    "a footnote": "[^9]: A note.\n\n",
    "two footnotes": "<sup>8</sup> A note.\n\n<sup>9</sup> A note.\n\n",
    "a box": "> A box of its own.\n\n",
    "a pull quote": "VISITS SHOW WHAT NO LETTER CAN SHOW\n\n",
    "a speaker": "*Ms Someone, an office holder*\n\n",
}
# What only a small letter reaches across.
HEADING = "# A heading\n\n"
FURTHER = {
    "a box with a heading": "> #### Box\n>\n> A box of its own.\n\n",
    "a closed paragraph": "A closed paragraph.\n\n",
}


@pytest.mark.parametrize("between", [*BETWEEN.values(), *FURTHER.values()], ids=[*BETWEEN, *FURTHER])
def test_a_small_letter_goes_on_with_the_open_paragraph_before(between: str) -> None:
    first, *others = blocks(f"The first half\n\n{between}and the second half.\n")
    assert first.text.value == "The first half and the second half."
    assert all("half" not in block.text.value for block in others)


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN)
def test_a_capital_goes_on_when_only_what_stands_apart_is_between(between: str) -> None:
    first, *others = blocks(f"Reports of the\n\n{between}Secretary-General followed.\n")
    assert first.text.value == "Reports of the Secretary-General followed."
    assert all("Secretary" not in block.text.value for block in others)


@pytest.mark.parametrize("between", [HEADING, FURTHER["a box with a heading"]])
def test_a_capital_after_a_heading_begins_anew(between: str) -> None:
    found = [text for _, text in brief(f"An open line\n\n{between}Something new.\n")]
    assert found[0] == "An open line"
    assert found[-1] == "Something new."


def test_a_short_line_above_a_heading_is_a_whole_entry() -> None:
    assert brief(f"The law is passed\n\n{HEADING}the shelter is opened.\n") == [
        ("paragraph", "The law is passed"),
        ("heading", "A heading"),
        ("paragraph", "the shelter is opened."),
    ]


def test_a_long_paragraph_goes_on_behind_the_heading_of_a_box() -> None:
    half = "Visits are chosen by a set of criteria, such as the number of allegations that were sent and the"
    first, *others = blocks(f"{half} follow-up\n\n{HEADING}A closed paragraph.\n\nto earlier visits.\n")
    assert first.text.value == f"{half} follow-up to earlier visits."
    assert [block.text.value for block in others] == ["A heading", "A closed paragraph."]


@pytest.mark.parametrize("between", ["- An item.", "One\tTwo"])
def test_a_capital_after_an_item_or_a_table_begins_anew(between: str) -> None:
    first, _, last = blocks(f"An open line\n\n{between}\n\nSomething new.\n")
    assert (first.text.value, last.text.value) == ("An open line", "Something new.")


@pytest.mark.parametrize("end", [".", "!", "?", ":", ";", "”", '."', "»", ")"])
@pytest.mark.parametrize("start", ["and a small letter", "A capital"])
def test_a_closed_paragraph_stays_alone(end: str, start: str) -> None:
    assert brief(f"A closed one{end}\n\n{start}.\n") == [
        ("paragraph", f"A closed one{end}"),
        ("paragraph", f"{start}."),
    ]


@pytest.mark.parametrize(("count", "joined"), [(12, True), (13, False)])
def test_halves_too_far_apart_stay_apart(count: int, joined: bool) -> None:
    found = blocks("The first half\n\n" + "[^9]: A note.\n\n" * count + "and the second half.\n")
    assert (found[0].text.value == "The first half and the second half.") is joined
    assert len(found) == count + (1 if joined else 2)


def test_joined_halves_keep_their_lines_and_their_marks() -> None:
    block = blocks("One[^1] of\n\n[^1]: Note one.\n\n[^2]: Note two.\n\ntwo halves.[^2]\n")[0]
    assert block.text.value == "One of two halves."
    assert marks(block) == [("1", "One"), ("2", "One of two halves.")]
    assert (block.line, block.end_line) == (1, 7)
    assert block.text.line_at(block.text.value.index("two")) == 7


def test_three_pieces_become_one() -> None:
    assert brief("One\n\n> Box.\n\ntwo\n\n> Box.\n\nthree.\n") == [
        ("paragraph", "One two three."),
        ("paragraph", "Box."),
        ("paragraph", "Box."),
    ]


@pytest.mark.parametrize("start", ["small letters", "Capitals"])
def test_a_box_is_not_drawn_into_the_text_around_it(start: str) -> None:
    assert brief(f"The first half\n\n> {start} in a box.\n\nand the second half.\n") == [
        ("paragraph", "The first half and the second half."),
        ("paragraph", f"{start} in a box."),
    ]


def test_an_item_goes_on_with_a_small_letter() -> None:
    assert brief("- One thing and\n\n> A box.\n\nthe rest of it;\n\n- Another.\n") == [
        ("item", "One thing and the rest of it;"),
        ("paragraph", "A box."),
        ("item", "Another."),
    ]


def test_a_paragraph_after_a_list_without_full_stops_is_no_part_of_it() -> None:
    assert brief("- One thing\n- Another\n\nWhat follows.\n") == [
        ("item", "One thing"),
        ("item", "Another"),
        ("paragraph", "What follows."),
    ]


@pytest.mark.parametrize("between", [*list(BETWEEN.values())[1:], *FURTHER.values()])
def test_a_list_that_ends_with_a_semicolon_goes_on(between: str) -> None:
    items = [block for block in blocks(f"- One;\n- Two;\n\n{between}- Three;\n- Four.\n") if block.kind == "item"]
    assert [block.text.value for block in items] == ["One;", "Two;", "Three;", "Four."]
    assert len({block.group for block in items}) == 1


def test_a_list_cut_twice_is_one_list() -> None:
    items = [block for block in blocks("- One;\n\nBox.\n\n- Two;\n\nBox.\n\n- Three.\n") if block.kind == "item"]
    assert len({block.group for block in items}) == 1


@pytest.mark.parametrize("end", [".", "", ",", ":"])
def test_a_list_that_ends_otherwise_is_over(end: str) -> None:
    items = [block for block in blocks(f"- One;\n- Two{end}\n\nBetween.\n\n- Three.\n") if block.kind == "item"]
    assert items[0].group == items[1].group != items[2].group


@pytest.mark.parametrize(("count", "lists"), [(12, 1), (13, 2)])
def test_a_list_far_away_is_another_list(count: int, lists: int) -> None:
    found = blocks("- One;\n\n" + "Between.\n\n" * (count - 1) + "# Heading\n\n- Two.\n")
    assert len({block.group for block in found if block.kind == "item"}) == lists


def test_a_dump_of_pages_is_put_together_by_its_own_parser_alone() -> None:
    assert brief("An open line of words,\n \nand another.\n \n", PLAIN) == [
        ("paragraph", "An open line of words,"),
        ("paragraph", "and another."),
    ]


INTERRUPTIONS = st.lists(st.sampled_from([text for text in BETWEEN.values() if text]), max_size=4)


@settings(deadline=None)  # the first example waits for imports
@given(st.integers(2, 20).flatmap(lambda length: st.tuples(st.just(length), st.integers(1, length - 1))), INTERRUPTIONS)
def test_wherever_a_paragraph_is_cut_it_is_made_whole(cut_at: tuple[int, int], interruptions: list[str]) -> None:
    length, cut = cut_at
    words = [f"word{number}" for number in range(length)]
    head, tail = "\n".join(words[:cut]), "\n".join(words[cut:])
    text = f"{head}\n\n{''.join(interruptions)}{tail}.\n"
    document = parsed(text)
    assert document.blocks[0].text.value == " ".join(words) + "."
    assert words_with_lines(document, r"word\d+") == printed_words(text, r"word\d+")


def test_a_soft_hyphen_at_the_end_of_a_line_of_chinese_takes_no_letter_away() -> None:
    assert only("决议\u00ad\n议案").text.value == "决议议案"


@pytest.mark.parametrize("sign", ["\f", "\u00a0", "\u2003 ", "\v"])
def test_a_line_of_other_blanks_is_empty_and_keeps_the_numbers_of_the_lines(sign: str) -> None:
    document = parsed(f"One.\n{sign}\nTwo\nlines.\n")
    assert words_with_lines(document) == [("One", 1), ("Two", 3), ("lines", 4)]
    assert [block.text.value for block in document.blocks] == ["One.", "Two lines."]


def test_a_line_of_which_nothing_is_shown_begins_no_text_with_a_blank() -> None:
    assert only("<span hidden>x y</span>\ntext").text.value == "text"


CHINESE = ("人权理事会第一千八百八十二号决", "议提到儿童权利委员会一般性意", "见，另见第43/22号", "决议。")


@pytest.mark.parametrize(
    ("media_type", "text"),
    [
        (PLAIN, "\n".join(CHINESE) + "\n\n第二段。\n"),
        (PLAIN, "\n\n".join(CHINESE) + "\n \n第二段。\n"),
        (PLAIN, "\n".join(CHINESE[:2]) + "\n\f" + "\n".join(CHINESE[2:]) + "\n\n第二段。\n"),
        (MARKDOWN, "\n".join(CHINESE) + "\n\n第二段。\n"),
        (MARKDOWN, "\n".join(CHINESE[:2]) + "\n**" + CHINESE[2][0] + "**" + CHINESE[2][1:] + "\n" + CHINESE[3]),
    ],
)
def test_lines_of_chinese_are_joined_without_a_blank(media_type: str, text: str) -> None:
    document = parsed(text, media_type)
    joined = document.blocks[0].text
    assert joined.value == "".join(CHINESE)
    lines = text.split("\n")
    assert all(sign in lines[joined.line_at(at) - 1] for at, sign in enumerate(joined.value))


def test_a_blank_that_is_printed_between_chinese_letters_and_a_line_end_beside_others_stay() -> None:
    assert only("人权 理事会，见\nA/HRC/25/48 和\n其他。").text.value == "人权 理事会，见 A/HRC/25/48 和其他。"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Специальный докладчик посетил страну и", "сказал об этом в докладе."),
        ("زار المقرر الخاص البلد وأجرى لقاءات مع", "ممثلي الحكومة."),
        ("特别报告员访问了该国首都和北方各城市并会见了政府和", "民间社会的代表。"),
    ],
)
def test_a_paragraph_in_any_script_goes_on_behind_a_page_and_its_notes(first: str, second: str) -> None:
    text = f"{first}\n\n[^1]: A/HRC/25/48.\n\n{second}\n"
    assert [one for kind, one in brief(text) if kind == "paragraph"] == [f"{first} {second}".replace("和 民", "和民")]


def test_the_lines_of_a_chinese_masthead_stay_apart() -> None:
    assert [text for _, text in brief("联合国\n\n大会\n\n人权理事会\n\n特别报告员的报告\n\n见第43/22号决议。\n")] == [
        "联合国",
        "大会",
        "人权理事会",
        "特别报告员的报告",
        "见第43/22号决议。",
    ]
