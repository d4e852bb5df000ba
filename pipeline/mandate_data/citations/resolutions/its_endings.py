"""Whose a resolution is where "its" is no word but the ending of the word for it, which agrees with its owner."""

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


def is_of_the_subject(text: PreparedText, lead: int, link: Link | None, subject: Mention | None) -> bool:
    """Whether the word at `lead` is that for "its resolution", and that of the subject: not of the organ of the list
    before, the `link`, with which alone its ending may agree."""
    agreeing = [head for head, pattern in _endings(text.words).items() if pattern.match(text.plain, lead)]
    if not agreeing:
        return False
    if link is None or link.organ is None or link.organ.heads.isdisjoint(agreeing):
        return True
    return subject is not None and not subject.heads.isdisjoint(agreeing)
