"""Lines end with a line feed, a carriage return, or both: the same is found, on the same lines."""

from __future__ import annotations

import pytest
from mandate_data.citations import Segment, cite, cite_document, cite_stream, find_symbols

TEXT = (
    "General Assembly resolutions\n65/197\n66/141\n\nIt said so.[1] And so.[2] See para-\ngraph 4 of A/HRC/7/1.\n\n"
    "Notes\n[1] A/HRC/5/1,\npara. 3.\n[2] Ibid., para. 4.\n"
)


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_the_same_is_found_on_the_same_lines(line_end: str) -> None:
    text = TEXT.replace("\n", line_end)
    found = cite(text)
    assert [one.text for one in found] == [text[one.start : one.end] for one in found]
    read = [(one.symbol, one.line, one.note, one.pinpoint) for one in found]
    assert read == [(one.symbol, one.line, one.note, one.pinpoint) for one in cite(TEXT)]
    assert [line for _, line, _, _ in read] == [1, 3, 6, 9, 11]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_in_stretches(line_end: str) -> None:
    text = "".join(f"See A/HRC/7/{number}.{line_end}" for number in range(1, 400))
    pieces = [text[start : start + 7] for start in range(0, len(text), 7)]
    found = list(cite_stream(pieces, window=501, behind=203, ahead=101))
    assert [(one.symbol, one.line) for one in found] == [(f"A/HRC/7/{number}", number) for number in range(1, 400)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_in_segments_and_of_symbols_alone(line_end: str) -> None:
    paragraph = "See\nA/HRC/7/1,\npara. 3,\nand A/65/221.".replace("\n", line_end)
    located = cite_document([Segment(paragraph), Segment(f"A/60/1 and{line_end}A/61/1", "1"), Segment(paragraph)])
    assert [(one.segment, one.reference.line) for one in located] == [(0, 2), (0, 4), (1, 1), (1, 2), (2, 2), (2, 4)]
    assert [one.line for one in find_symbols(f"{paragraph}{line_end}{paragraph}")] == [2, 4, 6, 8]
