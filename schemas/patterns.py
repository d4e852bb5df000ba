"""Patterns of a guide for the words of a place, some of which are groups."""

from __future__ import annotations

from collections.abc import Mapping

from mandate_data.extract.extraction_guide import exactly

Span = tuple[int, int]


def pattern_of(text: str, groups: Mapping[Span, str], end: int, start: int | None = None) -> str:
    """A pattern for the words up to `end`, from the first group, or from `start` if that is before it."""
    spans = sorted(groups)
    place = spans[0][0] if start is None else min(start, spans[0][0])
    pattern = ""
    for first, last in spans:
        pattern += exactly(text[place:first]) + groups[first, last]
        place = last
    return pattern + exactly(text[place:end])
