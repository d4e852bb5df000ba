"""What joins the numbers of a list, and what follows a number that counts things: `and Corr.2`, but `and 2 States`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.prepared_text import fragment


@cache
def joint(words: Words) -> str:
    """A pattern for the sign or the word between two numbers of a list: a comma, a hyphen, `and`, `to`."""
    joined = rf"\b(?:{_joined(words)})\b" if words.edge else _joined(words)
    return rf"(?:,|;|-|{joined}|&)"


@cache
def counts_things(words: Words) -> re.Pattern[str]:
    """What follows a number that counts things, and so goes on no list."""
    return re.compile(rf"\s{{1,2}}(?!(?:{_joined(words)}|{fragment(words, words.go_on)})\b)\w|%", re.IGNORECASE)


def _joined(words: Words) -> str:
    return f"{fragment(words, words.conjunction)}|{fragment(words, words.to)}"
