"""What is in italics or linked to the web, as books and web pages are: it tells them from documents."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Reference

_ITALICS = "*{}*"
_LINKED = "{} (https://-)"
_CAPITAL, _WORD, _GAP = r"(?![a-zß-öø-ÿа-яё])[^\W\d_]\w*", r"[^\W\d_]\w*", r"\W+"
_BEGINS = re.compile(rf"\W*{_CAPITAL}")
_TITLE = re.compile(rf"\W*{_CAPITAL}{_GAP}{_WORD}")
"""A title has more words than one, and begins with a capital, where the script has any."""
_IN_PROSE = re.compile(rf"\W*(?:{_WORD}{_GAP}){{3}}{_WORD}")
"""In running text names and a few words are linked that are not a title: there it has four words."""


def is_found(
    pattern: re.Pattern[str], text: PreparedText, references: Sequence[Reference], low: int, high: int, note: bool
) -> bool:
    """Whether a pattern for works finds any in [low, high), of which these are the references: the marks of what is in
    italics or linked stand as they are printed."""
    marked = list(_marked(text, references, low, high, note)) if text.titles or text.links else []
    if not marked:
        return pattern.search(text.plain, low, high) is not None
    printed, done = [], low
    for start, end, form in marked:
        if start >= done:
            printed += [text.plain[done:start], form.format(text.plain[start:end])]
            done = end
    return pattern.search("".join([*printed, text.plain[done:high]])) is not None


def ends_a_title(text: PreparedText, at: int) -> bool:
    """Whether a title in italics ends at a place."""
    place = bisect_left(text.titles, (at,)) - 1
    if place < 0 or text.titles[place][1] != at:
        return False
    return _BEGINS.match(text.raw, text.titles[place][0]) is not None


def _marked(
    text: PreparedText, references: Sequence[Reference], low: int, high: int, note: bool
) -> Iterator[tuple[int, int, str]]:
    """The stretches that are so marked, and how, in order: neither an organ nor a part of a reference is a work."""
    found = sorted(
        (start, end, form)
        for stretches, form in ((text.titles, _ITALICS), (text.links, _LINKED))
        for start, end in stretches[bisect_left(stretches, (low,)) : bisect_left(stretches, (high,))]
        if end <= high and (_TITLE if note else _IN_PROSE).match(text.raw, start, end)
    )
    if found:
        known = [(one.start, one.end) for one in Organs.organs(text).within(low, high)]
        known += [span for one in references for span in ((one.start, one.end), *one.pinpoint_spans)]
        yield from (one for one in found if not any(start < one[1] and one[0] < end for start, end in known))
