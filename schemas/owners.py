"""Whose visit or report it is, by the words before it: "her second …", "the Committee's …"."""

from __future__ import annotations

import re

from .own_mandate import Mandate, Who

_WORDS = r"(?:[\w'’-]+,? ){0,4}?"
_PRONOUN = re.compile(rf"\b(?P<pronoun>[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y|[Ii]ts) {_WORDS}$")
_GENITIVE = re.compile(rf"(?P<name>(?:[Tt]he )?(?:[\w-]+ ){{0,8}}?[\w-]+)['’]s? {_WORDS}$")


def by_pronoun(text: str, start: int, end: int, mandate: Mandate) -> Who | None:
    """Whom a pronoun means that leads to what begins at `end`, in the sentence that begins at `start`; None without."""
    found = _PRONOUN.search(text[start:end])
    return None if found is None else mandate.who(text, start, start + found.end("pronoun") + 1)


def by_name(text: str, start: int, end: int, mandate: Mandate) -> Who | None:
    """Who is named in the genitive before what begins at `end`; None if nobody is."""
    found = _GENITIVE.search(text[start:end])
    return None if found is None else mandate.named_in(found["name"])
