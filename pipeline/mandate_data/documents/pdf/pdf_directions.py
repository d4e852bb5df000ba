"""Words that run from right to left: lines of them are left out, and a few within other text are put in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mandate_data.documents.document import count_words
from mandate_data.documents.pdf.pdf_words import Word, runs_backwards

FIGURES = re.compile(r"[\d.,:/–-]+")
APART = 2.0  # of the size: a wider gap parts what stands side by side
MOST = 0.5  # of the words of a line: if more of them run from right to left, so does the line


class Ordered(NamedTuple):
    """The words but those of lines that run from right to left, of which there are `left_out`; how many lines are
    `mixed`: they have words of both kinds, and their order is not known."""

    words: list[Word]
    left_out: int = 0
    mixed: int = 0


def in_order(words: list[Word]) -> Ordered:
    """Put a few words that run from right to left within another line the other way round, with figures among them.

    Their place is then that in which they are read.
    """
    if not any(not word[0].isascii() and _is_backwards(word) for word in words):
        return Ordered(words)
    kept: list[Word] = []
    left_out = doubtful = mixed = 0
    for line in _lines(words):
        backwards = _runs_of(line)
        if sum(map(_is_backwards, line)) > MOST * len(line):
            left_out += sum(count_words(word.text) for word in line)
            continue
        runs = [
            (turned, [word for _, word in run]) for turned, run in groupby(zip(backwards, line, strict=True), _first)
        ]
        mixed += any(backwards)
        doubtful += any(backwards) and [turned for turned, _ in runs] != [False, True, False]
        for turned, run in runs:
            kept += _mirrored(run) if turned else run
    return Ordered(kept, left_out, mixed if left_out else doubtful)


def _first(pair: tuple[bool, Word]) -> bool:
    return pair[0]


def _runs_of(line: Sequence[Word]) -> list[bool]:
    """Of each word of a line whether it belongs to a run from right to left: figures between two such words do."""
    backwards = list(map(_is_backwards, line))
    places = [index for index, turned in enumerate(backwards) if turned]
    for before, after in pairwise(places):
        if all(FIGURES.fullmatch(word.text) for word in line[before + 1 : after]):
            backwards[before:after] = [True] * (after - before)
    return backwards


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
