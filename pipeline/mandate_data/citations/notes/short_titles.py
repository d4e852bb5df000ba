"""Short titles that a note gives its sources, by which a later `supra` names one: `[hereinafter Panel Report]`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import fragment

_LONGEST = 80
_NOT_IN_A_TITLE = " ,.'\"*_"


@cache
def _given(words: Words) -> re.Pattern[str]:
    return re.compile(
        rf"[\[(](?:{fragment(words, words.hereafter)})[,:]?\s([^\[\]()]{{3,{_LONGEST}}})[\])]", re.IGNORECASE
    )


def titled_in(plain: str, start: int, end: int, before: int, words: Words) -> int | None:
    """Where the note at [start, end) gives a source the title that stands right before `before`; None if to none.

    >>> from mandate_data.citations.languages import words_of
    >>> plain = "A/59/565 [hereinafter Panel Report]. Panel Report, supra"
    >>> titled_in(plain, 0, 36, 51, words_of("en"))
    9
    """
    named = plain[max(0, before - _LONGEST) : before].rstrip(_NOT_IN_A_TITLE)
    for given in _given(words).finditer(plain, start, end):
        title = given[1].strip(_NOT_IN_A_TITLE)
        if named.endswith(title) and not named[: -len(title)][-1:].isalnum():
            return given.start()
    return None
