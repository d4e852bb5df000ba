"""Large first letters that stand over several lines: each belongs to the word that it begins, on the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from mandate_data.documents.pdf.pdf_words import Word

LARGE = 1.8  # times the size of the text, at least
CAPITAL = 0.93  # of the size: how far the head of a capital lies above the lowest point of its line
LEVEL = 0.6  # of the size of the text: so far the heads of the capital and of its line may be from each other
NEAR = 1.5  # of the size of the text: how far the text is from the capital, at most
LONGEST = 3  # characters of such a letter with its marks
MARKS = "\"'“”‘’«»(["
WORDS = "AIOÀYEÉ"
"""Letters that are words, too."""


def with_drop_capitals(words: Sequence[Word]) -> list[Word]:
    """The same words, in which a large first letter is one with the rest of its word, or a word of the same line.

    A letter that may be a word is one if the page has the rest as a word elsewhere, and not both together.
    """
    letters = [place for place, word in enumerate(words) if len(word.text) <= LONGEST and _is_capital(word)]
    if not letters:
        return list(words)
    least = LARGE * median(word.size for word in words)
    changed = dict(enumerate(words))
    for place in letters:
        capital = words[place]
        first = _first_beside(capital, words) if capital.size >= least else None
        if first is None:
            continue
        word = changed[first]
        if capital.text.strip(MARKS) in WORDS and _is_a_word(capital, word, words):
            changed[place] = word._replace(text=capital.text, x0=capital.x0, x1=capital.x1, spaced=capital.spaced)
            changed[first] = word._replace(spaced=True)
        else:
            changed[first] = word._replace(text=capital.text + word.text, x0=capital.x0)
            del changed[place]
    return list(changed.values())


def _is_capital(word: Word) -> bool:
    letters = word.text.strip(MARKS)
    return len(letters) == 1 and letters.isalpha() and letters.isupper()


def _first_beside(capital: Word, words: Sequence[Word]) -> int | None:
    """The place of the word that stands right behind a capital, at its head, if there are lower lines beside it."""
    beside = [
        place
        for place, word in enumerate(words)
        if capital.size >= LARGE * word.size and abs(word.x0 - capital.x1) < NEAR * word.size
    ]
    first = next(
        (place for place in beside if abs(_head(words[place]) - _head(capital)) < LEVEL * words[place].size), None
    )
    if first is None:
        return None
    below = _head(words[first]) + words[first].size / 2
    return first if any(below < _head(words[place]) < capital.bottom for place in beside) else None


def _is_a_word(capital: Word, rest: Word, words: Sequence[Word]) -> bool:
    others = {word.text.strip(".,;:").lower() for word in words if word is not rest}
    return rest.text.lower() in others and (capital.text + rest.text).lower() not in others


def _head(word: Word) -> float:
    """How low the heads of capitals are in the line of a word."""
    return word.bottom - CAPITAL * word.size
