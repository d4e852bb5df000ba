"""Where the sentences of a paragraph begin and end, and whether places in it overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from mandate_data.extract.parsed_source import ParsedSource

_END = re.compile(
    r"(?P<stop>[.?!])[\"”'’)\]]*\d{0,3}\s+(?=[A-ZÀ-ÖØ-Þ(“\"‘]|\d{1,3} [A-Z“\"])|(?P<clause>[;:])\s+(?=[A-Z(])"
)
_LAST_WORD = re.compile(r"(?:\w+\.)*\w+$")
_SHORTENED = re.compile(
    r"M[rs]|Mrs|Dr|Prof|St|Hon|Jr|Sr|Gen|Col|Sgt|Rev|Add|Corr|Nos?|[Aa]rts?|(?:[Ss]ub)?paras?|Paras?|pp?|[Vv]ols?"
    r"|[Cc]haps?|[Ss]ects?|sec|eds?|cf|al|vs?|op|figs?|approx|ca|ser|suppl|Ltd|Inc|Co|e\.g|i\.e|(?:[A-Z]\.)*[A-Z]"
)
"""What a full stop shortens: words, and initials such as U.S."""


@lru_cache(maxsize=1024)
def sentence_cuts(text: str, *, clauses: bool = False) -> tuple[int, ...]:
    """Where each sentence begins, and where the last ends; with `clauses`, also where a part behind ; or : begins."""
    return (0, *(found.end() for found in _END.finditer(text) if _is_end(text, found, clauses)), len(text))


def _is_end(text: str, found: re.Match[str], clauses: bool) -> bool:
    """Whether a sentence ends here, and no word is shortened."""
    if found["clause"]:
        return clauses
    word = _LAST_WORD.search(text, max(0, found.start() - 20), found.start()) if found["stop"] == "." else None
    return word is None or not _SHORTENED.fullmatch(word[0])


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    cuts = sentence_cuts(text)
    return max(cut for cut in cuts if cut <= place), min(cut for cut in cuts if cut > place)


def sentence_at(parsed: ParsedSource, block: int, place: int) -> tuple[int, str]:
    """The line of a place in a block, and the sentence around it, on one line."""
    text = parsed.text[block]
    sentence = text[slice(*sentence_around(text, place))]
    return parsed.blocks[block].text.line_at(place), " ".join(sentence.split())


def overlaps(span: tuple[int, int], places: Iterable[tuple[int, int]]) -> bool:
    """Whether any of the places has a character of a span."""
    return any(start < span[1] and span[0] < end for start, end in places)
