"""The order of words in lines that run from right to left, or have words that do: each stands where it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_right_to_left import runs_backwards
from mandate_data.documents.pdf.pdf_words import Word, is_foreign, runs_mostly_backwards

FIGURES = re.compile(r"[\d.,:/–-]+")
LEVEL = 0.6  # of the size: a line goes on behind what is higher or lower by less, as marks are
APART = 2.0  # of the size: a wider gap parts what stands side by side
BEFORE = re.compile(r"[.,:;!?]+(?=[A-Za-z]|\d+/)")  # what ends a sentence, drawn before its last line


class Ordered(NamedTuple):
    """The words of a page, and in how many lines their order is a guess."""

    words: list[Word]
    doubtful: int = 0


def in_order(words: list[Word], mirrored: bool) -> Ordered:
    """Put words that run the other way than their line in the places in which they are read, from left to right.

    A page whose text runs from right to left is `mirrored`.
    """
    if not mirrored and not any(not word[0].isascii() and _is_backwards(word) for word in words):
        return Ordered(words)
    kept: list[Word] = []
    whole = mixed = doubtful = 0
    for line in _lines(words):
        if not any(map(_is_backwards, line)):
            kept += _with_its_end(_mirrored(line)) if mirrored else line
            continue
        mostly = runs_mostly_backwards(line)
        whole += mostly
        mixed += any(map(is_foreign, line))
        if mostly or mirrored:
            ordered = line if mirrored else _mirrored(line)[::-1]
            doubtful += _is_guess(ordered, mostly, mirrored)
            runs = _runs(ordered, _foreign_runs)
        else:
            runs = _runs(line, _backward_runs)
            doubtful += [turned for turned, _ in runs] != [False, True, False]
        for turned, run in runs:
            kept += _mirrored(run) if turned else run
    return Ordered(kept, mixed if whole and not mirrored else doubtful)


def _with_its_end(line: Sequence[Word]) -> list[Word]:
    """A line from left to right, among those from right to left, where its full stop is drawn before it."""
    ordered = sorted(line, key=lambda word: word.x0)
    if mark := BEFORE.match(ordered[0].text):
        ordered[0] = ordered[0]._replace(text=ordered[0].text[mark.end() :])
        ordered[-1] = ordered[-1]._replace(text=ordered[-1].text + mark[0])
    return ordered


def _runs(line: Sequence[Word], rule: Callable[[Sequence[Word]], list[bool]]) -> list[tuple[bool, list[Word]]]:
    """The parts of a line, and of each whether it runs the other way."""
    pairs = groupby(zip(rule(line), line, strict=True), lambda pair: pair[0])
    return [(turned, [word for _, word in run]) for turned, run in pairs]


def _backward_runs(line: Sequence[Word]) -> list[bool]:
    """Of each word of a line whether it belongs to a run from right to left: figures between two such words do."""
    backwards = list(map(_is_backwards, line))
    places = [index for index, turned in enumerate(backwards) if turned]
    for before, after in pairwise(places):
        if all(FIGURES.fullmatch(word.text) for word in line[before + 1 : after]):
            backwards[before:after] = [True] * (after - before)
    return backwards


def _foreign_runs(line: Sequence[Word]) -> list[bool]:
    """Of each word of a line from right to left whether it belongs to a run from left to right: words in Latin letters
    do, and what stands between two of them."""
    foreign = [is_foreign(word) for word in line]
    places = [index for index, turned in enumerate(foreign) if turned]
    for before, after in pairwise(places):
        if not any(_is_backwards(word) for word in line[before + 1 : after]):
            foreign[before:after] = [True] * (after - before)
    return foreign


def _is_guess(line: Sequence[Word], mostly: bool, mirrored: bool) -> bool:
    """Whether a line with words of both kinds may be read in another order: it may begin at its other end, as it does
    not run as its page does, or a figure may belong to the Latin letters it stands beside."""
    if mostly != mirrored:
        return any(map(is_foreign, line))
    return any(FIGURES.fullmatch(one.text) and is_foreign(other) for one, other in pairwise(line))


def _is_backwards(word: Word) -> bool:
    return runs_backwards(word.text)


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words of each line from left to right, the lines in the order of the file; what stands side by side, or was
    drawn apart, is apart."""
    drawn: list[list[tuple[int, Word]]] = []  # with their places in the file
    level: dict[int, list[tuple[int, Word]]] = {}  # by height: those that may go on
    for place, word in enumerate(words):
        level = {height: line for height, line in level.items() if abs(height - word.bottom) < LEVEL * word.size}
        if round(word.bottom) not in level:
            drawn.append([])
        line = level.setdefault(round(word.bottom), drawn[-1])
        line.append((place, word))
    parts: list[tuple[int, list[tuple[int, Word]]]] = []  # each with the place at which it comes in the file
    for line in drawn:
        line.sort(key=lambda pair: pair[1].x0)
        ends = [at for at, (one, other) in enumerate(pairwise(line), 1) if _is_apart(one[1], other[1])]
        first, last = min(line)[0], max(line)[0]
        whole = last - first + 1 == len(line)  # nothing was drawn in between, so that they come from left to right
        own = [line[begin:end] for begin, end in pairwise([0, *ends, len(line)])]
        parts += ((first if whole else min(part)[0], part) for part in own)
    return [[word for _, word in part] for _, part in sorted(parts, key=lambda pair: pair[0])]


def _is_apart(one: Word, other: Word) -> bool:
    return other.x0 - one.x1 >= APART * other.size


def _mirrored(words: Sequence[Word]) -> list[Word]:
    ends = words[0].x0 + max(word.x1 for word in words)
    return [word._replace(x0=ends - word.x1, x1=ends - word.x0, spaced=True) for word in words]
