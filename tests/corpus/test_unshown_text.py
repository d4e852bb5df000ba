"""What browsers do not show of a text that comes in chunks is counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.corpus.unshown_text import UnshownWatch


def counted(text: str, size: int = 1 << 20) -> list[tuple[str, int]]:
    watch = UnshownWatch()
    for start in range(0, len(text), size):
        watch.feed(text[start : start + size])
    return [(one.reason, one.line) for one in watch.end()]


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("one\n<!-- two three -->\nfour", "2 words", 2),
        ("<style>x { y }</style>\nfour <SCRIPT>var z</SCRIPT >", "4 words", 1),
        ("a < b\n\n<!-- c --> <st", "1 word", 3),
    ],
)
def test_its_words_are_counted_and_its_first_line_is_told(text: str, words: str, line: int, size: int) -> None:
    assert counted(text, size) == [(f"style sheets, scripts and comments of HTML ({words})", line)]


@pytest.mark.parametrize("text", ["one two", "<!-- open", "<p>one</p>", "<!---->", "<styled>x</styled>"])
def test_what_is_shown_is_not_counted(text: str) -> None:
    assert counted(text, 3) == []


@given(st.text("<!-styleript> \nab/", max_size=60), st.integers(1, 20))
def test_how_a_text_is_cut_makes_no_difference(text: str, size: int) -> None:
    assert counted(text, size) == counted(text)
