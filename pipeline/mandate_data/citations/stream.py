"""Cites a text too long for memory, stretch by stretch, each read together with the text around it.

Memory use does not depend on the length of the text. A text of up to `WINDOW` characters is cited whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mandate_data.citations.languages import detected_language
from mandate_data.citations.references import Kinds, Reference
from mandate_data.citations.resolve import cite
from mandate_data.line_feeds import with_line_feeds

WINDOW = 4_000_000
BEHIND = 250_000
"""Characters before a stretch that are read again with it: for what an `ibid.` points to and for names of organs."""
AHEAD = 50_000
"""Characters after a stretch that are read with it."""


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
    held, offset, line, done = "", 0, 0, 0
    for chunk in _even(chunks, window):
        held += chunk
        if len(held) < behind + window + ahead:
            continue
        end = len(held) - ahead
        language = language or detected_language(held)
        yield from _moved(held, done, end, offset, line, issuer, language, kinds)
        dropped = end - behind
        line += with_line_feeds(held).count("\n", 0, dropped)
        held, offset, done = held[dropped:], offset + dropped, behind
    yield from _moved(held, done, len(held), offset, line, issuer, language, kinds)


def _even(chunks: Iterable[str], size: int) -> Iterator[str]:
    """The same text in chunks that are no longer than `size`."""
    for chunk in chunks:
        for start in range(0, len(chunk), size):
            yield chunk[start : start + size]


def _moved(
    text: str,
    start: int,
    end: int,
    offset: int,
    line: int,
    issuer: str | None,
    language: str | None,
    kinds: Kinds,
) -> Iterator[Reference]:
    """The references of `text` that begin in [start, end), moved to where `text` stands in the whole."""
    for reference in cite(text, issuer=issuer, language=language, kinds=kinds):
        if start <= reference.start < end:
            antecedent = reference.antecedent
            yield reference._replace(
                start=reference.start + offset,
                end=reference.end + offset,
                line=reference.line + line,
                antecedent=None if antecedent is None else antecedent + offset,
            )
