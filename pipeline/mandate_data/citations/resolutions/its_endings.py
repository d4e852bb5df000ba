"""Whose a resolution is where "its" is not a word but the ending of the word for it, which agrees with its owner."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.organs.organ_names import Link, Mention
from mandate_data.citations.reading.prepared_text import PreparedText, fragment


@cache
def _endings(words: Words) -> dict[str, re.Pattern[str]]:
    """The word for a resolution with its ending, by the head of the owner's name."""
    return {head: re.compile(rf"\w+?{fragment(words, ending)}(?!\w)") for head, ending in words.its_endings.items()}


def agreeing_heads(text: PreparedText, lead: int) -> list[str]:
    """The heads of the names with which the word at `lead` agrees, where that is the word for "its resolution"."""
    return [head for head, pattern in _endings(text.words).items() if pattern.match(text.plain, lead)]


def is_of_the_subject(agreeing: list[str], link: Link | None, subject: Mention | None) -> bool:
    """Whether "its resolution" is that of the subject: not of the organ of the list before, the `link`, with which
    alone its ending may agree."""
    if link is None or link.organ is None or link.organ.heads.isdisjoint(agreeing):
        return True
    return subject is not None and not subject.heads.isdisjoint(agreeing)
