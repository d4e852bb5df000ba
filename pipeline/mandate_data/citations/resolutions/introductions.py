"""Whether a list of resolutions is introduced, so that the organ behind adopted it: `in resolution 7/13, the`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.pinpoints.pinpoints import before
from mandate_data.citations.reading.prepared_text import PreparedText, fragment

_REACH = 20
"""How far before a list, or the pinpoint before it, the introduction begins."""


@cache
def _clause(words: Words) -> re.Pattern[str]:
    """What a clause begins with whose subject follows: it recalls `that, `."""
    return re.compile(rf"\b(?:{fragment(words, words.pronoun)}),?\s$", re.IGNORECASE)


def is_introduced(text: PreparedText, introduction: re.Pattern[str], lead: int, sentence: int, possessed: bool) -> bool:
    """Whether the list whose word begins at `lead` is introduced; one that is `possessed`, "its" resolutions, also if a
    clause begins with its pinpoint: the Council recalls `that, in paragraph 3 of its` resolution 61/279, the Assembly.
    Without a clause, the one behind is only asked: the Council requests, in paragraph 9 of its resolution 48/4, the
    Assembly. The sentence begins at `sentence`.
    """
    plain = text.plain
    directly = introduction.search(plain, max(0, lead - _REACH), lead) is not None
    if directly or not possessed:
        return directly
    pinpoint = before(text, lead, sentence, "resolution")
    if pinpoint is None:
        return False
    begins = introduction.search(plain, max(0, pinpoint.start - _REACH), pinpoint.start)
    if begins is None:
        return False
    return _clause(text.words).search(plain, max(sentence, begins.start() - _REACH), begins.start()) is not None
