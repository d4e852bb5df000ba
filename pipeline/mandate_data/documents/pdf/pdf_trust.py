"""Whether the letters of a page can be trusted: some fonts name their letters wrongly or not at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

NOTHING = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
"""Characters that no text has."""
RARE = re.compile("[\u0180-\u02af]")  # letters of which no language has a whole word
LONG_WORD = re.compile(r"[^\W\d_]{3,}")
SIGNS = "(){}[]<>=;_|"
MOST_SIGNS = 0.05  # for each letter: more of them have programs, whose words may have no vowels
VOWELS = "aeiouy"
FEWEST_VOWELS = 0.22  # of the letters of words in Latin script: any language has more
ENOUGH = 30  # letters that tell so of a font that doesn't name them
PLENTY = 150  # the same of a font that does


def trust_in(words: Sequence[str], unnamed: Sequence[str]) -> tuple[int, int]:
    """How many words of a page say nothing, and how many more may say something else; the font of those that are
    `unnamed` doesn't name their letters."""
    text = " ".join(words)
    odd = words if NOTHING.search(text) else [word for word in words if not word.isascii()]
    nothing = sum(map(_is_nothing, odd))
    if unnamed and _is_guess(unnamed):
        nothing += sum(not _is_nothing(word) for word in unnamed)
    if 2 * nothing > len(words):
        return nothing, 0
    if _lack_vowels(text, PLENTY):
        return nothing, sum(LONG_WORD.search(word) is not None for word in words)
    return nothing, sum(_is_rare(word) for word in odd if not word.isascii())


def _is_nothing(word: str) -> bool:
    """Whether a word has a character that says nothing."""
    if NOTHING.search(word):
        return True
    return not word.isascii() and any(unicodedata.category(character) in ("Co", "Cn") for character in word)


def _is_guess(words: Sequence[str]) -> bool:
    """Whether letters that their font doesn't name are others than they seem."""
    text = " ".join(words)
    letters = sum(map(str.isalpha, text))
    beyond = 0 if text.isascii() else sum(one > "\xff" and one.isalpha() for one in text)
    return 2 * beyond > letters or _lack_vowels(text, ENOUGH)


def _is_rare(word: str) -> bool:
    rare = len(RARE.findall(word))
    return rare >= 3 and 2 * rare > len(word)


def _lack_vowels(text: str, enough: int) -> bool:
    """Whether words in Latin script have fewer vowels than those of any language, and are not a program."""
    if sum(map(text.count, VOWELS)) > FEWEST_VOWELS * len(text):
        return False  # as most texts, even if all of their characters were letters
    signs = sum(map(text.count, SIGNS))
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    text = "".join(sorted(set(LONG_WORD.findall(text.lower()))))  # abbreviations return often
    if not text.isascii():
        text = "".join(one for one in text if one < "\u0250")
    vowels = sum(map(text.count, VOWELS))
    return len(text) >= enough and vowels < FEWEST_VOWELS * len(text) and signs <= MOST_SIGNS * len(text)
