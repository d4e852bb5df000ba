"""The language of a source: visits, holders, recommendations and events are found in English text alone."""

from __future__ import annotations

import re
from collections import Counter

from mandate_data.citations.languages.detection import detected_language
from mandate_data.citations.languages.words import listed, words_of
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.findings.finding import Finding

ENGLISH = "en"
NAMES = {"fr": "French", "es": "Spanish", "ru": "Russian", "ar": "Arabic", "zh": "Chinese"}
OTHER = "another language"
PART = 0.1
"""The share of the text in another language from which it is reported."""
FEWEST = 8
"""Words, or signs of a script without blanks, that a paragraph has at least whose language is recognised."""
LEAST = 0.08
"""The share of the frequent words of English among the words of English text; other text has fewer."""
OFTEN = words_of(ENGLISH).frequent | listed(
    "and are be been but by can could does for from has have her his how if into it its may might more must not on or"
    " our she should such than that the their them then there these they this those to under were what when where which"
    " who whose with would"
)
"""Frequent words of English that other languages in its script don't have."""
WORD = re.compile(r"[^\W\d_]+")
NO_NAME = re.compile(r"\b[^\W\d_A-Z][^\W\d_]*")
"""A word that begins with a small letter: names are of no language."""
NO_BLANKS = re.compile("[\u4e00-\u9fff]")


def other_language(parsed: ParsedSource) -> Finding | None:
    """The finding that most or part of a source is in another language than English, at its first line, or None."""
    letters: Counter[str] = Counter()
    first: dict[str, int] = {}
    for index, block in enumerate(parsed.blocks):
        if block.kind in ("paragraph", "item") and (language := _language(parsed.text[index])):
            letters[language] += len(parsed.text[index])
            first.setdefault(language, index)
    other = letters.total() - letters[ENGLISH]
    if other < PART * letters.total() or not other:
        return None
    language = max(sorted(set(letters) - {ENGLISH}), key=letters.__getitem__)
    how_much = "most" if other > letters[ENGLISH] else "part"
    name = NAMES.get(language, language)
    return parsed.finding("facts-in-english", first[language], table="events", value=name, how_much=how_much)


def _language(text: str) -> str:
    """The language of a paragraph; "" for one that is too short to say."""
    words = WORD.findall(text.lower())
    if len(words) < FEWEST and len(NO_BLANKS.findall(text)) < FEWEST:
        return ""
    language = detected_language(text)
    if language != ENGLISH:
        return language
    known = sum(map(OFTEN.__contains__, words))
    if known >= LEAST * len(words):
        return ENGLISH
    return OTHER if len(NO_NAME.findall(text)) >= FEWEST else ""
