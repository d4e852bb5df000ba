"""A long text cited stretch by stretch gives what it gives as a whole."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator

import pytest
from citation_scoring import SHIPPED
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.citations import cite, cite_stream

SENTENCE = "{0} See A/HRC/7/{0}, para. {0}, and Corr.1. {1} Ibid., p. 4. The Council adopted resolution 55/{0}.\n\n"


def document(count: int) -> str:
    """Numbered notes in many paragraphs."""
    return "".join(SENTENCE.format(number, number + 1) for number in range(1, count, 2))


@given(st.integers(200, 4000), st.integers(1, 700))
def test_windows_and_chunks_do_not_matter(window: int, chunk: int) -> None:
    text = document(60)
    chunks = [text[start : start + chunk] for start in range(0, len(text), chunk)]
    found = list(cite_stream(chunks, window=window, behind=3000, ahead=500))
    assert [item._replace(note=None) for item in found] == [item._replace(note=None) for item in cite(text)]


def test_lines_and_antecedents_are_of_the_whole_text() -> None:
    text = document(600)
    for item in cite_stream([text], window=5000, behind=2000, ahead=500):
        assert text[item.start : item.end] == item.text
        assert item.line == text.count("\n", 0, item.start) + 1
        assert item.antecedent is None or text.startswith(("A/HRC/7/", "Corr.1"), item.antecedent)


def test_a_short_text_is_cited_whole() -> None:
    text = "Resolution 1990/68 is meant. E/CN.4/RES/1990/68, 7 March 1990."
    assert list(cite_stream(iter(text))) == cite(text)
    assert list(cite_stream([])) == []


def test_a_report_in_pieces() -> None:
    text = (SHIPPED.folder / "A_HRC_26_31.txt").read_text(encoding="utf-8")
    pieces = [text[start : start + 1000] for start in range(0, len(text), 1000)]
    assert list(cite_stream(pieces)) == cite(text)


@pytest.mark.parametrize("words", range(0, 40, 3))
def test_a_stretch_that_begins_in_a_tag(words: int) -> None:
    text = (
        "word " * words
        + '<a href="#p" title="The report is A/HRC/7/8">It</a> '
        + "word " * 20
        + "(<i>ibid.</i>, para. 3)."
    )
    found = list(cite_stream([text + " word" * 100], window=100, behind=150, ahead=50))
    assert [one.symbol for one in found] == [None]


@pytest.mark.slow
def test_memory_does_not_grow_with_what_was_read() -> None:
    def peak(repeats: int) -> int:
        def chunks() -> Iterator[str]:
            for _ in range(repeats):
                yield page

        tracemalloc.start()
        count = sum(1 for _ in cite_stream(chunks(), window=50_000, behind=10_000, ahead=5_000))
        size = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count >= repeats
        return size

    page = document(60)
    assert peak(80) < 1.5 * peak(20)
