"""Words that run from right to left: lines of them are left out, and a few within other text are put in their order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mandate_data.documents.document import count_words
from mandate_data.documents.pdf.pdf_words import Word, runs_backwards

APART = 2.0  # of the size: a wider gap parts what stands side by side
MOST = 0.5  # of the words of a line: if more of them run from right to left, so does the line


def in_order(words: list[Word]) -> tuple[list[Word], int]:
    """The words but those of lines that run from right to left; how many words these have.

    A few words that run so within another line are put the other way round: their place is that in which they are read.
    """
    if not any(map(_is_backwards, words)):
        return words, 0
    kept: list[Word] = []
    left_out = 0
    for line in _lines(words):
        backwards = list(map(_is_backwards, line))
        if sum(backwards) > MOST * len(line):
            left_out += sum(count_words(word.text) for word in line)
            continue
        for turned, words_so_turned in groupby(line, _is_backwards):
            run = list(words_so_turned)
            kept += _mirrored(run) if turned else run
    return kept, left_out


def _is_backwards(word: Word) -> bool:
    return runs_backwards(word.text)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each line from left to right; what stands side by side is apart."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (round(word.bottom), word.x0)):
        last = lines[-1][-1] if lines else None
        if last and round(last.bottom) == round(word.bottom) and word.x0 - last.x1 < APART * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return lines


def _mirrored(words: Sequence[Word]) -> list[Word]:
    ends = words[0].x0 + max(word.x1 for word in words)
    return [word._replace(x0=ends - word.x1, x1=ends - word.x0, spaced=True) for word in words]
