"""Marks and links on the lines of an edition come from characters, never from a search for values."""

from __future__ import annotations

import pytest
from mandate_data.package.addresses import as_address
from mandate_data.site.cell_places import Place, place_of, span_on
from mandate_data.site.source_marks import Span, linked, marked

LINE = "Mission to Georgia (11-18 April 2016) & <b>"


@pytest.mark.parametrize(
    ("spans", "html"),
    [
        ([], "Mission to Georgia (11-18 April 2016) &amp; &lt;b&gt;"),
        ([Span(11, 18, "country")],
         'Mission to <mark title="country">Georgia</mark> (11-18 April 2016) &amp; &lt;b&gt;'),
        # The day here and the month there, where the last day and the year stand, too.
        ([Span(20, 22, "start"), Span(26, 36, "start"), Span(23, 36, "end"), Span(32, 36, "year")],
         'Mission to Georgia (<mark title="start">11</mark>-<mark title="end">18 </mark>'
         '<mark title="end, start">April </mark><mark title="end, start, year">2016</mark>) &amp; &lt;b&gt;'),
        ([Span(38, 43, "sign")], 'Mission to Georgia (11-18 April 2016) <mark title="sign">&amp; &lt;b&gt;</mark>'),
    ],
)  # fmt: skip
def test_characters_are_marked_with_the_columns_read_from_them(spans: list[Span], html: str) -> None:
    assert str(marked(LINE, spans)) == html


def test_of_links_that_overlap_the_first_and_longest_is_one() -> None:
    spans = [Span(14, 18, "b.html"), Span(11, 18, "a.html"), Span(11, 13, "c.html"), Span(26, 31, "d.html")]
    assert str(linked(LINE[:37], spans)) == (
        'Mission to <a href="a.html">Georgia</a> (11-18 <a href="d.html">April</a> 2016)'
    )


def test_a_value_over_several_lines_has_characters_on_each() -> None:
    cell = {"table": "lights", "row_key": "bell", "field": "name", "n": "1", "statement": "1", "kind": "printed"}
    one = as_address({**cell, "source_id": "log", "line": "3", "start": "7", "end_line": "5", "end": "4"})
    assert [span_on(one, line, 10) for line in (2, 3, 4, 5, 6)] == [None, (7, 10), (0, 10), (0, 4), None]
    assert place_of(one) == Place("log", 3, 5)
    assert Place("log", 3, 5).lines == "lines 3 to 5"
    assert Place("log", 3, 3).lines == "line 3"
