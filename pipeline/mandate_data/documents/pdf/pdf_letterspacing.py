"""Words whose letters stand apart, and that are drawn in pieces, as by programs that recognise text: which are one."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np
import pypdfium2.raw as pdfium

from mandate_data.documents.pdf.pdf_characters import Characters, Piece

LEAST = 0.05  # of the size: letters that are nearer to each other do not stand apart
WIDEST = 0.4  # of the size: how far pieces of a word are from each other
SHORT = 2  # letters: some pairs are drawn together
BESIDE = 2  # places: there is one character between two pieces at most
ENOUGH = 3  # gaps of one width between single letters
AS_WIDE = 1.3  # times as far as the letters of a piece are, at most

_is_made_up = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_IsGenerated, ctypes.c_void_p).value or 0
)


class Placed(Protocol):
    """What has a place in a line."""

    @property
    def text(self) -> str: ...
    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def bottom(self) -> float: ...
    @property
    def size(self) -> float: ...


def continuations(characters: Characters, pieces: Sequence[Piece], words: Sequence[Placed]) -> Iterator[int]:
    """The numbers of the words that go on with the one before: the file has no space between the two, which are as far
    from each other as letters within one of them, in the word before, or elsewhere in a line of single letters. Each
    word is one piece."""
    usual, line = 0.0, None
    lengths = "".join("x" if len(word.text) == 1 else "." for word in words)
    letters = _gaps_of_letters(words) if "x" * (ENOUGH + 1) in lengths else {}
    for number, (before, piece) in enumerate(pairwise(pieces), 1):
        if (before[2] == piece[2] and not letters) or piece[0] - before[1] > BESIDE:
            continue
        last, word = words[number - 1], words[number]
        gap = word.x0 - last.x1
        if not LEAST * word.size < gap < WIDEST * word.size or abs(last.bottom - word.bottom) >= 0.5:
            continue
        short = letters and all(len(one.text) <= SHORT and one.text.isalpha() for one in (last, word))
        single = letters.get(word.bottom, 0.0) if short else 0.0
        if (before[2] == piece[2] and not single) or not _follows(characters, before, piece):
            continue
        inner = single or _between_letters(characters, before, piece) or (usual if line == word.bottom else 0.0)
        if inner > LEAST * word.size and gap <= AS_WIDE * inner:
            usual, line = inner, word.bottom
            yield number


def _is_letter(word: Placed) -> bool:
    return len(word.text) == 1 and word.text.isalpha()


def _gaps_of_letters(words: Sequence[Placed]) -> dict[float, float]:
    """How far single letters are from each other, by the foot of their line, in lines in which enough of them follow
    one another at nearly one distance, and not in the order of the alphabet, as A B C D are."""
    found: dict[float, float] = {}
    run: list[float] = []
    mixed = False
    for last, word in pairwise(words):
        gap = word.x0 - last.x1
        alike = not run or max(*run, gap) <= AS_WIDE * min(*run, gap)
        near = LEAST * word.size < gap < WIDEST * word.size and abs(last.bottom - word.bottom) < 0.5
        if not (near and alike and _is_letter(last) and _is_letter(word)):
            run, mixed = [], False
            continue
        run.append(gap)
        mixed |= word.text <= last.text
        if len(run) >= ENOUGH and mixed:
            found[word.bottom] = max(run)
    return found


def _follows(characters: Characters, before: Piece, piece: Piece) -> bool:
    """Whether nothing lies between two pieces but a space that PDFium has set."""
    return piece[0] - before[1] < BESIDE or _is_made_up(characters.handle, before[1] + 1) == 1


def _between_letters(characters: Characters, before: Piece, piece: Piece) -> float:
    """How far the last two letters of a piece are from each other, or the first two of the next; 0 if they are not."""
    if before[1] > before[0]:
        letters, of = (before[1] - 1, before[1]), before[2]
    elif piece[1] > piece[0]:
        letters, of = (piece[0], piece[0] + 1), piece[2]
    else:
        return 0.0
    left, right = characters.along(letters, np.full(2, characters.styles[of].quarters))
    return float(left[1] - right[0])
