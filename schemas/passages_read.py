"""What the passages of the guide read, block by block, so that nothing is proposed of it again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from mandate_data.extract.extraction_guide import Passage
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.passages import matches

from .sentences import overlaps

Span = tuple[int, int]
PassagesRead = Sequence[tuple[Passage, Span]]
"""Passages that read something in a block, each with its characters."""


def passages_read(parsed: ParsedSource) -> Mapping[int, PassagesRead]:
    """The passages that read something, by block."""
    read: dict[int, list[tuple[Passage, Span]]] = {}
    for passage in parsed.guide.passages:
        for index, match in matches(parsed, passage):
            read.setdefault(index, []).append((passage, match.span()))
    return read


def is_read(span: Span, passages: Iterable[tuple[Passage, Span]]) -> bool:
    """Whether any of these passages of a block reads any of these characters."""
    return overlaps(span, [place for _, place in passages])
