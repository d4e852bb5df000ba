"""Accents of the Latin script taken off: one letter for one letter."""

from __future__ import annotations

ACCENTS = {
    printed: plain
    for plain, letters in {
        "a": "àâäáãå",
        "c": "ç",
        "e": "éèêë",
        "i": "îïíì",
        "n": "ñ",
        "o": "ôöóòõº°ᵒ",
        "s": "ˢ",
        "u": "ùûüú",
        "A": "ÀÂÄÁÃ",
        "C": "Ç",
        "E": "ÉÈÊË",
        "I": "ÎÏÍ",
        "N": "Ñ",
        "O": "ÔÖÓÒ",
        "U": "ÙÛÜÚ",
    }.items()
    for printed in letters
}

_LETTER_PLACES = "".join(chr(code) for code in range(0xE0, 0x100) if code not in (0xE9, 0xF7)) + "\xdf"
"""Letters of one byte that stand for those of another alphabet; \xe9 stands for any that has no place."""
_SIGN_PLACES = [
    *range(0x80, 0x85),
    *range(0x86, 0xA0),
    *(0xA1, 0xA2, 0xA3, 0xA5, 0xA6, 0xA8, 0xA9, 0xAB, 0xAC, 0xAE, 0xAF, 0xB0, 0xB1, 0xB4, 0xB7, 0xB8, 0xBB, 0xBF),
    *range(0x02, 0x09),
    *range(0x0E, 0x1C),
]
"""Signs of one byte that are neither letters, digits nor space."""


def letters_of(alphabet: str) -> dict[str, str]:
    """The letters of an alphabet, capital and small, each read as one letter of one byte."""
    places = dict(zip(alphabet, _LETTER_PLACES, strict=False))
    return places | {letter.upper(): place for letter, place in places.items() if letter.upper() not in "ВЕКМНОРСТУХ"}


UNPRINTED = "\xad"
"""What characters are read as that are no part of a word."""
STROKES = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
"""What stretches an Arabic word, and the marks of its vowels."""


def signs_of(own: str, shared: str) -> dict[str, str]:
    """Characters of a script without spaces, each read as a sign of one byte: the first ones with one of their own, the
    others sharing the rest."""
    first = {sign: chr(code) for sign, code in zip(own, _SIGN_PLACES, strict=False)}
    rest = _SIGN_PLACES[len(first) :]
    more = [sign for sign in shared if sign not in first]
    return first | {sign: chr(rest[index % len(rest)]) for index, sign in enumerate(more)}
