"""Which language a text is in: by its script, or by the frequent words of the languages in Latin script."""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat

import re2

from mandate_data.citations.languages.markup import named_language, without_markup
from mandate_data.citations.languages.words import words_of

SAMPLE = 1000
"""Characters looked at, at the beginning of a text and in its middle."""
_LATIN = ("en", "fr", "es")
_SCRIPTS = (
    ("ru", re.compile("[а-яё]")),
    ("ar", re.compile("[\u0621-\u064a]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_ANY_SCRIPT = re2.compile("[а-яё\u0621-\u064a\u4e00-\u9fff]".encode())
_MARKS = re.compile(r"\]\([^()\s]*(?:\s\"[^\"\n]*\")?\)?|[\[*_]")
"""The marks of emphasis and of links, with where they lead."""
_LETTER = re.compile(r"\b[A-Z]\b")
"""A capital alone: more often a letter of a number, `217 A (III)`, than the first word of a sentence."""
_SYMBOL = re.compile(r"[A-Z]{1,8}/[\w./()-]+|\b(?:Add|Corr|Rev)\.\d", re.ASCII)
"""Symbols and suffixes, whose letters are of no language."""
_MOST = 0.25
"""The share of letters from which a script is that of the text."""
_FEWEST_LETTERS = 6
_FEWEST_WORDS = 2
"""What says in which language a line is."""


@cache
def _frequent() -> frozenset[str]:
    """The frequent words of all languages in Latin script."""
    return frozenset().union(*(words_of(language).frequent for language in _LATIN))


def detected_language(text: str) -> str:
    """The code of the language in which `text` is written; English where nothing says otherwise. HTML may name it."""
    if named := named_language(text):
        return named
    text = without_markup(text)
    middle = max(SAMPLE, len(text) // 2)
    sample = _MARKS.sub("", text[:SAMPLE] + text[middle : middle + SAMPLE])
    if not sample.isascii() and _ANY_SCRIPT.search(sample.encode("utf-8", "replace")):
        letters = sum(map(str.isalpha, _SYMBOL.sub("", sample))) or 1
        for language, script in _SCRIPTS:
            if len(script.findall(sample)) / letters > _MOST:
                return language
    counts = _counts(sample)
    best = max(counts)
    enough = best > 1 or (best and not sample.isascii())
    return _LATIN[counts.index(best)] if enough else _LATIN[0]


def language_of_line(line: str) -> str | None:
    """The language of a line of a text that may be in several; None where no two of its words say so, or those of two
    languages do."""
    if not line.isascii():
        letters = sum(map(str.isalpha, line))
        for language, script in _SCRIPTS:
            found = len(script.findall(line))
            if found >= _FEWEST_LETTERS and 2 * found > letters:
                return language
    counts = _counts(line)
    second, best = sorted(counts)[-2:]
    return _LATIN[counts.index(best)] if best >= _FEWEST_WORDS and best > 2 * second else None


def _counts(text: str) -> list[int]:
    """How many frequent words a text has of each language in Latin script."""
    stripped = map(str.strip, _LETTER.sub("", text).lower().split(), repeat(".,;:()"))
    words = list(filter(_frequent().__contains__, stripped))
    return [sum(map(words_of(language).frequent.__contains__, words)) for language in _LATIN]
