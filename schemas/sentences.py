"""Where the sentences of a paragraph begin and end, and patterns for their words."""

from __future__ import annotations

import re

from mandate_data.extract.parsed_source import ParsedSource

_BEGINNING = re.compile(r"(?<=[.;:?!])(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\b[DN][ro]\.)\s+(?=[A-Z(])")


def sentence_cuts(text: str) -> list[int]:
    """Where each sentence begins, and where the last ends."""
    return [0, *(found.end() for found in _BEGINNING.finditer(text)), len(text)]


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    cuts = sentence_cuts(text)
    return max(cut for cut in cuts if cut <= place), min(cut for cut in cuts if cut > place)


def sentence_at(parsed: ParsedSource, block: int, place: int) -> tuple[int, str]:
    """The line of a place in a block, and the sentence around it."""
    text = parsed.text[block]
    return parsed.blocks[block].text.line_at(place), text[slice(*sentence_around(text, place))].strip()
