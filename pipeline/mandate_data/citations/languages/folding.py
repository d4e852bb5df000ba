"""Accents of the Latin script taken off: one letter for one letter."""

from __future__ import annotations

import re

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
_ACCENTED = re.compile("[àâäáãåçéèêëîïíìñôöóòõùûüú]", re.IGNORECASE)
_BEGINS_A_WORD = re.compile(
    r"(?:(?<=[ '-])|(?<=[ '|-]\(\?:)|(?<= \)\?))[^\W\d_](?=[^\W\dA-Z_]|')|(?<=\|)[^\W\dA-Z_](?=[^\W\dA-Z_])"
)
"""The first letter of a word within a name: not of its first word, nor of an acronym."""


def with_accents_lost(pattern: str) -> str:
    """A pattern for words as they are printed, and as they are where each letter with an accent is missing, became a
    sign, or has the accent behind it: `rsolution`, `r?solution`, `re'solution`."""
    return _ACCENTED.sub(lambda letter: rf"(?:{letter[0]}'?|\W)?", pattern)


def in_any_spelling(name: str) -> str:
    """A pattern for the names of organs with capitals or small letters within, and with accents or without: `Conseil de
    Sécurité`, `Consejo de seguridad`."""
    capitals = _BEGINS_A_WORD.sub(lambda letter: f"[{letter[0].lower()}{letter[0].upper()}]", name)
    return _IN_A_CLASS.sub(lambda letter: rf"(?:{letter[0]}'?|\W)?", capitals)


_IN_A_CLASS = re.compile(rf"\[(?:{_ACCENTED.pattern}){{2}}\]|{_ACCENTED.pattern}", re.IGNORECASE)
"""A letter with an accent, or such a small letter and its capital."""

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
"""What characters are read as that are not part of a word."""
STROKES = "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670"
"""What stretches an Arabic word, and the marks of its vowels."""


def signs_of(own: str, shared: str) -> dict[str, str]:
    """Characters of a script without spaces, each read as a sign of one byte: the first ones with one of their own, the
    others sharing the rest."""
    first = {sign: chr(code) for sign, code in zip(own, _SIGN_PLACES, strict=False)}
    rest = _SIGN_PLACES[len(first) :]
    more = [sign for sign in shared if sign not in first]
    return first | {sign: chr(rest[index % len(rest)]) for index, sign in enumerate(more)}
