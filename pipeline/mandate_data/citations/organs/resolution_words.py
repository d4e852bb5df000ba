"""The patterns of words around a resolution's number that several finders are built of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.reading.prepared_text import behind_number, date, fragment

_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, slots=True)
class ResolutionWords:
    """Patterns as strings, in one language: the `resolution` and the `decision`, the United `nations`, an `article`
    that may stand before an organ, the date `of_date` that may follow a number, and `when` it was adopted, between
    `adopted` and `by`."""

    resolution: str
    decision: str
    nations: str
    the: str
    article: str
    of_date: str
    when: str


@cache
def resolution_words(words: Words) -> ResolutionWords:
    """The patterns of a language."""
    the = fragment(words, words.article_before)
    return ResolutionWords(
        fragment(words, words.resolution),
        fragment(words, words.decision),
        fragment(words, words.united_nations),
        the,
        rf"(?:(?:{the})\s?)?",
        f"{behind_number(words, date(words))}?",
        rf"(?:\s(?:{fragment(words, words.agreed)}))?(?:\s(?:\w{{1,3}}\s)?(?:{date(words)}|{_YEAR}))?",
    )


def organ_in_commas(words: Words) -> str:
    """A pattern for the organ behind a resolution and its pinpoint: `paragraph 7, of the Security Council`."""
    heads = "|".join(fragment(words, head) for head in words.heads)
    of, the = fragment(words, words.of_organ) or NEVER, fragment(words, words.article_before)
    return rf",\s(?:{of})\s?(?:(?:{the})\s?)?(?:[A-Z][\w-]*\s){{0,3}}(?:{heads})(?:\s[\w']+){{0,4}}(?=[,.;)])"
