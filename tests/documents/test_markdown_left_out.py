"""Markdown: front matter, addresses and titles of links are not text; whatever is left out is counted."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from document_support import assert_each_word_is_read_or_counted, brief, marks, only, parsed
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.corpus.cite_file import report
from mandate_data.documents import LeftOut

FRONT = "front matter, which is for programs"
NOWHERE = "the address of a link that is nowhere"


@pytest.mark.parametrize("end", ["---", "..."])
def test_front_matter_is_left_out_and_counted(end: str) -> None:
    text = f"---\ntitle: A report\n# note\nsymbols:\n  - A/66/228\n- one\n\n{end}\n\nText.\n"
    document = parsed(text)
    assert [(block.text.value, block.line) for block in document.blocks] == [("Text.", 10)]
    assert document.left_out == (LeftOut(FRONT, 9, line=1),)


@pytest.mark.parametrize(
    "text",
    [
        "---\nA line of text.\n---\n\nMore.\n",
        "One.\n\n---\ntitle: Two\n---\n",
        "---\ntitle: Two\n",
        "---\n---\n\nOne.\n",
    ],
)
def test_lines_between_rules_are_text(text: str) -> None:
    document = parsed(text)
    said = " ".join(block.text.value for block in document.blocks)
    assert re.findall(r"\w+", said) == re.findall(r"\w+", text)
    assert document.left_out == ()


def test_the_address_of_a_link_may_be_apart_from_it() -> None:
    text = 'See [the report][r] and [this].\n\n[r]: https://example.org/a "Its title"\n[this]: <#part>\n'
    document = parsed(text)
    assert [block.text.value for block in document.blocks] == ["See the report and this."]
    assert document.left_out == (LeftOut("the title of a link", 2, line=1),)


@pytest.mark.parametrize("line", ["[1]: https://example.org/a", "[r]: A/HRC/25/48", "[^r]: https://example.org/a"])
def test_notes_that_look_like_addresses_are_text(line: str) -> None:
    text = " ".join(value for _, value in brief(f"See it.\n\n{line}\n"))
    assert text in (f"See it. {line}", "See it. https://example.org/a")


def test_addresses_that_no_link_uses_are_reported() -> None:
    document = parsed("One [it][a].\n\n[a]: https://example.org/a\n[b]: https://example.org/b 'Two words'\n[A]: #c\n")
    assert [block.text.value for block in document.blocks] == ["One it."]
    assert document.left_out == (LeftOut(NOWHERE, 7, line=4), LeftOut(NOWHERE, 2, line=5))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[One](#a "Two words").', LeftOut("the title of a link", 2, line=1)),
        ('One.\n![](#a "Two words")', LeftOut("the title of an image", 2, line=2)),
        ("One.\n![Two words](#a)", LeftOut("the description of an image", 2, line=2)),
    ],
)
def test_titles_and_descriptions_are_reported_with_their_line(text: str, told: LeftOut) -> None:
    document = parsed(text)
    assert [block.text.value for block in document.blocks] == ["One."]
    assert document.left_out == (told,)


@pytest.mark.parametrize(("mark", "number"), [("[^*]", "*"), ("[^a]", "a"), ("[^iv]", "iv"), ("[^12]", "12")])
def test_marks_need_not_be_numbers(mark: str, number: str) -> None:
    first, note, more = parsed(f"One{mark} of it.\n\n{mark}: See A/66/228.\n\n    And more.\n").blocks
    assert marks(first) == [(number, "One")]
    assert [(one.kind, one.number) for one in (note, more)] == [("footnote", number)] * 2


@pytest.mark.parametrize("mark", ["*", "†", "a", "iv", "long-name1", "2"])
def test_cite_knows_notes_whose_marks_are_no_numbers(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text(
        f"One[^1] and[^{mark}].\n\n[^1]: See A/66/228, para. 3.\n\n[^{mark}]: Ibid., para. 4.\n\n    And A/67/291.\n",
        encoding="utf-8",
    )
    found = [json.loads(line) for line in "".join(report([str(path)], "jsonl")).splitlines()]
    assert [(one["note"], one["symbol"], one["pinpoint"]) for one in found] == [
        ("1", "A/66/228", "3"), (mark, "A/66/228", "4"), (mark, "A/67/291", None),
    ]  # fmt: skip


def test_a_heading_may_be_underlined() -> None:
    assert [(one.kind, one.level) for one in parsed("One\n===\n\nTwo\nor so\n---\n").blocks] == [
        ("heading", 1), ("heading", 2),
    ]  # fmt: skip


def test_what_nothing_ends_is_reported_too() -> None:
    document = parsed("One <script>var two\nand three")
    assert only("One").text.value == document.blocks[0].text.value == "One"
    assert document.left_out == (LeftOut("a script", 4, line=1),)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Markdown with words that are there once each, as "gone…" where they are not text."""
    numbers = iter(range(1, 10_000))
    apart: list[str] = []

    def words(kind: str = "word") -> str:
        return " ".join(f"{kind}{next(numbers)}" for _ in range(draw(st.integers(1, 3))))

    def linked() -> str:
        label = f"l{next(numbers)}"
        apart.append(f'[{label}]: #{label} "{words("gone")}"')
        return f"[{words()}][{label}]"

    def noted() -> str:
        label = draw(st.sampled_from(["*", "a", "n"])) + str(next(numbers))
        apart.append(f"[^{label}]: {words()}\n\n    {words()}")
        return f"{words()}[^{label}]"

    def phrase() -> str:
        kinds = {
            "text": words,
            "strong": lambda: f"**{words()}**",
            "code": lambda: f"`{words()}`",
            "link": lambda: f'[{words()}](#a "{words("gone")}")',
            "linked": linked,
            "note": noted,
            "image": lambda: f'![{words("gone")}](#a "{words("gone")}")',
            "comment": lambda: f"{words()} <!-- {words('gone')} -->",
            "script": lambda: f"{words()} <script>{words('gone')}</script>",
            "hidden": lambda: f"{words()} <span hidden>{words('gone')}\n**{words('gone')}**</span>",
            "raised": lambda: f"{words()}<sup>3</sup>",
        }
        return kinds[draw(st.sampled_from(sorted(kinds)))]() + draw(st.sampled_from([".", "\n", " "]))

    def cell() -> str:
        return draw(st.sampled_from([words(), f"{words()} \\| {words()}", f"{words()}<br>{words()}", f"*{words()}*"]))

    def block() -> str:
        kinds = {
            "paragraph": lambda: "".join(phrase() for _ in range(draw(st.integers(1, 3)))),
            "heading": lambda: f"## {words()}",
            "underlined": lambda: f"{words()}\n---",
            "quotation": lambda: f"> {words()}\n> {words()}",
            "items": lambda: f"- {words()}\n- {words()}\n\n  {words()}\n  1. {words()}",
            "table": lambda: f"| {cell()} | {cell()} |\n|---|---|\n| {cell()} | {cell()} | {cell()} |\n| {cell()} |",
            "code": lambda: f"```\n{words()}\n```",
            "indented": lambda: f"    {words()}",
            "html": lambda: f"<div>{words()}<!-- {words('gone')} --></div>",
        }
        return kinds[draw(st.sampled_from(sorted(kinds)))]()

    front = draw(st.sampled_from(["", "---\n{}: {}\n---\n"])).format(words("gone").replace(" ", "-"), words("gone"))
    front = front if front.startswith("---") else ""
    body = "\n\n".join(block() for _ in range(draw(st.integers(1, 4))))
    return front + body + "\n\n" + "\n\n".join(apart) + "\n"


@settings(max_examples=200, deadline=None)
@given(text=texts())
def test_every_word_is_read_once_or_counted(text: str) -> None:
    assert_each_word_is_read_or_counted(text)
