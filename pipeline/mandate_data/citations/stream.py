"""Cites a text too long for memory, stretch by stretch, each read together with the text around it.

Memory use does not depend on the length of the text. A text of up to `WINDOW` characters is cited whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from mandate_data.citations.find import prepare
from mandate_data.citations.languages import detected_language
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Kinds, Reference, moved
from mandate_data.citations.resolve import cite_prepared
from mandate_data.line_feeds import with_line_feeds

WINDOW = 4_000_000
BEHIND = 250_000
"""Characters before a stretch that are read again with it: for what an `ibid.` points to and for names of organs."""
AHEAD = 50_000
"""Characters after a stretch that are read with it."""
_LONGEST_TAG = 2000


def cite_stream(
    chunks: Iterable[str],
    window: int = WINDOW,
    behind: int = BEHIND,
    ahead: int = AHEAD,
    *,
    issuer: str | None = None,
    language: str | None = None,
    kinds: Kinds = "documents",
) -> Iterator[Reference]:
    """Every reference in a text that comes in `chunks`, in order, with offsets and lines of the whole text.

    What points back further than `behind` characters across the end of a `window` stays open. `issuer`, `kinds`
    and `language` are those of `cite`; a language not given is detected in the first window.
    """
    read = partial(prepare, issuer=issuer, mixed=language is None)
    held, offset, line, done, main = "", 0, 0, 0, language
    for chunk in _even(chunks, window):
        held += chunk
        if len(held) < behind + window + ahead:
            continue
        end = len(held) - ahead
        main = main or detected_language(held)
        yield from _of_window(read(held, language=main), done, end, offset, line, kinds)
        dropped = _before_tag(held, end - behind)
        line += with_line_feeds(held).count("\n", 0, dropped)
        held, offset, done = held[dropped:], offset + dropped, end - dropped
    yield from _of_window(read(held, language=main), done, len(held), offset, line, kinds)


def _even(chunks: Iterable[str], size: int) -> Iterator[str]:
    """The same text in chunks that are no longer than `size`."""
    for chunk in chunks:
        for start in range(0, len(chunk), size):
            yield chunk[start : start + size]


def _before_tag(text: str, place: int) -> int:
    """The place, or where the tag begins that it is in: what is left of a tag would be text."""
    begin = text.rfind("<", max(0, place - _LONGEST_TAG), place)
    return place if begin < 0 or text.find(">", begin, place) >= 0 else begin


def _of_window(text: PreparedText, start: int, end: int, offset: int, line: int, kinds: Kinds) -> Iterator[Reference]:
    """The references of a window that begin in [start, end), moved to where it stands in the whole."""
    for reference in cite_prepared(text, kinds=kinds):
        if start <= reference.start < end:
            yield moved(reference, offset, line)
